//! The exports that the host calls, and the state between two of them.

use std::alloc::{Layout, alloc};
use std::cell::RefCell;

use crate::invocation;
use crate::mrb::Mrb;
use crate::packed::pack;
use crate::panic_record;
use kobako_wire::envelope::YieldResponse;

struct Guest {
    mrb: Option<Mrb>,
    outcome: Vec<u8>,
}

thread_local! {
    static GUEST: RefCell<Guest> = const { RefCell::new(Guest { mrb: None, outcome: Vec::new() }) };
}

/// Boots the interpreter. Called once, when the module is baked.
#[unsafe(export_name = "__kobako_boot")]
extern "C" fn boot() {
    let mrb = Mrb::open().expect("the interpreter boots");
    GUEST.with_borrow_mut(|guest| guest.mrb = Some(mrb));
}

/// Runs the program that stands in stdin.
#[unsafe(export_name = "__kobako_eval")]
extern "C" fn eval() {
    let mrb = GUEST
        .with_borrow(|guest| guest.mrb)
        .expect("the module is baked");
    let outcome = invocation::eval(mrb);
    GUEST.with_borrow_mut(|guest| guest.outcome = outcome);
}

/// Calls the entrypoint that the envelope at `pointer` names.
#[unsafe(export_name = "__kobako_run")]
extern "C" fn run(_pointer: u32, _length: u32) {
    let outcome = panic_record::encode(panic_record::failure("this guest has no entrypoints"));
    GUEST.with_borrow_mut(|guest| guest.outcome = outcome);
}

/// Calls the block of the service call that is under way; its arguments are at `pointer`.
#[unsafe(export_name = "__kobako_yield_to_block")]
extern "C" fn yield_to_block(_pointer: u32, _length: u32) -> i64 {
    let response = YieldResponse::Error {
        class: "LocalJumpError".to_owned(),
        message: "no service call with a block is under way".to_owned(),
        backtrace: Vec::new(),
    };
    let outcome = response.encode().expect("a short record fits");
    GUEST.with_borrow_mut(|guest| {
        guest.outcome = outcome;
        pack(guest.outcome.as_ptr() as u32, guest.outcome.len() as u32)
    })
}

/// Memory for `length` bytes of the host, 0 if there is none.
#[unsafe(export_name = "__kobako_alloc")]
extern "C" fn allocate(length: u32) -> u32 {
    match Layout::from_size_align(length.max(1) as usize, 8) {
        // SAFETY: the layout is not empty.
        Ok(layout) => unsafe { alloc(layout) as u32 },
        Err(_) => 0,
    }
}

/// The outcome of the invocation; valid until the next call.
#[unsafe(export_name = "__kobako_take_outcome")]
extern "C" fn take_outcome() -> i64 {
    GUEST.with_borrow(|guest| pack(guest.outcome.as_ptr() as u32, guest.outcome.len() as u32))
}
