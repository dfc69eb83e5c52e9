//! A fixed place for short messages of the host, which spare it a call for memory.

use std::cell::UnsafeCell;

use kobako_wire::{abi, abi_name};

const SIZE: usize = 1024;
const BYTES: usize = abi::Mailbox::BYTES + SIZE;

/// What the export points to: the head, and the room.
#[repr(C, align(4))]
pub struct Mailbox(UnsafeCell<[u8; BYTES]>);

// SAFETY: the guest has one thread.
unsafe impl Sync for Mailbox {}

/// The host writes here only what is read before the guest calls it again.
#[unsafe(export_name = abi_name!(MAILBOX))]
static MAILBOX: Mailbox = Mailbox(UnsafeCell::new(head_only(0)));

/// With an empty room.
const fn head_only(reserve: u32) -> [u8; BYTES] {
    let mut bytes = [0; BYTES];
    let size = SIZE as u32;
    let head = abi::Mailbox { size, reserve }.to_bytes();
    bytes.split_at_mut(head.len()).0.copy_from_slice(&head);
    bytes
}

/// Says how much memory each invocation finds free, which the host counts as used. Memory would grow for a small
/// program already, which takes longer than to compile it, so the image has some pages, free.
#[cfg(target_family = "wasm")]
pub fn reserve() {
    use std::arch::wasm32::memory_size;

    use super::heap;

    /// A little less than two pages.
    const RESERVE: u32 = 128_000;
    const PAGE: usize = 64 << 10;

    let pages = memory_size(0);
    // SAFETY: what was allocated is not used.
    unsafe { heap::free(std::hint::black_box(heap::allocate(RESERVE))) }
    let reserve = (memory_size(0) - pages) * PAGE;
    // SAFETY: the guest has one thread, and nobody holds a reference.
    unsafe { *MAILBOX.0.get() = head_only(reserve as u32) }
}

/// Nothing elsewhere: only WebAssembly's memory grows by pages.
#[cfg(not(target_family = "wasm"))]
pub fn reserve() {}

/// Whether a message at `pointer` is in the mailbox, and so not to be freed.
pub fn holds(pointer: u32) -> bool {
    pointer == MAILBOX.0.get() as usize as u32 + abi::Mailbox::BYTES as u32
}
