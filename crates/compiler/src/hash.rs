//! Hashes.

use ruby_prism::{Node, NodeList};

use crate::array::{Build, LARGE, is_constant_pair};
use crate::assembler::Reg;
use crate::compiler::Compiler;
use crate::dispatch::cast;
use crate::failure::Done;
use crate::op::Op;

/// So many pairs wait in registers.
const BATCH: u16 = 32;

impl<'pr> Compiler<'pr> {
    #[inline(never)]
    pub fn hash(&mut self, elements: &NodeList<'pr>, to: Reg) -> Done {
        let elements: Vec<_> = elements.iter().collect();
        if elements.len() > LARGE && elements.iter().all(is_constant_pair) {
            return self.large(to, Op::HASHCAT, &elements, |this, part, to| {
                this.pairs(part, to)
            });
        }
        self.pairs(&elements, to)
    }

    pub fn pairs(&mut self, elements: &[Node<'pr>], to: Reg) -> Done {
        let mut build = Build::new(self.base(to));
        for element in elements {
            match element {
                Node::AssocNode { .. } => self.pair(element, &mut build)?,
                _ => self.splat_pairs(element, &mut build)?,
            }
        }
        self.flush_pairs(&mut build);
        self.settle(build.base, to);
        Ok(())
    }

    fn pair(&mut self, element: &Node<'pr>, build: &mut Build) -> Done {
        if build.waiting == BATCH {
            self.flush_pairs(build);
        }
        let key = if !build.begun && build.waiting == 0 {
            build.base
        } else {
            self.push()
        };
        build.waiting += 1;
        let pair = cast!(element, as_assoc_node);
        self.value(&pair.key(), key)?;
        let value = self.push();
        self.value(&pair.value(), value)
    }

    fn splat_pairs(&mut self, element: &Node<'pr>, build: &mut Build) -> Done {
        self.flush_pairs(build);
        self.within(|this| {
            let part = this.push();
            match cast!(element, as_assoc_splat_node).value() {
                Some(value) => this.value(&value, part)?,
                None => this.read_anonymous(b"**", part)?,
            }
            let skip = this.scope().code.label();
            this.scope().code.branch(Op::JMPNIL, part, skip);
            this.op1(Op::HASHCAT, build.base);
            this.scope().code.bind(skip);
            Ok(())
        })
    }

    /// Takes the pairs that wait, and makes a Hash even if there are none.
    fn flush_pairs(&mut self, build: &mut Build) {
        if !build.begun {
            self.op2(Op::HASH, build.base, build.waiting);
            build.begun = true;
        } else if build.waiting > 0 {
            self.op2(Op::HASHADD, build.base, build.waiting);
        }
        build.waiting = 0;
        self.release(build.base + 1);
    }
}
