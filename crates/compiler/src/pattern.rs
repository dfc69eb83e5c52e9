//! `case … in`, `=>` and `in`.

use ruby_prism::{CaseMatchNode, MatchPredicateNode, MatchRequiredNode, Node};

use crate::assembler::{Label, Reg};
use crate::compiler::Compiler;
use crate::dispatch::cast;
use crate::failure::Done;
use crate::op::Op;

/// What a pattern is matched with.
#[derive(Clone, Copy)]
pub struct Subject {
    pub value: Reg,
    /// Where its parts are kept for the patterns that follow, nil at first.
    pub parts: Option<Reg>,
    /// Where it is put why the pattern, if there is no other, does not match.
    pub reason: Option<Reg>,
}

impl Subject {
    pub fn of(value: Reg, reason: Option<Reg>) -> Self {
        Self {
            value,
            parts: None,
            reason,
        }
    }
}

/// How it is told why something does not match: by a method of a value, with what is in another register.
pub struct Why<'m> {
    pub of: Reg,
    pub method: &'m [u8],
    pub with: Option<Reg>,
}

impl<'m> Why<'m> {
    pub fn of(of: Reg, method: &'m [u8]) -> Self {
        let with = None;
        Self { of, method, with }
    }
}

impl<'pr> Compiler<'pr> {
    #[inline(never)]
    pub fn case_match(&mut self, node: &CaseMatchNode<'pr>, to: Option<Reg>) -> Done {
        let result = to.map(|to| self.base(to));
        let end = self.scope().code.label();
        self.within(|this| {
            let value = this.push();
            match node.predicate() {
                Some(predicate) => this.value(&predicate, value)?,
                None => this.nil(value),
            }
            let clauses = node.conditions();
            let mut parts = None;
            if clauses.len() > 1 {
                let register = this.push();
                this.nil(register);
                parts = Some(register);
            }
            let only = clauses.len() == 1 && node.else_clause().is_none();
            let reason = only.then(|| this.reason());
            let subject = Subject {
                value,
                parts,
                reason,
            };
            for clause in &clauses {
                let clause = cast!(clause, as_in_node);
                let next = this.scope().code.label();
                this.mark(&clause.location());
                this.guarded_pattern(&clause.pattern(), subject, next)?;
                this.statements(clause.statements().as_ref(), result)?;
                this.scope().code.jump(Op::JMP, end);
                this.scope().code.bind(next);
            }
            this.mark(&node.location());
            match node.else_clause() {
                Some(clause) => this.statements(clause.statements().as_ref(), result),
                None => this.no_match(value, reason),
            }
        })?;
        self.scope().code.bind(end);
        if let (Some(result), Some(to)) = (result, to) {
            self.settle(result, to);
        }
        Ok(())
    }

    fn guarded_pattern(&mut self, pattern: &Node<'pr>, subject: Subject, fail: Label) -> Done {
        let (statements, condition, when) = match pattern {
            Node::IfNode { .. } => {
                let node = cast!(pattern, as_if_node);
                (node.statements(), node.predicate(), true)
            }
            Node::UnlessNode { .. } => {
                let node = cast!(pattern, as_unless_node);
                (node.statements(), node.predicate(), false)
            }
            _ => return self.pattern(pattern, subject, fail),
        };
        let inner = statements.and_then(|statements| statements.body().first());
        if let Some(inner) = inner {
            self.pattern(&inner, subject, fail)?;
        }
        if let Some(reason) = subject.reason {
            self.send_to(reason, subject.value, b"__unguarded")?;
        }
        self.branch(&condition, !when, fail)
    }

    /// A register where no reason is.
    fn reason(&mut self) -> Reg {
        let reason = self.push();
        self.nil(reason);
        reason
    }

    fn send_to(&mut self, to: Reg, value: Reg, method: &[u8]) -> Done {
        self.within(|this| {
            let base = this.push();
            this.copy(base, value);
            this.send(base, method, 0)?;
            this.copy(to, base);
            Ok(())
        })
    }

    /// Goes on if `test` is true, else to `fail`.
    pub fn demand(&mut self, subject: Subject, test: Reg, fail: Label, why: Why<'_>) -> Done {
        let Some(reason) = subject.reason else {
            self.jump_on(test, false, fail);
            return Ok(());
        };
        let fine = self.scope().code.label();
        self.jump_on(test, true, fine);
        self.within(|this| {
            let base = this.push();
            this.copy(base, why.of);
            if let Some(with) = why.with {
                let argument = this.push();
                this.copy(argument, with);
            }
            this.send(base, why.method, why.with.map_or(0, |_| 1))?;
            this.copy(reason, base);
            Ok(())
        })?;
        self.scope().code.jump(Op::JMP, fail);
        self.scope().code.bind(fine);
        Ok(())
    }

