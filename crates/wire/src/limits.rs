//! Limits of every message, on both sides, and the extension codes.

/// Bytes that one message may have, its tag byte included.
pub const MAX_MESSAGE_BYTES: usize = 16 << 20;

/// Arrays and maps that may be open at once around a value.
pub const MAX_DEPTH: usize = 128;

/// The greatest handle id; the smallest is 1.
pub const MAX_HANDLE: u32 = 0x7fff_ffff;

pub(crate) const EXT_SYMBOL: i8 = 0;
pub(crate) const EXT_HANDLE: i8 = 1;
pub(crate) const EXT_FAULT: i8 = 2;
pub(crate) const EXT_GUEST_VALUE: i8 = 16;
