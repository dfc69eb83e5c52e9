//! `Kobako::Codec::Encoder` and `Kobako::Codec::Decoder`: the codec as Ruby code calls it.

use kobako_wire::{Fault, MAX_HANDLE, MAX_MESSAGE_BYTES, envelope::Outcome};
use magnus::{
    Error, RArray, RHash, RModule, RString, Ruby, Symbol, TryConvert, Value, function, prelude::*,
    scan_args::scan_args, typed_data::Obj,
};

use crate::{
    codec::{self, Handles},
    runtime::Runtime,
};

fn encode(ruby: &Ruby, arguments: &[Value]) -> Result<RString, Error> {
    let (value, handles) = arguments_of(arguments)?;
    codec::encode(ruby, value, handles, None).map(|bytes| codec::to_string(ruby, bytes))
}

/// The response that holds a result, as part of the invocation that `runtime` drives.
fn encode_result(
    ruby: &Ruby,
    value: Value,
    handles: Value,
    runtime: Option<Obj<Runtime>>,
) -> Result<RString, Error> {
    let deadline = runtime.and_then(|runtime| runtime.deadline());
    codec::encode_result(ruby, value, handles, deadline).map(|bytes| codec::to_string(ruby, bytes))
}

fn encode_fault(ruby: &Ruby, fault: Value) -> Result<RString, Error> {
    codec::encode_fault(ruby, fault).map(|bytes| codec::to_string(ruby, bytes))
}

fn encode_invocation(
    ruby: &Ruby,
    entrypoint: Symbol,
    args: RArray,
    kwargs: RHash,
    handles: Handles,
) -> Result<RString, Error> {
    codec::encode_invocation(ruby, entrypoint, args, kwargs, handles)
        .map(|bytes| codec::to_string(ruby, bytes))
}

fn decode(ruby: &Ruby, arguments: &[Value]) -> Result<Value, Error> {
    let (bytes, handles): (RString, _) = arguments_of(arguments)?;
    let frozen = RString::new_frozen(bytes);
    // SAFETY: the frozen copy cannot change, and stays alive to the end of this function.
    let value = codec::decode(ruby, unsafe { frozen.as_slice() }, handles, None);
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
    let codec = kobako.define_module("Codec")?;
    codec.const_set("MAX_BYTES", MAX_MESSAGE_BYTES)?;
    codec.const_set("MAX_HANDLE", MAX_HANDLE)?;
    codec.const_set("OUTCOME_VALUE", Outcome::VALUE)?;
    codec.const_set("OUTCOME_PANIC", Outcome::PANIC)?;
    codec.const_set("BLOCK_ERROR", ruby.to_symbol(Fault::BLOCK_ERROR))?;
    let encoder = codec.define_module("Encoder")?;
    encoder.define_singleton_method("encode", function!(encode, -1))?;
    encoder.define_singleton_method("result", function!(encode_result, 3))?;
    encoder.define_singleton_method("fault", function!(encode_fault, 1))?;
    encoder.define_singleton_method("invocation", function!(encode_invocation, 4))?;
    codec
        .define_module("Decoder")?
        .define_singleton_method("decode", function!(decode, -1))
}
