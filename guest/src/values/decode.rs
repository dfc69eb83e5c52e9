//! MessagePack as values of the guest, token by token.

use kobako_wire::{Decode, Error as WireError, Reader, Token};

use super::held;
use crate::mrb::{Exception, Mrb, Scalars, Value};

/// Why there is no value.
pub enum DecodeError {
    Wire(WireError),
    Raised(Exception),
}

impl From<WireError> for DecodeError {
    fn from(error: WireError) -> Self {
        Self::Wire(error)
    }
}

impl From<Exception> for DecodeError {
    fn from(exception: Exception) -> Self {
        Self::Raised(exception)
    }
}

/// How many Symbols are remembered.
const PLACES: usize = 16;

/// Symbols that came already: rows of a table have the same keys.
#[derive(Default)]
struct Symbols<'a>(Vec<(&'a str, Value)>);

impl<'a> Symbols<'a> {
    fn get(
        &mut self,
        name: &'a str,
        make: impl FnOnce() -> Result<Value, Exception>,
    ) -> Result<Value, Exception> {
        if let Some((_, symbol)) = self.0.iter().find(|(known, _)| *known == name) {
            return Ok(*symbol);
        }
        let symbol = make()?;
        if self.0.len() < PLACES {
            self.0.push((name, symbol));
        }
        Ok(symbol)
    }
}

/// A message that is read.
pub struct Decoder<'a> {
    mrb: Mrb,
    reader: Reader<'a>,
    scalars: Scalars,
    /// From the second Hash on.
    symbols: Symbols<'a>,
    hashes: usize,
}

impl<'a> Decoder<'a> {
    /// At the first byte of a message.
    pub fn new(mrb: Mrb, bytes: &'a [u8]) -> Result<Self, WireError> {
        Ok(Self {
            mrb,
            reader: Reader::new(bytes)?,
            scalars: mrb.scalars(),
            symbols: Symbols::default(),
            hashes: 0,
        })
    }

    /// A part of a complex number.
    fn real(&mut self) -> Result<Value, DecodeError> {
        let mrb = self.mrb;
        let value = match self.reader.next()? {
            Token::Int(value) => mrb.int(value),
            Token::UInt(value) => mrb.uint(value)?,
            Token::Float(value) => mrb.float(value),
            Token::Big(big) => mrb.integer(big.negative, big.magnitude)?,
            Token::Decimal(decimal) => mrb.decimal(decimal)?,
            Token::Rational(rational) => mrb.rational(rational)?,
            found => {
                let (expected, found) = ("a real number", found.name());
                return Err(WireError::Unexpected { expected, found }.into());
            }
        };
        Ok(value)
    }

    fn hash(&mut self, length: usize) -> Result<Value, DecodeError> {
        let mrb = self.mrb;
        self.hashes += 1;
        mrb.hash(length, || Ok((self.value()?, self.value()?)))
    }
}

impl<'a> Decode<'a> for Decoder<'a> {
    type Value = Value;
    type Array = Value;
    /// A Hash, None without keywords.
    type Keywords = Option<Value>;
    type Error = DecodeError;

    fn reader(&mut self) -> &mut Reader<'a> {
        &mut self.reader
    }

    fn value(&mut self) -> Result<Value, DecodeError> {
        if let Some(value) = self.reader.next_int() {
            return Ok(self.scalars.int(value));
        }
        let mrb = self.mrb;
        let value = match self.reader.next()? {
            Token::Nil => mrb.nil(),
            Token::Bool(value) => mrb.bool(value),
            Token::Int(value) => mrb.int(value),
            Token::UInt(value) => mrb.uint(value)?,
            Token::Float(value) => mrb.float(value),
            Token::Str(text) => mrb.string(text.as_bytes(), false)?,
            Token::Bin(bytes) => mrb.string(bytes, true)?,
            Token::Symbol(name) if self.hashes > 1 => {
                self.symbols.get(name, || mrb.symbol(name))?
            }
            Token::Symbol(name) => mrb.symbol(name)?,
            Token::Handle(id) => mrb.handle(id, 0)?,
            Token::AskedHandle(id, asked) => mrb.handle(id, asked)?,
            Token::Big(big) => mrb.integer(big.negative, big.magnitude)?,
            Token::Time(time) => mrb.time(time)?,
            Token::Date(date) => mrb.date(false, date)?,
            Token::DateTime(date) => mrb.date(true, date)?,
            Token::Decimal(decimal) => mrb.decimal(decimal)?,
            Token::Rational(rational) => mrb.rational(rational)?,
            Token::Complex => mrb.complex(&self.real()?, &self.real()?)?,
            Token::Range(exclude_end) => {
                let (begin, end) = (self.value()?, self.value()?);
                mrb.range(&begin, &end, exclude_end)?
            }
            Token::Set(length) => {
                let present = mrb.bool(true);
                let members =
                    mrb.hash(length, || Ok::<_, DecodeError>((self.value()?, present)))?;
                mrb.set(&members)?
            }
            Token::Array(length) => self.array(length)?,
            Token::Map(length) => self.hash(length)?,
            Token::GuestValue(known) => {
                held::get(known.id).ok_or(WireError::GuestValueRange { id: known.id })?
            }
            found @ (Token::Fault(_) | Token::Record(_)) => {
                let (expected, found) = ("a value", found.name());
                return Err(WireError::Unexpected { expected, found }.into());
            }
        };
        Ok(value)
    }

    fn array(&mut self, length: usize) -> Result<Value, DecodeError> {
        let mrb = self.mrb;
        mrb.array(length, || self.value())
    }

    fn keywords(&mut self, length: usize) -> Result<Option<Value>, DecodeError> {
        (length > 0).then(|| self.hash(length)).transpose()
    }

    fn skip(&mut self) -> Result<(), DecodeError> {
        Ok(self.reader.skip()?)
    }

    fn nested(&self, payload: &'a [u8]) -> Self {
        Self {
            mrb: self.mrb,
            reader: self.reader.nested(payload),
            scalars: self.scalars,
            symbols: Symbols::default(),
            hashes: 0,
        }
    }

    fn refuse(error: WireError) -> DecodeError {
        DecodeError::Wire(error)
    }
}
