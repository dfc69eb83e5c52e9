//! The outcome of an invocation, read: a tag, then a value or a panic record.

use kobako_engine::Invocation;
use kobako_wire::envelope::Outcome;
use magnus::{Error, Ruby, Value, prelude::*};

use crate::{
    codec::{self, Handles},
    deadline::Deadline,
    errors,
};

/// The value; `raiser` is called with the bytes of a panic record, and raises. Its `record` is told of structs.
pub fn read(
    ruby: &Ruby,
    outcome: Vec<u8>,
    handles: Handles,
    deadline: Deadline,
    raiser: Option<Value>,
) -> Result<Value, Error> {
    // The engine saw to it that the tag is one of the two.
    let (tag, message) = outcome.split_at(1);
    let value = match tag {
        [Outcome::VALUE] => codec::decode_result(ruby, message, handles, deadline, raiser),
        _ => match raiser {
            Some(raiser) => raiser.funcall("call", (ruby.str_from_slice(message),)),
            None => Err(errors::unraised()),
        },
    };
    Invocation::recycle(outcome);
    value
}
