//! Integers that stand next to each other, written at once.

use rmp::Marker;

use super::Writer;
use crate::Result;

/// Bytes of the longest form of an integer.
const MAX_INT: usize = 9;

const U8: u8 = Marker::U8.to_u8();
const U16: u8 = Marker::U16.to_u8();
const U32: u8 = Marker::U32.to_u8();
const U64: u8 = Marker::U64.to_u8();
const I8: u8 = Marker::I8.to_u8();
const I16: u8 = Marker::I16.to_u8();
const I32: u8 = Marker::I32.to_u8();
const I64: u8 = Marker::I64.to_u8();

impl Writer {
    /// Writes integers that stand next to each other in a container, each in its shortest form.
    ///
    /// An error if the innermost container that is open has no place for so many.
    pub fn ints(&mut self, values: impl ExactSizeIterator<Item = i64>) -> Result<()> {
        let count = values.len();
        let size = self.bytes.len();
        let room = count.saturating_mul(MAX_INT);
        if count == 0 || self.fits(room, 0).is_err() {
            return values.into_iter().try_for_each(|value| self.int(value));
        }
        self.level.begin_run(count)?;
        self.bytes.resize(size + room, 0);
        let mut at = size;
        for value in values {
            let Some(Ok(place)) = self.bytes.get_mut(at..at + MAX_INT).map(TryInto::try_into)
            else {
                break;
            };
            at += write_int(place, value);
        }
        self.bytes.truncate(at);
        Ok(())
    }
}

/// Puts the shortest form of an integer there; its length.
#[inline]
fn write_int(place: &mut [u8; MAX_INT], value: i64) -> usize {
    if (-32..128).contains(&value) {
        place[0] = value as u8;
        return 1;
    }
    let unsigned = value >= 0;
    // The bits that are no sign, and of a signed form the sign.
    let bits = if unsigned {
        64 - value.leading_zeros()
    } else {
        65 - value.leading_ones()
    };
    let (marker, bytes) = match (bits, unsigned) {
        (0..=8, true) => (U8, 1),
        (0..=8, false) => (I8, 1),
        (9..=16, true) => (U16, 2),
        (9..=16, false) => (I16, 2),
        (17..=32, true) => (U32, 4),
        (17..=32, false) => (I32, 4),
        (_, true) => (U64, 8),
        (_, false) => (I64, 8),
    };
    // All nine places, for a copy of some would be a call.
    let [a, b, c, d, e, f, g, h] = (value << (64 - 8 * bytes)).to_be_bytes();
    *place = [marker, a, b, c, d, e, f, g, h];
    1 + bytes
}
