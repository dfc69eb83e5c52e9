//! Floats to decimal text and back, exactly rounded, which mruby's own routines are not.
//! mruby calls the functions at the end (guest/mruby/patches/hooks/float-text.patch).

mod fixed;

use std::fmt::{self, Write};

/// No float has more significant digits behind its point than this.
const MAX_DIGITS: usize = 1100;

/// The float nearest to `text`, which is digits with an optional sign, point and exponent.
pub fn read(text: &str) -> Option<f64> {
    text.parse().ok()
}

/// The shortest text that reads as `float` again, in the form of Float#to_s.
pub fn write_shortest(float: f64, out: &mut impl Write) -> fmt::Result {
    let scientific = shortest(float);
    let (digits, exponent) = split(&scientific);
    let (sign, digits) = match digits.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", digits),
    };
    let (first, rest) = digits.split_once('.').unwrap_or((digits, ""));
    let has_fraction = i32::try_from(rest.len()).is_ok_and(|length| length > exponent);
    out.write_str(sign)?;
    if exponent >= 0 && (has_fraction || exponent < 15) {
        let (whole, fraction) = rest.split_at(rest.len().min(exponent as usize));
        write!(out, "{first}{whole}")?;
        write_zeros(exponent as usize - whole.len(), out)?;
        write!(out, ".{}", if fraction.is_empty() { "0" } else { fraction })
    } else if (-4..0).contains(&exponent) {
        out.write_str("0.")?;
        write_zeros(-exponent as usize - 1, out)?;
        write!(out, "{first}{rest}")
    } else {
        write!(out, "{first}.{}", if rest.is_empty() { "0" } else { rest })?;
        write_exponent('e', exponent, out)
    }
}

/// Of two shortest texts equally near, the even one. Only long texts come in twos.
fn shortest(float: f64) -> String {
    const LONG: usize = 15;
    let text = format!("{float:e}");
    let (digits, _) = split(&text);
    let precision = digits.split_once('.').map_or(0, |(_, rest)| rest.len());
    if precision < LONG {
        return text;
    }
    let even = scientific(float, precision);
    if read(&even) == Some(float) {
        even
    } else {
        text
    }
}

/// `float` (not negative, finite) as printf's `e`, `f` or `g`, or their capitals, write it.
/// `alternate` is printf's `#`.
pub fn write_formatted(
    float: f64,
    conversion: u8,
    precision: usize,
    alternate: bool,
    out: &mut impl Write,
) -> fmt::Result {
    let e = if conversion.is_ascii_uppercase() {
        'E'
    } else {
        'e'
    };
    match conversion.to_ascii_lowercase() {
        b'f' => write_fixed(float, precision, alternate, out),
        b'e' => write_scientific(float, precision, alternate, e, out),
        _ => {
            let digits = precision.max(1);
            let rounded = scientific(float, digits - 1);
            let (_, exponent) = split(&rounded);
            let mut text = String::new();
            let fixed = exponent >= -4 && exponent < digits as i32;
            if fixed {
                write_fixed(
                    float,
                    (digits as i32 - 1 - exponent) as usize,
                    alternate,
                    &mut text,
                )?;
            } else {
                write_scientific(float, digits - 1, alternate, e, &mut text)?;
            }
            let end = text.find(e).unwrap_or(text.len());
            let (mantissa, exponent) = text.split_at(end);
            let mantissa = match alternate || !mantissa.contains('.') {
                true => mantissa,
                false => mantissa.trim_end_matches('0').trim_end_matches('.'),
            };
            write!(out, "{mantissa}{exponent}")
        }
    }
}

fn write_fixed(float: f64, precision: usize, point: bool, out: &mut impl Write) -> fmt::Result {
    match fixed::scaled(float, precision) {
        Some(scaled) => fixed::write(scaled, precision, point, out),
        None => write_reckoned(float, precision, point, out),
    }
}

/// The same with the digits of the float that CRuby's reckoning comes to.
fn write_reckoned(float: f64, precision: usize, point: bool, out: &mut impl Write) -> fmt::Result {
    let exact = precision.min(MAX_DIGITS);
    let float = settled(float, |exponent| exact as i32 + exponent + 1);
    write!(out, "{float:.exact$}")?;
    if precision == 0 && point {
        out.write_char('.')?;
    }
    write_zeros(precision - exact, out)
}

fn write_scientific(
    float: f64,
    precision: usize,
    point: bool,
    e: char,
    out: &mut impl Write,
) -> fmt::Result {
    let digits = precision.min(MAX_DIGITS) as i32 + 1;
    let rounded = scientific(settled(float, |_| digits), precision);
    let (digits, exponent) = split(&rounded);
    out.write_str(digits)?;
    if precision == 0 && point {
        out.write_char('.')?;
    }
    write_zeros(precision - precision.min(MAX_DIGITS), out)?;
    write_exponent(e, exponent, out)
}

