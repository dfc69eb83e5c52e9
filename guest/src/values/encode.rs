//! A value of the guest as MessagePack, read in place: no guest code runs, nothing is copied twice.

use std::fmt;

use kobako_wire::{Encode, Error as WireError, Writer};

use crate::mrb::{Mrb, Value, View};

/// Why a value cannot leave the guest.
pub enum EncodeError {
    /// An object of this class, or a name that says which value.
    Class(String),
    Wire(WireError),
}

impl From<WireError> for EncodeError {
    fn from(error: WireError) -> Self {
        Self::Wire(error)
    }
}

impl fmt::Display for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Class(name) => write!(
                f,
                "{name} cannot leave the sandbox; nil, true, false, Integer (-2**63 to 2**64-1), \
                 Float, String, Symbol, Array, Hash and handles can (return one of these)"
            ),
            Self::Wire(error) => write!(f, "the value cannot leave the sandbox: {error}"),
        }
    }
}

/// A message that is written.
pub struct Encoder {
    mrb: Mrb,
    writer: Writer,
}

impl Encoder {
    /// Goes on where `writer` stands.
    pub fn new(mrb: Mrb, writer: Writer) -> Self {
        Self { mrb, writer }
    }

    /// The bytes.
    pub fn finish(self) -> Result<Vec<u8>, EncodeError> {
        Ok(self.writer.finish()?)
    }
}

impl Encode for Encoder {
    type Value = Value;
    type Array = [Value];
    /// A Hash, or nil.
    type Keywords = Value;
    type Error = EncodeError;

    fn writer(&mut self) -> &mut Writer {
        &mut self.writer
    }

    fn value(&mut self, value: &Value) -> Result<(), EncodeError> {
        let (mrb, writer) = (self.mrb, &mut self.writer);
        match mrb.view(value) {
            View::Nil => writer.nil()?,
            View::Bool(value) => writer.bool(value)?,
            View::Int(value) => writer.int(value)?,
            View::UInt(value) => writer.uint(value)?,
            View::Float(value) => writer.float(value)?,
            View::Str(bytes) => match std::str::from_utf8(bytes) {
                Ok(text) => writer.str(text)?,
                Err(_) => writer.bin(bytes)?,
            },
            View::Bin(bytes) => writer.bin(bytes)?,
            View::Symbol(name) => match std::str::from_utf8(name) {
                Ok(name) => writer.symbol(name)?,
                Err(_) => return Err(named("a Symbol that is not UTF-8")),
            },
            View::Array(elements) => self.array(elements)?,
            View::Hash(pairs) => {
                writer.map(pairs)?;
                mrb.each_pair(value, |key, value| {
                    self.value(key)?;
                    self.value(value)
                })?;
            }
            View::Handle(id) => writer.handle(id)?,
            View::Big => return Err(named("an Integer outside of 64 bits")),
            View::Other => {
                let name = mrb.class_name(value);
                return Err(named(&String::from_utf8_lossy(&name)));
            }
        }
        Ok(())
    }

    fn array(&mut self, elements: &[Value]) -> Result<(), EncodeError> {
        self.writer.array(elements.len())?;
        elements.iter().try_for_each(|element| self.value(element))
    }

    fn keywords(&mut self, keywords: &Value) -> Result<(), EncodeError> {
        let mrb = self.mrb;
        let View::Hash(pairs) = mrb.view(keywords) else {
            return Ok(self.writer.map(0)?);
        };
        self.writer.map(pairs)?;
        mrb.each_pair(keywords, |key, value| {
            if !matches!(mrb.view(key), View::Symbol(_)) {
                return Err(named("a keyword that is not a Symbol"));
            }
            self.value(key)?;
            self.value(value)
        })
    }

    fn refuse(error: WireError) -> EncodeError {
        EncodeError::Wire(error)
    }
}

fn named(name: &str) -> EncodeError {
    EncodeError::Class(name.to_owned())
}
