//! One step of a message: a scalar, or the opening of a container.

use crate::GuestValue;
use crate::exact::{Big, Date, Decimal, Rational, Time};

/// What [`Reader::next`](crate::Reader::next) yields; texts borrow from the message.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Token<'a> {
    /// nil
    Nil,
    /// true or false
    Bool(bool),
    /// An integer that fits 64 signed bits.
    Int(i64),
    /// An integer above `i64::MAX`.
    UInt(u64),
    /// A float; those of 32 bits come widened.
    Float(f64),
    /// Text, checked to be UTF-8.
    Str(&'a str),
    /// Bytes without an encoding.
    Bin(&'a [u8]),
    /// An array opens; so many values follow.
    Array(usize),
    /// A map opens; so many pairs follow, each a key and a value.
    Map(usize),
    /// A symbol's name, checked to be UTF-8; may be empty.
    Symbol(&'a str),
    /// A handle's id, checked to be in range.
    Handle(u32),
    /// A value that stays in the guest, its id checked to be in range.
    GuestValue(GuestValue),
    /// The same of an object that answers some of what every object is asked: bits that both sides know.
    AskedHandle(u32, u8),
    /// A fault's payload, **not checked yet**: read it with
    /// [`Reader::nested`](crate::Reader::nested) and [`Fault::read`](crate::Fault::read).
    Fault(&'a [u8]),
    /// An integer beyond 64 bits.
    Big(Big<&'a [u8]>),
    /// A moment.
    Time(Time),
    /// A day of the calendar.
    Date(Date),
    /// A day and a time, of the class that is made for both.
    DateTime(Date),
    /// A decimal number.
    Decimal(Decimal<&'a [u8]>),
    /// A fraction, not checked to be in lowest terms.
    Rational(Rational<&'a [u8]>),
    /// A complex number opens; its real and its imaginary part follow, **not checked to be real numbers**.
    Complex,
    /// A range opens; its two ends follow. Whether it excludes the last.
    Range(bool),
    /// A set opens; so many members follow, **not checked to differ**.
    Set(usize),
    /// A struct of the guest's own opens; its class's name (a str) and so many pairs follow, each of a symbol and a
    /// value. **None of these is checked.**
    Record(usize),
}

impl Token<'_> {
    /// The type's name, for messages.
    pub fn name(&self) -> &'static str {
        match self {
            Token::Nil => "nil",
            Token::Bool(_) => "bool",
            Token::Int(_) | Token::UInt(_) => "int",
            Token::Float(_) => "float",
            Token::Str(_) => "str",
            Token::Bin(_) => "bin",
            Token::Array(_) => "array",
            Token::Map(_) => "map",
            Token::Symbol(_) => "symbol",
            Token::Handle(_) | Token::AskedHandle(..) => "handle",
            Token::GuestValue(_) => "guest value",
            Token::Fault(_) => "fault",
            Token::Big(_) => "big integer",
            Token::Time(_) => "time",
            Token::Date(_) => "date",
            Token::DateTime(_) => "date and time",
            Token::Decimal(_) => "decimal",
            Token::Rational(_) => "rational",
            Token::Complex => "complex",
            Token::Range(_) => "range",
            Token::Set(_) => "set",
            Token::Record(_) => "record",
        }
    }
}
