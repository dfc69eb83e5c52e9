//! Multiple assignment, and the targets of it, of `for`, of `rescue` and of parameters.
//!
//! As in CRuby, the receivers and arguments of all targets come first, then the values, then the assignments.

use ruby_prism::{MultiWriteNode, Node, NodeList};

use crate::argument::{Arguments, PACKED};
use crate::assembler::Reg;
use crate::call::is_own;
use crate::compiler::Compiler;
use crate::dispatch::cast;
use crate::failure::Done;
use crate::op::Op;

/// So many values wait in registers.
const DIRECT: usize = 60;

pub struct Targets<'pr> {
    pub lefts: NodeList<'pr>,
    pub rest: Option<Node<'pr>>,
    pub rights: NodeList<'pr>,
}

/// The parts of several targets.
pub fn targets<'pr>(node: &Node<'pr>) -> Targets<'pr> {
    let node = cast!(node, as_multi_target_node);
    Targets {
        lefts: node.lefts(),
        rest: node.rest(),
        rights: node.rights(),
    }
}

/// A target whose receiver and arguments are evaluated.
pub enum Prepared<'pr> {
    Local {
        name: &'pr [u8],
        depth: u32,
    },
    Named {
        op: Op,
        name: &'pr [u8],
    },
    Constant {
        parent: Reg,
        name: &'pr [u8],
    },
    Attribute {
        receiver: Reg,
        name: &'pr [u8],
        own: bool,
        safe: bool,
    },
    Element {
        receiver: Reg,
        arguments: Arguments,
        own: bool,
    },
    Several(PreparedTargets<'pr>),
    Nothing,
}

pub struct PreparedTargets<'pr> {
    lefts: Vec<Prepared<'pr>>,
    rest: Option<Box<Prepared<'pr>>>,
    rights: Vec<Prepared<'pr>>,
}

