//! The bytes between host and guest: MessagePack with extension types,
//! the envelopes built of it, and the limits that hold for every message.
//! Knows neither Ruby nor wasmtime nor mruby.
//!
//! An envelope is read and written here only, by [`Decode`] and [`Encode`], whose values are those of the side
//! that it is for. Beside the messages, [`abi`] is what both sides agree on.
//!
//! Floors, the lowest first:
//!
//! 1. `limits`, `append`
//! 2. `error`, `abi`
//! 3. `exact`, `level`, `guest_value`
//! 4. `token`
//! 5. `reader`, `writer`
//! 6. `codec`
//! 7. `shape`
//! 8. `fault`
//! 9. `value`
//! 10. `tree`
//! 11. `envelope`
#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod abi;
mod append;
mod codec;
pub mod envelope;
mod error;
pub mod exact;
mod fault;
mod guest_value;
mod level;
mod limits;
mod reader;
mod shape;
mod token;
mod tree;
mod value;
mod writer;

pub use codec::{Decode, Encode};
pub use error::{Error, ErrorKind, Result};
pub use fault::{FaultKind, FaultOf};
pub use guest_value::{GuestKind, GuestValue};
pub use limits::{
    MAX_DECIMAL_DIGITS, MAX_DEPTH, MAX_HANDLE, MAX_INTEGER_BYTES, MAX_MESSAGE_BYTES,
    MAX_RATIONAL_BYTES,
};
pub use reader::Reader;
pub use token::Token;
pub use value::{Fault, Value};
pub use writer::Writer;
