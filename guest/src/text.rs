//! Texts between Rust and C (`struct kobako_text`).

/// Bytes that C reads, or that C gave.
#[repr(C)]
pub struct Text {
    bytes: *const u8,
    len: usize,
}

impl Text {
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
}
