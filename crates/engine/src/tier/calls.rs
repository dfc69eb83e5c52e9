//! Calls of methods and blocks.

use wasm_encoder::ValType;

use super::{
    answers,
    emitter::{Emitter, STACK, at},
    frames::{
        MAX_ARGUMENTS, dispatch, flush_for_call, guard_irep, make_room, push_frame, set_routine,
    },
    irep::Irep,
    methods::{self, ALIAS, NATIVE, cached},
    objects,
    opcode::{Instruction, Op},
    steps,
    unit::{Known, Unit},
    values::{Value, tt},
};

/// Routines that one call may come to: methods of a name, blocks.
const MAX_METHODS: usize = 8;
const MAX_BLOCKS: usize = 24;

fn arguments(instruction: &Instruction) -> u32 {
    match instruction.op {
        Op::SEND | Op::SSEND => instruction.c,
        _ => 0,
    }
}

/// Whether an instruction calls a routine, as far as can be seen before.
pub fn is_call(unit: &Unit, irep: &Irep, instruction: &Instruction) -> bool {
    let name = irep.symbols.get(instruction.b as usize);
    let Some(&name) = name else { return true };
    let n = arguments(instruction);
    if !unit.methods(name).is_empty() || n > MAX_ARGUMENTS {
        return true;
    }
    match unit.known(name) {
        // what comes before it, the constant Math, is the interpreter's: so it mostly goes on after it
        Some(Known::Root) => true,
        // of other values it is a call
        Some(Known::Same) => true,
        Some(known) => n != answers::parameters(known),
        None => n != 0 || !unit.may_be_read(name) || instruction.op == Op::SSEND0,
    }
}

pub fn send(emitter: &mut Emitter, functions: &[Option<u32>], instruction: &Instruction) {
    let &Instruction { op, a, b, next, .. } = instruction;
    let own = matches!(op, Op::SSEND | Op::SSEND0);
    let n = arguments(instruction);
    let Some(&name) = emitter.irep.symbols.get(b as usize) else {
        return emitter.exit();
    };
    if n > MAX_ARGUMENTS {
        return steps::step(emitter, next);
    }
    let methods = emitter.unit.methods(name);
    if !methods.is_empty() {
        return call_method(emitter, functions, &methods, (a, name, n, own), next);
    }
    match emitter.unit.known(name) {
        Some(Known::Root) if !own && n == 1 => answers::square_root(emitter, name, a),
        Some(known) if n == answers::parameters(known) && (!own || n == 0) => {
            answers::answer(emitter, known, name, a, own, next)
        }
        None if !own && n == 1 => methods::write_attribute(emitter, name, a, next),
        None if !own && n == 0 && emitter.unit.may_be_read(name) => {
            methods::read_attribute(emitter, name, a, next)
        }
        _ => steps::step(emitter, next),
    }
}

fn call_method(
    emitter: &mut Emitter,
    functions: &[Option<u32>],
    methods: &[usize],
    (a, name, n, own): (u32, u32, u32, bool),
    next: usize,
) {
    let receiver = emitter.get(if own { 0 } else { a });
    methods::push_class(emitter, receiver);
    let class = emitter.keep(ValType::I32);
    if own && emitter.irep.direct {
        guard_core_class(emitter, class);
    }
    let entry = cached(emitter, class, name, own);
    emitter
        .code()
        .local_get(entry)
        .i32_load(at(16))
        .local_tee(class);
    emitter.exit_unless();
    let proc = class;
    emitter
        .code()
        .local_get(proc)
        .i32_load(at(4))
        .i32_const(NATIVE | ALIAS)
        .i32_and();
    emitter.exit_if();
    emitter.code().local_get(proc).i32_load(at(8));
    let irep = emitter.keep(ValType::I32);
    let methods: Vec<usize> = methods
        .iter()
        .copied()
        .filter(|&method| functions[method].is_some())
        .take(MAX_METHODS)
        .collect();
    guard_irep(emitter, irep, &methods);
    if own {
        emitter.set(a, receiver);
    }
    emitter.set(a + n + 1, Value::NIL);
    let context = make_room(emitter, a, &methods);
    let pc = emitter.irep.pc(next).cast_signed();
    flush_for_call(emitter, a, n);
    let frame = push_frame(emitter, context, a, pc, n);
    emitter
        .code()
        .local_get(frame)
        .i32_const(name.cast_signed())
        .i32_store(at(4));
    set_routine(emitter, frame, proc, entry, 4);
    dispatch(emitter, functions, &methods, frame, irep, a, None);
}

/// Leaves at a subclass of what such a method is of.
fn guard_core_class(emitter: &mut Emitter, class: u32) {
    let classes = emitter.unit.classes;
    emitter.code().i32_const(0);
    for core in [classes.array, classes.hash, classes.range] {
        emitter
            .code()
            .local_get(class)
            .i32_const(core.cast_signed())
            .i32_eq()
            .i32_or();
    }
    emitter.exit_unless();
}

/// R[a] = R[a].call(R[a + 1], …, R[a + n])
pub fn yielded(emitter: &mut Emitter, functions: &[Option<u32>], instruction: &Instruction) {
    let &Instruction { a, b: n, next, .. } = instruction;
    let blocks: Vec<usize> = emitter
        .unit
        .blocks()
        .iter()
        .copied()
        .filter(|&block| functions[block].is_some())
        .take(MAX_BLOCKS)
        .collect();
    if n > MAX_ARGUMENTS || blocks.is_empty() {
        return emitter.exit();
    }
    let block = emitter.get(a);
    let block = emitter.guard(block, tt::PROC);
    emitter.push_pointer(block);
    let proc = emitter.keep(ValType::I32);
    emitter
        .code()
        .local_get(proc)
        .i32_load(at(4))
        .i32_const(NATIVE | ALIAS | objects::WITH_ENV)
        .i32_and();
    emitter.code().i32_const(objects::WITH_ENV).i32_ne();
    emitter.exit_if();
    emitter.code().local_get(proc).i32_load(at(16));
    let environment = emitter.keep(ValType::I32);
    emitter.code().local_get(environment);
    emitter.exit_unless();
    emitter.code().local_get(proc).i32_load(at(8));
    let irep = emitter.keep(ValType::I32);
    guard_irep(emitter, irep, &blocks);
    emitter.set(a + n + 1, Value::NIL);
    let context = make_room(emitter, a, &blocks);
    let pc = emitter.irep.pc(next).cast_signed();
    emitter.code().local_get(environment).i32_load(at(8));
    let own = emitter.load(0);
    flush_for_call(emitter, a, n);
    let frame = push_frame(emitter, context, a, pc, n);
    emitter
        .code()
        .local_get(frame)
        .local_get(environment)
        .i32_load(at(16))
        .i32_store(at(4));
    set_routine(emitter, frame, proc, environment, 0);
    emitter.store(STACK, a * 16, own);
    dispatch(emitter, functions, &blocks, frame, irep, a, Some(n));
}
