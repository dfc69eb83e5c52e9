//! The guest's standard library as one pack, which lies in the module beside its memory: a script that requires nothing
//! pays for nothing.
//!
//! A pack is the length of its index as a little-endian u32, the index, and the bodies. The index has a line for each
//! entry, in fields with a TAB between them:
//!
//! | kind | fields | meaning |
//! |---|---|---|
//! | `f` | feature, offset, deflated length, length | what `require` takes; its bytecode (raw DEFLATE, RFC 1951) lies at the offset from the end of the index |
//! | `b` | feature | is there already |
//! | `c` | constant, feature | a top-level constant that a script may name without a `require` |
//! | `h` | feature, sentence | needs what a sandbox has not; what to do instead |
//!
//! Floors, the lowest first: `index`, then `pack` and `shelf`.
#![warn(missing_docs)]

mod index;
mod pack;
mod shelf;

pub use index::{Entry, Place};
pub use pack::{Contents, pack};
pub use shelf::{Damaged, Shelf};
