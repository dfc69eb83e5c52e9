//! Local variables, those of the scopes around included.

use ruby_prism::Node;

use crate::assembler::Reg;
use crate::compiler::Compiler;
use crate::failure::{Done, Failure};
use crate::op::Op;
use crate::scope::{Kind, Slot};

/// The compiler's name of a Hash of values by where they stand in the source.
const HIDDEN: &[u8] = b"%hidden";

/// A local, so many routines up.
#[derive(Clone, Copy)]
pub struct Place {
    pub level: usize,
    pub slot: Slot,
}

impl<'pr> Compiler<'pr> {
    /// The local of a name, `depth` scopes of Ruby up.
    pub fn find(&self, name: &[u8], mut depth: u32) -> Option<Place> {
        for (level, scope) in self.scopes.iter().rev().enumerate() {
            if scope.kind == Kind::Inner {
                if depth == 0
                    && let Some(slot) = scope.slot(name)
                {
                    return Some(Place { level, slot });
                }
                continue;
            }
            if depth == 0 {
                return scope.slot(name).map(|slot| Place { level, slot });
            }
            depth -= 1;
        }
        let outer = self.outer.get(depth as usize)?;
        let index = outer
            .locals
            .iter()
            .rposition(|local| local.as_deref() == Some(name))?;
        let slot = Slot::Register(index as Reg + 1);
        Some(Place {
            level: self.scopes.len() + depth as usize,
            slot,
        })
    }

    /// The local of a name in the nearest scope that has it, as far as the method.
    pub fn find_anywhere(&self, name: &[u8]) -> Option<Place> {
        (0..(self.scopes.len() + self.outer.len()) as u32).find_map(|depth| self.find(name, depth))
    }

    /// The register of a local of this routine.
    pub fn own_register(&self, name: &[u8], depth: u32) -> Option<Reg> {
        match self.find(name, depth)? {
            Place {
                level: 0,
                slot: Slot::Register(register),
            } => Some(register),
            _ => None,
        }
    }

    fn unknown(&mut self, name: &[u8]) -> Box<Failure> {
        let message = [b"no local variable ", name, b" here"].concat();
        Failure::new(self.scope().code.line as i32, 0, message)
    }

    #[inline(never)]
    pub fn read_local(&mut self, name: &[u8], depth: u32, to: Reg) -> Done {
        let place = self.find(name, depth).ok_or_else(|| self.unknown(name))?;
        self.read_place(place, to)
    }

    pub fn read_place(&mut self, place: Place, to: Reg) -> Done {
        match place.slot {
            Slot::Register(register) => self.read_register(register, place.level, to),
            Slot::Element { array, index } => {
                let base = self.base(to);
                self.read_register(array, place.level, base)?;
                let key = self.push();
                self.integer(key, i64::from(index))?;
                self.need(2);
                self.op1(Op::GETIDX, base);
                self.settle(base, to);
                Ok(())
            }
        }
    }

    /// Reads a register of a routine so many levels up.
    pub fn read_register(&mut self, register: Reg, level: usize, to: Reg) -> Done {
        if level == 0 {
            self.copy(to, register);
            return Ok(());
        }
        let level = self.level(level)?;
        self.op3(Op::GETUPVAR, to, register, level);
        Ok(())
    }

    fn level(&mut self, level: usize) -> Done<u8> {
        u8::try_from(level - 1).map_err(|_| {
            let message = b"blocks nested too deep (the limit is 255; use methods)".to_vec();
            Failure::new(self.scope().code.line as i32, 0, message)
        })
    }

    pub fn write_local(&mut self, name: &[u8], depth: u32, from: Reg) -> Done {
        let place = self.find(name, depth).ok_or_else(|| self.unknown(name))?;
        self.write_place(place, from)
    }

