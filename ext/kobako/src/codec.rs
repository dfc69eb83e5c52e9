//! `Kobako::Codec`: Ruby values to MessagePack and back, without a tree in between.

pub mod request;

use std::sync::atomic::{AtomicU32, Ordering};

use kobako_wire::{self as wire, Fault, FaultKind, Reader, Token, Writer};
use magnus::{
    Error, Float, Integer, RArray, RClass, RHash, RModule, RString, Ruby, Symbol, TryConvert,
    Value,
    encoding::EncodingCapable,
    function,
    prelude::*,
    r_hash::ForEach,
    rb_sys::{AsRawValue, FromRawValue},
    scan_args::scan_args,
    value::{Lazy, LazyId},
};

use crate::{errors, runtime, spare::Spare};

/// Values that cross between two looks at Ruby's interrupts: some hundred microseconds.
const PAUSE: u32 = 4096;

/// Values that are collected on the stack, where the GC sees them, before they go into a container.
const CHUNK: usize = 16;

/// For the messages' bytes.
static SPARE: Spare = Spare::new();

/// The table of an invocation's host objects: answers `fetch(id)` with an object, and `add(object)` with
/// an id, or with an Array that crosses in the object's place.
pub type Handles = Option<Value>;

static ADD: LazyId = LazyId::new("add");
static FETCH: LazyId = LazyId::new("fetch");

static FAULT: Lazy<RClass> = Lazy::new(|ruby| {
    let kobako = ruby.class_object().const_get::<_, RModule>("Kobako");
    kobako
        .and_then(|kobako| kobako.const_get("Fault"))
        .expect("Kobako::Fault is loaded before the extension is used")
});

/// Appends `value` to the message.
pub fn write(
    ruby: &Ruby,
    writer: &mut Writer,
    value: Value,
    handles: Handles,
) -> Result<(), Error> {
    if let Some(string) = RString::from_value(value) {
        write_string(ruby, writer, string)
    } else if let Some(integer) = Integer::from_value(value) {
        write_integer(writer, integer)
    } else if let Some(symbol) = Symbol::from_value(value) {
        write_symbol(writer, symbol)
    } else if let Some(array) = RArray::from_value(value) {
        check(writer.array(array.len()))?;
        (0..array.len()).try_for_each(|index| {
            count(1)?;
            write(ruby, writer, array.entry(index as isize)?, handles)
        })
    } else if let Some(hash) = RHash::from_value(value) {
        write_hash(ruby, writer, hash, handles)
    } else if let Some(float) = Float::from_value(value) {
        check(writer.float(float.to_f64()))
    } else if value.is_nil() {
        check(writer.nil())
    } else if value.is_kind_of(ruby.class_true_class()) {
        check(writer.bool(true))
    } else if value.is_kind_of(ruby.class_false_class()) {
        check(writer.bool(false))
    } else {
        write_object(ruby, writer, value, handles)
    }
}

fn write_hash(
    ruby: &Ruby,
    writer: &mut Writer,
    hash: RHash,
    handles: Handles,
) -> Result<(), Error> {
    let mut left = hash.len();
    check(writer.map(left))?;
    let changed = || errors::unsupported("a Hash lost or gained keys while it was sent");
    hash.foreach(|key: Value, value: Value| {
        left = left.checked_sub(1).ok_or_else(changed)?;
        count(2)?;
        write(ruby, writer, key, handles)?;
        write(ruby, writer, value, handles)?;
        Ok(ForEach::Continue)
    })?;
    if left == 0 { Ok(()) } else { Err(changed()) }
}

/// Looks at interrupts now and then, as a large message takes longer than they may wait. Other threads
/// may run meanwhile.
fn count(values: u32) -> Result<(), Error> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    // Nobody else counts meanwhile: the GVL is held.
    let counted = COUNT.load(Ordering::Relaxed) + values;
    let due = counted >= PAUSE;
    COUNT.store(if due { 0 } else { counted }, Ordering::Relaxed);
    if due {
        runtime::check_interrupts()
    } else {
        Ok(())
    }
}

/// Appends a fault, or a handle if there is a table for one.
fn write_object(
    ruby: &Ruby,
    writer: &mut Writer,
    object: Value,
    handles: Handles,
) -> Result<(), Error> {
    if object.is_kind_of(ruby.get_inner(&FAULT)) {
        return check(writer.fault(&fault_of(ruby, object)?));
    }
    match handles {
        Some(handles) => {
            let stand_in: Value = handles.funcall(*ADD, (object,))?;
            match u32::try_convert(stand_in) {
                Ok(id) => check(writer.handle(id)),
                Err(_) => write(
                    ruby,
                    writer,
                    RArray::try_convert(stand_in)?.as_value(),
                    Some(handles),
                ),
            }
        }
        None => {
            // SAFETY: the name is copied at once.
            let class = unsafe { object.classname() }.into_owned();
            Err(errors::unsupported(format!(
                "a {class} cannot cross (send nil, true, false, Integer, Float, String, Symbol, Array or Hash)"
            )))
        }
    }
}

