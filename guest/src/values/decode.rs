//! MessagePack as values of the guest, token by token.

use kobako_wire::{Error as WireError, Reader, Token};

use crate::mrb::{Exception, Mrb, Value};

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

/// Reads one value and all that it holds.
pub fn decode(mrb: Mrb, reader: &mut Reader<'_>) -> Result<Value, DecodeError> {
    let value = match reader.next()? {
        Token::Nil => mrb.nil(),
        Token::Bool(value) => mrb.bool(value),
        Token::Int(value) => mrb.int(value),
        Token::UInt(value) => mrb.uint(value)?,
        Token::Float(value) => mrb.float(value),
        Token::Str(text) => mrb.string(text.as_bytes(), false)?,
        Token::Bin(bytes) => mrb.string(bytes, true)?,
        Token::Symbol(name) => mrb.symbol(name)?,
        Token::Handle(id) => mrb.handle(id)?,
        Token::Array(length) => mrb.array(length, || decode(mrb, reader))?,
        Token::Map(length) => mrb.hash(length, || pair(mrb, reader))?,
        found @ Token::Fault(_) => return Err(unexpected("a value", &found)),
    };
    Ok(value)
}

/// A key and a value.
pub fn pair(mrb: Mrb, reader: &mut Reader<'_>) -> Result<(Value, Value), DecodeError> {
    Ok((decode(mrb, reader)?, decode(mrb, reader)?))
}

/// A whole message that holds an Array.
pub fn decode_array(mrb: Mrb, bytes: &[u8]) -> Result<Value, DecodeError> {
    let mut reader = Reader::new(bytes)?;
    let array = array(mrb, &mut reader)?;
    reader.finish()?;
    Ok(array)
}

/// One value that is an Array.
pub fn array(mrb: Mrb, reader: &mut Reader<'_>) -> Result<Value, DecodeError> {
    match reader.next()? {
        Token::Array(length) => mrb.array(length, || decode(mrb, reader)),
        found => Err(unexpected("an array", &found)),
    }
}

pub fn unexpected(expected: &'static str, found: &Token<'_>) -> DecodeError {
    let found = match found {
        Token::Nil => "nil",
        Token::Bool(_) => "a bool",
        Token::Int(_) | Token::UInt(_) => "an int",
        Token::Float(_) => "a float",
        Token::Str(_) => "a str",
        Token::Bin(_) => "a bin",
        Token::Array(_) => "an array",
        Token::Map(_) => "a map",
        Token::Symbol(_) => "a symbol",
        Token::Handle(_) => "a handle",
        Token::Fault(_) => "a fault",
    };
    WireError::Unexpected { expected, found }.into()
}
