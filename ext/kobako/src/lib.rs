//! The native half of kobako: the engine's guests, driven as coroutines from Ruby.
//!
//! Floors, the lowest first:
//!
//! 1. `made_for`, `reflection`, `shelf`, `ending`
//! 2. `errors`, `guest_value`, `native_stack`
//! 3. `bytes`, `deadline`, `gvl`
//! 4. `codec`: Ruby values to messages and back
//! 5. `dispatch`, `attendant`, `latest`
//! 6. `outcome`, `drive`: from one call of a service to the next
//! 7. `execution`: one run
//! 8. `runtime`: the class
//! 9. `encoder`

mod attendant;
mod bytes;
mod codec;
mod deadline;
mod dispatch;
mod drive;
mod encoder;
mod ending;
mod errors;
mod execution;
mod guest_value;
mod gvl;
mod latest;
mod made_for;
mod native_stack;
mod outcome;
mod reflection;
mod runtime;
mod shelf;

use magnus::{Error, Ruby};

#[magnus::init]
fn init(ruby: &Ruby) -> Result<(), Error> {
    made_for::check_ruby(ruby)?;
    let kobako = ruby.define_module("Kobako")?;
    made_for::init(kobako)?;
    errors::init(ruby);
    native_stack::init(ruby);
    codec::init(ruby);
    dispatch::init(ruby);
    encoder::init(ruby, kobako)?;
    guest_value::init(ruby, kobako)?;
    execution::init(ruby, kobako)?;
    runtime::init(ruby, kobako)
}
