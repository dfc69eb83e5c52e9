//! Conditions: code that goes one way or the other.

use ruby_prism::Node;

use crate::assembler::{Label, Reg};
use crate::compiler::Compiler;
use crate::dispatch::cast;
use crate::failure::Done;
use crate::op::Op;

impl<'pr> Compiler<'pr> {
    /// Goes to `label` if the condition is true, or false, as `when` says; else on.
    pub fn branch(&mut self, condition: &Node<'pr>, when: bool, label: Label) -> Done {
        self.nested(condition, |this| {
            this.within(|this| this.branch_on(condition, when, label))
        })
    }

    fn branch_on(&mut self, condition: &Node<'pr>, when: bool, label: Label) -> Done {
        match condition {
            Node::TrueNode { .. } | Node::IntegerNode { .. } | Node::SymbolNode { .. } => {
                self.jump_if(when, label);
                Ok(())
            }
            Node::FalseNode { .. } | Node::NilNode { .. } => {
                self.jump_if(!when, label);
                Ok(())
            }
            Node::ParenthesesNode { .. } => match sole_statement(condition) {
                Some(inner) => self.branch(&inner, when, label),
                None => self.branch_on_value(condition, when, label),
            },
            Node::AndNode { .. } => {
                let and = cast!(condition, as_and_node);
                self.branch_on_both(&and.left(), &and.right(), when, label, false)
            }
            Node::OrNode { .. } => {
                let or = cast!(condition, as_or_node);
                self.branch_on_both(&or.left(), &or.right(), when, label, true)
            }
            Node::CallNode { .. } => {
                let call = cast!(condition, as_call_node);
                // A script's objects may have a `!` of their own.
                let not = self.options.core && call.name().as_slice() == b"!";
                match call.receiver().filter(|_| not) {
                    Some(receiver) => self.branch(&receiver, !when, label),
                    None => self.branch_on_value(condition, when, label),
                }
            }
            Node::FlipFlopNode { .. } => {
                let register = self.push();
                self.flip_flop(condition, register)?;
                self.jump_on(register, when, label);
                Ok(())
            }
            _ => self.branch_on_value(condition, when, label),
        }
    }

    /// `a && b` and `a || b`; `early` is the truth of the first that decides.
    fn branch_on_both(
        &mut self,
        left: &Node<'pr>,
        right: &Node<'pr>,
        when: bool,
        label: Label,
        early: bool,
    ) -> Done {
        if when == early {
            self.branch(left, early, label)?;
            return self.branch(right, early, label);
        }
        let on = self.scope().code.label();
        self.branch(left, early, on)?;
        self.branch(right, when, label)?;
        self.scope().code.bind(on);
        Ok(())
    }

    fn branch_on_value(&mut self, condition: &Node<'pr>, when: bool, label: Label) -> Done {
        let register = self.operand(condition)?;
        self.jump_on(register, when, label);
        Ok(())
    }

    fn jump_if(&mut self, always: bool, label: Label) {
        if always {
            self.scope().code.jump(Op::JMP, label);
        }
    }

    pub fn jump_on(&mut self, register: Reg, when: bool, label: Label) {
        let op = if when { Op::JMPIF } else { Op::JMPNOT };
        self.scope().code.branch(op, register, label);
    }

    #[inline(never)]
    pub fn flip_flop_value(&mut self, node: &Node<'pr>, to: Option<Reg>) -> Done {
        self.within(|this| {
            let register = this.push();
            this.flip_flop(node, register)?;
            if let Some(to) = to {
                this.copy(to, register);
            }
            Ok(())
        })
    }

    /// A flip-flop: true from where its left is true to where its right is.
    fn flip_flop(&mut self, node: &Node<'pr>, to: Reg) -> Done {
        let place = self.hidden_local(node.location().start());
        let flip_flop = cast!(node, as_flip_flop_node);
        let Some(place) = place else {
            // It is compiled once more, then with a place.
            self.nil(to);
            return Ok(());
        };
        let (on, off, end) = {
            let code = &mut self.scope().code;
            (code.label(), code.label(), code.label())
        };
        self.read_place(place, to)?;
        self.jump_on(to, true, on);
        match flip_flop.left() {
            Some(left) => self.branch(&left, false, off)?,
            None => self.scope().code.jump(Op::JMP, off),
        }
        self.op1(Op::LOADTRUE, to);
        self.write_place(place, to)?;
        if flip_flop.is_exclude_end() {
            self.scope().code.jump(Op::JMP, end);
        }
        self.scope().code.bind(on);
        let stay = self.scope().code.label();
        if let Some(right) = flip_flop.right() {
            self.branch(&right, false, stay)?;
            self.op1(Op::LOADFALSE, to);
            self.write_place(place, to)?;
        }
        self.scope().code.bind(stay);
        self.op1(Op::LOADTRUE, to);
        self.scope().code.jump(Op::JMP, end);
        self.scope().code.bind(off);
        self.op1(Op::LOADFALSE, to);
        self.scope().code.bind(end);
        Ok(())
    }
}

/// The only statement in parentheses.
pub fn sole_statement<'pr>(node: &Node<'pr>) -> Option<Node<'pr>> {
    let body = node.as_parentheses_node()?.body()?;
    let Some(statements) = body.as_statements_node() else {
        return Some(body);
    };
    let list = statements.body();
    (list.len() == 1).then(|| list.first()).flatten()
}
