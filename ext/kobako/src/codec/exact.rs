//! Ruby's own values as the wire has them, and back. No method runs that an application may have put in the place of
//! Ruby's.

use kobako_wire::{
    MAX_RATIONAL_BYTES,
    exact::{Date, Decimal, Rational, Special, Time},
};
use magnus::{
    Error, Integer, RArray, RHash, RString, Ruby, TryConvert, Value,
    prelude::*,
    rb_sys::{AsRawValue, FromRawValue},
    value::LazyId,
};

use super::{
    classes::{DATE, DATE_TIME, DECIMAL, Kind, Native, SET, TIME, kind_of},
    integers::{self, called},
};
use crate::errors;

/// Offsets by which Ruby's C API says that a time is one in UTC.
const UTC: i32 = i32::MAX - 1;
/// The days of a period, by which Ruby's dates count.
const PERIOD: i64 = 213_447_717;
/// Levels of Arrays in the ends of a Range.
const END_LEVELS: usize = 8;

static MEMBERS: LazyId = LazyId::new("@hash");

pub fn time(ruby: &Ruby, object: Value) -> Result<Time, Error> {
    let mut moment = rb_sys::timespec {
        tv_sec: 0,
        tv_nsec: 0,
    };
    let offset = called(|| {
        // SAFETY: an object of Time itself.
        unsafe {
            moment = rb_sys::rb_time_timespec(object.as_raw());
            rb_sys::rb_time_utc_offset(object.as_raw())
        }
    });
    let beyond = [ruby.exception_range_error(), ruby.exception_arg_error()];
    let offset =
        offset.map_err(
            |error| match beyond.iter().any(|class| error.is_kind_of(*class)) {
                true => errors::unsupported(
                    "a Time beyond 64 bits of seconds cannot cross (send its to_r, or a String)",
                ),
                false => error,
            },
        )?;
    let Some(offset) = Integer::from_value(offset) else {
        return Err(errors::unsupported(
            "a Time whose offset is no whole number of seconds cannot cross (send its getutc)",
        ));
    };
    let offset = offset.to_i32()?;
    let utc = offset == 0 && TIME.read(ruby, object)?.to_bool();
    Ok(Time {
        seconds: moment.tv_sec,
        nanoseconds: moment.tv_nsec as u32,
        offset: (!utc).then_some(offset),
    })
}

pub fn new_time(time: Time) -> Result<Value, Error> {
    let moment = rb_sys::timespec {
        tv_sec: time.seconds,
        tv_nsec: time.nanoseconds.into(),
    };
    called(|| {
        // SAFETY: nanoseconds and an offset in range, which the wire saw to.
        unsafe { rb_sys::rb_time_timespec_new(&raw const moment, time.offset.unwrap_or(UTC)) }
    })
}

fn date_class(kind: Kind) -> &'static Native {
    if kind == Kind::DateTime {
        &DATE_TIME
    } else {
        &DATE
    }
}

/// Of a Date, or a DateTime.
pub fn date(ruby: &Ruby, kind: Kind, object: Value) -> Result<Date, Error> {
    let parts = RArray::try_convert(date_class(kind).read(ruby, object)?)?;
    let day = Integer::from_value(parts.entry(0)?)
        .and_then(|periods| periods.to_i64().ok())
        .and_then(|periods| periods.checked_mul(PERIOD))
        .and_then(|days| days.checked_add(parts.entry(1).ok()?));
    let Some(day) = day else {
        return Err(errors::unsupported(
            "a Date beyond 64 bits of days cannot cross (send its jd, or a String)",
        ));
    };
    let nanoseconds: f64 = parts.entry(3)?;
    Ok(Date {
        day,
        start: parts.entry(5)?,
        second: parts.entry(2)?,
        nanoseconds: nanoseconds.floor() as u32,
        offset: parts.entry(4)?,
    })
}

pub fn new_date(ruby: &Ruby, kind: Kind, date: Date) -> Result<Value, Error> {
    let class = date_class(kind);
    let object = class.allocate(ruby)?;
    let (periods, day) = (date.day.div_euclid(PERIOD), date.day.rem_euclid(PERIOD));
    let integer = |value: i64| ruby.integer_from_i64(value).as_value();
    let parts = ruby.ary_new_from_values(&[
        integer(periods),
        integer(day),
        integer(date.second.into()),
        integer(date.nanoseconds.into()),
        integer(date.offset.into()),
        ruby.float_from_f64(date.start).as_value(),
    ]);
    class.make(ruby, object, parts.as_value())?;
    Ok(object)
}

