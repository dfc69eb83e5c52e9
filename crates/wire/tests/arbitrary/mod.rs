//! Strategies that make any value of the wire.

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
