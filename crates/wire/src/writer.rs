//! Writes a message token by token, in the shortest forms, within the limits.

mod ints;

use rmp::Marker;

use crate::append::{append, repeat};
use crate::exact::{Big, Date, Decimal, Rational, Time};
use crate::level::Level;
use crate::limits::{
    EXT_ASKED_HANDLE, EXT_COMPLEX, EXT_DATE, EXT_DATE_TIME, EXT_DECIMAL, EXT_FAULT,
    EXT_GUEST_VALUE, EXT_HANDLE, EXT_INTEGER, EXT_RANGE, EXT_RATIONAL, EXT_RECORD, EXT_SET,
    EXT_SYMBOL, EXT_TIME,
};
use crate::{Error, GuestValue, MAX_HANDLE, MAX_MESSAGE_BYTES, Result};

/// Writes one message, which holds one value. After an error it is spent.
///
/// ```
/// use kobako_wire::Writer;
///
/// let mut writer = Writer::with_prefix(1);
/// writer.array(2)?;
/// writer.int(1)?;
/// writer.str("a")?;
/// assert_eq!(writer.finish()?, [1, 0x92, 0x01, 0xa1, b'a']);
/// # Ok::<(), kobako_wire::Error>(())
/// ```
#[derive(Debug)]
pub struct Writer {
    bytes: Vec<u8>,
    level: Level,
}

impl Default for Writer {
    fn default() -> Self {
        Self::new()
    }
}

impl Writer {
    /// An empty message.
    pub fn new() -> Self {
        Self::inside(0)
    }

    /// A message that begins with a tag byte.
    pub fn with_prefix(tag: u8) -> Self {
        Self::tagged(tag, Vec::new())
    }

    /// A message that is written into `buffer`, which is empty, after a tag byte.
    pub fn tagged(tag: u8, mut buffer: Vec<u8>) -> Self {
        buffer.push(tag);
        Self::after(buffer)
    }

    /// A message that is appended to `buffer`, whose bytes count as a prefix of it.
    pub fn after(buffer: Vec<u8>) -> Self {
        Writer {
            bytes: buffer,
            level: Level::new(0),
        }
    }

    fn inside(depth: usize) -> Self {
        Writer {
            bytes: Vec::new(),
            level: Level::new(depth),
        }
    }

    /// Writes nil.
    #[inline]
    pub fn nil(&mut self) -> Result<()> {
        self.scalar(Marker::Null, [])
    }

    /// Writes true or false.
    #[inline]
    pub fn bool(&mut self, value: bool) -> Result<()> {
        let marker = if value { Marker::True } else { Marker::False };
        self.scalar(marker, [])
    }

    /// Writes an integer in its shortest form.
    #[inline]
    pub fn int(&mut self, value: i64) -> Result<()> {
        if let Ok(value) = u64::try_from(value) {
            self.uint(value)
        } else if value >= -32 {
            self.scalar(Marker::FixNeg(value as i8), [])
        } else if let Ok(value) = i8::try_from(value) {
            self.scalar(Marker::I8, value.to_be_bytes())
        } else if let Ok(value) = i16::try_from(value) {
            self.scalar(Marker::I16, value.to_be_bytes())
        } else if let Ok(value) = i32::try_from(value) {
            self.scalar(Marker::I32, value.to_be_bytes())
        } else {
            self.scalar(Marker::I64, value.to_be_bytes())
        }
    }

    /// Writes an integer that is not negative in its shortest form.
    #[inline]
    pub fn uint(&mut self, value: u64) -> Result<()> {
        if value < 128 {
            self.scalar(Marker::FixPos(value as u8), [])
        } else if let Ok(value) = u8::try_from(value) {
            self.scalar(Marker::U8, value.to_be_bytes())
        } else if let Ok(value) = u16::try_from(value) {
            self.scalar(Marker::U16, value.to_be_bytes())
        } else if let Ok(value) = u32::try_from(value) {
            self.scalar(Marker::U32, value.to_be_bytes())
        } else {
            self.scalar(Marker::U64, value.to_be_bytes())
        }
    }

    /// Writes a float of 64 bits, NaN's bits kept.
    #[inline]
    pub fn float(&mut self, value: f64) -> Result<()> {
        self.scalar(Marker::F64, value.to_be_bytes())
    }

    /// Writes text.
    #[inline]
    pub fn str(&mut self, text: &str) -> Result<()> {
        self.level.begin()?;
        let body = text.as_bytes();
        match body.len() {
            n @ 0..32 => self.put(Marker::FixStr(n as u8), [], body),
            n @ 32..0x100 => self.put(Marker::Str8, (n as u8).to_be_bytes(), body),
            n @ 0x100..0x1_0000 => self.put(Marker::Str16, (n as u16).to_be_bytes(), body),
            n => self.put(Marker::Str32, (n as u32).to_be_bytes(), body),
        }
    }

