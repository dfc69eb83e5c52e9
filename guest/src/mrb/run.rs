//! Programs.

use std::ffi::CStr;

use super::build::built;
use super::exception::Exception;
use super::ffi::{self, Value, loaded};
use super::interpreter::Mrb;

/// A compiled program, which the interpreter keeps until it runs.
pub struct Program(Value);

impl Mrb {
    /// Compiles a program; `file` is its name in backtraces, `line` the number of its first line.
    pub fn compile(self, file: &CStr, line: u16, source: &[u8]) -> Result<Program, Exception> {
        let mut out = Value::EMPTY;
        // SAFETY: the source is readable for its length, which is all that C reads of it.
        let compiled = unsafe {
            ffi::kobako_compile(
                self.0.as_ptr(),
                file.as_ptr(),
                line,
                source.as_ptr(),
                source.len(),
                &mut out,
            )
        };
        if compiled {
            Ok(Program(out))
        } else {
            Err(Exception(out))
        }
    }

    /// Runs a program at top level.
    pub fn run(self, Program(program): Program) -> Result<Value, Exception> {
        let mut out = Value::EMPTY;
        // SAFETY: the value is one that `compile` made and keeps, and it is used up.
        let ran = unsafe { ffi::kobako_run(self.0.as_ptr(), &program, &mut out) };
        if ran { Ok(out) } else { Err(Exception(out)) }
    }

    /// Runs what `at_exit` was given; how the program ends then.
    pub fn leave(self, ended: Result<Value, Exception>) -> Result<Value, Exception> {
        let (well, mut out) = match ended {
            Ok(value) => (true, value),
            Err(Exception(exception)) => (false, exception),
        };
        // SAFETY: the value is alive, and C keeps it while blocks of the program run.
        let well = unsafe { ffi::kobako_leave(self.0.as_ptr(), well, &mut out) };
        if well { Ok(out) } else { Err(Exception(out)) }
    }

    /// Sets `$0`, so that a program which asks `__FILE__ == $0` is told that it is the one.
    pub fn name_program(self, file: &CStr) -> Result<(), Exception> {
        // SAFETY: the name ends in NUL; C copies it.
        built(|out| unsafe { ffi::kobako_name_program(self.0.as_ptr(), file.as_ptr(), out) })
            .map(drop)
    }

    /// Compiles a source that runs when `file` is required.
    pub fn define_library(self, file: &CStr, source: &[u8]) -> Result<(), Exception> {
        // SAFETY: the source is readable for its length, which is all that C reads of it.
        built(|out| unsafe {
            ffi::kobako_define_library(
                self.0.as_ptr(),
                file.as_ptr(),
                source.as_ptr(),
                source.len(),
                out,
            )
        })
        .map(drop)
    }

    /// Loads a feature of the standard library whose `require` comes next; whether one after it may be loaded so, too.
    pub fn require_ahead(self, feature: &str) -> bool {
        // SAFETY: the name is readable for its length; C copies it, and raises nothing.
        unsafe { ffi::kobako_require_ahead(self.0.as_ptr(), feature.as_ptr(), feature.len()) }
    }

    /// Reads a feature of the standard library, which a `require` may then run; what fails is left to that.
    pub fn read_feature(self, feature: &str) {
        // SAFETY: the name is readable for its length; C copies it, and raises nothing.
        unsafe { ffi::kobako_read_feature(self.0.as_ptr(), feature.as_ptr(), feature.len()) }
    }

    /// Reads a group of methods of the core; what fails is left to their first call.
    pub fn read_methods(self, group: &str) {
        // SAFETY: as above.
        unsafe { ffi::kobako_read_group(self.0.as_ptr(), group.as_ptr(), group.len()) }
    }

    /// Runs a RITE binary at top level; None if it is not one of this interpreter.
    pub fn run_bytecode(self, code: &[u8]) -> Option<Result<Value, Exception>> {
        let mut out = Value::EMPTY;
        // SAFETY: the code is readable for its length, which is all that C reads of it.
        let loaded = unsafe {
            ffi::kobako_run_bytecode(self.0.as_ptr(), code.as_ptr(), code.len(), &mut out)
        };
        match loaded {
            loaded::RAISED => Some(Err(Exception(out))),
            loaded::RAN => Some(Ok(out)),
            _ => None,
        }
    }
}
