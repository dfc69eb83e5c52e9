//! Pulls tokens out of a message, checking every limit, copying nothing.

mod quick;

use rmp::Marker;

use crate::exact::{Big, Date, Decimal, Rational, Time, malformed};
use crate::level::Level;
use crate::limits::{
    EXT_ASKED_HANDLE, EXT_COMPLEX, EXT_DATE, EXT_DATE_TIME, EXT_DECIMAL, EXT_FAULT,
    EXT_GUEST_VALUE, EXT_HANDLE, EXT_INTEGER, EXT_RANGE, EXT_RATIONAL, EXT_RECORD, EXT_SET,
    EXT_SYMBOL, EXT_TIME,
};
use crate::{Error, GuestValue, MAX_HANDLE, MAX_MESSAGE_BYTES, Result, Token};

/// The byte that begins an extension of one byte, such as a mark.
const FIXEXT_1: u8 = 0xd4;

/// Reads one message, which holds one value. After an error it is spent.
///
/// ```
/// use kobako_wire::{Reader, Token};
///
/// let mut reader = Reader::new(&[0x92, 0x01, 0xa1, b'a'])?;
/// assert_eq!(reader.next()?, Token::Array(2));
/// assert_eq!(reader.next()?, Token::Int(1));
/// assert_eq!(reader.next()?, Token::Str("a"));
/// reader.finish()?;
/// # Ok::<(), kobako_wire::Error>(())
/// ```
#[derive(Debug)]
pub struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    level: Level,
}

impl<'a> Reader<'a> {
    /// Starts at the first byte; an error if the message is over the size limit.
    pub fn new(bytes: &'a [u8]) -> Result<Self> {
        if bytes.len() > MAX_MESSAGE_BYTES {
            return Err(Error::TooLarge { size: bytes.len() });
        }
        Ok(Reader {
            bytes,
            at: 0,
            level: Level::new(0),
        })
    }

