//! Elements of arrays, and the variables of what is around a block.

use wasm_encoder::ValType;

use super::{
    emitter::{Emitter, FRAME, at, at8},
    steps,
    values::{Bits, Type, Value, tt},
};

/// Flags of an object's header, which stand in its word at 4.
pub const FROZEN: i32 = 1 << 11;
const COLOR: i32 = 7 << 8;
const BLACK: i32 = 4 << 8;
/// Of an array that shares its elements.
const SHARED: i32 = 256 << 12;
/// Of a proc whose `e` is an environment.
pub const WITH_ENV: i32 = 1024 << 12;

/// Frames around a block that are looked into.
pub const MAX_OUT: u32 = 3;

/// Pushes the environment of the frame that is `out` around this one; leaves if it has none.
pub fn push_environment(emitter: &mut Emitter, out: u32) {
    let proc = emitter.local(ValType::I32);
    emitter
        .code()
        .local_get(FRAME)
        .i32_load(at(8))
        .local_set(proc);
    for _ in 0..out {
        emitter
            .code()
            .local_get(proc)
            .i32_load(at(12))
            .local_tee(proc);
        emitter.exit_unless();
    }
    emitter
        .code()
        .local_get(proc)
        .i32_load(at(4))
        .i32_const(WITH_ENV)
        .i32_and();
    emitter.exit_unless();
    emitter
        .code()
        .local_get(proc)
        .i32_load(at(16))
        .local_tee(proc);
    emitter.exit_unless();
    emitter.code().local_get(proc);
}

/// Locals with the variables that are `out` around this block, and with the header of what holds them; leaves if the
/// one with this number is not there.
fn around(emitter: &mut Emitter, out: u32, number: u32) -> Option<(u32, u32)> {
    if out >= MAX_OUT {
        emitter.exit();
        return None;
    }
    let locals = match emitter.state.around.get(&out) {
        Some(&locals) => locals,
        None => {
            push_environment(emitter, out);
            let environment = emitter.keep(ValType::I32);
            emitter.code().local_get(environment).i32_load(at(8));
            let stack = emitter.keep(ValType::I32);
            emitter.code().local_get(environment).i32_load(at(4));
            let header = emitter.keep(ValType::I32);
            emitter.state.around.insert(out, (stack, header));
            (stack, header)
        }
    };
    exit_unless_held(emitter, locals.1, number);
    Some(locals)
}

/// Leaves if the environment with this header has not so many variables that the one with this number is there.
pub fn exit_unless_held(emitter: &mut Emitter, header: u32, number: u32) {
    emitter
        .code()
        .local_get(header)
        .i32_const(12)
        .i32_shr_u()
        .i32_const(255)
        .i32_and();
    emitter.code().i32_const(number.cast_signed()).i32_le_u();
    emitter.exit_if();
}

pub fn get_outer(emitter: &mut Emitter, a: u32, number: u32, out: u32) {
    if let Some((stack, _)) = around(emitter, out, number) {
        emitter.code().local_get(stack);
        let value = emitter.load(number * 16);
        emitter.set(a, value);
    }
}

pub fn set_outer(emitter: &mut Emitter, a: u32, number: u32, out: u32) {
    let value = emitter.get(a);
    if let Some((stack, header)) = around(emitter, out, number) {
        exit_if_told(emitter, header, value);
        emitter.store(stack, number * 16, value);
    }
}

/// Leaves if the collector has to be told that the object with this header gets this value.
fn exit_if_told(emitter: &mut Emitter, header: u32, value: Value) {
    if value.is_immediate() {
        return;
    }
    emitter
        .code()
        .local_get(header)
        .i32_const(COLOR)
        .i32_and()
        .i32_const(BLACK)
        .i32_eq();
    emitter.push_type(value);
    emitter
        .code()
        .i32_const(tt::CPTR as i32)
        .i32_gt_u()
        .i32_and();
    emitter.exit_if();
}

/// Leaves unless an object without these flags may get a value just so.
pub fn guard_writable(emitter: &mut Emitter, object: u32, flags: i32, value: Value) {
    emitter.code().local_get(object).i32_load(at(4));
    let header = emitter.keep(ValType::I32);
    emitter.code().local_get(header).i32_const(flags).i32_and();
    emitter.exit_if();
    exit_if_told(emitter, header, value);
}

/// A local with an Array; leaves at what is none, and at subclasses.
fn array(emitter: &mut Emitter, value: Value, plain: bool) -> u32 {
    let value = emitter.guard(value, tt::ARRAY);
    emitter.push_pointer(value);
    let array = emitter.keep(ValType::I32);
    if plain {
        let class = emitter.unit.classes.array.cast_signed();
        emitter
            .code()
            .local_get(array)
            .i32_load(at(0))
            .i32_const(class)
            .i32_ne();
        emitter.exit_if();
    }
    array
}

/// Pushes the place of an element that is there; leaves at others.
fn push_place(emitter: &mut Emitter, array: u32, index: Value) {
    emitter.push_bits(index);
    emitter
        .code()
        .local_get(array)
        .i32_load(at(8))
        .i64_extend_i32_u()
        .i64_ge_u();
    emitter.exit_if();
    push_element(emitter, array, index);
}

fn push_element(emitter: &mut Emitter, array: u32, index: Value) {
    emitter.code().local_get(array).i32_load(at(16));
    emitter.push_pointer(index);
    emitter.code().i32_const(4).i32_shl().i32_add();
}

