//! `while`, `until`, `for`, `break`, `next`, `redo` and `retry`.

use ruby_prism::{BreakNode, ForNode, NextNode, Node, StatementsNode, UntilNode, WhileNode};

use crate::assembler::Reg;
use crate::compiler::Compiler;
use crate::failure::Done;
use crate::multiple::targets;
use crate::op::Op;
use crate::scope::{Frame, Kind};
use crate::shape::{FIELD, Shape};

impl<'pr> Compiler<'pr> {
    #[inline(never)]
    pub fn while_node(&mut self, node: &WhileNode<'pr>, to: Option<Reg>) -> Done {
        let after = node.is_begin_modifier();
        self.repeat(&node.predicate(), true, node.statements(), after, to)
    }

    #[inline(never)]
    pub fn until_node(&mut self, node: &UntilNode<'pr>, to: Option<Reg>) -> Done {
        let after = node.is_begin_modifier();
        self.repeat(&node.predicate(), false, node.statements(), after, to)
    }

    fn repeat(
        &mut self,
        condition: &Node<'pr>,
        when: bool,
        body: Option<StatementsNode<'pr>>,
        body_first: bool,
        to: Option<Reg>,
    ) -> Done {
        let result = to.map(|to| self.base(to));
        let redo_used = self.redo;
        let code = &mut self.scope().code;
        let (next, after) = (code.label(), code.label());
        if !body_first {
            code.jump(Op::JMP, next);
        }
        let redo = code.here();
        if redo_used {
            code.op0(Op::NOP); // so that no handler begins where a jump leads that leaves it
        }
        self.scope().frames.push(Frame::Loop {
            result,
            after,
            next,
            redo,
        });
        self.statements_effect(body.as_ref())?;
        self.scope().code.bind(next);
        self.mark(&condition.location());
        self.branch(condition, when, redo)?;
        self.scope().frames.pop();
        self.nothing(result)?;
        self.scope().code.bind(after);
        if let (Some(result), Some(to)) = (result, to) {
            self.settle(result, to);
        }
        Ok(())
    }

    #[inline(never)]
    pub fn for_node(&mut self, node: &ForNode<'pr>, to: Option<Reg>) -> Done {
        let Some(to) = to else {
            return self.within(|this| {
                let to = this.push();
                this.for_node(node, Some(to))
            });
        };
        if self.options.core {
            return self.item_loop(node, to);
        }
        let base = self.base(to);
        self.value(&node.collection(), base)?;
        let block = self.push();
        let child = self.for_body(node)?;
        self.op2(Op::BLOCK, block, child);
        let name = self.name(b"each")?;
        self.need(2);
        self.op3(Op::SENDB, base, name, 0);
        self.settle(base, to);
        Ok(())
    }

    /// Over an Array or a Hash, which may change meanwhile, or from an Integer up to and without another (`from...to`).
    /// `for key, value` is over a Hash.
    fn item_loop(&mut self, node: &ForNode<'pr>, to: Reg) -> Done {
        self.within(|this| {
            let (end, next) = (this.push(), this.push());
            let item = this.push();
            let pair = node.index().as_multi_target_node();
            let value = pair.as_ref().map(|_| this.push());
            match node.collection().as_range_node() {
                Some(range) => {
                    let (Some(left), Some(right)) = (range.left(), range.right()) else {
                        return this.fail(&node.collection(), "a range of the core has both ends");
                    };
                    if !range.is_exclude_end() {
                        return this
                            .fail(&node.collection(), "a range of the core excludes its end");
                    }
                    this.value(&left, next)?;
                    this.value(&right, end)?;
                }
                None => {
                    this.value(&node.collection(), end)?;
                    this.op1(Op::LOADI_0, next);
                }
            }
            let code = &mut this.scope().code;
            let (again, after) = (code.here(), code.label());
            code.branch(pair.as_ref().map_or(Op::ITEM, |_| Op::PAIR), end, after);
            match (&pair, value) {
                (Some(pair), Some(value)) => {
                    for (target, register) in pair.lefts().iter().zip([item, value]) {
                        this.assign_target(&target, register)?;
                    }
                }
                _ => this.assign_target(&node.index(), item)?,
            }
            this.scope().frames.push(Frame::Loop {
                result: Some(to),
                after,
                next: again,
                redo: again,
            });
            this.statements_effect(node.statements().as_ref())?;
            this.scope().frames.pop();
            this.scope().code.jump(Op::JMP, again);
            this.scope().code.bind(after);
            Ok(())
        })?;
        self.nothing(Some(to))
    }

    fn for_body(&mut self, node: &ForNode<'pr>) -> Done<u16> {
        let index = node.index();
        if index.as_splat_node().is_some() {
            return self.wide_for_body(node);
        }
        if let Some(targets) = index.as_multi_target_node() {
            let field = usize::from(FIELD);
            if targets.lefts().len() > field || targets.rights().len() > field {
                return self.wide_for_body(node);
            }
        }
        self.open(Kind::Inner, node.location().start());
        let mut shape = Shape::default();
        let several = index.as_multi_target_node();
        let mut registers = Vec::new();
        match &several {
            Some(targets) => {
                shape.required = targets.lefts().len() as u16;
                shape.rest = targets.rest().is_some();
                shape.after = targets.rights().len() as u16;
                if !shape.rest && shape.required == 1 {
                    shape.optional = 1; // so that an Array is taken apart
                }
            }
            None => shape.required = 1,
        }
        (0..shape.plain()).for_each(|_| registers.push(self.scope().declare(None)));
        self.scope().declare(None);
        self.enter(&shape)?;
        self.bind_defaults();
        match several {
            Some(targets) => {
                let rest = targets.rest().and_then(|rest| rest.as_splat_node());
                let rest = rest.and_then(|splat| splat.expression());
                let lefts = targets.lefts();
                for (target, register) in lefts.iter().zip(&registers) {
                    self.assign_target(&target, *register)?;
                }
                let at = usize::from(shape.required);
                if let Some(rest) = rest {
                    self.assign_target(&rest, registers[at])?;
                }
                let rights = targets.rights();
                for (target, register) in rights
                    .iter()
                    .zip(&registers[at + usize::from(shape.rest)..])
                {
                    self.assign_target(&target, *register)?;
                }
            }
            None => self.assign_target(&index, registers[0])?,
        }
        self.for_statements(node)
    }

