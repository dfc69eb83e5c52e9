//! The outcome of an invocation, read: a tag, then a value or a panic record; and what is raised for one without.

use kobako_engine::Invocation;
use kobako_wire::envelope::Outcome;
use magnus::{Error, Exception, RModule, Ruby, Value, error::ErrorType, prelude::*, value::Lazy};

use crate::{
    codec::{self, Handles},
    deadline::Deadline,
    dispatch::Handler,
    errors,
};

static OUTCOME: Lazy<RModule> = Lazy::new(|ruby| {
    let kobako = ruby.class_object().const_get::<_, RModule>("Kobako");
    kobako
        .and_then(|kobako| kobako.const_get("Outcome"))
        .expect("Kobako::Outcome is loaded before a guest runs")
});

/// The value, or the exception of the panic record; `handler` knows its cause. The `record` of `records` is told of
/// structs.
pub fn read(
    ruby: &Ruby,
    outcome: Vec<u8>,
    handles: Handles,
    deadline: Deadline,
    handler: Option<Handler>,
    records: Option<Value>,
) -> Result<Value, Error> {
    // The engine saw to it that the tag is one of the two.
    let (tag, message) = outcome.split_at(1);
    let value = match tag {
        [Outcome::VALUE] => codec::decode_result(ruby, message, handles, deadline, records),
        _ => {
            let handler = handler.map(|handler| handler.object(ruby));
            let arguments = (ruby.str_from_slice(message), handler);
            ruby.get_inner(&OUTCOME).funcall("fail", arguments)
        }
    };
    Invocation::recycle(outcome);
    value
}

/// What is to be raised for the error of an execution: kobako's own are told of it.
pub fn failure(ruby: &Ruby, error: Error, execution: Value) -> Error {
    if !errors::is_own(ruby, &error) {
        return error;
    }
    let exception = match error.error_type() {
        ErrorType::Exception(exception) => *exception,
        _ => return error,
    };
    let told = ruby
        .get_inner(&OUTCOME)
        .funcall::<_, _, Exception>("failure", (exception, execution));
    told.map_or_else(|error| error, Error::from)
}
