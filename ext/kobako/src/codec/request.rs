//! Requests of the guest, decoded to what answers them.

use kobako_wire::{self as wire, Token};
use magnus::{
    Error, RArray, RHash, RString, Ruby, Value,
    gc::Marker,
    prelude::*,
    value::{Lazy, Opaque},
};

use super::source::Source;
use crate::{deadline::Deadline, errors, shelf::Table};

/// Names that are kept, and the bytes of one.
const MAX_NAMES: usize = 1024;
const MAX_NAME: usize = 64;

static NO_KEYWORDS: Lazy<RHash> = Lazy::new(|ruby| {
    let keywords = ruby.hash_new();
    keywords.freeze();
    keywords
});

/// Names that guests send again and again, as frozen Strings.
#[derive(Default)]
pub struct Names(Table<Opaque<RString>>);

impl Names {
    fn get(&self, ruby: &Ruby, text: &str) -> RString {
        if let Some(name) = self.0.get(text) {
            return ruby.get_inner(name);
        }
        let name = ruby.str_new(text);
        if text.len() <= MAX_NAME {
            name.freeze();
            self.0.insert(text, name.into(), MAX_NAMES);
        }
        name
    }

    pub fn mark(&self, marker: &Marker) {
        self.0.values().for_each(|name| marker.mark(name));
    }
}

/// Target, method, arguments, keywords, and whether there is a block.
pub type Request = (Value, RString, RArray, RHash, bool);

/// The parts of a request; `None` if it does not decode, or not to these.
pub fn decode(
    ruby: &Ruby,
    bytes: &[u8],
    handles: Value,
    names: &Names,
    deadline: Option<Deadline>,
) -> Result<Option<Request>, Error> {
    let source = Source::new(ruby, bytes, Some(handles), deadline);
    match source
        .map_err(Unread::from)
        .and_then(|source| read(ruby, source, names))
    {
        Err(Unread::Raised(error)) if !errors::is_refusal(ruby, &error) => Err(error),
        request => Ok(request.ok()),
    }
}

enum Unread {
    Malformed,
    Raised(Error),
}

impl From<wire::Error> for Unread {
    fn from(_: wire::Error) -> Self {
        Self::Malformed
    }
}

impl From<Error> for Unread {
    fn from(error: Error) -> Self {
        Self::Raised(error)
    }
}

fn read(ruby: &Ruby, mut source: Source, names: &Names) -> Result<Request, Unread> {
    let Token::Array(5) = source.token()? else {
        return Err(Unread::Malformed);
    };
    let target = match source.token()? {
        Token::Str(path) => names.get(ruby, path).as_value(),
        Token::Handle(id) => source.object(id)?,
        _ => return Err(Unread::Malformed),
    };
    let Token::Str(method) = source.token()? else {
        return Err(Unread::Malformed);
    };
    let method = names.get(ruby, method);
    let Token::Array(length) = source.token()? else {
        return Err(Unread::Malformed);
    };
    let arguments = source.array(length)?;
    let keywords = match source.token()? {
        Token::Map(0) => ruby.get_inner(&NO_KEYWORDS),
        Token::Map(length) => source.hash(length)?,
        _ => return Err(Unread::Malformed),
    };
    let Token::Bool(block) = source.token()? else {
        return Err(Unread::Malformed);
    };
    source.finish()?;
    Ok((target, method, arguments, keywords, block))
}

/// Makes what requests share.
pub fn init(ruby: &Ruby) {
    Lazy::force(&NO_KEYWORDS, ruby);
}
