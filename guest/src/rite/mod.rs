//! Checks RITE bytecode before the interpreter, which trusts it, may load and run it: what is read
//! stays inside of its section, and each operand, jump and handler inside of its routine.

mod code;
mod damage;
mod debug;
mod irep;
mod source;

pub use damage::Damage;
use damage::{Checked, expect};
use source::Source;

/// The binary format and the instruction set that this verifier knows.
const FORMAT: &[u8] = b"RITE0400";
const INSTRUCTIONS: &[u8] = b"0400";

/// Checks a whole binary.
pub fn verify(binary: &[u8]) -> Checked {
    let mut source = Source::new(binary);
    expect(source.take(8)? == FORMAT, "its header is of another format")?;
    let size = source.u32()? as usize;
    expect(size == binary.len(), "its header gives another size")?;
    source.take(8)?; // the compiler's name and version

    let (kind, mut section) = section(&mut source)?;
    expect(kind == b"IREP", "its first section holds no code")?;
    expect(
        section.take(4)? == INSTRUCTIONS,
        "its instructions are of another version",
    )?;
    let shapes = irep::verify(&mut section)?;
    section.finish()?;

    let mut known: &[&[u8]] = &[b"DBG\0", b"LVAR", b"END\0"];
    loop {
        let (kind, mut section) = self::section(&mut source)?;
        let Some(place) = known.iter().position(|known| *known == kind) else {
            return Err(Damage("a section is unknown or out of its order"));
        };
        known = &known[place + 1..];
        match kind {
            b"DBG\0" => debug::lines(&mut section, shapes.len())?,
            b"LVAR" => debug::locals(&mut section, &shapes)?,
            _ => {
                section.finish()?;
                return source.finish();
            }
        }
        section.finish()?;
    }
}

fn section<'a>(source: &mut Source<'a>) -> Checked<(&'a [u8], Source<'a>)> {
    let kind = source.take(4)?;
    let size = source.u32()? as usize;
    let body = size
        .checked_sub(8)
        .ok_or(Damage("a section is too short"))?;
    Ok((kind, Source::new(source.take(body)?)))
}
