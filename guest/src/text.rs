//! Bytes that go to C and come from it.

use std::ptr;

/// Bytes that C reads, or that C gave.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Text {
    bytes: *const u8,
    len: usize,
}

impl Text {
    pub const NONE: Text = Text {
        bytes: ptr::null(),
        len: 0,
    };

    pub fn of(bytes: &[u8]) -> Self {
        Self {
            bytes: bytes.as_ptr(),
            len: bytes.len(),
        }
    }

    pub fn bytes(&self) -> &[u8] {
        if self.len == 0 {
            return &[];
        }
        // SAFETY: C gives bytes that stay in place as long as the text is borrowed.
        unsafe { std::slice::from_raw_parts(self.bytes, self.len) }
    }

    pub fn is_none(&self) -> bool {
        self.bytes.is_null()
    }
}
