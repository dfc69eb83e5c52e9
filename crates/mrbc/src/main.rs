//! `kobako-mrbc c NAME FILE…` prints the files, as one program, as C with the routines and `const struct RProc NAME[]`;
//! `kobako-mrbc rite SOURCE BINARY` writes a RITE binary.

#![forbid(unsafe_code)]

mod c_literal;
mod c_program;
mod c_symbol;
mod methods;
mod shared;
mod sources;
mod unread;

use std::error::Error;
use std::process::ExitCode;
use std::{env, fs};

use kobako_compiler::rite;

use crate::c_program::CProgram;
use crate::methods::Definitions;
use crate::sources::Sources;

fn main() -> ExitCode {
    let arguments: Vec<_> = env::args().skip(1).collect();
    let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("kobako-mrbc: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[&str]) -> Result<(), Box<dyn Error>> {
    match arguments {
        ["c", name, files @ ..] => {
            let sources = Sources::read(files)?;
            let irep = sources.compile(true)?;
            let definitions = Definitions::of(&irep);
            let unread = unread::groups(name, &definitions.methods, &sources)?;
            print!("{}", CProgram::new(name, &definitions.bodies, &unread));
        }
        ["rite", source, binary] => {
            let irep = Sources::read(&[source])?.compile(false)?;
            fs::write(binary, rite::dump(&irep, source.as_bytes()))?;
        }
        _ => return Err("usage: kobako-mrbc c NAME FILE… | rite SOURCE BINARY".into()),
    }
    Ok(())
}
