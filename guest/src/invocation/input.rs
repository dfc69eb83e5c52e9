//! The frames of stdin.

use std::fmt::Display;

use kobako_wire::envelope::Panic;

use crate::messages::Stdin;
use crate::messages::frames::{self, OneMore};
use crate::values::panic_record::failure;

/// The frames of the services and of the snippets.
pub fn tables() -> Result<[Vec<u8>; 2], Panic> {
    frames::read(&mut Stdin).map_err(malformed)
}

/// So many frames, and one more that says where the program stands, if the host sent it.
pub fn program<const N: usize>() -> Result<OneMore<N>, Panic> {
    frames::read_and_one_more(&mut Stdin).map_err(malformed)
}

/// The record for an input that is no input.
pub fn malformed(error: impl Display) -> Panic {
    failure(&error.to_string())
}
