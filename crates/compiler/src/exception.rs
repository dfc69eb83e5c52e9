//! `rescue`, `else` and `ensure`.

use ruby_prism::{BeginNode, Node, RescueModifierNode, RescueNode};

use crate::assembler::{Label, Reg};
use crate::compiler::Compiler;
use crate::failure::Done;
use crate::irep::HandlerKind;
use crate::op::Op;
use crate::scope::Frame;

impl<'pr> Compiler<'pr> {
    #[inline(never)]
    pub fn begin(&mut self, node: &BeginNode<'pr>, to: Option<Reg>) -> Done {
        let Some(ensure) = node.ensure_clause() else {
            return self.rescued(node, to);
        };
        let Some(statements) = ensure.statements() else {
            return self.rescued(node, to);
        };
        let result = to.map(|to| self.base(to));
        let handler = self.scope().code.reserve_handler(HandlerKind::Ensure);
        self.rescued(node, result)?;
        self.scope().code.end_handled(handler);
        self.scope().code.handle_here(handler);
        self.within(|this| {
            let exception = this.push();
            this.op1(Op::EXCEPT, exception);
            this.handling(exception, |this| this.statements_effect(Some(&statements)))?;
            this.op1(Op::RAISEIF, exception);
            Ok(())
        })?;
        if let (Some(result), Some(to)) = (result, to) {
            self.settle(result, to);
        }
        Ok(())
    }

    /// Code that handles the exception in a register, which `$!` is meanwhile.
    fn handling(&mut self, exception: Reg, compile: impl FnOnce(&mut Self) -> Done) -> Done {
        let handler = self.scope().code.reserve_handler(HandlerKind::Handling);
        self.scope().code.handling(handler, exception);
        compile(self)?;
        self.scope().code.end_handled(handler);
        Ok(())
    }

    /// The statements with the clauses of `rescue` and `else`.
    fn rescued(&mut self, node: &BeginNode<'pr>, to: Option<Reg>) -> Done {
        let statements = node.statements();
        let Some(clause) = node.rescue_clause() else {
            let Some(otherwise) = node.else_clause() else {
                return self.statements(statements.as_ref(), to);
            };
            self.statements_effect(statements.as_ref())?;
            return self.statements(otherwise.statements().as_ref(), to);
        };
        let otherwise = node.else_clause();
        let wanted = if otherwise.is_some() { None } else { to };
        self.guarded(
            to,
            |this| this.statements(statements.as_ref(), wanted),
            |this, exception, result, end| {
                let mut clause = Some(clause);
                while let Some(current) = clause {
                    this.rescue_clause(&current, exception, result, end)?;
                    clause = current.subsequent();
                }
                Ok(())
            },
            |this, result| match &otherwise {
                Some(clause) => this.statements(clause.statements().as_ref(), result),
                None => Ok(()),
            },
        )
    }

    fn guarded(
        &mut self,
        to: Option<Reg>,
        body: impl FnOnce(&mut Self) -> Done,
        clauses: impl FnOnce(&mut Self, Reg, Option<Reg>, Label) -> Done,
        otherwise: impl FnOnce(&mut Self, Option<Reg>) -> Done,
    ) -> Done {
        let result = to;
        let code = &mut self.scope().code;
        let (after, end) = (code.label(), code.label());
        let retry = code.here();
        let handler = code.reserve_handler(HandlerKind::Rescue);
        body(self)?;
        let code = &mut self.scope().code;
        code.end_handled(handler);
        code.jump(Op::JMP, after);
        code.handle_here(handler);
        self.within(|this| {
            let exception = this.push();
            this.op1(Op::EXCEPT, exception);
            this.scope().frames.push(Frame::Rescue { retry });
            this.handling(exception, |this| clauses(this, exception, result, end))?;
            this.scope().frames.pop();
            this.op1(Op::RAISEIF, exception);
            Ok(())
        })?;
        self.scope().code.bind(after);
        otherwise(self, result)?;
        self.scope().code.bind(end);
        Ok(())
    }

    fn rescue_clause(
        &mut self,
        clause: &RescueNode<'pr>,
        exception: Reg,
        result: Option<Reg>,
        end: Label,
    ) -> Done {
        let (body, next) = (self.scope().code.label(), self.scope().code.label());
        self.mark(&clause.location());
        if clause.exceptions().is_empty() {
            self.rescue_standard(exception, body)?;
        }
        for class in &clause.exceptions() {
            self.rescue_class(&class, exception, body)?;
        }
        self.scope().code.jump(Op::JMP, next);
        self.scope().code.bind(body);
        if let Some(reference) = clause.reference() {
            self.assign_target(&reference, exception)?;
        }
        self.statements(clause.statements().as_ref(), result)?;
        self.scope().code.jump(Op::JMP, end);
        self.scope().code.bind(next);
        Ok(())
    }

    fn rescue_standard(&mut self, exception: Reg, body: Label) -> Done {
        self.within(|this| {
            let class = this.push();
            this.core_class(class, b"StandardError")?;
            this.op2(Op::RESCUE, exception, class);
            this.jump_on(class, true, body);
            Ok(())
        })
    }

    fn rescue_class(&mut self, class: &Node<'pr>, exception: Reg, body: Label) -> Done {
        self.within(|this| {
            let register = this.push();
            match class.as_splat_node() {
                Some(splat) => {
                    this.splatted(splat.expression().as_ref(), register)?;
                    this.op1(Op::ARYSPLAT, register);
                    let argument = this.push();
                    this.copy(argument, exception);
                    this.send(register, b"__rescue?", 1)?;
                }
                None => {
                    this.value(class, register)?;
                    this.op2(Op::RESCUE, exception, register);
                }
            }
            this.jump_on(register, true, body);
            Ok(())
        })
    }

    #[inline(never)]
    pub fn rescue_modifier(&mut self, node: &RescueModifierNode<'pr>, to: Option<Reg>) -> Done {
        let (expression, rescue) = (node.expression(), node.rescue_expression());
        self.guarded(
            to,
            |this| this.node(&expression, to),
            |this, exception, result, end| {
                let (body, next) = (this.scope().code.label(), this.scope().code.label());
                this.rescue_standard(exception, body)?;
                this.scope().code.jump(Op::JMP, next);
                this.scope().code.bind(body);
                this.node(&rescue, result)?;
                this.scope().code.jump(Op::JMP, end);
                this.scope().code.bind(next);
                Ok(())
            },
            |_, _| Ok(()),
        )
    }

    /// Evaluates something; goes on at `failed` if that raises.
    pub fn attempt(&mut self, failed: Label, body: impl FnOnce(&mut Self) -> Done) -> Done {
        let after = self.scope().code.label();
        let handler = self.scope().code.reserve_handler(HandlerKind::Rescue);
        body(self)?;
        let code = &mut self.scope().code;
        code.end_handled(handler);
        code.jump(Op::JMP, after);
        code.handle_here(handler);
        self.within(|this| {
            let exception = this.push();
            this.op1(Op::EXCEPT, exception);
            this.scope().code.jump(Op::JMP, failed);
            Ok(())
        })?;
        self.scope().code.bind(after);
        Ok(())
    }
}
