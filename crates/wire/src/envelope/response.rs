//! The answer to a request, host to guest.

use crate::shape::{tuple, unexpected};
use crate::{Error, Fault, Reader, Result, Token, Value, Writer};

/// What a service call came to.
#[derive(Debug, Clone, PartialEq)]
pub enum Response {
    /// The service's result.
    Value(Value),
    /// Why there is none.
    Fault(Fault),
}

impl Response {
    /// Reads a whole message.
    pub fn decode(bytes: &[u8]) -> Result<Self> {
        let mut reader = Reader::new(bytes)?;
        tuple("response", 2, &mut reader)?;
        let response = match reader.next()? {
            Token::Int(0) => Response::Value(Value::read(&mut reader)?),
            Token::Int(1) => Response::Fault(fault(&mut reader)?),
            Token::Int(tag) => {
                return Err(Error::UnknownTag {
                    what: "response",
                    tag,
                    known: "0 and 1",
                });
            }
            found => return unexpected("0 or 1 as status", found),
        };
        reader.finish()?;
        Ok(response)
    }

    /// Writes a whole message.
    pub fn encode(&self) -> Result<Vec<u8>> {
        let mut writer = Writer::new();
        writer.array(2)?;
        match self {
            Response::Value(value) => {
                writer.int(0)?;
                value.write(&mut writer)?;
            }
            Response::Fault(fault) => {
                writer.int(1)?;
                writer.fault(fault)?;
            }
        }
        writer.finish()
    }
}

fn fault(reader: &mut Reader<'_>) -> Result<Fault> {
    match reader.next()? {
        Token::Fault(payload) => Fault::read(reader.nested(payload)),
        found => unexpected("fault", found),
    }
}
