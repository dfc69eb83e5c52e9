//! Patterns of parts in order.

use ruby_prism::{ArrayPatternNode, FindPatternNode, Node};

use crate::assembler::{Label, Reg};
use crate::compiler::Compiler;
use crate::failure::Done;
use crate::op::Op;
use crate::pattern::{Subject, Why};

impl<'pr> Compiler<'pr> {
    /// The Array of the parts of a value, in a new register.
    fn deconstructed(&mut self, subject: Subject, fail: Label) -> Done<Reg> {
        let parts = self.push();
        let known = self.scope().code.label();
        if let Some(kept) = subject.parts {
            let unknown = self.scope().code.label();
            self.copy(parts, kept);
            self.scope().code.branch(Op::JMPNIL, parts, unknown);
            self.scope().code.jump(Op::JMP, known);
            self.scope().code.bind(unknown);
        }
        self.copy(parts, subject.value);
        self.send(parts, b"__own_parts", 0)?;
        self.or_asked(parts, |this| {
            this.copy(parts, subject.value);
            this.send(parts, b"deconstruct", 0)?;
            this.send(parts, b"__deconstructed", 0)
        })?;
        if let Some(kept) = subject.parts {
            self.copy(kept, parts);
        }
        self.scope().code.bind(known);
        self.demand(
            subject,
            parts,
            fail,
            Why::of(subject.value, b"__undeconstructed"),
        )?;
        Ok(parts)
    }

    /// Of what is nil in a register, the code asks itself: refinements that it uses count.
    pub fn or_asked(&mut self, register: Reg, ask: impl FnOnce(&mut Self) -> Done) -> Done {
        let (asked, known) = (self.scope().code.label(), self.scope().code.label());
        self.scope().code.branch(Op::JMPNIL, register, asked);
        self.scope().code.jump(Op::JMP, known);
        self.scope().code.bind(asked);
        ask(self)?;
        self.scope().code.bind(known);
        Ok(())
    }

    pub fn constant_of(
        &mut self,
        constant: Option<&Node<'pr>>,
        subject: Subject,
        fail: Label,
    ) -> Done {
        match constant {
            Some(constant) => self.value_pattern(constant, subject, fail),
            None => Ok(()),
        }
    }

    pub fn array_pattern(
        &mut self,
        node: &ArrayPatternNode<'pr>,
        subject: Subject,
        fail: Label,
    ) -> Done {
        self.constant_of(node.constant().as_ref(), subject, fail)?;
        let parts = self.deconstructed(subject, fail)?;
        let (before, after) = (node.requireds().len(), node.posts().len());
        let least = node.rest().is_some();
        self.check_size(subject, parts, least, before + after, fail)?;
        for (pattern, index) in node.requireds().iter().zip(0..) {
            self.within(|this| {
                let part = this.push();
                this.element_of(part, parts, index)?;
                this.part_pattern(&pattern, part, subject.reason, fail)
            })?;
        }
        let rest = node
            .rest()
            .and_then(|rest| rest.as_splat_node())
            .and_then(|splat| splat.expression());
        if rest.is_none() && after == 0 {
            return Ok(());
        }
        let first = self.push();
        self.copy(first, parts);
        for _ in 0..after {
            self.push();
        }
        self.take_rest(first, before, after)?;
        if let Some(rest) = rest {
            self.part_pattern(&rest, first, None, fail)?;
        }
        for (pattern, register) in node.posts().iter().zip(first + 1..) {
            self.part_pattern(&pattern, register, subject.reason, fail)?;
        }
        Ok(())
    }

    pub fn part_pattern(
        &mut self,
        pattern: &Node<'pr>,
        part: Reg,
        reason: Option<Reg>,
        fail: Label,
    ) -> Done {
        let subject = Subject::of(part, reason);
        self.pattern(pattern, subject, fail)
    }

