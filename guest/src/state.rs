//! What lives between two calls of the host: the interpreter, the outcome, the calls under way.

use std::cell::RefCell;
use std::mem;

use kobako_wire::envelope::Preamble;

use crate::mrb::{Mrb, Program, Value};

/// Bytes of a buffer that is worth its memory.
const MAX_SPARE: usize = 64 << 10;

struct State {
    mrb: Option<Mrb>,
    prepared: Option<Preamble>,
    program: Option<Program>,
    output: Vec<u8>,
    spare: Vec<u8>,
    calls: Vec<Call>,
}

impl State {
    fn reuse(&mut self, buffer: Vec<u8>) {
        if buffer.capacity() <= MAX_SPARE {
            self.spare = buffer;
        }
    }
}

/// A service call that waits for its answer.
#[derive(Clone, Copy)]
pub struct Call {
    pub block: Option<Value>,
    /// The exception that the block raised last.
    pub raised: Option<Value>,
}

thread_local! {
    static STATE: RefCell<State> =
        const { RefCell::new(State {
            mrb: None,
            prepared: None,
            program: None,
            output: Vec::new(),
            spare: Vec::new(),
            calls: Vec::new(),
        }) };
}

pub fn boot(mrb: Mrb) {
    STATE.with_borrow_mut(|state| state.mrb = Some(mrb));
}

/// The interpreter, which the baked module has.
pub fn mrb() -> Mrb {
    STATE
        .with_borrow(|state| state.mrb)
        .expect("the module is baked")
}

/// The services are defined and the snippets have run.
pub fn prepared(preamble: Preamble) {
    STATE.with_borrow_mut(|state| state.prepared = Some(preamble));
}

/// The services that are defined, if the snippets have run.
pub fn preamble() -> Option<Preamble> {
    STATE.with_borrow_mut(|state| state.prepared.take())
}

/// The program is compiled that is to run.
pub fn compiled(program: Program) {
    STATE.with_borrow_mut(|state| state.program = Some(program));
}

/// The program that is to run, if it is compiled.
pub fn program() -> Option<Program> {
    STATE.with_borrow_mut(|state| state.program.take())
}

/// Keeps bytes for the host to read; the pointer and the length stay valid until the next time.
pub fn leave(output: Vec<u8>) -> (u32, u32) {
    STATE.with_borrow_mut(|state| {
        let old = mem::replace(&mut state.output, output);
        state.reuse(old);
        (state.output.as_ptr() as u32, state.output.len() as u32)
    })
}

/// Where the bytes that were left last are.
pub fn left() -> (u32, u32) {
    STATE.with_borrow(|state| (state.output.as_ptr() as u32, state.output.len() as u32))
}

/// An empty buffer to write a message in.
pub fn buffer() -> Vec<u8> {
    let mut buffer = STATE.with_borrow_mut(|state| mem::take(&mut state.spare));
    buffer.clear();
    buffer
}

/// Gives a buffer back for the next message, unless it is large.
pub fn reuse(buffer: Vec<u8>) {
    STATE.with_borrow_mut(|state| state.reuse(buffer));
}

pub fn begin_call(block: Option<Value>) {
    STATE.with_borrow_mut(|state| {
        state.calls.push(Call {
            block,
            raised: None,
        })
    });
}

/// The innermost call, which has its answer.
pub fn end_call() -> Call {
    STATE
        .with_borrow_mut(|state| state.calls.pop())
        .expect("a call is under way")
}

/// The block of the innermost call.
pub fn block() -> Option<Value> {
    STATE.with_borrow(|state| state.calls.last().and_then(|call| call.block))
}

pub fn block_raised(exception: Value) {
    STATE.with_borrow_mut(|state| {
        if let Some(call) = state.calls.last_mut() {
            call.raised = Some(exception);
        }
    });
}
