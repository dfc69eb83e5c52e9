//! Values laid open.

use std::ffi::{c_int, c_void};

use super::ffi::{self, Value, items, kind};
use super::interpreter::Mrb;

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
    Time,
    Date,
    DateTime,
    Decimal,
    Rational,
    Complex,
    Range,
    Set,
    /// A struct of the script's own.
    Record,
    Other,
}

impl Mrb {
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
                kind::TIME => View::Time,
                kind::DATE => View::Date,
                kind::DATE_TIME => View::DateTime,
                kind::DECIMAL => View::Decimal,
                kind::RATIONAL => View::Rational,
                kind::COMPLEX => View::Complex,
                kind::RANGE => View::Range,
                kind::SET => View::Set,
                kind::RECORD => View::Record,
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

    pub(super) fn bytes(self, value: &Value) -> Vec<u8> {
        match self.view(value) {
            View::Str(bytes) | View::Bin(bytes) | View::Symbol(bytes) => bytes.to_vec(),
            _ => Vec::new(),
        }
    }
}
