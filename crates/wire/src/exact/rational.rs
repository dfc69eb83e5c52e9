use super::{head, malformed, sign, within};
use crate::{MAX_RATIONAL_BYTES, Result};

const WHAT: &str = "Rational";

/// A fraction. Whether it is in lowest terms is not looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rational<B = Vec<u8>> {
    /// Whether it is below zero.
    pub negative: bool,
    /// The numerator's absolute value, the lowest byte first, the last not 0; empty for 0.
    pub numerator: B,
    /// The denominator, likewise; not 0.
    pub denominator: B,
}

impl<'a> Rational<&'a [u8]> {
    /// Reads a payload: the sign, the numerator's length in two bytes, numerator and denominator.
    pub(crate) fn read(payload: &'a [u8]) -> Result<Self> {
        let ([byte, high, low], parts) = head(WHAT, payload)?;
        let length = u16::from_be_bytes([high, low]).into();
        let Some((numerator, denominator)) = parts.split_at_checked(length) else {
            return malformed(WHAT, "its numerator is longer than its payload");
        };
        let rational = Rational {
            negative: sign(WHAT, byte)?,
            numerator,
            denominator,
        };
        rational.check()?;
        Ok(rational)
    }

    /// An owned one.
    pub fn to_owned(self) -> Rational {
        Rational {
            negative: self.negative,
            numerator: self.numerator.to_vec(),
            denominator: self.denominator.to_vec(),
        }
    }
}

impl<B: AsRef<[u8]>> Rational<B> {
    /// One that borrows.
    pub fn borrowed(&self) -> Rational<&[u8]> {
        Rational {
            negative: self.negative,
            numerator: self.numerator.as_ref(),
            denominator: self.denominator.as_ref(),
        }
    }

    /// The bytes before the numerator.
    pub(crate) fn head(&self) -> [u8; 3] {
        let [high, low] = (self.numerator.as_ref().len() as u16).to_be_bytes();
        [self.negative.into(), high, low]
    }

    /// An error unless it has a denominator, and parts that are short enough and in their shortest forms.
    pub(crate) fn check(&self) -> Result<()> {
        let parts = [self.numerator.as_ref(), self.denominator.as_ref()];
        for part in parts {
            within(
                WHAT,
                part.len(),
                MAX_RATIONAL_BYTES,
                "bytes above or below its line",
            )?;
            if let [.., 0] = part {
                return malformed(WHAT, "the last byte of a part is 0");
            }
        }
        match parts {
            [_, []] => malformed(WHAT, "its denominator is 0"),
            [[], _] if self.negative => malformed(WHAT, "it is -0"),
            _ => Ok(()),
        }
    }
}
