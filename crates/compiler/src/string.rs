//! Strings, symbols and what is put together of them.

use ruby_prism::{Node, NodeList, StringNode};

use crate::assembler::Reg;
use crate::compiler::Compiler;
use crate::dispatch::cast;
use crate::failure::Done;
use crate::irep::Literal;
use crate::op::Op;

/// So many bytes a literal of a pool may have.
const PIECE: usize = 60_000;

impl<'pr> Compiler<'pr> {
    #[inline(never)]
    pub fn text_node(&mut self, node: &Node<'pr>, to: Reg) -> Done {
        match node {
            Node::StringNode { .. } => {
                let string = cast!(node, as_string_node);
                if string.is_frozen() {
                    return self.once_if_often(to, |this, to| this.frozen_text(&string, to));
                }
                self.fresh_text(&string, to)
            }
            Node::SymbolNode { .. } => self.symbol(to, cast!(node, as_symbol_node).unescaped()),
            Node::InterpolatedStringNode { .. } => {
                let string = cast!(node, as_interpolated_string_node);
                if string.is_frozen() {
                    return self.once_if_often(to, |this, to| {
                        this.interpolated(&string.parts(), to)?;
                        this.replace_by(to, b"freeze")
                    });
                }
                self.interpolated(&string.parts(), to)
            }
            Node::InterpolatedSymbolNode { .. } => {
                self.interpolated(&cast!(node, as_interpolated_symbol_node).parts(), to)?;
                self.op1(Op::INTERN, to);
                Ok(())
            }
            Node::XStringNode { .. } => {
                let string = cast!(node, as_x_string_node);
                self.command(to, |this, argument| this.text(argument, string.unescaped()))
            }
            Node::InterpolatedXStringNode { .. } => {
                let parts = cast!(node, as_interpolated_x_string_node).parts();
                self.command(to, |this, argument| this.interpolated(&parts, argument))
            }
            _ => self.regexp_node(node, to),
        }
    }

    pub fn frozen_text(&mut self, string: &StringNode<'pr>, to: Reg) -> Done {
        self.fresh_text(string, to)?;
        self.replace_by(to, b"freeze")
    }

    /// A literal that nobody sees frozen.
    pub fn fresh_text(&mut self, string: &StringNode<'pr>, to: Reg) -> Done {
        self.text(to, string.unescaped())?;
        if string.is_forced_binary_encoding() {
            return self.replace_by(to, b"b");
        }
        if string.is_forced_utf8_encoding() {
            return Ok(());
        }
        self.in_source_encoding(to)
    }

    fn command(&mut self, to: Reg, argument: impl FnOnce(&mut Self, Reg) -> Done) -> Done {
        let base = self.base(to);
        let text = self.push();
        argument(self, text)?;
        self.self_send(base, b"`", 1)?;
        self.settle(base, to);
        Ok(())
    }

    /// Puts what a method without arguments makes of the String in its place.
    pub fn replace_by(&mut self, to: Reg, method: &[u8]) -> Done {
        let base = self.base(to);
        self.copy(base, to);
        self.send(base, method, 0)?;
        self.settle(base, to);
        Ok(())
    }

    /// A new String.
    pub fn text(&mut self, to: Reg, bytes: &[u8]) -> Done {
        if bytes.len() <= PIECE {
            return self.piece(to, bytes);
        }
        let base = self.base(to);
        for (index, piece) in pieces(bytes).into_iter().enumerate() {
            if index == 0 {
                self.piece(base, piece)?;
            } else {
                self.append(base, |this, next| this.piece(next, piece))?;
            }
        }
        self.settle(base, to);
        Ok(())
    }

    /// A new String in the encoding of the program.
    pub fn source_text(&mut self, to: Reg, bytes: &[u8]) -> Done {
        self.text(to, bytes)?;
        self.in_source_encoding(to)
    }

    fn in_source_encoding(&mut self, to: Reg) -> Done {
        match self.options.encoding.conversion() {
            Some(method) => self.replace_by(to, method),
            None => Ok(()),
        }
    }

    fn piece(&mut self, to: Reg, bytes: &[u8]) -> Done {
        let index = self.literal(Literal::String(bytes.to_vec()))?;
        self.op2(Op::STRING, to, index);
        Ok(())
    }

    /// Appends to the String in `base`, the last register in use.
    fn append(&mut self, base: Reg, part: impl FnOnce(&mut Self, Reg) -> Done) -> Done {
        self.within(|this| {
            let next = this.push();
            part(this, next)?;
            this.op1(Op::STRCAT, base);
            Ok(())
        })
    }

    /// The parts of a String, one after another.
    pub fn interpolated(&mut self, parts: &NodeList<'pr>, to: Reg) -> Done {
        let base = self.base(to);
        let mut literal = Vec::new();
        let mut begun = false;
        self.parts(parts, base, &mut literal, &mut begun)?;
        if !literal.is_empty() || !begun {
            self.flush(base, &mut literal, &mut begun)?;
        }
        self.settle(base, to);
        Ok(())
    }

    fn parts(
        &mut self,
        parts: &NodeList<'pr>,
        base: Reg,
        literal: &mut Vec<u8>,
        begun: &mut bool,
    ) -> Done {
        for part in parts {
            match &part {
                Node::StringNode { .. } => literal.extend(cast!(part, as_string_node).unescaped()),
                Node::InterpolatedStringNode { .. } => {
                    let inner = cast!(part, as_interpolated_string_node).parts();
                    self.parts(&inner, base, literal, begun)?;
                }
                _ => {
                    if !literal.is_empty() || !*begun {
                        self.flush(base, literal, begun)?;
                    }
                    self.append(base, |this, next| this.value(&part, next))?;
                }
            }
        }
        Ok(())
    }

    fn flush(&mut self, base: Reg, literal: &mut Vec<u8>, begun: &mut bool) -> Done {
        let bytes = std::mem::take(literal);
        if std::mem::replace(begun, true) {
            self.append(base, |this, next| this.source_text(next, &bytes))
        } else {
            self.source_text(base, &bytes)
        }
    }
}

/// The bytes in pieces that end between characters.
fn pieces(bytes: &[u8]) -> Vec<&[u8]> {
    let mut rest = bytes;
    let mut pieces = Vec::new();
    while rest.len() > PIECE {
        let continued = |at: usize| rest[at] & 0xc0 == 0x80;
        let end = (PIECE - 3..=PIECE)
            .rev()
            .find(|&at| !continued(at))
            .unwrap_or(PIECE);
        let (piece, after) = rest.split_at(end);
        pieces.push(piece);
        rest = after;
    }
    pieces.push(rest);
    pieces
}
