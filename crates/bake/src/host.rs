//! The host side of a boot: an empty environment, an output for what goes wrong, and a trap for every other import.

use std::io::Write;

use wasmtime::{Caller, Engine, Extern, Linker, Module, Result};

const WASI: &str = "wasi_snapshot_preview1";
const BAD_DESCRIPTOR: i32 = 8;
const FAULT: i32 = 21;

pub fn linker(engine: &Engine, module: &Module) -> Result<Linker<()>> {
    let mut linker = Linker::new(engine);
    linker.func_wrap(
        WASI,
        "environ_sizes_get",
        |mut caller: Caller<'_, ()>, count: u32, size: u32| {
            let Some(Extern::Memory(memory)) = caller.get_export("memory") else {
                return FAULT;
            };
            let written = [count, size]
                .into_iter()
                .all(|at| memory.write(&mut caller, at as usize, &[0; 4]).is_ok());
            if written { 0 } else { FAULT }
        },
    )?;
    linker.func_wrap(WASI, "environ_get", |_: u32, _: u32| 0)?;
    linker.func_wrap(WASI, "fd_prestat_get", |_: u32, _: u32| BAD_DESCRIPTOR)?;
    linker.func_wrap(
        WASI,
        "fd_write",
        |mut caller: Caller<'_, ()>, _: u32, slices: u32, count: u32, written: u32| {
            let Some(Extern::Memory(memory)) = caller.get_export("memory") else {
                return FAULT;
            };
            let Some(text) = gather(memory.data(&caller), slices, count) else {
                return FAULT;
            };
            let length = (text.len() as u32).to_le_bytes();
            let sent = std::io::stderr().write_all(&text).is_ok()
                && memory.write(&mut caller, written as usize, &length).is_ok();
            if sent { 0 } else { FAULT }
        },
    )?;
    linker.define_unknown_imports_as_traps(module)?;
    Ok(linker)
}

/// What the slices (address and length, 32 bits each) hold; None if one is out of the memory.
fn gather(memory: &[u8], slices: u32, count: u32) -> Option<Vec<u8>> {
    let mut text = Vec::new();
    for slice in 0..count as usize {
        let at = slices as usize + slice * 8;
        let start = word(memory, at)?;
        text.extend_from_slice(memory.get(start..start + word(memory, at + 4)?)?);
    }
    Some(text)
}

fn word(memory: &[u8], at: usize) -> Option<usize> {
    let bytes = memory.get(at..at + 4)?.try_into().ok()?;
    Some(u32::from_le_bytes(bytes) as usize)
}
