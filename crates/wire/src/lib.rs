//! The bytes between host and guest: MessagePack with three extension types,
//! the envelopes built of it, and the limits that hold for every message.
//! Knows neither Ruby nor wasmtime nor mruby.
#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod envelope;
mod error;
mod fault;
mod level;
mod limits;
mod reader;
mod shape;
mod token;
mod value;
mod writer;

pub use error::{Error, ErrorKind, Result};
pub use fault::{Fault, FaultKind};
pub use limits::{MAX_DEPTH, MAX_HANDLE, MAX_MESSAGE_BYTES};
pub use reader::Reader;
pub use token::Token;
pub use value::Value;
pub use writer::Writer;
