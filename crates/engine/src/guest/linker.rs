//! What every guest of this process is linked to.

use std::sync::OnceLock;

use wasmtime::{Engine, Linker, Result};

use super::{dispatch, state::State, wasi};
use crate::{process::engine::engine, setup_failure::SetupFailure};

static LINKER: OnceLock<Linker<State>> = OnceLock::new();

/// Makes the linker at the first call, which needs the host's lock.
pub fn linker() -> Result<&'static Linker<State>, SetupFailure> {
    if let Some(linker) = LINKER.get() {
        return Ok(linker);
    }
    let linker = build(engine()?).map_err(|error| SetupFailure::Engine(error.to_string()))?;
    Ok(LINKER.get_or_init(|| linker))
}

fn build(engine: &Engine) -> Result<Linker<State>> {
    let mut linker = Linker::new(engine);
    wasi::add_to_linker(&mut linker)?;
    dispatch::add_to_linker(&mut linker)?;
    Ok(linker)
}
