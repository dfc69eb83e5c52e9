//! What a run calls, host to guest.

use crate::shape::{keywords, record, required, symbol, values};
use crate::{Reader, Result, Value, Writer};

/// A call of a constant that the snippets defined.
#[derive(Debug, Clone, PartialEq)]
pub struct Invocation {
    /// The constant's name.
    pub entrypoint: String,
    /// Positional arguments.
    pub args: Vec<Value>,
    /// Keyword arguments by symbol.
    pub kwargs: Vec<(String, Value)>,
}

impl Invocation {
    /// Reads a whole message.
    pub fn decode(bytes: &[u8]) -> Result<Self> {
        const WHAT: &str = "invocation";
        let mut reader = Reader::new(bytes)?;
        let (mut entrypoint, mut args, mut kwargs) = (None, None, None);
        record(
            WHAT,
            &mut reader,
            &["entrypoint", "args", "kwargs"],
            |key, reader| {
                match key {
                    "entrypoint" => entrypoint = Some(symbol(reader)?.to_owned()),
                    "args" => args = Some(values(reader)?),
                    _ => kwargs = Some(keywords(reader)?),
                }
                Ok(())
            },
        )?;
        reader.finish()?;
        Ok(Invocation {
            entrypoint: required(WHAT, "entrypoint", entrypoint)?,
            args: required(WHAT, "args", args)?,
            kwargs: required(WHAT, "kwargs", kwargs)?,
        })
    }

    /// Writes a whole message.
    pub fn encode(&self) -> Result<Vec<u8>> {
        let mut writer = Writer::new();
        writer.map(3)?;
        writer.str("entrypoint")?;
        writer.symbol(&self.entrypoint)?;
        writer.str("args")?;
        super::write_values(&mut writer, &self.args)?;
        writer.str("kwargs")?;
        super::write_keywords(&mut writer, &self.kwargs)?;
        writer.finish()
    }
}
