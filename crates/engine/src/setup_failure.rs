//! Why no guest could be made of a wasm file, or could not run.

use std::{io, path::PathBuf};

/// Why no guest could be made of a wasm file, or could not run.
#[derive(Debug, thiserror::Error)]
pub enum SetupFailure {
    /// There is no such file.
    #[error("no guest binary at {} (build it with rake guest:build, or pass an existing wasm_path:)", .0.display())]
    NotBuilt(PathBuf),
    /// The file cannot be read.
    #[error("cannot read {}: {} (pass a readable wasm_path:)", .0.display(), .1)]
    Unreadable(PathBuf, io::Error),
    /// The file is larger than any guest.
    #[error("{} has {} bytes, the limit of a guest binary is {}", path.display(), size, limit)]
    TooLarge {
        /// Of the file.
        path: PathBuf,
        /// Its bytes.
        size: u64,
        /// The most that is read.
        limit: u64,
    },
    /// The bytes are no WebAssembly module that this engine runs.
    #[error("{} is not a WebAssembly module for kobako: {} (rebuild it with rake guest:build)", .0.display(), .1)]
    NotWasm(PathBuf, String),
    /// It would keep the compiler busy for too long, or take too much memory of the host.
    #[error("{} is not a WebAssembly module for kobako: {}", .0.display(), .1)]
    Refused(PathBuf, String),
    /// A module without memory.
    #[error(
        "not a kobako guest: the module exports no memory (build a guest with rake guest:build)"
    )]
    NotAGuest,
    /// The engine itself could not be set up.
    #[error("the WebAssembly engine could not be started: {0}")]
    Engine(String),
    /// The thread that makes guests look at their deadlines could not be started.
    #[error("{0}")]
    Ticker(io::Error),
}
