//! Requests of the guest on their way to the object that answers them, responses and the values of blocks
//! on their way back.

use kobako_wire::envelope::YieldResponse;
use magnus::{
    Error, Exception, RString, Ruby, Value,
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
static UNREAD: LazyId = LazyId::new("unread");
static UNSENT: LazyId = LazyId::new("unsent");

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

/// The response to the request in `message`; `None` if nobody answers. What the handler raises ends the invocation.
/// A part of its caller's frame: each frame between a service and the service in its block takes of the native stack.
#[inline(always)]
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
    if let Some(handles) = handler.handles(ruby) {
        let dispatcher = Dispatcher { object, handles };
        let response = dispatcher.respond(ruby, &handler.names, message, deadline);
        return response.map(Some);
    }
    let response: RString = object.funcall(*CALL, (ruby.str_from_slice(&message),))?;
    message.clear();
    message.extend_from_slice(bytes::borrowed(&response)?);
    Ok(Some(message))
}

/// A handler that takes requests decoded, and its handle table.
#[derive(Clone, Copy)]
pub struct Dispatcher {
    pub object: Value,
    pub handles: Value,
}

impl Dispatcher {
    /// The response to the request in `message`, in the same buffer.
    #[inline(always)]
    pub fn respond(
        self,
        ruby: &Ruby,
        names: &Names,
        mut message: Vec<u8>,
        deadline: Option<Deadline>,
    ) -> Result<Vec<u8>, Error> {
        let request = request::decode(ruby, &message, self.handles, names, deadline);
        message.clear();
        let (call, answer) = match request {
            Ok(request) => (
                (request.0, request.1),
                self.object.funcall(*ANSWER, request)?,
            ),
            Err(error) => return self.unread(ruby, message, error),
        };
        self.write(ruby, call, answer, message, deadline)
    }

    #[cold]
    #[inline(never)]
    fn unread(self, ruby: &Ruby, buffer: Vec<u8>, error: Error) -> Result<Vec<u8>, Error> {
        if !errors::is_refusal(ruby, &error) {
            return Err(error);
        }
        let fault: Value = self.object.funcall(*UNREAD, (exception_of(error)?,))?;
        codec::encode_fault(ruby, buffer, fault)
    }

    /// Writes what came of the call of a target's method. Not a part of the frame that is there during the call.
    #[inline(never)]
    fn write(
        self,
        ruby: &Ruby,
        (target, name): (Value, RString),
        answer: Value,
        buffer: Vec<u8>,
        deadline: Option<Deadline>,
    ) -> Result<Vec<u8>, Error> {
        let response = if codec::is_fault(ruby, answer) {
            codec::encode_fault(ruby, buffer, answer)
        } else {
            codec::encode_result(ruby, buffer, answer, Some(self.handles), deadline)
        };
        match response {
            Err(error) if error.is_kind_of(ruby.exception_standard_error()) => {
                deadline.map_or(Ok(()), |deadline| deadline.enforce())?;
                let unsent = (target, name, exception_of(error)?);
                let fault: Value = self.object.funcall(*UNSENT, unsent)?;
                codec::encode_fault(ruby, Vec::new(), fault)
            }
            response => response,
        }
    }
}

/// Tells `yielder` what ended the invocation in its block, and gives it back.
pub fn ended(yielder: Value, error: Error) -> Error {
    let tell = || {
        let exception = exception_of(error)?;
        let _: Value = yielder.funcall(*ENDED, (exception,))?;
        Ok(exception.into())
    };
    tell().unwrap_or_else(|failure| failure)
}

/// The exception that an error is or makes; the error again if it is a jump.
fn exception_of(error: Error) -> Result<Exception, Error> {
    match error.error_type() {
        ErrorType::Exception(exception) => Ok(*exception),
        ErrorType::Error(class, message) => class.new_instance((message.as_ref(),)),
        ErrorType::Jump(_) => Err(error),
    }
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
        if errors::is_refused_value(ruby, &error) || !errors::is_refusal(ruby, &error) {
            return Err(error);
        }
        let reason = format!("a yield response cannot be decoded: {error}");
        yielder.funcall(*VIOLATION, (reason,))
    })
}

/// Makes the names of the handler's methods now.
pub fn init(ruby: &Ruby) {
    for id in [
        &ANSWER, &CALL, &HANDLES, &UNREAD, &UNSENT, &BREAK, &ENDED, &FAIL, &VIOLATION,
    ] {
        LazyId::force(id, ruby);
    }
}
