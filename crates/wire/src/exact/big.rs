use super::{head, malformed, sign, within};
use crate::{MAX_INTEGER_BYTES, Result};

const WHAT: &str = "Integer";

/// An integer outside of -2⁶³ to 2⁶⁴-1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Big<B = Vec<u8>> {
    /// Whether it is below zero.
    pub negative: bool,
    /// Its absolute value, the lowest byte first, the last not 0.
    pub magnitude: B,
}

impl<'a> Big<&'a [u8]> {
    /// Reads a payload: the sign, then the magnitude.
    pub(crate) fn read(payload: &'a [u8]) -> Result<Self> {
        let ([byte], magnitude) = head(WHAT, payload)?;
        let negative = sign(WHAT, byte)?;
        let big = Big {
            negative,
            magnitude,
        };
        big.check()?;
        Ok(big)
    }

    /// An owned one.
    pub fn to_owned(self) -> Big {
        Big {
            negative: self.negative,
            magnitude: self.magnitude.to_vec(),
        }
    }
}

impl<B: AsRef<[u8]>> Big<B> {
    /// One that borrows.
    pub fn borrowed(&self) -> Big<&[u8]> {
        Big {
            negative: self.negative,
            magnitude: self.magnitude.as_ref(),
        }
    }

    /// The byte before the magnitude.
    pub(crate) fn head(&self) -> [u8; 1] {
        [self.negative.into()]
    }

    /// An error unless it is long enough, short enough and in its shortest form.
    pub(crate) fn check(&self) -> Result<()> {
        let magnitude = self.magnitude.as_ref();
        within(WHAT, magnitude.len(), MAX_INTEGER_BYTES, "bytes")?;
        match magnitude {
            [.., 0] => malformed(WHAT, "its last byte is 0"),
            _ if magnitude.len() > 8 => Ok(()),
            _ if self.negative && magnitude.len() == 8 && self.below() => Ok(()),
            _ => malformed(WHAT, "an int holds it"),
        }
    }

    /// Whether a negative one of 8 bytes is below -2⁶³.
    fn below(&self) -> bool {
        let bytes = self.magnitude.as_ref().first_chunk().copied();
        bytes.is_some_and(|bytes| u64::from_le_bytes(bytes) > 1 << 63)
    }
}
