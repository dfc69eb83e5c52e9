//! The outcome of an invocation, read: a tag, then a value or a panic record.

use kobako_engine::Invocation;
use kobako_wire::envelope::Outcome;
use magnus::{Error, Ruby, Value};

use crate::{
    codec::{self, Handles},
    deadline::Deadline,
};

/// The value; of a panic record, what the block of the method that is called makes of its bytes.
pub fn read(
    ruby: &Ruby,
    outcome: Vec<u8>,
    handles: Handles,
    deadline: Deadline,
) -> Result<Value, Error> {
    // The engine saw to it that the tag is one of the two.
    let (tag, message) = outcome.split_at(1);
    let value = match tag {
        [Outcome::VALUE] => codec::decode(ruby, message, handles, Some(deadline)),
        _ => ruby.yield_value(ruby.str_from_slice(message)),
    };
    Invocation::recycle(outcome);
    value
}
