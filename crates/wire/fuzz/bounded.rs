//! Decodes under the bound that `tests/allocation.rs` sets.

#[path = "../tests/counting/mod.rs"]
mod counting;

use kobako_wire::{Result, Value};

/// Heap bytes that a decoder may take per byte of message, and on top.
const PER_BYTE: usize = size_of::<Value>() + 8;
const BASE: usize = 1024;

/// What `decode` makes of the bytes; panics if it takes too much memory.
pub fn decode<T>(bytes: &[u8], decode: fn(&[u8]) -> Result<T>) -> Result<T> {
    let mut decoded = None;
    let peak = counting::peak_during(|| decoded = Some(decode(bytes)));
    let limit = bytes.len() * PER_BYTE + BASE;
    assert!(peak <= limit, "{peak} heap bytes for {}", bytes.len());
    decoded.expect("it was called")
}
