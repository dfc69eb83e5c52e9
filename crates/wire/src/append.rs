//! Appending to a message.

/// Bytes that are copied one by one: of a copy whose length is not known ahead WebAssembly makes a call of its engine.
const SHORT: usize = 16;

/// Appends `text`.
#[inline]
pub(crate) fn append(bytes: &mut Vec<u8>, text: &[u8]) {
    match text.len() {
        0..=SHORT => text.iter().for_each(|byte| bytes.push(*byte)),
        _ => bytes.extend_from_slice(text),
    }
}

/// Appends once more the `length` bytes at `start`.
#[inline]
pub(crate) fn repeat(bytes: &mut Vec<u8>, start: usize, length: usize) {
    match length {
        0..=SHORT => (start..start + length).for_each(|at| bytes.push(bytes[at])),
        _ => bytes.extend_from_within(start..start + length),
    }
}
