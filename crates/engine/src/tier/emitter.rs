//! Writes the function of one routine: its blocks, and the ways out of it where the interpreter has to go on.

use std::mem;

use wasm_encoder::{BlockType, Function, InstructionSink, MemArg, ValType};

use super::{
    irep::Irep,
    liveness::Registers,
    unit::Unit,
    values::{Bits, Register, State, Type, Value},
};

/// Parameters of the function of a routine: its frame, its registers, where it is entered, how many functions of this
/// kind are under way.
pub const FRAME: u32 = 0;
pub const STACK: u32 = 1;
pub const ENTRY: u32 = 2;
pub const DEPTH: u32 = 3;
const PARAMETERS: u32 = 4;

/// Locals of one function: what is behind is left to the interpreter.
const MAX_LOCALS: usize = 8000;

pub enum Label {
    /// Where a block, or the loop that begins with it, begins further on.
    Ahead(usize),
    /// The head of a loop that is being written.
    Head(usize),
    Other,
}

/// A way out: what is written into memory before it, and the instruction that the interpreter goes on with.
#[derive(PartialEq)]
struct Exit {
    pc: u32,
    writes: Vec<(u32, Value, bool, bool)>,
}

pub struct Emitter<'a> {
    pub unit: &'a Unit,
    pub irep: &'a Irep,
    pub state: State,
    pub labels: Vec<Label>,
    /// The instruction that is being written, and what is read from it on.
    pub pc: u32,
    pub live: Registers,
    /// The label at which the guest does the instruction that is being written, if it does what leaves otherwise.
    pub slow: Option<usize>,
    code: Vec<u8>,
    locals: Vec<ValType>,
    exits: Vec<Exit>,
}

/// Of 4 bytes.
pub const fn at(offset: u32) -> MemArg {
    aligned(offset, 2)
}

pub const fn at1(offset: u32) -> MemArg {
    aligned(offset, 0)
}

pub const fn at2(offset: u32) -> MemArg {
    aligned(offset, 1)
}

pub const fn at8(offset: u32) -> MemArg {
    aligned(offset, 3)
}

const fn aligned(offset: u32, align: u32) -> MemArg {
    MemArg {
        offset: offset as u64,
        align,
        memory_index: 0,
    }
}

impl<'a> Emitter<'a> {
    pub fn new(unit: &'a Unit, irep: &'a Irep) -> Self {
        Self {
            unit,
            irep,
            state: State::default(),
            labels: Vec::new(),
            pc: 0,
            live: Registers::default(),
            slow: None,
            code: Vec::new(),
            locals: Vec::new(),
            exits: Vec::new(),
        }
    }

