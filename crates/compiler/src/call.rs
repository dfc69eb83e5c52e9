//! Calls of methods.

use ruby_prism::{CallNode, Node, StringNode, YieldNode};

use crate::argument::{Arguments, PACKED};
use crate::assembler::Reg;
use crate::compiler::Compiler;
use crate::failure::Done;
use crate::op::Op;
use crate::scope::Kind;

impl<'pr> Compiler<'pr> {
    #[inline(never)]
    pub fn call(&mut self, node: &CallNode<'pr>, to: Option<Reg>) -> Done {
        let Some(to) = to else {
            return self.within(|this| {
                if node.is_attribute_write() {
                    return this.attribute_write(node, None);
                }
                let to = this.push();
                this.call(node, Some(to))
            });
        };
        if node.is_attribute_write() {
            return self.attribute_write(node, Some(to));
        }
        if let Some(string) = frozen_literal(node) {
            return self.once_if_often(to, |this, to| this.frozen_text(&string, to));
        }
        let base = self.base(to);
        let mut chain = Vec::new();
        let mut receiver = evaluated_receiver(node);
        while let Some(call) = receiver.as_ref().and_then(Node::as_call_node) {
            if call.is_attribute_write() || frozen_literal(&call).is_some() {
                break;
            }
            receiver = evaluated_receiver(&call);
            chain.push(call);
        }
        if let Some(receiver) = receiver {
            self.note_call(&receiver, chain.last().unwrap_or(node));
            self.value(&receiver, base)?;
        }
        for call in chain.iter().rev() {
            self.apply(call, base)?;
        }
        self.apply(node, base)?;
        self.settle(base, to);
        Ok(())
    }

    /// Calls a method of what is in `base`, or of self.
    fn apply(&mut self, node: &CallNode<'pr>, base: Reg) -> Done {
        match operand(node) {
            Some(operand) => {
                let operator = node.name().as_slice();
                self.operand_and_operation(operator, &operand, base, Some(node))
            }
            None => self.method(node, base),
        }
    }

    /// Applies an operator to what is in `base`, the last register in use, and to a node.
    pub fn operand_and_operation(
        &mut self,
        operator: &[u8],
        operand: &Node<'pr>,
        base: Reg,
        call: Option<&CallNode<'pr>>,
    ) -> Done {
        if let Some(op) = immediate(operator)
            && let Some(number) = small(operand)
        {
            self.mark_call(call);
            self.need(3);
            self.op2(op, base, number);
            return Ok(());
        }
        let argument = self.push();
        self.value(operand, argument)?;
        self.mark_call(call);
        self.binary(operator, base)?;
        self.release(base + 1);
        Ok(())
    }

    /// Applies an operator to the values in `base` and after it.
    pub fn binary(&mut self, operator: &[u8], base: Reg) -> Done {
        self.need(3);
        if operator == b"[]" {
            self.op1(Op::GETIDX, base);
        } else if let Some(op) = binary(operator) {
            self.op1(op, base);
        } else {
            self.send(base, operator, 1)?;
        }
        Ok(())
    }

    fn mark_call(&mut self, call: Option<&CallNode<'pr>>) {
        if let Some(location) = call.and_then(CallNode::message_loc) {
            self.mark(&location);
        }
    }

    fn method(&mut self, node: &CallNode<'pr>, base: Reg) -> Done {
        let own = is_own(node.receiver().as_ref());
        let end = self.scope().code.label();
        if node.is_safe_navigation() {
            self.scope().code.branch(Op::JMPNIL, base, end);
        }
        let mut name = node.name().as_slice();
        let block = node.block();
        let strict = own && name == b"lambda";
        if strict
            && block
                .as_ref()
                .is_some_and(|block| block.as_block_argument_node().is_some())
        {
            name = b"proc"; // what is a proc stays one
        }
        let mut arguments = self.arguments(node.arguments().as_ref(), block.as_ref(), strict)?;
        arguments.name_alone = node.is_variable_call();
        match node.message_loc() {
            Some(location) => self.mark(&location),
            None => self.mark(&node.location()),
        }
        self.invoke(base, name, arguments, own)?;
        self.scope().code.bind(end);
        Ok(())
    }

