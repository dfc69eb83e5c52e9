//! What the functions that a guest imports know of its invocation.

use std::sync::{Arc, Mutex};

use wasmtime::{Caller, Memory};
use wasmtime_wasi::p1::WasiP1Ctx;

use super::{
    entropy::Entropy, exchange::Exchange, exports::Hooks, frames::Frames, limiter::Limiter,
    output::Capture,
};
use crate::{clock::Clock, config::Config, limits::MAX_NESTING, stop::Stop};

/// The state of one guest instance.
pub struct State {
    /// Made when the guest first calls WASI for something else than its pipes.
    pub wasi: Option<WasiP1Ctx>,
    pub frames: Frames,
    pub exchange: Arc<Exchange>,
    pub clock: Clock,
    pub entropy: Entropy,
    /// Whether the guest asked for the time or for entropy.
    pub has_asked: bool,
    pub limiter: Limiter,
    pub memory: Option<Memory>,
    pub hooks: Option<Arc<Hooks>>,
    /// Service calls under way.
    nesting: u32,
    /// Blocks that a call of a service was answered with, and that have not ended.
    pub blocks: u32,
    /// Whether a service was called.
    called: bool,
    /// A buffer for the next request.
    pub buffer: Vec<u8>,
}

/// Bytes of a buffer that is worth its memory.
const MAX_BUFFER: usize = 64 << 10;

impl State {
    pub fn new(frames: Frames, config: &Config, exchange: Arc<Exchange>, limiter: Limiter) -> Self {
        Self {
            wasi: None,
            frames,
            exchange,
            clock: config.clock,
            entropy: Entropy::new(config.seed),
            has_asked: false,
            limiter,
            memory: None,
            hooks: None,
            nesting: 0,
            blocks: 0,
            called: false,
            buffer: Vec::new(),
        }
    }

    pub fn begin_call(&mut self) -> Result<(), Stop> {
        if self.nesting >= MAX_NESTING {
            return Err(Stop::Nesting { limit: MAX_NESTING });
        }
        self.nesting += 1;
        self.called = true;
        Ok(())
    }

    /// `buffer` is the one that the response came in.
    pub fn end_call(&mut self, mut buffer: Vec<u8>) {
        self.nesting -= 1;
        if buffer.capacity() <= MAX_BUFFER {
            buffer.clear();
            self.buffer = buffer;
        }
    }

    pub fn end_block(&mut self) -> Result<(), Stop> {
        self.blocks = self
            .blocks
            .checked_sub(1)
            .ok_or_else(|| Stop::Wire("a block ended that no service called".into()))?;
        Ok(())
    }

    /// Whether the guest changed nothing but its own memory, and what it did hangs on nothing else.
    pub fn untouched(&self) -> bool {
        let silent = |stream: &Mutex<Capture>| {
            let capture = stream.lock().expect("no writer panics");
            capture.bytes.is_empty() && !capture.truncated
        };
        self.wasi.is_none()
            && !self.called
            && !self.has_asked
            && silent(&self.exchange.stdout)
            && silent(&self.exchange.stderr)
    }

    /// The guest's memory, also while the instance is being made.
    pub fn memory(caller: &mut Caller<'_, State>) -> Option<Memory> {
        match caller.data().memory {
            Some(memory) => Some(memory),
            None => caller
                .get_export("memory")
                .and_then(wasmtime::Extern::into_memory),
        }
    }
}
