//! Which services an invocation has, host to guest.

use crate::shape::{array, many, text, texts, tuple};
use crate::{Reader, Result, Writer};

/// Each namespace with its members.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Preamble(pub Vec<(String, Vec<String>)>);

impl Preamble {
    /// The message that names no service; that of no snippet is the same.
    pub const EMPTY: &[u8] = &[0x90];

    /// Reads a whole message.
    pub fn decode(bytes: &[u8]) -> Result<Self> {
        let mut reader = Reader::new(bytes)?;
        let length = array(&mut reader)?;
        let namespaces = many(&mut reader, length, 3, |reader| {
            tuple("namespace", 2, reader)?;
            Ok((text(reader)?.to_owned(), texts(reader)?))
        })?;
        reader.finish()?;
        Ok(Preamble(namespaces))
    }

    /// Writes a whole message.
    pub fn encode(&self) -> Result<Vec<u8>> {
        let mut writer = Writer::new();
        writer.array(self.0.len())?;
        for (namespace, members) in &self.0 {
            writer.array(2)?;
            writer.str(namespace)?;
            writer.array(members.len())?;
            members.iter().try_for_each(|member| writer.str(member))?;
        }
        writer.finish()
    }
}
