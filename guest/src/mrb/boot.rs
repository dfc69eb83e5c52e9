//! The start of the interpreter, and its calls back.

use std::cell::Cell;
use std::ptr::NonNull;

use super::ffi;
use super::interpreter::Mrb;
use super::request::{Answer, Request};
use crate::compiler::COMPILER;
use crate::digests::hooks::DIGESTS;
use crate::float_text::hooks::FLOATS;
use crate::library::LIBRARY;
use crate::yaml::hooks::YAML;

/// What a call of a service comes to.
pub type AnswerCall = fn(Mrb, &Request<'_>) -> Answer;

thread_local! {
    static BOOTED: Cell<Option<(Mrb, AnswerCall)>> = const { Cell::new(None) };
}

impl Mrb {
    /// Boots the interpreter, in which `answer` answers the calls of services; None if it cannot.
    pub fn boot(answer: AnswerCall) -> Option<Mrb> {
        // SAFETY: the tables are static, and the result is null or a state that is never closed.
        let state = NonNull::new(unsafe {
            ffi::kobako_use_floats(&FLOATS);
            ffi::kobako_use_compiler(&COMPILER);
            ffi::kobako_use_library(&LIBRARY);
            ffi::kobako_use_digests(&DIGESTS);
            ffi::kobako_use_yaml(&YAML);
            ffi::kobako_open(send)
        });
        let mrb = Mrb(state?);
        BOOTED.set(Some((mrb, answer)));
        Some(mrb)
    }

    /// The interpreter, which the baked module has.
    pub fn booted() -> Mrb {
        booted().0
    }
}

fn booted() -> (Mrb, AnswerCall) {
    BOOTED.get().expect("the module is baked")
}

/// Called by C; raises nothing and leaves what it owns before it returns.
extern "C" fn send(raw: &ffi::Request, out: &mut ffi::Value) -> u32 {
    let (mrb, answer) = booted();
    let (code, value) = match answer(mrb, &Request::new(raw)) {
        Answer::Value(value) => (ffi::answer::VALUE, value),
        Answer::Fault(fault) => (ffi::answer::FAULT, fault),
        Answer::Enumerable(fault) => (ffi::answer::ENUMERABLE, fault),
        Answer::Unsendable(message) => (ffi::answer::UNSENDABLE, message),
        Answer::Reraise(exception) => (ffi::answer::RERAISE, exception),
    };
    *out = value;
    code
}