/// By what Ruby writes to load it again: a number, a colon, and a text as `-0.123e4`.
pub fn decimal(ruby: &Ruby, object: Value) -> Result<Decimal, Error> {
    let dumped = RString::try_convert(DECIMAL.read(ruby, object)?)?;
    // SAFETY: the text is this function's own, and no Ruby code runs while it is read.
    let bytes = unsafe { dumped.as_slice() };
    str::from_utf8(bytes).ok().and_then(parsed).ok_or_else(|| {
        errors::unsupported("a BigDecimal cannot cross that is written in an unknown way")
    })
}

fn parsed(dumped: &str) -> Option<Decimal> {
    let (_, text) = dumped.split_once(':')?;
    let special = match text {
        "NaN" => Special::NaN,
        "0.0" => Special::Zero,
        "-0.0" => Special::NegativeZero,
        "Infinity" => Special::Infinity,
        "-Infinity" => Special::NegativeInfinity,
        _ => return finite(text),
    };
    Some(Decimal::Special(special))
}

fn finite(text: &str) -> Option<Decimal> {
    let (fraction, exponent) = text.split_once('e')?;
    let (negative, fraction) = match fraction.strip_prefix('-') {
        Some(fraction) => (true, fraction),
        None => (false, fraction),
    };
    let digits = fraction.strip_prefix("0.")?.trim_end_matches('0');
    let last = exponent.parse::<i64>().ok()? - digits.len() as i64;
    Some(Decimal::Finite {
        negative,
        exponent: last.clamp(i32::MIN.into(), i32::MAX.into()) as i32,
        digits: digits.into(),
    })
}

pub fn new_decimal(ruby: &Ruby, decimal: Decimal<&[u8]>) -> Result<Value, Error> {
    let text = match decimal {
        Decimal::Special(Special::NaN) => "NaN".to_owned(),
        Decimal::Special(Special::Zero) => "0".to_owned(),
        Decimal::Special(Special::NegativeZero) => "-0".to_owned(),
        Decimal::Special(Special::Infinity) => "Infinity".to_owned(),
        Decimal::Special(Special::NegativeInfinity) => "-Infinity".to_owned(),
        Decimal::Finite {
            negative,
            exponent,
            digits,
        } => {
            let sign = if negative { "-" } else { "" };
            let digits = str::from_utf8(digits).unwrap_or_default();
            // Ruby reads a text without an exponent faster.
            let point = digits.len().checked_sub(exponent.unsigned_abs() as usize);
            match point.filter(|point| exponent < 0 && *point > 0) {
                Some(point) => format!("{sign}{}.{}", &digits[..point], &digits[point..]),
                None => format!("{sign}{digits}e{exponent}"),
            }
        }
    };
    DECIMAL.make(ruby, ruby.qnil().as_value(), ruby.str_new(&text).as_value())
}

pub fn rational(object: Value) -> Result<Rational, Error> {
    let (numerator, denominator) = parts(object, |raw| {
        // SAFETY: a Rational.
        unsafe { (rb_sys::rb_rational_num(raw), rb_sys::rb_rational_den(raw)) }
    });
    let (negative, numerator) = integers::magnitude(integer(numerator)?, MAX_RATIONAL_BYTES)?;
    let (_, denominator) = integers::magnitude(integer(denominator)?, MAX_RATIONAL_BYTES)?;
    Ok(Rational {
        negative,
        numerator,
        denominator,
    })
}

/// The real and the imaginary part, which are real numbers that cross.
pub fn complex(ruby: &Ruby, object: Value) -> Result<[Value; 2], Error> {
    let (real, imaginary) = parts(object, |raw| {
        // SAFETY: a Complex.
        unsafe { (rb_sys::rb_complex_real(raw), rb_sys::rb_complex_imag(raw)) }
    });
    let parts = [real, imaginary];
    match parts.iter().all(|part| is_real(ruby, *part)) {
        true => Ok(parts),
        false => Err(errors::unsupported(
            "a Complex cannot cross whose parts are none of Integer, Float, Rational and BigDecimal",
        )),
    }
}

