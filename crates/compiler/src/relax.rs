//! Gives jumps their distances, and those that lead too far a longer form.
//!
//! `EXT1 JMP` and `EXT1 JMPUW` have a distance of 32 bits. A condition that leads too far becomes
//! the opposite condition over such a jump.

use crate::assembler::{Assembler, Jump, UNBOUND};
use crate::irep::HandlerKind;
use crate::op::Op;

/// The bytes of a long jump.
const LONG: u32 = 6;

/// Completes the code; None if a jump in its rigid part leads too far.
pub fn finish(assembler: &mut Assembler) -> Option<()> {
    if assembler.code.len() > i16::MAX as usize {
        let long = long_jumps(assembler)?;
        if long.iter().any(|&long| long) {
            widen(assembler, &long);
            return Some(());
        }
    }
    for index in 0..assembler.jumps.len() {
        let jump = assembler.jumps[index];
        let distance = target(assembler, &jump) as i32 - (jump.distance as i32 + 2);
        write_short(&mut assembler.code, jump.distance, distance);
    }
    Some(())
}

fn target(assembler: &Assembler, jump: &Jump) -> u32 {
    let place = assembler.place(jump.label);
    debug_assert!(place != UNBOUND, "a label has no place");
    place
}

fn write_short(code: &mut [u8], at: u32, distance: i32) {
    let at = at as usize;
    code[at..at + 2].copy_from_slice(&(distance as i16).to_be_bytes());
}

/// How much longer an instruction becomes.
fn growth(op: u8, jump: &Jump) -> u32 {
    let length = jump.distance + 2 - jump.at;
    if op == Op::JMP as u8 || op == Op::JMPUW as u8 {
        LONG - length
    } else if op == Op::JMPNIL as u8 {
        3 + LONG
    } else {
        LONG
    }
}

fn op(assembler: &Assembler, jump: &Jump) -> u8 {
    let first = assembler.code[jump.at as usize];
    if first == Op::EXT1 as u8 {
        assembler.code[jump.at as usize + 1]
    } else {
        first
    }
}

/// Which jumps must be long, the others being short.
fn long_jumps(assembler: &Assembler) -> Option<Vec<bool>> {
    let jumps = &assembler.jumps;
    let mut long = vec![false; jumps.len()];
    loop {
        let shift = Shift::new(assembler, &long);
        let mut changed = false;
        for (index, jump) in jumps.iter().enumerate() {
            if long[index] {
                continue;
            }
            let from = i64::from(shift.place(jump.distance)) + 2;
            let distance = i64::from(shift.place(target(assembler, jump))) - from;
            if i16::try_from(distance).is_err() {
                if jump.at < assembler.rigid {
                    return None;
                }
                long[index] = true;
                changed = true;
            }
        }
        if !changed {
            return Some(long);
        }
    }
}

/// Where what was at a place will be.
struct Shift {
    /// The ends of the instructions that grow, and by how much all before has grown.
    steps: Vec<(u32, u32)>,
}

impl Shift {
    fn new(assembler: &Assembler, long: &[bool]) -> Self {
        let mut total = 0;
        let mut steps = Vec::new();
        for (jump, _) in assembler.jumps.iter().zip(long).filter(|(_, long)| **long) {
            total += growth(op(assembler, jump), jump);
            steps.push((jump.distance + 2, total));
        }
        Self { steps }
    }

    fn place(&self, place: u32) -> u32 {
        let before = self.steps.partition_point(|&(end, _)| end <= place);
        place + before.checked_sub(1).map_or(0, |last| self.steps[last].1)
    }
}

fn widen(assembler: &mut Assembler, long: &[bool]) {
    let shift = Shift::new(assembler, long);
    let mut code = Vec::with_capacity(assembler.code.len() + long.len() * LONG as usize);
    let mut copied = 0;
    for (jump, &long) in assembler.jumps.iter().zip(long) {
        let target = i64::from(shift.place(target(assembler, jump)));
        let (at, end) = (jump.at as usize, jump.distance as usize + 2);
        code.extend(&assembler.code[copied..at]);
        copied = end;
        if long {
            write_long(
                &mut code,
                &assembler.code[at..end],
                op(assembler, jump),
                target,
            );
        } else {
            code.extend(&assembler.code[at..end - 2]);
            let distance = target - (code.len() as i64 + 2);
            code.extend((distance as i16).to_be_bytes());
        }
    }
    code.extend(&assembler.code[copied..]);
    assembler.code = code;
    for handler in &mut assembler.handlers {
        handler.begin = shift.place(handler.begin);
        handler.end = shift.place(handler.end);
        if handler.kind != HandlerKind::Handling {
            handler.target = shift.place(handler.target);
        }
    }
    for (position, _) in &mut assembler.lines {
        *position = shift.place(*position);
    }
}

fn write_long(code: &mut Vec<u8>, short: &[u8], op: u8, target: i64) {
    let mut unconditional = op;
    if op != Op::JMP as u8 && op != Op::JMPUW as u8 {
        unconditional = Op::JMP as u8;
        let (condition, over) = match op {
            _ if op == Op::JMPIF as u8 => (Op::JMPNOT as u8, LONG as u16),
            _ if op == Op::JMPNOT as u8 => (Op::JMPIF as u8, LONG as u16),
            _ => (op, 3),
        };
        let prefix = usize::from(short[0] == Op::EXT1 as u8);
        code.extend(&short[..prefix]);
        code.push(condition);
        code.extend(&short[prefix + 1..short.len() - 2]);
        code.extend(over.to_be_bytes());
        if condition == op {
            code.push(Op::JMP as u8);
            code.extend((LONG as u16).to_be_bytes());
        }
    }
    let distance = target - (code.len() as i64 + i64::from(LONG));
    code.extend([Op::EXT1 as u8, unconditional]);
    code.extend((distance as i32).to_be_bytes());
}