    #[inline(never)]
    pub fn match_required(&mut self, node: &MatchRequiredNode<'pr>, to: Option<Reg>) -> Done {
        self.within(|this| {
            let value = this.push();
            this.value(&node.value(), value)?;
            let (fail, end) = (this.scope().code.label(), this.scope().code.label());
            let reason = Some(this.reason());
            let subject = Subject::of(value, reason);
            this.pattern(&node.pattern(), subject, fail)?;
            this.scope().code.jump(Op::JMP, end);
            this.scope().code.bind(fail);
            this.no_match(value, reason)?;
            this.scope().code.bind(end);
            Ok(())
        })?;
        self.nothing(to)
    }

    #[inline(never)]
    pub fn match_predicate(&mut self, node: &MatchPredicateNode<'pr>, to: Option<Reg>) -> Done {
        let (fail, end) = (self.scope().code.label(), self.scope().code.label());
        self.within(|this| {
            let value = this.push();
            this.value(&node.value(), value)?;
            let subject = Subject::of(value, None);
            this.pattern(&node.pattern(), subject, fail)
        })?;
        if let Some(to) = to {
            self.op1(Op::LOADTRUE, to);
            self.scope().code.jump(Op::JMP, end);
        }
        self.scope().code.bind(fail);
        if let Some(to) = to {
            self.op1(Op::LOADFALSE, to);
        }
        self.scope().code.bind(end);
        Ok(())
    }

    /// Raises.
    fn no_match(&mut self, value: Reg, reason: Option<Reg>) -> Done {
        self.within(|this| {
            let base = this.push();
            this.copy(base, value);
            let Some(reason) = reason else {
                return this.send(base, b"__no_match", 0);
            };
            let argument = this.push();
            this.copy(argument, reason);
            this.send(base, b"__no_match_for", 1)
        })
    }

    /// Goes on if the pattern matches, else to `fail`.
    pub fn pattern(&mut self, pattern: &Node<'pr>, subject: Subject, fail: Label) -> Done {
        self.nested(pattern, |this| {
            this.within(|this| this.any_pattern(pattern, subject, fail))
        })
    }

    fn any_pattern(&mut self, pattern: &Node<'pr>, subject: Subject, fail: Label) -> Done {
        match pattern {
            Node::LocalVariableTargetNode { .. } => {
                let target = cast!(pattern, as_local_variable_target_node);
                self.write_local(target.name().as_slice(), target.depth(), subject.value)
            }
            Node::ImplicitNode { .. } => {
                self.pattern(&cast!(pattern, as_implicit_node).value(), subject, fail)
            }
            Node::ParenthesesNode { .. } => match cast!(pattern, as_parentheses_node).body() {
                Some(body) => self.pattern(&body, subject, fail),
                None => Ok(()),
            },
            Node::StatementsNode { .. } => {
                match cast!(pattern, as_statements_node).body().first() {
                    Some(body) => self.pattern(&body, subject, fail),
                    None => Ok(()),
                }
            }
            Node::AlternationPatternNode { .. } => {
                let node = cast!(pattern, as_alternation_pattern_node);
                let (other, end) = (self.scope().code.label(), self.scope().code.label());
                self.pattern(&node.left(), subject, other)?;
                self.scope().code.jump(Op::JMP, end);
                self.scope().code.bind(other);
                self.pattern(&node.right(), subject, fail)?;
                self.scope().code.bind(end);
                Ok(())
            }
            Node::CapturePatternNode { .. } => {
                let node = cast!(pattern, as_capture_pattern_node);
                self.pattern(&node.value(), subject, fail)?;
                let target = node.target();
                self.write_local(target.name().as_slice(), target.depth(), subject.value)
            }
            Node::ArrayPatternNode { .. } => {
                self.array_pattern(&cast!(pattern, as_array_pattern_node), subject, fail)
            }
            Node::FindPatternNode { .. } => {
                self.find_pattern(&cast!(pattern, as_find_pattern_node), subject, fail)
            }
            Node::HashPatternNode { .. } => {
                self.hash_pattern(&cast!(pattern, as_hash_pattern_node), subject, fail)
            }
            _ => self.value_pattern(pattern, subject, fail),
        }
    }

    fn pattern_value(&mut self, pattern: &Node<'pr>, to: Reg) -> Done {
        match pattern {
            Node::PinnedVariableNode { .. } => {
                self.value(&cast!(pattern, as_pinned_variable_node).variable(), to)
            }
            Node::PinnedExpressionNode { .. } => {
                self.value(&cast!(pattern, as_pinned_expression_node).expression(), to)
            }
            _ => self.value(pattern, to),
        }
    }

    /// `pattern === value`
    pub fn value_pattern(&mut self, pattern: &Node<'pr>, subject: Subject, fail: Label) -> Done {
        self.within(|this| {
            let wanted = this.push();
            this.pattern_value(pattern, wanted)?;
            let base = match subject.reason {
                Some(_) => {
                    let base = this.push();
                    this.copy(base, wanted);
                    base
                }
                None => wanted,
            };
            let argument = this.push();
            this.copy(argument, subject.value);
            this.send(base, b"===", 1)?;
            this.demand(
                subject,
                base,
                fail,
                Why {
                    of: subject.value,
                    method: b"__unequal",
                    with: Some(wanted),
                },
            )
        })
    }
}
