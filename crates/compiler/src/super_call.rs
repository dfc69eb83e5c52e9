//! `super`.

use ruby_prism::{ForwardingSuperNode, SuperNode};

use crate::argument::{Arguments, PACKED};
use crate::array::Build;
use crate::assembler::Reg;
use crate::compiler::Compiler;
use crate::failure::Done;
use crate::op::Op;
use crate::shape::{Shape, Spread};

impl<'pr> Compiler<'pr> {
    #[inline(never)]
    pub fn super_node(&mut self, node: &SuperNode<'pr>, to: Option<Reg>) -> Done {
        self.within(|this| {
            let to = to.unwrap_or_else(|| this.push());
            let base = this.base(to);
            let block = node.block();
            let mut arguments = this.arguments(node.arguments().as_ref(), block.as_ref(), false)?;
            if !arguments.block {
                let register = this.push();
                this.method_block(register)?;
                arguments.block = true;
            }
            this.mark(&node.location());
            this.call_super(base, arguments);
            this.settle(base, to);
            Ok(())
        })
    }

    fn call_super(&mut self, base: Reg, arguments: Arguments) {
        self.need(3);
        self.op2(Op::SUPER, base, u16::from(arguments.counts()));
        self.release(base + 1);
    }

    /// `super` with the parameters of the method, as they are now.
    #[inline(never)]
    pub fn forwarding_super(&mut self, node: &ForwardingSuperNode<'pr>, to: Option<Reg>) -> Done {
        self.within(|this| {
            let to = to.unwrap_or_else(|| this.push());
            let base = this.base(to);
            let mut arguments = match this.method_level() {
                Some(level) => this.own_arguments(level)?,
                None if this.is_outside_of_methods() => {
                    let name = this.push();
                    this.self_send(name, b"__method__", 0)?;
                    this.mark(&node.location());
                    this.self_send(base, b"__implicit_super", 1)?;
                    this.settle(base, to);
                    return Ok(());
                }
                None => Arguments::default(),
            };
            let block = this.push();
            match node.block() {
                Some(given) => this.block(&given, block, false)?,
                None => this.method_block(block)?,
            }
            arguments.block = true;
            this.mark(&node.location());
            this.call_super(base, arguments);
            this.settle(base, to);
            Ok(())
        })
    }

    fn own_arguments(&mut self, level: usize) -> Done<Arguments> {
        let index = self.scopes.len() - 1 - level;
        let shape = self.scopes[index].shape.clone().unwrap_or_default();
        let parts = plain_parts(&shape);
        let mut arguments = Arguments::default();
        let rest = parts.iter().any(|part| matches!(part, Part::Rest(_)));
        if !rest && parts.len() < usize::from(PACKED) {
            arguments.plain = parts.len() as u8;
            for part in parts {
                let register = self.push();
                self.read_part(part, level, register)?;
            }
        } else {
            arguments.plain = PACKED;
            let mut build = Build::new(self.push());
            for part in parts {
                if let Part::Rest(_) = part {
                    self.flush_elements(&mut build, true);
                    self.within(|this| {
                        let rest = this.push();
                        this.read_part(part, level, rest)?;
                        this.op1(Op::ARYCAT, build.base);
                        Ok(())
                    })?;
                } else {
                    let register = self.next_element(&mut build);
                    self.read_part(part, level, register)?;
                }
            }
            self.flush_elements(&mut build, true);
        }
        if shape.dictionary {
            arguments.keywords = PACKED;
            self.own_keywords(&shape, level)?;
        }
        Ok(arguments)
    }

    /// The rest first, as in CRuby.
    fn own_keywords(&mut self, shape: &Shape<'pr>, level: usize) -> Done {
        let hash = self.push();
        self.op2(Op::HASH, hash, 0);
        if shape.keyword_rest {
            self.within(|this| {
                let rest = this.push();
                this.read_register(shape.dictionary(), level, rest)?;
                this.op1(Op::HASHCAT, hash);
                Ok(())
            })?;
        }
        let first = shape.block_register() + 1 + u16::from(shape.block);
        for (keyword, register) in shape.keywords.iter().zip(first..) {
            self.within(|this| {
                let key = this.push();
                this.symbol(key, keyword)?;
                let value = this.push();
                this.read_register(register, level, value)?;
                this.op2(Op::HASHADD, hash, 1);
                Ok(())
            })?;
        }
        Ok(())
    }

    fn read_part(&mut self, part: Part<'pr>, level: usize, to: Reg) -> Done {
        match part {
            Part::Register(register) | Part::Rest(Spread::Register(register)) => {
                self.read_register(register, level, to)
            }
            Part::Named(name) | Part::Rest(Spread::One(name) | Spread::Rest(name)) => {
                match self.find_anywhere(name) {
                    Some(place) => self.read_place(place, to),
                    None => self.nothing(Some(to)),
                }
            }
        }
    }
}

#[derive(Clone, Copy)]
enum Part<'pr> {
    Register(Reg),
    Named(&'pr [u8]),
    Rest(Spread<'pr>),
}

fn plain_parts<'pr>(shape: &Shape<'pr>) -> Vec<Part<'pr>> {
    if let Some(spread) = &shape.spread {
        let part = |spread: &Spread<'pr>| match *spread {
            Spread::One(name) => Part::Named(name),
            Spread::Register(register) => Part::Register(register),
            Spread::Rest(_) => Part::Rest(*spread),
        };
        return spread.iter().map(part).collect();
    }
    let first = shape.required + shape.optional;
    let rest = first + 1;
    (1..=shape.plain())
        .map(|register| {
            if shape.rest && register == rest {
                Part::Rest(Spread::Register(register))
            } else {
                Part::Register(register)
            }
        })
        .collect()
}
