//! What a guest sees of the world: its stdin frames, two capped output pipes, and nothing else.
//!
//! Preview 1 comes from wasmtime-wasi with nothing granted. Its stdio goes through boxed streams
//! and futures (see docs/performance.md), so reads and writes of the three pipes are served here.

use std::{sync::Mutex, time::Duration};

use kobako_wire::abi::{FRAME_HEAD, frame_head};
use wasmtime::{Caller, Linker, Result};
use wasmtime_wasi::{
    HostMonotonicClock, HostWallClock, WasiCtxBuilder,
    p1::{self, WasiP1Ctx},
    random::Deterministic,
};

use super::{guest_mem, host::Host, world};

/// Preview 1, and its error numbers.
pub const MODULE: &str = "wasi_snapshot_preview1";
pub const SUCCESS: i32 = 0;
pub const FAULT: i32 = 21;
pub const INVALID: i32 = 28;
const BAD_DESCRIPTOR: i32 = 8;
const NOT_SUPPORTED: i32 = 58;
const MAX_VECTORS: u32 = 1024;

/// The first `limit` bytes that a guest wrote to one stream.
#[derive(Debug)]
pub struct Capture {
    pub bytes: Vec<u8>,
    pub truncated: bool,
    limit: usize,
}

impl Capture {
    /// Keeps `limit` bytes.
    pub fn new(limit: usize) -> Self {
        Self {
            bytes: Vec::new(),
            truncated: false,
            limit,
        }
    }

    /// Keeps what fits of `data`.
    pub fn write(&mut self, data: &[u8]) {
        let room = self.limit - self.bytes.len();
        self.truncated |= data.len() > room;
        self.bytes.extend_from_slice(&data[..data.len().min(room)]);
    }
}

/// The frames that a guest reads from stdin.
#[derive(Debug, Default)]
pub struct Frames {
    bytes: Vec<u8>,
    position: usize,
}

impl Frames {
    /// Puts each of `frames` behind its length, a big-endian u32.
    pub fn new<F: AsRef<[u8]>>(frames: &[F]) -> Self {
        let frames = frames.iter().map(AsRef::as_ref);
        let size = frames.clone().map(|frame| frame.len() + FRAME_HEAD).sum();
        let mut bytes = Vec::with_capacity(size);
        for frame in frames {
            let length =
                u32::try_from(frame.len()).expect("frames are checked against the message limit");
            bytes.extend_from_slice(&frame_head(length));
            bytes.extend_from_slice(frame);
        }
        Self { bytes, position: 0 }
    }

    fn read(&mut self, target: &mut [u8]) -> usize {
        let rest = &self.bytes[self.position..];
        let size = rest.len().min(target.len());
        target[..size].copy_from_slice(&rest[..size]);
        self.position += size;
        size
    }
}

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
pub fn nothing() -> WasiP1Ctx {
    WasiCtxBuilder::new()
        .wall_clock(Stopped)
        .monotonic_clock(Stopped)
        .secure_random(Deterministic::new(vec![0]))
        .insecure_random(Deterministic::new(vec![0]))
        .insecure_random_seed(0)
        .build_p1()
}

/// Gives `linker` all of preview 1.
pub fn add_to_linker(linker: &mut Linker<Host>) -> Result<()> {
    p1::add_to_linker_async(linker, |host: &mut Host| {
        host.wasi.get_or_insert_with(nothing)
    })?;
    linker.allow_shadowing(true);
    linker.func_wrap(MODULE, "fd_write", fd_write)?;
    linker.func_wrap(MODULE, "fd_read", fd_read)?;
    world::add_to_linker(linker)?;
    // A guest that could wait would wait in the host, where no tick reaches it.
    linker.func_wrap(MODULE, "poll_oneoff", |_: i32, _: i32, _: i32, _: i32| {
        NOT_SUPPORTED
    })?;
    linker.allow_shadowing(false);
    Ok(())
}

fn fd_write(mut caller: Caller<'_, Host>, fd: u32, vectors: u32, count: u32, written: u32) -> i32 {
    let Some(memory) = Host::memory(&mut caller) else {
        return FAULT;
    };
    let (bytes, host) = memory.data_and_store_mut(&mut caller);
    let stream: &Mutex<Capture> = match fd {
        1 => &host.shared.stdout,
        2 => &host.shared.stderr,
        _ => return BAD_DESCRIPTOR,
    };
    let Some(vectors) = vectors_at(bytes, vectors, count) else {
        return INVALID;
    };
    let mut capture = stream.lock().expect("no writer panics");
    let mut total = 0u32;
    for (ptr, len) in vectors {
        let Some(data) = guest_mem::slice(bytes, ptr, len as usize) else {
            return FAULT;
        };
        let Some(sum) = total.checked_add(len) else {
            return INVALID;
        };
        total = sum;
        capture.write(data);
    }
    drop(capture);
    store_size(bytes, written, total)
}

fn fd_read(mut caller: Caller<'_, Host>, fd: u32, vectors: u32, count: u32, read: u32) -> i32 {
    let Some(memory) = Host::memory(&mut caller) else {
        return FAULT;
    };
    let (bytes, host) = memory.data_and_store_mut(&mut caller);
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
        let size = host.frames.read(target);
        total += u32::try_from(size).expect("a read is no longer than its vector");
        if size < len as usize {
            break;
        }
    }
    store_size(bytes, read, total)
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
    let table = guest_mem::slice(memory, ptr, count as usize * 8)?;
    let word = |bytes: &[u8]| u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]);
    Some(
        table
            .chunks_exact(8)
            .map(move |pair| (word(pair), word(&pair[4..]))),
    )
}

fn store_size(memory: &mut [u8], ptr: u32, size: u32) -> i32 {
    guest_mem::write(memory, ptr, &size.to_le_bytes()).map_or(FAULT, |()| SUCCESS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn captured(limit: usize, writes: &[&str]) -> (String, bool) {
        let mut capture = Capture::new(limit);
        writes
            .iter()
            .for_each(|data| capture.write(data.as_bytes()));
        (String::from_utf8(capture.bytes).unwrap(), capture.truncated)
    }

    #[test]
    fn a_capture_is_cut_exactly_at_its_limit() {
        assert_eq!(captured(5, &["abcd"]), ("abcd".into(), false));
        assert_eq!(captured(5, &["abc", "de"]), ("abcde".into(), false));
        assert_eq!(captured(5, &["abc", "def", "g"]), ("abcde".into(), true));
    }

    #[test]
    fn frames_carry_their_lengths_and_are_read_in_pieces() {
        let mut frames = Frames::new(&["ab", ""]);
        let mut target = [9; 7];
        assert_eq!(frames.read(&mut target), 7);
        assert_eq!(target, [0, 0, 0, 2, b'a', b'b', 0]);
        assert_eq!(frames.read(&mut target), 3);
        assert_eq!(frames.read(&mut target), 0);
    }

    #[test]
    fn a_vector_table_outside_memory_or_too_long_is_refused() {
        let memory = [0; 64];
        assert_eq!(vectors_at(&memory, 0, 8).map(Iterator::count), Some(8));
        assert!(vectors_at(&memory, 0, 9).is_none());
        assert!(vectors_at(&memory, u32::MAX, 1).is_none());
        assert!(vectors_at(&memory, 0, MAX_VECTORS + 1).is_none());
    }
}
