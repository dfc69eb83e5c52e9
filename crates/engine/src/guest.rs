//! One instance of a guest: its memory, what it may call, and its way from the start to an outcome.

mod backtrace;
mod dispatch;
mod entropy;
pub mod exchange;
pub mod exports;
pub mod frames;
pub mod image;
pub mod input;
pub mod instance;
pub mod limiter;
pub mod linked;
pub mod linker;
mod memory;
mod message;
pub mod output;
pub mod preparation;
pub mod state;
mod translated;
mod wasi;
