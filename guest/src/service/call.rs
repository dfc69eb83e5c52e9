//! Calls of services: the request to the host, its answer, the block that the host may yield to.

use kobako_wire::envelope::YieldResponse;
use kobako_wire::{Fault, Reader, Token, Value as WireValue, Writer};

use crate::abi::Message;
use crate::decode::{DecodeError, decode, decode_array, unexpected};
use crate::encode::{EncodeError, encode};
use crate::mrb::{Answer, Exception, Mrb, Request, Value, View, Yielded};
use crate::packed::unpack;
use crate::{panic_record, state};

/// The details of the fault by which the host says that the block's exception went through the
/// service: it goes on in the guest as the same exception.
const BLOCK_ERROR: &str = "block_error";

/// Marks the length of a message that goes to the block of a call, or comes from there.
const BLOCK: u32 = 1 << 31;

#[cfg_attr(target_family = "wasm", link(wasm_import_module = "env"))]
unsafe extern "C" {
    fn __kobako_dispatch(request: *const u8, length: usize) -> i64;
}

/// Sends a request and waits for what it comes to.
pub fn call(request: &Request<'_>) -> Answer {
    let mrb = state::mrb();
    let bytes = match encode_request(mrb, request) {
        Ok(bytes) => bytes,
        Err(error) => return message(mrb, &error.to_string(), Answer::Unsendable),
    };
    state::begin_call(request.block());
    let response = exchange(mrb, bytes);
    let raised = state::end_call().raised;
    match read_response(mrb, response.bytes(), raised) {
        Ok(answer) => answer,
        Err(DecodeError::Raised(exception)) => Answer::Reraise(exception.0),
        Err(DecodeError::Wire(error)) => {
            let text = format!("the answer of the host cannot be read: {error}");
            message(mrb, &text, Answer::Unsendable)
        }
    }
}

/// Sends a request, calls the block as often as the host asks for it, and gives the response.
fn exchange(mrb: Mrb, request: Vec<u8>) -> Message {
    let (mut message, mut mark) = (request, 0);
    loop {
        // SAFETY: the host reads the message during the call, and answers with a message of its own.
        let packed = unsafe { __kobako_dispatch(message.as_ptr(), message.len() | mark) };
        state::reuse(message);
        let (pointer, length) = unpack(packed);
        let answer = Message {
            pointer,
            length: length & !BLOCK,
        };
        if length & BLOCK == 0 {
            return answer;
        }
        message = yield_to_block(mrb, answer.bytes());
        mark = BLOCK as usize;
    }
}

/// Calls the block of the innermost service call; the bytes of the yield response.
pub fn yield_to_block(mrb: Mrb, arguments: &[u8]) -> Vec<u8> {
    let Some(block) = state::block() else {
        return yield_error(
            "LocalJumpError",
            "no service call with a block is under way",
        );
    };
    let ended = mrb.kept(|| call_block(mrb, &block, arguments));
    match ended {
        Ok(response) => response,
        Err(Unfinished::Refused(response)) => response,
        Err(Unfinished::Raised(exception)) => {
            mrb.keep(&exception.0);
            state::block_raised(exception.0);
            describe(mrb, exception)
        }
        Err(Unfinished::Thrown(value)) => {
            mrb.keep(&value);
            state::block_raised(value);
            yield_error(
                "UncaughtThrowError",
                "the block threw past the service call",
            )
        }
    }
}

/// Why a block gave no value.
enum Unfinished {
    /// Its arguments cannot be read; this is the response.
    Refused(Vec<u8>),
    Raised(Exception),
    Thrown(Value),
}

fn call_block(mrb: Mrb, block: &Value, arguments: &[u8]) -> Result<Vec<u8>, Unfinished> {
    let raised = |class, text: &str| match mrb.error(class, text) {
        Ok(exception) | Err(exception) => Unfinished::Raised(exception),
    };
    let args = decode_array(mrb, arguments)
        .map_err(|error| Unfinished::Refused(arguments_error(error)))?;
    let (tag, value) = match mrb.yield_to(block, &args) {
        Yielded::Value(value) => (YieldResponse::VALUE, value),
        Yielded::Break(value) => (YieldResponse::BREAK, value),
        Yielded::Raised(exception) => return Err(Unfinished::Raised(exception)),
        Yielded::Thrown(value) => return Err(Unfinished::Thrown(value)),
        Yielded::Returned => {
            return Err(raised(
                "LocalJumpError",
                "return from a block that a service called",
            ));
        }
    };
    let mut buffer = state::buffer();
    buffer.push(tag);
    let mut writer = Writer::after(buffer);
    encode(mrb, &mut writer, &value)
        .and_then(|()| Ok(writer.finish()?))
        .map_err(|error| raised("TypeError", &error.to_string()))
}

