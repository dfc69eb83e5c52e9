//! Trees as one side's values.

use crate::shape::{many, symbol};
use crate::{Decode, Encode, Error, Reader, Result, Value, Writer};

impl<'a> Decode<'a> for Reader<'a> {
    type Value = Value;
    type Array = Vec<Value>;
    type Keywords = Vec<(String, Value)>;
    type Error = Error;

    fn reader(&mut self) -> &mut Reader<'a> {
        self
    }

    fn value(&mut self) -> Result<Value> {
        Value::read(self)
    }

    fn array(&mut self, length: usize) -> Result<Vec<Value>> {
        many(self, length, 1, Value::read)
    }

    fn keywords(&mut self, length: usize) -> Result<Vec<(String, Value)>> {
        many(self, length, 4, |reader| {
            Ok((symbol(reader)?.to_owned(), Value::read(reader)?))
        })
    }

    fn skip(&mut self) -> Result<()> {
        Reader::skip(self)
    }

    fn nested(&self, payload: &'a [u8]) -> Self {
        Reader::nested(self, payload)
    }

    fn refuse(error: Error) -> Error {
        error
    }
}

impl Encode for Writer {
    type Value = Value;
    type Array = [Value];
    type Keywords = [(String, Value)];
    type Error = Error;

    fn writer(&mut self) -> &mut Writer {
        self
    }

    fn value(&mut self, value: &Value) -> Result<()> {
        value.write(self)
    }

    fn array(&mut self, values: &[Value]) -> Result<()> {
        Writer::array(self, values.len())?;
        values.iter().try_for_each(|value| value.write(self))
    }

    fn keywords(&mut self, keywords: &[(String, Value)]) -> Result<()> {
        self.map(keywords.len())?;
        keywords.iter().try_for_each(|(name, value)| {
            self.symbol(name)?;
            value.write(self)
        })
    }

    fn refuse(error: Error) -> Error {
        error
    }
}
