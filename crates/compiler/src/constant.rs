//! Constants.

use ruby_prism::{ConstantPathNode, ConstantPathWriteNode, Node};

use crate::assembler::Reg;
use crate::compiler::Compiler;
use crate::failure::Done;
use crate::op::Op;

impl<'pr> Compiler<'pr> {
    #[inline(never)]
    pub fn constant_path(&mut self, node: &ConstantPathNode<'pr>, to: Reg) -> Done {
        self.note_constant(&node.as_node());
        let base = self.base(to);
        self.scope_of(node.parent().as_ref(), base)?;
        self.mark(&node.name_loc());
        self.get(Op::GETMCNST, constant_name(node), base)?;
        self.settle(base, to);
        Ok(())
    }

    /// What stands before `::`; nothing is Object.
    pub fn scope_of(&mut self, parent: Option<&Node<'pr>>, to: Reg) -> Done {
        match parent {
            Some(parent) => self.value(parent, to),
            None => {
                self.op1(Op::OCLASS, to);
                Ok(())
            }
        }
    }

    #[inline(never)]
    pub fn assign_constant_path(
        &mut self,
        node: &ConstantPathWriteNode<'pr>,
        to: Option<Reg>,
    ) -> Done {
        let target = node.target();
        self.within(|this| {
            let parent = this.push();
            this.scope_of(target.parent().as_ref(), parent)?;
            let value = this.push();
            this.value(&node.value(), value)?;
            this.write_constant(parent, constant_name(&target), value)?;
            if let Some(to) = to {
                this.copy(to, value);
            }
            Ok(())
        })
    }

    /// The constant of what is in one register becomes what is in another.
    pub fn write_constant(&mut self, parent: Reg, name: &'pr [u8], value: Reg) -> Done {
        self.note_definition(name);
        self.within(|this| {
            let from = this.push();
            let scope = this.push();
            this.copy(from, value);
            this.copy(scope, parent);
            let name = this.name(name)?;
            this.op2(Op::SETMCNST, from, name);
            Ok(())
        })
    }
}

pub fn constant_name<'pr>(node: &ConstantPathNode<'pr>) -> &'pr [u8] {
    node.name().map(|name| name.as_slice()).unwrap_or_default()
}
