//! The exports that the host calls.

use std::slice;

use crate::mrb::Mrb;
use crate::packed::pack;
use crate::{invocation, mailbox, service, state};

unsafe extern "C" {
    fn malloc(size: usize) -> *mut u8;
    fn free(pointer: *mut u8);
}

/// Boots the interpreter. Called once, when the module is baked.
#[unsafe(export_name = "__kobako_boot")]
extern "C" fn boot() {
    state::boot(Mrb::open().expect("the interpreter boots"));
    #[cfg(target_family = "wasm")]
    reserve();
}

/// Memory grows by a page for a small program already, so the image has that page, free.
#[cfg(target_family = "wasm")]
fn reserve() {
    /// Less than a page of memory, by which it grows.
    const RESERVE: usize = 60_000;
    const PAGE: usize = 64 << 10;

    let pages = std::arch::wasm32::memory_size(0);
    // SAFETY: what was allocated is freed, and not used between.
    unsafe { free(std::hint::black_box(malloc(RESERVE))) }
    mailbox::declare_reserve((std::arch::wasm32::memory_size(0) - pages) * PAGE);
}

/// Defines the services and runs the snippets that stand in stdin, frames: preamble, snippets. 1 if the
/// call that follows, `__kobako_eval` or `__kobako_run`, is to go on from there: it reads its own frames
/// only. 0 if a snippet failed: the outcome is there to be taken.
///
/// What it leaves is all in the memory that lies above the stack, so a copy of the memory stands for
/// the call in a new instance.
#[unsafe(export_name = "__kobako_prepare")]
extern "C" fn prepare() -> u32 {
    match invocation::prepare(state::mrb()) {
        Ok(preamble) => {
            state::prepared(preamble);
            1
        }
        Err(outcome) => {
            state::leave(outcome);
            0
        }
    }
}

/// Compiles the program that `__kobako_eval`, which is called next, is to run without reading any frame. The
/// frames are those that `__kobako_eval` would read, and 0, and what it leaves, mean the same as for
/// `__kobako_prepare`.
#[unsafe(export_name = "__kobako_compile")]
extern "C" fn compile() -> u32 {
    match invocation::compile(state::mrb()) {
        Ok(program) => {
            state::compiled(program);
            1
        }
        Err(outcome) => {
            state::leave(outcome);
            0
        }
    }
}

/// Runs the program that stands in stdin, frames: preamble, source, snippets; after `__kobako_prepare`:
/// source; after `__kobako_compile`: none.
#[unsafe(export_name = "__kobako_eval")]
extern "C" fn eval() {
    state::leave(invocation::eval(state::mrb()));
}

/// Calls the entrypoint that the envelope names; frames: preamble, snippets; after `__kobako_prepare`:
/// none.
#[unsafe(export_name = "__kobako_run")]
extern "C" fn run(pointer: u32, length: u32) {
    let envelope = Message { pointer, length };
    // A copy, for the snippets' calls of services come before it is read.
    let envelope = envelope.bytes().to_vec();
    state::leave(invocation::run(state::mrb(), &envelope));
}

/// Memory for a message of the host, 0 if there is none; the call that gets the message frees it.
#[unsafe(export_name = "__kobako_alloc")]
extern "C" fn allocate(length: u32) -> u32 {
    // SAFETY: any size may be asked for; an empty message needs a place too.
    unsafe { malloc(length.max(1) as usize) as u32 }
}

/// The outcome of the invocation.
#[unsafe(export_name = "__kobako_take_outcome")]
extern "C" fn take_outcome() -> i64 {
    let (pointer, length) = state::left();
    pack(pointer, length)
}

/// Calls the block of the innermost service call with the arguments in the message.
#[unsafe(export_name = "__kobako_yield_to_block")]
extern "C" fn yield_to_block(pointer: u32, length: u32) -> i64 {
    let arguments = Message { pointer, length };
    let (pointer, length) = state::leave(service::yield_to_block(state::mrb(), arguments.bytes()));
    pack(pointer, length)
}

/// A message in the mailbox, or in memory that `__kobako_alloc` gave.
pub struct Message {
    pub pointer: u32,
    pub length: u32,
}

impl Message {
    pub fn bytes(&self) -> &[u8] {
        if self.pointer == 0 {
            return &[];
        }
        // SAFETY: the host wrote a message of this length there.
        unsafe { slice::from_raw_parts(self.pointer as *const u8, self.length as usize) }
    }
}

impl Drop for Message {
    fn drop(&mut self) {
        if !mailbox::holds(self.pointer) {
            // SAFETY: the memory came from `malloc`, and the host gives it up with the call.
            unsafe { free(self.pointer as *mut u8) }
        }
    }
}
