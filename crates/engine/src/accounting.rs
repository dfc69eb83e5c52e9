//! Memory that outlives an invocation, as whoever embeds the engine wants to hear of it: a collector of garbage, say,
//! to which the objects that hold it look small.

use std::sync::OnceLock;

static LISTENER: OnceLock<fn(isize)> = OnceLock::new();

/// From now on `listener` is told of bytes that are kept, and with a negative number of bytes that are given back. It
/// may be called by any thread, which holds no lock of the engine then. The first listener stays.
pub fn account_to(listener: fn(isize)) {
    LISTENER.get_or_init(|| listener);
}

/// So many bytes more are kept, or less.
#[inline]
pub fn account(bytes: isize) {
    if bytes != 0
        && let Some(listener) = LISTENER.get()
    {
        listener(bytes);
    }
}
