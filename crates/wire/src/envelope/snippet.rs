//! Guest code that is replayed before an invocation's own, host to guest.

use crate::shape::{array, many, record, required, text, unexpected};
use crate::{Reader, Result, Token, Writer};

const WHAT: &str = "snippet";

/// A preloaded piece of guest code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippet {
    /// The name, which bytecode does not send: of a source, a constant's; of a library, what `require` takes.
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
    /// mruby source that does not run before it is required.
    Library(String),
}

/// Snippets in the order of their replay.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Snippets(pub Vec<Snippet>);

impl Snippet {
    /// Bytes of the smallest: a map of "kind" => "bytecode", "body" => an empty bin.
    const LEAST: usize = 1 + 5 + 9 + 5 + 2;

    /// The name, "" if it has none.
    pub fn name(&self) -> &str {
        self.name.as_deref().unwrap_or_default()
    }

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
        let name = || Ok(Some(required(WHAT, "name", name)?.to_owned()));
        match (kind, required(WHAT, "body", body)?) {
            ("source", Token::Str(code)) => Ok(Snippet {
                name: name()?,
                body: SnippetBody::Source(code.to_owned()),
            }),
            ("library", Token::Str(code)) => Ok(Snippet {
                name: name()?,
                body: SnippetBody::Library(code.to_owned()),
            }),
            ("bytecode", Token::Bin(code)) => Ok(Snippet {
                name: None,
                body: SnippetBody::Bytecode(code.to_owned()),
            }),
            ("source" | "library", found) => unexpected("str as body of a source", found),
            ("bytecode", found) => unexpected("bin as body of bytecode", found),
            _ => unexpected("source, bytecode or library as kind", Token::Str(kind)),
        }
    }

    fn write(&self, writer: &mut Writer) -> Result<()> {
        match &self.body {
            SnippetBody::Source(code) => self.write_named("source", code, writer),
            SnippetBody::Library(code) => self.write_named("library", code, writer),
            SnippetBody::Bytecode(code) => {
                writer.map(2)?;
                writer.str("kind")?;
                writer.str("bytecode")?;
                writer.str("body")?;
                writer.bin(code)
            }
        }
    }

    fn write_named(&self, kind: &str, code: &str, writer: &mut Writer) -> Result<()> {
        writer.map(3)?;
        writer.str("name")?;
        writer.str(required(WHAT, "name", self.name.as_ref())?)?;
        writer.str("kind")?;
        writer.str(kind)?;
        writer.str("body")?;
        writer.str(code)
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
