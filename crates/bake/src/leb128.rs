//! LEB128, the numbers of the binary format.

/// Appends an unsigned number.
pub fn push(out: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// Appends a number where the format expects a signed one.
pub fn push_signed(out: &mut Vec<u8>, mut value: u32) {
    while value >= 0x40 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// Takes an unsigned number from the front, or a signed one that is not negative.
pub fn take(body: &mut &[u8]) -> Option<u32> {
    let (mut value, mut shift) = (0u32, 0);
    loop {
        let (byte, after) = body.split_first()?;
        *body = after;
        value |= u32::from(byte & 0x7f).checked_shl(shift)?;
        if byte & 0x80 == 0 {
            return Some(value);
        }
        shift += 7;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_what_it_reads() {
        for value in [0, 0x7f, 0x80, 0x3fff, 0x4000, u32::MAX] {
            let mut out = Vec::new();
            push(&mut out, value);
            assert_eq!(take(&mut out.as_slice()), Some(value));
        }
    }

    #[test]
    fn writes_offsets_as_signed_numbers() {
        for value in [0x3f, 0x40, 0x1fff, 0x2000, 0x0020_0000, u32::from(u16::MAX)] {
            let mut out = Vec::new();
            push_signed(&mut out, value);
            assert_eq!(out.last().unwrap() & 0x40, 0, "{value:#x} is not negative");
            assert_eq!(take(&mut out.as_slice()), Some(value));
        }
    }
}
