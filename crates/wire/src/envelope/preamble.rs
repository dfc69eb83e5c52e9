//! What an invocation finds bound, host to guest.

use crate::shape::{array, many, text, tuple, unexpected};
use crate::{Decode, Reader, Result, Token, Value, Writer};

/// Each namespace with its members. A namespace is a path of constants with `::` between them, "" the top level.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Preamble(pub Vec<(String, Vec<Member>)>);

/// A constant: a service, or a value.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// Its name.
    pub name: String,
    /// `None` for a service.
    pub value: Option<Value>,
}

impl From<&str> for Member {
    fn from(name: &str) -> Self {
        let name = name.to_owned();
        Self { name, value: None }
    }
}

impl Preamble {
    /// The message that names no service; that of no snippet is the same.
    pub const EMPTY: &[u8] = &[0x90];

    /// Reads a whole message.
    pub fn decode(bytes: &[u8]) -> Result<Self> {
        let mut reader = Reader::new(bytes)?;
        let length = array(&mut reader)?;
        let namespaces = many(&mut reader, length, 3, |reader| {
            let mut members = Vec::new();
            let namespace = Self::namespace(reader, |_, name, value| {
                let name = name.to_owned();
                members.push(Member { name, value });
                Ok(())
            })?;
            Ok((namespace.to_owned(), members))
        })?;
        reader.finish()?;
        Ok(Preamble(namespaces))
    }

    /// Reads a message, and gives `member` the namespace, the name and the value of each member, before the next is
    /// read.
    pub fn read<'a, D: Decode<'a>>(
        decoder: &mut D,
        mut member: impl FnMut(&'a str, &'a str, Option<D::Value>) -> Result<(), D::Error>,
    ) -> Result<(), D::Error> {
        let length = array(decoder.reader()).map_err(D::refuse)?;
        for _ in 0..length {
            Self::namespace(decoder, &mut member)?;
        }
        decoder.reader().check_end().map_err(D::refuse)
    }

    fn namespace<'a, D: Decode<'a>>(
        decoder: &mut D,
        mut member: impl FnMut(&'a str, &'a str, Option<D::Value>) -> Result<(), D::Error>,
    ) -> Result<&'a str, D::Error> {
        tuple("namespace", 2, decoder.reader()).map_err(D::refuse)?;
        let namespace = text(decoder.reader()).map_err(D::refuse)?;
        for _ in 0..array(decoder.reader()).map_err(D::refuse)? {
            let (name, value) = match decoder.reader().next().map_err(D::refuse)? {
                Token::Str(name) => (name, None),
                Token::Array(2) => {
                    let name = text(decoder.reader()).map_err(D::refuse)?;
                    (name, Some(decoder.value()?))
                }
                found => {
                    return unexpected("str or an array of two as member", found)
                        .map_err(D::refuse);
                }
            };
            member(namespace, name, value)?;
        }
        Ok(namespace)
    }

    /// Writes a whole message.
    pub fn encode(&self) -> Result<Vec<u8>> {
        let mut writer = Writer::new();
        writer.array(self.0.len())?;
        for (namespace, members) in &self.0 {
            writer.array(2)?;
            writer.str(namespace)?;
            writer.array(members.len())?;
            members
                .iter()
                .try_for_each(|member| member.write(&mut writer))?;
        }
        writer.finish()
    }
}

impl Member {
    fn write(&self, writer: &mut Writer) -> Result<()> {
        let Some(value) = &self.value else {
            return writer.str(&self.name);
        };
        writer.array(2)?;
        writer.str(&self.name)?;
        value.write(writer)
    }
}
