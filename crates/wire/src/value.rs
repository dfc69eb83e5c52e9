//! A message as a tree, for details, hosts without Ruby, and tests; hot paths decode to values of their side.

use crate::fault::FaultOf;
use crate::shape::many;
use crate::{GuestValue, Reader, Result, Token, Writer};

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
    /// What stands for a value of the guest.
    GuestValue(GuestValue),
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
            Token::GuestValue(value) => Value::GuestValue(value),
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
            Value::GuestValue(value) => writer.guest_value(*value),
            Value::Fault(fault) => writer.fault(fault),
        }
    }
}

/// A failed service call with a tree as its details.
pub type Fault = FaultOf<Value>;

impl Fault {
    /// Reads a fault's payload, which [`Reader::nested`] opens.
    pub fn read(mut payload: Reader<'_>) -> Result<Fault> {
        Self::read_with(&mut payload).map(Self::without_nil)
    }

    /// The same, absent details in place of nil.
    pub(crate) fn without_nil(mut self) -> Self {
        self.details = self.details.filter(|details| *details != Value::Nil);
        self
    }

    /// Writes a fault's payload.
    fn write(&self, payload: &mut Writer) -> Result<()> {
        payload.map(3)?;
        payload.str(Self::TYPE)?;
        payload.str(self.kind.name())?;
        payload.str(Self::MESSAGE)?;
        payload.str(&self.message)?;
        payload.str(Self::DETAILS)?;
        match &self.details {
            Some(details) => details.write(payload),
            None => payload.nil(),
        }
    }
}

impl Writer {
    /// Writes a fault.
    pub fn fault(&mut self, fault: &Fault) -> Result<()> {
        self.fault_of(|payload| fault.write(payload))
    }
}

impl Reader<'_> {
    /// Reads one value of any size and drops it, checking it like any other.
    pub fn skip(&mut self) -> Result<()> {
        let mut values = 1usize;
        while values > 0 {
            values -= 1;
            match self.next()? {
                Token::Array(n) => values += n,
                Token::Map(n) => values += 2 * n,
                Token::Fault(payload) => drop(Fault::read(self.nested(payload))?),
                _ => {}
            }
        }
        Ok(())
    }
}
