//! Numbers, ranges, and words that stand for values.

use ruby_prism::{Integer, Node};

use crate::assembler::Reg;
use crate::compiler::Compiler;
use crate::dispatch::cast;
use crate::failure::Done;
use crate::irep::Literal;
use crate::op::Op;

/// So many digits a literal may have.
const DIGITS: usize = 255;

impl<'pr> Compiler<'pr> {
    #[inline(never)]
    pub fn literal_node(&mut self, node: &Node<'pr>, to: Reg) -> Done {
        match node {
            Node::NilNode { .. } => self.nil(to),
            Node::TrueNode { .. } => self.op1(Op::LOADTRUE, to),
            Node::FalseNode { .. } => self.op1(Op::LOADFALSE, to),
            Node::SelfNode { .. } => self.op1(Op::LOADSELF, to),
            Node::IntegerNode { .. } => self.big(&cast!(node, as_integer_node).value(), to)?,
            Node::FloatNode { .. } => self.float(cast!(node, as_float_node).value(), to)?,
            Node::RationalNode { .. } => {
                let rational = cast!(node, as_rational_node);
                let (above, below) = (rational.numerator(), rational.denominator());
                self.once_if_often(to, |this, to| {
                    this.number_of_parts(b"Rational", to, |this, first, second| {
                        this.big(&above, first)?;
                        this.big(&below, second)
                    })
                })?;
            }
            Node::ImaginaryNode { .. } => {
                let numeric = cast!(node, as_imaginary_node).numeric();
                self.once_if_often(to, |this, to| {
                    this.number_of_parts(b"Complex", to, |this, first, second| {
                        this.op1(Op::LOADI_0, first);
                        this.value(&numeric, second)
                    })
                })?;
            }
            Node::RangeNode { .. } => {
                let range = cast!(node, as_range_node);
                let op = if range.is_exclude_end() {
                    Op::RANGE_EXC
                } else {
                    Op::RANGE_INC
                };
                let base = self.base(to);
                self.optional_value(range.left().as_ref(), base)?;
                let last = self.push();
                self.optional_value(range.right().as_ref(), last)?;
                self.op1(op, base);
                self.settle(base, to);
            }
            Node::SourceFileNode { .. } => {
                self.text(to, self.options.file.as_bytes())?;
                if cast!(node, as_source_file_node).is_frozen() {
                    self.replace_by(to, b"freeze")?;
                }
            }
            Node::SourceLineNode { .. } => {
                let line = self.lines.of(node.location().start());
                self.integer(to, i64::from(line))?;
            }
            Node::SourceEncodingNode { .. } => {
                self.core_class(to, b"Encoding")?;
                self.get(Op::GETMCNST, self.options.encoding.constant(), to)?;
            }
            _ => return self.text_node(node, to),
        }
        Ok(())
    }

    fn optional_value(&mut self, node: Option<&Node<'pr>>, to: Reg) -> Done {
        match node {
            Some(node) => self.value(node, to),
            None => {
                self.nil(to);
                Ok(())
            }
        }
    }

    /// Calls `Rational` or `Complex` with two numbers.
    fn number_of_parts(
        &mut self,
        method: &[u8],
        to: Reg,
        parts: impl FnOnce(&mut Self, Reg, Reg) -> Done,
    ) -> Done {
        let base = self.base(to);
        let (first, second) = (self.push(), self.push());
        parts(self, first, second)?;
        self.self_send(base, method, 2)?;
        self.settle(base, to);
        Ok(())
    }

    fn big(&mut self, integer: &Integer<'_>, to: Reg) -> Done {
        let (negative, digits) = integer.to_u32_digits();
        let size = digits.len() - digits.iter().rev().take_while(|&&digit| digit == 0).count();
        if size <= 2 {
            let value = digits
                .iter()
                .take(2)
                .rev()
                .fold(0u64, |value, &digit| value << 32 | u64::from(digit));
            let signed = if negative {
                0i64.checked_sub_unsigned(value)
            } else {
                i64::try_from(value).ok()
            };
            if let Some(value) = signed {
                return self.integer(to, value);
            }
        }
        let mut text: String = digits
            .iter()
            .take(size)
            .rev()
            .map(|digit| format!("{digit:08x}"))
            .collect();
        text.drain(..text.len() - text.trim_start_matches('0').len());
        if text.len() <= DIGITS {
            return self.once_if_often(to, |this, to| {
                let index = this.literal(Literal::Big {
                    negative,
                    digits: text,
                })?;
                this.op2(Op::LOADL, to, index);
                Ok(())
            });
        }
        let base = self.base(to);
        if negative {
            text.insert(0, '-');
        }
        self.text(base, text.as_bytes())?;
        let radix = self.push();
        self.integer(radix, 16)?;
        self.send(base, b"to_i", 1)?;
        self.settle(base, to);
        Ok(())
    }

    pub fn integer(&mut self, to: Reg, value: i64) -> Done {
        const SMALL: [Op; 9] = [
            Op::LOADI__1,
            Op::LOADI_0,
            Op::LOADI_1,
            Op::LOADI_2,
            Op::LOADI_3,
            Op::LOADI_4,
            Op::LOADI_5,
            Op::LOADI_6,
            Op::LOADI_7,
        ];
        match value {
            -1..=7 => self.op1(SMALL[(value + 1) as usize], to),
            8..=0xff => self.op2(Op::LOADI8, to, value as u16),
            -0xff..=-2 => self.op2(Op::LOADINEG, to, -value as u16),
            -0x8000..=0x7fff => self.scope().code.op_bs(Op::LOADI16, to, value as u16),
            _ => {
                if let Ok(value) = i32::try_from(value) {
                    self.scope().code.op_bss(Op::LOADI32, to, value as u32);
                    return Ok(());
                }
                let index = self.literal(Literal::Int64(value))?;
                self.op2(Op::LOADL, to, index);
            }
        }
        Ok(())
    }

    fn float(&mut self, value: f64, to: Reg) -> Done {
        let index = self.literal(Literal::Float(value.to_bits()))?;
        self.op2(Op::LOADL, to, index);
        Ok(())
    }
}