    fn check_size(
        &mut self,
        subject: Subject,
        parts: Reg,
        least: bool,
        size: usize,
        fail: Label,
    ) -> Done {
        self.within(|this| {
            let wanted = subject.reason.map(|_| this.push());
            if let Some(wanted) = wanted {
                this.integer(wanted, size as i64)?;
            }
            let base = this.push();
            this.copy(base, parts);
            this.send(base, b"size", 0)?;
            let size_wanted = this.push();
            this.integer(size_wanted, size as i64)?;
            let (operator, why): (&[u8], &[u8]) = if least {
                (b">=", b"__too_short")
            } else {
                (b"==", b"__of_other_size")
            };
            this.binary(operator, base)?;
            this.demand(
                subject,
                base,
                fail,
                Why {
                    of: parts,
                    method: why,
                    with: wanted,
                },
            )
        })
    }

    /// `[*, wanted, *]`: the first place where all that is wanted matches.
    pub fn find_pattern(
        &mut self,
        node: &FindPatternNode<'pr>,
        subject: Subject,
        fail: Label,
    ) -> Done {
        self.constant_of(node.constant().as_ref(), subject, fail)?;
        let parts = self.deconstructed(subject, fail)?;
        let wanted = node.requireds();
        let count = wanted.len() as i64;
        let size = self.push();
        self.copy(size, parts);
        self.send(size, b"size", 0)?;
        let index = self.push();
        self.integer(index, 0)?;
        let (next, found) = (self.scope().code.label(), self.scope().code.label());
        let again = self.scope().code.here();
        self.within(|this| {
            let end = this.push();
            this.sum(end, index, count)?;
            let limit = this.push();
            this.copy(limit, size);
            this.binary(b"<=", end)?;
            this.demand(subject, end, fail, Why::of(parts, b"__unfound"))
        })?;
        for (pattern, offset) in wanted.iter().zip(0..) {
            self.within(|this| {
                let part = this.push();
                this.copy(part, parts);
                let key = this.push();
                this.sum(key, index, offset)?;
                this.need(2);
                this.op1(Op::GETIDX, part);
                this.release(part + 1);
                this.part_pattern(&pattern, part, None, next)
            })?;
        }
        self.scope().code.jump(Op::JMP, found);
        self.scope().code.bind(next);
        self.need(3);
        self.op2(Op::ADDI, index, 1);
        self.scope().code.jump(Op::JMP, again);
        self.scope().code.bind(found);
        let left = node.left().expression();
        let right = node.right().expression();
        self.ends(
            left.as_ref(),
            parts,
            |this, first, last| {
                this.integer(first, 0)?;
                this.sum(last, index, 0)
            },
            true,
            fail,
        )?;
        self.ends(
            right.as_ref(),
            parts,
            |this, first, last| {
                this.sum(first, index, count)?;
                this.integer(last, -1)
            },
            false,
            fail,
        )
    }

    fn sum(&mut self, to: Reg, register: Reg, number: i64) -> Done {
        self.within(|this| {
            this.copy(to, register);
            if number == 0 {
                return Ok(());
            }
            let operand = this.push();
            let base = this.push();
            let other = this.push();
            this.copy(base, to);
            this.integer(other, number)?;
            this.binary(b"+", base)?;
            this.copy(to, base);
            this.release(operand);
            Ok(())
        })
    }

    /// What stands before or after what was found.
    fn ends(
        &mut self,
        target: Option<&Node<'pr>>,
        parts: Reg,
        bounds: impl FnOnce(&mut Self, Reg, Reg) -> Done,
        exclusive: bool,
        fail: Label,
    ) -> Done {
        let Some(target) = target else {
            return Ok(());
        };
        self.within(|this| {
            let base = this.push();
            this.copy(base, parts);
            let (first, last) = (this.push(), this.push());
            bounds(this, first, last)?;
            this.op1(
                if exclusive {
                    Op::RANGE_EXC
                } else {
                    Op::RANGE_INC
                },
                first,
            );
            this.send(base, b"[]", 1)?;
            this.part_pattern(target, base, None, fail)
        })
    }
}
