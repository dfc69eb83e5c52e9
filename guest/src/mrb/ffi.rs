//! The C functions of `guest/mruby/kobako/include/kobako.h`, declared as they are there.

use std::ffi::{c_char, c_int, c_void};

#[repr(C)]
pub struct State {
    _private: [u8; 0],
}

/// mruby's `mrb_value` without boxing.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Value {
    payload: u64,
    tag: u32,
}

impl Value {
    /// Room for a value that C fills.
    pub const EMPTY: Value = Value { payload: 0, tag: 0 };
}

pub mod kind {
    pub const NIL: u32 = 0;
    pub const FALSE: u32 = 1;
    pub const TRUE: u32 = 2;
    pub const INT: u32 = 3;
    pub const UINT: u32 = 4;
    pub const FLOAT: u32 = 5;
    pub const STR: u32 = 6;
    pub const BIN: u32 = 7;
    pub const SYMBOL: u32 = 8;
    pub const ARRAY: u32 = 9;
    pub const HASH: u32 = 10;
    pub const BIG: u32 = 11;
}

pub mod loaded {
    pub const RAISED: u32 = 0;
    pub const RAN: u32 = 1;
}

#[repr(C)]
#[derive(Clone, Copy)]
pub union Payload {
    pub int: i64,
    pub float: f64,
    pub bytes: *const u8,
    pub elements: *const Value,
}

#[repr(C)]
pub struct View {
    pub kind: u32,
    pub len: u32,
    pub payload: Payload,
}

pub type EachPair = extern "C" fn(*mut c_void, *const Value, *const Value) -> c_int;

unsafe extern "C" {
    pub fn kobako_open() -> *mut State;
    pub fn kobako_run(
        mrb: *mut State,
        file: *const c_char,
        source: *const u8,
        len: usize,
        out: *mut Value,
    ) -> bool;
    pub fn kobako_run_bytecode(
        mrb: *mut State,
        code: *const u8,
        len: usize,
        out: *mut Value,
    ) -> u32;
    pub fn kobako_view(mrb: *mut State, value: *const Value, out: *mut View);
    pub fn kobako_each_pair(mrb: *mut State, hash: *const Value, each: EachPair, data: *mut c_void);
    pub fn kobako_class_name(mrb: *mut State, value: *const Value, out: *mut Value) -> bool;
    pub fn kobako_message(mrb: *mut State, exc: *const Value, out: *mut Value) -> bool;
    pub fn kobako_raw_message(mrb: *mut State, exc: *const Value, out: *mut Value);
    pub fn kobako_backtrace(mrb: *mut State, exc: *const Value, out: *mut Value) -> bool;
}
