//! Requests of the guest on their way to the object that answers them, responses and the values of blocks
//! on their way back.

use kobako_wire::envelope::YieldResponse;
use magnus::{
    Error, RString, Ruby, Value,
    error::ErrorType,
    gc::Marker,
    prelude::*,
    value::{LazyId, Opaque},
};

use crate::{
    bytes,
    codec::{
        self, Handles,
        request::{self, Names},
    },
    deadline::Deadline,
    errors,
    shelf::Shelf,
};

static BREAK: LazyId = LazyId::new("break");
static ENDED: LazyId = LazyId::new("ended=");
static FAIL: LazyId = LazyId::new("fail");
static VIOLATION: LazyId = LazyId::new("violation");
static ANSWER: LazyId = LazyId::new("answer");
static CALL: LazyId = LazyId::new("call");
static HANDLES: LazyId = LazyId::new("handles");

/// Who answers requests.
#[derive(Default)]
pub struct Handler {
    object: Shelf<Option<Opaque<Value>>>,
    /// The handle table of an object that takes requests decoded.
    handles: Shelf<Option<Opaque<Value>>>,
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

    /// The handle table, if the object has one.
    pub fn handles(&self, ruby: &Ruby) -> Handles {
        self.handles.get().map(|handles| ruby.get_inner(handles))
    }

    pub fn mark(&self, marker: &Marker) {
        for object in [self.object.get(), self.handles.get()]
            .into_iter()
            .flatten()
        {
            marker.mark(object);
        }
        self.names.mark(marker);
    }
}

/// The response to the request in `message`, in the same buffer; `None` if nobody answers. What the handler raises
/// ends the invocation.
pub fn serve(
    ruby: &Ruby,
    handler: &Handler,
    mut message: Vec<u8>,
    deadline: Option<Deadline>,
) -> Result<Option<Vec<u8>>, Error> {
    let Some(object) = handler.object.get() else {
        return Ok(None);
    };
    let object = ruby.get_inner(object);
    let decoded = match handler.handles(ruby) {
        Some(handles) => request::decode(ruby, &message, handles, &handler.names, deadline)?,
        None => None,
    };
    let response: RString = match decoded {
        Some(decoded) => object.funcall(*ANSWER, decoded)?,
        None => object.funcall(*CALL, (ruby.str_from_slice(&message),))?,
    };
    let response = bytes::borrowed(&response)?;
    message.clear();
    message.extend_from_slice(response);
    Ok(Some(message))
}

/// Tells `yielder` what ended the invocation in its block, and gives it back.
pub fn ended(yielder: Value, error: Error) -> Error {
    let tell = || {
        let exception = match error.error_type() {
            ErrorType::Exception(exception) => *exception,
            ErrorType::Error(class, message) => class.new_instance((message.as_ref(),))?,
            ErrorType::Jump(_) => return Ok(error.clone()),
        };
        let _: Value = yielder.funcall(*ENDED, (exception,))?;
        Ok(exception.into())
    };
    tell().unwrap_or_else(|failure| failure)
}

/// What a block came to: its value, or what `yielder` makes of it.
pub fn block_value(
    ruby: &Ruby,
    yielder: Value,
    response: &[u8],
    handles: Handles,
    deadline: Option<Deadline>,
) -> Result<Value, Error> {
    let value = |bytes| value_of(ruby, yielder, bytes, handles, deadline);
    let decoded = match response.split_first() {
        Some((&YieldResponse::VALUE, bytes)) => return value(bytes),
        Some((&YieldResponse::BREAK, bytes)) => (*BREAK, value(bytes)?),
        Some((&YieldResponse::ERROR, bytes)) => (*FAIL, value(bytes)?),
        tag => {
            let tag = tag.map_or_else(|| "no tag".into(), |(tag, _)| format!("the tag {tag}"));
            let reason = format!("a yield response has {tag}");
            (*VIOLATION, ruby.str_new(&reason).as_value())
        }
    };
    let (callback, argument) = decoded;
    yielder.funcall(callback, (argument,))
}

fn value_of(
    ruby: &Ruby,
    yielder: Value,
    bytes: &[u8],
    handles: Handles,
    deadline: Option<Deadline>,
) -> Result<Value, Error> {
    codec::decode(ruby, bytes, handles, deadline).or_else(|error| {
        if errors::is_costly(ruby, &error) || !errors::is_refusal(ruby, &error) {
            return Err(error);
        }
        let reason = format!("a yield response cannot be decoded: {error}");
        yielder.funcall(*VIOLATION, (reason,))
    })
}

/// Makes the names of the handler's methods now.
pub fn init(ruby: &Ruby) {
    for id in [&ANSWER, &CALL, &HANDLES, &BREAK, &ENDED, &FAIL, &VIOLATION] {
        LazyId::force(id, ruby);
    }
}
