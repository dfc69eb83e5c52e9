//! Regular expressions.

use ruby_prism::{MatchWriteNode, Node};

use crate::assembler::Reg;
use crate::compiler::Compiler;
use crate::dispatch::cast;
use crate::failure::{Done, Failure};
use crate::op::Op;
use crate::options::Encoding;

/// Options as letters, and the letter of an encoding.
struct Flags {
    options: Vec<u8>,
    encoding: Vec<u8>,
    once: bool,
}

macro_rules! flags {
    ($node:expr) => {{
        let node = &$node;
        let letters = [
            (node.is_multi_line(), b'm'),
            (node.is_ignore_case(), b'i'),
            (node.is_extended(), b'x'),
        ];
        let encodings = [(node.is_ascii_8bit(), b'n'), (node.is_utf_8(), b'u')];
        let chosen = |letters: &[(bool, u8)]| -> Vec<u8> {
            letters
                .iter()
                .filter(|letter| letter.0)
                .map(|letter| letter.1)
                .collect()
        };
        Flags {
            options: chosen(&letters),
            encoding: chosen(&encodings),
            once: node.is_once(),
        }
    }};
}

impl<'pr> Compiler<'pr> {
    #[inline(never)]
    pub fn regexp_node(&mut self, node: &Node<'pr>, to: Reg) -> Done {
        match node {
            Node::RegularExpressionNode { .. } => {
                let regexp = cast!(node, as_regular_expression_node);
                let flags = flags!(regexp);
                self.check_regexp(node, regexp.unescaped(), &flags)?;
                self.once(to, |this, to| {
                    this.compile(to, &flags, |this, text| {
                        this.source_text(text, regexp.unescaped())
                    })
                })
            }
            Node::InterpolatedRegularExpressionNode { .. } => {
                let regexp = cast!(node, as_interpolated_regular_expression_node);
                let flags = flags!(regexp);
                let parts = regexp.parts();
                if flags.once {
                    return self.once(to, |this, to| {
                        this.compile(to, &flags, |this, text| this.interpolated(&parts, text))
                    });
                }
                self.compile(to, &flags, |this, text| this.interpolated(&parts, text))
            }
            Node::MatchLastLineNode { .. } => {
                let regexp = cast!(node, as_match_last_line_node);
                let flags = flags!(regexp);
                self.match_last_line(to, &flags, |this, text| {
                    this.source_text(text, regexp.unescaped())
                })
            }
            Node::InterpolatedMatchLastLineNode { .. } => {
                let regexp = cast!(node, as_interpolated_match_last_line_node);
                let (flags, parts) = (flags!(regexp), regexp.parts());
                self.match_last_line(to, &flags, |this, text| this.interpolated(&parts, text))
            }
            _ => self.fail(node, "this is no value here"),
        }
    }

    fn check_regexp(&mut self, node: &Node<'pr>, source: &[u8], flags: &Flags) -> Done {
        let Some(check) = self.options.check_regexp else {
            return Ok(());
        };
        if self.options.encoding == Encoding::Binary {
            return Ok(());
        }
        let letters = [flags.options.as_slice(), &flags.encoding].concat();
        match check(source, &letters) {
            None => Ok(()),
            Some(message) => {
                let (line, column) = self.lines.place(node.location().start());
                Err(Failure::new(line, column, message))
            }
        }
    }

    fn compile(
        &mut self,
        to: Reg,
        flags: &Flags,
        source: impl FnOnce(&mut Self, Reg) -> Done,
    ) -> Done {
        let base = self.base(to);
        self.core_class(base, b"Regexp")?;
        let text = self.push();
        source(self, text)?;
        let mut count = 1;
        if !flags.options.is_empty() || !flags.encoding.is_empty() {
            let options = self.push();
            count += 1;
            if flags.options.is_empty() {
                self.nil(options);
            } else {
                self.text(options, &flags.options)?;
            }
        }
        if !flags.encoding.is_empty() {
            let encoding = self.push();
            count += 1;
            self.text(encoding, &flags.encoding)?;
        }
        self.send(base, b"__literal", count)?;
        self.settle(base, to);
        Ok(())
    }

    fn match_last_line(
        &mut self,
        to: Reg,
        flags: &Flags,
        source: impl FnOnce(&mut Self, Reg) -> Done,
    ) -> Done {
        let base = self.base(to);
        self.compile(base, flags, source)?;
        let line = self.push();
        self.get(Op::GETGV, b"$_", line)?;
        self.send(base, b"=~", 1)?;
        self.settle(base, to);
        Ok(())
    }

    /// `/(?<name>…)/ =~ text`
    #[inline(never)]
    pub fn match_write(&mut self, node: &MatchWriteNode<'pr>, to: Option<Reg>) -> Done {
        self.call(&node.call(), to)?;
        self.within(|this| {
            let data = this.push();
            let base = this.push();
            this.get(Op::GETGV, b"$~", data)?;
            for target in &node.targets() {
                let target = cast!(target, as_local_variable_target_node);
                let absent = this.scope().code.label();
                this.copy(base, data);
                this.scope().code.branch(Op::JMPNIL, base, absent);
                this.within(|this| {
                    let name = this.push();
                    this.symbol(name, target.name().as_slice())?;
                    this.send(base, b"[]", 1)
                })?;
                this.scope().code.bind(absent);
                this.write_local(target.name().as_slice(), target.depth(), base)?;
            }
            Ok(())
        })
    }
}
