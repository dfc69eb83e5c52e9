//! Instructions that the guest does for a translation, by a call: it goes on where the frame is as before.

use wasm_encoder::ValType;

use super::{
    emitter::{Emitter, FRAME, Label, STACK, at, at1},
    opcode::Op,
    values::{Bits, Type, Value, tt},
};

/// The type of `enter` and of what does an instruction: the state, an instruction, and the next one.
pub const TYPE: u32 = 0;

/// Whether the guest does such an instruction.
pub fn is_step(op: Op) -> bool {
    matches!(
        op,
        Op::GETCONST
            | Op::STRING
            | Op::STRCAT
            | Op::ARRAY
            | Op::ARRAY2
            | Op::HASH
            | Op::RANGE_INC
            | Op::RANGE_EXC
    )
}

/// Has the guest do this instruction, behind which is `next`. What is known of registers is gone then.
pub fn step(emitter: &mut Emitter, next: usize) {
    let live = emitter.live;
    emitter.flush(|register| live.contains(register));
    call(emitter, next, false);
    emitter.state.clear();
}

/// Writes an instruction that gives R[a] by `plain`; the guest does it where that leaves. What is known of other
/// registers stays.
pub fn plain_or_step(
    emitter: &mut Emitter,
    a: u32,
    next: usize,
    plain: impl FnOnce(&mut Emitter) -> Value,
) {
    let before = emitter.state.clone();
    let (bits, ty) = (emitter.local(ValType::I64), emitter.local(ValType::I32));
    emitter.begin(Label::Other);
    emitter.begin(Label::Other);
    emitter.slow = Some(emitter.labels.len() - 1);
    let value = plain(emitter);
    emitter.slow = None;
    emitter.push_bits(value);
    emitter.code().local_set(bits);
    emitter.push_type(value);
    emitter.code().local_set(ty).br(1);
    emitter.end();
    emitter.state = before;
    let live = emitter.live;
    let joined = emitter
        .state
        .clone()
        .joined(a, |register| live.contains(register));
    emitter.flush(|register| live.contains(register));
    call(emitter, next, true);
    emitter.code().local_get(STACK);
    let value = emitter.load(a * 16);
    emitter.push_bits(value);
    emitter.code().local_set(bits);
    emitter.push_type(value);
    emitter.code().local_set(ty);
    emitter.end();
    emitter.state = joined;
    let value = Value {
        tt: Type::Local(ty),
        bits: Bits::Local(bits),
    };
    emitter.set(a, value);
}

/// Leaves to the guest what comes then, unless that is `next`, and this frame, its registers and, if they are to be
/// `alone`, its variables are as before.
fn call(emitter: &mut Emitter, next: usize, alone: bool) {
    let (mrb, step) = (
        emitter.unit.mrb.cast_signed(),
        emitter.unit.step.cast_signed(),
    );
    let (pc, next) = (
        emitter.pc.cast_signed(),
        emitter.irep.pc(next).cast_signed(),
    );
    emitter
        .code()
        .i32_const(mrb)
        .i32_const(pc)
        .i32_const(step)
        .call_indirect(0, TYPE);
    let after = emitter.keep(ValType::I32);
    emitter.code().local_get(after).i32_const(next).i32_ne();
    emitter
        .code()
        .i32_const(mrb)
        .i32_load(at(4))
        .i32_load(at(12))
        .local_get(FRAME)
        .i32_ne()
        .i32_or();
    // whether the instruction gave an operator of the core another method
    emitter.code().i32_const(mrb).i32_load(at(96)).i32_or();
    leave_if(emitter, after);
    // all frames may have moved: this one is looked at only now
    emitter
        .code()
        .local_get(FRAME)
        .i32_load(at(16))
        .local_get(STACK)
        .i32_ne();
    if alone {
        push_has_environment(emitter);
        emitter.code().i32_or();
    }
    leave_if(emitter, after);
}

fn leave_if(emitter: &mut Emitter, after: u32) {
    emitter.begin_if();
    emitter.code().local_get(after).return_();
    emitter.end();
}

/// Pushes whether a block has the variables of this frame.
fn push_has_environment(emitter: &mut Emitter) {
    emitter
        .code()
        .local_get(FRAME)
        .i32_load(at(24))
        .i32_load8_u(at1(4))
        .i32_const(tt::ENV.cast_signed())
        .i32_eq();
}
