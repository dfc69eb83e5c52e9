//! The program of an `eval`.

use std::ffi::CString;

use kobako_wire::envelope::{Location, Panic};

use super::input::{self, malformed};
use super::outcome::panic;
use super::{prepared, replay};
use crate::features::required_first;
use crate::library::{Piece, asked_for};
use crate::mrb::{Mrb, Program};
use crate::pieces;
use crate::values::panic_record::failure;

/// A source, and where it stands.
pub struct Source {
    text: Vec<u8>,
    file: CString,
    line: u16,
}

/// Reads a source, after its services and snippets were replayed, unless that was done.
pub fn read(mrb: Mrb) -> Result<Source, Panic> {
    let (text, location) = frames(mrb)?;
    let Some(location) = location else {
        let file = c"(eval)".to_owned();
        return Ok(Source {
            text,
            file,
            line: 1,
        });
    };
    let (file, line) = place(&location)?;
    mrb.name_program(&file)
        .map_err(|exception| panic(mrb, exception))?;
    Ok(Source { text, file, line })
}

/// Compiles a source.
pub fn compile(mrb: Mrb, source: &Source) -> Result<Program, Panic> {
    mrb.compile(&source.file, source.line, &source.text)
        .map_err(|exception| panic(mrb, exception))
}

/// Loads what a source requires before all else. What fails is left for the program to fail at.
pub fn load_features(mrb: Mrb, source: &Source) {
    let mut features = required_first(&source.text);
    while features
        .next()
        .is_some_and(|feature| mrb.require_ahead(feature))
    {}
}

/// Reads what the host knows that the program is going to read.
pub fn read_ahead(mrb: Mrb) {
    for piece in asked_for() {
        match piece {
            Piece::Feature(name) => mrb.read_feature(&name),
            Piece::Methods(group) => mrb.read_methods(&group),
        }
    }
    pieces::take();
}

/// The source, and where it stands if the host says that.
fn frames(mrb: Mrb) -> Result<(Vec<u8>, Option<Vec<u8>>), Panic> {
    if prepared::bound().is_some() {
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
