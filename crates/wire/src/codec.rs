//! How one side's values are read out of messages and written into them, so that both sides share the envelopes.

use crate::{Error, Reader, Writer};

/// Makes values of tokens: those of the guest, of the host, or trees.
pub trait Decode<'a> {
    /// Any value.
    type Value;
    /// Positional arguments.
    type Array;
    /// Keyword arguments.
    type Keywords;
    /// Why there is none.
    type Error;

    /// The message, for the tokens of the envelope itself.
    fn reader(&mut self) -> &mut Reader<'a>;

    /// The next value and all that it holds.
    fn value(&mut self) -> Result<Self::Value, Self::Error>;

    /// The next `length` values, of an array that opened.
    fn array(&mut self, length: usize) -> Result<Self::Array, Self::Error>;

    /// The next `length` pairs of a symbol and a value, of a map that opened.
    fn keywords(&mut self, length: usize) -> Result<Self::Keywords, Self::Error>;

    /// Passes over the next value, which is checked like any other.
    fn skip(&mut self) -> Result<(), Self::Error>;

    /// One that reads the payload of the fault that came last, as [`Reader::nested`] does.
    fn nested(&self, payload: &'a [u8]) -> Self;

    /// The error for a message that is refused.
    fn refuse(error: Error) -> Self::Error;
}

/// Writes values: those of the guest, of the host, or trees.
pub trait Encode {
    /// Any value.
    type Value: ?Sized;
    /// Positional arguments.
    type Array: ?Sized;
    /// Keyword arguments.
    type Keywords: ?Sized;
    /// Why one cannot be written.
    type Error;

    /// The message, for the tokens of the envelope itself.
    fn writer(&mut self) -> &mut Writer;

    /// Writes a value and all that it holds.
    fn value(&mut self, value: &Self::Value) -> Result<(), Self::Error>;

    /// Writes an array.
    fn array(&mut self, array: &Self::Array) -> Result<(), Self::Error>;

    /// Writes a map of symbols to values.
    fn keywords(&mut self, keywords: &Self::Keywords) -> Result<(), Self::Error>;

    /// The error for a message that cannot be written.
    fn refuse(error: Error) -> Self::Error;
}
