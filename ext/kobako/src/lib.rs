//! The native half of kobako: the engine's guests, driven as coroutines from Ruby.

mod bytes;
mod codec;
mod deadline;
mod dispatch;
mod drive;
mod encoder;
mod ending;
mod errors;
mod gvl;
mod native_stack;
mod reflection;
mod runtime;
mod shelf;
mod snapshot;

use magnus::{Error, Ruby};

#[magnus::init]
fn init(ruby: &Ruby) -> Result<(), Error> {
    let kobako = ruby.define_module("Kobako")?;
    errors::init(ruby);
    native_stack::init(ruby);
    codec::init(ruby);
    dispatch::init(ruby);
    encoder::init(kobako)?;
    snapshot::init(ruby, kobako)?;
    runtime::init(ruby, kobako)
}
