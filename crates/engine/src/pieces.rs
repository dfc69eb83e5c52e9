//! Which pieces of its own code a guest read while it ran a program.

use kobako_wire::abi::PIECES_BYTES;

/// A set of pieces.
#[derive(Clone, Copy)]
pub struct Pieces([u8; PIECES_BYTES]);

impl Default for Pieces {
    fn default() -> Self {
        Self([0; PIECES_BYTES])
    }
}

impl Pieces {
    /// Those whose bits are set; `None` of another number of bytes.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    /// Takes others in.
    pub fn add(&mut self, others: Self) {
        let bytes = self.0.iter_mut().zip(others.0);
        bytes.for_each(|(byte, other)| *byte |= other);
    }

    /// Their bits.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}
