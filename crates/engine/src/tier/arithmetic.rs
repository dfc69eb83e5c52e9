//! Arithmetic and comparisons of Integers and Floats.

use wasm_encoder::ValType;

use super::{
    emitter::Emitter,
    opcode::Op,
    steps,
    values::{Bits, Type, Value, tt},
};

/// R[a] = R[a] op R[a + 1]
pub fn two(emitter: &mut Emitter, op: Op, a: u32) {
    let (x, y) = (emitter.get(a), emitter.get(a + 1));
    let result = calculated(emitter, op, x, y);
    emitter.set(a, result);
}

/// R[a] = R[a] op a constant
pub fn immediate(emitter: &mut Emitter, op: Op, a: u32, y: u32) {
    let x = emitter.get(a);
    if x.is(tt::FLOAT) {
        let y = Value {
            tt: Type::Known(tt::FLOAT),
            bits: Bits::Constant(f64::from(y).to_bits().cast_signed()),
        };
        let result = floats(emitter, op, x, y);
        return emitter.set(a, result);
    }
    let Type::Local(ty) = x.tt else {
        let result = calculated(emitter, op, x, Value::integer(y.into()));
        return emitter.set(a, result);
    };
    // mostly an Integer, or else a Float
    let bits = emitter.local(ValType::I64);
    emitter.push_is(x, tt::INTEGER);
    emitter.begin_if();
    integers_into(emitter, op, x, Value::integer(y.into()), bits);
    emitter.or_else();
    emitter.push_is(x, tt::FLOAT);
    emitter.exit_unless();
    emitter.push_float(x);
    emitter.code().f64_const(f64::from(y).into());
    push_float_result(emitter, op);
    emitter.code().i64_reinterpret_f64().local_set(bits);
    emitter.end();
    emitter.set(
        a,
        Value {
            tt: Type::Local(ty),
            bits: Bits::Local(bits),
        },
    );
}

fn calculated(emitter: &mut Emitter, op: Op, x: Value, y: Value) -> Value {
    match (x.tt, y.tt) {
        (Type::Known(tt::INTEGER), _) => {
            let y = emitter.guard(y, tt::INTEGER);
            integers(emitter, op, x, y)
        }
        (_, Type::Known(tt::INTEGER)) => {
            let x = emitter.guard(x, tt::INTEGER);
            integers(emitter, op, x, y)
        }
        (Type::Known(tt::FLOAT), _) => {
            let y = emitter.guard(y, tt::FLOAT);
            floats(emitter, op, x, y)
        }
        (_, Type::Known(tt::FLOAT)) => {
            let x = emitter.guard(x, tt::FLOAT);
            floats(emitter, op, x, y)
        }
        (Type::Local(ty), Type::Local(_)) => {
            let bits = emitter.local(ValType::I64);
            emitter.push_is(x, tt::INTEGER);
            emitter.push_is(y, tt::INTEGER);
            emitter.code().i32_and();
            emitter.begin_if();
            integers_into(emitter, op, x, y, bits);
            emitter.or_else();
            emitter.push_is(x, tt::FLOAT);
            emitter.push_is(y, tt::FLOAT);
            emitter.code().i32_and();
            emitter.exit_unless();
            let result = floats(emitter, op, x, y);
            emitter.push_bits(result);
            emitter.code().local_set(bits);
            emitter.end();
            Value {
                tt: Type::Local(ty),
                bits: Bits::Local(bits),
            }
        }
        _ => {
            emitter.exit();
            Value::NIL
        }
    }
}

fn integers(emitter: &mut Emitter, op: Op, x: Value, y: Value) -> Value {
    let bits = emitter.local(ValType::I64);
    integers_into(emitter, op, x, y, bits);
    Value {
        tt: Type::Known(tt::INTEGER),
        bits: Bits::Local(bits),
    }
}

/// Leaves where the result is longer than 64 bits.
fn integers_into(emitter: &mut Emitter, op: Op, x: Value, y: Value, bits: u32) {
    if op == Op::MUL {
        for factor in [x, y] {
            push_outgrows(emitter, factor);
            emitter.exit_if();
        }
    }
    if op == Op::DIV {
        return quotient(emitter, x, y, bits);
    }
    emitter.push_bits(x);
    emitter.push_bits(y);
    match op {
        Op::ADD => emitter.code().i64_add().local_set(bits),
        Op::SUB => emitter.code().i64_sub().local_set(bits),
        _ => emitter.code().i64_mul().local_set(bits),
    };
    if op == Op::MUL {
        return;
    }
    match (op, y.bits) {
        // it overflowed if the result is on the wrong side of the other operand
        (Op::ADD, Bits::Constant(y)) if y >= 0 => compare_overflow(emitter, bits, x, false),
        (Op::SUB, Bits::Constant(y)) if y >= 0 => compare_overflow(emitter, bits, x, true),
        _ => {
            emitter.push_bits(x);
            if op == Op::ADD {
                emitter.code().local_get(bits).i64_xor();
                emitter.push_bits(y);
                emitter.code().local_get(bits).i64_xor();
            } else {
                emitter.push_bits(y);
                emitter.code().i64_xor();
                emitter.push_bits(x);
                emitter.code().local_get(bits).i64_xor();
            }
            emitter.code().i64_and().i64_const(0).i64_lt_s();
        }
    }
    emitter.exit_if();
}

