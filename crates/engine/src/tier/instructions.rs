//! Instructions one by one.

use super::{
    arguments, arithmetic, calls,
    emitter::Emitter,
    frames,
    irep::{Irep, Literal},
    objects,
    opcode::{Instruction, Op},
    steps,
    unit::Unit,
    values::{Bits, Type, Value, tt},
    variables,
};

/// Whether what comes after an instruction is only come to from it, and in the function.
pub fn stays(unit: &Unit, irep: &Irep, instruction: &Instruction) -> bool {
    match instruction.op {
        Op::SEND | Op::SEND0 | Op::SSEND0 => !calls::is_call(unit, irep, instruction),
        Op::ENTER => {
            // the interpreter takes an array apart
            let spreads = unit.is_block(irep) && instruction.required() > 1;
            arguments::takes_parameters_only(instruction.a) && !spreads
        }
        op => is_plain(op),
    }
}

fn is_plain(op: Op) -> bool {
    op.is_load()
        || matches!(
            op,
            Op::NOP
                | Op::MOVE
                | Op::GETUPVAR
                | Op::SETUPVAR
                | Op::GETIDX
                | Op::GETIDX0
                | Op::SETIDX
                | Op::AREF
                | Op::GETIV
                | Op::SETIV
                | Op::ADD
                | Op::ADDI
                | Op::ADDILV
                | Op::SUB
                | Op::SUBI
                | Op::SUBILV
                | Op::MUL
                | Op::DIV
                | Op::EQ
                | Op::LT
                | Op::LE
                | Op::GT
                | Op::GE
                | Op::BLKPUSH
                | Op::ONCE
        )
}

/// Writes an instruction that is no jump.
pub fn write(emitter: &mut Emitter, functions: &[Option<u32>], instruction: &Instruction) {
    let &Instruction { op, a, b, c, .. } = instruction;
    match op {
        Op::NOP => {}
        Op::MOVE => {
            let value = emitter.get(b);
            emitter.set(a, value);
        }
        Op::LOADL => match emitter.irep.literals.get(b as usize) {
            Some(&Literal::Integer(value)) => emitter.set(a, Value::integer(value)),
            Some(&Literal::Float(bits)) => {
                let bits = Bits::Constant(bits.cast_signed());
                emitter.set(
                    a,
                    Value {
                        tt: Type::Known(tt::FLOAT),
                        bits,
                    },
                );
            }
            _ => emitter.exit(),
        },
        Op::LOADI8 => emitter.set(a, Value::integer(b.into())),
        Op::LOADINEG => emitter.set(a, Value::integer(-i64::from(b))),
        Op::LOADI__1 => emitter.set(a, Value::integer(-1)),
        Op::LOADI_0
        | Op::LOADI_1
        | Op::LOADI_2
        | Op::LOADI_3
        | Op::LOADI_4
        | Op::LOADI_5
        | Op::LOADI_6
        | Op::LOADI_7 => emitter.set(a, Value::integer(op as i64 - Op::LOADI_0 as i64)),
        Op::LOADI16 => emitter.set(a, Value::integer((b as u16 as i16).into())),
        Op::LOADI32 => emitter.set(a, Value::integer((b << 16 | c).cast_signed().into())),
        Op::LOADSYM => match emitter.irep.symbols.get(b as usize) {
            Some(&symbol) => {
                let bits = Bits::Constant(symbol.into());
                emitter.set(
                    a,
                    Value {
                        tt: Type::Known(tt::SYMBOL),
                        bits,
                    },
                );
            }
            None => emitter.exit(),
        },
        Op::LOADNIL => emitter.set(a, Value::NIL),
        Op::LOADSELF => {
            let value = emitter.get(0);
            emitter.set(a, value);
        }
        Op::LOADTRUE => emitter.set(a, Value::TRUE),
        Op::LOADFALSE => emitter.set(a, Value::FALSE),
        Op::GETUPVAR => objects::get_outer(emitter, a, b, c),
        Op::SETUPVAR => objects::set_outer(emitter, a, b, c),
        Op::GETIDX => objects::get_element(emitter, a, instruction.next),
        Op::GETIDX0 => objects::get_constant_element(emitter, a, b, 0, true),
        Op::AREF => objects::get_constant_element(emitter, a, b, c, false),
        Op::SETIDX => objects::set_element(emitter, a, instruction.next),
        Op::ONCE => objects::kept(emitter, a, b),
        Op::GETIV => variables::get_variable(emitter, a, b),
        Op::SETIV => variables::set_variable(emitter, a, b),
        Op::ADD | Op::SUB | Op::MUL | Op::DIV => arithmetic::two(emitter, op, a),
        Op::ADDI => arithmetic::immediate(emitter, Op::ADD, a, b),
        Op::ADDILV => arithmetic::immediate(emitter, Op::ADD, a, c),
        Op::SUBI => arithmetic::immediate(emitter, Op::SUB, a, b),
        Op::SUBILV => arithmetic::immediate(emitter, Op::SUB, a, c),
        Op::EQ if !arithmetic::is_of_numbers(emitter, a) => {
            arithmetic::equality(emitter, a, instruction.next);
        }
        Op::EQ | Op::LT | Op::LE | Op::GT | Op::GE => arithmetic::comparison(emitter, op, a),
        Op::SEND | Op::SEND0 | Op::SSEND | Op::SSEND0 => {
            calls::send(emitter, functions, instruction)
        }
        Op::BLKCALL => calls::yielded(emitter, functions, instruction),
        Op::BLKPUSH => frames::block_given(emitter, a, b),
        Op::ENTER => arguments::enter(emitter, instruction),
        Op::RETURN => {
            let value = emitter.get(a);
            frames::give_back(emitter, value);
        }
        Op::RETSELF => {
            let value = emitter.get(0);
            frames::give_back(emitter, value);
        }
        Op::RETNIL => frames::give_back(emitter, Value::NIL),
        Op::RETTRUE => frames::give_back(emitter, Value::TRUE),
        Op::RETFALSE => frames::give_back(emitter, Value::FALSE),
        _ if steps::is_step(op) => steps::step(emitter, instruction.next),
        _ => emitter.exit(),
    }
}
