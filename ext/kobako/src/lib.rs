//! The native half of kobako: the engine's guests, driven as coroutines from Ruby.
//!
//! Floors, the lowest first:
//!
//! 1. `reflection`, `shelf`, `ending`
//! 2. `errors`, `guest_value`, `native_stack`
//! 3. `bytes`, `deadline`, `gvl`
//! 4. `codec`: Ruby values to messages and back
//! 5. `dispatch`, `outcome`, `snapshot`
//! 6. `drive`: from one call of a service to the next
//! 7. `runtime`: the class
//! 8. `encoder`

mod bytes;
mod codec;
mod deadline;
mod dispatch;
mod drive;
mod encoder;
mod ending;
mod errors;
mod guest_value;
mod gvl;
mod native_stack;
mod outcome;
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
    encoder::init(ruby, kobako)?;
    snapshot::init(ruby, kobako)?;
    guest_value::init(ruby, kobako)?;
    runtime::init(ruby, kobako)
}
