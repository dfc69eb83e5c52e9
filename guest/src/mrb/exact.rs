//! Values of several parts, taken apart and made.

use kobako_wire::exact::{Date, Decimal, Rational, Special, Time};

use super::build::built;
use super::exception::Exception;
use super::ffi::{self, Value, items};
use super::interpreter::Mrb;
use super::view::View;

type Built = Result<Value, Exception>;

/// Bytes of the words that a long Integer is made of.
const WORD: usize = 4;

impl Mrb {
    /// What `read` makes of an Integer's sign and its absolute value, the lowest byte first.
    pub fn magnitude<T>(self, integer: &Value, read: impl FnOnce(bool, &[u8]) -> T) -> Option<T> {
        let mut magnitude = ffi::Magnitude {
            bytes: std::ptr::null(),
            len: 0,
            negative: 0,
            word: [0; 8],
        };
        // SAFETY: a live value; C sets bytes, which stay in place as long as the value and `magnitude`, with their length.
        unsafe {
            ffi::kobako_magnitude_of(integer, &mut magnitude).then(|| {
                let bytes = items(magnitude.bytes, magnitude.len as usize);
                read(magnitude.negative != 0, bytes)
            })
        }
    }

    pub fn integer(self, negative: bool, magnitude: &[u8]) -> Built {
        let mut words = magnitude.to_vec();
        words.resize(magnitude.len().next_multiple_of(WORD), 0);
        let (start, len) = (words.as_ptr(), words.len());
        // SAFETY: the bytes are readable for their length; C copies them.
        built(|out| unsafe { ffi::kobako_integer(self.0.as_ptr(), negative, start, len, out) })
    }

    pub fn time_of(self, value: &Value) -> Option<Time> {
        let mut time = ffi::Time::default();
        // SAFETY: a live value; C fills the place it gets.
        let found = unsafe { ffi::kobako_time_of(self.0.as_ptr(), value, &mut time) };
        found.then_some(Time {
            seconds: time.seconds,
            nanoseconds: time.nanoseconds,
            offset: (time.utc == 0).then_some(time.offset),
        })
    }

    pub fn time(self, time: Time) -> Built {
        let time = ffi::Time {
            seconds: time.seconds,
            nanoseconds: time.nanoseconds,
            offset: time.offset.unwrap_or(0),
            utc: time.offset.is_none().into(),
        };
        // SAFETY: C copies what it gets.
        built(|out| unsafe { ffi::kobako_time(self.0.as_ptr(), &time, out) })
    }

    pub fn date_of(self, value: &Value) -> Option<Date> {
        let mut date = ffi::Date::default();
        // SAFETY: a live value; C fills the place it gets.
        let found = unsafe { ffi::kobako_date_of(self.0.as_ptr(), value, &mut date) };
        found.then_some(Date {
            day: date.day,
            start: date.start,
            second: date.second,
            nanoseconds: date.nanoseconds,
            offset: date.offset,
        })
    }

    /// A Date, or a DateTime.
    pub fn date(self, with_time: bool, date: Date) -> Built {
        let date = ffi::Date {
            day: date.day,
            start: date.start,
            second: date.second,
            nanoseconds: date.nanoseconds,
            offset: date.offset,
        };
        // SAFETY: C copies what it gets.
        built(|out| unsafe { ffi::kobako_date(self.0.as_ptr(), with_time, &date, out) })
    }

    /// What `read` makes of a BigDecimal.
    pub fn decimal_of<T>(self, value: &Value, read: impl FnOnce(Decimal<&[u8]>) -> T) -> Option<T> {
        let mut parts = ffi::Decimal {
            digits: std::ptr::null(),
            len: 0,
            exponent: 0,
            negative: 0,
            sign: 0,
            buffer: [0; 20],
        };
        // SAFETY: a live value; C fills the place it gets.
        if !unsafe { ffi::kobako_decimal_of(self.0.as_ptr(), value, &mut parts) } {
            return None;
        }
        if parts.digits.is_null() {
            return Some(read(Decimal::Special(match parts.sign {
                1 => Special::Zero,
                -1 => Special::NegativeZero,
                3 => Special::Infinity,
                -3 => Special::NegativeInfinity,
                _ => Special::NaN,
            })));
        }
        // SAFETY: C sets the digits with their length; nothing is allocated before `read` is done with them.
        let digits = unsafe { items(parts.digits, parts.len as usize) };
        Some(read(Decimal::Finite {
            negative: parts.negative != 0,
            exponent: parts.exponent,
            digits,
        }))
    }

