//! Methods of C whose answers are known.

use wasm_encoder::ValType;

use super::{
    emitter::{Emitter, at},
    methods::{FUNCTION, KNOWN, REFINED, VISIBILITY, cached_any, push_class},
    objects, steps,
    unit::Known,
    values::{Bits, Type, Value, tt},
};

/// The same of `Array#<<`.
const PUSH: u32 = 2;

/// What `mrb_known` says of each.
fn code(known: Known) -> u32 {
    match known {
        Known::Size => 1,
        Known::Mod => 3,
        Known::And => 4,
        Known::Or => 5,
        Known::Xor => 6,
        Known::LeftShift => 7,
        Known::RightShift => 8,
        Known::Same => 9,
        Known::Not => 11,
        Known::Nil => 12,
        Known::Even => 13,
        Known::Odd => 14,
        Known::Root => 0,
    }
}

pub fn parameters(known: Known) -> u32 {
    match known {
        Known::Size | Known::Even | Known::Odd | Known::Not | Known::Nil => 0,
        _ => 1,
    }
}

/// Pushes what the method of a class is known as; nothing is that of one that may not be called just so.
fn push_known(emitter: &mut Emitter, class: u32, name: u32) {
    let entry = cached_any(emitter, class, name);
    let mask = (0xf << KNOWN) | (REFINED | VISIBILITY).cast_unsigned();
    emitter
        .code()
        .local_get(entry)
        .i32_load(at(12))
        .i32_const(mask.cast_signed())
        .i32_and();
}

/// Leaves unless the class of a value has this method of C that is known.
fn guard_known(emitter: &mut Emitter, receiver: Value, name: u32, known: Known) {
    push_class(emitter, receiver);
    let class = emitter.keep(ValType::I32);
    push_known(emitter, class, name);
    let flags = code(known) << KNOWN;
    emitter.code().i32_const(flags.cast_signed()).i32_ne();
    emitter.exit_if();
}

/// R[a] = what a known method of C gives
pub fn answer(emitter: &mut Emitter, known: Known, name: u32, a: u32, own: bool, next: usize) {
    let receiver = emitter.get(if own { 0 } else { a });
    if known == Known::LeftShift && !receiver.is(tt::INTEGER) {
        return append(emitter, name, a, next);
    }
    if known == Known::Size {
        return size(emitter, receiver, name, a, next);
    }
    if known == Known::Same {
        return same(emitter, name, a, next);
    }
    let receiver = match known {
        Known::Not | Known::Nil => receiver,
        _ => emitter.guard(receiver, tt::INTEGER),
    };
    guard_known(emitter, receiver, name, known);
    let result = match known {
        Known::Not => {
            emitter.push_type(receiver);
            emitter.code().i32_eqz();
            Value::truth(emitter.keep(ValType::I32))
        }
        Known::Nil => Value::FALSE,
        Known::Even | Known::Odd => {
            emitter.push_bits(receiver);
            emitter.code().i64_const(1).i64_and().i32_wrap_i64();
            if known == Known::Even {
                emitter.code().i32_eqz();
            }
            Value::truth(emitter.keep(ValType::I32))
        }
        _ => {
            let argument = emitter.get(a + 1);
            let argument = emitter.guard(argument, tt::INTEGER);
            push_calculated(emitter, known, receiver, argument);
            Value {
                tt: Type::Known(tt::INTEGER),
                bits: Bits::Local(emitter.keep(ValType::I64)),
            }
        }
    };
    emitter.set(a, result);
}

/// R[a] = R[a] === R[a + 1], where both are Integers or both are Symbols.
fn same(emitter: &mut Emitter, name: u32, a: u32, next: usize) {
    let (receiver, value) = (emitter.get(a), emitter.get(a + 1));
    let Type::Known(ty @ (tt::INTEGER | tt::SYMBOL)) = receiver.tt else {
        return steps::step(emitter, next);
    };
    guard_known(emitter, receiver, name, Known::Same);
    let value = emitter.guard(value, ty);
    if ty == tt::SYMBOL {
        emitter.push_pointer(receiver);
        emitter.push_pointer(value);
        emitter.code().i32_eq();
    } else {
        emitter.push_bits(receiver);
        emitter.push_bits(value);
        emitter.code().i64_eq();
    }
    let truth = emitter.keep(ValType::I32);
    emitter.set(a, Value::truth(truth));
}

