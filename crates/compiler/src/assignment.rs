//! Assignments to variables with a name of their own.

use ruby_prism::Node;

use crate::assembler::Reg;
use crate::compiler::Compiler;
use crate::failure::Done;
use crate::op::Op;

impl<'pr> Compiler<'pr> {
    /// `@name = value`, `$name = value`, `@@name = value`, `Name = value`
    #[inline(never)]
    pub fn assign_named(
        &mut self,
        op: Op,
        name: &'pr [u8],
        value: &Node<'pr>,
        to: Option<Reg>,
    ) -> Done {
        self.within(|this| {
            let from = match to {
                Some(to) if this.scope().is_temporary(to) => {
                    this.value(value, to)?;
                    to
                }
                _ => this.operand(value)?,
            };
            this.set(op, name, from)?;
            if let Some(to) = to {
                this.copy(to, from);
            }
            Ok(())
        })
    }

    pub fn set(&mut self, op: Op, name: &[u8], from: Reg) -> Done {
        if op == Op::SETCONST {
            self.note_definition(name);
        }
        let name = self.name(name)?;
        self.op2(op, from, name);
        Ok(())
    }
}
