//! Values of several parts, of Ruby's own classes.

use kobako_wire::{
    Decode, Token,
    exact::{Decimal, Special},
};
use magnus::{Error, Value, prelude::*};

use super::{RECORD, Source};
use crate::{codec::exact, errors, native_stack};

impl Source<'_> {
    pub(super) fn decimal(&mut self, decimal: Decimal<&[u8]>) -> Result<Value, Error> {
        match decimal {
            Decimal::Special(special) => self.content.not_a_number |= special == Special::NaN,
            Decimal::Finite { digits, .. } => self.pace.bytes(digits.len()),
        }
        exact::new_decimal(self.ruby, decimal)
    }

    /// A part of a complex number.
    pub(super) fn real(&mut self) -> Result<Value, Error> {
        match self.token()? {
            token @ (Token::Int(_)
            | Token::UInt(_)
            | Token::Float(_)
            | Token::Big(_)
            | Token::Rational(_)
            | Token::Decimal(_)) => self.value_of(token),
            token => Err(Self::refuse(kobako_wire::Error::Unexpected {
                expected: "real number",
                found: token.name(),
            })),
        }
    }

    /// A Range. Ruby compares its ends, so none may be or hold an object: that would run its code.
    pub(super) fn range(&mut self, exclude_end: bool) -> Result<Value, Error> {
        native_stack::check_level(self.ruby)?;
        let before = self.objects;
        let (begin, end) = (self.value()?, self.value()?);
        if self.objects > before {
            return Err(errors::refused_value(
                "a Range that ends with an object of the host cannot leave the sandbox (send its ends)",
            ));
        }
        let range = exact::new_range(begin, end, exclude_end);
        range.map_err(
            |error| match error.is_kind_of(self.ruby.exception_arg_error()) {
                true => errors::refused_value(
                    "a Range whose ends are in no order cannot leave the sandbox (send its ends)",
                ),
                false => error,
            },
        )
    }

    /// The Hash of a struct of the guest's own.
    pub(super) fn record(&mut self, length: usize) -> Result<Value, Error> {
        let (Some(records), Token::Str(name)) = (self.records, self.token()?) else {
            return Err(errors::out_of_place(Token::Record(length).name()));
        };
        let _: Value = records.funcall(*RECORD, (self.ruby.str_new(name),))?;
        Ok(self.hash(length)?.as_value())
    }
}
