//! Requests of the guest on their way to the object that answers them, responses and the values of blocks
//! on their way back.

use kobako_wire::{GuestKind, envelope::YieldResponse};
use magnus::{
    Error, Exception, RArray, RHash, RString, Ruby, Value,
    error::ErrorType,
    gc::Marker,
    prelude::*,
    typed_data::Obj,
    value::{LazyId, Opaque},
};

use crate::{
    bytes,
    codec::{
        self, Handles, Origin,
        request::{self, Names},
    },
    deadline::Deadline,
    errors,
    guest_value::GuestValue,
    shelf::Inert,
};

static BREAK: LazyId = LazyId::new("break");
static ENDED: LazyId = LazyId::new("ended=");
static FAIL: LazyId = LazyId::new("fail");
static VIOLATION: LazyId = LazyId::new("violation");
static ANSWER: LazyId = LazyId::new("answer");
static BEGIN: LazyId = LazyId::new("begin");
static CALL: LazyId = LazyId::new("call");
static YIELDED: LazyId = LazyId::new("yielded");
static YIELDING: LazyId = LazyId::new("yielding");
static HANDLES: LazyId = LazyId::new("handles");
static UNREAD: LazyId = LazyId::new("unread");
static UNSENT: LazyId = LazyId::new("unsent");

/// Who answers requests: an object that has `call`, which takes a request's bytes and gives a response's. If it has
/// `answer` and `handles` too, `answer` gets the request decoded. One without `answer` that has `yielding` and `yielded`
/// keeps a record: it is told what blocks are given and give.
#[derive(Clone, Copy)]
pub struct Handler {
    object: Opaque<Value>,
    /// The handle table of an object that has one.
    handles: Option<Opaque<Value>>,
    /// Whether the object takes requests decoded.
    direct: bool,
    /// Whether it keeps a record of the run.
    records: bool,
}

impl Inert for Handler {}

impl Handler {
    /// `None` for nil.
    pub fn of(object: Value) -> Result<Option<Self>, Error> {
        if object.is_nil() {
            return Ok(None);
        }
        let has_handles = object.respond_to(*HANDLES, false)?;
        let direct = has_handles && object.respond_to(*ANSWER, false)?;
        let handles: Option<Value> = has_handles
            .then(|| object.funcall(*HANDLES, ()))
            .transpose()?;
        Ok(Some(Self {
            object: object.into(),
            handles: handles.map(Opaque::from),
            direct,
            records: !direct && object.respond_to(*YIELDING, false)?,
        }))
    }

    /// Tells an object with a handle table whose requests follow.
    pub fn begin(&self, ruby: &Ruby, execution: Value) -> Result<(), Error> {
        if self.handles.is_some() {
            let _: Value = ruby.get_inner(self.object).funcall(*BEGIN, (execution,))?;
        }
        Ok(())
    }

    /// Whether it keeps a record of the run.
    pub fn records(&self) -> bool {
        self.records
    }

    /// Tells an object that keeps a record what a block is given.
    pub fn yielding(&self, ruby: &Ruby, arguments: &[u8]) -> Result<(), Error> {
        let arguments = ruby.str_from_slice(arguments);
        self.object(ruby)
            .funcall::<_, _, Value>(*YIELDING, (arguments,))?;
        Ok(())
    }

    /// Tells it what the block gave.
    pub fn yielded(&self, ruby: &Ruby, response: &[u8]) -> Result<(), Error> {
        let response = ruby.str_from_slice(response);
        self.object(ruby)
            .funcall::<_, _, Value>(*YIELDED, (response,))?;
        Ok(())
    }

    /// The object itself.
    pub fn object(&self, ruby: &Ruby) -> Value {
        ruby.get_inner(self.object)
    }

    /// The handle table, if the object has one.
    pub fn handles(&self, ruby: &Ruby) -> Handles {
        self.handles.map(|handles| ruby.get_inner(handles))
    }

    pub fn mark(&self, marker: &Marker) {
        marker.mark(self.object);
        if let Some(handles) = self.handles {
            marker.mark(handles);
        }
    }
}

