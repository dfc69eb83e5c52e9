//! Variables, attributes and elements that an operator assigns anew.

use ruby_prism::{ArgumentsNode, ConstantPathNode, Node};

use crate::argument::{Arguments, PACKED};
use crate::assembler::{Label, Reg};
use crate::call::{is_own, small};
use crate::compiler::Compiler;
use crate::constant::constant_name;
use crate::failure::Done;
use crate::op::Op;

#[derive(Clone, Copy)]
pub enum Operation<'pr> {
    And,
    Or,
    Apply(&'pr [u8]),
}

/// A variable that has instructions of its own.
#[derive(Clone, Copy)]
pub struct Variable<'pr> {
    pub get: Op,
    pub set: Op,
    pub name: &'pr [u8],
}

impl<'pr> Compiler<'pr> {
    /// Reads into a new register, applies the operation, writes unless the old value stays.
    fn update(
        &mut self,
        operation: Operation<'pr>,
        value: &Node<'pr>,
        to: Option<Reg>,
        read: impl FnOnce(&mut Self, Reg) -> Done,
        write: impl FnOnce(&mut Self, Reg) -> Done,
    ) -> Done {
        self.within(|this| {
            let to = to.unwrap_or_else(|| this.push());
            let base = this.base(to);
            let end = this.scope().code.label();
            read(this, base)?;
            this.operate(operation, value, base, end)?;
            write(this, base)?;
            this.scope().code.bind(end);
            this.settle(base, to);
            Ok(())
        })
    }

    fn operate(
        &mut self,
        operation: Operation<'pr>,
        value: &Node<'pr>,
        base: Reg,
        end: crate::assembler::Label,
    ) -> Done {
        match operation {
            Operation::Apply(operator) => self.operand_and_operation(operator, value, base, None),
            Operation::And | Operation::Or => {
                self.jump_on(base, matches!(operation, Operation::Or), end);
                self.value(value, base)
            }
        }
    }

    pub fn update_local(
        &mut self,
        name: &'pr [u8],
        depth: u32,
        operation: Operation<'pr>,
        value: &Node<'pr>,
        to: Option<Reg>,
    ) -> Done {
        if let Some(register) = self.own_register(name, depth)
            && self.update_register(register, operation, value)?
        {
            if let Some(to) = to {
                self.copy(to, register);
            }
            return Ok(());
        }
        self.update(
            operation,
            value,
            to,
            |this, base| this.read_local(name, depth, base),
            |this, base| this.write_local(name, depth, base),
        )
    }

    /// Whether the register itself could be updated.
    pub fn update_register(
        &mut self,
        register: Reg,
        operation: Operation<'pr>,
        value: &Node<'pr>,
    ) -> Done<bool> {
        match operation {
            Operation::Apply(operator) => {
                let op = match operator {
                    b"+" => Op::ADDILV,
                    b"-" => Op::SUBILV,
                    _ => return Ok(false),
                };
                let Some(number) = small(value) else {
                    return Ok(false);
                };
                self.need(2);
                let work = self.top();
                self.op3(op, register, work, number as u8);
            }
            Operation::And | Operation::Or => {
                let end = self.scope().code.label();
                self.jump_on(register, matches!(operation, Operation::Or), end);
                self.assign_register(register, value)?;
                self.scope().code.bind(end);
            }
        }
        Ok(true)
    }

    pub fn update_named(
        &mut self,
        variable: Variable<'pr>,
        operation: Operation<'pr>,
        value: &Node<'pr>,
        to: Option<Reg>,
    ) -> Done {
        self.update(
            operation,
            value,
            to,
            |this, base| {
                let read = |this: &mut Self| this.get(variable.get, variable.name, base);
                match (operation, variable.get) {
                    (Operation::Or, Op::GETCV) => this.or_nil(base, read),
                    (Operation::Or, Op::GETCONST) => {
                        let absent = this.scope().code.label();
                        this.check_constant(variable.name, absent)?;
                        this.read_or_nil(base, absent, read)
                    }
                    _ => read(this),
                }
            },
            |this, base| this.set(variable.set, variable.name, base),
        )
    }

    /// Reads what may not be there: nil then.
    fn or_nil(&mut self, to: Reg, read: impl FnOnce(&mut Self) -> Done) -> Done {
        let failed = self.scope().code.label();
        self.read_or_nil(to, failed, |this| this.attempt(failed, read))
    }

    /// Reads, or where what comes before went to `absent`: nil.
    fn read_or_nil(
        &mut self,
        to: Reg,
        absent: Label,
        read: impl FnOnce(&mut Self) -> Done,
    ) -> Done {
        let end = self.scope().code.label();
        read(self)?;
        self.scope().code.jump(Op::JMP, end);
        self.scope().code.bind(absent);
        self.nil(to);
        self.scope().code.bind(end);
        Ok(())
    }

