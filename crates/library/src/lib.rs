//! The guest's standard library as one pack, which lies in the module beside its memory: a script that requires nothing
//! pays for nothing.
//!
//! A pack is the length of its index as a little-endian u32, the index, and the bodies. The index has a line for each
//! entry, in fields with a TAB between them:
//!
//! | kind | fields | meaning |
//! |---|---|---|
//! | `p` | offset, deflated length, length, features | a piece of bytecode in columns (raw DEFLATE, RFC 1951) at the offset from the end of the index: a program that does nothing, whose routines are the programs of the features, in their order |
//! | `m` | offset, deflated length, length, group | the same of methods of the core, whose code is read when one of them is first called: routines of a program that does nothing |
//! | `b` | feature | is there already |
//! | `c` | constant, feature | a top-level constant that a script may name without a `require` |
//! | `h` | feature, sentence | needs what a sandbox has not; what to do instead |
//!
//! Floors, from the lowest; what stands on one imports only what stands below it:
//!
//! 1. `index`: the lines of an index
//! 2. `pack`, `shelf`: from what a library holds to its pack, and back piece by piece
#![warn(missing_docs)]

mod index;
mod pack;
mod shelf;

pub use index::{Entry, Place};
pub use pack::{Contents, Piece, pack};
pub use shelf::{Damaged, Found, Shelf};