fn scientific(float: f64, precision: usize) -> String {
    let exact = precision.min(MAX_DIGITS);
    format!("{float:.exact$e}")
}

/// The float to write in place of `float` with so many digits, of which the exponent decides. CRuby reckons with
/// floats where these do, and so takes a number that is as good as halfway between two texts to the even one.
fn settled(float: f64, digits: impl Fn(i32) -> i32) -> f64 {
    const RECKONED: std::ops::RangeInclusive<i32> = 1..=14;
    // Powers of ten do not reach the subnormal ones.
    if !float.is_normal() {
        return float;
    }
    let scaled = |exponent: i32| match exponent {
        0.. => float / 10f64.powi(exponent),
        _ => float * 10f64.powi(-exponent),
    };
    let mut exponent = float.log10().floor() as i32;
    exponent += i32::from(scaled(exponent) >= 10.0) - i32::from(scaled(exponent) < 1.0);
    let (leading, digits) = (scaled(exponent), digits(exponent));
    if !RECKONED.contains(&digits) {
        return float;
    }
    let slack = (2.0 * leading + 7.0) * f64::EPSILON;
    let (mut last, mut rest) = (0.0, leading);
    for place in 1..=digits {
        last = rest.trunc();
        rest -= last;
        if place < digits {
            rest *= 10.0;
        }
    }
    if (rest - 0.5).abs() > slack * 10f64.powi(digits - 1) {
        return float;
    }
    let nudge = 2.0 * slack * (float / leading);
    if last % 2.0 == 1.0 {
        float + nudge
    } else {
        float - nudge
    }
}

/// The digits and the exponent of what `{:e}` wrote.
fn split(scientific: &str) -> (&str, i32) {
    let (digits, exponent) = scientific.split_once('e').expect("{:e} writes an e");
    (digits, exponent.parse().expect("{:e} writes an exponent"))
}

fn write_exponent(e: char, exponent: i32, out: &mut impl Write) -> fmt::Result {
    let sign = if exponent < 0 { '-' } else { '+' };
    write!(out, "{e}{sign}{:02}", exponent.abs())
}

fn write_zeros(count: usize, out: &mut impl Write) -> fmt::Result {
    (0..count).try_for_each(|_| out.write_char('0'))
}

/// Text in a buffer of C: cut where the buffer ends, closed by a NUL.
#[cfg(any(interpreter, test))]
struct Buffer<'a> {
    bytes: &'a mut [u8],
    length: usize,
}

#[cfg(any(interpreter, test))]
impl Write for Buffer<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let room = self.bytes.len().saturating_sub(self.length + 1);
        let taken = text.len().min(room);
        self.bytes[self.length..self.length + taken].copy_from_slice(&text.as_bytes()[..taken]);
        self.length += taken;
        if taken == text.len() {
            Ok(())
        } else {
            Err(fmt::Error)
        }
    }
}

#[cfg(any(interpreter, test))]
impl Buffer<'_> {
    /// The length that C sees.
    fn close(self) -> i32 {
        if let Some(end) = self.bytes.get_mut(self.length) {
            *end = 0;
        }
        self.length as i32
    }
}

#[cfg(interpreter)]
pub mod hooks {
    use super::{Buffer, read, write_formatted, write_shortest};
    use std::slice;

    /// `struct kobako_floats` of `kobako.h`.
    #[repr(C)]
    pub struct Floats {
        read: extern "C" fn(*const u8, usize) -> f64,
        to_s: extern "C" fn(f64, *mut u8, usize) -> i32,
        format: extern "C" fn(f64, *mut u8, usize, u8, i32, i32) -> i32,
    }

    /// What mruby calls to read and write floats.
    pub static FLOATS: Floats = Floats {
        read: read_float,
        to_s: float_to_s,
        format: format_float,
    };

    /// NaN if it is no number.
    extern "C" fn read_float(text: *const u8, length: usize) -> f64 {
        // SAFETY: C passes a text that it has just scanned.
        let text = unsafe { slice::from_raw_parts(text, length) };
        std::str::from_utf8(text)
            .ok()
            .and_then(read)
            .unwrap_or(f64::NAN)
    }

    extern "C" fn float_to_s(float: f64, buffer: *mut u8, size: usize) -> i32 {
        // SAFETY: mruby passes a buffer of its own stack and that buffer's size.
        let bytes = unsafe { slice::from_raw_parts_mut(buffer, size) };
        let mut buffer = Buffer { bytes, length: 0 };
        // What does not fit is cut, as snprintf does.
        let _ = write_shortest(float, &mut buffer);
        buffer.close()
    }