fn fault_of(ruby: &Ruby, object: Value) -> Result<Fault, Error> {
    let kind: String = object.funcall("kind", ())?;
    let details: Value = object.funcall("details", ())?;
    let details = encode(ruby, details, None)?;
    Ok(Fault {
        kind: kind_of(&kind)?,
        message: object.funcall("message", ())?,
        details: Some(wire::Value::decode(&details).map_err(errors::unsupported)?),
    })
}

fn kind_of(name: &str) -> Result<FaultKind, Error> {
    [
        FaultKind::Runtime,
        FaultKind::Argument,
        FaultKind::Undefined,
    ]
    .into_iter()
    .find(|kind| kind.name() == name)
    .ok_or_else(|| {
        errors::unsupported(format!(
            "a fault of kind {name} (use runtime, argument or undefined)"
        ))
    })
}

fn write_symbol(writer: &mut Writer, symbol: Symbol) -> Result<(), Error> {
    // SAFETY: the symbol is alive, and its name lives as long. `Symbol::name` would end at a NUL.
    let name = unsafe { Value::from_raw(rb_sys::rb_sym2str(symbol.as_raw())) };
    let name = RString::from_value(name).expect("a Symbol's name is a String");
    // SAFETY: no Ruby code runs while the bytes are copied.
    match str::from_utf8(unsafe { name.as_slice() }) {
        Ok(text) if name.is_utf8_compatible_encoding() => check(writer.symbol(text)),
        _ => Err(errors::unsupported(
            "a Symbol that is not UTF-8 cannot cross",
        )),
    }
}

fn write_string(ruby: &Ruby, writer: &mut Writer, string: RString) -> Result<(), Error> {
    let index = string.enc_get();
    if index == ruby.ascii8bit_encindex() {
        // SAFETY: no Ruby code runs while the bytes are copied.
        return check(writer.bin(unsafe { string.as_slice() }));
    }
    let string = if string.is_utf8_compatible_encoding() {
        string
    } else {
        string.conv_enc(ruby.utf8_encoding())?
    };
    // SAFETY: no Ruby code runs while the bytes are copied.
    let bytes = unsafe { string.as_slice() };
    match str::from_utf8(bytes) {
        Ok(text) if string.is_utf8_compatible_encoding() => check(writer.str(text)),
        _ => check(writer.bin(bytes)),
    }
}

fn write_integer(writer: &mut Writer, integer: Integer) -> Result<(), Error> {
    if let Ok(signed) = integer.to_i64() {
        check(writer.int(signed))
    } else if let Ok(unsigned) = integer.to_u64() {
        check(writer.uint(unsigned))
    } else {
        Err(errors::unsupported(format!(
            "an Integer of {} bits cannot cross, the range is -2**63 to 2**64-1 (send it as a String)",
            integer.funcall::<_, _, usize>("bit_length", ())?
        )))
    }
}

fn check(written: kobako_wire::Result<()>) -> Result<(), Error> {
    written.map_err(errors::unsupported)
}

/// The next value of the message.
pub fn read(ruby: &Ruby, reader: &mut Reader<'_>, handles: Handles) -> Result<Value, Error> {
    let token = reader.next().map_err(|error| errors::undecodable(&error))?;
    Ok(match token {
        Token::Nil => ruby.qnil().as_value(),
        Token::Bool(true) => ruby.qtrue().as_value(),
        Token::Bool(false) => ruby.qfalse().as_value(),
        Token::Int(integer) => ruby.integer_from_i64(integer).as_value(),
        Token::UInt(integer) => ruby.integer_from_u64(integer).as_value(),
        Token::Float(float) => ruby.float_from_f64(float).as_value(),
        Token::Str(text) => ruby.str_new(text).as_value(),
        Token::Bin(bytes) => ruby.str_from_slice(bytes).as_value(),
        // Made from a String, so that Ruby can collect it: a guest chooses this text.
        Token::Symbol(name) => ruby.to_symbol(name).as_value(),
        Token::Array(length) => read_array(ruby, reader, length, handles)?.as_value(),
        Token::Map(length) => read_hash(ruby, reader, length, handles)?.as_value(),
        Token::Handle(id) => match handles {
            Some(handles) => handles.funcall(*FETCH, (id,))?,
            None => return Err(errors::out_of_place(token.name())),
        },
        Token::Fault(payload) => match handles {
            Some(_) => read_fault(ruby, reader.nested(payload))?,
            None => return Err(errors::out_of_place(token.name())),
        },
    })
}

