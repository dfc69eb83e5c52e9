//! The verifier of bytecode: what the compiler makes passes, what could leave its bounds does not.

use std::fs;
use std::path::PathBuf;

use kobako_guest::rite::{Damage, verify};

/// Opcodes, by mruby's `ops.h`.
const MOVE: u8 = 1;
const LOADL: u8 = 2;
const LOADSYM: u8 = 16;
const LOADNIL: u8 = 17;
const GETCONST: u8 = 29;
const SETUPVAR: u8 = 34;
const JMP: u8 = 38;
const JMPIF: u8 = 39;
const SSEND: u8 = 47;
const SSENDB: u8 = 49;
const CALL: u8 = 53;
const BLKCALL: u8 = 54;
const ARGARY: u8 = 56;
const ENTER: u8 = 57;
const KARG: u8 = 60;
const RETURN: u8 = 61;
const BLKPUSH: u8 = 68;
const ADD: u8 = 69;
const ARRAY: u8 = 82;
const STRING: u8 = 92;
const HASH: u8 = 94;
const LAMBDA: u8 = 97;
const EXT1: u8 = 115;
const STOP: u8 = 118;
const ITEM: u8 = 119;
const ONCE: u8 = 120;
const KEEP: u8 = 121;
const READ: u8 = 123;

#[derive(Clone, Default)]
struct Routine {
    locals: u16,
    registers: u16,
    code: Vec<u8>,
    handlers: Vec<(u8, u32, u32, u32)>,
    literals: Vec<Vec<u8>>,
    names: Vec<&'static str>,
    children: Vec<Routine>,
}

/// A routine of 2 locals and 4 registers with a text, a number and a name.
fn routine(code: &[u8]) -> Routine {
    Routine {
        locals: 2,
        registers: 4,
        code: code.to_vec(),
        literals: vec![
            b"\x00\x00\x02hi\x00".to_vec(),
            b"\x01\x00\x00\x00\x07".to_vec(),
        ],
        names: vec!["name"],
        ..Routine::default()
    }
}

fn put(bytes: &mut Vec<u8>, routine: &Routine) {
    bytes.extend([0; 4]);
    for number in [
        routine.locals,
        routine.registers,
        routine.children.len() as u16,
        routine.handlers.len() as u16,
    ] {
        bytes.extend(number.to_be_bytes());
    }
    bytes.extend((routine.code.len() as u32).to_be_bytes());
    bytes.extend(&routine.code);
    for (kind, begin, end, target) in &routine.handlers {
        bytes.push(*kind);
        for offset in [begin, end, target] {
            bytes.extend(offset.to_be_bytes());
        }
    }
    bytes.extend((routine.literals.len() as u16).to_be_bytes());
    bytes.extend(routine.literals.concat());
    bytes.extend((routine.names.len() as u16).to_be_bytes());
    for name in &routine.names {
        bytes.extend((name.len() as u16).to_be_bytes());
        bytes.extend(name.as_bytes());
        bytes.push(0);
    }
    for child in &routine.children {
        put(bytes, child);
    }
}

fn section(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
    [kind, &(body.len() as u32 + 8).to_be_bytes()[..], body].concat()
}

fn file(sections: &[Vec<u8>]) -> Vec<u8> {
    let body = sections.concat();
    let size = (body.len() as u32 + 20).to_be_bytes();
    [b"RITE0400", &size[..], b"MATZ0000", &body].concat()
}

fn code_section(top: &Routine) -> Vec<u8> {
    let mut body = b"0400".to_vec();
    put(&mut body, top);
    section(b"IREP", &body)
}

fn check(top: &Routine) -> Result<(), &'static str> {
    verify(&file(&[code_section(top), section(b"END\0", b"")])).map_err(|Damage(why)| why)
}

/// Whether code that goes on with `STOP` passes.
fn passes(code: &[u8]) -> Result<(), &'static str> {
    check(&routine(&[code, &[STOP]].concat()))
}

fn fixtures() -> Vec<(PathBuf, Vec<u8>)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../spec/fixtures/bytecode");
    let found: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "mrb"))
        .map(|path| (path.clone(), fs::read(path).unwrap()))
        .collect();
    assert!(!found.is_empty());
    found
}

#[test]
fn passes_what_the_compiler_makes() {
    for (path, binary) in fixtures() {
        assert_eq!(verify(&binary), Ok(()), "{}", path.display());
    }
    assert_eq!(passes(&[]), Ok(()));
}

#[test]
fn refuses_a_file_that_is_cut_or_has_more() {
    for (path, binary) in fixtures() {
        for length in 0..binary.len() {
            assert!(
                verify(&binary[..length]).is_err(),
                "{} cut at {length}",
                path.display()
            );
        }
        assert!(verify(&[&binary[..], b"\0"].concat()).is_err());
    }
}