    pub fn update_constant_path(
        &mut self,
        target: &ConstantPathNode<'pr>,
        operation: Operation<'pr>,
        value: &Node<'pr>,
        to: Option<Reg>,
    ) -> Done {
        let name = constant_name(target);
        self.within(|this| {
            let parent = this.push();
            this.scope_of(target.parent().as_ref(), parent)?;
            let read = |this: &mut Self, base| {
                this.copy(base, parent);
                this.get(Op::GETMCNST, name, base)
            };
            this.update(
                operation,
                value,
                to,
                |this, base| match operation {
                    Operation::Or => {
                        let absent = this.scope().code.label();
                        this.ask_constant(name, absent, |this, to| {
                            this.copy(to, parent);
                            Ok(())
                        })?;
                        this.read_or_nil(base, absent, |this| read(this, base))
                    }
                    _ => read(this, base),
                },
                |this, base| this.write_constant(parent, name, base),
            )
        })
    }

    pub fn update_attribute(
        &mut self,
        receiver: Option<&Node<'pr>>,
        (reader, writer): (&'pr [u8], &'pr [u8]),
        safe: bool,
        operation: Operation<'pr>,
        value: &Node<'pr>,
        to: Option<Reg>,
    ) -> Done {
        let own = is_own(receiver);
        self.note_update(receiver, [reader, writer]);
        self.update_call(
            receiver,
            safe,
            operation,
            value,
            to,
            |this, base| {
                let new = this.push();
                this.copy(new, base);
                this.invoke(new, reader, Arguments::default(), own)?;
                Ok((new, Arguments::default()))
            },
            |this, base, mut arguments| {
                arguments.plain += 1;
                this.invoke(base, writer, arguments, own)
            },
        )
    }

    pub fn update_element(
        &mut self,
        receiver: Option<&Node<'pr>>,
        arguments: Option<&ArgumentsNode<'pr>>,
        safe: bool,
        operation: Operation<'pr>,
        value: &Node<'pr>,
        to: Option<Reg>,
    ) -> Done {
        let own = is_own(receiver);
        self.note_update(receiver, [b"[]", b"[]="]);
        let list: Vec<_> = arguments
            .iter()
            .flat_map(|node| node.arguments().iter())
            .collect();
        self.update_call(
            receiver,
            safe,
            operation,
            value,
            to,
            |this, base| {
                let arguments = this.argument_list(&list, 12)?;
                let new = this.push();
                this.copy(new, base);
                for register in base + 1..new {
                    let argument = this.push();
                    this.copy(argument, register);
                }
                if arguments.counts() == 1 {
                    this.need(3);
                    this.op1(Op::GETIDX, new);
                    this.release(new + 1);
                } else {
                    this.invoke(new, b"[]", arguments, own)?;
                }
                Ok((new, arguments))
            },
            |this, base, mut arguments| {
                if arguments.plain == PACKED {
                    this.op2(Op::ARYPUSH, base + 1, 1);
                } else {
                    arguments.plain += 1;
                }
                if arguments.counts() == 2 {
                    this.need(3);
                    this.op1(Op::SETIDX, base);
                    return Ok(());
                }
                this.invoke(base, b"[]=", arguments, own)
            },
        )
    }

    fn note_update(&mut self, receiver: Option<&Node<'pr>>, methods: [&[u8]; 2]) {
        for method in methods {
            if let Some(receiver) = receiver {
                self.note_method(receiver, method, &receiver.location());
            }
        }
    }

    /// The receiver is evaluated once; `read` gives the register of the old value, `write` finds the new one there.
    #[allow(clippy::too_many_arguments)]
    pub fn update_call(
        &mut self,
        receiver: Option<&Node<'pr>>,
        safe: bool,
        operation: Operation<'pr>,
        value: &Node<'pr>,
        to: Option<Reg>,
        read: impl FnOnce(&mut Self, Reg) -> Done<(Reg, Arguments)>,
        write: impl FnOnce(&mut Self, Reg, Arguments) -> Done,
    ) -> Done {
        self.within(|this| {
            let to = to.unwrap_or_else(|| this.push());
            let result = this.base(to);
            let base = this.push();
            let end = this.scope().code.label();
            match receiver {
                Some(receiver) => this.value(receiver, base)?,
                None => this.op1(Op::LOADSELF, base),
            }
            if safe {
                this.copy(result, base);
                this.scope().code.branch(Op::JMPNIL, base, end);
            }
            let (new, arguments) = read(this, base)?;
            match operation {
                Operation::Apply(operator) => {
                    this.operand_and_operation(operator, value, new, None)?
                }
                Operation::And | Operation::Or => {
                    this.copy(result, new);
                    this.jump_on(new, matches!(operation, Operation::Or), end);
                    this.value(value, new)?;
                }
            }
            this.copy(result, new);
            write(this, base, arguments)?;
            this.scope().code.bind(end);
            this.settle(result, to);
            Ok(())
        })
    }
}
