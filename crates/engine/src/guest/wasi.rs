//! What a guest sees of the world: its stdin frames, two capped output pipes, a clock and entropy as its sandbox sets
//! them, and nothing else.
//!
//! Preview 1 comes from wasmtime-wasi with nothing granted. Its stdio goes through boxed streams
//! and futures (see docs/performance.md), so reads and writes of the three pipes are served here.

use std::{sync::Mutex, time::Duration};

use wasmtime::{Caller, Linker, Result};
use wasmtime_wasi::{
    HostMonotonicClock, HostWallClock, WasiCtxBuilder,
    p1::{self, WasiP1Ctx},
    random::Deterministic,
};

use super::{
    memory,
    output::{Capture, Stream},
    state::State,
};
use crate::clock::Clock;

/// Preview 1, and its error numbers.
const MODULE: &str = "wasi_snapshot_preview1";
const SUCCESS: i32 = 0;
const FAULT: i32 = 21;
const INVALID: i32 = 28;
const BAD_DESCRIPTOR: i32 = 8;
const NOT_SUPPORTED: i32 = 58;
const MAX_VECTORS: u32 = 1024;

const REALTIME: u32 = 0;
const MONOTONIC: u32 = 1;
/// Bytes of entropy for one call; nothing stops the host inside of it.
const MAX_ENTROPY: usize = 64 << 10;

/// A clock that stands still.
struct Stopped;

impl HostWallClock for Stopped {
    fn resolution(&self) -> Duration {
        Duration::from_nanos(1)
    }

    fn now(&self) -> Duration {
        Duration::ZERO
    }
}

impl HostMonotonicClock for Stopped {
    fn resolution(&self) -> u64 {
        1
    }

    fn now(&self) -> u64 {
        0
    }
}

/// A context that grants nothing: no files, environment or sockets, stopped clocks, a fixed seed.
fn nothing() -> WasiP1Ctx {
    WasiCtxBuilder::new()
        .wall_clock(Stopped)
        .monotonic_clock(Stopped)
        .secure_random(Deterministic::new(vec![0]))
        .insecure_random(Deterministic::new(vec![0]))
        .insecure_random_seed(0)
        .build_p1()
}

/// Gives `linker` all of preview 1.
pub fn add_to_linker(linker: &mut Linker<State>) -> Result<()> {
    p1::add_to_linker_async(linker, |state: &mut State| {
        state.wasi.get_or_insert_with(nothing)
    })?;
    linker.allow_shadowing(true);
    linker.func_wrap(MODULE, "fd_write", fd_write)?;
    linker.func_wrap(MODULE, "fd_read", fd_read)?;
    linker.func_wrap(MODULE, "clock_time_get", clock_time_get)?;
    linker.func_wrap(MODULE, "random_get", random_get)?;
    // A guest that could wait would wait in the host, where no tick reaches it.
    linker.func_wrap(MODULE, "poll_oneoff", |_: i32, _: i32, _: i32, _: i32| {
        NOT_SUPPORTED
    })?;
    linker.allow_shadowing(false);
    Ok(())
}

fn fd_write(mut caller: Caller<'_, State>, fd: u32, vectors: u32, count: u32, written: u32) -> i32 {
    let Some(memory) = State::memory(&mut caller) else {
        return FAULT;
    };
    let (bytes, state) = memory.data_and_store_mut(&mut caller);
    let (stream, capture): (_, &Mutex<Capture>) = match fd {
        1 => (Stream::Stdout, &state.exchange.stdout),
        2 => (Stream::Stderr, &state.exchange.stderr),
        _ => return BAD_DESCRIPTOR,
    };
    let Some(vectors) = vectors_at(bytes, vectors, count) else {
        return INVALID;
    };
    let mut capture = capture.lock().expect("no writer panics");
    let mut total = 0u32;
    for (ptr, len) in vectors {
        let Some(data) = memory::slice(bytes, ptr, len as usize) else {
            return FAULT;
        };
        let Some(sum) = total.checked_add(len) else {
            return INVALID;
        };
        total = sum;
        state.exchange.order.note(stream, capture.write(data));
    }
    drop(capture);
    store_size(bytes, written, total)
}

fn fd_read(mut caller: Caller<'_, State>, fd: u32, vectors: u32, count: u32, read: u32) -> i32 {
    let Some(memory) = State::memory(&mut caller) else {
        return FAULT;
    };
    let (bytes, state) = memory.data_and_store_mut(&mut caller);
    if fd != 0 {
        return BAD_DESCRIPTOR;
    }
    let Some(vectors) = vectors_at(bytes, vectors, count) else {
        return INVALID;
    };
    let vectors: Vec<_> = vectors.collect();
    let mut total = 0u32;
    for (ptr, len) in vectors {
        let start = ptr as usize;
        let Some(target) = bytes.get_mut(start..start + len as usize) else {
            return FAULT;
        };
        let size = state.frames.read(target);
        total += u32::try_from(size).expect("a read is no longer than its vector");
        if size < len as usize {
            break;
        }
    }
    store_size(bytes, read, total)
}

fn clock_time_get(mut caller: Caller<'_, State>, clock: u32, _precision: u64, ptr: u32) -> i32 {
    let state = caller.data_mut();
    state.has_asked = true;
    let time = match (clock, state.clock) {
        (REALTIME, Clock::Fixed(time)) => time,
        (REALTIME, Clock::Host) => state.exchange.show(|| Clock::Host.now()),
        (MONOTONIC, Clock::Fixed(_)) => 0,
        (MONOTONIC, Clock::Host) => state.exchange.show(|| state.exchange.elapsed()),
        _ => return INVALID,
    };
    let Some(memory) = State::memory(&mut caller) else {
        return FAULT;
    };
    memory::write(memory.data_mut(&mut caller), ptr, &time.to_le_bytes())
        .map_or(FAULT, |()| SUCCESS)
}

fn random_get(mut caller: Caller<'_, State>, ptr: u32, len: u32) -> i32 {
    let (start, len) = (ptr as usize, len as usize);
    if len > MAX_ENTROPY {
        return INVALID;
    }
    let Some(memory) = State::memory(&mut caller) else {
        return FAULT;
    };
    let (bytes, state) = memory.data_and_store_mut(&mut caller);
    state.has_asked = true;
    match bytes.get_mut(start..start + len) {
        Some(target) => {
            state.entropy.fill(target);
            SUCCESS
        }
        None => FAULT,
    }
}

/// The (pointer, length) pairs of a preview 1 I/O vector.
fn vectors_at(
    memory: &[u8],
    ptr: u32,
    count: u32,
) -> Option<impl Iterator<Item = (u32, u32)> + '_> {
    if count > MAX_VECTORS {
        return None;
    }
    let table = memory::slice(memory, ptr, count as usize * 8)?;
    let word = |bytes: &[u8]| u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]);
    Some(
        table
            .chunks_exact(8)
            .map(move |pair| (word(pair), word(&pair[4..]))),
    )
}

fn store_size(memory: &mut [u8], ptr: u32, size: u32) -> i32 {
    memory::write(memory, ptr, &size.to_le_bytes()).map_or(FAULT, |()| SUCCESS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vector_table_outside_memory_or_too_long_is_refused() {
        let memory = [0; 64];
        assert_eq!(vectors_at(&memory, 0, 8).map(Iterator::count), Some(8));
        assert!(vectors_at(&memory, 0, 9).is_none());
        assert!(vectors_at(&memory, u32::MAX, 1).is_none());
        assert!(vectors_at(&memory, 0, MAX_VECTORS + 1).is_none());
    }
}
