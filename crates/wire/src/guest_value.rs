//! What stands in a message for a value that stays in the guest.

use crate::{Error, MAX_HANDLE, Result};

/// What the host knows of a guest's value before it asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GuestKind {
    /// None of the others; it may be one that cannot cross.
    Other,
    /// A String.
    String,
    /// An Array.
    Array,
    /// A Hash.
    Hash,
}

impl GuestKind {
    const ALL: [GuestKind; 4] = [
        GuestKind::Other,
        GuestKind::String,
        GuestKind::Array,
        GuestKind::Hash,
    ];
}

/// A value that stays in the guest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GuestValue {
    /// From 1 to [`MAX_HANDLE`]; the guest keeps the value until the host has released each one that was sent.
    pub id: u32,
    /// What it is.
    pub kind: GuestKind,
    /// About how many bytes of the guest's memory it takes.
    pub size: u32,
}

impl GuestValue {
    /// Bytes of the payload.
    pub(crate) const BYTES: usize = 9;

    pub(crate) fn to_bytes(self) -> Result<[u8; Self::BYTES]> {
        let [a, b, c, d] = checked(self.id)?.to_be_bytes();
        let [e, f, g, h] = self.size.to_be_bytes();
        Ok([a, b, c, d, self.kind as u8, e, f, g, h])
    }

    /// `at` is where the value begins.
    pub(crate) fn from_bytes(bytes: [u8; Self::BYTES], at: usize) -> Result<Self> {
        let [a, b, c, d, kind, e, f, g, h] = bytes;
        let known = GuestKind::ALL.get(usize::from(kind));
        Ok(GuestValue {
            id: checked(u32::from_be_bytes([a, b, c, d]))?,
            kind: *known.ok_or(Error::UnknownKind { at, kind })?,
            size: u32::from_be_bytes([e, f, g, h]),
        })
    }
}

fn checked(id: u32) -> Result<u32> {
    match id {
        1..=MAX_HANDLE => Ok(id),
        _ => Err(Error::GuestValueRange { id }),
    }
}