fn read_array(
    ruby: &Ruby,
    reader: &mut Reader<'_>,
    length: usize,
    handles: Handles,
) -> Result<RArray, Error> {
    let array = ruby.ary_new_capa(length);
    let mut left = length;
    while left > 0 {
        let size = left.min(CHUNK);
        count(size as u32)?;
        let mut chunk = [ruby.qnil().as_value(); CHUNK];
        for slot in &mut chunk[..size] {
            *slot = read(ruby, reader, handles)?;
        }
        array.cat(&chunk[..size])?;
        left -= size;
    }
    Ok(array)
}

fn read_hash(
    ruby: &Ruby,
    reader: &mut Reader<'_>,
    length: usize,
    handles: Handles,
) -> Result<RHash, Error> {
    let hash = ruby.hash_new();
    let mut left = length * 2;
    while left > 0 {
        let size = left.min(CHUNK);
        count(size as u32)?;
        let mut chunk = [ruby.qnil().as_value(); CHUNK];
        for slot in &mut chunk[..size] {
            *slot = read(ruby, reader, handles)?;
        }
        hash.bulk_insert(&chunk[..size])?;
        left -= size;
    }
    Ok(hash)
}

fn read_fault(ruby: &Ruby, payload: Reader<'_>) -> Result<Value, Error> {
    let undecodable = |error| errors::undecodable(&error);
    let fault = Fault::read(payload).map_err(undecodable)?;
    let details = match fault.details {
        Some(details) => decode(ruby, &details.encode().map_err(undecodable)?, None)?,
        None => ruby.qnil().as_value(),
    };
    ruby.get_inner(&FAULT)
        .new_instance((fault.kind.name(), fault.message, details))
}

/// The message that holds `value`.
pub fn encode(ruby: &Ruby, value: Value, handles: Handles) -> Result<Vec<u8>, Error> {
    let mut writer = Writer::after(SPARE.take());
    write(ruby, &mut writer, value, handles)?;
    writer.finish().map_err(errors::unsupported)
}

/// The String that holds the message.
fn to_string(ruby: &Ruby, message: Vec<u8>) -> RString {
    let string = ruby.str_from_slice(&message);
    SPARE.give(message);
    string
}

/// The one value of the message `bytes`.
pub fn decode(ruby: &Ruby, bytes: &[u8], handles: Handles) -> Result<Value, Error> {
    let mut reader = Reader::new(bytes).map_err(|error| errors::undecodable(&error))?;
    let value = read(ruby, &mut reader, handles)?;
    reader
        .finish()
        .map_err(|error| errors::undecodable(&error))?;
    Ok(value)
}

fn encode_to_string(ruby: &Ruby, arguments: &[Value]) -> Result<RString, Error> {
    let (value, handles) = arguments_of(arguments)?;
    encode(ruby, value, handles).map(|bytes| to_string(ruby, bytes))
}

/// The response that holds a result.
fn encode_result(ruby: &Ruby, value: Value, handles: Value) -> Result<RString, Error> {
    let mut writer = Writer::after(SPARE.take());
    check(writer.array(2))?;
    check(writer.int(0))?;
    write(ruby, &mut writer, value, Some(handles))?;
    let message = writer.finish().map_err(errors::unsupported)?;
    Ok(to_string(ruby, message))
}

fn decode_from_string(ruby: &Ruby, arguments: &[Value]) -> Result<Value, Error> {
    let (bytes, handles): (RString, _) = arguments_of(arguments)?;
    let frozen = RString::new_frozen(bytes);
    // SAFETY: the frozen copy cannot change, and stays alive to the end of this function.
    let value = decode(ruby, unsafe { frozen.as_slice() }, handles);
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

/// Defines `Kobako::Codec::Encoder.encode` and `Kobako::Codec::Decoder.decode`.
pub fn init(ruby: &Ruby, kobako: RModule) -> Result<(), Error> {
    Lazy::force(&FAULT, ruby);
    request::init(ruby);
    for id in [&ADD, &FETCH] {
        LazyId::force(id, ruby);
    }
    let codec = kobako.define_module("Codec")?;
    let encoder = codec.define_module("Encoder")?;
    encoder.define_singleton_method("encode", function!(encode_to_string, -1))?;
    encoder.define_singleton_method("result", function!(encode_result, 2))?;
    codec
        .define_module("Decoder")?
        .define_singleton_method("decode", function!(decode_from_string, -1))
}
