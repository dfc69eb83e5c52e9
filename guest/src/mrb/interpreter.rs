//! The interpreter itself.

use std::ptr::NonNull;

use super::ffi;

/// The interpreter; there is one, and it lives as long as the module.
#[derive(Clone, Copy)]
pub struct Mrb(pub(super) NonNull<ffi::State>);
