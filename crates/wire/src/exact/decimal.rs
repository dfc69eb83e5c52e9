use super::{head, malformed, within};
use crate::{MAX_DECIMAL_DIGITS, Result};

const WHAT: &str = "BigDecimal";

/// A decimal number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decimal<B = Vec<u8>> {
    /// One that has no digits.
    Special(Special),
    /// `digits * 10**exponent`.
    Finite {
        /// Whether it is below zero.
        negative: bool,
        /// The power of ten that the last digit counts.
        exponent: i32,
        /// From 0 to 9 in ASCII; neither the first nor the last is 0.
        digits: B,
    },
}

/// A decimal without digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Special {
    /// Not a number.
    NaN,
    /// 0
    Zero,
    /// -0
    NegativeZero,
    /// Above every number.
    Infinity,
    /// Below every number.
    NegativeInfinity,
}

const SPECIALS: [Special; 5] = [
    Special::NaN,
    Special::Zero,
    Special::NegativeZero,
    Special::Infinity,
    Special::NegativeInfinity,
];
const POSITIVE: u8 = SPECIALS.len() as u8;
const NEGATIVE: u8 = POSITIVE + 1;

impl<'a> Decimal<&'a [u8]> {
    /// Reads a payload: the kind, then exponent and digits.
    pub(crate) fn read(payload: &'a [u8]) -> Result<Self> {
        let ([kind], number) = head(WHAT, payload)?;
        if let Some(special) = SPECIALS.get(usize::from(kind)) {
            return match number {
                [] => Ok(Decimal::Special(*special)),
                _ => malformed(WHAT, "it has digits and is none or zero"),
            };
        }
        if kind > NEGATIVE {
            return malformed(WHAT, "its kind is none from 0 to 6");
        }
        let (exponent, digits) = head(WHAT, number)?;
        let decimal = Decimal::Finite {
            negative: kind == NEGATIVE,
            exponent: i32::from_be_bytes(exponent),
            digits,
        };
        decimal.check()?;
        Ok(decimal)
    }

    /// An owned one.
    pub fn to_owned(self) -> Decimal {
        match self {
            Decimal::Special(special) => Decimal::Special(special),
            Decimal::Finite {
                negative,
                exponent,
                digits,
            } => Decimal::Finite {
                negative,
                exponent,
                digits: digits.to_vec(),
            },
        }
    }
}

impl<B: AsRef<[u8]>> Decimal<B> {
    /// One that borrows.
    pub fn borrowed(&self) -> Decimal<&[u8]> {
        match self {
            Decimal::Special(special) => Decimal::Special(*special),
            Decimal::Finite {
                negative,
                exponent,
                digits,
            } => Decimal::Finite {
                negative: *negative,
                exponent: *exponent,
                digits: digits.as_ref(),
            },
        }
    }

    /// The byte that begins the payload.
    pub(crate) fn kind(&self) -> u8 {
        match self {
            Decimal::Special(special) => SPECIALS
                .iter()
                .position(|each| each == special)
                .map_or(0, |at| at as u8),
            Decimal::Finite { negative, .. } => POSITIVE + u8::from(*negative),
        }
    }

    /// An error unless it is in its shortest form, and as short as it may be when it is written without an exponent.
    pub(crate) fn check(&self) -> Result<()> {
        let Decimal::Finite {
            exponent, digits, ..
        } = self
        else {
            return Ok(());
        };
        let (digits, exponent) = (digits.as_ref(), i64::from(*exponent));
        let whole = (digits.len() as i64 + exponent).max(0) as usize;
        let fraction = (-exponent).max(0) as usize;
        for size in [digits.len(), whole, fraction] {
            within(
                WHAT,
                size,
                MAX_DECIMAL_DIGITS,
                "digits before or after its point",
            )?;
        }
        match digits {
            [] | [b'0', ..] | [.., b'0'] => malformed(WHAT, "its digits begin or end with a 0"),
            _ if digits.iter().all(u8::is_ascii_digit) => Ok(()),
            _ => malformed(WHAT, "its digits are not all from 0 to 9"),
        }
    }
}
