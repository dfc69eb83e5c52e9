//! A call of a service, from its request to its answer.

use kobako_wire::abi::{BLOCK, unpack};
use kobako_wire::envelope::{Request as WireRequest, Response, Target};
use kobako_wire::{Fault, FaultOf, Writer, abi_name};

use super::block::yield_to_block;
use super::calls::{self, Call};
use crate::messages::{self, Message};
use crate::mrb::{Answer, Mrb, Request, Value, View};
use crate::values::{DecodeError, Decoder, EncodeError, Encoder};

#[cfg_attr(target_family = "wasm", link(wasm_import_module = "env"))]
unsafe extern "C" {
    #[link_name = abi_name!(DISPATCH)]
    fn dispatch(request: *const u8, length: usize) -> i64;
}

/// Sends a request and waits for what it comes to.
pub fn answer(mrb: Mrb, request: &Request<'_>) -> Answer {
    let bytes = match encode_request(mrb, request) {
        Ok(bytes) => bytes,
        Err(error) => return message(mrb, &error.to_string(), Answer::Unsendable),
    };
    calls::begin(request.block());
    let response = exchange(mrb, bytes);
    match read_response(mrb, response.bytes(), calls::end()) {
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
        let place = unsafe { dispatch(message.as_ptr(), message.len() | mark) };
        messages::reuse(message);
        let (pointer, length) = unpack(place);
        let answer = Message::new(pointer, length & !BLOCK);
        if length & BLOCK == 0 {
            return answer;
        }
        message = yield_to_block(mrb, answer.bytes());
        mark = BLOCK as usize;
    }
}

/// Not a part of the frame that stays while the host answers.
#[inline(never)]
fn encode_request(mrb: Mrb, request: &Request<'_>) -> Result<Vec<u8>, EncodeError> {
    let mut encoder = Encoder::new(mrb, Writer::after(messages::buffer()));
    WireRequest {
        target: match request.path() {
            Some(path) => Target::Path(String::from_utf8_lossy(path)),
            None => Target::Handle(request.handle()),
        },
        method: String::from_utf8_lossy(request.method()),
        args: request.args(),
        kwargs: request.keywords(),
        block_given: request.block().is_some(),
    }
    .write(&mut encoder)?;
    encoder.finish()
}

/// Of its own frame, too.
#[inline(never)]
fn read_response(mrb: Mrb, bytes: &[u8], call: Call) -> Result<Answer, DecodeError> {
    let mut fault = match Response::read(&mut Decoder::new(mrb, bytes)?)? {
        Response::Value(value) => {
            return Ok(call.jumped.map_or(Answer::Value(value), Answer::Reraise));
        }
        Response::Fault(fault) => fault,
    };
    match call.raised {
        // The block's exception went through the service.
        Some(exception) if is_marked(mrb, &fault, Fault::BLOCK_ERROR) => {
            Ok(Answer::Reraise(exception))
        }
        _ if is_marked(mrb, &fault, Fault::ENUMERABLE) => {
            fault.details = None;
            Ok(Answer::Enumerable(fault_record(mrb, fault)?))
        }
        _ => Ok(Answer::Fault(fault_record(mrb, fault)?)),
    }
}

/// Whether the details are the symbol by which the host says what to do about the fault.
fn is_marked(mrb: Mrb, fault: &FaultOf<Value>, mark: &str) -> bool {
    let details = fault.details.as_ref().map(|details| mrb.view(details));
    matches!(details, Some(View::Symbol(name)) if name == mark.as_bytes())
}

fn fault_record(mrb: Mrb, fault: FaultOf<Value>) -> Result<Value, DecodeError> {
    let details = fault.details.unwrap_or_else(|| mrb.nil());
    let mut parts = 0..;
    mrb.array(3, || match parts.next() {
        Some(0) => Ok(mrb.symbol(fault.kind.name())?),
        Some(1) => Ok(mrb.string(fault.message.as_bytes(), false)?),
        _ => Ok(details),
    })
}

fn message(mrb: Mrb, text: &str, answer: impl FnOnce(Value) -> Answer) -> Answer {
    match mrb.string(text.as_bytes(), false) {
        Ok(text) => answer(text),
        Err(exception) => Answer::Reraise(exception.0),
    }
}
