//! mruby, safely: every call into C is here. No call raises into Rust; what can fail is a Result.

mod build;
mod call;
mod ffi;
mod request;

use std::ffi::{CStr, c_int, c_void};
use std::ptr::NonNull;
use std::slice;

use crate::float_text::hooks::FLOATS;
use crate::suggest::Reach;
pub use call::Yielded;
pub use ffi::Value;
use ffi::{kind, loaded};
pub use request::{Answer, Request};

/// The interpreter; there is one, and it lives as long as the module.
#[derive(Clone, Copy)]
pub struct Mrb(NonNull<ffi::State>);

/// An exception object that ended a program, a call or a builder.
#[derive(Clone, Copy)]
pub struct Exception(pub Value);

/// A compiled program, which the interpreter keeps until it runs.
pub struct Program(Value);

/// A value laid open. What it borrows stays in place until the next call that allocates.
pub enum View<'a> {
    Nil,
    Bool(bool),
    Int(i64),
    UInt(u64),
    Float(f64),
    Str(&'a [u8]),
    Bin(&'a [u8]),
    Symbol(&'a [u8]),
    Array(&'a [Value]),
    Hash(usize),
    Handle(u32),
    /// An Integer outside −2⁶³…2⁶⁴−1.
    Big,
    Other,
}

impl Mrb {
    /// Boots the interpreter; None if it cannot.
    pub fn open() -> Option<Mrb> {
        // SAFETY: the table is static, and the result is null or a state that is never closed.
        NonNull::new(unsafe {
            ffi::kobako_use_floats(&FLOATS);
            ffi::kobako_open(request::send)
        })
        .map(Mrb)
    }

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

    /// Says that all snippets ran: what runs at top level from here on is the program.
    pub fn end_snippets(self) {
        // SAFETY: it sets a flag.
        unsafe { ffi::kobako_end_snippets() }
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

    pub fn view<'a>(self, value: &'a Value) -> View<'a> {
        let mut view = ffi::View {
            kind: 0,
            len: 0,
            payload: ffi::Payload { int: 0 },
        };
        // SAFETY: C sets the field of `payload` that `kind` names, and pointers with their `len`.
        unsafe {
            ffi::kobako_view(self.0.as_ptr(), value, &mut view);
            let len = view.len as usize;
            match view.kind {
                kind::NIL => View::Nil,
                kind::FALSE => View::Bool(false),
                kind::TRUE => View::Bool(true),
                kind::INT => View::Int(view.payload.int),
                kind::UINT => View::UInt(view.payload.int as u64),
                kind::FLOAT => View::Float(view.payload.float),
                kind::STR => View::Str(items(view.payload.bytes, len)),
                kind::BIN => View::Bin(items(view.payload.bytes, len)),
                kind::SYMBOL => View::Symbol(items(view.payload.bytes, len)),
                kind::ARRAY => View::Array(items(view.payload.elements, len)),
                kind::HASH => View::Hash(len),
                kind::HANDLE => View::Handle(view.payload.int as u32),
                kind::BIG => View::Big,
                _ => View::Other,
            }
        }
    }

    /// Calls `each` with the pairs of a hash until it returns an error, which is the result.
    pub fn each_pair<E>(
        self,
        hash: &Value,
        each: impl FnMut(&Value, &Value) -> Result<(), E>,
    ) -> Result<(), E> {
        struct Call<F, E> {
            each: F,
            result: Result<(), E>,
        }
        extern "C" fn call<F, E>(data: *mut c_void, key: *const Value, value: *const Value) -> c_int
        where
            F: FnMut(&Value, &Value) -> Result<(), E>,
        {
            // SAFETY: `data` is the Call below, and C passes two live values.
            unsafe {
                let call = &mut *data.cast::<Call<F, E>>();
                call.result = (call.each)(&*key, &*value);
                c_int::from(call.result.is_err())
            }
        }
        fn callback<F, E>(_: &Call<F, E>) -> ffi::EachPair
        where
            F: FnMut(&Value, &Value) -> Result<(), E>,
        {
            call::<F, E>
        }
        let mut data = Call {
            each,
            result: Ok(()),
        };
        let callback = callback(&data);
        if !matches!(self.view(hash), View::Hash(_)) {
            return Ok(());
        }
        // SAFETY: the value is a hash, and the callback gets back the Call that it expects.
        unsafe {
            ffi::kobako_each_pair(self.0.as_ptr(), hash, callback, (&raw mut data).cast());
        }
        data.result
    }

    /// The name of the value's class; empty if it cannot be told.
    pub fn class_name(self, value: &Value) -> Vec<u8> {
        let mut name = Value::EMPTY;
        // SAFETY: a live value in, a place for one out.
        if unsafe { ffi::kobako_class_name(self.0.as_ptr(), value, &mut name) } {
            self.bytes(&name)
        } else {
            Vec::new()
        }
    }

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

    fn bytes(self, value: &Value) -> Vec<u8> {
        match self.view(value) {
            View::Str(bytes) | View::Bin(bytes) | View::Symbol(bytes) => bytes.to_vec(),
            _ => Vec::new(),
        }
    }
}

/// # Safety
/// `start` points to `len` items that stay in place for `'a`, unless `len` is 0.
unsafe fn items<'a, T>(start: *const T, len: usize) -> &'a [T] {
    if len == 0 {
        return &[];
    }
    // SAFETY: by the contract above.
    unsafe { slice::from_raw_parts(start, len) }
}
