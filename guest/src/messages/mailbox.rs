//! A fixed place for short messages of the host, which spare it a call of `__kobako_alloc`.

use std::cell::UnsafeCell;
use std::sync::atomic::AtomicU32;

const SIZE: usize = 1024;

/// What the export points to: the size of the room, the bytes of free memory, and the room.
#[repr(C)]
pub struct Mailbox {
    size: u32,
    reserve: AtomicU32,
    room: UnsafeCell<[u8; SIZE]>,
}

// SAFETY: the guest has one thread.
unsafe impl Sync for Mailbox {}

/// The host writes here only what is read before the guest calls it again.
#[unsafe(export_name = "__kobako_mailbox")]
static MAILBOX: Mailbox = Mailbox {
    size: SIZE as u32,
    reserve: AtomicU32::new(0),
    room: UnsafeCell::new([0; SIZE]),
};

/// Says how much memory each invocation finds free, which the host counts as used.
#[cfg(target_family = "wasm")]
pub fn declare_reserve(bytes: usize) {
    MAILBOX
        .reserve
        .store(bytes as u32, std::sync::atomic::Ordering::Relaxed);
}

/// Whether a message at `pointer` is in the mailbox, and so not to be freed.
pub fn holds(pointer: u32) -> bool {
    pointer == MAILBOX.room.get() as usize as u32
}