    fn for_statements(&mut self, node: &ForNode<'pr>) -> Done<u16> {
        let start = self.scope().code.here();
        self.scope().start = Some(start);
        self.op0(Op::NOP);
        let value = self.push();
        self.statements_value(node.statements().as_ref(), value)?;
        self.op1(Op::RETURN, value);
        self.close(&node.location())
    }

    /// With `*name` alone, or more targets than `ENTER` has room for: all come as one Array.
    fn wide_for_body(&mut self, node: &ForNode<'pr>) -> Done<u16> {
        self.open(Kind::Inner, node.location().start());
        let all = self.scope().declare(None);
        self.scope().declare(None);
        let shape = Shape {
            rest: true,
            ..Shape::default()
        };
        self.enter(&shape)?;
        self.within(|this| {
            let parts = this.push();
            this.copy(parts, all);
            this.send(parts, b"__block_values", 0)?;
            let index = node.index();
            if index.as_splat_node().is_some() {
                this.take_rest(parts, 0, 0)?;
                return this.assign_target(&index, parts);
            }
            let prepared = this.prepare_targets(&targets(&index))?;
            this.assign_parts(&prepared, parts)
        })?;
        self.for_statements(node)
    }

    /// Gives a target what is in a register.
    pub fn assign_target(&mut self, target: &Node<'pr>, from: Reg) -> Done {
        self.within(|this| {
            let prepared = this.prepare_target(target)?;
            this.assign_prepared(&prepared, from)
        })
    }

    fn innermost_loop(&mut self) -> Option<Frame> {
        let is_loop = |frame: &&Frame| matches!(frame, Frame::Loop { .. });
        self.scope().frames.iter().rev().find(is_loop).copied()
    }

    #[inline(never)]
    pub fn break_node(&mut self, node: &BreakNode<'pr>) -> Done {
        self.within(|this| {
            let value = this.push();
            this.leaving_value(node.arguments().as_ref(), value)?;
            match this.innermost_loop() {
                Some(Frame::Loop { result, after, .. }) => {
                    if let Some(result) = result {
                        this.copy(result, value);
                    }
                    this.scope().code.jump(Op::JMPUW, after);
                }
                _ => this.op1(Op::BREAK, value),
            }
            Ok(())
        })
    }

    #[inline(never)]
    pub fn next_node(&mut self, node: &NextNode<'pr>) -> Done {
        self.within(|this| {
            let value = this.push();
            this.leaving_value(node.arguments().as_ref(), value)?;
            match this.innermost_loop() {
                Some(Frame::Loop { next, .. }) => this.scope().code.jump(Op::JMPUW, next),
                _ => this.op1(Op::RETURN, value),
            }
            Ok(())
        })
    }

    pub fn redo_node(&mut self, node: &Node<'pr>) -> Done {
        self.redo_found = true;
        let label = match self.innermost_loop() {
            Some(Frame::Loop { redo, .. }) => Some(redo),
            _ => self.scope().start,
        };
        match label {
            Some(label) => {
                self.scope().code.jump(Op::JMPUW, label);
                Ok(())
            }
            None => self.fail(node, "Invalid redo"),
        }
    }

    pub fn retry_node(&mut self, node: &Node<'pr>) -> Done {
        let rescue = self
            .scope()
            .frames
            .iter()
            .rev()
            .find_map(|frame| match frame {
                Frame::Rescue { retry } => Some(*retry),
                Frame::Loop { .. } => None,
            });
        match rescue {
            Some(label) => {
                self.scope().code.jump(Op::JMPUW, label);
                Ok(())
            }
            None => self.fail(node, "Invalid retry without rescue"),
        }
    }

    /// `END { }`
    #[inline(never)]
    pub fn post_execution(
        &mut self,
        node: &ruby_prism::PostExecutionNode<'pr>,
        to: Option<Reg>,
    ) -> Done {
        let place = self.hidden_local(node.location().start());
        let end = self.scope().code.label();
        self.within(|this| {
            let base = this.push();
            if let Some(place) = place {
                this.read_place(place, base)?;
                this.jump_on(base, true, end);
                this.op1(Op::LOADTRUE, base);
                this.write_place(place, base)?;
            }
            let block = this.push();
            this.open(Kind::Inner, node.location().start());
            this.scope().declare(None);
            this.enter(&Shape::default())?;
            let value = this.push();
            this.statements_value(node.statements().as_ref(), value)?;
            this.op1(Op::RETURN, value);
            let child = this.close(&node.location())?;
            this.op2(Op::BLOCK, block, child);
            let name = this.name(b"at_exit")?;
            this.need(2);
            this.op3(Op::SSENDB, base, name, 0);
            Ok(())
        })?;
        self.scope().code.bind(end);
        self.nothing(to)
    }
}
