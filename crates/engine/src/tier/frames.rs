//! Frames of calls: how they begin, are entered and left.

use wasm_encoder::ValType;

use super::{
    emitter::{DEPTH, Emitter, FRAME, Label, STACK, at, at8},
    objects,
    opcode::Op,
    values::Value,
};

/// Functions of routines that may be under way at a time: each takes room on the native stack.
const MAX_DEPTH: i32 = 200;
/// The most arguments that a call hands over one by one.
pub const MAX_ARGUMENTS: u32 = 14;

/// A local with the context, in which there is room for another frame; leaves if there is none.
pub fn make_room(emitter: &mut Emitter, a: u32, routines: &[usize]) -> u32 {
    let registers = routines
        .iter()
        .map(|&routine| emitter.unit.ireps[routine].registers)
        .max();
    let registers = registers.unwrap_or(0).max(4) + a;
    let mrb = emitter.unit.mrb;
    emitter.code().i32_const(mrb.cast_signed()).i32_load(at(4));
    let context = emitter.keep(ValType::I32);
    emitter
        .code()
        .local_get(DEPTH)
        .i32_const(MAX_DEPTH)
        .i32_ge_u();
    emitter.code().local_get(FRAME).i32_const(64).i32_add();
    emitter
        .code()
        .local_get(context)
        .i32_load(at(20))
        .i32_gt_u()
        .i32_or();
    emitter
        .code()
        .local_get(STACK)
        .i32_const((registers * 16).cast_signed())
        .i32_add();
    emitter
        .code()
        .local_get(context)
        .i32_load(at(8))
        .i32_ge_u()
        .i32_or();
    emitter.exit_if();
    context
}

/// Writes into memory what is read later on, and what a call gets.
pub fn flush_for_call(emitter: &mut Emitter, a: u32, n: u32) {
    let live = emitter.live;
    emitter.flush(|register| live.contains(register) || (a..=a + n + 1).contains(&register));
}

/// Begins a frame above this one, which goes on at `pc`. A local with it.
pub fn push_frame(emitter: &mut Emitter, context: u32, a: u32, pc: i32, n: u32) -> u32 {
    emitter
        .code()
        .local_get(FRAME)
        .i32_const(pc)
        .i32_store(at(20));
    emitter.code().local_get(FRAME).i32_const(32).i32_add();
    let frame = emitter.keep(ValType::I32);
    emitter
        .code()
        .local_get(frame)
        .i32_const(n.cast_signed())
        .i32_store(at(0));
    emitter
        .code()
        .local_get(frame)
        .local_get(STACK)
        .i32_const((a * 16).cast_signed())
        .i32_add()
        .i32_store(at(16));
    emitter
        .code()
        .local_get(context)
        .local_get(frame)
        .i32_store(at(12));
    frame
}

/// Writes into a frame its proc, and its class, which is what a local points to, plus `offset`.
pub fn set_routine(emitter: &mut Emitter, frame: u32, proc: u32, class_of: u32, offset: u32) {
    // with the block beside it, of which there is none
    emitter
        .code()
        .local_get(frame)
        .local_get(proc)
        .i64_extend_i32_u()
        .i64_store(at8(8));
    emitter
        .code()
        .local_get(frame)
        .local_get(class_of)
        .i32_load(at(offset))
        .i64_extend_i32_u()
        .i64_store(at8(24));
}

/// Leaves unless a routine is one of these.
pub fn guard_irep(emitter: &mut Emitter, irep: u32, routines: &[usize]) {
    emitter.begin(Label::Other);
    for &routine in routines {
        let address = emitter.unit.ireps[routine].address.cast_signed();
        emitter
            .code()
            .local_get(irep)
            .i32_const(address)
            .i32_eq()
            .br_if(0);
    }
    emitter.exit();
    emitter.end();
}

/// Calls the function of the routine in a local, which is one of these. `clear` says how many arguments a block has
/// whose further registers are cleared where it takes none.
pub fn dispatch(
    emitter: &mut Emitter,
    functions: &[Option<u32>],
    routines: &[usize],
    frame: u32,
    irep: u32,
    a: u32,
    clear: Option<u32>,
) {
    let status = emitter.local(ValType::I32);
    emitter.begin(Label::Other);
    for (index, &routine) in routines.iter().enumerate() {
        let callee = &emitter.unit.ireps[routine];
        let (address, code_at) = (callee.address.cast_signed(), callee.code_at.cast_signed());
        let (registers, enters) = (
            callee.registers,
            callee
                .instructions
                .first()
                .is_some_and(|first| first.op == Op::ENTER),
        );
        let last = index + 1 == routines.len();
        if !last {
            emitter.code().local_get(irep).i32_const(address).i32_eq();
            emitter.begin_if();
        }
        emitter
            .code()
            .local_get(frame)
            .i32_const(code_at)
            .i32_store(at(20));
        if let Some(n) = clear.filter(|_| !enters) {
            for register in n + 2..registers {
                emitter.store(STACK, (a + register) * 16, Value::NIL);
            }
        }
        emitter
            .code()
            .local_get(frame)
            .local_get(STACK)
            .i32_const((a * 16).cast_signed())
            .i32_add();
        emitter
            .code()
            .i32_const(0)
            .local_get(DEPTH)
            .i32_const(1)
            .i32_add();
        emitter
            .code()
            .call(functions[routine].expect("one that has a function"))
            .local_set(status);
        if !last {
            emitter.code().br(1);
            emitter.end();
        }
    }
    emitter.end();
    emitter.code().local_get(status);
    emitter.begin_if();
    emitter.code().local_get(status).return_();
    emitter.end();
    emitter.state.clear();
}

/// The block that was given, of this frame or of one around it.
pub fn block_given(emitter: &mut Emitter, a: u32, b: u32) {
    let number = (b >> 11 & 0x3f) + (b >> 10 & 1) + (b >> 5 & 0x1f) + (b >> 4 & 1);
    let out = b & 0xf;
    let block = if out == 0 {
        emitter.get(number + 1)
    } else {
        if out > objects::MAX_OUT {
            return emitter.exit();
        }
        objects::push_environment(emitter, out - 1);
        let environment = emitter.keep(ValType::I32);
        emitter
            .code()
            .local_get(environment)
            .i32_load(at(12))
            .i32_eqz();
        emitter
            .code()
            .local_get(environment)
            .i32_load(at(16))
            .i32_eqz()
            .i32_and();
        emitter.exit_if();
        emitter.code().local_get(environment).i32_load(at(4));
        let header = emitter.keep(ValType::I32);
        objects::exit_unless_held(emitter, header, number + 1);
        emitter.code().local_get(environment).i32_load(at(8));
        emitter.load((number + 1) * 16)
    };
    emitter.push_type(block);
    emitter.code().i32_eqz();
    emitter.push_bits(block);
    emitter.code().i64_eqz().i32_and();
    emitter.exit_if();
    emitter.set(a, block);
}

/// Returns to the function that called this one; one that the interpreter entered leaves that to it.
pub fn give_back(emitter: &mut Emitter, value: Value) {
    if emitter.irep.handlers > 0 {
        return emitter.exit();
    }
    emitter.code().local_get(DEPTH);
    emitter.exit_unless();
    emitter.store(STACK, 0, value);
    let mrb = emitter.unit.mrb.cast_signed();
    emitter
        .code()
        .i32_const(mrb)
        .i32_load(at(4))
        .local_get(FRAME)
        .i32_const(32)
        .i32_sub()
        .i32_store(at(12));
    emitter.code().i32_const(0).return_();
}
