//! The native half of kobako: a WebAssembly guest driven as a coroutine from Ruby.

mod codec;
mod errors;
mod runtime;
mod shelf;
mod snapshot;
mod spare;

use magnus::{Error, Ruby};

#[magnus::init]
fn init(ruby: &Ruby) -> Result<(), Error> {
    let kobako = ruby.define_module("Kobako")?;
    errors::init(ruby);
    codec::init(ruby, kobako)?;
    snapshot::init(ruby, kobako)?;
    runtime::init(ruby, kobako)
}
