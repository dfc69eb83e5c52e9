//! How much is left of the native stack that Ruby code and this extension run on.
//!
//! A stack that overflows in native code makes Ruby jump over its frames: nothing there is dropped, and a sandbox
//! would stay as if it ran. So native code begins only where it has room to end.

use std::sync::OnceLock;

use kobako_engine::thread_stack;
use magnus::{Error, RModule, Ruby, prelude::*};

use crate::{ending::Ending, errors};

/// Bytes that must be left for a guest to start or to go on, and for a service to be called.
const CALL: usize = 32 << 10;
/// The same for one level of a message.
const LEVEL: usize = 24 << 10;

/// Bytes of a fiber's stack where Ruby does not say.
const FIBER_STACK: usize = 512 << 10;

static FIBERS: OnceLock<usize> = OnceLock::new();

/// An error unless a guest or a service has room to begin.
pub fn check() -> Result<(), Ending> {
    match left() {
        left if left < CALL => Err(Ending::NativeStack { left, needed: CALL }),
        _ => Ok(()),
    }
}

/// The same for a call that comes from Ruby: the exception that Ruby has for it.
pub fn check_call(ruby: &Ruby) -> Result<(), Error> {
    check().map_err(|ending| too_deep(ruby, &format!("stack level too deep: {ending}")))
}

/// Raises unless one more level of a message has room.
pub fn check_level(ruby: &Ruby) -> Result<(), Error> {
    if left() < LEVEL {
        return Err(too_deep(ruby, "stack level too deep"));
    }
    Ok(())
}

#[cold]
fn too_deep(ruby: &Ruby, message: &str) -> Error {
    errors::made(ruby.exception_sys_stack_error(), message)
}

/// Bytes that are left below this frame.
fn left() -> usize {
    if let Some(left) = thread_stack::left() {
        return left;
    }
    // SAFETY: called by a Ruby thread; no pointer is asked for.
    let words = unsafe { rb_sys::ruby_stack_length(std::ptr::null_mut()) };
    let size = FIBERS.get().copied().unwrap_or(FIBER_STACK);
    size.saturating_sub(words as usize * size_of::<usize>())
}

/// Asks Ruby how large the stacks of fibers are.
pub fn init(ruby: &Ruby) {
    let parameters = ruby
        .class_object()
        .const_get::<_, RModule>("RubyVM")
        .and_then(|vm| vm.const_get::<_, magnus::RHash>("DEFAULT_PARAMS"))
        .and_then(|all| all.lookup::<_, usize>(ruby.to_symbol("fiber_machine_stack_size")));
    FIBERS.get_or_init(|| parameters.unwrap_or(FIBER_STACK));
}