fn push_calculated(emitter: &mut Emitter, known: Known, x: Value, y: Value) {
    match known {
        Known::Mod => {
            emitter.push_bits(y);
            emitter.code().i64_const(0).i64_le_s();
            emitter.exit_if();
            emitter.push_bits(x);
            emitter.push_bits(y);
            emitter.code().i64_rem_s();
            let rest = emitter.keep(ValType::I64);
            emitter.code().local_get(rest);
            emitter.push_bits(y);
            emitter
                .code()
                .local_get(rest)
                .i64_const(63)
                .i64_shr_s()
                .i64_and()
                .i64_add();
        }
        Known::LeftShift => {
            emitter.push_bits(y);
            emitter.code().i64_const(31).i64_gt_u();
            emitter.push_bits(x);
            emitter.code().i64_extend32_s();
            emitter.push_bits(x);
            emitter.code().i64_ne().i32_or();
            emitter.exit_if();
            emitter.push_bits(x);
            emitter.push_bits(y);
            emitter.code().i64_shl();
        }
        Known::RightShift => {
            emitter.push_bits(y);
            emitter.code().i64_const(63).i64_gt_u();
            emitter.exit_if();
            emitter.push_bits(x);
            emitter.push_bits(y);
            emitter.code().i64_shr_s();
        }
        _ => {
            emitter.push_bits(x);
            emitter.push_bits(y);
            match known {
                Known::And => emitter.code().i64_and(),
                Known::Or => emitter.code().i64_or(),
                _ => emitter.code().i64_xor(),
            };
        }
    }
}

/// R[a] = the size of an Array
fn size(emitter: &mut Emitter, receiver: Value, name: u32, a: u32, next: usize) {
    steps::plain_or_step(emitter, a, next, |emitter| {
        let receiver = emitter.guard(receiver, tt::ARRAY);
        guard_known(emitter, receiver, name, Known::Size);
        emitter.push_pointer(receiver);
        emitter.code().i32_load(at(8));
        emitter.kept_pointer(tt::INTEGER)
    });
}

/// R[a] << R[a + 1], where that is an Array with room for it, or an Integer.
fn append(emitter: &mut Emitter, name: u32, a: u32, next: usize) {
    let (receiver, value) = (emitter.get(a), emitter.get(a + 1));
    steps::plain_or_step(emitter, a, next, |emitter| {
        appended(emitter, name, receiver, value)
    });
}

fn appended(emitter: &mut Emitter, name: u32, receiver: Value, value: Value) -> Value {
    let bits = emitter.local(ValType::I64);
    emitter.push_bits(receiver);
    emitter.code().local_set(bits);
    push_class(emitter, receiver);
    let class = emitter.keep(ValType::I32);
    push_known(emitter, class, name);
    let found = emitter.keep(ValType::I32);
    emitter.push_is(receiver, tt::ARRAY);
    emitter.begin_if();
    emitter
        .code()
        .local_get(found)
        .i32_const((PUSH << KNOWN).cast_signed())
        .i32_ne();
    emitter.exit_if();
    objects::append(emitter, receiver, value);
    emitter.or_else();
    emitter
        .code()
        .local_get(found)
        .i32_const((code(Known::LeftShift) << KNOWN).cast_signed())
        .i32_ne();
    emitter.exit_if();
    for operand in [receiver, value] {
        emitter.push_is(operand, tt::INTEGER);
        emitter.exit_unless();
    }
    push_calculated(emitter, Known::LeftShift, receiver, value);
    emitter.code().local_set(bits);
    emitter.end();
    Value {
        tt: receiver.tt,
        bits: Bits::Local(bits),
    }
}

/// R[a] = Math.sqrt(R[a + 1]), of a Float
pub fn square_root(emitter: &mut Emitter, name: u32, a: u32) {
    let (receiver, value) = (emitter.get(a), emitter.get(a + 1));
    push_class(emitter, receiver);
    let class = emitter.keep(ValType::I32);
    let entry = cached_any(emitter, class, name);
    let (root, mask) = (
        emitter.unit.root.cast_signed(),
        FUNCTION | REFINED | VISIBILITY,
    );
    emitter
        .code()
        .local_get(entry)
        .i32_load(at(12))
        .i32_const(mask)
        .i32_and()
        .i32_const(FUNCTION)
        .i32_ne();
    emitter
        .code()
        .local_get(entry)
        .i32_load(at(16))
        .i32_const(root)
        .i32_ne()
        .i32_or();
    emitter.exit_if();
    let value = emitter.guard(value, tt::FLOAT);
    emitter.push_float(value);
    emitter.code().f64_const(0.0.into()).f64_lt();
    emitter.exit_if();
    emitter.push_float(value);
    // of -0.0 it is 0.0
    emitter.code().f64_sqrt().f64_const(0.0.into()).f64_add();
    let bits = Bits::Float(emitter.keep(ValType::F64));
    emitter.set(
        a,
        Value {
            tt: Type::Known(tt::FLOAT),
            bits,
        },
    );
}
