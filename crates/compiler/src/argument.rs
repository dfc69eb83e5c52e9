//! The arguments of calls.

use ruby_prism::{ArgumentsNode, Node, NodeList};

use crate::assembler::Reg;
use crate::compiler::Compiler;
use crate::dispatch::cast;
use crate::failure::Done;
use crate::op::Op;

/// The count that stands for one Array of arguments, or one Hash of keywords.
pub const PACKED: u8 = 15;
/// So many arguments stand in registers of their own.
const PLAIN: usize = 14;

/// What stands after the receiver of a call.
#[derive(Clone, Copy, Default)]
pub struct Arguments {
    /// Plain arguments in registers, or `PACKED`.
    pub plain: u8,
    /// Pairs of keywords in registers, or `PACKED`.
    pub keywords: u8,
    pub block: bool,
    /// It may have been meant as a variable; the interpreter tells that by the instruction.
    pub name_alone: bool,
}

impl Arguments {
    /// The operand of a call.
    pub fn counts(self) -> u8 {
        self.plain | self.keywords << 4
    }

    pub fn plain_registers(self) -> Reg {
        if self.plain == PACKED {
            1
        } else {
            u16::from(self.plain)
        }
    }
}

impl<'pr> Compiler<'pr> {
    /// Puts arguments and block into the registers from the next one on.
    pub fn arguments(
        &mut self,
        arguments: Option<&ArgumentsNode<'pr>>,
        block: Option<&Node<'pr>>,
        strict: bool,
    ) -> Done<Arguments> {
        let list = arguments.map(ArgumentsNode::arguments);
        let forwarding = list
            .as_ref()
            .and_then(NodeList::last)
            .is_some_and(|last| last.as_forwarding_arguments_node().is_some());
        let mut result = match &list {
            Some(list) if !is_simple(list) => {
                self.argument_list(&list.iter().collect::<Vec<_>>(), PLAIN)?
            }
            _ => self.simple(list.iter().flatten())?,
        };
        if forwarding {
            let block = self.push();
            self.read_anonymous(b"&", block)?;
            result.block = true;
        } else if let Some(block) = block {
            let register = self.push();
            self.block_argument(block, register, strict)?;
            result.block = true;
        }
        Ok(result)
    }

    fn simple(&mut self, list: impl Iterator<Item = Node<'pr>>) -> Done<Arguments> {
        let mut result = Arguments::default();
        for argument in list {
            let register = self.push();
            self.value(&argument, register)?;
            result.plain += 1;
        }
        Ok(result)
    }

    /// Arguments without a block, at most so many in registers of their own.
    pub fn argument_list(&mut self, list: &[Node<'pr>], limit: usize) -> Done<Arguments> {
        let (plain, last) = match list.split_last() {
            Some((last, plain)) if is_keywords(last) => (plain, Some(last)),
            _ => (list, None),
        };
        let forwarding = last.is_some_and(|last| last.as_forwarding_arguments_node().is_some());
        let splat = plain
            .iter()
            .any(|argument| argument.as_splat_node().is_some());
        let mut result = Arguments::default();
        if forwarding {
            let array = self.push();
            self.elements(plain.iter(), array)?;
            self.within(|this| {
                let rest = this.push();
                this.read_anonymous(b"*", rest)?;
                this.op1(Op::ARYCAT, array);
                Ok(())
            })?;
            let keywords = self.push();
            self.op2(Op::HASH, keywords, 0);
            self.within(|this| {
                let rest = this.push();
                this.read_anonymous(b"**", rest)?;
                this.op1(Op::HASHCAT, keywords);
                Ok(())
            })?;
            return Ok(Arguments {
                plain: PACKED,
                keywords: PACKED,
                ..Arguments::default()
            });
        }
        if splat || plain.len() > limit {
            let array = self.push();
            self.elements(plain.iter(), array)?;
            result.plain = PACKED;
        } else {
            for argument in plain {
                let register = self.push();
                self.value(argument, register)?;
            }
            result.plain = plain.len() as u8;
        }
        if let Some(keywords) = last {
            result.keywords = self.keywords(&cast!(keywords, as_keyword_hash_node).elements())?;
        }
        Ok(result)
    }

    fn keywords(&mut self, elements: &NodeList<'pr>) -> Done<u8> {
        let plain = elements
            .iter()
            .all(|element| element.as_assoc_node().is_some());
        if !plain || elements.len() > PLAIN {
            let hash = self.push();
            self.hash(elements, hash)?;
            return Ok(PACKED);
        }
        for element in elements {
            let pair = cast!(element, as_assoc_node);
            let key = self.push();
            self.value(&pair.key(), key)?;
            let value = self.push();
            self.value(&pair.value(), value)?;
        }
        Ok(elements.len() as u8)
    }

    fn block_argument(&mut self, block: &Node<'pr>, to: Reg, strict: bool) -> Done {
        match block {
            Node::BlockNode { .. } => self.block(&cast!(block, as_block_node), to, strict),
            _ => match cast!(block, as_block_argument_node).expression() {
                Some(expression) => self.value(&expression, to),
                None => self.read_anonymous(b"&", to),
            },
        }
    }
}

/// Whether all stand in registers of their own.
fn is_simple(list: &NodeList<'_>) -> bool {
    list.len() <= PLAIN
        && list
            .iter()
            .all(|argument| !is_keywords(&argument) && argument.as_splat_node().is_none())
}

fn is_keywords(node: &Node<'_>) -> bool {
    matches!(
        node,
        Node::KeywordHashNode { .. } | Node::ForwardingArgumentsNode { .. }
    )
}
