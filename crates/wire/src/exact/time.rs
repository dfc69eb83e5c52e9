use super::malformed;
use crate::Result;

const WHAT: &str = "Time";
const UTC: i32 = i32::MIN;

/// A moment, and the clock that shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Time {
    /// Whole seconds since the epoch.
    pub seconds: i64,
    /// Nanoseconds of the next one, below 1,000,000,000.
    pub nanoseconds: u32,
    /// Seconds by which its clock is ahead of UTC, less than a day; None for UTC itself.
    pub offset: Option<i32>,
}

impl Time {
    /// Reads a payload: seconds, nanoseconds, offset.
    pub(crate) fn read(payload: &[u8]) -> Result<Self> {
        let Ok(payload) = <[u8; 16]>::try_from(payload) else {
            return malformed(WHAT, "its payload is not of 16 bytes");
        };
        let [seconds @ .., a, b, c, d, e, f, g, h] = payload;
        let offset = i32::from_be_bytes([e, f, g, h]);
        let time = Time {
            seconds: i64::from_be_bytes(seconds),
            nanoseconds: u32::from_be_bytes([a, b, c, d]),
            offset: (offset != UTC).then_some(offset),
        };
        time.check()?;
        Ok(time)
    }

    /// The payload.
    pub(crate) fn payload(&self) -> [u8; 16] {
        let mut payload = [0; 16];
        payload[..8].copy_from_slice(&self.seconds.to_be_bytes());
        payload[8..12].copy_from_slice(&self.nanoseconds.to_be_bytes());
        payload[12..].copy_from_slice(&self.offset.unwrap_or(UTC).to_be_bytes());
        payload
    }

    /// An error unless its parts are in range.
    pub(crate) fn check(&self) -> Result<()> {
        if self.nanoseconds >= 1_000_000_000 {
            return malformed(WHAT, "it has a second or more of nanoseconds");
        }
        match self.offset {
            Some(offset) if offset.unsigned_abs() >= 86_400 => {
                malformed(WHAT, "its offset is a day or more")
            }
            _ => Ok(()),
        }
    }
}