fn encode_request(mrb: Mrb, request: &Request<'_>) -> Result<Vec<u8>, EncodeError> {
    let mut writer = Writer::after(state::buffer());
    writer.array(5)?;
    match request.path() {
        Some(path) => writer.str(&String::from_utf8_lossy(path))?,
        None => writer.handle(request.handle())?,
    }
    writer.str(&String::from_utf8_lossy(request.method()))?;
    writer.array(request.args().len())?;
    request
        .args()
        .iter()
        .try_for_each(|argument| encode(mrb, &mut writer, argument))?;
    encode_keywords(mrb, &mut writer, request.keywords())?;
    writer.bool(request.block().is_some())?;
    Ok(writer.finish()?)
}

fn encode_keywords(mrb: Mrb, writer: &mut Writer, keywords: &Value) -> Result<(), EncodeError> {
    let View::Hash(pairs) = mrb.view(keywords) else {
        return Ok(writer.map(0)?);
    };
    writer.map(pairs)?;
    mrb.each_pair(keywords, |key, value| {
        if !matches!(mrb.view(key), View::Symbol(_)) {
            return Err(EncodeError::Class(
                "a keyword that is not a Symbol".to_owned(),
            ));
        }
        encode(mrb, writer, key)?;
        encode(mrb, writer, value)
    })
}

fn read_response(mrb: Mrb, bytes: &[u8], raised: Option<Value>) -> Result<Answer, DecodeError> {
    let mut reader = Reader::new(bytes)?;
    let answer = match (reader.next()?, reader.next()?) {
        (Token::Array(2), Token::Int(0)) => Answer::Value(decode(mrb, &mut reader)?),
        (Token::Array(2), Token::Int(1)) => match reader.next()? {
            Token::Fault(payload) => {
                let fault = Fault::read(reader.nested(payload))?;
                match (raised, &fault.details) {
                    (Some(exception), Some(WireValue::Symbol(details)))
                        if details == BLOCK_ERROR =>
                    {
                        Answer::Reraise(exception)
                    }
                    _ => Answer::Fault(fault_record(mrb, fault)?),
                }
            }
            found => return Err(unexpected("a fault", &found)),
        },
        (Token::Array(2), found) => return Err(unexpected("0 or 1", &found)),
        (found, _) => return Err(unexpected("an array of 2", &found)),
    };
    reader.finish()?;
    Ok(answer)
}

fn fault_record(mrb: Mrb, fault: Fault) -> Result<Value, DecodeError> {
    let details = fault.details.unwrap_or(WireValue::Nil).encode()?;
    let mut parts = 0..;
    mrb.array(3, || match parts.next() {
        Some(0) => Ok(mrb.symbol(fault.kind.name())?),
        Some(1) => Ok(mrb.string(fault.message.as_bytes(), false)?),
        _ => decode(mrb, &mut Reader::new(&details)?),
    })
}

fn message(mrb: Mrb, text: &str, answer: impl FnOnce(Value) -> Answer) -> Answer {
    match mrb.string(text.as_bytes(), false) {
        Ok(text) => answer(text),
        Err(exception) => Answer::Reraise(exception.0),
    }
}

fn arguments_error(error: DecodeError) -> Vec<u8> {
    match error {
        DecodeError::Wire(error) => yield_error("TypeError", &error.to_string()),
        DecodeError::Raised(_) => {
            yield_error("NoMemoryError", "no memory for the block's arguments")
        }
    }
}

fn describe(mrb: Mrb, exception: Exception) -> Vec<u8> {
    let (class, message, backtrace) = mrb.describe(exception);
    let backtrace = backtrace
        .iter()
        .map(|line| panic_record::line(line))
        .collect();
    let panic = panic_record::panic(&class, &message, backtrace);
    let (class, message, backtrace) = (panic.class, panic.message, panic.backtrace);
    YieldResponse::Error {
        class,
        message,
        backtrace,
    }
    .encode()
    .expect("a cut record fits")
}

fn yield_error(class: &str, message: &str) -> Vec<u8> {
    let (class, message) = (class.to_owned(), message.to_owned());
    YieldResponse::Error {
        class,
        message,
        backtrace: Vec::new(),
    }
    .encode()
    .expect("a short record fits")
}