/// R[a] = R[a][R[a + 1]]; what is no element of an Array the guest looks for.
pub fn get_element(emitter: &mut Emitter, a: u32, next: usize) {
    let (receiver, index) = (emitter.get(a), emitter.get(a + 1));
    steps::plain_or_step(emitter, a, next, |emitter| {
        let array = array(emitter, receiver, true);
        let index = emitter.guard(index, tt::INTEGER);
        push_place(emitter, array, index);
        emitter.load(0)
    });
}

/// R[a] = R[b][index]
pub fn get_constant_element(emitter: &mut Emitter, a: u32, b: u32, index: u32, plain: bool) {
    let receiver = emitter.get(b);
    let array = array(emitter, receiver, plain);
    push_place(emitter, array, Value::integer(index.into()));
    let value = emitter.load(0);
    emitter.set(a, value);
}

/// A local with the length of an Array, or with an Integer; leaves at others.
pub fn length_or_integer(emitter: &mut Emitter, all: Value) -> u32 {
    let length = emitter.local(ValType::I64);
    emitter.push_is(all, tt::ARRAY);
    emitter.begin_if();
    emitter.push_pointer(all);
    emitter
        .code()
        .i32_load(at(8))
        .i64_extend_i32_u()
        .local_set(length);
    emitter.or_else();
    emitter.push_is(all, tt::INTEGER);
    emitter.exit_unless();
    emitter.push_bits(all);
    emitter.code().local_set(length);
    emitter.end();
    length
}

/// R[a + 2] = the element of an Array at this index, or else the index, and R[a + 1] the index after it
pub fn next_item(emitter: &mut Emitter, a: u32, all: Value, index: Value) {
    let (bits, ty) = (emitter.local(ValType::I64), emitter.local(ValType::I32));
    emitter.push_is(all, tt::ARRAY);
    emitter.begin_if();
    emitter.push_pointer(all);
    let array = emitter.keep(ValType::I32);
    push_element(emitter, array, index);
    let place = emitter.keep(ValType::I32);
    emitter
        .code()
        .local_get(place)
        .i64_load(at8(0))
        .local_set(bits)
        .local_get(place)
        .i32_load(at(8))
        .local_set(ty);
    emitter.or_else();
    emitter.push_bits(index);
    emitter
        .code()
        .local_set(bits)
        .i32_const(tt::INTEGER as i32)
        .local_set(ty);
    emitter.end();
    let next = emitter.local(ValType::I64);
    emitter.push_bits(index);
    emitter.code().i64_const(1).i64_add().local_set(next);
    for (number, tt, bits) in [
        (a + 1, Type::Known(tt::INTEGER), next),
        (a + 2, Type::Local(ty), bits),
    ] {
        let bits = Bits::Local(bits);
        emitter.set(number, Value { tt, bits });
    }
}

/// R[a] = R[a][R[a + 1]] = R[a + 2]; the guest sets what is not there in an Array.
pub fn set_element(emitter: &mut Emitter, a: u32, next: usize) {
    let (receiver, index, value) = (emitter.get(a), emitter.get(a + 1), emitter.get(a + 2));
    steps::plain_or_step(emitter, a, next, |emitter| {
        let array = array(emitter, receiver, true);
        let index = emitter.guard(index, tt::INTEGER);
        guard_writable(emitter, array, FROZEN | SHARED, value);
        push_place(emitter, array, index);
        let place = emitter.keep(ValType::I32);
        emitter.store(place, 0, value);
        value
    });
    emitter.set(a, value);
}

/// Appends a value to an Array with room for it; leaves at others.
pub fn append(emitter: &mut Emitter, receiver: Value, value: Value) {
    emitter.push_pointer(receiver);
    let array = emitter.keep(ValType::I32);
    guard_writable(emitter, array, FROZEN | SHARED, value);
    emitter.code().local_get(array).i32_load(at(8));
    let length = emitter.keep(ValType::I32);
    emitter
        .code()
        .local_get(length)
        .local_get(array)
        .i32_load(at(12))
        .i32_ge_s();
    emitter.exit_if();
    emitter
        .code()
        .local_get(array)
        .i32_load(at(16))
        .local_get(length)
        .i32_const(4)
        .i32_shl()
        .i32_add();
    let place = emitter.keep(ValType::I32);
    emitter.store(place, 0, value);
    emitter
        .code()
        .local_get(array)
        .local_get(length)
        .i32_const(1)
        .i32_add()
        .i32_store(at(8));
}

/// The bytes of what a place kept, and how many such are at hand (`guest/gems/interpreter/src/once.h`).
const KEPT: u32 = 24;
const AT_HAND: u32 = 64;

/// R[a] = what the place b of the routine kept; leaves if that is not at hand.
pub fn kept(emitter: &mut Emitter, a: u32, b: u32) {
    let place = emitter.irep.pc(b as usize);
    let offset = (place ^ place >> 6) % AT_HAND * KEPT;
    let mrb = emitter.unit.mrb.cast_signed();
    emitter.code().i32_const(mrb).i32_load(at(100));
    let table = emitter.keep(ValType::I32);
    emitter.code().local_get(table);
    emitter.exit_unless();
    emitter
        .code()
        .local_get(table)
        .i32_load(at(offset))
        .i32_const(place.cast_signed())
        .i32_ne();
    emitter.exit_if();
    emitter.code().local_get(table);
    let value = emitter.load(offset + 8);
    emitter.set(a, value);
}
