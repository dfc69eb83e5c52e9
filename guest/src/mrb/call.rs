//! Constants, calls and blocks.

use std::ptr;

use super::build::built;
use super::exception::Exception;
use super::ffi::{self, Value};
use super::interpreter::Mrb;
use super::view::View;

/// How a block ended.
pub enum Yielded {
    Value(Value),
    Break(Value),
    Raised(Exception),
    /// By `throw`: raised again, the value goes on to its `catch`.
    Thrown(Value),
    /// By `return`, out of the method that it was written in.
    Returned,
}

/// Whether a constant may be bound that is there already.
#[derive(Clone, Copy)]
pub enum Shadowing {
    Allowed,
    Refused,
}

impl Mrb {
    /// Makes the constant `namespace::member` a value, which is frozen, or a service.
    pub fn bind(
        self,
        namespace: &str,
        member: &str,
        value: Option<&Value>,
        shadowing: Shadowing,
    ) -> Result<(), Exception> {
        let value = value.map_or(ptr::null(), ptr::from_ref);
        // SAFETY: both names are readable for their lengths, and C copies them; the value is alive.
        built(|out| unsafe {
            ffi::kobako_bind(
                self.0.as_ptr(),
                namespace.as_ptr(),
                namespace.len(),
                member.as_ptr(),
                member.len(),
                value,
                matches!(shadowing, Shadowing::Allowed),
                out,
            )
        })
        .map(drop)
    }

    /// The value of a top-level constant.
    pub fn constant(self, name: &str) -> Option<Value> {
        // SAFETY: the name is readable for its length; C copies it.
        built(|out| unsafe {
            ffi::kobako_constant(self.0.as_ptr(), name.as_ptr(), name.len(), out)
        })
        .ok()
    }

    /// The top-level constants that the baked image does not have.
    pub fn new_constants(self) -> Vec<String> {
        // SAFETY: C fills the place it gets.
        let names = built(|out| unsafe { ffi::kobako_new_constants(self.0.as_ptr(), out) });
        let Ok(names) = names else { return Vec::new() };
        let View::Array(names) = self.view(&names) else {
            return Vec::new();
        };
        names
            .iter()
            .map(|name| String::from_utf8_lossy(&self.bytes(name)).into_owned())
            .collect()
    }

    pub fn responds_to_call(self, object: &Value) -> bool {
        // SAFETY: a live object.
        unsafe { ffi::kobako_responds_to_call(self.0.as_ptr(), object) }
    }

    /// `object.call(*args)`; `args` is an Array.
    pub fn call(self, object: &Value, args: &Value) -> Result<Value, Exception> {
        debug_assert!(matches!(self.view(args), View::Array(_)));
        // SAFETY: a live object and an Array.
        built(|out| unsafe { ffi::kobako_call(self.0.as_ptr(), object, args, out) })
    }

    /// Calls a block; `args` is an Array.
    pub fn yield_to(self, block: &Value, args: &Value) -> Yielded {
        debug_assert!(matches!(self.view(args), View::Array(_)));
        let mut out = Value::EMPTY;
        // SAFETY: a block that its caller keeps alive, and an Array.
        match unsafe { ffi::kobako_yield(self.0.as_ptr(), block, args, &mut out) } {
            ffi::block::VALUE => Yielded::Value(out),
            ffi::block::BREAK => Yielded::Break(out),
            ffi::block::RAISED => Yielded::Raised(Exception(out)),
            ffi::block::THROWN => Yielded::Thrown(out),
            _ => Yielded::Returned,
        }
    }
}
