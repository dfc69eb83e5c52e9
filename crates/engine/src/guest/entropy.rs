//! The entropy of a guest, which is the same in each invocation of its sandbox.

/// The sequence that a seed begins: SplitMix64.
pub struct Entropy(u64);

impl Entropy {
    /// The sequence of this seed, from its beginning.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Fills `target` with what comes next.
    pub fn fill(&mut self, target: &mut [u8]) {
        for chunk in target.chunks_mut(8) {
            chunk.copy_from_slice(&self.next()[..chunk.len()]);
        }
    }

    fn next(&mut self) -> [u8; 8] {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)).to_le_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entropy(seed: u64, len: usize) -> Vec<u8> {
        let mut target = vec![0; len];
        Entropy::new(seed).fill(&mut target);
        target
    }

    #[test]
    fn entropy_is_the_sequence_of_its_seed() {
        assert_eq!(entropy(7, 30), entropy(7, 30));
        assert_ne!(entropy(7, 30), entropy(8, 30));
        assert_eq!(entropy(7, 30)[..13], entropy(7, 13));
    }

    #[test]
    fn entropy_goes_on_from_one_call_to_the_next() {
        let mut sequence = Entropy::new(1);
        let (first, second) = (sequence.next(), sequence.next());
        assert_ne!(first, second);
        assert_eq!(entropy(1, 16), [first, second].concat());
    }
}
