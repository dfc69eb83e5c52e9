//! The parameters of methods, blocks and lambdas.

use ruby_prism::{ConstantList, Node, NodeList, ParametersNode};

use crate::assembler::Reg;
use crate::compiler::Compiler;
use crate::dispatch::cast;
use crate::failure::Done;
use crate::local::is_plain;
use crate::op::Op;
use crate::scope::Kind;
use crate::shape::{FIELD, Shape};

/// The parameters by what they are.
pub struct Parts<'pr> {
    pub requireds: Vec<Node<'pr>>,
    pub optionals: Vec<Node<'pr>>,
    pub rest: Option<&'pr [u8]>,
    /// `|a, |`: what is given is taken apart, and the rest of it goes nowhere.
    pub comma: bool,
    pub posts: Vec<Node<'pr>>,
    pub keywords: Vec<Node<'pr>>,
    pub keyword_rest: Option<&'pr [u8]>,
    pub no_keywords: bool,
    pub block: Option<&'pr [u8]>,
    pub no_block: bool,
}

impl<'pr> Parts<'pr> {
    pub fn new(node: Option<&ParametersNode<'pr>>) -> Self {
        let list = |list: NodeList<'pr>| list.iter().collect::<Vec<_>>();
        let rest = node.and_then(ParametersNode::rest);
        let keyword_rest = node.and_then(ParametersNode::keyword_rest);
        let block = node.and_then(ParametersNode::block);
        let forwarding = matches!(keyword_rest, Some(Node::ForwardingParameterNode { .. }));
        let named =
            |given: bool, name: Option<&'pr [u8]>, anonymous: &'static [u8]| -> Option<&'pr [u8]> {
                (given || forwarding).then(|| name.unwrap_or(anonymous))
            };
        let rest_node = rest.as_ref().and_then(Node::as_rest_parameter_node);
        let keyword_node = keyword_rest
            .as_ref()
            .and_then(Node::as_keyword_rest_parameter_node);
        let block_node = block.as_ref().and_then(Node::as_block_parameter_node);
        Self {
            requireds: node.map(|node| list(node.requireds())).unwrap_or_default(),
            optionals: node.map(|node| list(node.optionals())).unwrap_or_default(),
            rest: named(
                rest_node.is_some(),
                rest_node
                    .and_then(|node| node.name())
                    .map(|name| name.as_slice()),
                b"*",
            ),
            comma: matches!(rest, Some(Node::ImplicitRestNode { .. })),
            posts: node.map(|node| list(node.posts())).unwrap_or_default(),
            keywords: node.map(|node| list(node.keywords())).unwrap_or_default(),
            keyword_rest: named(
                keyword_node.is_some(),
                keyword_node
                    .and_then(|node| node.name())
                    .map(|name| name.as_slice()),
                b"**",
            ),
            no_keywords: matches!(keyword_rest, Some(Node::NoKeywordsParameterNode { .. })),
            block: named(
                block_node.is_some(),
                block_node
                    .and_then(|node| node.name())
                    .map(|name| name.as_slice()),
                b"&",
            ),
            no_block: matches!(block, Some(Node::NoBlockParameterNode { .. })),
        }
    }

    fn shape(&self) -> Shape<'pr> {
        let keywords: Vec<_> = self
            .keywords
            .iter()
            .map(|node| keyword_name(node))
            .collect();
        let keyword_rest = self.keyword_rest.is_some() || self.no_keywords;
        Shape {
            required: self.requireds.len() as u16,
            optional: self.optionals.len() as u16,
            rest: self.rest.is_some(),
            after: self.posts.len() as u16,
            dictionary: keyword_rest || !keywords.is_empty(),
            keywords,
            keyword_rest,
            block: self.block.is_some(),
            no_block: self.no_block,
            spread: None,
        }
    }
}

pub fn keyword_name<'pr>(node: &Node<'pr>) -> &'pr [u8] {
    match node {
        Node::OptionalKeywordParameterNode { .. } => {
            cast!(node, as_optional_keyword_parameter_node)
                .name()
                .as_slice()
        }
        _ => cast!(node, as_required_keyword_parameter_node)
            .name()
            .as_slice(),
    }
}

/// None of a parameter that takes its argument apart.
pub fn required_name<'pr>(node: &Node<'pr>) -> Option<&'pr [u8]> {
    node.as_required_parameter_node()
        .map(|node| node.name().as_slice())
}

impl<'pr> Compiler<'pr> {
    /// The beginning of a routine: its parameters and its other locals.
    pub fn take(&mut self, node: Option<&ParametersNode<'pr>>, locals: &ConstantList<'pr>) -> Done {
        let parts = Parts::new(node);
        let field = usize::from(FIELD);
        let wide = [
            parts.requireds.len(),
            parts.optionals.len(),
            parts.posts.len(),
        ];
        if wide.iter().any(|&count| count > field) {
            return self.take_wide(&parts, locals);
        }
        let mut shape = parts.shape();
        let strict = self.scope().strict || self.scope().kind == Kind::Method;
        let comma = parts.comma && !strict && shape.plain() == 1;
        for name in parts.requireds.iter().map(required_name) {
            self.scope().declare(name);
        }
        for optional in &parts.optionals {
            let name = cast!(optional, as_optional_parameter_node).name();
            self.scope().declare(Some(name.as_slice()));
        }
        if comma {
            shape.optional += 1;
            self.scope().declare(None);
        }
        if let Some(rest) = parts.rest {
            self.scope().declare(Some(rest));
        }
        for name in parts.posts.iter().map(required_name) {
            self.scope().declare(name);
        }
        self.declare_keywords_and_block(&parts, &shape);
        self.declare_hidden();
        self.scope()
            .declare_all(locals.iter().map(|name| name.as_slice()));
        self.enter_prepared(&shape)?;
        self.scope().shape = Some(shape.clone());
        self.optionals(&parts.optionals, shape.required + 1)?;
        self.keywords_and_block(&parts, &shape)?;
        self.take_apart(&parts.requireds, 1)?;
        self.take_apart(&parts.posts, shape.plain() - shape.after + 1)
    }

