use super::malformed;
use crate::Result;

const WHAT: &str = "Date";
/// Bytes of a payload without and with a time.
const DAY: usize = 16;
const MOMENT: usize = 28;
/// The days in which a calendar may begin to be Gregorian.
const REFORM: std::ops::RangeInclusive<f64> = 2_298_874.0..=2_426_355.0;

/// A day of the calendar in UTC, the time of that day, and the clock that shows it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Date {
    /// The Julian day number in UTC.
    pub day: i64,
    /// The first day that counts as Gregorian: from 2,298,874 to 2,426,355; infinite for none, or all.
    pub start: f64,
    /// The second of the day in UTC, below 86,400.
    pub second: u32,
    /// Nanoseconds of the next one, below 1,000,000,000.
    pub nanoseconds: u32,
    /// Seconds by which its clock is ahead of UTC, a day at most.
    pub offset: i32,
}

impl Date {
    /// Reads a payload: day and start, then second, nanoseconds and offset unless all are 0.
    pub(crate) fn read(payload: &[u8]) -> Result<Self> {
        let mut bytes = [0; MOMENT];
        if !matches!(payload.len(), DAY | MOMENT) {
            return malformed(WHAT, "its payload is neither of 16 nor of 28 bytes");
        }
        bytes[..payload.len()].copy_from_slice(payload);
        let date = Date {
            day: i64::from_be_bytes(part(&bytes, 0)),
            start: f64::from_be_bytes(part(&bytes, 8)),
            second: u32::from_be_bytes(part(&bytes, 16)),
            nanoseconds: u32::from_be_bytes(part(&bytes, 20)),
            offset: i32::from_be_bytes(part(&bytes, 24)),
        };
        date.check()?;
        Ok(date)
    }

    /// Writes the payload to the beginning of `bytes`; its length.
    pub(crate) fn payload(&self, bytes: &mut [u8; MOMENT]) -> usize {
        bytes[..8].copy_from_slice(&self.day.to_be_bytes());
        bytes[8..16].copy_from_slice(&self.start.to_be_bytes());
        bytes[16..20].copy_from_slice(&self.second.to_be_bytes());
        bytes[20..24].copy_from_slice(&self.nanoseconds.to_be_bytes());
        bytes[24..].copy_from_slice(&self.offset.to_be_bytes());
        let midnight = (self.second, self.nanoseconds, self.offset) == (0, 0, 0);
        if midnight { DAY } else { MOMENT }
    }

    /// An error unless its parts are in range.
    pub(crate) fn check(&self) -> Result<()> {
        if !(self.start.is_infinite() || REFORM.contains(&self.start)) {
            return malformed(WHAT, "no calendar begins to be Gregorian on its start");
        }
        if self.second >= 86_400 || self.nanoseconds >= 1_000_000_000 {
            return malformed(WHAT, "its time is no time of a day");
        }
        match self.offset.unsigned_abs() {
            0..=86_400 => Ok(()),
            _ => malformed(WHAT, "its offset is more than a day"),
        }
    }
}

fn part<const N: usize>(bytes: &[u8; MOMENT], at: usize) -> [u8; N] {
    std::array::from_fn(|index| bytes[at + index])
}
