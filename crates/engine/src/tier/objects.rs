//! Elements of arrays, instance variables, and the variables of what is around a block.

use wasm_encoder::ValType;

use super::{
    emitter::{Emitter, FRAME, Label, at, at2},
    values::{Value, tt},
};

/// Flags of an object's header, which stand in its word at 4.
const FROZEN: i32 = 1 << 11;
const COLOR: i32 = 7 << 8;
const BLACK: i32 = 4 << 8;
const SHAPED: i32 = 1 << (5 + 12);
/// Of an array that shares its elements.
const SHARED: i32 = 256 << 12;
/// Of a proc whose `e` is an environment.
pub const WITH_ENV: i32 = 1024 << 12;

/// Frames around a block that are looked into.
const MAX_OUT: u32 = 3;
/// Instance variables of an object that are looked through.
const MAX_VARIABLES: u32 = 8;

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
    let (_, header) = locals;
    emitter
        .code()
        .local_get(header)
        .i32_const(12)
        .i32_shr_u()
        .i32_const(255)
        .i32_and();
    emitter.code().i32_const(number.cast_signed()).i32_le_u();
    emitter.exit_if();
    Some(locals)
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
    emitter.code().local_get(array).i32_load(at(16));
    emitter.push_pointer(index);
    emitter.code().i32_const(4).i32_shl().i32_add();
}

pub fn get_element(emitter: &mut Emitter, a: u32) {
    let (receiver, index) = (emitter.get(a), emitter.get(a + 1));
    let array = array(emitter, receiver, true);
    let index = emitter.guard(index, tt::INTEGER);
    push_place(emitter, array, index);
    let value = emitter.load(0);
    emitter.set(a, value);
}

/// R[a] = R[b][index]
pub fn get_constant_element(emitter: &mut Emitter, a: u32, b: u32, index: u32, plain: bool) {
    let receiver = emitter.get(b);
    let array = array(emitter, receiver, plain);
    push_place(emitter, array, Value::integer(index.into()));
    let value = emitter.load(0);
    emitter.set(a, value);
}

pub fn set_element(emitter: &mut Emitter, a: u32) {
    let (receiver, index, value) = (emitter.get(a), emitter.get(a + 1), emitter.get(a + 2));
    let array = array(emitter, receiver, true);
    let index = emitter.guard(index, tt::INTEGER);
    emitter.code().local_get(array).i32_load(at(4));
    let header = emitter.keep(ValType::I32);
    emitter
        .code()
        .local_get(header)
        .i32_const(FROZEN | SHARED)
        .i32_and();
    emitter.exit_if();
    exit_if_told(emitter, header, value);
    push_place(emitter, array, index);
    let place = emitter.keep(ValType::I32);
    emitter.store(place, 0, value);
    emitter.set(a, value);
}

/// Appends a value to an Array with room for it; leaves at others.
pub fn append(emitter: &mut Emitter, receiver: Value, value: Value) {
    emitter.push_pointer(receiver);
    let array = emitter.keep(ValType::I32);
    emitter.code().local_get(array).i32_load(at(4));
    let header = emitter.keep(ValType::I32);
    emitter
        .code()
        .local_get(header)
        .i32_const(FROZEN | SHARED)
        .i32_and();
    emitter.exit_if();
    exit_if_told(emitter, header, value);
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

/// The name of an instance variable.
#[derive(Clone, Copy)]
pub enum Name {
    Constant(u32),
    Local(u32),
}

/// A local with the place of an instance variable of an object; leaves if it has none of this name.
pub fn variable(emitter: &mut Emitter, object: u32, name: Name) -> u32 {
    let (table, shape, place) = (
        emitter.local(ValType::I32),
        emitter.local(ValType::I32),
        emitter.local(ValType::I32),
    );
    emitter
        .code()
        .local_get(object)
        .i32_load(at(4))
        .i32_const(SHAPED)
        .i32_and();
    emitter.exit_unless();
    emitter
        .code()
        .local_get(object)
        .i32_load(at(8))
        .local_tee(table);
    emitter.exit_unless();
    emitter
        .code()
        .local_get(table)
        .i32_load(at(0))
        .local_set(shape);
    emitter.begin(Label::Other);
    for _ in 0..MAX_VARIABLES {
        emitter.code().local_get(shape).i32_load16_u(at2(16));
        emitter.exit_unless();
        emitter.code().local_get(shape).i32_load(at(12));
        match name {
            Name::Constant(symbol) => emitter.code().i32_const(symbol.cast_signed()),
            Name::Local(local) => emitter.code().local_get(local),
        };
        emitter.code().i32_eq().br_if(0);
        emitter
            .code()
            .local_get(shape)
            .i32_load(at(0))
            .local_set(shape);
    }
    emitter.exit();
    emitter.end();
    emitter
        .code()
        .local_get(shape)
        .i32_load16_u(at2(16))
        .i32_const(4)
        .i32_shl();
    // the first of the values is that of count 1
    emitter
        .code()
        .local_get(table)
        .i32_add()
        .i32_const(8 - 16)
        .i32_add()
        .local_set(place);
    emitter
        .code()
        .local_get(place)
        .i32_load(at(8))
        .i32_const(3)
        .i32_eq();
    emitter.exit_if();
    place
}

fn own(emitter: &mut Emitter) -> u32 {
    let own = emitter.get(0);
    let own = emitter.guard(own, tt::OBJECT);
    emitter.push_pointer(own);
    emitter.keep(ValType::I32)
}

pub fn get_variable(emitter: &mut Emitter, a: u32, b: u32) {
    let Some(&name) = emitter.irep.symbols.get(b as usize) else {
        return emitter.exit();
    };
    let object = own(emitter);
    let place = variable(emitter, object, Name::Constant(name));
    emitter.code().local_get(place);
    let value = emitter.load(0);
    emitter.set(a, value);
}

pub fn set_variable(emitter: &mut Emitter, a: u32, b: u32) {
    let Some(&name) = emitter.irep.symbols.get(b as usize) else {
        return emitter.exit();
    };
    let value = emitter.get(a);
    let object = own(emitter);
    write_variable(emitter, object, Name::Constant(name), value);
}

/// Sets an instance variable that an object has; leaves if it has none of this name.
pub fn write_variable(emitter: &mut Emitter, object: u32, name: Name, value: Value) {
    emitter.code().local_get(object).i32_load(at(4));
    let header = emitter.keep(ValType::I32);
    emitter.code().local_get(header).i32_const(FROZEN).i32_and();
    emitter.exit_if();
    exit_if_told(emitter, header, value);
    let place = variable(emitter, object, name);
    emitter.store(place, 0, value);
}