    /// Calls a method with the arguments in the registers after `base`.
    pub fn invoke(&mut self, base: Reg, name: &[u8], arguments: Arguments, own: bool) -> Done {
        let name = self.name(name)?;
        self.need(3);
        let counts = arguments.counts();
        match (own, arguments.block) {
            (true, true) => self.op3(Op::SSENDB, base, name, counts),
            (false, true) => self.op3(Op::SENDB, base, name, counts),
            (true, false) if arguments.name_alone => self.op2(Op::SSEND0, base, name),
            (false, false) if counts == 0 => self.op2(Op::SEND0, base, name),
            (true, false) => self.op3(Op::SSEND, base, name, counts),
            (false, false) => self.op3(Op::SEND, base, name, counts),
        }
        self.release(base + 1);
        Ok(())
    }

    /// `receiver.name = value` and `receiver[arguments] = value`: the value is that of the assignment.
    fn attribute_write(&mut self, node: &CallNode<'pr>, to: Option<Reg>) -> Done {
        let result = to.map(|to| self.base(to));
        let base = self.push();
        let own = is_own(node.receiver().as_ref());
        let end = self.scope().code.label();
        let index = node.name().as_slice() == b"[]=";
        match node.receiver() {
            Some(receiver) if !own || index || node.is_safe_navigation() => {
                self.note_call(&receiver, node);
                self.value(&receiver, base)?;
                if node.is_safe_navigation() {
                    if let Some(result) = result {
                        self.copy(result, base);
                    }
                    self.scope().code.branch(Op::JMPNIL, base, end);
                }
            }
            _ => {}
        }
        let mut list: Vec<_> = node
            .arguments()
            .iter()
            .flat_map(|node| node.arguments().iter())
            .collect();
        let value = list.pop();
        let mut arguments = self.argument_list(&list, 12)?;
        let from = self.push();
        match &value {
            Some(value) => self.value(value, from)?,
            None => self.nil(from),
        }
        if let Some(result) = result {
            self.copy(result, from);
        }
        if arguments.plain == PACKED {
            self.op2(Op::ARYPUSH, base + 1, 1);
        } else {
            arguments.plain += 1;
        }
        self.mark_call(Some(node));
        if index && arguments.counts() == 2 {
            self.need(2);
            self.op1(Op::SETIDX, base);
        } else {
            self.invoke(base, node.name().as_slice(), arguments, own)?;
        }
        self.scope().code.bind(end);
        self.release(base);
        if let (Some(result), Some(to)) = (result, to) {
            self.settle(result, to);
        }
        Ok(())
    }

    #[inline(never)]
    pub fn yield_node(&mut self, node: &YieldNode<'pr>, to: Option<Reg>) -> Done {
        let Some(to) = to else {
            return self.within(|this| {
                let to = this.push();
                this.yield_node(node, Some(to))
            });
        };
        if self.is_outside_of_methods() {
            return Err(self.failure(&node.location(), "Invalid yield"));
        }
        let base = self.base(to);
        let arguments = self.arguments(node.arguments().as_ref(), None, false)?;
        self.mark(&node.location());
        self.load_block(base)?;
        if arguments.keywords == 0 && arguments.plain < PACKED {
            self.need(2);
            self.op2(Op::BLKCALL, base, u16::from(arguments.plain));
            self.release(base + 1);
        } else {
            self.invoke(base, b"call", arguments, false)?;
        }
        self.settle(base, to);
        Ok(())
    }

    /// The block of the method, which must have one.
    fn load_block(&mut self, to: Reg) -> Done {
        let level = self.method_level();
        if let Some(level) = level {
            let scope = &self.scopes[self.scopes.len() - 1 - level];
            let shape = scope.shape.as_ref();
            if let (Some(push), true) = (shape.and_then(|shape| shape.block_push()), level < 16) {
                self.scope()
                    .code
                    .op_bs(Op::BLKPUSH, to, push | level as u16);
                return Ok(());
            }
        }
        self.method_block(to)?;
        let given = self.scope().code.label();
        let absent = self.scope().code.label();
        self.scope().code.branch(Op::JMPNIL, to, absent);
        self.scope().code.jump(Op::JMP, given);
        self.scope().code.bind(absent);
        let message = self.literal(crate::irep::Literal::String(
            b"no block given (yield)".to_vec(),
        ))?;
        self.op1(Op::ERR, message);
        self.scope().code.bind(given);
        Ok(())
    }

    /// How many routines up the method is that the code belongs to.
    pub fn method_level(&self) -> Option<usize> {
        self.scopes
            .iter()
            .rev()
            .position(|scope| !matches!(scope.kind, Kind::Block | Kind::Inner))
            .filter(|&level| self.scopes[self.scopes.len() - 1 - level].kind == Kind::Method)
    }