    pub fn write_place(&mut self, place: Place, from: Reg) -> Done {
        match place {
            Place {
                level: 0,
                slot: Slot::Register(register),
            } => self.copy(register, from),
            Place {
                level,
                slot: Slot::Register(register),
            } => {
                let level = self.level(level)?;
                self.op3(Op::SETUPVAR, from, register, level);
            }
            Place {
                level,
                slot: Slot::Element { array, index },
            } => self.within(|this| {
                let base = this.push();
                this.read_register(array, level, base)?;
                let key = this.push();
                this.integer(key, i64::from(index))?;
                let value = this.push();
                this.copy(value, from);
                this.need(2);
                this.op1(Op::SETIDX, base);
                Ok(())
            })?,
        }
        Ok(())
    }

    /// `name = value`, the value being also wanted in `to`, if that is given.
    #[inline(never)]
    pub fn assign_local(
        &mut self,
        name: &[u8],
        depth: u32,
        value: &Node<'pr>,
        to: Option<Reg>,
    ) -> Done {
        if let Some(register) = self.own_register(name, depth) {
            if is_plain(value) {
                self.value(value, register)?;
            } else {
                self.within(|this| {
                    let from = this.push();
                    this.value(value, from)?;
                    this.copy(register, from);
                    Ok(())
                })?;
            }
            if let Some(to) = to {
                self.copy(to, register);
            }
            return Ok(());
        }
        self.within(|this| {
            let from = match to {
                Some(to) if this.scope().is_temporary(to) => to,
                _ => this.push(),
            };
            this.value(value, from)?;
            this.write_local(name, depth, from)?;
            if let Some(to) = to {
                this.copy(to, from);
            }
            Ok(())
        })
    }

    pub fn has_elements(&mut self) -> bool {
        self.scope().slot(HIDDEN).is_some() || self.scope().elements().is_some()
    }

    /// The Array of the locals that have no register, and the Hash of those that the source does not name.
    pub fn prepare_elements(&mut self) {
        if let Some(Slot::Register(hash)) = self.scope().slot(HIDDEN) {
            self.op2(Op::HASH, hash, 0);
        }
        if let Some(array) = self.scope().elements() {
            self.op2(Op::ARRAY, array, 0);
        }
    }

    /// A local that the source does not name, kept as long as the frame of the method.
    ///
    /// The first compilation finds out how many there are, the next has them.
    pub fn hidden_local(&mut self, at: u32) -> Option<Place> {
        let anchor = *self.anchors.last()?;
        let known = self.hidden.has(anchor);
        self.wanted.add(anchor);
        if !known {
            return None;
        }
        let level = self
            .anchors
            .iter()
            .rev()
            .take_while(|&&other| other == anchor)
            .count()
            - 1;
        let scope = &self.scopes[self.scopes.len() - 1 - level];
        let slot = scope.slot(HIDDEN)?;
        let Slot::Register(array) = slot else {
            return None;
        };
        Some(Place {
            level,
            slot: Slot::Element { array, index: at },
        })
    }

    /// Room for the hidden locals of a routine, in a Hash by where they stand in the source.
    pub fn declare_hidden(&mut self) {
        let anchor = *self.anchors.last().unwrap_or(&0);
        if self.hidden.has(anchor) {
            self.scope().declare_unnamed(HIDDEN);
        }
    }
}

/// Whether the code of a node writes its register once, as its last act.
pub fn is_plain(node: &Node<'_>) -> bool {
    matches!(
        node,
        Node::IntegerNode { .. }
            | Node::FloatNode { .. }
            | Node::NilNode { .. }
            | Node::TrueNode { .. }
            | Node::FalseNode { .. }
            | Node::SelfNode { .. }
            | Node::StringNode { .. }
            | Node::SymbolNode { .. }
            | Node::LocalVariableReadNode { .. }
            | Node::InstanceVariableReadNode { .. }
            | Node::GlobalVariableReadNode { .. }
            | Node::ConstantReadNode { .. }
            | Node::LambdaNode { .. }
    )
}
