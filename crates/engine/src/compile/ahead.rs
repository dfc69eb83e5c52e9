//! A guest that was compiled when the gem was packed, for any processor of its platform.
//!
//! The file stands in the gem's own folder and is trusted as the native extension beside it is: who can write there
//! needs no guest to run code. That it belongs to the wasm file, to this version and to this engine is looked at each
//! time. Where it does not, the guest is compiled as if there were none, and the host is told why.

use std::{
    fs::{self, File},
    io,
    os::unix::fs::FileExt,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use wasmtime::{Engine, Module};

use super::{compiler::compile, disk_cache::checksum};
use crate::{process::engine::portable_engine, setup_failure::SetupFailure};

const MARK: &[u8; 16] = b"kobako compiled\x01";
const VERSION: &str = env!("CARGO_PKG_VERSION");
/// Bytes that follow the code: the mark, the lengths of the code and of the wasm file, that file's checksum, and the
/// version of the gem.
const TRAILER: usize = MARK.len() + 8 + 8 + 4 + VERSION.len();

struct Shipped {
    wasm: PathBuf,
    code: PathBuf,
}

static SHIPPED: OnceLock<Shipped> = OnceLock::new();

/// From now on the guest of the file `wasm` is taken from the file `code`; the first call in a process counts.
pub fn ship(wasm: PathBuf, code: PathBuf) {
    let _ = SHIPPED.set(Shipped { wasm, code });
}

/// What [`ship`] wants in its second file for the wasm file at `path`.
pub fn compile_ahead(path: &Path) -> Result<Vec<u8>, SetupFailure> {
    let wasm = fs::read(path).map_err(|error| SetupFailure::Unreadable(path.to_owned(), error))?;
    let mut code = compile(&portable_engine()?, &wasm).map_err(|failure| failure.of(path))?;
    let trailer = trailer(code.len() as u64, wasm.len() as u64, crc32fast::hash(&wasm));
    code.extend(trailer);
    Ok(code)
}

/// The guest of the wasm file at `path`, if it was shipped compiled; an error says why it cannot be used.
pub fn shipped(path: &Path, engine: &Engine) -> Option<Result<Module, String>> {
    let shipped = SHIPPED.get().filter(|shipped| shipped.wasm == path)?;
    Some(load(shipped, engine).map_err(|reason| {
        format!(
            "{} cannot be used: {reason}. {} is compiled instead, which takes about a second (install the gem again)",
            shipped.code.display(),
            path.display()
        )
    }))
}

fn load(shipped: &Shipped, engine: &Engine) -> Result<Module, String> {
    let file = File::open(&shipped.code).map_err(|error| error.to_string())?;
    if !belongs(&file, &shipped.wasm).map_err(|error| error.to_string())? {
        return Err(format!(
            "it was not made by kobako {VERSION} of this wasm file"
        ));
    }
    // SAFETY: `compile_ahead` made these bytes, and they stand where only those write who may write to this code.
    unsafe { Module::deserialize_open_file(engine, file) }
        .map_err(|error| error.root_cause().to_string())
}

/// Whether the file is whole, and was made of this wasm file by this version.
fn belongs(code: &File, wasm: &Path) -> io::Result<bool> {
    let Some(length) = code.metadata()?.len().checked_sub(TRAILER as u64) else {
        return Ok(false);
    };
    let mut found = [0; TRAILER];
    code.read_exact_at(&mut found, length)?;
    let mut wasm = File::open(wasm)?;
    let size = wasm.metadata()?.len();
    let Some(checksum) = checksum(&mut wasm, size) else {
        return Ok(false);
    };
    Ok(found[..] == trailer(length, size, checksum))
}

fn trailer(length: u64, wasm: u64, checksum: u32) -> Vec<u8> {
    let mut bytes = MARK.to_vec();
    bytes.extend(length.to_le_bytes());
    bytes.extend(wasm.to_le_bytes());
    bytes.extend(checksum.to_le_bytes());
    bytes.extend(VERSION.as_bytes());
    bytes
}
