//! Why a service call failed, as the guest learns it.

use crate::shape::{record, required, text, value_or_nil};
use crate::{Error, Reader, Result, Value, Writer};

/// The type of a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FaultKind {
    /// The service raised, or the method is not exposed.
    Runtime,
    /// The arguments do not fit the method.
    Argument,
    /// No such service, or no such handle.
    Undefined,
}

impl FaultKind {
    /// The name that stands in a message.
    pub fn name(self) -> &'static str {
        match self {
            FaultKind::Runtime => "runtime",
            FaultKind::Argument => "argument",
            FaultKind::Undefined => "undefined",
        }
    }

    fn named(name: &str) -> Result<Self> {
        match name {
            "runtime" => Ok(FaultKind::Runtime),
            "argument" => Ok(FaultKind::Argument),
            "undefined" => Ok(FaultKind::Undefined),
            _ => Err(Error::UnknownFault {
                name: name.chars().take(40).collect(),
            }),
        }
    }
}

/// A failed service call.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    /// Its type.
    pub kind: FaultKind,
    /// What to tell the guest.
    pub message: String,
    /// More about it; nil in a message when absent.
    pub details: Option<Value>,
}

impl Fault {
    /// Reads a fault's payload, which [`Reader::nested`] opens.
    pub fn read(mut payload: Reader<'_>) -> Result<Fault> {
        const WHAT: &str = "fault";
        let (mut kind, mut message, mut details) = (None, None, None);
        record(
            WHAT,
            &mut payload,
            &["type", "message", "details"],
            |key, reader| {
                match key {
                    "type" => kind = Some(FaultKind::named(text(reader)?)?),
                    "message" => message = Some(text(reader)?.to_owned()),
                    _ => details = value_or_nil(reader)?,
                }
                Ok(())
            },
        )?;
        payload.finish()?;
        Ok(Fault {
            kind: required(WHAT, "type", kind)?,
            message: required(WHAT, "message", message)?,
            details,
        })
    }

    /// Writes a fault's payload.
    pub(crate) fn write(&self, payload: &mut Writer) -> Result<()> {
        payload.map(3)?;
        payload.str("type")?;
        payload.str(self.kind.name())?;
        payload.str("message")?;
        payload.str(&self.message)?;
        payload.str("details")?;
        match &self.details {
            Some(details) => details.write(payload),
            None => payload.nil(),
        }
    }
}