fn compare_overflow(emitter: &mut Emitter, bits: u32, x: Value, down: bool) {
    emitter.code().local_get(bits);
    emitter.push_bits(x);
    if down {
        emitter.code().i64_gt_s();
    } else {
        emitter.code().i64_lt_s();
    }
}

/// Pushes whether it takes more than 32 bits.
fn push_outgrows(emitter: &mut Emitter, value: Value) {
    emitter.push_bits(value);
    emitter.code().i64_extend32_s();
    emitter.push_bits(value);
    emitter.code().i64_ne();
}

/// The quotient by a positive divisor, rounded down; leaves at others.
fn quotient(emitter: &mut Emitter, x: Value, y: Value, bits: u32) {
    emitter.push_bits(y);
    emitter.code().i64_const(0).i64_le_s();
    emitter.exit_if();
    emitter.push_bits(x);
    emitter.push_bits(y);
    emitter.code().i64_div_s().local_set(bits);
    emitter.code().local_get(bits);
    emitter.push_bits(x);
    emitter.push_bits(y);
    emitter
        .code()
        .i64_rem_s()
        .i64_const(63)
        .i64_shr_s()
        .i64_add()
        .local_set(bits);
}

fn floats(emitter: &mut Emitter, op: Op, x: Value, y: Value) -> Value {
    if op == Op::DIV {
        emitter.push_float(y);
        emitter.code().f64_const(0.0.into()).f64_eq();
        emitter.exit_if();
    }
    emitter.push_float(x);
    emitter.push_float(y);
    push_float_result(emitter, op);
    Value {
        tt: Type::Known(tt::FLOAT),
        bits: Bits::Float(emitter.keep(ValType::F64)),
    }
}

fn push_float_result(emitter: &mut Emitter, op: Op) {
    match op {
        Op::ADD => emitter.code().f64_add(),
        Op::SUB => emitter.code().f64_sub(),
        Op::MUL => emitter.code().f64_mul(),
        _ => emitter.code().f64_div(),
    };
}

/// Whether it is known of one operand at least that it is a number or a Symbol.
pub fn is_of_numbers(emitter: &mut Emitter, a: u32) -> bool {
    let (x, y) = (emitter.get(a), emitter.get(a + 1));
    let known = |known| x.is(known) || y.is(known);
    known(tt::INTEGER) || known(tt::FLOAT) || known(tt::SYMBOL)
}

/// R[a] = R[a] == R[a + 1], of anything: what are no Integers the guest compares.
pub fn equality(emitter: &mut Emitter, a: u32, next: usize) {
    let (x, y) = (emitter.get(a), emitter.get(a + 1));
    steps::plain_or_step(emitter, a, next, |emitter| {
        let (x, y) = (emitter.guard(x, tt::INTEGER), emitter.guard(y, tt::INTEGER));
        push_integers_compared(emitter, Op::EQ, x, y);
        Value::truth(emitter.keep(ValType::I32))
    });
}

/// R[a] = R[a] op R[a + 1]
pub fn comparison(emitter: &mut Emitter, op: Op, a: u32) {
    let (x, y) = (emitter.get(a), emitter.get(a + 1));
    let known = |known| x.is(known) || y.is(known);
    let truth = if known(tt::INTEGER) {
        let (x, y) = (emitter.guard(x, tt::INTEGER), emitter.guard(y, tt::INTEGER));
        push_integers_compared(emitter, op, x, y);
        emitter.keep(ValType::I32)
    } else if known(tt::FLOAT) {
        let (x, y) = (emitter.guard(x, tt::FLOAT), emitter.guard(y, tt::FLOAT));
        push_floats_compared(emitter, op, x, y);
        emitter.keep(ValType::I32)
    } else if op == Op::EQ && known(tt::SYMBOL) {
        let (x, y) = (emitter.guard(x, tt::SYMBOL), emitter.guard(y, tt::SYMBOL));
        emitter.push_pointer(x);
        emitter.push_pointer(y);
        emitter.code().i32_eq();
        emitter.keep(ValType::I32)
    } else {
        let truth = emitter.local(ValType::I32);
        emitter.push_is(x, tt::INTEGER);
        emitter.push_is(y, tt::INTEGER);
        emitter.code().i32_and();
        emitter.begin_if();
        push_integers_compared(emitter, op, x, y);
        emitter.code().local_set(truth);
        emitter.or_else();
        emitter.push_is(x, tt::FLOAT);
        emitter.push_is(y, tt::FLOAT);
        emitter.code().i32_and();
        emitter.exit_unless();
        push_floats_compared(emitter, op, x, y);
        emitter.code().local_set(truth);
        emitter.end();
        truth
    };
    emitter.set(a, Value::truth(truth));
}

fn push_integers_compared(emitter: &mut Emitter, op: Op, x: Value, y: Value) {
    emitter.push_bits(x);
    emitter.push_bits(y);
    match op {
        Op::LT => emitter.code().i64_lt_s(),
        Op::LE => emitter.code().i64_le_s(),
        Op::GT => emitter.code().i64_gt_s(),
        Op::GE => emitter.code().i64_ge_s(),
        _ => emitter.code().i64_eq(),
    };
}

fn push_floats_compared(emitter: &mut Emitter, op: Op, x: Value, y: Value) {
    emitter.push_float(x);
    emitter.push_float(y);
    match op {
        Op::LT => emitter.code().f64_lt(),
        Op::LE => emitter.code().f64_le(),
        Op::GT => emitter.code().f64_gt(),
        Op::GE => emitter.code().f64_ge(),
        _ => emitter.code().f64_eq(),
    };
}
