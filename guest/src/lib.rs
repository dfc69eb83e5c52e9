//! The guest: reads what an invocation brings, runs it in mruby, leaves an outcome.
//!
//! Floors, the lowest first; a file imports from its own and from lower ones:
//!
//! 1. `text`, `scratch`, `pieces`, `problems`, `compiler`, `digests`, `features`, `float_text`, `library`, `rite`, `suggest`, `yaml`:
//!    memory, sources, digests, what is required, numbers, bytecode, names and YAML, without an interpreter
//! 2. `messages`: where the bytes of the host come in and those for it lie
//! 3. `mrb`: safe calls into mruby
//! 4. `values`: values and exceptions of mruby as messages and back
//! 5. `service`: calls of services and of their blocks
//! 6. `invocation`: from the frames to the outcome
//! 7. `abi`: the exports

pub mod digests;
pub mod features;
pub mod float_text;
pub mod messages;
pub mod pieces;
pub mod problems;
pub mod rite;
pub mod suggest;
pub mod text;
pub mod values;
pub mod yaml;

#[cfg(interpreter)]
mod abi;
#[cfg(interpreter)]
mod compiler;
#[cfg(interpreter)]
mod invocation;
#[cfg(interpreter)]
mod library;
#[cfg(interpreter)]
mod mrb;
#[cfg(interpreter)]
mod scratch;
#[cfg(interpreter)]
mod service;
