//! The C functions of `guest/gems/bridge/include/kobako.h` and what it includes, declared as they are there.

use std::ffi::{c_char, c_int, c_void};
use std::slice;

use crate::compiler::Compiler;
use crate::digests::hooks::Digests;
use crate::float_text::hooks::Floats;
use crate::library::Library;
use crate::text::Text;
use crate::yaml::hooks::Yaml;

#[repr(C)]
pub struct State {
    _private: [u8; 0],
}

/// mruby's `mrb_value` without boxing.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Value {
    payload: u64,
    tag: u64,
}

impl Value {
    /// Room for a value that C fills.
    pub const EMPTY: Value = Value { payload: 0, tag: 0 };

    /// A value that needs no object.
    pub(super) fn new(tag: u64, payload: u64) -> Self {
        Value { payload, tag }
    }

    /// Where the object is that this value is: the same as long as it lives.
    pub fn address(&self) -> u32 {
        self.payload as u32
    }

    /// Whether both are the same object, or the same Symbol.
    pub fn is_same(&self, other: &Value) -> bool {
        self.is_like(other) && self.address() == other.address()
    }

    /// Whether both are of one of mruby's types.
    pub fn is_like(&self, other: &Value) -> bool {
        self.tag == other.tag
    }

    pub(super) fn tag(&self) -> u64 {
        self.tag
    }

    pub(super) fn word(&self) -> u64 {
        self.payload
    }
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
    pub const HANDLE: u32 = 11;
    pub const BIG: u32 = 12;
    pub const TIME: u32 = 13;
    pub const DATE: u32 = 14;
    pub const DATE_TIME: u32 = 15;
    pub const DECIMAL: u32 = 16;
    pub const RATIONAL: u32 = 17;
    pub const COMPLEX: u32 = 18;
    pub const RANGE: u32 = 19;
    pub const SET: u32 = 20;
    pub const RECORD: u32 = 21;
}

pub mod loaded {
    pub const RAISED: u32 = 0;
    pub const RAN: u32 = 1;
}

pub mod block {
    pub const VALUE: u32 = 0;
    pub const BREAK: u32 = 1;
    pub const RAISED: u32 = 2;
    pub const THROWN: u32 = 3;
    pub const JUMPED: u32 = 4;
}

/// What a request comes to.
pub mod answer {
    pub const VALUE: u32 = 0;
    pub const FAULT: u32 = 1;
    pub const UNSENDABLE: u32 = 2;
    pub const RERAISE: u32 = 3;
    pub const ENUMERABLE: u32 = 4;
}