    pub fn decimal(self, decimal: Decimal<&[u8]>) -> Built {
        let mrb = self.0.as_ptr();
        match decimal {
            Decimal::Special(special) => {
                let sign = match special {
                    Special::NaN => 0,
                    Special::Zero => 1,
                    Special::NegativeZero => -1,
                    Special::Infinity => 3,
                    Special::NegativeInfinity => -3,
                };
                // SAFETY: C fills the place it gets.
                built(|out| unsafe { ffi::kobako_special_decimal(mrb, sign, out) })
            }
            Decimal::Finite {
                negative,
                exponent,
                digits,
            } => {
                let (start, len) = (digits.as_ptr(), digits.len());
                // SAFETY: the digits are readable for their length; C copies them.
                built(|out| unsafe {
                    ffi::kobako_decimal(mrb, negative, start, len, exponent, out)
                })
            }
        }
    }

    /// What `read` makes of a Rational; None if its parts are no Integers.
    pub fn rational_of<T>(
        self,
        value: &Value,
        read: impl FnOnce(Rational<&[u8]>) -> T,
    ) -> Option<T> {
        let (numerator, denominator) = self.parts(value)?;
        self.magnitude(&numerator, |negative, numerator| {
            self.magnitude(&denominator, |below_zero, denominator| {
                (!below_zero).then(|| {
                    read(Rational {
                        negative,
                        numerator,
                        denominator,
                    })
                })
            })
        })??
    }

    pub fn rational(self, rational: Rational<&[u8]>) -> Built {
        let numerator = self.integer(rational.negative, rational.numerator)?;
        let denominator = self.integer(false, rational.denominator)?;
        // SAFETY: two live Integers.
        built(|out| unsafe { ffi::kobako_rational(self.0.as_ptr(), &numerator, &denominator, out) })
    }

    /// The two parts of a Rational, a Complex or a Range.
    pub fn parts(self, value: &Value) -> Option<(Value, Value)> {
        let (mut one, mut two) = (Value::EMPTY, Value::EMPTY);
        // SAFETY: a live value; C fills the places it gets.
        let found = unsafe { ffi::kobako_parts_of(self.0.as_ptr(), value, &mut one, &mut two) };
        found.then_some((one, two))
    }

    pub fn complex(self, real: &Value, imaginary: &Value) -> Built {
        // SAFETY: two live numbers.
        built(|out| unsafe { ffi::kobako_complex(self.0.as_ptr(), real, imaginary, out) })
    }

    /// Whether a Range that has ends excludes its last.
    pub fn excludes_end(self, range: &Value) -> bool {
        // SAFETY: a live Range.
        unsafe { ffi::kobako_excludes_end(self.0.as_ptr(), range) }
    }

    pub fn range(self, begin: &Value, end: &Value, exclude_end: bool) -> Built {
        let mrb = self.0.as_ptr();
        // SAFETY: two live values.
        built(|out| unsafe { ffi::kobako_range(mrb, begin, end, exclude_end, out) })
    }

    /// The Hash whose keys are the members of a Set.
    pub fn members(self, set: &Value) -> Option<Value> {
        let mut hash = Value::EMPTY;
        // SAFETY: a live Set; C fills the place it gets.
        let found = unsafe { ffi::kobako_members_of(self.0.as_ptr(), set, &mut hash) };
        found.then_some(hash)
    }

    pub fn set(self, members: &Value) -> Built {
        // SAFETY: a Hash.
        built(|out| unsafe { ffi::kobako_set(self.0.as_ptr(), members, out) })
    }

    /// The names of a struct's members as an Array, and their values.
    pub fn record<'a>(self, record: &'a Value) -> Option<(Value, &'a [Value])> {
        let (mut names, mut values) = (Value::EMPTY, std::ptr::null());
        // SAFETY: a live struct; C sets its values, which are as many as the names.
        unsafe {
            if !ffi::kobako_record_of(self.0.as_ptr(), record, &mut names, &mut values) {
                return None;
            }
            let View::Array(all) = self.view(&names) else {
                return None;
            };
            Some((names, items(values, all.len())))
        }
    }
}
