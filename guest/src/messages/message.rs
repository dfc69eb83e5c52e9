//! A message of the host.

use std::slice;

use super::{heap, mailbox};

/// A message in the mailbox, or in memory that `allocate` gave, which is freed with it.
pub struct Message {
    pointer: u32,
    length: u32,
}

impl Message {
    /// The one that the host says to have written.
    pub fn new(pointer: u32, length: u32) -> Self {
        Self { pointer, length }
    }

    pub fn bytes(&self) -> &[u8] {
        if self.pointer == 0 {
            return &[];
        }
        // SAFETY: the host wrote a message of this length there.
        unsafe { slice::from_raw_parts(self.pointer as *const u8, self.length as usize) }
    }
}

impl Drop for Message {
    fn drop(&mut self) {
        if !mailbox::holds(self.pointer) {
            // SAFETY: the memory came from `allocate`, and the host gives it up with the call.
            unsafe { heap::free(self.pointer) }
        }
    }
}
