//! What a call leaves for the one that follows it.

use std::cell::RefCell;

use kobako_wire::envelope::Preamble;

use crate::mrb::Program;

struct Prepared {
    preamble: Option<Preamble>,
    program: Option<Program>,
}

thread_local! {
    static PREPARED: RefCell<Prepared> =
        const { RefCell::new(Prepared { preamble: None, program: None }) };
}

/// The services are defined and the snippets have run.
pub fn keep_preamble(preamble: Preamble) {
    PREPARED.with_borrow_mut(|prepared| prepared.preamble = Some(preamble));
}

/// The services that are defined, if the snippets have run.
pub fn preamble() -> Option<Preamble> {
    PREPARED.with_borrow_mut(|prepared| prepared.preamble.take())
}

/// The program is compiled that is to run.
pub fn keep_program(program: Program) {
    PREPARED.with_borrow_mut(|prepared| prepared.program = Some(program));
}

/// The program that is to run, if it is compiled.
pub fn program() -> Option<Program> {
    PREPARED.with_borrow_mut(|prepared| prepared.program.take())
}
