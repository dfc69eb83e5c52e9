//! A compiled module, linked to what the host gives it.

use wasmtime::{InstancePre, Module};

use super::{exports::Exports, linker, state::State};
use crate::setup_failure::SetupFailure;

/// What instances are made of.
pub struct Linked {
    pub pre: InstancePre<State>,
    pub exports: Exports,
}

impl Linked {
    /// Links `module`; `not_wasm` says why that fails if the module is at fault.
    pub fn new(
        module: &Module,
        not_wasm: impl FnOnce(String) -> SetupFailure,
    ) -> Result<Self, SetupFailure> {
        let exports = Exports::of(module)?;
        let pre = linker::linker()?.instantiate_pre(module);
        let pre = pre.map_err(|error| not_wasm(error.to_string()))?;
        Ok(Self { pre, exports })
    }
}