#[test]
fn answers_for_a_file_with_any_byte_changed() {
    for (_, binary) in fixtures() {
        let refused = (0..binary.len())
            .filter(|&at| {
                let mut damaged = binary.clone();
                damaged[at] ^= 1 << (at % 8);
                verify(&damaged).is_err()
            })
            .count();
        assert!(refused > binary.len() / 4, "{refused} of {}", binary.len());
    }
}

#[test]
fn knows_one_format_and_one_order_of_sections() {
    let code = code_section(&routine(&[STOP]));
    let end = section(b"END\0", b"");
    let names = section(b"LVAR", b"\0\0\0\x01\0\x01n\0\0");
    let whole = |sections: &[&Vec<u8>]| {
        verify(&file(
            &sections
                .iter()
                .map(|&part| part.clone())
                .collect::<Vec<_>>(),
        ))
    };
    assert_eq!(whole(&[&code, &names, &end]), Ok(()));
    for wrong in [
        vec![&end],
        vec![&code],
        vec![&names, &code, &end],
        vec![&code, &names, &names, &end],
        vec![&code, &end, &end],
        vec![&code, &code, &end],
    ] {
        assert!(whole(&wrong).is_err());
    }
    for (offset, byte) in [(0, b'r'), (5, b'5'), (7, b'1'), (11, 0), (31, b'1')] {
        let mut damaged = file(&[code.clone(), end.clone()]);
        damaged[offset] = byte;
        assert!(verify(&damaged).is_err(), "byte {offset}");
    }
    let empty_section = file(&[code.clone(), b"DBG\0\0\0\0\0".to_vec(), end.clone()]);
    assert!(verify(&empty_section).is_err());
    let unknown_name = section(b"LVAR", b"\0\0\0\x01\0\x01n\0\x01");
    assert!(whole(&[&code, &unknown_name, &end]).is_err());
}

#[test]
fn keeps_registers_in_their_range_with_all_that_an_instruction_uses() {
    for (inside, outside) in [
        (vec![MOVE, 3, 0], vec![MOVE, 3, 4]),
        (vec![MOVE, 1, 0], vec![MOVE, 0, 1]),
        (vec![GETCONST, 3, 0], vec![GETCONST, 4, 0]),
        (vec![LOADNIL, 4], vec![LOADNIL, 5]),
        (vec![ADD, 1], vec![ADD, 2]),
        (vec![ARRAY, 1, 3], vec![ARRAY, 1, 4]),
        (vec![HASH, 2, 1], vec![HASH, 2, 2]),
        (vec![SSEND, 1, 0, 1], vec![SSEND, 1, 0, 2]),
        (vec![SSENDB, 1, 0, 0xf], vec![SSENDB, 1, 0, 0xff]),
        (vec![SSEND, 1, 0, 0xf0], vec![SSEND, 1, 0, 0x10]),
        (vec![BLKCALL, 1, 1], vec![BLKCALL, 1, 2]),
        (vec![BLKPUSH, 1, 0x08, 0], vec![BLKPUSH, 1, 0x18, 0]),
        (vec![ARGARY, 1, 0x08, 0], vec![ARGARY, 3, 0x08, 0]),
        (vec![RETURN, 3], vec![RETURN, 4]),
        (vec![EXT1, LOADNIL, 0, 4], vec![EXT1, LOADNIL, 1, 0]),
    ] {
        assert_eq!(passes(&inside), Ok(()), "{inside:?}");
        assert!(passes(&outside).is_err(), "{outside:?}");
    }
    let mut small = routine(&[STOP]);
    small.locals = 5;
    assert!(check(&small).is_err());
    small.locals = 0;
    assert!(check(&small).is_err());
}

#[test]
fn knows_which_literals_names_and_routines_there_are() {
    assert_eq!(passes(&[STRING, 1, 0, LOADL, 1, 1, LOADSYM, 1, 0]), Ok(()));
    for outside in [
        [STRING, 1, 1],
        [STRING, 1, 2],
        [LOADL, 1, 0],
        [LOADL, 1, 2],
        [LOADSYM, 1, 1],
        [LAMBDA, 1, 0],
    ] {
        assert!(passes(&outside).is_err(), "{outside:?}");
    }
    for literal in [
        &b"\x02\x00\x00\x00"[..],
        b"\x07\x01\x0aA",
        b"\x07\x01\x01\x30",
        b"\x07\x00\x0a",
    ] {
        let mut top = routine(&[STOP]);
        top.literals.push(literal.to_vec());
        assert!(check(&top).is_err(), "{literal:?}");
    }
    let mut top = routine(&[STOP]);
    top.literals.push(b"\x07\x02\xf6\x31\x39".to_vec());
    assert_eq!(check(&top), Ok(()));
}

