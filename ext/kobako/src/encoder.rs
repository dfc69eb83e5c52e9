//! `Kobako::Codec::Encoder` and `Kobako::Codec::Decoder`: the codec as Ruby code calls it.

use magnus::{
    Error, RModule, RString, Ruby, TryConvert, Value, function, prelude::*, scan_args::scan_args,
    typed_data::Obj,
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

/// Defines `Kobako::Codec::Encoder` and `Kobako::Codec::Decoder`.
pub fn init(kobako: RModule) -> Result<(), Error> {
    let codec = kobako.define_module("Codec")?;
    let encoder = codec.define_module("Encoder")?;
    encoder.define_singleton_method("encode", function!(encode, -1))?;
    encoder.define_singleton_method("result", function!(encode_result, 3))?;
    codec
        .define_module("Decoder")?
        .define_singleton_method("decode", function!(decode, -1))
}
