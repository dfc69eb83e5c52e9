//! Which entries of the pack were read: what the host sees, and may ask for before a program is compiled.

use std::cell::UnsafeCell;

use kobako_wire::abi::PIECES_BYTES;
use kobako_wire::abi_name;

/// A bit for each entry, from the lowest of the first byte.
pub struct Pieces(UnsafeCell<[u8; PIECES_BYTES]>);

// SAFETY: the guest has one thread.
unsafe impl Sync for Pieces {}

#[unsafe(export_name = abi_name!(PIECES))]
static PIECES: Pieces = Pieces(UnsafeCell::new([0; PIECES_BYTES]));

/// An entry was read. Of those beyond the bits the host learns nothing.
pub fn note(number: usize) {
    // SAFETY: nobody holds a reference.
    let bits = unsafe { &mut *PIECES.0.get() };
    if let Some(byte) = bits.get_mut(number / 8) {
        *byte |= 1 << (number % 8);
    }
}

/// Those that were read, or that the host asks for, of which it is told no more.
pub fn take() -> Vec<usize> {
    // SAFETY: nobody holds a reference. The host may have written it.
    let bits = unsafe { PIECES.0.get().replace([0; PIECES_BYTES]) };
    let set = |number: &usize| bits[number / 8] & 1 << (number % 8) != 0;
    (0..8 * PIECES_BYTES).filter(set).collect()
}
