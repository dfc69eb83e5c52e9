//! What the host asks of a guest whose request it serves, and the guest's answer.

use crate::shape::{array, count, many, record, required, tagged, text, texts, tuple, unexpected};
use crate::{Decode, Encode, Error, GuestValue, Reader, Result, Token, Value, Writer};

/// What the host asks of a guest whose request it serves: values are those of one side.
#[derive(Debug, Clone, PartialEq)]
pub enum BlockRequest<A = Vec<Value>> {
    /// To call the block of the innermost request with these arguments.
    Call(A),
    /// To send a value that stayed in the guest.
    Fetch(GuestValue),
    /// To forget values that stayed there: ids, and how often each was sent and is not held any more.
    Release(Vec<(u32, u32)>),
}

impl<A> BlockRequest<A> {
    const RELEASE: &'static str = "release";

    /// Reads a whole message.
    pub fn read<'a, D: Decode<'a, Array = A>>(decoder: &mut D) -> Result<Self, D::Error> {
        let request = match decoder.reader().next().map_err(D::refuse)? {
            Token::Array(length) => BlockRequest::Call(decoder.array(length)?),
            Token::GuestValue(value) => BlockRequest::Fetch(value),
            Token::Map(1) => BlockRequest::Release(releases(decoder.reader()).map_err(D::refuse)?),
            found => return unexpected("array", found).map_err(D::refuse),
        };
        decoder.reader().check_end().map_err(D::refuse)?;
        Ok(request)
    }
}

/// The value of the map's one key.
fn releases(reader: &mut Reader<'_>) -> Result<Vec<(u32, u32)>> {
    let key = text(reader)?;
    if key != BlockRequest::<()>::RELEASE {
        return Err(Error::MissingKey {
            what: "block request",
            key: BlockRequest::<()>::RELEASE,
        });
    }
    let length = array(reader)?;
    many(reader, length, 3, |reader| {
        tuple("release", 2, reader)?;
        Ok((count(reader)?, count(reader)?))
    })
}

impl BlockRequest {
    /// Reads a whole message as trees.
    pub fn decode(bytes: &[u8]) -> Result<Self> {
        Self::read(&mut Reader::new(bytes)?)
    }

    /// The message of trees.
    pub fn encode(&self) -> Result<Vec<u8>> {
        let mut writer = Writer::new();
        match self {
            BlockRequest::Call(arguments) => Encode::array(&mut writer, arguments)?,
            BlockRequest::Fetch(value) => writer.guest_value(*value)?,
            BlockRequest::Release(released) => {
                writer.map(1)?;
                writer.str(Self::RELEASE)?;
                writer.array(released.len())?;
                for (id, times) in released {
                    writer.array(2)?;
                    writer.uint((*id).into())?;
                    writer.uint((*times).into())?;
                }
            }
        }
        writer.finish()
    }
}

/// How the block ended, guest to host.
#[derive(Debug, Clone, PartialEq)]
pub enum YieldResponse {
    /// It gave a value to the service.
    Value(Value),
    /// It broke out of the service's method with a value.
    Break(Value),
    /// It raised.
    Error {
        /// The exception's class in the guest.
        class: String,
        /// Its message.
        message: String,
        /// Its backtrace, innermost first.
        backtrace: Vec<String>,
    },
}

impl YieldResponse {
    /// The tag before a value.
    pub const VALUE: u8 = 1;
    /// The tag before the value of a break.
    pub const BREAK: u8 = 2;
    /// The tag before an exception.
    pub const ERROR: u8 = 4;

    /// Reads a tag byte and the message after it.
    pub fn decode(bytes: &[u8]) -> Result<Self> {
        let (tag, mut reader) = tagged("yield response", bytes)?;
        let response = match tag {
            Self::VALUE => YieldResponse::Value(Value::read(&mut reader)?),
            Self::BREAK => YieldResponse::Break(Value::read(&mut reader)?),
            Self::ERROR => read_error(&mut reader)?,
            _ => {
                return Err(Error::UnknownTag {
                    what: "yield response",
                    tag: tag.into(),
                    known: "1, 2 and 4",
                });
            }
        };
        reader.finish()?;
        Ok(response)
    }

    /// Writes a tag byte and the message after it.
    pub fn encode(&self) -> Result<Vec<u8>> {
        let mut writer = Writer::with_prefix(self.tag());
        match self {
            YieldResponse::Value(value) | YieldResponse::Break(value) => {
                value.write(&mut writer)?
            }
            YieldResponse::Error {
                class,
                message,
                backtrace,
            } => {
                writer.map(3)?;
                writer.str("class")?;
                writer.str(class)?;
                writer.str("message")?;
                writer.str(message)?;
                writer.str("backtrace")?;
                writer.array(backtrace.len())?;
                backtrace.iter().try_for_each(|line| writer.str(line))?;
            }
        }
        writer.finish()
    }

    fn tag(&self) -> u8 {
        match self {
            YieldResponse::Value(_) => Self::VALUE,
            YieldResponse::Break(_) => Self::BREAK,
            YieldResponse::Error { .. } => Self::ERROR,
        }
    }
}

fn read_error(reader: &mut Reader<'_>) -> Result<YieldResponse> {
    const WHAT: &str = "yield error";
    let (mut class, mut message, mut backtrace) = (None, None, None);
    record(
        WHAT,
        reader,
        &["class", "message", "backtrace"],
        |key, reader| {
            match key {
                "class" => class = Some(text(reader)?.to_owned()),
                "message" => message = Some(text(reader)?.to_owned()),
                _ => backtrace = Some(texts(reader)?),
            }
            Ok(())
        },
    )?;
    Ok(YieldResponse::Error {
        class: required(WHAT, "class", class)?,
        message: required(WHAT, "message", message)?,
        backtrace: required(WHAT, "backtrace", backtrace)?,
    })
}
