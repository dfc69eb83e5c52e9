//! The answer to a request, host to guest.

use crate::shape::{tuple, unexpected};
use crate::{Decode, Encode, Error, Fault, FaultOf, Reader, Result, Token, Value, Writer};

/// What a service call came to, with a value of one side.
#[derive(Debug, Clone, PartialEq)]
pub enum Response<V = Value> {
    /// The service's result.
    Value(V),
    /// Why there is none.
    Fault(FaultOf<V>),
}

/// The statuses.
const VALUE: i64 = 0;
const FAULT: i64 = 1;

impl<V> Response<V> {
    /// Reads a whole message.
    pub fn read<'a, D: Decode<'a, Value = V>>(decoder: &mut D) -> Result<Self, D::Error> {
        let response = match payload(decoder.reader()).map_err(D::refuse)? {
            Some(payload) => Response::Fault(FaultOf::read_with(&mut decoder.nested(payload))?),
            None => Response::Value(decoder.value()?),
        };
        decoder.reader().check_end().map_err(D::refuse)?;
        Ok(response)
    }
}

/// What stands before a value, or the payload of a fault.
fn payload<'a>(reader: &mut Reader<'a>) -> Result<Option<&'a [u8]>> {
    tuple("response", 2, reader)?;
    match reader.next()? {
        Token::Int(VALUE) => Ok(None),
        Token::Int(FAULT) => match reader.next()? {
            Token::Fault(payload) => Ok(Some(payload)),
            found => unexpected("fault", found),
        },
        Token::Int(tag) => Err(Error::UnknownTag {
            what: "response",
            tag,
            known: "0 and 1",
        }),
        found => unexpected("0 or 1 as status", found),
    }
}

impl Response {
    /// Writes the response that holds a value.
    pub fn write_value<E: Encode>(encoder: &mut E, value: &E::Value) -> Result<(), E::Error> {
        begin(encoder.writer(), VALUE).map_err(E::refuse)?;
        encoder.value(value)
    }

    /// Writes the response that holds a fault.
    pub fn write_fault(writer: &mut Writer, fault: &Fault) -> Result<()> {
        begin(writer, FAULT)?;
        writer.fault(fault)
    }

    /// Reads a whole message as a tree.
    pub fn decode(bytes: &[u8]) -> Result<Self> {
        let response = Self::read(&mut Reader::new(bytes)?)?;
        Ok(match response {
            Response::Fault(fault) => Response::Fault(fault.without_nil()),
            value => value,
        })
    }

    /// The message of a tree.
    pub fn encode(&self) -> Result<Vec<u8>> {
        let mut writer = Writer::new();
        match self {
            Response::Value(value) => Self::write_value(&mut writer, value)?,
            Response::Fault(fault) => Self::write_fault(&mut writer, fault)?,
        }
        writer.finish()
    }
}

fn begin(writer: &mut Writer, status: i64) -> Result<()> {
    writer.array(2)?;
    writer.int(status)
}
