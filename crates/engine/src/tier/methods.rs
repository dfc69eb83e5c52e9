//! Methods that are looked up in the guest's cache of them, and those that read or write instance variables.

use wasm_encoder::ValType;

use super::{
    emitter::{Emitter, at},
    objects, steps,
    values::{Type, Value, tt},
    variables::{self, Name},
};

/// What `MRB_METHOD_PLACE_BY` multiplies by, and which bits of the product are the two places.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;
const PLACES: [i64; 2] = [56, 48];
const SIZE: i64 = 256;

/// Flags of a method: one of C, one whose name refinements have, one that not all may call, and what it is known as.
pub const FUNCTION: i32 = 1 << 24;
pub const VISIBILITY: i32 = 3 << 25;
pub const REFINED: i32 = 1 << 27;
pub const KNOWN: u32 = 28;

/// Flags of a proc: one of C, an alias.
pub const NATIVE: i32 = 128 << 12;
pub const ALIAS: i32 = 8192 << 12;

/// A local with the entry of the cache of methods for this class; leaves if that has none which may be called.
pub fn cached(emitter: &mut Emitter, class: u32, name: u32, own: bool) -> u32 {
    let entry = cached_any(emitter, class, name);
    let forbidden = REFINED | FUNCTION | if own { 0 } else { VISIBILITY };
    emitter
        .code()
        .local_get(entry)
        .i32_load(at(12))
        .i32_const(forbidden)
        .i32_and();
    emitter.exit_if();
    entry
}

/// The same, of one that may be a function of C.
pub fn cached_any(emitter: &mut Emitter, class: u32, name: u32) -> u32 {
    let cache = emitter.unit.cache.cast_signed();
    let entry = emitter.local(ValType::I32);
    emitter
        .code()
        .local_get(class)
        .i64_extend_i32_u()
        .i64_const(32)
        .i64_shl()
        .i64_const(name.into())
        .i64_or()
        .i64_const(SPREAD.cast_signed())
        .i64_mul();
    let product = emitter.keep(ValType::I64);
    for place in PLACES {
        emitter
            .code()
            .local_get(product)
            .i64_const(place)
            .i64_shr_u()
            .i64_const(SIZE - 1)
            .i64_and()
            .i32_wrap_i64()
            .i32_const(20)
            .i32_mul()
            .i32_const(cache)
            .i32_add()
            .local_set(entry);
        emitter
            .code()
            .local_get(entry)
            .i32_load(at(0))
            .local_get(class)
            .i32_ne();
        emitter
            .code()
            .local_get(entry)
            .i32_load(at(8))
            .i32_const(name.cast_signed())
            .i32_ne()
            .i32_or();
        if place == PLACES[0] {
            emitter.begin_if();
        }
    }
    emitter.exit_if();
    emitter.end();
    entry
}

/// A local with the name of the variable that a method of an object reads or writes by this function of C, and one with
/// the object; leaves at others.
fn accessed(emitter: &mut Emitter, receiver: Value, name: u32, function: u32) -> (u32, u32) {
    push_class(emitter, receiver);
    let class = emitter.keep(ValType::I32);
    let entry = cached(emitter, class, name, false);
    emitter.code().local_get(entry).i32_load(at(16));
    let proc = emitter.keep(ValType::I32);
    emitter.code().local_get(proc);
    emitter.exit_unless();
    let wanted = NATIVE | ALIAS | objects::WITH_ENV;
    emitter
        .code()
        .local_get(proc)
        .i32_load(at(4))
        .i32_const(wanted)
        .i32_and();
    emitter
        .code()
        .i32_const(NATIVE | objects::WITH_ENV)
        .i32_ne();
    emitter.exit_if();
    emitter
        .code()
        .local_get(proc)
        .i32_load(at(8))
        .i32_const(function.cast_signed())
        .i32_ne();
    emitter.exit_if();
    emitter
        .code()
        .local_get(proc)
        .i32_load(at(16))
        .i32_load(at(8))
        .i32_load(at(0));
    let variable = emitter.keep(ValType::I32);
    emitter.push_pointer(receiver);
    (variable, emitter.keep(ValType::I32))
}

/// R[a] = what the writer of an instance variable gives, which is R[a + 1]
pub fn write_attribute(emitter: &mut Emitter, name: u32, a: u32, next: usize) {
    let (receiver, value) = (emitter.get(a), emitter.get(a + 1));
    steps::plain_or_step(emitter, a, next, |emitter| {
        let receiver = emitter.guard(receiver, tt::OBJECT);
        let (variable, object) = accessed(emitter, receiver, name, emitter.unit.writer);
        variables::write_variable(emitter, object, Name::Local(variable), value);
        value
    });
}

/// R[a] = what the reader of an instance variable gives
pub fn read_attribute(emitter: &mut Emitter, name: u32, a: u32, next: usize) {
    let receiver = emitter.get(a);
    steps::plain_or_step(emitter, a, next, |emitter| {
        let receiver = emitter.guard(receiver, tt::OBJECT);
        let (variable, object) = accessed(emitter, receiver, name, emitter.unit.reader);
        let place = variables::variable(emitter, object, Name::Local(variable));
        emitter.code().local_get(place);
        emitter.load(0)
    });
}

/// Pushes the class of a value that is no reference; leaves if that has none.
fn push_class_of_immediate(emitter: &mut Emitter, value: Value) {
    let classes = emitter.unit.classes;
    let kinds = [
        (tt::INTEGER, classes.integer),
        (tt::FLOAT, classes.float),
        (tt::SYMBOL, classes.symbol),
        (tt::TRUE, classes.of_true),
    ];
    // nil is the false whose bits are 0
    emitter
        .code()
        .i32_const(classes.nil.cast_signed())
        .i32_const(classes.of_false.cast_signed());
    emitter.push_bits(value);
    emitter.code().i64_eqz().select();
    emitter.code().i32_const(0);
    emitter.push_is(value, tt::FALSE);
    emitter.code().select();
    let class = emitter.keep(ValType::I32);
    for (known, of_kind) in kinds {
        emitter
            .code()
            .i32_const(of_kind.cast_signed())
            .local_get(class);
        emitter.push_is(value, known);
        emitter.code().select().local_set(class);
    }
    emitter.code().local_get(class).i32_eqz();
    emitter.exit_if();
    emitter.code().local_get(class);
}

/// Pushes the class of a value; leaves if it is one of a kind that has none here.
pub fn push_class(emitter: &mut Emitter, value: Value) {
    let classes = emitter.unit.classes;
    match value.tt {
        Type::Known(tt::INTEGER) => {
            emitter.code().i32_const(classes.integer.cast_signed());
        }
        Type::Known(tt::FLOAT) => {
            emitter.code().i32_const(classes.float.cast_signed());
        }
        Type::Known(tt::SYMBOL) => {
            emitter.code().i32_const(classes.symbol.cast_signed());
        }
        Type::Known(known) if known > tt::CPTR && known != tt::ENV => {
            emitter.push_pointer(value);
            emitter.code().i32_load(at(0));
        }
        Type::Known(_) => push_class_of_immediate(emitter, value),
        Type::Local(local) => {
            let class = emitter.local(ValType::I32);
            emitter
                .code()
                .local_get(local)
                .i32_const(tt::CPTR as i32)
                .i32_gt_u();
            emitter.begin_if();
            emitter.push_pointer(value);
            emitter.code().i32_load(at(0)).local_set(class);
            emitter.or_else();
            push_class_of_immediate(emitter, value);
            emitter.code().local_set(class);
            emitter.end();
            emitter.code().local_get(class);
        }
    }
}
