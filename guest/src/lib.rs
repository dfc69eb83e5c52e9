//! The guest: reads what an invocation brings, runs it in mruby, leaves an outcome.

pub mod float_text;
pub mod frames;
pub mod packed;
pub mod panic_record;
pub mod rite;
pub mod suggest;

#[cfg(target_family = "wasm")]
mod abi;
#[cfg(target_family = "wasm")]
mod decode;
#[cfg(target_family = "wasm")]
mod encode;
#[cfg(target_family = "wasm")]
mod invocation;
#[cfg(target_family = "wasm")]
mod mailbox;
#[cfg(target_family = "wasm")]
mod mrb;
#[cfg(target_family = "wasm")]
mod service;
#[cfg(target_family = "wasm")]
mod state;
#[cfg(target_family = "wasm")]
mod stdin;
