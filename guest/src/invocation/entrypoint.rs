//! The call of a `run`.

use kobako_wire::Value as WireValue;
use kobako_wire::envelope::{Invocation, Panic};

use super::outcome::{panic, undecoded};
use crate::mrb::{Mrb, Value};
use crate::values::panic_record;
use crate::values::{DecodeError, Decoder};

/// Calls the entrypoint that the envelope names; keywords come last, as one Hash.
pub fn call(mrb: Mrb, envelope: &[u8], bound: &[String]) -> Result<Value, Panic> {
    let invocation = read(mrb, envelope).map_err(|error| undecoded(mrb, error))?;
    let object = find(mrb, invocation.entrypoint, bound)?;
    mrb.leave(mrb.call(&object, &invocation.args))
        .map_err(|exception| panic(mrb, exception))
}

type Call<'a> = Invocation<&'a str, Value, Option<Value>>;

fn read(mrb: Mrb, envelope: &[u8]) -> Result<Call<'_>, DecodeError> {
    let invocation = Invocation::read(&mut Decoder::new(mrb, envelope)?)?;
    if let Some(keywords) = &invocation.kwargs {
        mrb.push(&invocation.args, keywords)?;
    }
    Ok(invocation)
}

fn find(mrb: Mrb, entrypoint: &str, bound: &[String]) -> Result<Value, Panic> {
    let Some(object) = mrb.constant(entrypoint) else {
        let mut defined = mrb.new_constants();
        defined.retain(|name| !bound.contains(name));
        let message = format!(
            "no constant {entrypoint} (the snippets define: {})",
            defined.join(", ")
        );
        let available = defined.into_iter().map(WireValue::Symbol).collect();
        let text = |text: &str| WireValue::Str(text.to_owned());
        let details = WireValue::Map(vec![
            (text("name"), WireValue::Symbol(entrypoint.to_owned())),
            (text("available"), WireValue::Array(available)),
        ]);
        let panic = panic_record::panic(b"NameError", message.as_bytes(), Vec::new());
        return Err(panic_record::with_details(panic, details));
    };
    if mrb.responds_to_call(&object) {
        return Ok(object);
    }
    let message = format!("{entrypoint} does not answer `call` (define it, or assign a lambda)");
    Err(panic_record::panic(
        b"NoMethodError",
        message.as_bytes(),
        Vec::new(),
    ))
}
