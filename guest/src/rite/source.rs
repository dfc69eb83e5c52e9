//! Big-endian numbers and bytes, one after another.

use super::damage::{Checked, Damage};

#[derive(Clone, Copy)]
pub struct Source<'a> {
    left: &'a [u8],
}

impl<'a> Source<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { left: bytes }
    }

    pub fn take(&mut self, count: usize) -> Checked<&'a [u8]> {
        let (taken, left) = self
            .left
            .split_at_checked(count)
            .ok_or(Damage("it ends too early"))?;
        self.left = left;
        Ok(taken)
    }

    pub fn u8(&mut self) -> Checked<u8> {
        Ok(self.take(1)?[0])
    }

    pub fn u16(&mut self) -> Checked<u16> {
        let bytes = self.take(2)?;
        Ok(u16::from_be_bytes([bytes[0], bytes[1]]))
    }

    pub fn u24(&mut self) -> Checked<u32> {
        let bytes = self.take(3)?;
        Ok(u32::from_be_bytes([0, bytes[0], bytes[1], bytes[2]]))
    }

    pub fn u32(&mut self) -> Checked<u32> {
        let bytes = self.take(4)?;
        Ok(u32::from_be_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]))
    }

    /// Bytes that are left.
    pub fn len(&self) -> usize {
        self.left.len()
    }

    pub fn finish(&self) -> Checked {
        if self.left.is_empty() {
            Ok(())
        } else {
            Err(Damage("there are bytes after the end of a part"))
        }
    }
}
