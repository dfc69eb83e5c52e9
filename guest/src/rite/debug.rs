//! The sections beside the code: files and lines for backtraces, names of local variables.

use super::damage::{Checked, Damage, expect};
use super::irep::Shape;
use super::source::Source;

/// Lines as pairs of a packed distance and a packed difference: the only map that mruby 4.0 writes.
const PACKED_MAP: u8 = 2;
/// A local variable without a name.
const UNNAMED: u16 = u16::MAX;

/// Files and lines of each routine.
pub fn lines(source: &mut Source<'_>, routines: usize) -> Checked {
    let files = source.u16()?;
    for _ in 0..files {
        let length = source.u16()?;
        expect(length != u16::MAX, "a file's name is too long")?;
        source.take(usize::from(length))?;
    }
    (0..routines).try_for_each(|_| {
        let before = source.len();
        let size = source.u32()? as usize;
        routine_lines(source, files)?;
        expect(
            before - source.len() == size,
            "a line table has another size",
        )
    })
}

fn routine_lines(source: &mut Source<'_>, files: u16) -> Checked {
    let count = source.u16()?;
    expect(count > 0, "a line table has no file")?;
    let mut last = None;
    for _ in 0..count {
        let start = source.u32()?;
        let in_order = last.map_or(start == 0, |last| last < start);
        expect(in_order, "the files of a line table overlap")?;
        last = Some(start);
        expect(source.u16()? < files, "a line table has an unknown file")?;
        let length = source.u32()? as usize;
        expect(
            source.u8()? == PACKED_MAP,
            "a line table is of another form",
        )?;
        packed_map(source.take(length)?)?;
    }
    Ok(())
}

/// Numbers of 7 bits to a byte, the high bit on all but the last byte of each, 5 bytes at most.
fn packed_map(bytes: &[u8]) -> Checked {
    let (mut numbers, mut length) = (0, 0);
    for byte in bytes {
        length += 1;
        expect(length <= 5, "a line number is too large")?;
        if byte & 0x80 == 0 {
            numbers += 1;
            length = 0;
        }
    }
    expect(
        length == 0 && numbers % 2 == 0,
        "a line table ends inside of an entry",
    )
}

/// Names of the local variables of each routine.
pub fn locals(source: &mut Source<'_>, routines: &[Shape]) -> Checked {
    let names = source.u32()?;
    for _ in 0..names {
        let length = source.u16()?;
        expect(length != u16::MAX, "a variable's name is too long")?;
        source.take(usize::from(length))?;
    }
    for routine in routines {
        for _ in 1..routine.locals {
            let name = source.u16()?;
            if name != UNNAMED && u32::from(name) >= names {
                return Err(Damage("a variable has an unknown name"));
            }
        }
    }
    Ok(())
}
