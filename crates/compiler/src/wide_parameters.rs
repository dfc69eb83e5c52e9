//! Parameters that are too many for `ENTER`: they come as one Array and are taken out of it.

use ruby_prism::{ConstantList, Node};

use crate::assembler::Reg;
use crate::compiler::Compiler;
use crate::dispatch::cast;
use crate::failure::Done;
use crate::op::Op;
use crate::parameters::{Parts, keyword_name, required_name};
use crate::scope::Kind;
use crate::shape::{Shape, Spread};

/// The register of the Array.
const ALL: Reg = 1;

impl<'pr> Compiler<'pr> {
    pub fn take_wide(&mut self, parts: &Parts<'pr>, locals: &ConstantList<'pr>) -> Done {
        let keyword_rest = parts.keyword_rest.is_some() || parts.no_keywords;
        let shape = Shape {
            rest: true,
            keywords: parts.keywords.iter().map(keyword_name).collect(),
            dictionary: keyword_rest || !parts.keywords.is_empty(),
            keyword_rest,
            block: parts.block.is_some(),
            no_block: parts.no_block,
            spread: Some(spread(parts)),
            ..Shape::default()
        };
        self.scope().declare(None);
        self.declare_keywords_and_block(parts, &shape);
        if let Some(rest) = parts.rest.filter(|rest| *rest == b"*") {
            self.scope().declare(Some(rest));
        }
        self.declare_hidden();
        self.scope()
            .declare_all(locals.iter().map(|name| name.as_slice()));
        self.enter_prepared(&shape)?;
        self.scope().shape = Some(shape.clone());
        self.check_count(parts)?;
        self.take_out(parts)?;
        self.keywords_and_block(parts, &shape)
    }

    fn take_out(&mut self, parts: &Parts<'pr>) -> Done {
        let (before, after) = (parts.requireds.len(), parts.posts.len());
        for (parameter, index) in parts.requireds.iter().zip(0..) {
            self.take_one(parameter, index)?;
        }
        for (parameter, index) in parts.optionals.iter().zip(before..) {
            let parameter = cast!(parameter, as_optional_parameter_node);
            self.within(|this| {
                let (absent, end) = (this.scope().code.label(), this.scope().code.label());
                let value = this.push();
                this.compare_count(value, b">", (index + after) as i64)?;
                this.jump_on(value, false, absent);
                this.element_of(value, ALL, index as i64)?;
                this.scope().code.jump(Op::JMP, end);
                this.scope().code.bind(absent);
                this.value(&parameter.value(), value)?;
                this.scope().code.bind(end);
                this.write_local(parameter.name().as_slice(), 0, value)
            })?;
        }
        if let Some(rest) = parts.rest {
            let first = before + parts.optionals.len();
            self.within(|this| {
                let base = this.push();
                this.copy(base, ALL);
                let range = this.push();
                this.integer(range, first as i64)?;
                let last = this.push();
                this.integer(last, -1 - after as i64)?;
                this.op1(Op::RANGE_INC, range);
                this.need(1);
                this.send(base, b"[]", 1)?;
                let given = this.scope().code.label();
                this.jump_on(base, true, given);
                this.op2(Op::ARRAY, base, 0);
                this.scope().code.bind(given);
                this.write_local(rest, 0, base)
            })?;
        }
        for (parameter, index) in parts.posts.iter().zip(0..) {
            self.take_one(parameter, index - after as i64)?;
        }
        Ok(())
    }

    fn take_one(&mut self, parameter: &Node<'pr>, index: i64) -> Done {
        self.within(|this| {
            let value = this.push();
            this.element_of(value, ALL, index)?;
            match required_name(parameter) {
                Some(name) => this.write_local(name, 0, value),
                None => this.assign_target(parameter, value),
            }
        })
    }

