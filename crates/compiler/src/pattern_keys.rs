//! Patterns of keys.

use ruby_prism::{HashPatternNode, Node};

use crate::array::Build;
use crate::assembler::{Label, Reg};
use crate::compiler::Compiler;
use crate::failure::Done;
use crate::pattern::{Subject, Why};

impl<'pr> Compiler<'pr> {
    /// The keys that a pattern asks for, as an Array.
    fn pattern_keys(&mut self, node: &HashPatternNode<'pr>, to: Reg) -> Done {
        let mut build = Build::new(self.base(to));
        for element in &node.elements() {
            if let Some(pair) = element.as_assoc_node() {
                let register = self.next_element(&mut build);
                self.value(&pair.key(), register)?;
            }
        }
        self.flush_elements(&mut build, true);
        self.settle(build.base, to);
        Ok(())
    }

    pub fn hash_pattern(
        &mut self,
        node: &HashPatternNode<'pr>,
        subject: Subject,
        fail: Label,
    ) -> Done {
        self.constant_of(node.constant().as_ref(), subject, fail)?;
        let rest = node.rest();
        let bound = rest.as_ref().and_then(Node::as_assoc_splat_node);
        let bound = bound.and_then(|splat| splat.value());
        let closed = matches!(rest, Some(Node::NoKeywordsParameterNode { .. }));
        let hash = self.push();
        self.copy(hash, subject.value);
        self.send(hash, b"__own_pairs", 0)?;
        self.or_asked(hash, |this| {
            this.copy(hash, subject.value);
            this.within(|this| {
                let keys = this.push();
                if bound.is_some() || closed {
                    this.nil(keys);
                } else {
                    this.pattern_keys(node, keys)?;
                }
                this.send(hash, b"deconstruct_keys", 1)
            })?;
            this.send(hash, b"__deconstructed_keys", 0)
        })?;
        self.demand(
            subject,
            hash,
            fail,
            Why::of(subject.value, b"__undeconstructed_keys"),
        )?;
        let used_up = bound.is_some() || closed;
        if used_up {
            self.send(hash, b"dup", 0)?;
        }
        for element in &node.elements() {
            if let Some(pair) = element.as_assoc_node() {
                self.within(|this| this.pair_pattern(&pair, subject.reason, hash, used_up, fail))?;
            }
        }
        if closed || (rest.is_none() && node.elements().is_empty()) {
            self.within(|this| {
                let empty = this.push();
                this.copy(empty, hash);
                this.send(empty, b"empty?", 0)?;
                let why: &[u8] = if closed {
                    b"__more_than_wanted"
                } else {
                    b"__not_empty"
                };
                this.demand(subject, empty, fail, Why::of(hash, why))
            })?;
        }
        match bound {
            Some(target) => self.part_pattern(&target, hash, None, fail),
            None => Ok(()),
        }
    }

    fn pair_pattern(
        &mut self,
        pair: &ruby_prism::AssocNode<'pr>,
        reason: Option<Reg>,
        hash: Reg,
        used_up: bool,
        fail: Label,
    ) -> Done {
        let value = self.push();
        let method: &[u8] = if used_up { b"delete" } else { b"[]" };
        for method in [b"key?".as_slice(), method] {
            self.copy(value, hash);
            self.within(|this| {
                let key = this.push();
                this.value(&pair.key(), key)?;
                this.send(value, method, 1)
            })?;
            if method == b"key?" {
                self.demand_key(reason, value, hash, pair, fail)?;
            }
        }
        self.part_pattern(&pair.value(), value, reason, fail)
    }

    /// Goes on if the key is there, as `test` says, else to `fail`.
    fn demand_key(
        &mut self,
        reason: Option<Reg>,
        test: Reg,
        hash: Reg,
        pair: &ruby_prism::AssocNode<'pr>,
        fail: Label,
    ) -> Done {
        let subject = Subject::of(hash, reason);
        self.within(|this| {
            let key = reason.map(|_| this.push());
            if let Some(key) = key {
                this.value(&pair.key(), key)?;
            }
            this.demand(
                subject,
                test,
                fail,
                Why {
                    of: hash,
                    method: b"__without_key",
                    with: key,
                },
            )
        })
    }
}
