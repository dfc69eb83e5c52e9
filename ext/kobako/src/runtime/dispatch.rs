//! Requests of the guest on their way to the object that answers them, and responses on their way back.

use std::cell::RefCell;

use magnus::{
    Error, RString, Ruby, Value,
    gc::Marker,
    prelude::*,
    value::{LazyId, Opaque},
};

use super::bytes_of;
use crate::codec::{self, Names};

static ANSWER: LazyId = LazyId::new("answer");
static CALL: LazyId = LazyId::new("call");
static HANDLES: LazyId = LazyId::new("handles");

/// Who answers requests.
#[derive(Default)]
pub struct Handler {
    object: RefCell<Option<Opaque<Value>>>,
    /// The handle table of an object that takes requests decoded.
    handles: RefCell<Option<Opaque<Value>>>,
    names: Names,
}

impl Handler {
    /// Sets the object that answers, nil for none: it has `call`, which takes a request's bytes and
    /// gives a response's. If it has `answer` and `handles` too, `answer` gets the request decoded.
    pub fn set(&self, object: Value) -> Result<(), Error> {
        let direct = object.respond_to(*ANSWER, false)? && object.respond_to(*HANDLES, false)?;
        let handles: Option<Value> = direct.then(|| object.funcall(*HANDLES, ())).transpose()?;
        self.handles.replace(handles.map(Opaque::from));
        self.object
            .replace((!object.is_nil()).then(|| object.into()));
        Ok(())
    }

    pub fn mark(&self, marker: &Marker) {
        for object in [*self.object.borrow(), *self.handles.borrow()] {
            object.inspect(|object| marker.mark(*object));
        }
        self.names.mark(marker);
    }
}

/// The response to `request`; `None` if nobody answers. What the handler raises ends the invocation.
pub fn serve(ruby: &Ruby, handler: &Handler, request: &[u8]) -> Result<Option<Vec<u8>>, Error> {
    let Some(object) = *handler.object.borrow() else {
        return Ok(None);
    };
    let object = ruby.get_inner(object);
    let handles = *handler.handles.borrow();
    let decoded = match handles {
        Some(handles) => {
            codec::decode_request(ruby, request, ruby.get_inner(handles), &handler.names)?
        }
        None => None,
    };
    let response: RString = match decoded {
        Some(decoded) => object.funcall(*ANSWER, decoded)?,
        None => object.funcall(*CALL, (ruby.str_from_slice(request),))?,
    };
    bytes_of(response).map(Some)
}

/// Makes the names of the handler's methods now.
pub fn init(ruby: &Ruby) {
    for id in [&ANSWER, &CALL, &HANDLES] {
        LazyId::force(id, ruby);
    }
}