#[test]
fn keeps_what_places_made_within_their_routine() {
    assert_eq!(passes(&[ONCE, 1, 0, KEEP, 1, 0]), Ok(()));
    for outside in [
        [ONCE, 1, 60],
        [KEEP, 1, 60],
        [ONCE, 0, 0],
        [ONCE, 90, 0],
        [KEEP, 90, 0],
    ] {
        assert!(passes(&outside).is_err(), "{outside:?}");
    }
    // which only the core has
    assert!(passes(&[ITEM, 1, 0, 0]).is_err());
    assert!(passes(&[READ]).is_err());
}

#[test]
fn refuses_names_that_are_numbers() {
    let whole = |size: &[u8; 4]| {
        let mut section = code_section(&routine(&[STOP]));
        section[12..16].copy_from_slice(size);
        verify(&file(&[section, self::section(b"END\0", b"")]))
    };
    assert_eq!(whole(&[0, 0, 0, 9]), Ok(()));
    assert_eq!(whole(b"NUMS"), Err(Damage("its names are numbers")));
}

#[test]
fn leads_jumps_and_handlers_to_instructions() {
    assert_eq!(passes(&[JMP, 0, 0]), Ok(()));
    assert_eq!(passes(&[JMPIF, 1, 0xff, 0xfc]), Ok(()));
    for jump in [
        [JMP, 0, 1],
        [JMP, 0xff, 0xfe],
        [JMP, 0xff, 0xfc],
        [JMP, 0x7f, 0xff],
    ] {
        assert!(passes(&jump).is_err(), "{jump:?}");
    }
    let handled = |handler| {
        let mut top = routine(&[MOVE, 1, 0, MOVE, 2, 0, STOP]);
        top.handlers.push(handler);
        check(&top)
    };
    assert_eq!(handled((0, 0, 3, 3)), Ok(()));
    assert_eq!(handled((1, 0, 7, 7)), Err("a jump leads to no instruction"));
    assert_eq!(handled((2, 0, 3, 2)), Ok(()));
    assert_eq!(
        handled((2, 0, 3, 99)),
        Err("a handler's register is out of range")
    );
    for handler in [
        (3, 0, 3, 3),
        (0, 1, 3, 3),
        (0, 0, 4, 6),
        (0, 3, 0, 6),
        (0, 0, 3, 4),
        (0, 0, 6, 3),
        (1, 0, 99, 6),
    ] {
        assert!(handled(handler).is_err(), "{handler:?}");
    }
}

#[test]
fn ends_each_routine_where_its_code_ends() {
    for code in [
        &[][..],
        &[MOVE, 1, 0],
        &[MOVE, 1],
        &[EXT1],
        &[EXT1, EXT1, STOP],
        &[119],
        &[CALL],
        &[CALL, STOP],
    ] {
        assert!(check(&routine(code)).is_err(), "{code:?}");
    }
    let mut top = routine(&[LAMBDA, 1, 0, STOP]);
    top.children.push(routine(&[RETURN, 0]));
    assert_eq!(check(&top), Ok(()));
    top.children[0].code = vec![STOP];
    assert_eq!(check(&top), Err("an inner routine stops the program"));
    top.children[0].code = vec![SETUPVAR, 1, 0, 0, RETURN, 0];
    assert_eq!(check(&top), Err("a routine replaces a self"));
}

#[test]
fn sets_arguments_up_once_and_where_they_have_room() {
    let enter = |required: u32, optional: u32, keywords: u32| {
        let counts = (required << 18 | optional << 13 | keywords << 2).to_be_bytes();
        vec![ENTER, counts[1], counts[2], counts[3]]
    };
    assert_eq!(passes(&enter(2, 0, 0)), Ok(()));
    assert!(passes(&enter(3, 0, 0)).is_err());
    assert!(passes(&[&[LOADNIL, 1][..], &enter(1, 0, 0)].concat()).is_err());
    let entries = [enter(0, 1, 0), vec![JMP, 0, 0]].concat();
    assert_eq!(passes(&entries), Ok(()));
    assert!(passes(&[enter(0, 1, 0), vec![LOADNIL, 1]].concat()).is_err());
    assert_eq!(passes(&[enter(0, 0, 1), vec![KARG, 1, 0]].concat()), Ok(()));
    assert!(passes(&[enter(1, 0, 0), vec![KARG, 1, 0]].concat()).is_err());
}

#[test]
fn refuses_routines_that_nest_too_deep() {
    let nested = |depth| {
        (1..depth).fold(routine(&[RETURN, 0]), |inner, _| Routine {
            children: vec![inner],
            ..routine(&[RETURN, 0])
        })
    };
    assert_eq!(check(&nested(1024)), Ok(()));
    assert_eq!(check(&nested(1025)), Err("its routines nest too deep"));
}