    /// Reads the payload of the [`Token::Fault`] that came last. A reader made
    /// with `new` would begin to count its depth anew.
    pub fn nested(&self, payload: &'a [u8]) -> Reader<'a> {
        Reader {
            bytes: payload,
            at: 0,
            level: Level::new(self.level.depth()),
        }
    }

    /// The next token.
    #[inline]
    #[allow(
        clippy::should_implement_trait,
        reason = "fallible, and ends by count, not by None"
    )]
    pub fn next(&mut self) -> Result<Token<'a>> {
        self.level.begin()?;
        let start = self.at;
        let [marker] = self.take()?;
        match Marker::from_u8(marker) {
            Marker::Null => Ok(Token::Nil),
            Marker::True => Ok(Token::Bool(true)),
            Marker::False => Ok(Token::Bool(false)),
            Marker::FixPos(n) => Ok(Token::Int(n.into())),
            Marker::FixNeg(n) => Ok(Token::Int(n.into())),
            Marker::FixStr(n) => self.str(start, n.into()),
            marker => self.long(start, marker),
        }
    }

    /// The token of a marker that has a length, a payload or values after it.
    fn long(&mut self, start: usize, marker: Marker) -> Result<Token<'a>> {
        Ok(match marker {
            Marker::U8 => Token::Int(u8::from_be_bytes(self.take()?).into()),
            Marker::U16 => Token::Int(u16::from_be_bytes(self.take()?).into()),
            Marker::U32 => Token::Int(u32::from_be_bytes(self.take()?).into()),
            Marker::U64 => {
                let n = u64::from_be_bytes(self.take()?);
                i64::try_from(n).map_or(Token::UInt(n), Token::Int)
            }
            Marker::I8 => Token::Int(i8::from_be_bytes(self.take()?).into()),
            Marker::I16 => Token::Int(i16::from_be_bytes(self.take()?).into()),
            Marker::I32 => Token::Int(i32::from_be_bytes(self.take()?).into()),
            Marker::I64 => Token::Int(i64::from_be_bytes(self.take()?)),
            Marker::F32 => Token::Float(f32::from_be_bytes(self.take()?).into()),
            Marker::F64 => Token::Float(f64::from_be_bytes(self.take()?)),
            Marker::Str8 => {
                let n = self.len8()?;
                self.str(start, n)?
            }
            Marker::Str16 => {
                let n = self.len16()?;
                self.str(start, n)?
            }
            Marker::Str32 => {
                let n = self.len32()?;
                self.str(start, n)?
            }
            Marker::Bin8 => {
                let n = self.len8()?;
                Token::Bin(self.slice(start, n)?)
            }
            Marker::Bin16 => {
                let n = self.len16()?;
                Token::Bin(self.slice(start, n)?)
            }
            Marker::Bin32 => {
                let n = self.len32()?;
                Token::Bin(self.slice(start, n)?)
            }
            Marker::FixArray(n) => self.array(start, n.into())?,
            Marker::Array16 => {
                let n = self.len16()?;
                self.array(start, n)?
            }
            Marker::Array32 => {
                let n = self.len32()?;
                self.array(start, n)?
            }
            Marker::FixMap(n) => self.map(start, n.into())?,
            Marker::Map16 => {
                let n = self.len16()?;
                self.map(start, n)?
            }
            Marker::Map32 => {
                let n = self.len32()?;
                self.map(start, n)?
            }
            Marker::FixExt1 => self.ext(start, 1, true)?,
            Marker::FixExt2 => self.ext(start, 2, true)?,
            Marker::FixExt4 => self.ext(start, 4, true)?,
            Marker::FixExt8 => self.ext(start, 8, true)?,
            Marker::FixExt16 => self.ext(start, 16, true)?,
            Marker::Ext8 => {
                let n = self.len8()?;
                self.ext8(start, n)?
            }
            Marker::Ext16 => {
                let n = self.len16()?;
                self.ext(start, n, false)?
            }
            Marker::Ext32 => {
                let n = self.len32()?;
                self.ext(start, n, false)?
            }
            // What is left is 0xc1: `next` takes the short markers.
            _ => return Err(Error::Reserved { at: start }),
        })
    }

    /// Bytes read so far.
    #[inline]
    pub fn position(&self) -> usize {
        self.at
    }

    /// Ends the message; an error if its value is unfinished or bytes are left.
    pub fn finish(self) -> Result<()> {
        self.check_end()
    }

    /// The same, for an envelope that is read out of another's reader.
    pub(crate) fn check_end(&self) -> Result<()> {
        match (self.level.owed(), self.left()) {
            (0, 0) => Ok(()),
            (0, left) => Err(Error::Trailing { left }),
            (missing, _) => Err(Error::Unfinished { missing }),
        }
    }

    /// Bytes not read yet.
    #[inline]
    pub(crate) fn left(&self) -> usize {
        self.bytes.len() - self.at
    }

    #[inline]
    fn take<const N: usize>(&mut self) -> Result<[u8; N]> {
        match self.bytes[self.at..].first_chunk() {
            Some(chunk) => {
                self.at += N;
                Ok(*chunk)
            }
            None => Err(Error::Truncated {
                at: self.at,
                needed: N,
                left: self.left(),
            }),
        }
    }

    #[inline]
    fn len8(&mut self) -> Result<usize> {
        Ok(u8::from_be_bytes(self.take()?).into())
    }

    #[inline]
    fn len16(&mut self) -> Result<usize> {
        Ok(u16::from_be_bytes(self.take()?).into())
    }

    #[inline]
    fn len32(&mut self) -> Result<usize> {
        Ok(u32::from_be_bytes(self.take()?) as usize)
    }

    /// Refuses a length that the bytes left, less one for each value that open
    /// containers are owed, cannot hold. So all declared lengths together never
    /// exceed the message.
    #[inline]
    fn declare(&self, start: usize, length: usize) -> Result<()> {
        let left = self.left().saturating_sub(self.level.owed());
        if length > left {
            return Err(Error::Overdeclared {
                at: start,
                declared: length,
                left,
            });
        }
        Ok(())
    }

    #[inline]
    fn slice(&mut self, start: usize, length: usize) -> Result<&'a [u8]> {
        self.declare(start, length)?;
        let slice = &self.bytes[self.at..self.at + length];
        self.at += length;
        Ok(slice)
    }

    #[inline]
    fn str(&mut self, start: usize, length: usize) -> Result<Token<'a>> {
        let text = std::str::from_utf8(self.slice(start, length)?);
        text.map(Token::Str)
            .map_err(|_| Error::StrNotUtf8 { at: start })
    }

    #[inline]
    fn array(&mut self, start: usize, length: usize) -> Result<Token<'a>> {
        self.declare(start, length)?;
        self.level.open(length)?;
        let marked = match length {
            1.. if self.bytes[self.at] == FIXEXT_1 => self.marked(length - 1)?,
            _ => None,
        };
        Ok(marked.unwrap_or(Token::Array(length)))
    }

    /// What an array is that opened and that begins with a mark; `rest` values follow the mark.
    fn marked(&mut self, rest: usize) -> Result<Option<Token<'a>>> {
        let Some(&[_, code, flag]) = self.bytes[self.at..].first_chunk() else {
            return Ok(None);
        };
        let token = match (code as i8, rest, flag) {
            (EXT_COMPLEX, 2, 0) => Token::Complex,
            (EXT_RANGE, 2, 0 | 1) => Token::Range(flag == 1),
            (EXT_SET, _, 0) => Token::Set(rest),
            (EXT_RECORD, 1.., 0) if rest % 2 == 1 => Token::Record(rest / 2),
            (EXT_COMPLEX, ..) => return malformed("Complex", "it has not two parts"),
            (EXT_RANGE, ..) => return malformed("Range", "it has not two ends"),
            (EXT_SET, ..) => return malformed("Set", "its mark is not 0"),
            (EXT_RECORD, ..) => return malformed("record", "it has no name, or a half pair"),
            _ => return Ok(None),
        };
        self.level.begin()?;
        self.at += 3;
        Ok(Some(token))
    }

    #[inline]
    fn map(&mut self, start: usize, length: usize) -> Result<Token<'a>> {
        let values = length.saturating_mul(2);
        self.declare(start, values)?;
        self.level.open(values)?;
        Ok(Token::Map(length))
    }

    /// A guest value has this form and no other.
    fn ext8(&mut self, start: usize, length: usize) -> Result<Token<'a>> {
        let code = self.bytes.get(self.at).map(|code| code.cast_signed());
        if (code, length) != (Some(EXT_GUEST_VALUE), GuestValue::BYTES) {
            return self.ext(start, length, false);
        }
        self.at += 1;
        GuestValue::from_bytes(self.take()?, start).map(Token::GuestValue)
    }

    fn ext(&mut self, start: usize, length: usize, fixed: bool) -> Result<Token<'a>> {
        let code = i8::from_be_bytes(self.take()?);
        match code {
            EXT_SYMBOL => {
                let name = std::str::from_utf8(self.slice(start, length)?);
                name.map(Token::Symbol)
                    .map_err(|_| Error::SymbolNotUtf8 { at: start })
            }
            EXT_HANDLE if !(fixed && length == 4) => {
                Err(Error::HandleFraming { at: start, length })
            }
            EXT_HANDLE => match u32::from_be_bytes(self.take()?) {
                id @ 1..=MAX_HANDLE => Ok(Token::Handle(id)),
                id => Err(Error::HandleRange { id }),
            },
            EXT_GUEST_VALUE => Err(Error::GuestValueFraming { at: start, length }),
            EXT_ASKED_HANDLE => match self.slice(start, length)? {
                &[a, b, c, d, asks] if asks != 0 => match u32::from_be_bytes([a, b, c, d]) {
                    id @ 1..=MAX_HANDLE => Ok(Token::AskedHandle(id, asks)),
                    id => Err(Error::HandleRange { id }),
                },
                _ => malformed(
                    "handle",
                    "its payload is not an id and a byte that is not 0",
                ),
            },
            EXT_INTEGER => Big::read(self.slice(start, length)?).map(Token::Big),
            EXT_TIME => Time::read(self.slice(start, length)?).map(Token::Time),
            EXT_DATE => Date::read(self.slice(start, length)?).map(Token::Date),
            EXT_DATE_TIME => Date::read(self.slice(start, length)?).map(Token::DateTime),
            EXT_DECIMAL => Decimal::read(self.slice(start, length)?).map(Token::Decimal),
            EXT_RATIONAL => Rational::read(self.slice(start, length)?).map(Token::Rational),
            EXT_COMPLEX => misplaced(start, "Complex"),
            EXT_RANGE => misplaced(start, "Range"),
            EXT_SET => misplaced(start, "Set"),
            EXT_RECORD => misplaced(start, "record"),
            EXT_FAULT if fixed => Err(Error::FaultFraming { at: start, length }),
            EXT_FAULT => Ok(Token::Fault(self.slice(start, length)?)),
            code => Err(Error::UnknownExtension { at: start, code }),
        }
    }
}

fn misplaced<T>(at: usize, what: &'static str) -> Result<T> {
    Err(Error::Misplaced { at, what })
}
