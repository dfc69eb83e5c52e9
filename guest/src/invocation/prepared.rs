//! What a call leaves for the one that follows it.

use std::cell::RefCell;

use crate::mrb::Program;

struct Prepared {
    /// The top-level constants that are bound, or hold what is.
    bound: Option<Vec<String>>,
    program: Option<Program>,
}

thread_local! {
    static PREPARED: RefCell<Prepared> =
        const { RefCell::new(Prepared { bound: None, program: None }) };
}

/// The services are defined and the snippets have run.
pub fn keep_bound(bound: Vec<String>) {
    PREPARED.with_borrow_mut(|prepared| prepared.bound = Some(bound));
}

/// The top-level constants that are bound, if the snippets have run.
pub fn bound() -> Option<Vec<String>> {
    PREPARED.with_borrow_mut(|prepared| prepared.bound.take())
}

/// The program is compiled that is to run.
pub fn keep_program(program: Program) {
    PREPARED.with_borrow_mut(|prepared| prepared.program = Some(program));
}

/// The program that is to run, if it is compiled.
pub fn program() -> Option<Program> {
    PREPARED.with_borrow_mut(|prepared| prepared.program.take())
}
