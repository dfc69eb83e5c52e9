//! One invocation from its frames to its outcome.

mod check;
mod entrypoint;
mod input;
mod outcome;
mod prepared;
mod program;
mod replay;

use kobako_wire::envelope::Panic;

use crate::mrb::{Mrb, Shadowing};
use crate::pieces;
use crate::values::panic_record;
pub use check::{bytecode, check};
use outcome::{outcome, panic};

/// Reads the frames of the services and the snippets, and replays both; an outcome if that failed.
pub fn prepare(mrb: Mrb) -> Result<(), Vec<u8>> {
    let bound = read_and_replay(mrb).map_err(panic_record::encode)?;
    prepared::keep_bound(bound);
    pieces::take();
    Ok(())
}

/// Binds what this invocation alone has; an outcome if that failed.
pub fn bind(mrb: Mrb, preamble: &[u8]) -> Result<(), Vec<u8>> {
    replay::bind(mrb, preamble, Shadowing::Allowed)
        .map(drop)
        .map_err(panic_record::encode)
}

/// Replays the services and snippets, unless that was done, compiles a program, loads what it requires first, and reads
/// what it is known to; an outcome if that failed.
pub fn compile(mrb: Mrb) -> Result<(), Vec<u8>> {
    let source = program::read(mrb).map_err(panic_record::encode)?;
    let program = program::compile(mrb, &source).map_err(panic_record::encode)?;
    program::load_features(mrb, &source);
    program::read_ahead(mrb);
    prepared::keep_program(program);
    Ok(())
}

/// Runs a program after its services and snippets; the outcome bytes.
pub fn eval(mrb: Mrb) -> Vec<u8> {
    let compile = || program::read(mrb).and_then(|source| program::compile(mrb, &source));
    let program = prepared::program().map_or_else(compile, Ok);
    let value = program.and_then(|program| {
        mrb.leave(mrb.run(program))
            .map_err(|exception| panic(mrb, exception))
    });
    outcome(mrb, value)
}

/// Calls an entrypoint after the services and the snippets; the outcome bytes.
pub fn run(mrb: Mrb, envelope: &[u8]) -> Vec<u8> {
    let bound = prepared::bound().map_or_else(|| read_and_replay(mrb), Ok);
    let value = bound.and_then(|bound| entrypoint::call(mrb, envelope, &bound));
    outcome(mrb, value)
}

/// The top-level constants that are bound, or hold what is.
fn read_and_replay(mrb: Mrb) -> Result<Vec<String>, Panic> {
    let [preamble, snippets] = input::tables()?;
    replay::replay(mrb, &preamble, &snippets)
}
