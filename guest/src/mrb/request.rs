//! The call back from C: a method of a service or of a handle that the guest calls.

use super::ffi::{self, Value, items};

/// What the guest calls, alive as long as the call.
pub struct Request<'a> {
    raw: &'a ffi::Request,
}

/// What the call comes to.
pub enum Answer {
    /// Its result.
    Value(Value),
    /// `[kind, message, details]` of a `Kobako::ServiceError`.
    Fault(Value),
    /// The same, unless Enumerable has that method, which then runs over the object's `each`.
    Enumerable(Value),
    /// The message of a `TypeError`: an argument cannot leave the sandbox.
    Unsendable(Value),
    /// The exception that the call's block raised, which goes on.
    Reraise(Value),
}

impl<'a> Request<'a> {
    pub(super) fn new(raw: &'a ffi::Request) -> Self {
        Self { raw }
    }
    /// The path of a service; None for a handle.
    pub fn path(&self) -> Option<&[u8]> {
        // SAFETY: C sets a path with its length, or NULL.
        (!self.raw.path.is_null()).then(|| unsafe { items(self.raw.path, self.raw.path_len) })
    }

    pub fn handle(&self) -> u32 {
        self.raw.handle
    }

    pub fn method(&self) -> &[u8] {
        // SAFETY: C sets a name with its length.
        unsafe { items(self.raw.method, self.raw.method_len) }
    }

    pub fn args(&self) -> &[Value] {
        // SAFETY: C sets the arguments with their count.
        unsafe { items(self.raw.args, self.raw.argc) }
    }

    /// A Hash, or nil.
    pub fn keywords(&self) -> &Value {
        // SAFETY: C sets a live value.
        unsafe { &*self.raw.keywords }
    }

    pub fn block(&self) -> Option<Value> {
        // SAFETY: C sets a live block, or NULL.
        unsafe { self.raw.block.as_ref() }.copied()
    }
}
