//! What a guest reads from stdin.

use kobako_wire::abi::{FRAME_HEAD, frame_head};

/// The frames that a guest reads from stdin.
#[derive(Debug, Default)]
pub struct Frames {
    bytes: Vec<u8>,
    position: usize,
}

impl Frames {
    /// Puts each of `frames` behind its length, a big-endian u32.
    pub fn new<F: AsRef<[u8]>>(frames: &[F]) -> Self {
        let frames = frames.iter().map(AsRef::as_ref);
        let size = frames.clone().map(|frame| frame.len() + FRAME_HEAD).sum();
        let mut bytes = Vec::with_capacity(size);
        for frame in frames {
            let length =
                u32::try_from(frame.len()).expect("frames are checked against the message limit");
            bytes.extend_from_slice(&frame_head(length));
            bytes.extend_from_slice(frame);
        }
        Self { bytes, position: 0 }
    }

    /// Fills `target` as far as there are bytes, and gives how many that were.
    pub fn read(&mut self, target: &mut [u8]) -> usize {
        let rest = &self.bytes[self.position..];
        let size = rest.len().min(target.len());
        target[..size].copy_from_slice(&rest[..size]);
        self.position += size;
        size
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_carry_their_lengths_and_are_read_in_pieces() {
        let mut frames = Frames::new(&["ab", ""]);
        let mut target = [9; 7];
        assert_eq!(frames.read(&mut target), 7);
        assert_eq!(target, [0, 0, 0, 2, b'a', b'b', 0]);
        assert_eq!(frames.read(&mut target), 3);
        assert_eq!(frames.read(&mut target), 0);
    }
}
