//! A pointer and a length in one i64, as calls across the boundary return them.

/// The pointer in the high 32 bits, the length in the low.
pub fn pack(pointer: u32, length: u32) -> i64 {
    (u64::from(pointer) << 32 | u64::from(length)) as i64
}

/// The pointer and the length.
pub fn unpack(packed: i64) -> (u32, u32) {
    ((packed as u64 >> 32) as u32, packed as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unpacks_what_was_packed() {
        for pair in [(0, 0), (1, 2), (u32::MAX, 0), (0x8000_0000, u32::MAX)] {
            let (pointer, length) = pair;
            assert_eq!(unpack(pack(pointer, length)), pair);
        }
    }
}
