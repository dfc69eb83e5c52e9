//! Numbers, which are laid open and made without a call.

use super::ffi::Value;
use super::interpreter::Mrb;

/// What the tags of numbers are.
#[derive(Clone, Copy)]
pub struct Scalars {
    int: u64,
    float: u64,
}

/// A value, if it is a number of one word.
pub enum Scalar {
    Int(i64),
    Float(f64),
    Other,
}

impl Mrb {
    pub fn scalars(self) -> Scalars {
        Scalars {
            int: self.int(0).tag(),
            float: self.float(0.0).tag(),
        }
    }
}

impl Scalars {
    #[inline]
    pub fn of(self, value: &Value) -> Scalar {
        match value.tag() {
            tag if tag == self.int => Scalar::Int(value.word().cast_signed()),
            tag if tag == self.float => Scalar::Float(f64::from_bits(value.word())),
            _ => Scalar::Other,
        }
    }

    /// The integers with which values begin.
    #[inline]
    pub fn ints_of(self, values: &[Value]) -> impl ExactSizeIterator<Item = i64> {
        let others = values.iter().position(|value| value.tag() != self.int);
        let run = &values[..others.unwrap_or(values.len())];
        run.iter().map(|value| value.word().cast_signed())
    }

    #[inline]
    pub fn int(self, value: i64) -> Value {
        Value::new(self.int, value.cast_unsigned())
    }
}
