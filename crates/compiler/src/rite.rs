//! Writes a tree of routines as a RITE binary, mruby's format of compiled programs.

use crate::irep::{Irep, Literal};
use crate::names::NamePool;

pub(crate) const FORMAT: &[u8] = b"RITE0400";
pub(crate) const COMPILER: &[u8] = b"KOBA0000";
pub(crate) const INSTRUCTIONS: &[u8] = b"0400";
/// Begins a routine some of whose names are numbers of symbols. Elsewhere its size, or zeros, stand there.
pub const NUMBERED: &[u8; 4] = b"NUMS";
/// Lines as pairs of a packed distance and a packed difference.
const PACKED_MAP: u8 = 2;
const UNNAMED: u16 = u16::MAX;

pub(crate) mod tag {
    pub const STRING: u8 = 0;
    pub const INT32: u8 = 1;
    pub const INT64: u8 = 3;
    pub const FLOAT: u8 = 5;
    pub const BIG: u8 = 7;
}

/// The binary of a program; `file` is its name in backtraces.
pub fn dump(irep: &Irep, file: &[u8]) -> Vec<u8> {
    binary(irep, |out| {
        section(out, b"DBG\0", |out| {
            out.extend(1u16.to_be_bytes());
            text(out, file);
            lines(out, irep);
        });
        section(out, b"LVAR", |out| variables(out, irep));
    })
}

/// The binary of code whose lines no backtrace shows; with the names of its local variables if `named`.
pub fn dump_bare(irep: &Irep, named: bool) -> Vec<u8> {
    binary(irep, |out| {
        if named {
            section(out, b"LVAR", |out| variables(out, irep));
        }
    })
}

fn binary(irep: &Irep, others: impl FnOnce(&mut Vec<u8>)) -> Vec<u8> {
    let mut out = Vec::with_capacity(4 << 10);
    out.extend(FORMAT);
    out.extend([0; 4]);
    out.extend(COMPILER);
    section(&mut out, b"IREP", |out| {
        out.extend(INSTRUCTIONS);
        record(out, irep);
    });
    others(&mut out);
    section(&mut out, b"END\0", |_| ());
    let size = out.len() as u32;
    out[8..12].copy_from_slice(&size.to_be_bytes());
    out
}

fn section(out: &mut Vec<u8>, kind: &[u8; 4], body: impl FnOnce(&mut Vec<u8>)) {
    let start = out.len();
    out.extend(kind);
    out.extend([0; 4]);
    body(out);
    let size = (out.len() - start) as u32;
    out[start + 4..start + 8].copy_from_slice(&size.to_be_bytes());
}

fn text(out: &mut Vec<u8>, bytes: &[u8]) {
    out.extend((bytes.len() as u16).to_be_bytes());
    out.extend(bytes);
}

fn record(out: &mut Vec<u8>, irep: &Irep) {
    out.extend([0; 4]); // its size, which mruby ignores
    out.extend(irep.locals.to_be_bytes());
    out.extend(irep.registers.to_be_bytes());
    out.extend((irep.children.len() as u16).to_be_bytes());
    out.extend((irep.handlers.len() as u16).to_be_bytes());
    out.extend((irep.code.len() as u32).to_be_bytes());
    out.extend(&irep.code);
    for handler in &irep.handlers {
        out.push(handler.kind as u8);
        for place in [handler.begin, handler.end, handler.target] {
            out.extend(place.to_be_bytes());
        }
    }
    out.extend((irep.pool.len() as u16).to_be_bytes());
    irep.pool.iter().for_each(|item| literal(out, item));
    out.extend((irep.names.len() as u16).to_be_bytes());
    for name in irep.names.iter() {
        text(out, name);
        out.push(0);
    }
    irep.children.iter().for_each(|child| record(out, child));
}

fn literal(out: &mut Vec<u8>, literal: &Literal) {
    match literal {
        Literal::String(bytes) => {
            out.push(tag::STRING);
            text(out, bytes);
            out.push(0);
        }
        Literal::Int32(value) => {
            out.push(tag::INT32);
            out.extend(value.to_be_bytes());
        }
        Literal::Int64(value) => {
            out.push(tag::INT64);
            out.extend(value.to_be_bytes());
        }
        Literal::Float(bits) => {
            out.push(tag::FLOAT);
            out.extend(bits.to_le_bytes());
        }
        Literal::Big { negative, digits } => {
            out.push(tag::BIG);
            out.push(digits.len() as u8);
            out.push(if *negative { -16i8 } else { 16 } as u8);
            out.extend(digits.as_bytes());
        }
    }
}

fn lines(out: &mut Vec<u8>, irep: &Irep) {
    let start = out.len();
    out.extend([0; 4]);
    out.extend(1u16.to_be_bytes());
    out.extend([0; 6]); // from the beginning, in the first file
    let map = packed(&irep.lines);
    out.extend((map.len() as u32).to_be_bytes());
    out.push(PACKED_MAP);
    out.extend(&map);
    let size = (out.len() - start) as u32;
    out[start..start + 4].copy_from_slice(&size.to_be_bytes());
    irep.children.iter().for_each(|child| lines(out, child));
}

fn packed(lines: &[(u32, u32)]) -> Vec<u8> {
    let mut map = Vec::with_capacity(2 * lines.len());
    let (mut position, mut line) = (0, 0u32);
    for &(at, number) in lines {
        number_of_7_bits(&mut map, (at - position) as usize);
        number_of_7_bits(&mut map, number.wrapping_sub(line) as usize);
        (position, line) = (at, number);
    }
    map
}

/// In groups of 7 bits, the lowest first.
pub(crate) fn number_of_7_bits(out: &mut Vec<u8>, mut number: usize) {
    while number > 0x7f {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn variables(out: &mut Vec<u8>, irep: &Irep) {
    let mut names = NamePool::default();
    let mut places = Vec::new();
    collect(irep, &mut |name: &[u8]| {
        let named = (!name.is_empty()).then(|| names.index(name)).flatten();
        places.push(named.unwrap_or(UNNAMED));
    });
    let names = names.into_names();
    out.extend((names.len() as u32).to_be_bytes());
    names.iter().for_each(|name| text(out, name));
    places
        .iter()
        .for_each(|place| out.extend(place.to_be_bytes()));
}

fn collect(irep: &Irep, add: &mut impl FnMut(&[u8])) {
    for index in 0..usize::from(irep.locals).saturating_sub(1) {
        add(irep.variables.get(index));
    }
    irep.children.iter().for_each(|child| collect(child, add));
}
