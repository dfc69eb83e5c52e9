//! One step of a message: a scalar, or the opening of a container.

use crate::GuestValue;

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
    /// A fault's payload, **not checked yet**: read it with
    /// [`Reader::nested`](crate::Reader::nested) and [`Fault::read`](crate::Fault::read).
    Fault(&'a [u8]),
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
            Token::Handle(_) => "handle",
            Token::GuestValue(_) => "guest value",
            Token::Fault(_) => "fault",
        }
    }
}
