//! The block of a call, when the host yields to it.

use kobako_wire::envelope::{YieldArguments, YieldResponse};
use kobako_wire::{Encode, Writer};

use super::calls;
use crate::messages;
use crate::mrb::{Exception, Mrb, Value, Yielded};
use crate::values::{DecodeError, Decoder, Described, Encoder};

/// Calls the block of the innermost service call; the bytes of the yield response.
pub fn yield_to_block(mrb: Mrb, arguments: &[u8]) -> Vec<u8> {
    let Some(block) = calls::block() else {
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

fn call_block(mrb: Mrb, block: &Value, arguments: &[u8]) -> Result<Vec<u8>, Unfinished> {
    let raised = |class, text: &str| match mrb.error(class, text) {
        Ok(exception) | Err(exception) => Unfinished::Raised(exception),
    };
    let args = read_arguments(mrb, arguments)
        .map_err(|error| Unfinished::Refused(arguments_error(error)))?;
    let (tag, value) = match mrb.yield_to(block, &args) {
        Yielded::Value(value) => (YieldResponse::VALUE, value),
        Yielded::Break(value) => (YieldResponse::BREAK, value),
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
    let mut encoder = Encoder::new(mrb, Writer::tagged(tag, messages::buffer()));
    encoder
        .value(&value)
        .and_then(|()| encoder.finish())
        .map_err(|error| raised("TypeError", &error.to_string()))
}

/// The response that ends the service's method; of its own frame, as blocks nest.
#[inline(never)]
fn broken(mrb: Mrb) -> Vec<u8> {
    let mut encoder = Encoder::new(
        mrb,
        Writer::tagged(YieldResponse::BREAK, messages::buffer()),
    );
    let written = encoder.value(&mrb.nil()).and_then(|()| encoder.finish());
    match written {
        Ok(response) => response,
        Err(error) => yield_error("TypeError", &error.to_string()),
    }
}

fn read_arguments(mrb: Mrb, bytes: &[u8]) -> Result<Value, DecodeError> {
    let YieldArguments(arguments) = YieldArguments::read(&mut Decoder::new(mrb, bytes)?)?;
    Ok(arguments)
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
