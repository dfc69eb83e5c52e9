//! Arguments that a routine takes where it begins.

use std::ops::RangeInclusive;

use wasm_encoder::ValType;

use super::{
    emitter::{Emitter, FRAME, STACK, at, at1},
    frames::MAX_ARGUMENTS,
    opcode::Instruction,
    values::Value,
};

/// Flag of a proc: that of a method, or a lambda.
const STRICT: i32 = 256 << 12;

/// Whether the arguments have to be just the parameters.
pub fn takes_parameters_only(aspec: u32) -> bool {
    aspec & !0x7c_0001 == 0
}

/// Takes arguments that are just the parameters.
pub fn enter(emitter: &mut Emitter, enter: &Instruction) {
    let required = enter.required();
    let aspec = enter.a;
    if !takes_parameters_only(aspec) || required > MAX_ARGUMENTS || emitter.irep.locals > 256 {
        return emitter.exit();
    }
    if emitter.unit.is_block(emitter.irep) {
        drop_arguments(emitter, required);
    } else {
        push_number(emitter);
        emitter.code().i32_const(required.cast_signed()).i32_ne();
        emitter.exit_if();
    }
    for register in required + 2..emitter.irep.locals {
        emitter.set(register, Value::NIL);
    }
}

/// Pushes the number of the arguments; with keywords it is larger than any.
fn push_number(emitter: &mut Emitter) {
    emitter.code().local_get(FRAME).i32_load8_u(at1(0));
}

/// Leaves a block with so many of its arguments, of which there may be more; leaves to the interpreter what has fewer, and
/// what is no longer a block.
fn drop_arguments(emitter: &mut Emitter, required: u32) {
    push_number(emitter);
    let given = emitter.keep(ValType::I32);
    emitter
        .code()
        .local_get(given)
        .i32_const(required.cast_signed())
        .i32_ne();
    emitter.begin_if();
    emitter
        .code()
        .local_get(given)
        .i32_const(required.cast_signed())
        .i32_lt_u();
    emitter
        .code()
        .local_get(given)
        .i32_const(MAX_ARGUMENTS.cast_signed())
        .i32_gt_u()
        .i32_or();
    push_is_strict(emitter);
    emitter.code().i32_or();
    emitter.exit_if();
    emitter
        .code()
        .local_get(given)
        .i32_const(4)
        .i32_shl()
        .local_get(STACK)
        .i32_add();
    let block = emitter.load(16);
    emitter.store(STACK, (required + 1) * 16, block);
    emitter
        .code()
        .local_get(FRAME)
        .i32_const(required.cast_signed())
        .i32_store8(at1(0));
    emitter.end();
}

/// Pushes whether the routine of the frame takes no other number of arguments than it says.
fn push_is_strict(emitter: &mut Emitter) {
    emitter
        .code()
        .local_get(FRAME)
        .i32_load(at(8))
        .i32_load(at(4))
        .i32_const(STRICT)
        .i32_and();
}

/// How many arguments may be given, where some need not be; leaves at other numbers. `None` where it is not as plain.
pub fn numbers_of_arguments(
    emitter: &mut Emitter,
    enter: &Instruction,
) -> Option<RangeInclusive<u32>> {
    const PARAMETERS: u32 = 0x7c_0001 | 0x1f << 13;
    let required = enter.required();
    let all = required + enter.optional() as u32;
    if enter.a & !PARAMETERS != 0 || all > MAX_ARGUMENTS || emitter.irep.locals > 256 {
        return None;
    }
    push_number(emitter);
    emitter
        .code()
        .i32_const(required.cast_signed())
        .i32_sub()
        .i32_const(enter.optional() as i32)
        .i32_gt_u();
    emitter.exit_if();
    if all > 1 && required <= 1 {
        // a block takes one array apart
        push_number(emitter);
        emitter.code().i32_const(1).i32_eq();
        push_is_strict(emitter);
        emitter.code().i32_eqz().i32_and();
        emitter.exit_if();
    }
    Some(required..=all)
}

/// Takes so many arguments of all that may be given.
pub fn take(emitter: &mut Emitter, given: u32, all: u32) {
    if given < all {
        emitter.code().local_get(STACK);
        let block = emitter.load((given + 1) * 16);
        for register in given + 1..=all {
            emitter.store(STACK, register * 16, Value::NIL);
        }
        emitter.store(STACK, (all + 1) * 16, block);
        emitter
            .code()
            .local_get(FRAME)
            .i32_const(all.cast_signed())
            .i32_store8(at1(0));
    }
    for register in all + 2..emitter.irep.locals {
        emitter.store(STACK, register * 16, Value::NIL);
    }
}
