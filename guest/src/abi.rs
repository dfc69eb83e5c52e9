//! The exports that the host calls.

use kobako_wire::{abi, abi_name};

use crate::messages::{self, Message, mailbox};
use crate::mrb::Mrb;
use crate::{invocation, service};

/// Boots the interpreter. Called once, when the module is baked.
#[unsafe(export_name = abi_name!(BOOT))]
extern "C" fn boot() {
    Mrb::boot(service::answer).expect("the interpreter boots");
    mailbox::reserve();
}

/// Defines the services and runs the snippets that stand in stdin, frames: preamble, snippets. 1 if the
/// call that follows, `eval` or `run`, is to go on from there: it reads its own frames only. 0 if a snippet
/// failed: the outcome is there to be taken.
///
/// What it leaves is all in the memory that lies above the stack, so a copy of the memory stands for
/// the call in a new instance.
#[unsafe(export_name = abi_name!(PREPARE))]
extern "C" fn prepare() -> u32 {
    is_ready(invocation::prepare(Mrb::booted()))
}

/// Compiles the program that `eval`, which is called next, is to run without reading any frame. The frames
/// are those that `eval` would read, and 0, and what it leaves, mean the same as for `prepare`.
#[unsafe(export_name = abi_name!(COMPILE))]
extern "C" fn compile() -> u32 {
    is_ready(invocation::compile(Mrb::booted()))
}

/// Binds what this invocation alone has, as the preamble in the message says; after `prepare` or `compile`. 1 or 0 as
/// for `prepare`.
#[unsafe(export_name = abi_name!(BIND))]
extern "C" fn bind(pointer: u32, length: u32) -> u32 {
    let preamble = Message::new(pointer, length);
    is_ready(invocation::bind(Mrb::booted(), preamble.bytes()))
}

/// Runs the program that stands in stdin, frames: preamble, source, snippets; after `prepare`: source;
/// after `compile`: none.
#[unsafe(export_name = abi_name!(EVAL))]
extern "C" fn eval() {
    messages::leave(invocation::eval(Mrb::booted()));
}

/// Calls the entrypoint that the envelope names; frames: preamble, snippets; after `prepare`: none.
#[unsafe(export_name = abi_name!(RUN))]
extern "C" fn run(pointer: u32, length: u32) {
    // A copy, for the snippets' calls of services come before it is read.
    let envelope = Message::new(pointer, length).bytes().to_vec();
    messages::leave(invocation::run(Mrb::booted(), &envelope));
}

/// Memory for a message of the host, 0 if there is none; the call that gets the message frees it.
#[unsafe(export_name = abi_name!(ALLOC))]
extern "C" fn allocate(length: u32) -> u32 {
    messages::allocate(length)
}

/// The outcome of the invocation.
#[unsafe(export_name = abi_name!(TAKE_OUTCOME))]
extern "C" fn take_outcome() -> i64 {
    let (pointer, length) = messages::left();
    abi::pack(pointer, length)
}

/// Calls the block of the innermost service call with the arguments in the message.
#[unsafe(export_name = abi_name!(YIELD_TO_BLOCK))]
extern "C" fn yield_to_block(pointer: u32, length: u32) -> i64 {
    let arguments = Message::new(pointer, length);
    let response = service::yield_to_block(Mrb::booted(), arguments.bytes());
    let (pointer, length) = messages::leave(response);
    abi::pack(pointer, length)
}

fn is_ready(result: Result<(), Vec<u8>>) -> u32 {
    match result {
        Ok(()) => 1,
        Err(outcome) => {
            messages::leave(outcome);
            0
        }
    }
}
