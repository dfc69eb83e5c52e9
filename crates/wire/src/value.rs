//! A message as a tree, for tests and small envelopes; hot paths use tokens.

use crate::shape::many;
use crate::{Fault, Reader, Result, Token, Writer};

/// Any value of the wire. Floats compare as floats: NaN equals nothing.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// nil
    Nil,
    /// true or false
    Bool(bool),
    /// An integer that fits 64 signed bits.
    Int(i64),
    /// An integer above `i64::MAX`; smaller ones are read back as [`Value::Int`].
    UInt(u64),
    /// A float.
    Float(f64),
    /// Text.
    Str(String),
    /// Bytes without an encoding.
    Bin(Vec<u8>),
    /// An array.
    Array(Vec<Value>),
    /// A map in the order of the message; keys may repeat.
    Map(Vec<(Value, Value)>),
    /// A symbol by its name.
    Symbol(String),
    /// A handle by its id.
    Handle(u32),
    /// A fault.
    Fault(Box<Fault>),
}

impl Value {
    /// Reads a whole message.
    pub fn decode(bytes: &[u8]) -> Result<Value> {
        let mut reader = Reader::new(bytes)?;
        let value = Value::read(&mut reader)?;
        reader.finish()?;
        Ok(value)
    }

    /// Writes a whole message.
    pub fn encode(&self) -> Result<Vec<u8>> {
        let mut writer = Writer::new();
        self.write(&mut writer)?;
        writer.finish()
    }

    /// Reads one value.
    pub fn read(reader: &mut Reader<'_>) -> Result<Value> {
        Ok(match reader.next()? {
            Token::Nil => Value::Nil,
            Token::Bool(b) => Value::Bool(b),
            Token::Int(n) => Value::Int(n),
            Token::UInt(n) => Value::UInt(n),
            Token::Float(n) => Value::Float(n),
            Token::Str(text) => Value::Str(text.to_owned()),
            Token::Bin(bytes) => Value::Bin(bytes.to_owned()),
            Token::Array(length) => Value::Array(many(reader, length, 1, Value::read)?),
            Token::Map(length) => Value::Map(many(reader, length, 2, |reader| {
                Ok((Value::read(reader)?, Value::read(reader)?))
            })?),
            Token::Symbol(name) => Value::Symbol(name.to_owned()),
            Token::Handle(id) => Value::Handle(id),
            Token::Fault(payload) => Value::Fault(Box::new(Fault::read(reader.nested(payload))?)),
        })
    }

    /// Writes this value.
    pub fn write(&self, writer: &mut Writer) -> Result<()> {
        match self {
            Value::Nil => writer.nil(),
            Value::Bool(b) => writer.bool(*b),
            Value::Int(n) => writer.int(*n),
            Value::UInt(n) => writer.uint(*n),
            Value::Float(n) => writer.float(*n),
            Value::Str(text) => writer.str(text),
            Value::Bin(bytes) => writer.bin(bytes),
            Value::Array(values) => {
                writer.array(values.len())?;
                values.iter().try_for_each(|value| value.write(writer))
            }
            Value::Map(pairs) => {
                writer.map(pairs.len())?;
                pairs.iter().try_for_each(|(key, value)| {
                    key.write(writer)?;
                    value.write(writer)
                })
            }
            Value::Symbol(name) => writer.symbol(name),
            Value::Handle(id) => writer.handle(*id),
            Value::Fault(fault) => writer.fault(fault),
        }
    }
}
