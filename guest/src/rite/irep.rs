//! Routines ("ireps"): a tree of records, each with its code, handlers, literals and names.

use kobako_compiler::rite::NUMBERED;

use super::code::{self, Routine};
use super::damage::{Checked, Damage, expect};
use super::source::Source;

/// What the sections after the routines refer to, a routine each, parents before their children.
pub struct Shape {
    pub locals: u16,
}

/// Routines inside routines; the compiler's own limit is lower.
const MAX_DEPTH: usize = 1024;
/// The length that stands for a name that is missing.
const NO_NAME: u16 = u16::MAX;

/// Literals by their types, as mruby numbers them.
mod literal {
    pub const STRING: u8 = 0;
    pub const INT32: u8 = 1;
    pub const INT64: u8 = 3;
    pub const FLOAT: u8 = 5;
    pub const BIGINT: u8 = 7;
}

/// Checks the tree of records; the routines in the order of their records.
pub fn verify(source: &mut Source<'_>) -> Checked<Vec<Shape>> {
    let mut shapes = Vec::new();
    // The locals of the routines around the next one, and how many of their children are left.
    let (mut around, mut left) = (Vec::new(), Vec::new());
    loop {
        expect(around.len() < MAX_DEPTH, "its routines nest too deep")?;
        let (locals, children) = record(source, &around)?;
        shapes.push(Shape { locals });
        around.push(locals);
        left.push(children);
        while left.last() == Some(&0) {
            around.pop();
            left.pop();
        }
        match left.last_mut() {
            Some(left) => *left -= 1,
            None => return Ok(shapes),
        }
    }
}

/// Checks one record; the count of its locals and of its children.
fn record(source: &mut Source<'_>, around: &[u16]) -> Checked<(u16, u16)> {
    // The record's size, which mruby ignores.
    let size = source.u32()?.to_be_bytes();
    expect(size != *NUMBERED, "its names are numbers")?;
    let (locals, registers) = (source.u16()?, source.u16()?);
    expect(
        0 < locals && locals <= registers,
        "a routine has fewer registers than locals",
    )?;
    let (children, handlers) = (source.u16()?, source.u16()?);
    let length = source.u32()? as usize;
    let code = source.take(length)?;
    let handlers = source.take(usize::from(handlers) * code::HANDLER_BYTES)?;
    let routine = Routine {
        locals,
        registers,
        children,
        literals: literals(source)?,
        names: names(source)?,
        around,
    };
    code::verify(&routine, code, handlers)?;
    Ok((locals, children))
}

/// Whether each literal is a string.
fn literals(source: &mut Source<'_>) -> Checked<Vec<bool>> {
    let count = source.u16()?;
    (0..count)
        .map(|_| {
            let kind = source.u8()?;
            match kind {
                literal::STRING => text(source)?,
                literal::INT32 => drop(source.take(4)?),
                literal::INT64 | literal::FLOAT => drop(source.take(8)?),
                literal::BIGINT => big_integer(source)?,
                _ => return Err(Damage("a literal is of an unknown type")),
            }
            Ok(kind == literal::STRING)
        })
        .collect()
}

fn text(source: &mut Source<'_>) -> Checked {
    let length = source.u16()?;
    source.take(usize::from(length))?;
    expect(source.u8()? == 0, "a text has no end")
}

/// The digits of an Integer past 64 bits, before them their count and their base, which is below 0
/// if the Integer is.
fn big_integer(source: &mut Source<'_>) -> Checked {
    let (length, base) = (source.u8()?, source.u8()? as i8);
    let base = u32::from(base.unsigned_abs());
    let digits = source.take(usize::from(length))?;
    let valid = (2..=36).contains(&base)
        && !digits.is_empty()
        && digits.iter().all(|&digit| char::from(digit).is_digit(base));
    expect(valid, "a large Integer has bad digits")
}

/// The count of the names of methods, variables and constants.
fn names(source: &mut Source<'_>) -> Checked<u16> {
    let count = source.u16()?;
    for _ in 0..count {
        let length = source.u16()?;
        expect(length != NO_NAME, "a name is missing")?;
        source.take(usize::from(length))?;
        expect(source.u8()? == 0, "a name has no end")?;
    }
    Ok(count)
}
