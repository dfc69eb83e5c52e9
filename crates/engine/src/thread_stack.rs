//! How much is left of the native stack of a thread.

use std::{cell::Cell, hint};

/// Where a stack is; not asked yet when its end is 0.
#[derive(Clone, Copy)]
struct Bounds {
    start: usize,
    end: usize,
}

thread_local! {
    /// Where this thread's own stack is.
    static OWN: Cell<Bounds> = const { Cell::new(Bounds { start: 0, end: 0 }) };
}

/// Bytes that are left below the caller's frame; `None` if it is not on the stack that the thread was made with.
pub fn left() -> Option<usize> {
    let frame = 0u8;
    let here = hint::black_box(&raw const frame) as usize;
    let own = OWN.with(|thread| match thread.get() {
        Bounds { end: 0, .. } => {
            thread.set(bounds());
            thread.get()
        }
        known => known,
    });
    (own.start..own.end)
        .contains(&here)
        .then(|| here - own.start)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[inline(never)]
    fn below(bytes: usize) -> usize {
        let room = hint::black_box([0u8; 4096]);
        match bytes {
            0 => left().expect("on the thread's stack") + usize::from(room[0]),
            bytes => hint::black_box(below(bytes.saturating_sub(4096))),
        }
    }

    #[test]
    fn less_is_left_with_each_frame_and_no_more_than_the_thread_has() {
        let size = 1 << 20;
        let thread = std::thread::Builder::new().stack_size(size);
        let thread = thread.spawn(|| (below(0), below(256 << 10))).unwrap();
        let (before, deep) = thread.join().unwrap();
        assert!(
            before <= size + 64 * 1024,
            "{before} bytes are left of {size}"
        );
        assert!(before - deep >= 256 << 10, "{before}, then {deep}");
    }
}