pub fn new_complex(real: Value, imaginary: Value) -> Result<Value, Error> {
    called(|| {
        // SAFETY: two live numbers.
        unsafe { rb_sys::rb_complex_raw(real.as_raw(), imaginary.as_raw()) }
    })
}

/// The ends, and whether the last is excluded. None if an end is an object: then the Range is one, too.
pub fn range(ruby: &Ruby, object: Value) -> Option<([Value; 2], bool)> {
    let (mut begin, mut end, mut exclude_end) = (0, 0, 0);
    // SAFETY: an object of Range itself, and places for what it holds.
    let ends = unsafe {
        rb_sys::rb_range_values(
            object.as_raw(),
            &raw mut begin,
            &raw mut end,
            &raw mut exclude_end,
        );
        [Value::from_raw(begin), Value::from_raw(end)]
    };
    let crosses = ends.iter().all(|end| is_end(ruby, *end, 0));
    crosses.then_some((ends, exclude_end != 0))
}

/// An error of Ruby's if the ends are in no order.
pub fn new_range(begin: Value, end: Value, exclude_end: bool) -> Result<Value, Error> {
    called(|| {
        // SAFETY: two live values.
        unsafe { rb_sys::rb_range_new(begin.as_raw(), end.as_raw(), exclude_end.into()) }
    })
}

/// The members of a Set: the keys of a Hash where Set is written in Ruby, else the elements of an Array.
pub enum Members {
    Keys(RHash),
    Elements(RArray),
}

pub fn members(ruby: &Ruby, object: Value) -> Result<Members, Error> {
    match hash_of(ruby, object)? {
        Some(hash) => Ok(Members::Keys(hash)),
        None => Ok(Members::Elements(RArray::try_convert(
            SET.read(ruby, object)?,
        )?)),
    }
}

/// A Set of the keys of `hash`.
pub fn new_set(ruby: &Ruby, hash: RHash) -> Result<Value, Error> {
    let set = SET.allocate(ruby)?;
    SET.make(ruby, set, hash.as_value())
}

fn hash_of(ruby: &Ruby, object: Value) -> Result<Option<RHash>, Error> {
    let id = LazyId::get_inner_with(&MEMBERS, ruby);
    let hash = called(|| {
        use magnus::rb_sys::AsRawId;
        // SAFETY: an object, and the id of a name that is interned for ever.
        unsafe { rb_sys::rb_attr_get(object.as_raw(), id.as_raw()) }
    })?;
    Ok(RHash::from_value(hash))
}

fn parts(
    object: Value,
    of: impl FnOnce(rb_sys::VALUE) -> (rb_sys::VALUE, rb_sys::VALUE),
) -> (Value, Value) {
    let (one, two) = of(object.as_raw());
    // SAFETY: parts of a live object.
    unsafe { (Value::from_raw(one), Value::from_raw(two)) }
}

fn integer(value: Value) -> Result<Integer, Error> {
    Integer::from_value(value)
        .ok_or_else(|| errors::unsupported("a Rational of other parts than Integers cannot cross"))
}

fn is_real(ruby: &Ruby, part: Value) -> bool {
    use magnus::Float;

    Integer::from_value(part).is_some()
        || Float::from_value(part).is_some()
        || matches!(kind_of(ruby, part), Some(Kind::Rational | Kind::Decimal))
}

/// Whether a Range that ends here crosses: by values that Ruby compares by methods of its own.
fn is_end(ruby: &Ruby, end: Value, level: usize) -> bool {
    use magnus::Symbol;

    if let Some(array) = RArray::from_value(end) {
        return level < END_LEVELS
            && (0..array.len()).all(|index| {
                let element = array.entry(index as isize);
                element.is_ok_and(|element| is_end(ruby, element, level + 1))
            });
    }
    end.is_nil()
        || RString::from_value(end).is_some()
        || Symbol::from_value(end).is_some()
        || match kind_of(ruby, end) {
            Some(kind) => !matches!(kind, Kind::Range | Kind::Set),
            None => is_real(ruby, end),
        }
}

/// Makes the name of the variable now.
pub fn init(ruby: &Ruby) {
    LazyId::force(&MEMBERS, ruby);
}
