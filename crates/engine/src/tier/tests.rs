//! What the translator makes of bytecode that no compiler made: nothing, or a module that is valid.

use wasmparser::Validator;

use super::{Unit, translate, unit::LAYOUT};
use crate::process::engine::FEATURES;

const TIER: u32 = 64;
const MRB: u32 = 1024;
const IREP: u32 = 2048;
const NAMES: u32 = 3072;
const LITERALS: u32 = 3328;
const CHILDREN: u32 = 3584;
const CODE: u32 = 4096;
const NEXT: u32 = 4096;
const ROUTINES: u32 = 3;

/// Numbers that are the same each time.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self, below: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 20) as u32 % below
    }
}

fn put(memory: &mut [u8], at: u32, word: u32) {
    memory[at as usize..][..4].copy_from_slice(&word.to_le_bytes());
}

/// The memory of a guest whose program has these routines, each the child of the one before it.
fn memory(codes: &[Vec<u8>]) -> Vec<u8> {
    let mut memory = vec![0; 64 << 10];
    // the layout, the place in the table, the state, the cache, the counts of known names and of the core
    for (index, word) in [(0, LAYOUT), (1, 7), (2, MRB), (3, 512), (8, 14), (9, 1)] {
        put(&mut memory, TIER + index * 4, word);
    }
    for known in 0..14 {
        put(&mut memory, TIER + (10 + known) * 4, 1 + known);
    }
    put(&mut memory, TIER + 26 * 4, 20);
    put(&mut memory, TIER + 27 * 4, IREP + NEXT);
    put(&mut memory, MRB + 88, IREP);
    for (number, code) in codes.iter().enumerate() {
        let offset = number as u32 * NEXT;
        let irep = IREP + offset;
        let children = u32::from(number + 1 < codes.len());
        put(&mut memory, irep, 4 | 12 << 16);
        put(&mut memory, irep + 8, code.len() as u32);
        put(&mut memory, irep + 12, CODE + offset);
        put(&mut memory, irep + 16, NAMES);
        put(&mut memory, irep + 20, 24);
        put(&mut memory, irep + 24, 4 | children << 16);
        put(&mut memory, irep + 28, LITERALS);
        put(&mut memory, irep + 32, CHILDREN + number as u32 * 4);
        put(&mut memory, CHILDREN + number as u32 * 4, irep + NEXT);
        memory[(CODE + offset) as usize..][..code.len()].copy_from_slice(code);
    }
    for name in 0..24 {
        put(&mut memory, NAMES + name * 4, 1 + name);
    }
    for (number, tt) in [1, 3, 5, 0].into_iter().enumerate() {
        put(&mut memory, LITERALS + number as u32 * 16, tt);
    }
    memory
}

/// Whether it is translated; what it is translated to has to be valid.
fn is_translated(memory: &[u8]) -> bool {
    let translation = Unit::read(memory, TIER).and_then(|unit| translate(&unit));
    if let Some(translation) = &translation {
        let valid = Validator::new_with_features(FEATURES).validate_all(&translation.wasm);
        valid.expect("a valid module");
    }
    translation.is_some()
}

/// Instructions with small operands, most of them such as are translated.
fn code(numbers: &mut Numbers) -> Vec<u8> {
    let mut code = Vec::new();
    if numbers.next(2) == 0 {
        code.extend([57, 4, 0, 0]); // ENTER, of one argument
    }
    for _ in 0..numbers.next(60) {
        let op = match numbers.next(8) {
            0 => 38 + numbers.next(4),
            1 => 47 + numbers.next(8),
            2 => 61 + numbers.next(8),
            _ => numbers.next(115),
        };
        let length = match op {
            0 | 53 | 59 | 63..=66 => 0,
            5..=13
            | 17..=20
            | 35
            | 37
            | 43
            | 45
            | 46
            | 61
            | 62
            | 67
            | 69
            | 71
            | 75..=81
            | 84
            | 86
            | 90
            | 93
            | 96
            | 100..=102
            | 110..=112
            | 114 => 1,
            33 | 34 | 47 | 49 | 50 | 52 | 73 | 74 | 83 | 87..=89 | 107 | 108 | 113 => 3,
            14 | 39..=41 | 56 | 57 | 68 => 3,
            15 => 5,
            _ => 2,
        };
        code.push(op as u8);
        if matches!(op, 38..=42) {
            let distance = numbers.next(60) as i16 - 30;
            code.extend((length == 3).then(|| numbers.next(12) as u8));
            code.extend(distance.to_be_bytes());
        } else {
            code.extend((0..length).map(|_| numbers.next(14) as u8));
        }
    }
    code.push(61);
    code.push(numbers.next(12) as u8);
    code
}

#[test]
fn code_of_any_kind_becomes_a_valid_module_or_none() {
    let mut numbers = Numbers(88_172_645_463_325_252);
    let mut translated = 0;
    for _ in 0..4000 {
        let codes: Vec<Vec<u8>> = (0..ROUTINES).map(|_| code(&mut numbers)).collect();
        translated += u32::from(is_translated(&memory(&codes)));
    }
    assert!(translated > 1000, "{translated} of 4,000");
}

#[test]
fn bytes_of_any_kind_become_a_valid_module_or_none() {
    let mut numbers = Numbers(362_436_069);
    for _ in 0..4000 {
        let codes: Vec<Vec<u8>> = (0..ROUTINES).map(|_| code(&mut numbers)).collect();
        let mut memory = memory(&codes);
        for _ in 0..1 + numbers.next(40) {
            let at = numbers.next(IREP + ROUTINES * NEXT) as usize;
            memory[at] = match numbers.next(3) {
                0 => 0xff,
                1 => 0x80,
                _ => numbers.next(256) as u8,
            };
        }
        is_translated(&memory);
    }
}

#[test]
fn a_place_outside_of_memory_is_no_program() {
    for tier in [0, 65_535, 65_536, u32::MAX - 3, u32::MAX] {
        assert!(Unit::read(&memory(&[vec![61, 1]]), tier).is_none());
    }
    assert!(Unit::read(&[], 0).is_none());
}

#[test]
fn routines_in_a_circle_are_read_once() {
    let mut memory = memory(&[vec![61, 1], vec![61, 1]]);
    put(&mut memory, IREP + NEXT + 24, 4 | 1 << 16);
    put(&mut memory, CHILDREN + 4, IREP);
    assert!(is_translated(&memory));
}

#[test]
fn too_much_code_is_left_to_the_interpreter() {
    let long = [[1, 1, 2].repeat(1200), vec![61, 1]].concat();
    assert!(is_translated(&memory(&[long.clone(), vec![61, 1]])));
    // no routine is short enough, and the program has no other
    let longer = [vec![0; 3000], vec![61, 1]].concat();
    assert!(!is_translated(&memory(&[longer])));
    // loops in loops
    let mut nested = vec![0; 100];
    for _ in 0..100 {
        nested.extend([39, 1]);
        let distance = 100 - nested.len() as i16 / 4 - (nested.len() as i16 + 2);
        nested.extend(distance.to_be_bytes());
    }
    assert!(!is_translated(&memory(&[nested])));
}