impl<'pr> Compiler<'pr> {
    #[inline(never)]
    pub fn multi_write(&mut self, node: &MultiWriteNode<'pr>, to: Option<Reg>) -> Done {
        let targets = Targets {
            lefts: node.lefts(),
            rest: node.rest(),
            rights: node.rights(),
        };
        let value = node.value();
        self.within(|this| {
            let prepared = this.prepare_targets(&targets)?;
            let list = value.as_array_node().map(|array| array.elements());
            if let (None, Some(list)) = (to, &list) {
                let plain = |node: Node<'_>| {
                    !matches!(node, Node::SplatNode { .. } | Node::KeywordHashNode { .. })
                };
                if list.len() <= DIRECT && list.iter().all(plain) {
                    return this.assign_directly(&prepared, list);
                }
            }
            let whole = this.push();
            this.value(&value, whole)?;
            let parts = this.push();
            this.copy(parts, whole);
            this.assign_parts(&prepared, parts)?;
            if let Some(to) = to {
                this.copy(to, whole);
            }
            Ok(())
        })
    }

    /// Values that are in registers, one for each target.
    fn assign_directly(&mut self, targets: &PreparedTargets<'pr>, list: &NodeList<'pr>) -> Done {
        let first = self.top();
        for value in list {
            let register = self.push();
            self.value(&value, register)?;
        }
        let count = list.len() as Reg;
        let nil = self.push();
        self.nil(nil);
        let at = |index: Reg| if index < count { first + index } else { nil };
        let before = targets.lefts.len() as Reg;
        for (target, index) in targets.lefts.iter().zip(0..) {
            self.assign_prepared(target, at(index))?;
        }
        let after = targets.rights.len() as Reg;
        let rest = count.saturating_sub(before + after);
        if let Some(target) = &targets.rest
            && !matches!(**target, Prepared::Nothing)
        {
            let array = self.push();
            self.op3(Op::ARRAY2, array, first + before.min(count), rest as u8);
            self.assign_prepared(target, array)?;
        }
        for (target, index) in targets.rights.iter().zip(before + rest..) {
            self.assign_prepared(target, at(index))?;
        }
        Ok(())
    }

    pub fn prepare_targets(&mut self, targets: &Targets<'pr>) -> Done<PreparedTargets<'pr>> {
        let lefts = targets
            .lefts
            .iter()
            .map(|node| self.prepare_target(&node))
            .collect::<Done<_>>()?;
        let rest = match &targets.rest {
            Some(rest) => Some(Box::new(self.prepare_target(rest)?)),
            None => None,
        };
        let rights = targets
            .rights
            .iter()
            .map(|node| self.prepare_target(&node))
            .collect::<Done<_>>()?;
        Ok(PreparedTargets {
            lefts,
            rest,
            rights,
        })
    }

    pub fn prepare_target(&mut self, node: &Node<'pr>) -> Done<Prepared<'pr>> {
        self.nested(node, |this| this.prepared_target(node))
    }

    fn prepared_target(&mut self, node: &Node<'pr>) -> Done<Prepared<'pr>> {
        let named = |op, name| Ok(Prepared::Named { op, name });
        match node {
            Node::LocalVariableTargetNode { .. } => {
                let target = cast!(node, as_local_variable_target_node);
                Ok(Prepared::Local {
                    name: target.name().as_slice(),
                    depth: target.depth(),
                })
            }
            Node::RequiredParameterNode { .. } => Ok(Prepared::Local {
                name: cast!(node, as_required_parameter_node).name().as_slice(),
                depth: 0,
            }),
            Node::InstanceVariableTargetNode { .. } => named(
                Op::SETIV,
                cast!(node, as_instance_variable_target_node)
                    .name()
                    .as_slice(),
            ),
            Node::GlobalVariableTargetNode { .. } => named(
                Op::SETGV,
                cast!(node, as_global_variable_target_node)
                    .name()
                    .as_slice(),
            ),
            Node::ClassVariableTargetNode { .. } => named(
                Op::SETCV,
                cast!(node, as_class_variable_target_node).name().as_slice(),
            ),
            Node::ConstantTargetNode { .. } => named(
                Op::SETCONST,
                cast!(node, as_constant_target_node).name().as_slice(),
            ),
            Node::ConstantPathTargetNode { .. } => {
                let target = cast!(node, as_constant_path_target_node);
                let parent = self.push();
                self.scope_of(target.parent().as_ref(), parent)?;
                let name = target
                    .name()
                    .map(|name| name.as_slice())
                    .unwrap_or_default();
                Ok(Prepared::Constant { parent, name })
            }
            Node::CallTargetNode { .. } => {
                let target = cast!(node, as_call_target_node);
                let receiver = self.push();
                self.note_target(&target.receiver(), target.name().as_slice());
                self.value(&target.receiver(), receiver)?;
                Ok(Prepared::Attribute {
                    receiver,
                    name: target.name().as_slice(),
                    own: is_own(Some(&target.receiver())),
                    safe: target.is_safe_navigation(),
                })
            }
            Node::IndexTargetNode { .. } => {
                let target = cast!(node, as_index_target_node);
                let receiver = self.push();
                self.note_target(&target.receiver(), b"[]=");
                self.value(&target.receiver(), receiver)?;
                let list: Vec<_> = target
                    .arguments()
                    .iter()
                    .flat_map(|node| node.arguments().iter())
                    .collect();
                Ok(Prepared::Element {
                    receiver,
                    arguments: self.argument_list(&list, 12)?,
                    own: is_own(Some(&target.receiver())),
                })
            }
            Node::MultiTargetNode { .. } => {
                let targets = targets(node);
                Ok(Prepared::Several(self.prepare_targets(&targets)?))
            }
            Node::SplatNode { .. } => match cast!(node, as_splat_node).expression() {
                Some(target) => self.prepare_target(&target),
                None => Ok(Prepared::Nothing),
            },
            Node::ImplicitRestNode { .. } => Ok(Prepared::Nothing),
            _ => self.fail(node, "this cannot be assigned to"),
        }
    }

    fn note_target(&mut self, receiver: &Node<'pr>, method: &[u8]) {
        self.note_method(receiver, method, &receiver.location());
    }

    pub fn assign_prepared(&mut self, target: &Prepared<'pr>, from: Reg) -> Done {
        match target {
            Prepared::Local { name, depth } => self.write_local(name, *depth, from),
            Prepared::Named { op, name } => self.set(*op, name, from),
            Prepared::Constant { parent, name } => self.write_constant(*parent, name, from),
            Prepared::Attribute {
                receiver,
                name,
                own,
                safe,
            } => self.within(|this| {
                let end = this.scope().code.label();
                let base = this.push();
                this.copy(base, *receiver);
                if *safe {
                    this.scope().code.branch(Op::JMPNIL, base, end);
                }
                let value = this.push();
                this.copy(value, from);
                let arguments = Arguments {
                    plain: 1,
                    ..Arguments::default()
                };
                let setter = [*name, b"="].concat();
                let name = if name.ends_with(b"=") {
                    *name
                } else {
                    setter.as_slice()
                };
                this.invoke(base, name, arguments, *own)?;
                this.scope().code.bind(end);
                Ok(())
            }),
            Prepared::Element {
                receiver,
                arguments,
                own,
            } => self.within(|this| this.assign_element(*receiver, *arguments, *own, from)),
            Prepared::Several(targets) => self.within(|this| {
                let parts = this.push();
                this.copy(parts, from);
                this.assign_parts(targets, parts)
            }),
            Prepared::Nothing => Ok(()),
        }
    }

    fn assign_element(
        &mut self,
        receiver: Reg,
        mut arguments: Arguments,
        own: bool,
        from: Reg,
    ) -> Done {
        let base = self.push();
        self.copy(base, receiver);
        for offset in 1..=arguments.plain_registers() {
            let argument = self.push();
            self.copy(argument, receiver + offset);
        }
        let value = self.push();
        self.copy(value, from);
        if arguments.plain == PACKED {
            self.op2(Op::ARYPUSH, base + 1, 1);
        } else {
            arguments.plain += 1;
        }
        if arguments.counts() == 2 {
            self.need(2);
            self.op1(Op::SETIDX, base);
            return Ok(());
        }
        self.invoke(base, b"[]=", arguments, own)
    }

    /// An Array in a register becomes its rest, which the last elements follow.
    pub fn take_rest(&mut self, first: Reg, before: usize, after: usize) -> Done {
        match (u16::try_from(before), u8::try_from(after)) {
            (Ok(before), Ok(after)) => {
                self.op3(Op::APOST, first, before, after);
                Ok(())
            }
            _ => {
                Err(self
                    .too_many("variables after a rest (the limit is 255; assign in several steps)"))
            }
        }
    }

    /// Takes what is in a register apart, which is used up.
    pub fn assign_parts(&mut self, targets: &PreparedTargets<'pr>, parts: Reg) -> Done {
        for (target, index) in targets.lefts.iter().zip(0..) {
            if matches!(target, Prepared::Nothing) {
                continue;
            }
            self.within(|this| {
                let part = this.push();
                match u8::try_from(index) {
                    Ok(index) => this.op3(Op::AREF, part, parts, index),
                    Err(_) => this.element_of(part, parts, index)?,
                }
                this.assign_prepared(target, part)
            })?;
        }
        let rest = targets
            .rest
            .as_deref()
            .filter(|rest| !matches!(rest, Prepared::Nothing));
        if rest.is_none() && targets.rights.is_empty() {
            return Ok(());
        }
        self.within(|this| {
            let first = this.push();
            let after = targets.rights.len();
            this.copy(first, parts);
            for _ in &targets.rights {
                this.push();
            }
            this.take_rest(first, targets.lefts.len(), after)?;
            if let Some(rest) = rest {
                this.assign_prepared(rest, first)?;
            }
            for (target, register) in targets.rights.iter().zip(first + 1..) {
                this.assign_prepared(target, register)?;
            }
            Ok(())
        })
    }
}
