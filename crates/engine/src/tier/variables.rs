//! Instance variables of objects that have a shape.

use wasm_encoder::ValType;

use super::{
    emitter::{Emitter, Label, at, at2},
    objects::{FROZEN, guard_writable},
    values::{Value, tt},
};

/// Flag of an object's header: its variables have a shape.
const SHAPED: i32 = 1 << (5 + 12);
/// Instance variables of an object that are looked through.
const MAX_VARIABLES: u32 = 8;

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
    guard_writable(emitter, object, FROZEN, value);
    let place = variable(emitter, object, name);
    emitter.store(place, 0, value);
}