    pub fn declare_keywords_and_block(&mut self, parts: &Parts<'pr>, shape: &Shape<'pr>) {
        if shape.dictionary {
            let name = if parts.no_keywords {
                Some(b"nil".as_slice())
            } else {
                parts.keyword_rest
            };
            self.scope().declare(name);
        }
        self.scope().declare(None);
        if let Some(block) = parts.block {
            self.scope().declare(Some(block));
        }
        for keyword in &shape.keywords {
            self.scope().declare(Some(keyword));
        }
    }

    /// Sets the arguments up. A block with one parameter and a comma has an optional one, which nobody sees.
    pub fn enter(&mut self, shape: &Shape<'pr>) -> Done {
        self.scope().code.op_w(Op::ENTER, shape.enter());
        if shape.optional == 0 {
            return Ok(());
        }
        let labels: Vec<_> = (0..=shape.optional)
            .map(|_| self.scope().code.label())
            .collect();
        for label in &labels {
            self.scope().code.jump(Op::JMP, *label);
        }
        let code = &mut self.scope().code;
        code.rigid = code.position();
        self.scope().defaults = labels;
        Ok(())
    }

    /// The same, and makes room for the locals that have no register: for each number of arguments, before the defaults.
    pub fn enter_prepared(&mut self, shape: &Shape<'pr>) -> Done {
        if shape.optional == 0 || !self.has_elements() {
            self.enter(shape)?;
            self.prepare_elements();
            return Ok(());
        }
        self.enter(shape)?;
        let entries = std::mem::take(&mut self.scope().defaults);
        let defaults: Vec<_> = entries.iter().map(|_| self.scope().code.label()).collect();
        for (entry, default) in entries.into_iter().zip(&defaults) {
            self.scope().code.bind(entry);
            self.prepare_elements();
            self.scope().code.jump(Op::JMP, *default);
        }
        self.scope().defaults = defaults;
        Ok(())
    }

    /// The defaults that have no code.
    pub fn bind_defaults(&mut self) {
        let labels = std::mem::take(&mut self.scope().defaults);
        labels
            .into_iter()
            .for_each(|label| self.scope().code.bind(label));
    }

    fn optionals(&mut self, optionals: &[Node<'pr>], first: Reg) -> Done {
        let mut labels = std::mem::take(&mut self.scope().defaults).into_iter();
        for (optional, register) in optionals.iter().zip(first..) {
            let label = labels.next().expect("each default has a label");
            self.scope().code.bind(label);
            self.assign_register(
                register,
                &cast!(optional, as_optional_parameter_node).value(),
            )?;
        }
        labels.for_each(|label| self.scope().code.bind(label));
        Ok(())
    }

    pub fn assign_register(&mut self, register: Reg, value: &Node<'pr>) -> Done {
        if is_plain(value) {
            return self.value(value, register);
        }
        self.within(|this| {
            let from = this.push();
            this.value(value, from)?;
            this.copy(register, from);
            Ok(())
        })
    }

    /// The required keywords come first: what reads the code for the parameters' names knows that.
    pub fn keywords_and_block(&mut self, parts: &Parts<'pr>, shape: &Shape<'pr>) -> Done {
        let first = shape.block_register() + 1 + u16::from(shape.block);
        let keywords = || parts.keywords.iter().zip(first..);
        for (keyword, register) in keywords() {
            if keyword.as_required_keyword_parameter_node().is_some() {
                let name = self.name(keyword_name(keyword))?;
                self.op2(Op::KARG, register, name);
            }
        }
        for (keyword, register) in keywords() {
            let Some(optional) = keyword.as_optional_keyword_parameter_node() else {
                continue;
            };
            let name = self.name(optional.name().as_slice())?;
            let (given, end) = (self.scope().code.label(), self.scope().code.label());
            self.op2(Op::KEY_P, register, name);
            self.jump_on(register, true, given);
            self.nil(register);
            self.assign_register(register, &optional.value())?;
            self.scope().code.jump(Op::JMP, end);
            self.scope().code.bind(given);
            self.op2(Op::KARG, register, name);
            self.scope().code.bind(end);
        }
        if parts.no_keywords || (!parts.keywords.is_empty() && parts.keyword_rest.is_none()) {
            self.op0(Op::KEYEND);
        }
        if shape.block {
            self.copy(shape.block_register() + 1, shape.block_register());
        }
        Ok(())
    }

    fn take_apart(&mut self, parameters: &[Node<'pr>], first: Reg) -> Done {
        for (parameter, register) in parameters.iter().zip(first..) {
            if parameter.as_multi_target_node().is_some() {
                self.assign_target(parameter, register)?;
            }
        }
        Ok(())
    }
}
