//! From a wasm file to machine code.

pub mod ahead;
mod bounds;
mod chunks;
pub mod compiler;
mod digests;
pub mod disk_cache;
pub mod file_state;
mod turn;
