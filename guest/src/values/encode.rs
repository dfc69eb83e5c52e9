//! A value of the guest as MessagePack, read in place: no guest code runs, nothing is copied twice.

use std::fmt;

use kobako_wire::{Error as WireError, Writer};

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

/// Writes a value and all that it holds.
pub fn encode(mrb: Mrb, writer: &mut Writer, value: &Value) -> Result<(), EncodeError> {
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
            Err(_) => return Err(EncodeError::Class("a Symbol that is not UTF-8".to_owned())),
        },
        View::Array(elements) => {
            writer.array(elements.len())?;
            elements
                .iter()
                .try_for_each(|element| encode(mrb, writer, element))?;
        }
        View::Hash(pairs) => {
            writer.map(pairs)?;
            mrb.each_pair(value, |key, value| {
                encode(mrb, writer, key)?;
                encode(mrb, writer, value)
            })?;
        }
        View::Handle(id) => writer.handle(id)?,
        View::Big => {
            return Err(EncodeError::Class(
                "an Integer outside of 64 bits".to_owned(),
            ));
        }
        View::Other => {
            let name = mrb.class_name(value);
            return Err(EncodeError::Class(
                String::from_utf8_lossy(&name).into_owned(),
            ));
        }
    }
    Ok(())
}
