//! Values that are one token each and whose payload is checked as a whole: long integers, rationals, decimals, times
//! and dates. Texts and bytes are of type `B`: borrowed from a message, or owned.

mod big;
mod date;
mod decimal;
mod rational;
mod time;

pub use big::Big;
pub use date::Date;
pub use decimal::{Decimal, Special};
pub use rational::Rational;
pub use time::Time;

use crate::{Error, Result};

/// Refuses a payload.
pub(crate) fn malformed<T>(what: &'static str, reason: &'static str) -> Result<T> {
    Err(Error::Malformed { what, reason })
}

/// Refuses what has more than `limit` of `unit`.
fn within(what: &'static str, size: usize, limit: usize, unit: &'static str) -> Result<()> {
    if size <= limit {
        return Ok(());
    }
    Err(Error::Oversized {
        what,
        size,
        limit,
        unit,
    })
}

/// The first `N` bytes of a payload, and those after them.
fn head<'a, const N: usize>(what: &'static str, payload: &'a [u8]) -> Result<([u8; N], &'a [u8])> {
    match payload.split_first_chunk() {
        Some((head, rest)) => Ok((*head, rest)),
        None => malformed(what, "its payload is too short"),
    }
}

/// The byte that says whether a number is negative.
fn sign(what: &'static str, byte: u8) -> Result<bool> {
    match byte {
        0 => Ok(false),
        1 => Ok(true),
        _ => malformed(what, "its sign is neither 0 nor 1"),
    }
}