/// The response to the request in `message`. What the handler raises ends the invocation.
/// A part of its caller's frame: each frame between a service and the service in its block takes of the native stack.
#[inline(always)]
pub fn serve(
    ruby: &Ruby,
    handler: Handler,
    names: &Names,
    mut message: Vec<u8>,
    deadline: Option<Deadline>,
) -> Result<Vec<u8>, Error> {
    let object = handler.object(ruby);
    if let (true, Some(handles)) = (handler.direct, handler.handles(ruby)) {
        let dispatcher = Dispatcher { object, handles };
        return dispatcher.respond(ruby, names, message, deadline);
    }
    let response: RString = object.funcall(*CALL, (ruby.str_from_slice(&message),))?;
    message.clear();
    message.extend_from_slice(bytes::borrowed(&response)?);
    Ok(message)
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
    origin: Origin<'_>,
) -> Result<Value, Error> {
    let value = |bytes, origin| value_of(ruby, yielder, bytes, handles, deadline, origin);
    let (callback, argument) = match response.split_first() {
        Some((&YieldResponse::VALUE, bytes)) => return value(bytes, Some(origin)),
        Some((&YieldResponse::BREAK, bytes)) => (*BREAK, value(bytes, Some(origin))?),
        Some((&YieldResponse::ERROR, bytes)) => (*FAIL, value(bytes, None)?),
        tag => return violation(yielder, &format!("a yield response has {}", name_of(tag))),
    };
    yielder.funcall(callback, (argument,))
}

/// The value that a guest sent for `known`; `dispatcher` is told of an answer that is none.
pub fn fetched_value(
    ruby: &Ruby,
    dispatcher: Value,
    known: Obj<GuestValue>,
    response: &[u8],
    handles: Handles,
    deadline: Option<Deadline>,
    origin: Origin<'_>,
) -> Result<Value, Error> {
    let value = |bytes, origin| value_of(ruby, dispatcher, bytes, handles, deadline, origin);
    match response.split_first() {
        Some((&YieldResponse::VALUE, bytes)) => {
            let fetched = value(bytes, Some(origin))?;
            if !is_kind(fetched, known.known().kind) {
                return violation(dispatcher, "a guest's value is not what it was said to be");
            }
            known.keep(fetched, bytes);
            Ok(fetched)
        }
        Some((&YieldResponse::ERROR, bytes)) => {
            let record = RHash::from_value(value(bytes, None)?);
            let message = record.and_then(|record| record.get("message"));
            match message.and_then(RString::from_value) {
                Some(message) => Err(errors::unsupported(message.to_string()?)),
                None => violation(dispatcher, "a value's error record has no message"),
            }
        }
        tag => violation(dispatcher, &format!("a guest's value has {}", name_of(tag))),
    }
}

fn is_kind(value: Value, kind: GuestKind) -> bool {
    match kind {
        GuestKind::String => RString::from_value(value).is_some(),
        GuestKind::Array => RArray::from_value(value).is_some(),
        GuestKind::Hash => RHash::from_value(value).is_some(),
        GuestKind::Other => !value.is_nil() && value.to_bool(),
    }
}

fn name_of(tag: Option<(&u8, &[u8])>) -> String {
    tag.map_or_else(|| "no tag".into(), |(tag, _)| format!("the tag {tag}"))
}

/// Tells the yielder or the dispatcher, which raises.
fn violation(teller: Value, reason: &str) -> Result<Value, Error> {
    teller.funcall(*VIOLATION, (reason,))
}

fn value_of(
    ruby: &Ruby,
    yielder: Value,
    bytes: &[u8],
    handles: Handles,
    deadline: Option<Deadline>,
    origin: Option<Origin<'_>>,
) -> Result<Value, Error> {
    let value = match origin {
        Some(origin) => codec::decode_block(ruby, bytes, handles, deadline, origin),
        None => codec::decode(ruby, bytes, handles, deadline),
    };
    value.or_else(|error| {
        if errors::is_refused_value(ruby, &error) || !errors::is_refusal(ruby, &error) {
            return Err(error);
        }
        violation(
            yielder,
            &format!("a yield response cannot be decoded: {error}"),
        )
    })
}

/// Makes the names of the handler's methods now.
pub fn init(ruby: &Ruby) {
    for id in [
        &ANSWER, &BEGIN, &CALL, &HANDLES, &UNREAD, &UNSENT, &BREAK, &ENDED, &FAIL, &VIOLATION,
        &YIELDED, &YIELDING,
    ] {
        LazyId::force(id, ruby);
    }
}
