//! Limits of every message, on both sides, and the extension codes.

/// Bytes that one message may have, its tag byte included.
pub const MAX_MESSAGE_BYTES: usize = 16 << 20;

/// Arrays and maps that may be open at once around a value.
pub const MAX_DEPTH: usize = 128;

/// Bytes of the absolute value of an integer.
pub const MAX_INTEGER_BYTES: usize = 1 << 20;

/// Bytes of the numerator, and of the denominator: whoever gets a fraction brings it to lowest terms, at a cost that grows
/// with their square.
pub const MAX_RATIONAL_BYTES: usize = 4 << 10;

/// Digits of a decimal before its point and after it, so that it is as short as a message when it is written out.
pub const MAX_DECIMAL_DIGITS: usize = 1 << 20;

/// The greatest handle id; the smallest is 1.
pub const MAX_HANDLE: u32 = 0x7fff_ffff;

pub(crate) const EXT_SYMBOL: i8 = 0;
pub(crate) const EXT_HANDLE: i8 = 1;
pub(crate) const EXT_FAULT: i8 = 2;
pub(crate) const EXT_INTEGER: i8 = 3;
pub(crate) const EXT_TIME: i8 = 4;
pub(crate) const EXT_DATE: i8 = 5;
pub(crate) const EXT_DATE_TIME: i8 = 6;
pub(crate) const EXT_DECIMAL: i8 = 7;
pub(crate) const EXT_RATIONAL: i8 = 8;
pub(crate) const EXT_COMPLEX: i8 = 9;
pub(crate) const EXT_RANGE: i8 = 10;
pub(crate) const EXT_SET: i8 = 11;
pub(crate) const EXT_RECORD: i8 = 12;
pub(crate) const EXT_ASKED_HANDLE: i8 = 13;
pub(crate) const EXT_GUEST_VALUE: i8 = 16;
