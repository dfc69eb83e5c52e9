//! The bytes of the host as they come in, and those that lie ready for it. Nothing here knows the interpreter.

pub mod frames;

#[cfg(interpreter)]
mod buffers;
#[cfg(interpreter)]
mod heap;
#[cfg(interpreter)]
pub mod mailbox;
#[cfg(interpreter)]
mod message;
#[cfg(interpreter)]
mod stdin;

#[cfg(interpreter)]
pub use buffers::{buffer, leave, left, reuse};
#[cfg(interpreter)]
pub use heap::allocate;
#[cfg(interpreter)]
pub use message::Message;
#[cfg(interpreter)]
pub use stdin::Stdin;
