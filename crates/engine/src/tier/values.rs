//! What is known, at one place of a routine, of the values in its registers.

use std::collections::BTreeMap;

/// `mrb_vtype`, as far as it is looked at.
pub mod tt {
    pub const FALSE: u32 = 0;
    pub const TRUE: u32 = 1;
    pub const SYMBOL: u32 = 2;
    pub const FLOAT: u32 = 5;
    pub const INTEGER: u32 = 6;
    /// The last one that is no reference.
    pub const CPTR: u32 = 7;
    pub const OBJECT: u32 = 8;
    pub const PROC: u32 = 16;
    pub const ARRAY: u32 = 17;
    pub const ENV: u32 = 20;
}

/// A value: its type, and the eight bytes beside it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Value {
    pub tt: Type,
    pub bits: Bits,
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Type {
    Known(u32),
    /// In a local.
    Local(u32),
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Bits {
    /// In a local of type i64.
    Local(u32),
    /// In a local of type f64.
    Float(u32),
    Constant(i64),
}

impl Value {
    pub const NIL: Self = Self {
        tt: Type::Known(tt::FALSE),
        bits: Bits::Constant(0),
    };
    pub const FALSE: Self = Self {
        tt: Type::Known(tt::FALSE),
        bits: Bits::Constant(1),
    };
    pub const TRUE: Self = Self {
        tt: Type::Known(tt::TRUE),
        bits: Bits::Constant(1),
    };

    pub const fn integer(value: i64) -> Self {
        Self {
            tt: Type::Known(tt::INTEGER),
            bits: Bits::Constant(value),
        }
    }

    /// True or false, as a local says by 1 or 0.
    pub const fn truth(local: u32) -> Self {
        Self {
            tt: Type::Local(local),
            bits: Bits::Constant(1),
        }
    }

    pub fn is(&self, known: u32) -> bool {
        self.tt == Type::Known(known)
    }

    /// Whether it is known to be no reference.
    pub fn is_immediate(&self) -> bool {
        matches!(self.tt, Type::Known(known) if known <= tt::CPTR)
            || matches!(self.bits, Bits::Constant(_))
    }
}

/// A register whose value is known.
#[derive(Clone, Copy)]
pub struct Register {
    pub value: Value,
    /// What of it is not in memory.
    pub bits_dirty: bool,
    pub type_dirty: bool,
}

/// The registers whose values are known, and which of them memory has not.
#[derive(Clone, Default)]
pub struct State {
    pub registers: BTreeMap<u32, Register>,
    /// The types that memory has, where they are known.
    types: BTreeMap<u32, Type>,
    /// Locals with the stack and the header of the variables of a block around, by how far out that is.
    pub around: BTreeMap<u32, (u32, u32)>,
}

impl State {
    /// The value that the register has in memory and in these locals.
    pub fn loaded(&mut self, register: u32, value: Value) {
        let clean = Register {
            value,
            bits_dirty: false,
            type_dirty: false,
        };
        self.registers.insert(register, clean);
        self.types.insert(register, value.tt);
    }

    pub fn set(&mut self, register: u32, value: Value) {
        let type_dirty = self.types.get(&register) != Some(&value.tt);
        self.registers.insert(
            register,
            Register {
                value,
                bits_dirty: true,
                type_dirty,
            },
        );
    }

    /// The value in a register turned out to be of this type.
    pub fn refine(&mut self, value: Value, known: u32) {
        for (&number, register) in &mut self.registers {
            if register.value == value {
                register.value.tt = Type::Known(known);
                if !register.type_dirty {
                    self.types.insert(number, register.value.tt);
                }
            }
        }
    }

    /// What it says is in memory now.
    pub fn cleaned(&mut self, number: u32) {
        if let Some(register) = self.registers.get_mut(&number) {
            register.bits_dirty = false;
            register.type_dirty = false;
            self.types.insert(number, register.value.tt);
        }
    }

    /// What holds of this state, and of the one after a call from the register `a` on for which registers were written
    /// into memory: those from `a` on are what the call left there.
    pub fn joined(mut self, a: u32, written: impl Fn(u32) -> bool) -> Self {
        self.registers.retain(|&number, _| number < a);
        self.types.retain(|&number, _| number < a);
        for (&number, register) in &self.registers {
            if register.type_dirty && written(number) {
                self.types.remove(&number);
            }
        }
        // the collector may have seen what holds these meanwhile
        self.around.clear();
        self
    }

    pub fn clear(&mut self) {
        *self = Self::default();
    }
}
