//! Everything that can be wrong with a message, read or written.

use crate::{MAX_DEPTH, MAX_HANDLE, MAX_MESSAGE_BYTES};

/// Shorthand for this crate's results.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a message was refused; `at` is the offset of the offending byte.
#[derive(thiserror::Error, Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// The message has, or would get, more bytes than the limit.
    #[error("message of {size} bytes, the limit is {MAX_MESSAGE_BYTES} (send less at a time)")]
    TooLarge {
        /// Bytes the message has or needs.
        size: usize,
    },
    /// A container opens inside as many as are allowed; a cycle ends here too.
    #[error("nested deeper than {MAX_DEPTH} levels (send a flatter or acyclic value)")]
    TooDeep,
    /// The message ends before the value does.
    #[error(
        "message ends at byte {at}, {needed} more needed, {left} left (send the whole message)"
    )]
    Truncated {
        /// Offset where the bytes were needed.
        at: usize,
        /// Bytes needed there.
        needed: usize,
        /// Bytes left there.
        left: usize,
    },
    /// A length is declared that the bytes left cannot hold.
    #[error("length {declared} declared at byte {at}, {left} bytes left (declare what is sent)")]
    Overdeclared {
        /// Offset of the marker.
        at: usize,
        /// Bytes (of a text, binary or extension), or least bytes (of a container) declared.
        declared: usize,
        /// Bytes left that no open container is owed.
        left: usize,
    },
    /// A container was opened and not filled, or nothing was written or read.
    #[error("{missing} values missing (give each container as many as it declares)")]
    Unfinished {
        /// Values still owed.
        missing: usize,
    },
    /// A value after the one that a message holds.
    #[error("message already holds its one value (put several into an array)")]
    Complete,
    /// Bytes after the value.
    #[error("{left} bytes after the value, 0 are allowed (send one value in a message)")]
    Trailing {
        /// Bytes left over.
        left: usize,
    },
    /// The marker 0xc1, which MessagePack leaves unused.
    #[error("reserved marker 0xc1 at byte {at} (use a type of the wire)")]
    Reserved {
        /// Offset of the marker.
        at: usize,
    },
    /// An extension that the wire does not have.
    #[error("extension {code} at byte {at}, known are 0 to 13 and 16 (use one of these)")]
    UnknownExtension {
        /// Offset of the marker.
        at: usize,
        /// The extension's code.
        code: i8,
    },
    /// A value whose payload is none of its type.
    #[error("{what} that is none: {reason} (send it as docs/wire.md says)")]
    Malformed {
        /// The type.
        what: &'static str,
        /// What is wrong.
        reason: &'static str,
    },
    /// A value that is longer than its type may be.
    #[error("{what} of {size} {unit}, the limit is {limit} (send it in parts, or as a String)")]
    Oversized {
        /// The type.
        what: &'static str,
        /// Its size.
        size: usize,
        /// The size that it may have.
        limit: usize,
        /// What is counted.
        unit: &'static str,
    },
    /// The mark of a container elsewhere than first in an array.
    #[error("the mark of a {what} at byte {at}, it begins an array (send it there)")]
    Misplaced {
        /// Offset of the marker.
        at: usize,
        /// The type.
        what: &'static str,
    },
    /// A handle that is not a fixext 4.
    #[error(
        "handle of {length} bytes at byte {at}, framed as fixext 4 only (send d6 01 + 4 bytes)"
    )]
    HandleFraming {
        /// Offset of the marker.
        at: usize,
        /// Bytes of payload.
        length: usize,
    },
    /// A handle id that is 0 or above the limit.
    #[error("handle id {id}, ids are 1 to {MAX_HANDLE} (send a handle that was given out)")]
    HandleRange {
        /// The id.
        id: u32,
    },
    /// A guest value that is not an ext 8 of 9 bytes.
    #[error(
        "guest value of {length} bytes at byte {at}, framed as ext 8 of 9 only (send c7 09 10 + 9 bytes)"
    )]
    GuestValueFraming {
        /// Offset of the marker.
        at: usize,
        /// Bytes of payload.
        length: usize,
    },
    /// The id of a guest value that is 0 or above the limit.
    #[error("guest value {id}, ids are 1 to {MAX_HANDLE} (send one that was given out)")]
    GuestValueRange {
        /// The id.
        id: u32,
    },
    /// A guest value of a kind that is not known.
    #[error("guest value of kind {kind} at byte {at}, known are 0 to 3 (use one of these)")]
    UnknownKind {
        /// Offset of the marker.
        at: usize,
        /// The kind.
        kind: u8,
    },
    /// A fault in a fixext.
    #[error("fault in fixext {length} at byte {at}, framed as ext 8, 16 or 32 only (use these)")]
    FaultFraming {
        /// Offset of the marker.
        at: usize,
        /// Bytes of payload.
        length: usize,
    },
    /// A fault of a type that is not runtime, argument or undefined.
    #[error("fault type \"{}\", known are runtime, argument and undefined (use one of these)", name.escape_default())]
    UnknownFault {
        /// The type, cut to a readable length.
        name: Box<str>,
    },
    /// A str that is not UTF-8.
    #[error("str at byte {at} is not UTF-8 (send it as bin)")]
    StrNotUtf8 {
        /// Offset of the marker.
        at: usize,
    },
    /// A symbol whose name is not UTF-8.
    #[error("symbol at byte {at} is not UTF-8 (name it in UTF-8)")]
    SymbolNotUtf8 {
        /// Offset of the marker.
        at: usize,
    },
    /// An envelope has another type of value where it needs one.
    #[error("{found} where {expected} is needed (follow the envelope's shape)")]
    Unexpected {
        /// What the envelope needs.
        expected: &'static str,
        /// What it got.
        found: &'static str,
    },
    /// An envelope's array is of another length.
    #[error("{what} of {found} elements, it has {expected} (follow the envelope's shape)")]
    Arity {
        /// The envelope or its part.
        what: &'static str,
        /// Elements it has by contract.
        expected: usize,
        /// Elements it came with.
        found: usize,
    },
    /// A key that an envelope requires is absent.
    #[error("{what} without \"{}\" (the key is required)", key.escape_default())]
    MissingKey {
        /// The envelope.
        what: &'static str,
        /// The absent key.
        key: &'static str,
    },
    /// A key stands twice in an envelope.
    #[error("{what} with \"{}\" twice (send each key once)", key.escape_default())]
    DuplicateKey {
        /// The envelope.
        what: &'static str,
        /// The repeated key.
        key: &'static str,
    },
    /// An envelope that begins with a tag byte has no bytes.
    #[error("{what} of 0 bytes, it begins with a tag byte (send the tag and a value)")]
    Empty {
        /// The envelope.
        what: &'static str,
    },
    /// An envelope begins with a tag, or holds a variant, that it does not know.
    #[error("{what} tagged {tag}, known are {known} (use one of these)")]
    UnknownTag {
        /// The envelope.
        what: &'static str,
        /// The tag it came with.
        tag: i64,
        /// The tags it knows.
        known: &'static str,
    },
}