    /// An element of an Array; `to` is the last register in use.
    pub fn element_of(&mut self, to: Reg, array: Reg, index: i64) -> Done {
        self.within(|this| {
            let key = this.push();
            this.copy(to, array);
            this.integer(key, index)?;
            this.need(2);
            this.op1(Op::GETIDX, to);
            Ok(())
        })
    }

    /// Whether the count of arguments is more, or less, than a number; `to` is the last register in use.
    fn compare_count(&mut self, to: Reg, operator: &[u8], number: i64) -> Done {
        self.within(|this| {
            let operand = this.push();
            this.copy(to, ALL);
            this.send(to, b"size", 0)?;
            this.integer(operand, number)?;
            this.binary(operator, to)
        })
    }

    fn check_count(&mut self, parts: &Parts<'pr>) -> Done {
        let least = (parts.requireds.len() + parts.posts.len()) as i64;
        let most = least + parts.optionals.len() as i64;
        if self.scope().kind != Kind::Method && !self.scope().strict {
            return self.adapt_count(least);
        }
        let end = self.scope().code.label();
        let wrong = self.scope().code.label();
        let expected = match (parts.rest, least == most) {
            (Some(_), _) => format!("{least}+"),
            (None, true) => least.to_string(),
            (None, false) => format!("{least}..{most}"),
        };
        self.within(|this| {
            let base = this.push();
            this.compare_count(base, b"<", least)?;
            this.jump_on(base, true, wrong);
            if parts.rest.is_none() {
                this.compare_count(base, b">", most)?;
                this.jump_on(base, true, wrong);
            }
            this.scope().code.jump(Op::JMP, end);
            this.scope().code.bind(wrong);
            let class = this.push();
            this.core_class(class, b"ArgumentError")?;
            let message = this.push();
            this.text(message, b"wrong number of arguments (given ")?;
            let count = this.push();
            this.copy(count, ALL);
            this.send(count, b"size", 0)?;
            this.op1(Op::STRCAT, message);
            this.text(count, format!(", expected {expected})").as_bytes())?;
            this.op1(Op::STRCAT, message);
            this.release(count);
            this.self_send(base, b"raise", 2)
        })?;
        self.scope().code.bind(end);
        Ok(())
    }

    /// A block takes one Array apart, and what is missing is nil.
    fn adapt_count(&mut self, least: i64) -> Done {
        let (one, long) = (self.scope().code.label(), self.scope().code.label());
        self.within(|this| {
            let base = this.push();
            this.compare_count(base, b"==", 1)?;
            this.jump_on(base, false, one);
            this.core_class(base, b"Array")?;
            let first = this.push();
            this.element_of(first, ALL, 0)?;
            this.send(base, b"===", 1)?;
            this.jump_on(base, false, one);
            this.element_of(first, ALL, 0)?;
            this.op1(Op::ARYSPLAT, first);
            this.copy(ALL, first);
            this.scope().code.bind(one);
            this.release(first);
            this.compare_count(base, b"<", least)?;
            this.jump_on(base, false, long);
            this.copy(base, ALL);
            let last = this.push();
            this.integer(last, least - 1)?;
            let value = this.push();
            this.nil(value);
            this.need(2);
            this.op1(Op::SETIDX, base);
            Ok(())
        })?;
        self.scope().code.bind(long);
        Ok(())
    }
}

/// What `super` hands on.
fn spread<'pr>(parts: &Parts<'pr>) -> Vec<Spread<'pr>> {
    let one = |node: &Node<'pr>| required_name(node).map(Spread::One);
    let optional = |node: &Node<'pr>| {
        let node = cast!(node, as_optional_parameter_node);
        Some(Spread::One(node.name().as_slice()))
    };
    let firsts = parts
        .requireds
        .iter()
        .map(one)
        .chain(parts.optionals.iter().map(optional));
    let rest = parts.rest.map(|rest| Some(Spread::Rest(rest)));
    firsts
        .chain(rest)
        .chain(parts.posts.iter().map(one))
        .flatten()
        .collect()
}
