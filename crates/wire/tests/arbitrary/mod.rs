//! Strategies that make any value of the wire.

use kobako_wire::exact::*;
use kobako_wire::{Fault, FaultKind, GuestKind, GuestValue, MAX_HANDLE, Value};
use proptest::collection::vec;
use proptest::prelude::*;

/// Any text; mostly short, sometimes across the length forms.
pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => ".{0,40}".prop_map(String::from),
        1 => (250usize..260, any::<char>()).prop_map(|(times, c)| c.to_string().repeat(times)),
        1 => (65530usize..65540).prop_map(|times| "x".repeat(times)),
    ]
}

fn scalar() -> impl Strategy<Value = Value> {
    let kind = prop::sample::select(vec![
        GuestKind::Other,
        GuestKind::String,
        GuestKind::Array,
        GuestKind::Hash,
    ]);
    prop_oneof![
        Just(Value::Nil),
        any::<bool>().prop_map(Value::Bool),
        any::<i64>().prop_map(Value::Int),
        (0u32..64, any::<i64>()).prop_map(|(shift, n)| Value::Int(n >> shift)),
        (i64::MAX as u64 + 1..).prop_map(Value::UInt),
        any::<u64>().prop_map(|bits| Value::Float(f64::from_bits(bits))),
        text().prop_map(Value::Str),
        text().prop_map(Value::Symbol),
        vec(any::<u8>(), 0..300).prop_map(Value::Bin),
        (1..=MAX_HANDLE).prop_map(Value::Handle),
        (1..=MAX_HANDLE, kind, any::<u32>())
            .prop_map(|(id, kind, size)| Value::GuestValue(GuestValue { id, kind, size })),
        (1..=MAX_HANDLE, 1..=u8::MAX).prop_map(|(id, asked)| Value::AskedHandle(id, asked)),
        exact(),
    ]
}

/// The lowest byte first, the last not 0.
fn magnitude(bytes: std::ops::Range<usize>) -> impl Strategy<Value = Vec<u8>> {
    (vec(any::<u8>(), bytes), 1..=u8::MAX).prop_map(|(mut bytes, last)| {
        bytes.push(last);
        bytes
    })
}

fn date() -> impl Strategy<Value = Date> {
    let start = prop_oneof![
        Just(f64::INFINITY),
        Just(f64::NEG_INFINITY),
        2_298_874.0..2_426_355.0
    ];
    let time = prop_oneof![
        Just((0, 0, 0)),
        (0u32..86_400, 0u32..1_000_000_000, -86_400i32..=86_400),
    ];
    (any::<i64>(), start, time).prop_map(|(day, start, (second, nanoseconds, offset))| Date {
        day,
        start,
        second,
        nanoseconds,
        offset,
    })
}

fn decimal() -> impl Strategy<Value = Decimal> {
    prop_oneof![
        prop::sample::select(vec![
            Special::NaN,
            Special::Zero,
            Special::NegativeZero,
            Special::Infinity,
            Special::NegativeInfinity,
        ])
        .prop_map(Decimal::Special),
        (
            any::<bool>(),
            -1_048_576..1_048_000i32,
            "[1-9]([0-9]{0,300}[1-9])?"
        )
            .prop_map(|(negative, exponent, digits)| Decimal::Finite {
                negative,
                exponent,
                digits: digits.into_bytes(),
            }),
    ]
}

fn exact() -> impl Strategy<Value = Value> {
    let offset = prop::option::of(-86_399i32..=86_399);
    prop_oneof![
        (any::<bool>(), magnitude(8..300)).prop_map(|(negative, magnitude)| Value::Big(Big {
            negative,
            magnitude,
        })),
        (any::<i64>(), 0u32..1_000_000_000, offset).prop_map(|(seconds, nanoseconds, offset)| {
            Value::Time(Time {
                seconds,
                nanoseconds,
                offset,
            })
        }),
        date().prop_map(Value::Date),
        date().prop_map(Value::DateTime),
        decimal().prop_map(Value::Decimal),
        (any::<bool>(), magnitude(0..40), magnitude(0..40)).prop_map(
            |(negative, numerator, denominator)| Value::Rational(Rational {
                negative,
                numerator,
                denominator,
            })
        ),
    ]
}

fn fault(details: impl Strategy<Value = Value>) -> impl Strategy<Value = Value> {
    let kind = prop::sample::select(vec![
        FaultKind::Runtime,
        FaultKind::Argument,
        FaultKind::Undefined,
    ]);
    (kind, text(), details).prop_map(|(kind, message, details)| {
        Value::Fault(Box::new(Fault {
            kind,
            message,
            details: Some(details).filter(|details| *details != Value::Nil),
        }))
    })
}

/// Any value, up to 8 levels deep.
pub fn value() -> impl Strategy<Value = Value> {
    scalar().prop_recursive(8, 128, 20, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..20).prop_map(Value::Array),
            vec((inner.clone(), inner.clone()), 0..20).prop_map(Value::Map),
            (inner.clone(), inner.clone())
                .prop_map(|(one, two)| Value::Complex(Box::new([one, two]))),
            (inner.clone(), inner.clone(), any::<bool>()).prop_map(|(begin, end, exclude_end)| {
                Value::Range(Box::new([begin, end]), exclude_end)
            }),
            vec(inner.clone(), 0..20).prop_map(Value::Set),
            (inner.clone(), vec((inner.clone(), inner.clone()), 0..8))
                .prop_map(|(name, pairs)| Value::Record(Box::new(name), pairs)),
            fault(inner),
        ]
    })
}

/// Bytes that look like messages more often than noise does.
pub fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let heads = prop::sample::select((0xc0u8..=0xdf).collect::<Vec<_>>());
    let byte = prop_oneof![
        2 => heads,
        2 => 0u8..8,
        1 => 0x80u8..0xa8,
        1 => any::<u8>(),
    ];
    prop_oneof![
        vec(byte, 0..200),
        (value(), any::<prop::sample::Index>(), any::<u8>()).prop_map(|(value, index, byte)| {
            let mut bytes = value.encode().expect("a value within the limits");
            let at = index.index(bytes.len());
            bytes[at] = byte;
            bytes
        }),
    ]
}
