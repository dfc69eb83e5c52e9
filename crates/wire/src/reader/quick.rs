//! The plainest values, without a token in between.

use rmp::Marker;

use super::Reader;
use crate::limits::EXT_SYMBOL;

impl<'a> Reader<'a> {
    /// The next value if it is an integer of four bytes at most, and not the first after a container's last; else
    /// nothing is read, and [`Reader::next`] reads it.
    #[inline]
    pub fn next_int(&mut self) -> Option<i64> {
        let (value, length) = match *self.bytes.get(self.at..)? {
            [n @ 0..0x80, ..] => (n.into(), 1),
            [n @ 0xe0..=0xff, ..] => (n.cast_signed().into(), 1),
            [0xcc, n, ..] => (n.into(), 2),
            [0xcd, a, b, ..] => (u16::from_be_bytes([a, b]).into(), 3),
            [0xce, a, b, c, d, ..] => (u32::from_be_bytes([a, b, c, d]).into(), 5),
            [0xd0, n, ..] => (n.cast_signed().into(), 2),
            [0xd1, a, b, ..] => (i16::from_be_bytes([a, b]).into(), 3),
            [0xd2, a, b, c, d, ..] => (i32::from_be_bytes([a, b, c, d]).into(), 5),
            _ => return None,
        };
        self.level.begin_here().then(|| {
            self.at += length;
            value
        })
    }

    /// The same of a float of 64 bits.
    #[inline]
    pub fn next_float(&mut self) -> Option<f64> {
        let (0xcb, bits) = self.bytes.get(self.at..)?.split_first()? else {
            return None;
        };
        let bits = bits.first_chunk()?;
        self.level.begin_here().then(|| {
            self.at += 9;
            f64::from_be_bytes(*bits)
        })
    }

    /// The next value if it is a text of less than 32 bytes, under the same terms as [`Reader::next_int`].
    #[inline]
    pub fn next_text(&mut self) -> Option<&'a str> {
        let marker = *self.bytes.get(self.at)?;
        match Marker::from_u8(marker) {
            Marker::FixStr(length) => self.short(1, length.into()),
            _ => None,
        }
    }

    /// The same of a symbol whose name has one, two, four, eight or 16 bytes, or some other number below 256.
    #[inline]
    pub fn next_symbol(&mut self) -> Option<&'a str> {
        const CODE: u8 = EXT_SYMBOL.cast_unsigned();
        match *self.bytes.get(self.at..)? {
            [0xd4, CODE, ..] => self.short(2, 1),
            [0xd5, CODE, ..] => self.short(2, 2),
            [0xd6, CODE, ..] => self.short(2, 4),
            [0xd7, CODE, ..] => self.short(2, 8),
            [0xd8, CODE, ..] => self.short(2, 16),
            [0xc7, length, CODE, ..] => self.short(3, length.into()),
            _ => None,
        }
    }

    /// The text of `length` bytes after a head; None where `next` would say what is wrong.
    #[inline]
    fn short(&mut self, head: usize, length: usize) -> Option<&'a str> {
        let (start, owed) = (self.at + head, self.level.owed());
        let end = start + length;
        if self.bytes.len() < end + owed.saturating_sub(1) {
            return None;
        }
        let text = std::str::from_utf8(&self.bytes[start..end]).ok()?;
        self.level.begin_here().then(|| {
            self.at = end;
            text
        })
    }
}