    /// Writes bytes without an encoding.
    #[inline]
    pub fn bin(&mut self, bytes: &[u8]) -> Result<()> {
        self.level.begin()?;
        match bytes.len() {
            n @ 0..0x100 => self.put(Marker::Bin8, (n as u8).to_be_bytes(), bytes),
            n @ 0x100..0x1_0000 => self.put(Marker::Bin16, (n as u16).to_be_bytes(), bytes),
            n => self.put(Marker::Bin32, (n as u32).to_be_bytes(), bytes),
        }
    }

    /// Opens an array; `length` values follow.
    #[inline]
    pub fn array(&mut self, length: usize) -> Result<()> {
        self.level.begin()?;
        match length {
            0..16 => self.open(Marker::FixArray(length as u8), [], length),
            16..0x1_0000 => self.open(Marker::Array16, (length as u16).to_be_bytes(), length),
            _ => self.open(Marker::Array32, (length as u32).to_be_bytes(), length),
        }
    }

    /// Opens a map; `length` pairs follow, each a key and a value.
    #[inline]
    pub fn map(&mut self, length: usize) -> Result<()> {
        self.level.begin()?;
        let values = length.saturating_mul(2);
        match length {
            0..16 => self.open(Marker::FixMap(length as u8), [], values),
            16..0x1_0000 => self.open(Marker::Map16, (length as u16).to_be_bytes(), values),
            _ => self.open(Marker::Map32, (length as u32).to_be_bytes(), values),
        }
    }

    /// Writes a symbol by its name, which may be empty.
    #[inline]
    pub fn symbol(&mut self, name: &str) -> Result<()> {
        self.level.begin()?;
        self.ext(EXT_SYMBOL, &[name.as_bytes()])
    }

    /// Writes a handle; an error if the id is 0 or above the limit.
    #[inline]
    pub fn handle(&mut self, id: u32) -> Result<()> {
        if !(1..=MAX_HANDLE).contains(&id) {
            return Err(Error::HandleRange { id });
        }
        self.level.begin()?;
        self.ext(EXT_HANDLE, &[&id.to_be_bytes()])
    }

    /// Writes a handle of an object that answers some of what every object is asked; like [`Writer::handle`] if `asks`
    /// is 0.
    pub fn asked_handle(&mut self, id: u32, asks: u8) -> Result<()> {
        if asks == 0 {
            return self.handle(id);
        }
        if !(1..=MAX_HANDLE).contains(&id) {
            return Err(Error::HandleRange { id });
        }
        self.level.begin()?;
        self.ext(EXT_ASKED_HANDLE, &[&id.to_be_bytes(), &[asks]])
    }

    /// Writes an integer beyond 64 bits.
    pub fn big(&mut self, big: Big<&[u8]>) -> Result<()> {
        big.check()?;
        self.level.begin()?;
        self.ext(EXT_INTEGER, &[&big.head(), big.magnitude])
    }

    /// Writes a moment.
    pub fn time(&mut self, time: Time) -> Result<()> {
        time.check()?;
        self.level.begin()?;
        self.ext(EXT_TIME, &[&time.payload()])
    }

    /// Writes a day of the calendar.
    pub fn date(&mut self, date: Date) -> Result<()> {
        self.day(EXT_DATE, date)
    }

    /// Writes a day and a time.
    pub fn date_time(&mut self, date: Date) -> Result<()> {
        self.day(EXT_DATE_TIME, date)
    }

    fn day(&mut self, code: i8, date: Date) -> Result<()> {
        date.check()?;
        self.level.begin()?;
        let mut payload = [0; 28];
        let length = date.payload(&mut payload);
        self.ext(code, &[&payload[..length]])
    }

    /// Writes a decimal number.
    pub fn decimal(&mut self, decimal: Decimal<&[u8]>) -> Result<()> {
        decimal.check()?;
        self.level.begin()?;
        let kind = [decimal.kind()];
        match decimal {
            Decimal::Special(_) => self.ext(EXT_DECIMAL, &[&kind]),
            Decimal::Finite {
                exponent, digits, ..
            } => self.ext(EXT_DECIMAL, &[&kind, &exponent.to_be_bytes(), digits]),
        }
    }

    /// Writes a fraction.
    pub fn rational(&mut self, rational: Rational<&[u8]>) -> Result<()> {
        rational.check()?;
        self.level.begin()?;
        let parts = [&rational.head(), rational.numerator, rational.denominator];
        self.ext(EXT_RATIONAL, &parts)
    }

    /// Opens a complex number; its real and its imaginary part follow.
    pub fn complex(&mut self) -> Result<()> {
        self.marked(EXT_COMPLEX, 0, 2)
    }

    /// Opens a range; its two ends follow.
    pub fn range(&mut self, exclude_end: bool) -> Result<()> {
        self.marked(EXT_RANGE, exclude_end.into(), 2)
    }

