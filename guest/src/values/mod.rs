//! Values and exceptions of the guest as messages, and back.

pub mod panic_record;

#[cfg(interpreter)]
pub mod block_value;
#[cfg(interpreter)]
mod decode;
#[cfg(interpreter)]
mod encode;
#[cfg(interpreter)]
mod exception;
#[cfg(interpreter)]
pub mod held;
#[cfg(interpreter)]
mod written;

#[cfg(interpreter)]
pub use decode::{DecodeError, Decoder};
#[cfg(interpreter)]
pub use encode::{EncodeError, Encoder};
#[cfg(interpreter)]
pub use exception::Described;
