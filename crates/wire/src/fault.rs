//! Why a service call failed, as the guest learns it.

use crate::shape::{record, required, text};
use crate::{Decode, Error, Result};

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

    /// The type of this name; an error if there is none.
    pub fn named(name: &str) -> Result<Self> {
        [Self::Runtime, Self::Argument, Self::Undefined]
            .into_iter()
            .find(|kind| kind.name() == name)
            .ok_or_else(|| Error::UnknownFault {
                name: name.chars().take(40).collect(),
            })
    }
}

/// A failed service call, whose details are a value of one side.
#[derive(Debug, Clone, PartialEq)]
pub struct FaultOf<D> {
    /// Its type.
    pub kind: FaultKind,
    /// What to tell the guest.
    pub message: String,
    /// More about it; nil in a message when absent.
    pub details: Option<D>,
}

impl<D> FaultOf<D> {
    /// The symbol that stands as details where the exception of the call's block went through the service: it goes on
    /// in the guest.
    pub const BLOCK_ERROR: &str = "block_error";
    /// The symbol that stands as details where the guest may enumerate the object: a method of Enumerable's that was
    /// called runs there, over the object's `each`.
    pub const ENUMERABLE: &str = "enumerable";

    pub(crate) const TYPE: &str = "type";
    pub(crate) const MESSAGE: &str = "message";
    pub(crate) const DETAILS: &str = "details";

    /// Reads a fault's payload, which [`Decode::nested`] opens.
    pub fn read_with<'a, C: Decode<'a, Value = D>>(payload: &mut C) -> Result<Self, C::Error> {
        const WHAT: &str = "fault";
        let (mut kind, mut message, mut details) = (None, None, None);
        let keys = [Self::TYPE, Self::MESSAGE, Self::DETAILS];
        record(WHAT, payload, &keys, |key, payload| {
            match key {
                Self::TYPE => {
                    let name = text(payload.reader());
                    kind = Some(name.and_then(FaultKind::named).map_err(C::refuse)?);
                }
                Self::MESSAGE => {
                    message = Some(text(payload.reader()).map_err(C::refuse)?.to_owned());
                }
                _ => details = Some(payload.value()?),
            }
            Ok(())
        })?;
        payload.reader().check_end().map_err(C::refuse)?;
        Ok(FaultOf {
            kind: required(WHAT, Self::TYPE, kind).map_err(C::refuse)?,
            message: required(WHAT, Self::MESSAGE, message).map_err(C::refuse)?,
            details,
        })
    }
}
