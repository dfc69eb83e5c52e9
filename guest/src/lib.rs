//! The guest: reads what an invocation brings, runs it in mruby, leaves an outcome.

pub mod float_text;
pub mod frames;
pub mod packed;
pub mod panic_record;
pub mod rite;
pub mod suggest;

#[cfg(interpreter)]
mod abi;
#[cfg(interpreter)]
mod decode;
#[cfg(interpreter)]
mod encode;
#[cfg(interpreter)]
mod invocation;
#[cfg(interpreter)]
mod mailbox;
#[cfg(interpreter)]
mod mrb;
#[cfg(interpreter)]
mod service;
#[cfg(interpreter)]
mod state;
#[cfg(interpreter)]
mod stdin;
