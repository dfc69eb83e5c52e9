//! The block of a call, when the host yields to it, and what the block gave, when the host asks for it.

use kobako_wire::envelope::{BlockRequest, YieldResponse};
use kobako_wire::{Encode, GuestValue, Writer};

use super::calls;
use crate::messages;
use crate::mrb::{Exception, Mrb, Value, Yielded};
use crate::values::{DecodeError, Decoder, Described, Encoder, block_value, held};

/// Does what the host asks while a service call waits; the bytes of the yield response.
pub fn yield_to_block(mrb: Mrb, request: &[u8]) -> Vec<u8> {
    let ended = mrb.kept(|| answer(mrb, request));
    match ended {
        Ok(response) => response,
        Err(Unfinished::Refused(response)) => response,
        Err(Unfinished::Raised(exception)) => {
            mrb.keep(&exception.0);
            calls::block_raised(exception.0);
            describe(mrb, exception)
        }
        Err(Unfinished::Jumped(value)) => {
            mrb.keep(&value);
            calls::block_jumped(value);
            broken(mrb)
        }
        Err(Unfinished::Thrown(value)) => {
            mrb.keep(&value);
            calls::block_raised(value);
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
    Jumped(Value),
}

fn answer(mrb: Mrb, request: &[u8]) -> Result<Vec<u8>, Unfinished> {
    let request =
        read_request(mrb, request).map_err(|error| Unfinished::Refused(arguments_error(error)))?;
    match request {
        BlockRequest::Call(arguments) => call_block(mrb, &arguments),
        BlockRequest::Fetch(known) => Ok(fetch(mrb, known)),
        BlockRequest::Release(released) => {
            for (id, times) in released {
                held::release(mrb, id, times);
            }
            Ok(block_value::encode(mrb, YieldResponse::VALUE, &mrb.nil()).unwrap_or_default())
        }
    }
}

/// Calls the block of the innermost service call.
fn call_block(mrb: Mrb, args: &Value) -> Result<Vec<u8>, Unfinished> {
    let raised = |class, text: &str| match mrb.error(class, text) {
        Ok(exception) | Err(exception) => Unfinished::Raised(exception),
    };
    let Some(block) = calls::block() else {
        return Err(Unfinished::Refused(yield_error(
            "LocalJumpError",
            "no service call with a block is under way",
        )));
    };
    let message = match mrb.yield_to(&block, args) {
        Yielded::Value(value) => block_value::encode(mrb, YieldResponse::VALUE, &value),
        Yielded::Break(value) => block_value::encode_same(mrb, YieldResponse::BREAK, &value),
        Yielded::Raised(exception) => return Err(Unfinished::Raised(exception)),
        Yielded::Thrown(value) => return Err(Unfinished::Thrown(value)),
        Yielded::Jumped(value) => return Err(Unfinished::Jumped(value)),
        Yielded::Returned => {
            return Err(raised(
                "LocalJumpError",
                "return from a block that a service called",
            ));
        }
    };
    message.map_err(|error| raised("TypeError", &error.to_string()))
}

/// A value that stayed here, whose objects that cannot leave stay here.
fn fetch(mrb: Mrb, known: GuestValue) -> Vec<u8> {
    let Some(value) = held::get(known.id) else {
        return yield_error("TypeError", "the guest has no such value");
    };
    let tagged = Writer::tagged(YieldResponse::VALUE, messages::buffer());
    let mut encoder = Encoder::standing_in(mrb, tagged);
    encoder
        .value(&value)
        .and_then(|()| encoder.finish())
        .unwrap_or_else(|error| yield_error("TypeError", &error.to_string()))
}

/// The response that ends the service's method; of its own frame, as blocks nest.
#[inline(never)]
fn broken(mrb: Mrb) -> Vec<u8> {
    let message = block_value::encode(mrb, YieldResponse::BREAK, &mrb.nil());
    message.unwrap_or_else(|error| yield_error("TypeError", &error.to_string()))
}

/// Not a part of the frame that stays while the block runs.
#[inline(never)]
fn read_request(mrb: Mrb, bytes: &[u8]) -> Result<BlockRequest<Value>, DecodeError> {
    BlockRequest::read(&mut Decoder::new(mrb, bytes)?)
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
    let record = Described::new(mrb, exception).record();
    let (class, message, backtrace) = (record.class, record.message, record.backtrace);
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
