//! Exceptions of the guest, as far as they are told of.

use super::ffi::{self, Value};
use super::interpreter::Mrb;
use super::view::View;
use crate::suggest::Reach;
use crate::text::Text;

/// An exception object that ended a program, a call or a builder.
#[derive(Clone, Copy)]
pub struct Exception(pub Value);

impl Mrb {
    /// The class of the exception, its message and its backtrace, innermost line first.
    pub fn describe(self, exception: Exception) -> (Vec<u8>, Vec<u8>, Vec<Vec<u8>>) {
        let class = self.class_name(&exception.0);
        let message = self.message(exception, &class);
        let mut backtrace = Value::EMPTY;
        // SAFETY: a live exception in, a place for a value out.
        let lines =
            if unsafe { ffi::kobako_backtrace(self.0.as_ptr(), &exception.0, &mut backtrace) } {
                match self.view(&backtrace) {
                    View::Array(lines) => lines.iter().map(|line| self.bytes(line)).collect(),
                    _ => Vec::new(),
                }
            } else {
                Vec::new()
            };
        (class, message, lines)
    }

    /// What was within reach of a name that was not there; None for another exception.
    pub fn within_reach(self, exception: Exception) -> Option<Reach> {
        let mut parts = Value::EMPTY;
        // SAFETY: a live exception in, a place for a value out.
        if !unsafe { ffi::kobako_within_reach(self.0.as_ptr(), &exception.0, &mut parts) } {
            return None;
        }
        let View::Array([name, names, services]) = self.view(&parts) else {
            return None;
        };
        Some(Reach {
            name: String::from_utf8(self.bytes(name)).ok()?,
            names: self.texts(names),
            services: self.texts(services),
        })
    }

    /// What is wrong with the source of a SyntaxError, encoded; None for another exception.
    pub fn problems(self, exception: Exception) -> Option<Vec<u8>> {
        let mut problems = Value::EMPTY;
        // SAFETY: a live exception in, a place for a value out.
        unsafe { ffi::kobako_problems(self.0.as_ptr(), &exception.0, &mut problems) }
            .then(|| self.bytes(&problems))
    }

    /// The status of a SystemExit; None for another exception.
    pub fn exit_status(self, exception: Exception) -> Option<i64> {
        let mut status = 0;
        // SAFETY: a live exception in, a place for an integer out.
        unsafe { ffi::kobako_exit_status(self.0.as_ptr(), &exception.0, &mut status) }
            .then_some(status)
    }

    /// The lines of the calls that are under way, each ended by a newline, in a place of their own. It only reads, so
    /// it may be called wherever a guest was stopped.
    pub fn calls_under_way(self) -> (u32, u32) {
        let mut lines = Text::NONE;
        // SAFETY: C fills the place it gets.
        unsafe { ffi::kobako_calls_under_way(self.0.as_ptr(), &mut lines) };
        let lines = lines.bytes();
        (lines.as_ptr() as u32, lines.len() as u32)
    }

    /// The details and the message of the fault of a service, None for another exception.
    pub fn service_error(self, exception: Exception) -> Option<(Value, Vec<u8>)> {
        let (mut details, mut message) = (Value::EMPTY, Value::EMPTY);
        // SAFETY: a live exception in, places for two values out.
        unsafe {
            ffi::kobako_service_error(self.0.as_ptr(), &exception.0, &mut details, &mut message)
        }
        .then(|| (details, self.bytes(&message)))
    }

    fn texts(self, array: &Value) -> Vec<String> {
        let View::Array(items) = self.view(array) else {
            return Vec::new();
        };
        let texts = items.iter().map(|item| String::from_utf8(self.bytes(item)));
        texts.filter_map(Result::ok).collect()
    }

    fn message(self, exception: Exception, class: &[u8]) -> Vec<u8> {
        let mut message = Value::EMPTY;
        // SAFETY: a live exception in, a place for a value out.
        unsafe {
            if !ffi::kobako_message(self.0.as_ptr(), &exception.0, &mut message) {
                ffi::kobako_raw_message(self.0.as_ptr(), &exception.0, &mut message);
            }
        }
        match self.view(&message) {
            View::Str(bytes) | View::Bin(bytes) => bytes.to_vec(),
            _ => class.to_vec(),
        }
    }
}
