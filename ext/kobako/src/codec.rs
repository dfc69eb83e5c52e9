//! `Kobako::Codec`: Ruby values to MessagePack and back, without a tree in between.

mod keys;
mod pace;
pub mod request;
mod sink;
mod source;

use kobako_wire::{
    Fault, MAX_HANDLE, MAX_MESSAGE_BYTES,
    envelope::{Invocation, Outcome, Response},
};
use magnus::{
    Error, RArray, RClass, RHash, RModule, RString, Ruby, Symbol, TryConvert, Value, function,
    prelude::*, scan_args::scan_args, typed_data::Obj, value::Lazy,
};

use crate::{
    errors,
    runtime::{Runtime, deadline::Deadline},
    spare::Spare,
};
use sink::Sink;
use source::Source;

/// For the messages' bytes.
static SPARE: Spare = Spare::new();

/// The table of an invocation's host objects: answers `fetch(id)` with an object, and `add(object)` with
/// an id, or with an Array that crosses in the object's place.
pub type Handles = Option<Value>;

static FAULT: Lazy<RClass> = Lazy::new(|ruby| {
    let kobako = ruby.class_object().const_get::<_, RModule>("Kobako");
    kobako
        .and_then(|kobako| kobako.const_get("Fault"))
        .expect("Kobako::Fault is loaded before the extension is used")
});

/// The message that holds `value`, written before `deadline`.
pub fn encode(
    ruby: &Ruby,
    value: Value,
    handles: Handles,
    deadline: Option<Deadline>,
) -> Result<Vec<u8>, Error> {
    let mut sink = Sink::new(ruby, SPARE.take(), handles, deadline);
    sink.value(value)?;
    sink.finish()
}

/// The String that holds the message.
fn to_string(ruby: &Ruby, message: Vec<u8>) -> RString {
    let string = ruby.str_from_slice(&message);
    SPARE.give(message);
    string
}

/// The one value of the message `bytes`, read before `deadline`.
pub fn decode(
    ruby: &Ruby,
    bytes: &[u8],
    handles: Handles,
    deadline: Option<Deadline>,
) -> Result<Value, Error> {
    let undecodable = |error| errors::undecodable(&error);
    let mut source = Source::new(ruby, bytes, handles, deadline).map_err(undecodable)?;
    let value = source.value()?;
    source.finish().map_err(undecodable)?;
    Ok(value)
}

fn encode_to_string(ruby: &Ruby, arguments: &[Value]) -> Result<RString, Error> {
    let (value, handles) = arguments_of(arguments)?;
    encode(ruby, value, handles, None).map(|bytes| to_string(ruby, bytes))
}

/// The response that holds a result, as part of the invocation that `runtime` drives.
fn encode_result(
    ruby: &Ruby,
    value: Value,
    handles: Value,
    runtime: Option<Obj<Runtime>>,
) -> Result<RString, Error> {
    let deadline = runtime.and_then(|runtime| runtime.deadline());
    let mut sink = Sink::new(ruby, SPARE.take(), Some(handles), deadline);
    Response::write_value(&mut sink, &value)?;
    sink.finish().map(|message| to_string(ruby, message))
}

/// The response that holds a fault.
fn encode_fault(ruby: &Ruby, fault: Value) -> Result<RString, Error> {
    let mut sink = Sink::new(ruby, SPARE.take(), None, None);
    sink.fault_response(fault)?;
    sink.finish().map(|message| to_string(ruby, message))
}

/// The message by which a run calls an entrypoint.
fn encode_invocation(
    ruby: &Ruby,
    entrypoint: Symbol,
    args: RArray,
    kwargs: RHash,
    handles: Handles,
) -> Result<RString, Error> {
    let mut sink = Sink::new(ruby, SPARE.take(), handles, None);
    Invocation {
        entrypoint: entrypoint.name()?,
        args,
        kwargs,
    }
    .write(&mut sink)?;
    sink.finish().map(|message| to_string(ruby, message))
}

fn decode_from_string(ruby: &Ruby, arguments: &[Value]) -> Result<Value, Error> {
    let (bytes, handles): (RString, _) = arguments_of(arguments)?;
    let frozen = RString::new_frozen(bytes);
    // SAFETY: the frozen copy cannot change, and stays alive to the end of this function.
    let value = decode(ruby, unsafe { frozen.as_slice() }, handles, None);
    std::hint::black_box(frozen);
    value
}

/// One argument, and a handle table that may be nil or absent.
fn arguments_of<T: TryConvert>(arguments: &[Value]) -> Result<(T, Handles), Error> {
    let scanned = scan_args::<(T,), (Option<Value>,), (), (), (), ()>(arguments)?;
    Ok((
        scanned.required.0,
        scanned.optional.0.filter(|handles| !handles.is_nil()),
    ))
}

/// Defines the methods of `Kobako::Codec::Encoder` and `Kobako::Codec::Decoder`, and the numbers of the wire.
pub fn init(ruby: &Ruby, kobako: RModule) -> Result<(), Error> {
    Lazy::force(&FAULT, ruby);
    keys::init(ruby);
    sink::init(ruby);
    source::init(ruby);
    let codec = kobako.define_module("Codec")?;
    codec.const_set("MAX_BYTES", MAX_MESSAGE_BYTES)?;
    codec.const_set("MAX_HANDLE", MAX_HANDLE)?;
    codec.const_set("OUTCOME_VALUE", Outcome::VALUE)?;
    codec.const_set("OUTCOME_PANIC", Outcome::PANIC)?;
    codec.const_set("BLOCK_ERROR", ruby.to_symbol(Fault::BLOCK_ERROR))?;
    let encoder = codec.define_module("Encoder")?;
    encoder.define_singleton_method("encode", function!(encode_to_string, -1))?;
    encoder.define_singleton_method("result", function!(encode_result, 3))?;
    encoder.define_singleton_method("fault", function!(encode_fault, 1))?;
    encoder.define_singleton_method("invocation", function!(encode_invocation, 4))?;
    codec
        .define_module("Decoder")?
        .define_singleton_method("decode", function!(decode_from_string, -1))
}
