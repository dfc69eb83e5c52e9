//! Runs kobako's guests: WebAssembly modules that speak the guest ABI, each invocation in a fresh instance and on a
//! stack of its own, within limits on time, memory and output.
//!
//! ```no_run
//! use kobako_engine::{Blocking, Call, Config, Deadline, Invocation, Start, Tables, load};
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let module = load("data/kobako.wasm".as_ref(), &Blocking)?;
//! let config = Config::default();
//! let start = Start::of(&module, &Tables::default(), Some(b"1 + 2"), None, &config);
//! let mut invocation = Invocation::new(module, &config, Deadline::from_now(config.timeout), start, Call::Eval);
//! let outcome = invocation.run(|_request| Vec::new())?;
//! # Ok(()) }
//! ```
//!
//! Floors, the lowest first:
//!
//! 1. `limits`, `clock`, `setup_failure`, `accounting`, `buffer_pool`, `pages`, `pieces`, `thread_stack`, `meter`: words
//!    and numbers
//! 2. `config`, `stop`, `wait`
//! 3. `deadline`
//! 4. `process`: the engine of the process, its ticker, and what a fork does to both
//! 5. `compile`: from a wasm file to machine code, and the cache of it
//! 6. `tier`: programs that run long, translated to WebAssembly
//! 7. `guest`: one instance, its memory, and all that it may call
//! 8. `reuse`: what the invocations of sandboxes have in common, kept as images of memory
//! 9. `module`, `snapshot`
//! 10. `loader`, `tables`, `monitor`
//! 11. `start`
//! 12. `invocation`: what a driver drives
#![warn(missing_docs)]

mod accounting;
mod buffer_pool;
mod clock;
mod compile;
mod config;
mod deadline;
mod guest;
mod invocation;
pub mod limits;
mod loader;
mod meter;
mod module;
mod monitor;
pub mod pages;
mod pieces;
mod process;
mod reuse;
mod setup_failure;
mod snapshot;
mod start;
mod stop;
mod tables;
pub mod thread_stack;
mod tier;
mod wait;

pub use accounting::account_to;
pub use buffer_pool::BufferPool;
pub use clock::Clock;
pub use compile::{
    ahead::{compile_ahead, ship},
    disk_cache::cache_folder,
};
pub use config::Config;
pub use deadline::Deadline;
pub use guest::{
    exchange::{Answer, Step},
    instance::Call,
    output::Stream,
};
pub use invocation::Invocation;
pub use loader::{compiled_for_others, load, loaded};
pub use meter::Cost;
pub use module::GuestModule;
pub use monitor::Monitor;
pub use process::engine::{is_full, slots_in_use};
pub use setup_failure::SetupFailure;
pub use snapshot::Snapshot;
pub use start::{Start, set_restoring};
pub use stop::{Stop, Stopped};
pub use tables::Tables;
pub use tier::heat::translations;
pub use wait::{Blocking, Wait, Wanted};