    pub fn code(&mut self) -> InstructionSink<'_> {
        InstructionSink::new(&mut self.code)
    }

    pub fn local(&mut self, ty: ValType) -> u32 {
        self.locals.push(ty);
        PARAMETERS + self.locals.len() as u32 - 1
    }

    /// A new local with what is on the stack.
    pub fn keep(&mut self, ty: ValType) -> u32 {
        let local = self.local(ty);
        self.code().local_set(local);
        local
    }

    pub fn is_full(&self) -> bool {
        self.locals.len() > MAX_LOCALS
    }

    pub fn begin(&mut self, label: Label) {
        match label {
            Label::Head(_) => self.code().loop_(BlockType::Empty),
            _ => self.code().block(BlockType::Empty),
        };
        self.labels.push(label);
    }

    pub fn begin_if(&mut self) {
        self.code().if_(BlockType::Empty);
        self.labels.push(Label::Other);
    }

    pub fn or_else(&mut self) {
        self.code().else_();
    }

    pub fn end(&mut self) {
        self.code().end();
        self.labels.pop();
    }

    /// The depth of the innermost label of which this is true.
    pub fn depth(&self, wanted: impl Fn(&Label) -> bool) -> Option<u32> {
        self.labels
            .iter()
            .rev()
            .position(wanted)
            .map(|depth| depth as u32)
    }

    /// The label of the way out that goes on with this instruction.
    fn exit_label(&mut self) -> u32 {
        if let Some(slow) = self.slow {
            return (self.labels.len() - 1 - slow) as u32;
        }
        let live = self.live;
        let writes = |(&number, register): (&u32, &Register)| {
            let dirty = register.bits_dirty || register.type_dirty;
            let written = (
                number,
                register.value,
                register.bits_dirty,
                register.type_dirty,
            );
            (dirty && live.contains(number)).then_some(written)
        };
        let exit = Exit {
            pc: self.pc,
            writes: self.state.registers.iter().filter_map(writes).collect(),
        };
        if self.exits.last() != Some(&exit) {
            self.exits.push(exit);
        }
        (self.labels.len() + self.exits.len() - 1) as u32
    }

    /// Leaves to the interpreter from this instruction on.
    pub fn exit(&mut self) {
        let label = self.exit_label();
        self.code().br(label);
    }

    /// The same if what is on the stack is not 0.
    pub fn exit_if(&mut self) {
        let label = self.exit_label();
        self.code().br_if(label);
    }

    pub fn exit_unless(&mut self) {
        self.code().i32_eqz();
        self.exit_if();
    }

    /// The value in a register.
    pub fn get(&mut self, number: u32) -> Value {
        if let Some(register) = self.state.registers.get(&number) {
            return register.value;
        }
        self.code().local_get(STACK).i64_load(at8(number * 16));
        let bits = self.keep(ValType::I64);
        self.code().local_get(STACK).i32_load(at(number * 16 + 8));
        let tt = self.keep(ValType::I32);
        let value = Value {
            tt: Type::Local(tt),
            bits: Bits::Local(bits),
        };
        self.state.loaded(number, value);
        value
    }

    pub fn set(&mut self, number: u32, value: Value) {
        self.state.set(number, value);
    }

    /// Pushes a value's type.
    pub fn push_type(&mut self, value: Value) {
        match value.tt {
            Type::Known(known) => self.code().i32_const(known.cast_signed()),
            Type::Local(local) => self.code().local_get(local),
        };
    }

    /// Pushes a value as i64.
    pub fn push_bits(&mut self, value: Value) {
        match value.bits {
            Bits::Local(local) => self.code().local_get(local),
            Bits::Float(local) => self.code().local_get(local).i64_reinterpret_f64(),
            Bits::Constant(constant) => self.code().i64_const(constant),
        };
    }

    /// Pushes a Float.
    pub fn push_float(&mut self, value: Value) {
        match value.bits {
            Bits::Local(local) => self.code().local_get(local).f64_reinterpret_i64(),
            Bits::Float(local) => self.code().local_get(local),
            Bits::Constant(bits) => self
                .code()
                .f64_const(f64::from_bits(bits.cast_unsigned()).into()),
        };
    }

    /// Pushes a reference, or a symbol.
    pub fn push_pointer(&mut self, value: Value) {
        self.push_bits(value);
        self.code().i32_wrap_i64();
    }

    /// Pushes whether a value is of this type.
    pub fn push_is(&mut self, value: Value, known: u32) {
        self.push_type(value);
        self.code().i32_const(known.cast_signed()).i32_eq();
    }

    /// Leaves unless a value is of this type.
    pub fn guard(&mut self, value: Value, known: u32) -> Value {
        match value.tt {
            Type::Known(other) if other == known => return value,
            Type::Known(_) => self.exit(),
            Type::Local(_) => {
                self.push_is(value, known);
                self.exit_unless();
            }
        }
        self.state.refine(value, known);
        Value {
            tt: Type::Known(known),
            ..value
        }
    }

    /// Makes a value of a 32-bit one on the stack.
    pub fn kept_pointer(&mut self, known: u32) -> Value {
        self.code().i64_extend_i32_u();
        Value {
            tt: Type::Known(known),
            bits: Bits::Local(self.keep(ValType::I64)),
        }
    }

    /// The value at what is on the stack, plus `offset`.
    pub fn load(&mut self, offset: u32) -> Value {
        let place = self.local(ValType::I32);
        self.code().local_tee(place).i64_load(at8(offset));
        let bits = self.keep(ValType::I64);
        self.code().local_get(place).i32_load(at(offset + 8));
        let tt = self.keep(ValType::I32);
        Value {
            tt: Type::Local(tt),
            bits: Bits::Local(bits),
        }
    }

    /// Writes a value to where a local points, plus `offset`.
    pub fn store(&mut self, place: u32, offset: u32, value: Value) {
        self.store_parts(place, offset, value, true, true);
    }

    fn store_parts(&mut self, place: u32, offset: u32, value: Value, bits: bool, ty: bool) {
        if bits {
            self.code().local_get(place);
            if let Bits::Float(local) = value.bits {
                self.code().local_get(local).f64_store(at8(offset));
            } else {
                self.push_bits(value);
                self.code().i64_store(at8(offset));
            }
        }
        if ty {
            self.code().local_get(place);
            match value.tt {
                Type::Known(known) => self.code().i64_const(known.into()),
                Type::Local(local) => self.code().local_get(local).i64_extend_i32_u(),
            };
            self.code().i64_store(at8(offset + 8));
        }
    }

    /// Writes into memory what it has not of these registers.
    pub fn flush(&mut self, wanted: impl Fn(u32) -> bool) {
        let dirty: Vec<(u32, Register)> = self
            .state
            .registers
            .iter()
            .filter(|(number, register)| {
                (register.bits_dirty || register.type_dirty) && wanted(**number)
            })
            .map(|(&number, &register)| (number, register))
            .collect();
        for (number, register) in dirty {
            self.store_parts(
                STACK,
                number * 16,
                register.value,
                register.bits_dirty,
                register.type_dirty,
            );
            self.state.cleaned(number);
        }
    }

    /// The function, around whose body its ways out are.
    pub fn finish(mut self) -> Function {
        let body = mem::take(&mut self.code);
        let exits = mem::take(&mut self.exits);
        for _ in &exits {
            self.code().block(BlockType::Empty);
        }
        self.code.extend(body);
        self.code().unreachable();
        for exit in exits {
            self.code().end();
            for (number, value, bits, ty) in exit.writes {
                self.store_parts(STACK, number * 16, value, bits, ty);
            }
            self.code().i32_const(exit.pc.cast_signed()).return_();
        }
        self.code().end();
        let mut function = Function::new_with_locals_types(self.locals);
        function.raw(self.code);
        function
    }
}
