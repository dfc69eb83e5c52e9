//! How much is left of the native stack that Ruby code and this extension run on.
//!
//! A stack that overflows in native code makes Ruby jump over its frames: nothing there is dropped, and a sandbox
//! would stay as if it ran. So native code begins only where it has room to end.

use std::{borrow::Cow, cell::Cell, hint, sync::OnceLock};

use magnus::{Error, RModule, Ruby, prelude::*};

use super::trap::Stop;

/// Bytes that must be left for a guest to start or to go on, and for a service to be called.
pub const CALL: usize = 32 << 10;
/// The same for one level of a message.
const LEVEL: usize = 24 << 10;

/// Bytes of a fiber's stack where Ruby does not say.
const FIBER_STACK: usize = 512 << 10;

static FIBERS: OnceLock<usize> = OnceLock::new();

/// Where a stack is; not asked yet when its end is 0.
#[derive(Clone, Copy)]
struct Bounds {
    start: usize,
    end: usize,
}

thread_local! {
    /// Where this thread's own stack is.
    static THREAD: Cell<Bounds> = const { Cell::new(Bounds { start: 0, end: 0 }) };
}

/// An error unless a guest or a service has room to begin.
pub fn check() -> Result<(), Stop> {
    match left() {
        left if left < CALL => Err(Stop::NativeStack { left }),
        _ => Ok(()),
    }
}

/// The same for a call that comes from Ruby: the exception that Ruby has for it.
pub fn check_call(ruby: &Ruby) -> Result<(), Error> {
    check().map_err(|stop| too_deep(ruby, format!("stack level too deep: {stop}")))
}

/// Raises unless one more level of a message has room.
pub fn check_level(ruby: &Ruby) -> Result<(), Error> {
    if left() < LEVEL {
        return Err(too_deep(ruby, "stack level too deep"));
    }
    Ok(())
}

#[cold]
fn too_deep(ruby: &Ruby, message: impl Into<Cow<'static, str>>) -> Error {
    Error::new(ruby.exception_sys_stack_error(), message)
}

/// Bytes that are left below this frame.
fn left() -> usize {
    let frame = 0u8;
    let here = hint::black_box(&raw const frame) as usize;
    let own = THREAD.with(|thread| match thread.get() {
        Bounds { end: 0, .. } => {
            thread.set(bounds());
            thread.get()
        }
        known => known,
    });
    if (own.start..own.end).contains(&here) {
        return here - own.start;
    }
    // SAFETY: called by a Ruby thread; no pointer is asked for.
    let words = unsafe { rb_sys::ruby_stack_length(std::ptr::null_mut()) };
    let size = FIBERS.get().copied().unwrap_or(FIBER_STACK);
    size.saturating_sub(words as usize * size_of::<usize>())
}

#[cfg(target_os = "linux")]
fn bounds() -> Bounds {
    use std::{mem::MaybeUninit, ptr};

    let mut attributes = MaybeUninit::<libc::pthread_attr_t>::uninit();
    let (mut start, mut size) = (ptr::null_mut(), 0);
    // SAFETY: the attributes are those of this thread, read and destroyed once they are there.
    unsafe {
        if libc::pthread_getattr_np(libc::pthread_self(), attributes.as_mut_ptr()) != 0 {
            return Bounds {
                start: 0,
                end: usize::MAX,
            };
        }
        libc::pthread_attr_getstack(attributes.as_ptr(), &raw mut start, &raw mut size);
        libc::pthread_attr_destroy(attributes.as_mut_ptr());
    }
    Bounds {
        start: start as usize,
        end: start as usize + size,
    }
}

#[cfg(target_os = "macos")]
fn bounds() -> Bounds {
    // SAFETY: both ask about this thread.
    let (end, size) = unsafe {
        let thread = libc::pthread_self();
        (
            libc::pthread_get_stackaddr_np(thread) as usize,
            libc::pthread_get_stacksize_np(thread),
        )
    };
    Bounds {
        start: end - size,
        end,
    }
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
