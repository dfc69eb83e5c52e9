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

/// Bytes that are looked at in one step where they are ASCII.
const STEP: usize = 64;

/// The same as `str::from_utf8`, quicker for long ASCII: that reads words of 32 bits here.
pub fn utf8(bytes: &[u8]) -> Option<&str> {
    let steps = bytes.as_chunks::<STEP>().0;
    let plain = steps.iter().take_while(|step| is_ascii(step)).count() * STEP;
    std::str::from_utf8(&bytes[plain..]).ok()?;
    // SAFETY: ASCII, and what follows it is UTF-8.
    Some(unsafe { std::str::from_utf8_unchecked(bytes) })
}

fn is_ascii(step: &[u8; STEP]) -> bool {
    let ([a, b, c, d, e, f, g, h], []) = step.as_chunks() else {
        return false;
    };
    let word = |bytes: &[u8; 8]| u64::from_le_bytes(*bytes);
    let (one, other) = (
        word(a) | word(b) | word(c) | word(d),
        word(e) | word(f) | word(g) | word(h),
    );
    (one | other) & 0x8080_8080_8080_8080 == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_utf8_as_the_standard_library_does() {
        let parts: [&[u8]; 5] = [b"", b"x", "ß".as_bytes(), b"\xff", "€".as_bytes()];
        for length in [0, 1, 7, 8, 63, 64, 65, 127, 128, 129, 200] {
            for at in 0..=length {
                for part in parts {
                    let mut bytes = vec![b'a'; length];
                    bytes.splice(at..at, part.iter().copied());
                    assert_eq!(utf8(&bytes), std::str::from_utf8(&bytes).ok());
                    bytes.pop();
                    assert_eq!(utf8(&bytes), std::str::from_utf8(&bytes).ok());
                }
            }
        }
    }
}
