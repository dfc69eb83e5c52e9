//! What a run calls, host to guest.

use std::borrow::Borrow;

use crate::shape::{array, map, record, required, symbol};
use crate::{Decode, Encode, Reader, Result, Value, Writer};

/// A call of a constant that the snippets defined: names are `N`, the arguments those of one side.
#[derive(Debug, Clone, PartialEq)]
pub struct Invocation<N = String, A = Vec<Value>, K = Vec<(String, Value)>> {
    /// The constant's name.
    pub entrypoint: N,
    /// Positional arguments.
    pub args: A,
    /// Keyword arguments by symbol.
    pub kwargs: K,
}

const WHAT: &str = "invocation";
const ENTRYPOINT: &str = "entrypoint";
const ARGS: &str = "args";
const KWARGS: &str = "kwargs";

impl<'a, A, K> Invocation<&'a str, A, K> {
    /// Reads a whole message.
    pub fn read<D>(decoder: &mut D) -> Result<Self, D::Error>
    where
        D: Decode<'a, Array = A, Keywords = K>,
    {
        let (mut entrypoint, mut args, mut kwargs) = (None, None, None);
        record(
            WHAT,
            decoder,
            &[ENTRYPOINT, ARGS, KWARGS],
            |key, decoder| {
                match key {
                    ENTRYPOINT => entrypoint = Some(symbol(decoder.reader()).map_err(D::refuse)?),
                    ARGS => {
                        let length = array(decoder.reader()).map_err(D::refuse)?;
                        args = Some(decoder.array(length)?);
                    }
                    _ => {
                        let length = map(decoder.reader()).map_err(D::refuse)?;
                        kwargs = Some(decoder.keywords(length)?);
                    }
                }
                Ok(())
            },
        )?;
        decoder.reader().check_end().map_err(D::refuse)?;
        Ok(Invocation {
            entrypoint: required(WHAT, ENTRYPOINT, entrypoint).map_err(D::refuse)?,
            args: required(WHAT, ARGS, args).map_err(D::refuse)?,
            kwargs: required(WHAT, KWARGS, kwargs).map_err(D::refuse)?,
        })
    }
}

impl<N: AsRef<str>, A, K> Invocation<N, A, K> {
    /// Writes a whole message.
    pub fn write<E>(&self, encoder: &mut E) -> Result<(), E::Error>
    where
        E: Encode,
        A: Borrow<E::Array>,
        K: Borrow<E::Keywords>,
    {
        self.write_head(encoder.writer()).map_err(E::refuse)?;
        encoder.array(self.args.borrow())?;
        encoder.writer().str(KWARGS).map_err(E::refuse)?;
        encoder.keywords(self.kwargs.borrow())
    }

    fn write_head(&self, writer: &mut Writer) -> Result<()> {
        writer.map(3)?;
        writer.str(ENTRYPOINT)?;
        writer.symbol(self.entrypoint.as_ref())?;
        writer.str(ARGS)
    }
}

impl Invocation {
    /// Reads a whole message as trees.
    pub fn decode(bytes: &[u8]) -> Result<Self> {
        let invocation = Invocation::<&str, _, _>::read(&mut Reader::new(bytes)?)?;
        Ok(Invocation {
            entrypoint: invocation.entrypoint.to_owned(),
            args: invocation.args,
            kwargs: invocation.kwargs,
        })
    }

    /// The message of trees.
    pub fn encode(&self) -> Result<Vec<u8>> {
        let mut writer = Writer::new();
        self.write(&mut writer)?;
        writer.finish()
    }
}