#[repr(C)]
pub struct Request {
    pub path: *const u8,
    pub path_len: usize,
    pub handle: u32,
    pub method: *const u8,
    pub method_len: usize,
    pub args: *const Value,
    pub argc: usize,
    pub keywords: *const Value,
    pub block: *const Value,
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

#[repr(C)]
pub struct Magnitude {
    pub bytes: *const u8,
    pub len: u32,
    pub negative: u32,
    pub word: [u8; 8],
}

#[repr(C)]
#[derive(Default)]
pub struct Time {
    pub seconds: i64,
    pub nanoseconds: u32,
    pub offset: i32,
    pub utc: u32,
}

#[repr(C)]
#[derive(Default)]
pub struct Date {
    pub day: i64,
    pub start: f64,
    pub second: u32,
    pub nanoseconds: u32,
    pub offset: i32,
}

#[repr(C)]
pub struct Decimal {
    pub digits: *const u8,
    pub len: u32,
    pub exponent: i32,
    pub negative: u32,
    pub sign: i32,
    pub buffer: [u8; 20],
}

pub type Send = extern "C" fn(&Request, &mut Value) -> u32;
pub type EachPair = extern "C" fn(*mut c_void, *const Value, *const Value) -> c_int;

unsafe extern "C" {
    pub fn kobako_use_floats(table: &'static Floats);
    pub fn kobako_use_compiler(table: &'static Compiler);
    pub fn kobako_use_library(table: &'static Library);
    pub fn kobako_use_digests(table: &'static Digests);
    pub fn kobako_use_yaml(table: &'static Yaml);
    pub fn kobako_open(send: Send) -> *mut State;
    pub fn kobako_compile(
        mrb: *mut State,
        file: *const c_char,
        line: u16,
        source: *const u8,
        len: usize,
        out: *mut Value,
    ) -> bool;
    pub fn kobako_run(mrb: *mut State, program: *const Value, out: *mut Value) -> bool;
    pub fn kobako_leave(mrb: *mut State, well: bool, out: *mut Value) -> bool;
    pub fn kobako_run_bytecode(
        mrb: *mut State,
        code: *const u8,
        len: usize,
        out: *mut Value,
    ) -> u32;
    pub fn kobako_name_program(mrb: *mut State, file: *const c_char, out: *mut Value) -> bool;
    pub fn kobako_define_library(
        mrb: *mut State,
        file: *const c_char,
        source: *const u8,
        len: usize,
        out: *mut Value,
    ) -> bool;
    pub fn kobako_require_ahead(mrb: *mut State, feature: *const u8, len: usize) -> bool;
    pub fn kobako_read_feature(mrb: *mut State, feature: *const u8, len: usize);
    pub fn kobako_read_group(mrb: *mut State, group: *const u8, len: usize);
    pub fn kobako_view(mrb: *mut State, value: *const Value, out: *mut View);
    pub fn kobako_each_pair(mrb: *mut State, hash: *const Value, each: EachPair, data: *mut c_void);
    pub fn kobako_class_name(mrb: *mut State, value: *const Value, out: *mut Value) -> bool;
    pub fn kobako_message(mrb: *mut State, exc: *const Value, out: *mut Value) -> bool;
    pub fn kobako_raw_message(mrb: *mut State, exc: *const Value, out: *mut Value);
    pub fn kobako_exit_status(mrb: *mut State, exc: *const Value, status: &mut i64) -> bool;
    pub fn kobako_within_reach(mrb: *mut State, exc: *const Value, out: *mut Value) -> bool;
    pub fn kobako_problems(mrb: *mut State, exc: *const Value, out: *mut Value) -> bool;
    pub fn kobako_calls_under_way(mrb: *mut State, out: &mut Text);
    pub fn kobako_backtrace(mrb: *mut State, exc: *const Value, out: *mut Value) -> bool;

    pub fn kobako_nil(out: *mut Value);
    pub fn kobako_bool(value: bool, out: *mut Value);
    pub fn kobako_int(value: i64, out: *mut Value);
    pub fn kobako_float(value: f64, out: *mut Value);
    pub fn kobako_uint(mrb: *mut State, value: u64, out: *mut Value) -> bool;
    pub fn kobako_string(
        mrb: *mut State,
        bytes: *const u8,
        len: usize,
        binary: bool,
        out: *mut Value,
    ) -> bool;
    pub fn kobako_symbol(mrb: *mut State, name: *const u8, len: usize, out: *mut Value) -> bool;
    pub fn kobako_handle(mrb: *mut State, id: u32, asked: u8, out: *mut Value) -> bool;
    pub fn kobako_magnitude_of(value: *const Value, out: *mut Magnitude) -> bool;
    pub fn kobako_time_of(mrb: *mut State, value: *const Value, out: *mut Time) -> bool;
    pub fn kobako_date_of(mrb: *mut State, value: *const Value, out: *mut Date) -> bool;
    pub fn kobako_decimal_of(mrb: *mut State, value: *const Value, out: *mut Decimal) -> bool;
    pub fn kobako_parts_of(
        mrb: *mut State,
        value: *const Value,
        one: *mut Value,
        two: *mut Value,
    ) -> bool;
    pub fn kobako_excludes_end(mrb: *mut State, range: *const Value) -> bool;
    pub fn kobako_members_of(mrb: *mut State, set: *const Value, hash: *mut Value) -> bool;
    pub fn kobako_record_of(
        mrb: *mut State,
        record: *const Value,
        names: *mut Value,
        values: *mut *const Value,
    ) -> bool;
    pub fn kobako_integer(
        mrb: *mut State,
        negative: bool,
        bytes: *const u8,
        len: usize,
        out: *mut Value,
    ) -> bool;
    pub fn kobako_time(mrb: *mut State, time: *const Time, out: *mut Value) -> bool;
    pub fn kobako_date(
        mrb: *mut State,
        with_time: bool,
        date: *const Date,
        out: *mut Value,
    ) -> bool;
    pub fn kobako_decimal(
        mrb: *mut State,
        negative: bool,
        digits: *const u8,
        len: usize,
        exponent: i32,
        out: *mut Value,
    ) -> bool;
    pub fn kobako_special_decimal(mrb: *mut State, sign: i32, out: *mut Value) -> bool;
    pub fn kobako_rational(
        mrb: *mut State,
        numerator: *const Value,
        denominator: *const Value,
        out: *mut Value,
    ) -> bool;
    pub fn kobako_complex(
        mrb: *mut State,
        real: *const Value,
        imaginary: *const Value,
        out: *mut Value,
    ) -> bool;
    pub fn kobako_range(
        mrb: *mut State,
        begin: *const Value,
        end: *const Value,
        exclude_end: bool,
        out: *mut Value,
    ) -> bool;
    pub fn kobako_set(mrb: *mut State, hash: *const Value, out: *mut Value) -> bool;
    pub fn kobako_array(mrb: *mut State, capacity: usize, out: *mut Value) -> bool;
    pub fn kobako_hash(mrb: *mut State, capacity: usize, out: *mut Value) -> bool;
    /// mruby's own. It raises if the array is frozen, or has to grow and cannot.
    pub fn mrb_ary_push(mrb: *mut State, array: Value, element: Value);
    pub fn kobako_push(mrb: *mut State, array: *const Value, element: *const Value) -> bool;
    pub fn kobako_store(
        mrb: *mut State,
        hash: *const Value,
        key: *const Value,
        value: *const Value,
    ) -> bool;
    pub fn kobako_error(
        mrb: *mut State,
        class: *const u8,
        class_len: usize,
        message: *const u8,
        message_len: usize,
        out: *mut Value,
    ) -> bool;
    pub fn kobako_keep(mrb: *mut State, value: *const Value);
    pub fn kobako_mark(mrb: *mut State) -> c_int;
    pub fn kobako_release(mrb: *mut State, mark: c_int);
    pub fn kobako_root(mrb: *mut State, index: usize, value: *const Value) -> bool;
    pub fn kobako_bind(
        mrb: *mut State,
        namespace: *const u8,
        namespace_len: usize,
        member: *const u8,
        member_len: usize,
        value: *const Value,
        shadow: bool,
        out: *mut Value,
    ) -> bool;
    pub fn kobako_constant(mrb: *mut State, name: *const u8, len: usize, out: *mut Value) -> bool;
    pub fn kobako_new_constants(mrb: *mut State, out: *mut Value) -> bool;
    pub fn kobako_responds_to_call(mrb: *mut State, object: *const Value) -> bool;
    pub fn kobako_call(
        mrb: *mut State,
        object: *const Value,
        args: *const Value,
        out: *mut Value,
    ) -> bool;
    pub fn kobako_yield(
        mrb: *mut State,
        block: *const Value,
        args: *const Value,
        out: *mut Value,
    ) -> u32;
    pub fn kobako_service_answers(mrb: *mut State, name: *const u8, len: usize) -> bool;
    pub fn kobako_service_error(
        mrb: *mut State,
        exc: *const Value,
        details: *mut Value,
        message: *mut Value,
    ) -> bool;
}

/// # Safety
/// `start` points to `len` items that stay in place for `'a`, unless `len` is 0.
pub unsafe fn items<'a, T>(start: *const T, len: usize) -> &'a [T] {
    if len == 0 {
        return &[];
    }
    // SAFETY: by the contract above.
    unsafe { slice::from_raw_parts(start, len) }
}