    /// Whether the code is that of a class, or of a program.
    pub fn is_outside_of_methods(&self) -> bool {
        let scopes = self.scopes.iter().rev();
        let mut routines = scopes.filter(|scope| !matches!(scope.kind, Kind::Block | Kind::Inner));
        match routines.next().map(|scope| scope.kind) {
            Some(Kind::Class) => true,
            Some(Kind::Top) => self.outer.iter().all(|outer| outer.block.is_none()),
            _ => false,
        }
    }

    /// The block that the method was given, or nil.
    pub fn method_block(&mut self, to: Reg) -> Done {
        if let Some(level) = self.method_level() {
            let shape = self.scopes[self.scopes.len() - 1 - level].shape.as_ref();
            let register = shape.expect("a method has parameters").block_register();
            return self.read_register(register, level, to);
        }
        let inside = self.scopes.iter().all(|scope| scope.kind != Kind::Class);
        let outer = self
            .outer
            .iter()
            .position(|outer| outer.block.is_some())
            .filter(|_| inside);
        match outer {
            Some(level) => {
                let register = self.outer[level].block.expect("it was looked for");
                let level = self.scopes.len() + level;
                self.read_register(register, level, to)
            }
            None => {
                self.nil(to);
                Ok(())
            }
        }
    }
}

/// The receiver that a call puts into its base; a chain of them is as long as it likes.
fn evaluated_receiver<'pr>(node: &CallNode<'pr>) -> Option<Node<'pr>> {
    let receiver = node.receiver();
    let needed = !is_own(receiver.as_ref()) || node.is_safe_navigation() || operand(node).is_some();
    receiver.filter(|_| needed)
}

/// The literal of `"text".freeze` or `-"text"`.
fn frozen_literal<'pr>(node: &CallNode<'pr>) -> Option<StringNode<'pr>> {
    let plain = node.arguments().is_none() && node.block().is_none() && !node.is_safe_navigation();
    let freezes = matches!(node.name().as_slice(), b"freeze" | b"-@");
    if !plain || !freezes {
        return None;
    }
    node.receiver().as_ref().and_then(Node::as_string_node)
}

/// The operand, if the call has an instruction of its own.
fn operand<'pr>(node: &CallNode<'pr>) -> Option<Node<'pr>> {
    if node.block().is_some() || node.is_safe_navigation() || node.receiver().is_none() {
        return None;
    }
    let operator = node.name().as_slice();
    if binary(operator).is_none() && operator != b"[]" {
        return None;
    }
    sole_argument(node).filter(|argument| {
        !matches!(
            argument,
            Node::SplatNode { .. }
                | Node::KeywordHashNode { .. }
                | Node::ForwardingArgumentsNode { .. }
        )
    })
}

fn sole_argument<'pr>(node: &CallNode<'pr>) -> Option<Node<'pr>> {
    let list = node.arguments()?.arguments();
    (list.len() == 1).then(|| list.first()).flatten()
}

/// Whether a method is called of `self`, private ones included.
pub fn is_own(receiver: Option<&Node<'_>>) -> bool {
    receiver.is_none_or(|receiver| receiver.as_self_node().is_some())
}

/// The instruction of an operator.
fn binary(operator: &[u8]) -> Option<Op> {
    Some(match operator {
        b"+" => Op::ADD,
        b"-" => Op::SUB,
        b"*" => Op::MUL,
        b"/" => Op::DIV,
        b"<" => Op::LT,
        b"<=" => Op::LE,
        b">" => Op::GT,
        b">=" => Op::GE,
        b"==" => Op::EQ,
        _ => return None,
    })
}

/// The instruction of an operator with a number of one byte.
fn immediate(operator: &[u8]) -> Option<Op> {
    match operator {
        b"+" => Some(Op::ADDI),
        b"-" => Some(Op::SUBI),
        _ => None,
    }
}

/// A literal from 0 to 255.
pub fn small(node: &Node<'_>) -> Option<u16> {
    let value = node.as_integer_node()?;
    let value = cast_value(&value);
    value
        .filter(|value| (0..=255).contains(value))
        .map(|value| value as u16)
}

fn cast_value(node: &ruby_prism::IntegerNode<'_>) -> Option<i64> {
    let integer = node.value();
    match integer.to_u32_digits() {
        (false, [digit]) => Some(i64::from(*digit)),
        _ => None,
    }
}
