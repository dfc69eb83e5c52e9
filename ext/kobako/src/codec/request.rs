//! Requests of the guest, decoded to what answers them.

use std::{cell::RefCell, collections::HashMap};

use foldhash::fast::RandomState;
use kobako_wire::{self as wire, Reader, Token};
use magnus::{
    Error, RArray, RHash, RString, Ruby, Value,
    gc::Marker,
    prelude::*,
    value::{Lazy, Opaque},
};

use super::{FETCH, read_array, read_hash};
use crate::errors;

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
pub struct Names(RefCell<HashMap<Box<str>, Opaque<RString>, RandomState>>);

impl Names {
    fn get(&self, ruby: &Ruby, text: &str) -> RString {
        if let Some(name) = self.0.borrow().get(text) {
            return ruby.get_inner(*name);
        }
        // Not borrowed here, for the GC may run and mark the names.
        let name = ruby.str_new(text);
        let mut names = self.0.borrow_mut();
        if names.len() < MAX_NAMES && text.len() <= MAX_NAME {
            name.freeze();
            names.insert(text.into(), name.into());
        }
        name
    }

    pub fn mark(&self, marker: &Marker) {
        let names = self.0.borrow();
        names.values().for_each(|name| marker.mark(*name));
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
) -> Result<Option<Request>, Error> {
    match read(ruby, bytes, handles, names) {
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

fn read(ruby: &Ruby, bytes: &[u8], handles: Value, names: &Names) -> Result<Request, Unread> {
    let mut reader = Reader::new(bytes)?;
    let Token::Array(5) = reader.next()? else {
        return Err(Unread::Malformed);
    };
    let target = match reader.next()? {
        Token::Str(path) => names.get(ruby, path).as_value(),
        Token::Handle(id) => handles.funcall(*FETCH, (id,))?,
        _ => return Err(Unread::Malformed),
    };
    let Token::Str(method) = reader.next()? else {
        return Err(Unread::Malformed);
    };
    let method = names.get(ruby, method);
    let Token::Array(length) = reader.next()? else {
        return Err(Unread::Malformed);
    };
    let arguments = read_array(ruby, &mut reader, length, Some(handles))?;
    let keywords = match reader.next()? {
        Token::Map(0) => ruby.get_inner(&NO_KEYWORDS),
        Token::Map(length) => read_hash(ruby, &mut reader, length, Some(handles))?,
        _ => return Err(Unread::Malformed),
    };
    let Token::Bool(block) = reader.next()? else {
        return Err(Unread::Malformed);
    };
    reader.finish()?;
    Ok((target, method, arguments, keywords, block))
}

/// Makes what requests share.
pub fn init(ruby: &Ruby) {
    Lazy::force(&NO_KEYWORDS, ruby);
}
