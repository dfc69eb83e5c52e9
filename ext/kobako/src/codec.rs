//! Ruby values to MessagePack and back, without a tree in between.

mod classes;
mod exact;
mod integers;
mod keys;
mod names;
mod objects;
mod pace;
pub mod request;
mod sink;
mod source;

use kobako_engine::BufferPool;
use kobako_wire::{
    GuestValue,
    envelope::{BlockRequest, Invocation, Response},
};
use magnus::{Error, RArray, RHash, RString, Ruby, Symbol, Value};

use crate::{deadline::Deadline, errors};
pub use classes::{Kind, kind_of};
pub use objects::{Handles, is_fault};
use sink::Sink;
pub use source::Origin;
use source::Source;

/// For the messages' bytes.
static BUFFERS: BufferPool = BufferPool::new();

/// The message that holds `value`, written before `deadline`.
pub fn encode(
    ruby: &Ruby,
    value: Value,
    handles: Handles,
    deadline: Option<Deadline>,
) -> Result<Vec<u8>, Error> {
    let mut sink = Sink::new(ruby, BUFFERS.take(), handles, deadline);
    sink.value(value)?;
    sink.finish()
}

/// The response that holds `value` as a result, in `buffer` and before `deadline`.
pub fn encode_result(
    ruby: &Ruby,
    buffer: Vec<u8>,
    value: Value,
    handles: Handles,
    deadline: Option<Deadline>,
) -> Result<Vec<u8>, Error> {
    let mut sink = Sink::new(ruby, buffer, handles, deadline);
    Response::write_value(&mut sink, &value)?;
    sink.finish()
}

/// The response that holds a fault, in `buffer`.
pub fn encode_fault(ruby: &Ruby, buffer: Vec<u8>, fault: Value) -> Result<Vec<u8>, Error> {
    let mut sink = Sink::new(ruby, buffer, None, None);
    sink.fault_response(fault)?;
    sink.finish()
}

/// The message by which a run calls an entrypoint.
pub fn encode_invocation(
    ruby: &Ruby,
    entrypoint: Symbol,
    args: RArray,
    kwargs: RHash,
    handles: Handles,
) -> Result<Vec<u8>, Error> {
    let mut sink = Sink::new(ruby, BUFFERS.take(), handles, None);
    Invocation {
        entrypoint: entrypoint.name()?,
        args,
        kwargs,
    }
    .write(&mut sink)?;
    sink.finish()
}

/// The String that holds the message.
pub fn to_string(ruby: &Ruby, message: Vec<u8>) -> RString {
    let string = ruby.str_from_slice(&message);
    BUFFERS.give(message);
    string
}

/// The one value of the message `bytes`, read before `deadline`.
pub fn decode(
    ruby: &Ruby,
    bytes: &[u8],
    handles: Handles,
    deadline: Option<Deadline>,
) -> Result<Value, Error> {
    Source::whole(ruby, bytes, handles, deadline, None)
}

/// The same of a result, in which structs may stand: `records` is told of each by its `record`, and may raise.
pub fn decode_result(
    ruby: &Ruby,
    bytes: &[u8],
    handles: Handles,
    deadline: Deadline,
    records: Option<Value>,
) -> Result<Value, Error> {
    Source::whole(ruby, bytes, handles, Some(deadline), records)
}

/// The same, of a message of a block.
pub fn decode_block(
    ruby: &Ruby,
    bytes: &[u8],
    handles: Handles,
    deadline: Option<Deadline>,
    origin: Origin<'_>,
) -> Result<Value, Error> {
    Source::of_block(ruby, bytes, handles, deadline, origin)
}

/// The message that asks for a value of the guest.
pub fn encode_fetch(known: GuestValue) -> Result<Vec<u8>, Error> {
    BlockRequest::Fetch(known)
        .encode()
        .map_err(errors::unsupported)
}

/// The message that releases values of the guest: their ids, and how often each was sent.
pub fn encode_release(released: Vec<(u32, u32)>) -> Result<Vec<u8>, Error> {
    BlockRequest::Release(released)
        .encode()
        .map_err(errors::unsupported)
}

/// Makes now what the codec needs of Ruby.
pub fn init(ruby: &Ruby) {
    classes::init(ruby);
    exact::init(ruby);
    objects::init(ruby);
    keys::init(ruby);
    sink::init(ruby);
    source::init(ruby);
}
