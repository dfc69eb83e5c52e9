//! A message as a tree, for details, hosts without Ruby, and tests; hot paths decode to values of their side.

use crate::exact::{Big, Date, Decimal, Rational, Time};
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
    /// A handle by its id, and what it is asked.
    AskedHandle(u32, u8),
    /// A fault.
    Fault(Box<Fault>),
    /// An integer beyond 64 bits.
    Big(Big),
    /// A moment.
    Time(Time),
    /// A day of the calendar.
    Date(Date),
    /// A day and a time.
    DateTime(Date),
    /// A decimal number.
    Decimal(Decimal),
    /// A fraction.
    Rational(Rational),
    /// A complex number by its parts.
    Complex(Box<[Value; 2]>),
    /// A range by its ends; whether it excludes the last.
    Range(Box<[Value; 2]>, bool),
    /// A set in the order of the message; members may repeat.
    Set(Vec<Value>),
    /// A struct of the guest's own: its class's name, and its pairs.
    Record(Box<Value>, Vec<(Value, Value)>),
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
            Token::Map(length) => Value::Map(many(reader, length, 2, pair)?),
            Token::Symbol(name) => Value::Symbol(name.to_owned()),
            Token::Handle(id) => Value::Handle(id),
            Token::GuestValue(value) => Value::GuestValue(value),
            Token::AskedHandle(id, asks) => Value::AskedHandle(id, asks),
            Token::Big(big) => Value::Big(big.to_owned()),
            Token::Time(time) => Value::Time(time),
            Token::Date(date) => Value::Date(date),
            Token::DateTime(date) => Value::DateTime(date),
            Token::Decimal(decimal) => Value::Decimal(decimal.to_owned()),
            Token::Rational(rational) => Value::Rational(rational.to_owned()),
            Token::Complex => Value::Complex(two(reader)?),
            Token::Range(exclude_end) => Value::Range(two(reader)?, exclude_end),
            Token::Set(length) => Value::Set(many(reader, length, 1, Value::read)?),
            Token::Record(length) => {
                let name = Box::new(Value::read(reader)?);
                Value::Record(name, many(reader, length, 2, pair)?)
            }
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
                write_pairs(pairs, writer)
            }
            Value::Symbol(name) => writer.symbol(name),
            Value::Handle(id) => writer.handle(*id),
            Value::GuestValue(value) => writer.guest_value(*value),
            Value::AskedHandle(id, asks) => writer.asked_handle(*id, *asks),
            Value::Big(big) => writer.big(big.borrowed()),
            Value::Time(time) => writer.time(*time),
            Value::Date(date) => writer.date(*date),
            Value::DateTime(date) => writer.date_time(*date),
            Value::Decimal(decimal) => writer.decimal(decimal.borrowed()),
            Value::Rational(rational) => writer.rational(rational.borrowed()),
            Value::Complex(parts) => {
                writer.complex()?;
                parts.iter().try_for_each(|part| part.write(writer))
            }
            Value::Range(ends, exclude_end) => {
                writer.range(*exclude_end)?;
                ends.iter().try_for_each(|end| end.write(writer))
            }
            Value::Set(members) => {
                writer.set(members.len())?;
                members.iter().try_for_each(|member| member.write(writer))
            }
            Value::Record(name, pairs) => {
                writer.record(pairs.len())?;
                name.write(writer)?;
                write_pairs(pairs, writer)
            }
            Value::Fault(fault) => writer.fault(fault),
        }
    }
}

fn pair(reader: &mut Reader<'_>) -> Result<(Value, Value)> {
    Ok((Value::read(reader)?, Value::read(reader)?))
}

fn two(reader: &mut Reader<'_>) -> Result<Box<[Value; 2]>> {
    let (one, two) = pair(reader)?;
    Ok(Box::new([one, two]))
}

fn write_pairs(pairs: &[(Value, Value)], writer: &mut Writer) -> Result<()> {
    pairs.iter().try_for_each(|(key, value)| {
        key.write(writer)?;
        value.write(writer)
    })
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
                Token::Complex | Token::Range(_) => values += 2,
                Token::Set(n) => values += n,
                Token::Record(n) => values += 2 * n + 1,
                Token::Fault(payload) => drop(Fault::read(self.nested(payload))?),
                _ => {}
            }
        }
        Ok(())
    }
}