    extern "C" fn format_float(
        float: f64,
        buffer: *mut u8,
        size: usize,
        conversion: u8,
        precision: i32,
        alternate: i32,
    ) -> i32 {
        // SAFETY: mruby passes a buffer and its size.
        let bytes = unsafe { slice::from_raw_parts_mut(buffer, size) };
        let mut buffer = Buffer { bytes, length: 0 };
        let precision = usize::try_from(precision).unwrap_or(6);
        // What does not fit is cut, as snprintf does.
        let _ = write_formatted(float, conversion, precision, alternate != 0, &mut buffer);
        buffer.close()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shortest(float: f64) -> String {
        let mut text = String::new();
        write_shortest(float, &mut text).unwrap();
        text
    }

    fn formatted(float: f64, conversion: u8, precision: usize, alternate: bool) -> String {
        let mut text = String::new();
        write_formatted(float, conversion, precision, alternate, &mut text).unwrap();
        text
    }

    #[test]
    fn reads_the_nearest_float() {
        assert_eq!(read("0.3"), Some(3.0 / 10.0));
        assert_eq!(
            read("12345678901234567890123.5"),
            Some(1.234_567_890_123_456_8e22)
        );
        assert_eq!(read("-1.e2"), Some(-100.0));
    }

    #[test]
    #[allow(clippy::excessive_precision, reason = "ties, written out exactly")]
    fn writes_what_ruby_writes() {
        let known = [
            (0.1 + 0.2, "0.30000000000000004"),
            (100.0, "100.0"),
            (1e14, "100000000000000.0"),
            (1e15, "1.0e+15"),
            (1e16, "1.0e+16"),
            (1.5e-5, "1.5e-05"),
            (0.0001, "0.0001"),
            (-0.0, "-0.0"),
            (5e-324, "5.0e-324"),
            (2095223180388999.5, "2095223180388999.5"),
            (81401743412524.125, "81401743412524.12"),
            (0.50000762939453125, "0.5000076293945312"),
            (-1234.5, "-1234.5"),
            (120.0, "120.0"),
            (0.0123, "0.0123"),
            (0.0, "0.0"),
            (123456789.123456789, "123456789.12345679"),
        ];
        for (float, text) in known {
            assert_eq!(shortest(float), text);
        }
    }

    #[test]
    fn rounds_the_exact_value() {
        assert_eq!(formatted(2.5, b'f', 0, false), "2");
        assert_eq!(formatted(2.665, b'f', 2, false), "2.66");
        assert_eq!(formatted(2.675, b'f', 2, false), "2.68");
        assert_eq!(formatted(99.55, b'f', 1, false), "99.6");
        assert_eq!(formatted(2.345, b'e', 2, false), "2.34e+00");
        assert_eq!(formatted(0.0, b'e', 2, false), "0.00e+00");
        assert_eq!(formatted(123.456, b'g', 6, false), "123.456");
        assert_eq!(formatted(1e10, b'g', 6, false), "1e+10");
        assert_eq!(formatted(1e-5, b'G', 6, false), "1E-05");
        assert_eq!(formatted(1.0, b'g', 6, true), "1.00000");
        assert_eq!(formatted(3.0, b'f', 0, true), "3.");
        assert_eq!(formatted(0.5, b'f', 1200, false).len(), 1202);
    }

    #[test]
    fn integers_give_the_digits_that_the_reckoning_gives() {
        let mut bits = 1_u64;
        let mut by_integers = 0;
        for round in 0..200_000 {
            bits = bits.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let exponent = 1023 - 60 + (bits >> 33) % 115;
            let float = f64::from_bits(exponent << 52 | bits >> 12);
            let float = if round % 2 == 0 {
                (float * 64.0).round() / 64.0
            } else {
                float
            };
            let precision = (bits >> 7) as usize % 17;
            by_integers += usize::from(fixed::scaled(float, precision).is_some());
            let mut reckoned = String::new();
            write_reckoned(float, precision, round % 3 == 0, &mut reckoned).unwrap();
            assert_eq!(formatted(float, b'f', precision, round % 3 == 0), reckoned);
        }
        assert!(by_integers > 80_000, "only {by_integers} by integers");
    }

    #[test]
    fn cuts_at_the_end_of_the_buffer() {
        let mut bytes = [b'x'; 4];
        let mut buffer = Buffer {
            bytes: &mut bytes,
            length: 0,
        };
        assert!(write_shortest(0.25, &mut buffer).is_err());
        assert_eq!(buffer.close(), 3);
        assert_eq!(&bytes, b"0.2\0");
    }
}
