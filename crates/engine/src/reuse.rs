//! What the invocations of sandboxes have in common, kept as images of guest memory.

pub mod preload;
pub mod programs;
