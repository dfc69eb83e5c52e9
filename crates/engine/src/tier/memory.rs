//! Reads of a guest's memory, every one of them checked: the guest may have written anything there.

/// The memory of a guest.
#[derive(Clone, Copy)]
pub struct Memory<'a>(pub &'a [u8]);

impl<'a> Memory<'a> {
    pub fn bytes(self, at: u32, length: usize) -> Option<&'a [u8]> {
        self.0.get(at as usize..)?.get(..length)
    }

    pub fn u16(self, at: u32) -> Option<u16> {
        let bytes = self.bytes(at, 2)?;
        Some(u16::from_le_bytes(bytes.try_into().ok()?))
    }

    pub fn u32(self, at: u32) -> Option<u32> {
        let bytes = self.bytes(at, 4)?;
        Some(u32::from_le_bytes(bytes.try_into().ok()?))
    }

    pub fn u64(self, at: u32) -> Option<u64> {
        let bytes = self.bytes(at, 8)?;
        Some(u64::from_le_bytes(bytes.try_into().ok()?))
    }
}
