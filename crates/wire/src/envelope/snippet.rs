//! Guest code that is replayed before an invocation's own, host to guest.

use crate::shape::{array, many, record, required, text};
use crate::{Error, Reader, Result, Token, Writer};

const WHAT: &str = "snippet";

/// A preloaded piece of guest code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippet {
    /// The name of a source; bytecode has none.
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
    fn read(reader: &mut Reader<'_>) -> Result<Self> {
        let (mut name, mut kind, mut body) = (None, None, None);
        record(WHAT, reader, &["name", "kind", "body"], |key, reader| {
            match key {
                "name" => name = Some(text(reader)?.to_owned()),
                "kind" => kind = Some(text(reader)?),
                _ => body = Some(SnippetBody::read(reader)?),
            }
            Ok(())
        })?;
        let body = required(WHAT, "body", body)?;
        match (required(WHAT, "kind", kind)?, &body) {
            ("source", SnippetBody::Source(_)) => {
                required(WHAT, "name", name.as_ref()).map(drop)?
            }
            ("bytecode", SnippetBody::Bytecode(_)) if name.is_none() => {}
            ("bytecode", SnippetBody::Bytecode(_)) => {
                return Err(Error::Unexpected {
                    expected: "bytecode without a name",
                    found: "a name",
                });
            }
            ("source", _) => {
                return Err(Error::Unexpected {
                    expected: "str as body of a source",
                    found: "bin",
                });
            }
            ("bytecode", _) => {
                return Err(Error::Unexpected {
                    expected: "bin as body of bytecode",
                    found: "str",
                });
            }
            _ => {
                return Err(Error::Unexpected {
                    expected: "source or bytecode as kind",
                    found: "another str",
                });
            }
        }
        Ok(Snippet { name, body })
    }

    fn write(&self, writer: &mut Writer) -> Result<()> {
        writer.map(if self.name.is_some() { 3 } else { 2 })?;
        if let Some(name) = &self.name {
            writer.str("name")?;
            writer.str(name)?;
        }
        writer.str("kind")?;
        match &self.body {
            SnippetBody::Source(code) => {
                writer.str("source")?;
                writer.str("body")?;
                writer.str(code)
            }
            SnippetBody::Bytecode(code) => {
                writer.str("bytecode")?;
                writer.str("body")?;
                writer.bin(code)
            }
        }
    }
}

impl SnippetBody {
    fn read(reader: &mut Reader<'_>) -> Result<Self> {
        match reader.next()? {
            Token::Str(code) => Ok(SnippetBody::Source(code.to_owned())),
            Token::Bin(code) => Ok(SnippetBody::Bytecode(code.to_owned())),
            found => Err(Error::Unexpected {
                expected: "str or bin as body",
                found: found.name(),
            }),
        }
    }
}

impl Snippets {
    /// Reads a whole message.
    pub fn decode(bytes: &[u8]) -> Result<Self> {
        let mut reader = Reader::new(bytes)?;
        let snippets = many(array(&mut reader)?, || Snippet::read(&mut reader))?;
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
