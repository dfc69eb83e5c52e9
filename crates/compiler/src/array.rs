//! Arrays, those of arguments included.

use ruby_prism::{Node, NodeList};

use crate::assembler::Reg;
use crate::compiler::Compiler;
use crate::dispatch::cast;
use crate::failure::Done;
use crate::op::Op;
use crate::scope::Kind;

/// So many elements wait in registers.
const BATCH: u16 = 64;
/// Literals of more elements are made by routines of their own, so many elements by each: a routine's pool is limited.
pub const LARGE: usize = 2_000;
pub const PART: usize = 500;

/// An Array, or a Hash, while it is made.
pub struct Build {
    pub base: Reg,
    /// Elements, or pairs, that wait in the registers from `base` on, or after it.
    pub waiting: u16,
    /// Whether `base` has it already.
    pub begun: bool,
}

impl Build {
    pub fn new(base: Reg) -> Self {
        Self {
            base,
            waiting: 0,
            begun: false,
        }
    }
}

impl<'pr> Compiler<'pr> {
    #[inline(never)]
    pub fn array(&mut self, elements: &NodeList<'pr>, to: Reg) -> Done {
        if elements.len() > LARGE && elements.iter().all(|element| is_constant(&element)) {
            let elements: Vec<_> = elements.iter().collect();
            return self.large(to, Op::ARYCAT, &elements, |this, part, to| {
                this.elements(part.iter(), to)
            });
        }
        let elements: Vec<_> = elements.iter().collect();
        self.elements(elements.iter(), to)
    }

    /// An Array of these.
    pub fn elements<'a>(&mut self, elements: impl Iterator<Item = &'a Node<'pr>>, to: Reg) -> Done
    where
        'pr: 'a,
    {
        let mut build = Build::new(self.base(to));
        for element in elements {
            self.element(element, &mut build)?;
        }
        self.flush_elements(&mut build, true);
        self.settle(build.base, to);
        Ok(())
    }

    fn element(&mut self, element: &Node<'pr>, build: &mut Build) -> Done {
        match element {
            Node::SplatNode { .. } => {
                self.flush_elements(build, false);
                let expression = cast!(element, as_splat_node).expression();
                if build.begun {
                    self.within(|this| {
                        let part = this.push();
                        this.splatted(expression.as_ref(), part)?;
                        this.op1(Op::ARYCAT, build.base);
                        Ok(())
                    })?;
                } else {
                    self.splatted(expression.as_ref(), build.base)?;
                    self.op1(Op::ARYSPLAT, build.base);
                    build.begun = true;
                }
                Ok(())
            }
            Node::KeywordHashNode { .. } => {
                let pairs = cast!(element, as_keyword_hash_node).elements();
                let certain = pairs
                    .iter()
                    .any(|pair| pair.as_assoc_splat_node().is_none());
                if certain {
                    let to = self.next_element(build);
                    return self.hash(&pairs, to);
                }
                self.flush_elements(build, true);
                self.within(|this| {
                    let hash = this.push();
                    this.hash(&pairs, hash)?;
                    let empty = this.push();
                    this.copy(empty, hash);
                    this.send(empty, b"empty?", 0)?;
                    let skip = this.scope().code.label();
                    this.scope().code.branch(Op::JMPIF, empty, skip);
                    this.op2(Op::ARYPUSH, build.base, 1);
                    this.scope().code.bind(skip);
                    Ok(())
                })
            }
            _ => {
                let to = self.next_element(build);
                self.value(element, to)
            }
        }
    }

    /// What stands after `*`; None is the rest parameter without a name.
    pub fn splatted(&mut self, expression: Option<&Node<'pr>>, to: Reg) -> Done {
        match expression {
            Some(expression) => self.value(expression, to),
            None => self.read_anonymous(b"*", to),
        }
    }

    pub fn read_anonymous(&mut self, name: &[u8], to: Reg) -> Done {
        match self.find_anywhere(name) {
            Some(place) => self.read_place(place, to),
            None => {
                self.nil(to);
                Ok(())
            }
        }
    }

    /// The register for the next element.
    pub fn next_element(&mut self, build: &mut Build) -> Reg {
        if build.waiting == BATCH {
            self.flush_elements(build, false);
        }
        build.waiting += 1;
        if !build.begun && build.waiting == 1 {
            build.base
        } else {
            self.push()
        }
    }

    /// Takes the elements that wait; makes an Array even if there are none, if it must be.
    pub fn flush_elements(&mut self, build: &mut Build, must: bool) {
        if build.begun {
            if build.waiting > 0 {
                self.op2(Op::ARYPUSH, build.base, build.waiting);
            }
        } else if build.waiting > 0 || must {
            self.op2(Op::ARRAY, build.base, build.waiting);
            build.begun = true;
        }
        build.waiting = 0;
        self.release(build.base + 1);
    }

    /// Joins parts that routines of their own make.
    pub fn large<T>(
        &mut self,
        to: Reg,
        join: Op,
        items: &[T],
        make: impl Fn(&mut Self, &[T], Reg) -> Done,
    ) -> Done {
        let location = self.scope().code.line;
        let base = self.base(to);
        self.op2(
            if join == Op::ARYCAT {
                Op::ARRAY
            } else {
                Op::HASH
            },
            base,
            0,
        );
        for part in items.chunks(PART) {
            self.open(Kind::Inner, 0);
            self.scope().code.line = location;
            let value = self.push();
            make(self, part, value)?;
            self.op1(Op::RETURN, value);
            let index = self.close_at_line(location)?;
            self.within(|this| {
                let block = this.push();
                this.op2(Op::BLOCK, block, index);
                this.need(2);
                this.op2(Op::BLKCALL, block, 0);
                this.op1(join, base);
                Ok(())
            })?;
        }
        self.settle(base, to);
        Ok(())
    }
}

/// Whether a node is the same wherever it stands: a literal, or a collection of such.
pub fn is_constant(node: &Node<'_>) -> bool {
    match node {
        Node::IntegerNode { .. }
        | Node::FloatNode { .. }
        | Node::StringNode { .. }
        | Node::SymbolNode { .. }
        | Node::NilNode { .. }
        | Node::TrueNode { .. }
        | Node::FalseNode { .. } => true,
        Node::ArrayNode { .. } => {
            let elements = cast!(node, as_array_node).elements();
            elements.iter().all(|element| is_constant(&element))
        }
        Node::HashNode { .. } => {
            let elements = cast!(node, as_hash_node).elements();
            elements.iter().all(|element| is_constant_pair(&element))
        }
        _ => false,
    }
}

pub fn is_constant_pair(node: &Node<'_>) -> bool {
    node.as_assoc_node()
        .is_some_and(|pair| is_constant(&pair.key()) && is_constant(&pair.value()))
}
