//! Compiles a file to a RITE binary: `rite SOURCE BINARY [NAME]`, where NAME is what backtraces call it.

use std::process::ExitCode;
use std::{env, fs};

use kobako_compiler::{Program, Verbosity, compile, rite};

fn main() -> ExitCode {
    let arguments: Vec<_> = env::args().skip(1).collect();
    let [source, binary, name @ ..] = arguments.as_slice() else {
        eprintln!("usage: rite SOURCE BINARY [NAME]");
        return ExitCode::FAILURE;
    };
    let name = name.first().unwrap_or(source);
    let text = fs::read(source).expect("the source can be read");
    let program = Program {
        source: &text,
        file: name,
        line: 1,
        outer: &[],
        check_regexp: None,
        verbosity: Verbosity::Silent,
    };
    match compile(&program) {
        Ok(compiled) => {
            fs::write(binary, rite::dump(&compiled.irep, name.as_bytes()))
                .expect("the binary can be written");
            ExitCode::SUCCESS
        }
        Err(failures) => {
            for failure in failures {
                let message = String::from_utf8_lossy(&failure.message).into_owned();
                eprintln!("{name}:{}:{}: {message}", failure.line, failure.column);
            }
            ExitCode::FAILURE
        }
    }
}
