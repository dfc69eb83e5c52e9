//! Guest code that is replayed before an invocation's own, host to guest.

use crate::shape::{array, many, record, required, text, unexpected};
use crate::{Reader, Result, Token, Writer};

const WHAT: &str = "snippet";

/// A preloaded piece of guest code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippet {
    /// The name, which a source must have and bytecode does not send.
    pub name: Option<String>,
    /// The code.
    pub body: SnippetBody,
}

/// A snippet's code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SnippetBody {
    /// mruby source.
    Source(String),
    /// RITE bytecode.
    Bytecode(Vec<u8>),
}

/// Snippets in the order of their replay.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Snippets(pub Vec<Snippet>);

impl Snippet {
    /// Bytes of the smallest: a map of "kind" => "bytecode", "body" => an empty bin.
    const LEAST: usize = 1 + 5 + 9 + 5 + 2;

    fn read(reader: &mut Reader<'_>) -> Result<Self> {
        let (mut name, mut kind, mut body) = (None, None, None);
        record(WHAT, reader, &["name", "kind", "body"], |key, reader| {
            match key {
                "name" => name = Some(text(reader)?),
                "kind" => kind = Some(text(reader)?),
                _ => body = Some(reader.next()?),
            }
            Ok(())
        })?;
        let kind = required(WHAT, "kind", kind)?;
        match (kind, required(WHAT, "body", body)?) {
            ("source", Token::Str(code)) => Ok(Snippet {
                name: Some(required(WHAT, "name", name)?.to_owned()),
                body: SnippetBody::Source(code.to_owned()),
            }),
            ("bytecode", Token::Bin(code)) => Ok(Snippet {
                name: None,
                body: SnippetBody::Bytecode(code.to_owned()),
            }),
            ("source", found) => unexpected("str as body of a source", found),
            ("bytecode", found) => unexpected("bin as body of bytecode", found),
            _ => unexpected("source or bytecode as kind", Token::Str(kind)),
        }
    }

    fn write(&self, writer: &mut Writer) -> Result<()> {
        match &self.body {
            SnippetBody::Source(code) => {
                writer.map(3)?;
                writer.str("name")?;
                writer.str(required(WHAT, "name", self.name.as_ref())?)?;
                writer.str("kind")?;
                writer.str("source")?;
                writer.str("body")?;
                writer.str(code)
            }
            SnippetBody::Bytecode(code) => {
                writer.map(2)?;
                writer.str("kind")?;
                writer.str("bytecode")?;
                writer.str("body")?;
                writer.bin(code)
            }
        }
    }
}

impl Snippets {
    /// Reads a whole message.
    pub fn decode(bytes: &[u8]) -> Result<Self> {
        let mut reader = Reader::new(bytes)?;
        let length = array(&mut reader)?;
        let snippets = many(&mut reader, length, Snippet::LEAST, Snippet::read)?;
        reader.finish()?;
        Ok(Snippets(snippets))
    }

    /// Writes a whole message.
    pub fn encode(&self) -> Result<Vec<u8>> {
        let mut writer = Writer::new();
        writer.array(self.0.len())?;
        self.0
            .iter()
            .try_for_each(|snippet| snippet.write(&mut writer))?;
        writer.finish()
    }
}
