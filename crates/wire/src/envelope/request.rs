//! A call of a service, guest to host.

use std::borrow::Borrow;

use crate::shape::{array, boolean, map, text, tuple, unexpected};
use crate::{Decode, Encode, Reader, Result, Token, Value, Writer};

/// A call of one method of a service or of a handle's object: names are `N`, the arguments those of one side.
#[derive(Debug, Clone, PartialEq)]
pub struct Request<N = String, A = Vec<Value>, K = Vec<(String, Value)>> {
    /// Whose method.
    pub target: Target<N>,
    /// The method's name.
    pub method: N,
    /// Positional arguments.
    pub args: A,
    /// Keyword arguments by symbol.
    pub kwargs: K,
    /// Whether the service may yield to a block.
    pub block_given: bool,
}

/// Whose method a request calls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target<N = String> {
    /// A service by its path, as in "Namespace::Member".
    Path(N),
    /// A handle by its id.
    Handle(u32),
}

impl<'a> Target<&'a str> {
    fn read(reader: &mut Reader<'a>) -> Result<Self> {
        match reader.next()? {
            Token::Str(path) => Ok(Target::Path(path)),
            Token::Handle(id) => Ok(Target::Handle(id)),
            found => unexpected("str or handle as target", found),
        }
    }
}

impl<'a, A, K> Request<&'a str, A, K> {
    /// Reads a whole message.
    pub fn read<D>(decoder: &mut D) -> Result<Self, D::Error>
    where
        D: Decode<'a, Array = A, Keywords = K>,
    {
        let (target, method, length) = head(decoder.reader()).map_err(D::refuse)?;
        let args = decoder.array(length)?;
        let length = map(decoder.reader()).map_err(D::refuse)?;
        let kwargs = decoder.keywords(length)?;
        let block_given = tail(decoder.reader()).map_err(D::refuse)?;
        Ok(Request {
            target,
            method,
            args,
            kwargs,
            block_given,
        })
    }
}

fn head<'a>(reader: &mut Reader<'a>) -> Result<(Target<&'a str>, &'a str, usize)> {
    tuple("request", 5, reader)?;
    Ok((Target::read(reader)?, text(reader)?, array(reader)?))
}

fn tail(reader: &mut Reader<'_>) -> Result<bool> {
    let block_given = boolean(reader)?;
    reader.check_end()?;
    Ok(block_given)
}

impl<N: AsRef<str>, A, K> Request<N, A, K> {
    /// Writes a whole message.
    pub fn write<E>(&self, encoder: &mut E) -> Result<(), E::Error>
    where
        E: Encode,
        A: Borrow<E::Array>,
        K: Borrow<E::Keywords>,
    {
        self.write_head(encoder.writer()).map_err(E::refuse)?;
        encoder.array(self.args.borrow())?;
        encoder.keywords(self.kwargs.borrow())?;
        encoder.writer().bool(self.block_given).map_err(E::refuse)
    }

    fn write_head(&self, writer: &mut Writer) -> Result<()> {
        writer.array(5)?;
        match &self.target {
            Target::Path(path) => writer.str(path.as_ref())?,
            Target::Handle(id) => writer.handle(*id)?,
        }
        writer.str(self.method.as_ref())
    }
}

impl Request {
    /// Reads a whole message as trees.
    pub fn decode(bytes: &[u8]) -> Result<Self> {
        let request = Request::<&str, _, _>::read(&mut Reader::new(bytes)?)?;
        Ok(Request {
            target: match request.target {
                Target::Path(path) => Target::Path(path.to_owned()),
                Target::Handle(id) => Target::Handle(id),
            },
            method: request.method.to_owned(),
            args: request.args,
            kwargs: request.kwargs,
            block_given: request.block_given,
        })
    }

    /// The message of trees.
    pub fn encode(&self) -> Result<Vec<u8>> {
        let mut writer = Writer::new();
        self.write(&mut writer)?;
        writer.finish()
    }
}
