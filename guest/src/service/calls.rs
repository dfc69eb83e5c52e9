//! The calls of services that wait for their answers.

use std::cell::RefCell;

use crate::mrb::Value;

/// A call that waits.
#[derive(Clone, Copy)]
pub struct Call {
    pub block: Option<Value>,
    /// The exception that the block raised last.
    pub raised: Option<Value>,
    /// How the block jumped to a method beyond this call, which ends as by a `break`.
    pub jumped: Option<Value>,
}

thread_local! {
    static CALLS: RefCell<Vec<Call>> = const { RefCell::new(Vec::new()) };
}

/// Begins the innermost call.
pub fn begin(block: Option<Value>) {
    let call = Call {
        block,
        raised: None,
        jumped: None,
    };
    CALLS.with_borrow_mut(|calls| calls.push(call));
}

/// The innermost call, which has its answer.
pub fn end() -> Call {
    CALLS
        .with_borrow_mut(Vec::pop)
        .expect("a call is under way")
}

/// The block of the innermost call.
pub fn block() -> Option<Value> {
    CALLS.with_borrow(|calls| calls.last().and_then(|call| call.block))
}

/// Notes that the block of the innermost call jumped beyond it.
pub fn block_jumped(jump: Value) {
    CALLS.with_borrow_mut(|calls| {
        if let Some(call) = calls.last_mut() {
            call.jumped = Some(jump);
        }
    });
}

/// Notes what the block of the innermost call raised.
pub fn block_raised(exception: Value) {
    CALLS.with_borrow_mut(|calls| {
        if let Some(call) = calls.last_mut() {
            call.raised = Some(exception);
        }
    });
}
