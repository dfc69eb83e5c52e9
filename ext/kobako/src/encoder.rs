//! `Kobako::Codec::Encoder` and `Kobako::Codec::Decoder`: the codec as Ruby code calls it.

use kobako_wire::{Fault, MAX_HANDLE, MAX_MESSAGE_BYTES};
use magnus::{
    Error, RModule, RString, Ruby, Symbol, TryConvert, Value, function, prelude::*,
    scan_args::scan_args,
};

use crate::{
    bytes,
    codec::{self, Handles, Kind, request::Names},
    dispatch::Dispatcher,
};

fn encode(ruby: &Ruby, arguments: &[Value]) -> Result<RString, Error> {
    let (value, handles) = arguments_of(arguments)?;
    codec::encode(ruby, value, handles, None).map(|bytes| codec::to_string(ruby, bytes))
}

/// The response of a dispatcher to a request, as a runtime gives it to its guest.
fn respond(ruby: &Ruby, object: Value, request: RString) -> Result<RString, Error> {
    let handles = object.funcall("handles", ())?;
    let (request, names) = (bytes::copied(request)?, Names::default());
    Dispatcher { object, handles }
        .respond(ruby, &names, request, None)
        .map(|response| codec::to_string(ruby, response))
}

fn decode(ruby: &Ruby, arguments: &[Value]) -> Result<Value, Error> {
    let (bytes, handles): (RString, _) = arguments_of(arguments)?;
    let frozen = RString::new_frozen(bytes);
    // SAFETY: the frozen copy cannot change, and stays alive to the end of this function.
    let value = codec::decode(ruby, unsafe { frozen.as_slice() }, handles, None);
    std::hint::black_box(frozen);
    value
}

/// How an object is a value that is none of those that are always there: `:single`, `:range` or `:set`; nil for an object.
fn kind(ruby: &Ruby, object: Value) -> Option<Symbol> {
    let name = match codec::kind_of(ruby, object)? {
        Kind::Range => "range",
        Kind::Set => "set",
        _ => "single",
    };
    Some(ruby.to_symbol(name))
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
    let codec = kobako.define_module("Codec")?;
    codec.const_set("MAX_BYTES", MAX_MESSAGE_BYTES)?;
    codec.const_set("MAX_HANDLE", MAX_HANDLE)?;
    codec.const_set("BLOCK_ERROR", ruby.to_symbol(Fault::BLOCK_ERROR))?;
    codec.const_set("ENUMERABLE", ruby.to_symbol(Fault::ENUMERABLE))?;
    codec.define_singleton_method("respond", function!(respond, 2))?;
    codec.define_singleton_method("kind", function!(kind, 1))?;
    let encoder = codec.define_module("Encoder")?;
    encoder.define_singleton_method("encode", function!(encode, -1))?;
    codec
        .define_module("Decoder")?
        .define_singleton_method("decode", function!(decode, -1))
}
