//! What a process has one of: the engine, the thread that makes it tick, and what a fork does to both.

pub mod engine;
pub mod fork;
pub mod ticker;
