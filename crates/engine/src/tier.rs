//! The second tier: programs that run long are translated from mruby's bytecode to WebAssembly.

mod answers;
mod arguments;
mod arithmetic;
mod calls;
mod emitter;
mod flow;
mod frames;
pub mod heat;
mod instructions;
mod irep;
mod liveness;
mod memory;
mod methods;
mod module;
mod objects;
mod opcode;
mod routine;
mod steps;
mod unit;
mod values;
mod variables;

#[cfg(test)]
mod tests;

pub use module::translate;
pub use unit::{Place, Unit};