/// What sort of wrong an [`Error`] is; golden vectors name these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ErrorKind {
    /// Bytes or values are missing.
    Truncated,
    /// A type, range or shape that the wire does not have.
    InvalidType,
    /// Text that is not UTF-8.
    InvalidEncoding,
    /// Past [`MAX_DEPTH`].
    TooDeep,
    /// Past [`MAX_MESSAGE_BYTES`].
    TooLarge,
    /// More than one value.
    Trailing,
}

impl Error {
    /// The sort of this error.
    pub fn kind(&self) -> ErrorKind {
        match self {
            Error::TooLarge { .. } | Error::Oversized { .. } => ErrorKind::TooLarge,
            Error::TooDeep => ErrorKind::TooDeep,
            Error::Truncated { .. }
            | Error::Overdeclared { .. }
            | Error::Unfinished { .. }
            | Error::Empty { .. } => ErrorKind::Truncated,
            Error::Trailing { .. } | Error::Complete => ErrorKind::Trailing,
            Error::StrNotUtf8 { .. } | Error::SymbolNotUtf8 { .. } => ErrorKind::InvalidEncoding,
            Error::Reserved { .. }
            | Error::UnknownExtension { .. }
            | Error::Malformed { .. }
            | Error::Misplaced { .. }
            | Error::HandleFraming { .. }
            | Error::HandleRange { .. }
            | Error::GuestValueFraming { .. }
            | Error::GuestValueRange { .. }
            | Error::UnknownKind { .. }
            | Error::FaultFraming { .. }
            | Error::UnknownFault { .. }
            | Error::Unexpected { .. }
            | Error::Arity { .. }
            | Error::MissingKey { .. }
            | Error::DuplicateKey { .. }
            | Error::UnknownTag { .. } => ErrorKind::InvalidType,
        }
    }
}
