//! Digits behind the point by integers alone, where rounding is clear.

use std::fmt::{self, Write};

/// The integer nearest to `float` times a power of ten, reckoned without an error; None where it is large, or so near to
/// halfway between two that CRuby's reckoning decides.
pub fn scaled(float: f64, power: usize) -> Option<u64> {
    const MOST: usize = 15;
    const FRACTION: u32 = f64::MANTISSA_DIGITS - 1;
    if power > MOST || !float.is_normal() || float < 0.0 {
        return None;
    }
    let bits = float.to_bits();
    let mantissa = bits & ((1 << FRACTION) - 1) | 1 << FRACTION;
    // The float is the mantissa, shifted right so far.
    let shift = (1023 + FRACTION).checked_sub((bits >> FRACTION) as u32)?;
    let product = u128::from(mantissa) * u128::from(10_u64.pow(power as u32));
    let whole = u64::try_from(product.checked_shr(shift)?).ok()?;
    match product.checked_shr(shift.checked_sub(3)?)? & 7 {
        0..=2 => Some(whole),
        5..=7 => whole.checked_add(1),
        _ => None,
    }
}

/// `scaled` with its point so many digits before the end.
pub fn write(mut scaled: u64, precision: usize, point: bool, out: &mut impl Write) -> fmt::Result {
    let mut text = [b'0'; 24];
    let mut at = text.len();
    for place in 0.. {
        if place == precision && (place > 0 || point) {
            at -= 1;
            text[at] = b'.';
        }
        if place > precision && scaled == 0 {
            break;
        }
        at -= 1;
        text[at] = b'0' + (scaled % 10) as u8;
        scaled /= 10;
    }
    out.write_str(std::str::from_utf8(&text[at..]).expect("digits and a point"))
}
