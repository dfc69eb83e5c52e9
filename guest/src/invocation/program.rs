//! The program of an `eval`.

use std::ffi::CString;

use kobako_wire::envelope::{Location, Panic};

use super::input::{self, malformed};
use super::outcome::panic;
use super::{prepared, replay};
use crate::mrb::{Mrb, Program};
use crate::values::panic_record::failure;

/// Replays the services and snippets, unless that was done, and compiles the program.
pub fn compile(mrb: Mrb) -> Result<Program, Panic> {
    let (source, location) = source(mrb)?;
    let (file, line) = match location {
        Some(location) => place(&location)?,
        None => (c"(eval)".to_owned(), 1),
    };
    mrb.compile(&file, line, &source)
        .map_err(|exception| panic(mrb, exception))
}

/// The source, and where it stands if the host says that.
fn source(mrb: Mrb) -> Result<(Vec<u8>, Option<Vec<u8>>), Panic> {
    if prepared::preamble().is_some() {
        let ([source], location) = input::program()?;
        return Ok((source, location));
    }
    let ([preamble, source, snippets], location) = input::program()?;
    replay::replay(mrb, &preamble, &snippets)?;
    Ok((source, location))
}

fn place(location: &[u8]) -> Result<(CString, u16), Panic> {
    let Location { file, line } = Location::decode(location).map_err(malformed)?;
    let file = CString::new(file).map_err(|_| failure("the file name holds a NUL byte"))?;
    Ok((file, line))
}
