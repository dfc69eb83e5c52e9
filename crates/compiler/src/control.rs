//! `if`, `and`, `or`, `case … when`, `return`.

use ruby_prism::{
    AndNode, ArgumentsNode, CaseNode, IfNode, Node, OrNode, ReturnNode, StatementsNode, UnlessNode,
};

use crate::assembler::{Label, Reg};
use crate::compiler::Compiler;
use crate::dispatch::cast;
use crate::failure::Done;
use crate::op::Op;
use crate::scope::Kind;

impl<'pr> Compiler<'pr> {
    #[inline(never)]
    pub fn if_node(&mut self, node: &IfNode<'pr>, to: Option<Reg>) -> Done {
        self.choice(
            &node.predicate(),
            true,
            node.statements(),
            node.subsequent(),
            to,
        )
    }

    #[inline(never)]
    pub fn unless_node(&mut self, node: &UnlessNode<'pr>, to: Option<Reg>) -> Done {
        let otherwise = node.else_clause().map(|clause| clause.as_node());
        self.choice(&node.predicate(), false, node.statements(), otherwise, to)
    }

    fn choice(
        &mut self,
        condition: &Node<'pr>,
        when: bool,
        then: Option<StatementsNode<'pr>>,
        otherwise: Option<Node<'pr>>,
        to: Option<Reg>,
    ) -> Done {
        let other = self.scope().code.label();
        self.branch(condition, !when, other)?;
        self.statements(then.as_ref(), to)?;
        if otherwise.is_none() && to.is_none() {
            self.scope().code.bind(other);
            return Ok(());
        }
        let end = self.scope().code.label();
        self.scope().code.jump(Op::JMP, end);
        self.scope().code.bind(other);
        match &otherwise {
            Some(node) => self.node(node, to)?,
            None => self.nothing(to)?,
        }
        self.scope().code.bind(end);
        Ok(())
    }

    #[inline(never)]
    pub fn and_node(&mut self, node: &AndNode<'pr>, to: Option<Reg>) -> Done {
        self.both(&node.left(), &node.right(), false, to)
    }

    #[inline(never)]
    pub fn or_node(&mut self, node: &OrNode<'pr>, to: Option<Reg>) -> Done {
        self.both(&node.left(), &node.right(), true, to)
    }

    /// `early` is the truth of the first value that decides.
    fn both(&mut self, left: &Node<'pr>, right: &Node<'pr>, early: bool, to: Option<Reg>) -> Done {
        let end = self.scope().code.label();
        let Some(to) = to else {
            self.branch(left, early, end)?;
            self.effect(right)?;
            self.scope().code.bind(end);
            return Ok(());
        };
        let base = self.base(to);
        self.value(left, base)?;
        self.jump_on(base, early, end);
        self.value(right, base)?;
        self.scope().code.bind(end);
        self.settle(base, to);
        Ok(())
    }

    #[inline(never)]
    pub fn case_node(&mut self, node: &CaseNode<'pr>, to: Option<Reg>) -> Done {
        let result = to.map(|to| self.base(to));
        let end = self.scope().code.label();
        self.within(|this| {
            let subject = match node.predicate() {
                Some(predicate) => {
                    let register = this.push();
                    this.value(&predicate, register)?;
                    Some(register)
                }
                None => None,
            };
            for clause in &node.conditions() {
                let clause = cast!(clause, as_when_node);
                let (body, next) = (this.scope().code.label(), this.scope().code.label());
                let mut conditions = clause.conditions().iter().peekable();
                while let Some(condition) = conditions.next() {
                    this.mark(&condition.location());
                    let (on, to) = match conditions.peek() {
                        Some(_) => (true, body),
                        None => (false, next),
                    };
                    match subject {
                        Some(subject) => this.when_equal(&condition, subject, on, to)?,
                        None => this.when_true(&condition, on, to)?,
                    }
                }
                this.scope().code.bind(body);
                this.statements(clause.statements().as_ref(), result)?;
                this.scope().code.jump(Op::JMP, end);
                this.scope().code.bind(next);
            }
            match node.else_clause() {
                Some(clause) => this.statements(clause.statements().as_ref(), result),
                None => this.nothing(result),
            }
        })?;
        self.scope().code.bind(end);
        if let (Some(result), Some(to)) = (result, to) {
            self.settle(result, to);
        }
        Ok(())
    }

    /// Goes to a label if the condition is met, or if it is not.
    fn when_equal(&mut self, condition: &Node<'pr>, subject: Reg, on: bool, to: Label) -> Done {
        self.within(|this| {
            let base = this.push();
            let method: &[u8] = match condition.as_splat_node() {
                Some(splat) => {
                    this.splatted(splat.expression().as_ref(), base)?;
                    b"__case_eqq"
                }
                None => {
                    match condition.as_string_node() {
                        Some(string) => {
                            this.once_if_often(base, |this, base| this.frozen_text(&string, base))?
                        }
                        None => this.value(condition, base)?,
                    }
                    b"==="
                }
            };
            let argument = this.push();
            this.copy(argument, subject);
            this.send(base, method, 1)?;
            this.jump_on(base, on, to);
            Ok(())
        })
    }

    fn when_true(&mut self, condition: &Node<'pr>, on: bool, to: Label) -> Done {
        let Some(splat) = condition.as_splat_node() else {
            return self.branch(condition, on, to);
        };
        self.within(|this| {
            let base = this.push();
            this.splatted(splat.expression().as_ref(), base)?;
            this.op1(Op::ARYSPLAT, base);
            this.send(base, b"any?", 0)?;
            this.jump_on(base, on, to);
            Ok(())
        })
    }

    #[inline(never)]
    pub fn return_node(&mut self, node: &ReturnNode<'pr>) -> Done {
        self.within(|this| {
            let value = this.push();
            this.leaving_value(node.arguments().as_ref(), value)?;
            this.leave(value)
        })
    }

    /// Returns from the method, or from the body of a singleton class, which hands it on.
    pub fn leave(&mut self, value: Reg) -> Done {
        let routine = self
            .scopes
            .iter_mut()
            .rev()
            .find(|scope| !matches!(scope.kind, Kind::Block | Kind::Inner));
        let handed_on = routine.and_then(|scope| scope.returns.as_mut());
        let within_body = handed_on.map(|returns| *returns = true).is_some();
        self.within(|this| {
            let mut result = value;
            if within_body {
                let (mark, second) = (this.push(), this.push());
                this.op1(Op::LOADTRUE, mark);
                this.copy(second, value);
                this.op2(Op::ARRAY, mark, 2);
                result = mark;
            }
            let op = match this.scope().kind {
                Kind::Block | Kind::Inner => Op::RETURN_BLK,
                _ => Op::RETURN,
            };
            this.op1(op, result);
            Ok(())
        })
    }

    /// The value of `return`, `break` or `next`: several are an Array.
    pub fn leaving_value(&mut self, arguments: Option<&ArgumentsNode<'pr>>, to: Reg) -> Done {
        let list = arguments.map(|arguments| arguments.arguments());
        match list {
            None => self.nothing(Some(to)),
            Some(list) => match list.first() {
                Some(only) if list.len() == 1 && only.as_splat_node().is_none() => {
                    self.value(&only, to)
                }
                _ => self.array(&list, to),
            },
        }
    }
}
