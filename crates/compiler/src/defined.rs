//! `defined?`

use ruby_prism::{CallNode, DefinedNode, Node};

use crate::assembler::{Label, Reg};
use crate::compiler::Compiler;
use crate::condition::sole_statement;
use crate::constant::constant_name;
use crate::dispatch::cast;
use crate::failure::Done;
use crate::op::Op;

impl<'pr> Compiler<'pr> {
    #[inline(never)]
    pub fn defined_node(&mut self, node: &DefinedNode<'pr>, to: Option<Reg>) -> Done {
        let Some(to) = to else {
            return Ok(());
        };
        let base = self.base(to);
        let (absent, end) = (self.scope().code.label(), self.scope().code.label());
        let text = self.check_defined(&node.value(), absent)?;
        self.text(base, text.as_bytes())?;
        self.send(base, b"freeze", 0)?;
        self.scope().code.jump(Op::JMP, end);
        self.scope().code.bind(absent);
        self.nil(base);
        self.scope().code.bind(end);
        self.settle(base, to);
        Ok(())
    }

    /// Goes to `absent` if the node is not defined; what it is.
    fn check_defined(&mut self, node: &Node<'pr>, absent: Label) -> Done<&'static str> {
        self.nested(node, |this| this.within(|this| this.check(node, absent)))
    }

    fn check(&mut self, node: &Node<'pr>, absent: Label) -> Done<&'static str> {
        match node {
            Node::ParenthesesNode { .. } => match sole_statement(node) {
                Some(inner) => self.check_defined(&inner, absent),
                None if cast!(node, as_parentheses_node).body().is_none() => Ok("nil"),
                None => Ok("expression"),
            },
            Node::LocalVariableReadNode { .. } | Node::ItLocalVariableReadNode { .. } => {
                Ok("local-variable")
            }
            Node::NilNode { .. } => Ok("nil"),
            Node::SelfNode { .. } => Ok("self"),
            Node::TrueNode { .. } => Ok("true"),
            Node::FalseNode { .. } => Ok("false"),
            Node::InstanceVariableReadNode { .. } => {
                let name = cast!(node, as_instance_variable_read_node).name();
                self.ask_self(b"instance_variable_defined?", name.as_slice(), absent)?;
                Ok("instance-variable")
            }
            Node::GlobalVariableReadNode { .. } => {
                let name = cast!(node, as_global_variable_read_node).name().as_slice();
                let named = name
                    .get(1)
                    .is_some_and(|&byte| byte == b'_' || byte.is_ascii_alphabetic() || byte > 0x7f);
                if named {
                    self.ask_self(b"__global?", name, absent)?;
                }
                Ok("global-variable")
            }
            Node::NumberedReferenceReadNode { .. } | Node::BackReferenceReadNode { .. } => {
                let register = self.push();
                self.value(node, register)?;
                self.scope().code.branch(Op::JMPNIL, register, absent);
                Ok("global-variable")
            }
            Node::ClassVariableReadNode { .. } => {
                self.try_value(node, absent)?;
                Ok("class variable")
            }
            Node::ConstantReadNode { .. } => {
                let name = cast!(node, as_constant_read_node).name();
                self.ask_self(b"__constant?", name.as_slice(), absent)?;
                Ok("constant")
            }
            Node::ConstantPathNode { .. } => {
                let path = cast!(node, as_constant_path_node);
                let parent = path.parent();
                if let Some(parent) = &parent {
                    self.check_defined(parent, absent)?;
                }
                self.attempt(absent, |this| {
                    this.ask_constant(constant_name(&path), absent, |this, to| {
                        this.scope_of(parent.as_ref(), to)
                    })
                })?;
                Ok("constant")
            }
            Node::CallNode { .. } => self.check_call(&cast!(node, as_call_node), absent),
            Node::YieldNode { .. } => {
                let register = self.push();
                self.method_block(register)?;
                self.scope().code.branch(Op::JMPNIL, register, absent);
                Ok("yield")
            }
            Node::SuperNode { .. } | Node::ForwardingSuperNode { .. } => {
                let base = self.push();
                let name = self.push();
                self.self_send(name, b"__method__", 0)?;
                self.self_send(base, b"__super?", 1)?;
                self.jump_on(base, false, absent);
                Ok("super")
            }
            Node::ArrayNode { .. } => {
                for element in &cast!(node, as_array_node).elements() {
                    self.check_defined(&element, absent)?;
                }
                Ok("expression")
            }
            _ if is_assignment(node) => Ok("assignment"),
            _ => Ok("expression"),
        }
    }

    /// Goes to `absent` if the code sees no constant of a name; `const_missing` is not asked.
    pub fn check_constant(&mut self, name: &[u8], absent: Label) -> Done {
        self.within(|this| this.ask_self(b"__constant?", name, absent))
    }

    /// The same of the constants of a module.
    pub fn ask_constant(
        &mut self,
        name: &[u8],
        absent: Label,
        module: impl FnOnce(&mut Self, Reg) -> Done,
    ) -> Done {
        self.within(|this| {
            let (base, of, wanted) = (this.push(), this.push(), this.push());
            module(this, of)?;
            this.symbol(wanted, name)?;
            this.self_send(base, b"__constant_of?", 2)?;
            this.jump_on(base, false, absent);
            Ok(())
        })
    }

    fn ask_self(&mut self, method: &[u8], name: &[u8], absent: Label) -> Done {
        let base = self.push();
        let argument = self.push();
        self.symbol(argument, name)?;
        self.self_send(base, method, 1)?;
        self.jump_on(base, false, absent);
        Ok(())
    }

    fn try_value(&mut self, node: &Node<'pr>, absent: Label) -> Done {
        let register = self.push();
        self.attempt(absent, |this| this.value(node, register))
    }

    fn check_call(&mut self, call: &CallNode<'pr>, absent: Label) -> Done<&'static str> {
        if call
            .block()
            .is_some_and(|block| block.as_block_node().is_some())
        {
            return Ok("expression");
        }
        for argument in call
            .arguments()
            .iter()
            .flat_map(|node| node.arguments().iter())
        {
            self.check_defined(&argument, absent)?;
        }
        let name = call.name();
        match call.receiver() {
            None => self.ask_self(b"__callable?", name.as_slice(), absent)?,
            Some(receiver) => {
                self.check_defined(&receiver, absent)?;
                let own = receiver.as_self_node().is_some();
                if own {
                    self.ask_self(b"__callable?", name.as_slice(), absent)?;
                } else {
                    self.ask_receiver(&receiver, name.as_slice(), absent)?;
                }
            }
        }
        Ok(if call.is_attribute_write() {
            "assignment"
        } else {
            "method"
        })
    }

    fn ask_receiver(&mut self, receiver: &Node<'pr>, name: &[u8], absent: Label) -> Done {
        self.attempt(absent, |this| {
            this.within(|this| {
                let base = this.push();
                this.value(receiver, base)?;
                let argument = this.push();
                this.symbol(argument, name)?;
                this.send(base, b"respond_to?", 1)?;
                this.jump_on(base, false, absent);
                Ok(())
            })
        })
    }
}

fn is_assignment(node: &Node<'_>) -> bool {
    matches!(
        node,
        Node::LocalVariableWriteNode { .. }
            | Node::LocalVariableAndWriteNode { .. }
            | Node::LocalVariableOrWriteNode { .. }
            | Node::LocalVariableOperatorWriteNode { .. }
            | Node::InstanceVariableWriteNode { .. }
            | Node::InstanceVariableAndWriteNode { .. }
            | Node::InstanceVariableOrWriteNode { .. }
            | Node::InstanceVariableOperatorWriteNode { .. }
            | Node::GlobalVariableWriteNode { .. }
            | Node::GlobalVariableAndWriteNode { .. }
            | Node::GlobalVariableOrWriteNode { .. }
            | Node::GlobalVariableOperatorWriteNode { .. }
            | Node::ClassVariableWriteNode { .. }
            | Node::ClassVariableAndWriteNode { .. }
            | Node::ClassVariableOrWriteNode { .. }
            | Node::ClassVariableOperatorWriteNode { .. }
            | Node::ConstantWriteNode { .. }
            | Node::ConstantAndWriteNode { .. }
            | Node::ConstantOrWriteNode { .. }
            | Node::ConstantOperatorWriteNode { .. }
            | Node::ConstantPathWriteNode { .. }
            | Node::ConstantPathAndWriteNode { .. }
            | Node::ConstantPathOrWriteNode { .. }
            | Node::ConstantPathOperatorWriteNode { .. }
            | Node::CallAndWriteNode { .. }
            | Node::CallOrWriteNode { .. }
            | Node::CallOperatorWriteNode { .. }
            | Node::IndexAndWriteNode { .. }
            | Node::IndexOrWriteNode { .. }
            | Node::IndexOperatorWriteNode { .. }
            | Node::MultiWriteNode { .. }
    )
}
