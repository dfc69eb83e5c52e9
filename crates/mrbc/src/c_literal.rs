//! Literals of a pool, and bytes, as C.

use std::fmt::Write;

use kobako_compiler::Literal;

/// As an element of an array of `mrb_irep_pool`.
pub fn element(literal: &Literal) -> String {
    match literal {
        Literal::String(bytes) => {
            format!("{{IREP_TT_SSTR|({}<<2), {{{}}}}}", bytes.len(), text(bytes))
        }
        Literal::Int32(value) => format!("{{IREP_TT_INT32, {{.i32={value}}}}}"),
        // The lowest has no literal of its own.
        Literal::Int64(i64::MIN) => "{IREP_TT_INT64, {.i64=INT64_MIN}}".into(),
        Literal::Int64(value) => format!("{{IREP_TT_INT64, {{.i64={value}LL}}}}"),
        Literal::Float(bits) => format!("{{IREP_TT_FLOAT, {{.f={}}}}}", float(*bits)),
        Literal::Big { negative, digits } => {
            let base = if *negative { -16i8 } else { 16 };
            let bytes = [&[digits.len() as u8, base as u8], digits.as_bytes()].concat();
            format!("{{IREP_TT_BIGINT, {{{}}}}}", text(&bytes))
        }
    }
}

/// As a string of C.
pub fn text(bytes: &[u8]) -> String {
    let mut written = String::from("\"");
    for &byte in bytes {
        match byte {
            b'"' | b'\\' => written.extend(['\\', char::from(byte)]),
            b' '..=b'~' => written.push(char::from(byte)),
            _ => write!(written, "\\{byte:03o}").expect("a String grows"),
        }
    }
    written + "\""
}

/// To the last bit.
fn float(bits: u64) -> String {
    let value = f64::from_bits(bits);
    let sign = if value.is_sign_negative() { "-" } else { "" };
    if value.is_infinite() {
        return format!("{sign}__builtin_inf()");
    }
    if value == 0.0 {
        return format!("{sign}0.0");
    }
    let (exponent, fraction) = ((bits >> 52) & 0x7ff, bits & ((1 << 52) - 1));
    let (whole, exponent) = if exponent == 0 { (0, 1) } else { (1, exponent) };
    format!("{sign}0x{whole}.{fraction:013x}p{}", exponent as i64 - 1023)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_plain_character_is_escaped() {
        assert_eq!(text(b"a\"\\\n1\xff"), r#""a\"\\\0121\377""#);
    }

    #[test]
    fn floats_keep_sign_and_bits() {
        for (value, written) in [
            (-0.0, "-0.0"),
            (1.0, "0x1.0000000000000p0"),
            (-2.5, "-0x1.4000000000000p1"),
            (5e-324, "0x0.0000000000001p-1022"),
            (f64::NEG_INFINITY, "-__builtin_inf()"),
        ] {
            assert_eq!(float(value.to_bits()), written);
        }
    }

    #[test]
    fn numbers_say_their_kind() {
        assert!(element(&Literal::Int64(i64::MIN)).contains("INT64_MIN"));
        let big = Literal::Big {
            negative: true,
            digits: "ff".into(),
        };
        assert_eq!(element(&big), r#"{IREP_TT_BIGINT, {"\002\360ff"}}"#);
    }
}
