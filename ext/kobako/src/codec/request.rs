//! Requests of the guest, decoded to what answers them.

use kobako_wire::envelope::{Request as WireRequest, Target};
use magnus::{Error, RArray, RHash, RString, Ruby, Value, gc::Marker, prelude::*, value::Opaque};

use super::source::Source;
use crate::{deadline::Deadline, errors, shelf::Table};

/// Names that are kept, and the bytes of one.
const MAX_NAMES: usize = 1024;
const MAX_NAME: usize = 64;

/// Names that guests send again and again, as frozen Strings.
#[derive(Default)]
pub struct Names(Table<Box<str>, Opaque<RString>>);

impl Names {
    fn get(&self, ruby: &Ruby, text: &str) -> RString {
        if let Some(name) = self.0.get(text) {
            return ruby.get_inner(name);
        }
        let name = ruby.str_new(text);
        if text.len() <= MAX_NAME && self.0.len() < MAX_NAMES {
            name.freeze();
            self.0.insert(text.into(), name.into());
        }
        name
    }

    pub fn mark(&self, marker: &Marker) {
        self.0.values().for_each(|name| marker.mark(name));
    }
}

/// Target, method, arguments, keywords, and whether there is a block.
pub type Request = (Value, RString, RArray, RHash, bool);

/// The parts of a request. Not a part of its caller's frame, which stays while the request is answered.
#[inline(never)]
pub fn decode(
    ruby: &Ruby,
    bytes: &[u8],
    handles: Value,
    names: &Names,
    deadline: Option<Deadline>,
) -> Result<Request, Error> {
    let source = Source::new(ruby, bytes, Some(handles), deadline);
    read(
        ruby,
        source.map_err(|error| errors::undecodable(&error))?,
        names,
    )
}

fn read(ruby: &Ruby, mut source: Source, names: &Names) -> Result<Request, Error> {
    let request = WireRequest::read(&mut source)?;
    let target = match request.target {
        Target::Path(path) => names.get(ruby, path).as_value(),
        Target::Handle(id) => source.object(id)?,
    };
    let method = names.get(ruby, request.method);
    let (arguments, keywords) = (request.args, request.kwargs);
    Ok((target, method, arguments, keywords, request.block_given))
}
