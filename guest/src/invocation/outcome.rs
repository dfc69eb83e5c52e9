//! How an invocation ends: with a value or with an exception.

use kobako_wire::envelope::{Outcome, Panic};
use kobako_wire::{Encode, Value as WireValue, Writer};

use crate::mrb::{Exception, Mrb, Value};
use crate::suggest::Reach;
use crate::values::{Described, EncodeError, Encoder, panic_record};

/// The outcome bytes.
pub fn outcome(mrb: Mrb, value: Result<Value, Panic>) -> Vec<u8> {
    let bytes = value.and_then(|value| {
        let encoder = Encoder::with_records(mrb, Writer::with_prefix(Outcome::VALUE));
        encode(encoder, &value).map_err(|error| {
            panic_record::panic(b"TypeError", error.to_string().as_bytes(), Vec::new())
        })
    });
    bytes.unwrap_or_else(panic_record::encode)
}

fn encode(mut encoder: Encoder, value: &Value) -> Result<Vec<u8>, EncodeError> {
    encoder.value(value)?;
    encoder.finish()
}

/// The record of an exception, with the details of a service's fault, the status of an exit, or the names that may have
/// been meant.
pub fn panic(mrb: Mrb, exception: Exception) -> Panic {
    let mut described = Described::new(mrb, exception);
    if let Some((details, message)) = mrb.service_error(exception) {
        described.message = message;
        return panic_record::of_service(described.record(), wire_value(mrb, &details));
    }
    if let Some(problems) = mrb.problems(exception)
        && let Ok(details) = WireValue::decode(&problems)
    {
        return panic_record::with_details(described.record(), details);
    }
    if let Some(status) = mrb.exit_status(exception) {
        return panic_record::with_details(described.record(), exit(status));
    }
    match mrb.within_reach(exception) {
        Some(reach) => advised(&reach, described),
        None => described.record(),
    }
}

fn exit(status: i64) -> WireValue {
    WireValue::Map(vec![(
        WireValue::Str("status".to_owned()),
        WireValue::Int(status),
    )])
}

fn advised(reach: &Reach, mut described: Described) -> Panic {
    described
        .message
        .extend_from_slice(reach.advice().as_bytes());
    let near: Vec<_> = reach
        .near()
        .into_iter()
        .map(|name| WireValue::Symbol(name.to_owned()))
        .collect();
    match near.is_empty() {
        true => described.record(),
        false => panic_record::with_details(described.record(), WireValue::Array(near)),
    }
}

/// The details of a fault, nil if the guest put something there that cannot leave.
fn wire_value(mrb: Mrb, details: &Value) -> WireValue {
    encode(Encoder::new(mrb, Writer::new()), details)
        .ok()
        .and_then(|bytes| WireValue::decode(&bytes).ok())
        .unwrap_or(WireValue::Nil)
}