    /// Opens a set; `length` members follow.
    pub fn set(&mut self, length: usize) -> Result<()> {
        self.marked(EXT_SET, 0, length)
    }

    /// Opens a struct of the guest's own; the name of its class and `length` pairs follow.
    pub fn record(&mut self, length: usize) -> Result<()> {
        self.marked(EXT_RECORD, 0, length.saturating_mul(2).saturating_add(1))
    }

    /// Opens an array that begins with a mark; `length` values follow that.
    fn marked(&mut self, code: i8, flag: u8, length: usize) -> Result<()> {
        self.array(length.saturating_add(1))?;
        self.level.begin()?;
        self.ext(code, &[&[flag]])
    }

    /// Writes what stands for a value of the guest; an error if its id is out of range.
    #[inline]
    pub fn guest_value(&mut self, value: GuestValue) -> Result<()> {
        let payload = value.to_bytes()?;
        self.level.begin()?;
        self.ext(EXT_GUEST_VALUE, &[&payload])
    }

    /// Writes a fault whose payload `write` writes.
    pub(crate) fn fault_of(&mut self, write: impl FnOnce(&mut Writer) -> Result<()>) -> Result<()> {
        self.level.begin()?;
        let mut payload = Writer::inside(self.level.depth());
        write(&mut payload)?;
        self.ext(EXT_FAULT, &[&payload.finish()?])
    }

    /// Writes once more the value that stands at `start` of the message in `length` bytes, and is no container.
    #[inline]
    pub fn repeat(&mut self, start: usize, length: usize) -> Result<()> {
        self.level.begin()?;
        self.fits(length, 0)?;
        repeat(&mut self.bytes, start, length);
        Ok(())
    }

    /// Bytes written so far, the tag included.
    #[inline]
    pub fn position(&self) -> usize {
        self.bytes.len()
    }

    /// The message; an error if its value is unfinished.
    pub fn finish(self) -> Result<Vec<u8>> {
        match self.level.owed() {
            0 => Ok(self.bytes),
            missing => Err(Error::Unfinished { missing }),
        }
    }

    #[inline]
    fn scalar<const N: usize>(&mut self, marker: Marker, body: [u8; N]) -> Result<()> {
        self.level.begin()?;
        self.fits(1 + N, 0)?;
        self.append(marker, body, &[]);
        Ok(())
    }

    /// Appends an extension whose payload are these parts.
    fn ext(&mut self, code: i8, parts: &[&[u8]]) -> Result<()> {
        let code = code as u8;
        let length = parts.iter().map(|part| part.len()).sum();
        match length {
            1 => self.head(Marker::FixExt1, [code], length),
            2 => self.head(Marker::FixExt2, [code], length),
            4 => self.head(Marker::FixExt4, [code], length),
            8 => self.head(Marker::FixExt8, [code], length),
            16 => self.head(Marker::FixExt16, [code], length),
            n @ 0..0x100 => self.head(Marker::Ext8, [n as u8, code], n),
            n @ 0x100..0x1_0000 => {
                let [a, b] = (n as u16).to_be_bytes();
                self.head(Marker::Ext16, [a, b, code], n)
            }
            n => {
                let [a, b, c, d] = (n as u32).to_be_bytes();
                self.head(Marker::Ext32, [a, b, c, d, code], n)
            }
        }?;
        parts.iter().for_each(|part| append(&mut self.bytes, part));
        Ok(())
    }

    /// Appends the head of a value whose body of `length` bytes comes next.
    fn head<const N: usize>(&mut self, marker: Marker, head: [u8; N], length: usize) -> Result<()> {
        self.fits(1 + N, length)?;
        self.bytes.reserve(1 + N + length);
        self.append(marker, head, &[]);
        Ok(())
    }

    /// Appends a value, all of it.
    #[inline]
    fn put<const N: usize>(&mut self, marker: Marker, head: [u8; N], body: &[u8]) -> Result<()> {
        self.fits(1 + N, body.len())?;
        self.append(marker, head, body);
        Ok(())
    }

    /// Appends a container's head; each of its values takes a byte or more.
    #[inline]
    fn open<const N: usize>(&mut self, marker: Marker, head: [u8; N], values: usize) -> Result<()> {
        self.fits(1 + N, values)?;
        self.append(marker, head, &[]);
        self.level.open(values)
    }

    #[inline]
    fn append<const N: usize>(&mut self, marker: Marker, head: [u8; N], body: &[u8]) {
        self.bytes.push(marker.to_u8());
        append(&mut self.bytes, &head);
        append(&mut self.bytes, body);
    }

    /// Refuses what would grow the message past its limit, one byte counted for
    /// each value that open containers are owed.
    #[inline]
    fn fits(&self, head: usize, body: usize) -> Result<()> {
        let owed = self.level.owed();
        let size = (self.bytes.len() + owed + head).saturating_add(body);
        if size > MAX_MESSAGE_BYTES {
            return Err(Error::TooLarge { size });
        }
        Ok(())
    }
}
