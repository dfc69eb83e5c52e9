//! How an invocation ended, guest to host.

use crate::envelope::Panic;
use crate::shape::tagged;
use crate::{Error, Result, Value, Writer};

/// An invocation's value, or the panic in its place.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// The value.
    Value(Value),
    /// The panic.
    Panic(Panic),
}

impl Outcome {
    /// The tag before a value.
    pub const VALUE: u8 = 1;
    /// The tag before a panic.
    pub const PANIC: u8 = 2;

    /// Reads a tag byte and the message after it.
    pub fn decode(bytes: &[u8]) -> Result<Self> {
        let (tag, mut reader) = tagged("outcome", bytes)?;
        let outcome = match tag {
            Self::VALUE => Outcome::Value(Value::read(&mut reader)?),
            Self::PANIC => Outcome::Panic(Panic::read(&mut reader)?),
            _ => {
                return Err(Error::UnknownTag {
                    what: "outcome",
                    tag: tag.into(),
                    known: "1 and 2",
                });
            }
        };
        reader.finish()?;
        Ok(outcome)
    }

    /// Writes a tag byte and the message after it.
    pub fn encode(&self) -> Result<Vec<u8>> {
        match self {
            Outcome::Value(value) => {
                let mut writer = Writer::with_prefix(Self::VALUE);
                value.write(&mut writer)?;
                writer.finish()
            }
            Outcome::Panic(panic) => {
                let mut writer = Writer::with_prefix(Self::PANIC);
                panic.write(&mut writer)?;
                writer.finish()
            }
        }
    }
}
