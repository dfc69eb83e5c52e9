//! A call of a service, guest to host.

use crate::shape::{boolean, keywords, text, tuple, unexpected, values};
use crate::{Reader, Result, Token, Value, Writer};

/// A call of one method of a service or of a handle's object.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Whose method.
    pub target: Target,
    /// The method's name.
    pub method: String,
    /// Positional arguments.
    pub args: Vec<Value>,
    /// Keyword arguments by symbol.
    pub kwargs: Vec<(String, Value)>,
    /// Whether the service may yield to a block.
    pub block_given: bool,
}

/// Whose method a request calls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A service by its path, as in "Namespace::Member".
    Path(String),
    /// A handle by its id.
    Handle(u32),
}

impl Target {
    fn read(reader: &mut Reader<'_>) -> Result<Self> {
        match reader.next()? {
            Token::Str(path) => Ok(Target::Path(path.to_owned())),
            Token::Handle(id) => Ok(Target::Handle(id)),
            found => unexpected("str or handle as target", found),
        }
    }

    fn write(&self, writer: &mut Writer) -> Result<()> {
        match self {
            Target::Path(path) => writer.str(path),
            Target::Handle(id) => writer.handle(*id),
        }
    }
}

impl Request {
    /// Reads a whole message.
    pub fn decode(bytes: &[u8]) -> Result<Self> {
        let mut reader = Reader::new(bytes)?;
        tuple("request", 5, &mut reader)?;
        let request = Request {
            target: Target::read(&mut reader)?,
            method: text(&mut reader)?.to_owned(),
            args: values(&mut reader)?,
            kwargs: keywords(&mut reader)?,
            block_given: boolean(&mut reader)?,
        };
        reader.finish()?;
        Ok(request)
    }

    /// Writes a whole message.
    pub fn encode(&self) -> Result<Vec<u8>> {
        let mut writer = Writer::new();
        writer.array(5)?;
        self.target.write(&mut writer)?;
        writer.str(&self.method)?;
        super::write_values(&mut writer, &self.args)?;
        super::write_keywords(&mut writer, &self.kwargs)?;
        writer.bool(self.block_given)?;
        writer.finish()
    }
}
