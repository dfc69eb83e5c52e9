//! What the writer refuses, and the limits: below, at and over.

use kobako_wire::{
    Error, Fault, FaultKind, MAX_DEPTH, MAX_HANDLE, MAX_MESSAGE_BYTES, Reader, Result, Value,
    Writer,
};

/// The most text that a message of str 32 holds.
const MOST_TEXT: usize = MAX_MESSAGE_BYTES - 5;

type Scalar = fn(&mut Writer) -> Result<()>;

#[test]
fn a_message_needs_its_value() {
    assert_eq!(
        Writer::new().finish(),
        Err(Error::Unfinished { missing: 1 })
    );
    assert_eq!(
        Writer::with_prefix(1).finish(),
        Err(Error::Unfinished { missing: 1 })
    );
}

#[test]
fn a_container_needs_all_its_values() {
    let mut writer = Writer::new();
    writer.array(3).unwrap();
    writer.nil().unwrap();
    writer.map(2).unwrap();
    writer.nil().unwrap();
    assert_eq!(writer.finish(), Err(Error::Unfinished { missing: 4 }));
}

#[test]
fn a_second_value_is_refused() {
    let mut writer = Writer::new();
    writer.array(1).unwrap();
    writer.array(0).unwrap();
    assert_eq!(writer.nil(), Err(Error::Complete));
    assert_eq!(writer.array(0), Err(Error::Complete));
    assert_eq!(writer.finish(), Ok(vec![0x91, 0x90]));
}

#[test]
fn a_value_is_repeated_where_one_is_owed() {
    for length in [0, 1, 8, 15, 16, 17, 40, 300] {
        let name = "n".repeat(length);
        let mut writer = Writer::with_prefix(1);
        writer.array(3).unwrap();
        let start = writer.position();
        writer.symbol(&name).unwrap();
        let size = writer.position() - start;
        writer.repeat(start, size).unwrap();
        writer.str("end").unwrap();
        assert_eq!(writer.repeat(start, size), Err(Error::Complete));
        let symbol = Value::Symbol(name);
        let all = Value::Array(vec![symbol.clone(), symbol, Value::Str("end".into())]);
        assert_eq!(writer.finish().unwrap()[1..], all.encode().unwrap());
    }
}

#[test]
fn what_is_repeated_has_to_fit() {
    let mut writer = Writer::new();
    writer.array(3).unwrap();
    writer.str("name").unwrap();
    writer.bin(&vec![0; MAX_MESSAGE_BYTES - 15]).unwrap();
    let size = MAX_MESSAGE_BYTES + 1;
    assert_eq!(writer.repeat(1, 5), Err(Error::TooLarge { size }));
}

/// Each power of two, and what is next to it, of both signs.
fn edges() -> impl Iterator<Item = i64> {
    let powers = (0..64).map(|bits| 1_i64.wrapping_shl(bits));
    let near = powers.flat_map(|power| (-1..=1).map(move |by| power.wrapping_add(by)));
    near.flat_map(|value| [value, value.wrapping_neg()])
}

#[test]
fn integers_at_once_are_those_one_by_one() {
    let values: Vec<i64> = edges().collect();
    for count in [0, 1, 2, 100, values.len()] {
        let (mut one, mut other) = (Writer::new(), Writer::new());
        for writer in [&mut one, &mut other] {
            writer.array(count + 1).unwrap();
            writer.array(0).unwrap();
        }
        one.ints(values[..count].iter().copied()).unwrap();
        values[..count]
            .iter()
            .for_each(|value| other.int(*value).unwrap());
        assert_eq!(one.finish(), other.finish());
    }
}

#[test]
fn integers_at_once_have_to_have_their_places() {
    let mut writer = Writer::new();
    writer.array(2).unwrap();
    assert_eq!(writer.ints([1, 2, 3].into_iter()), Err(Error::Complete));
}

#[test]
fn integers_at_once_have_to_fit() {
    for (free, fits) in [(8, true), (7, false)] {
        let mut writer = Writer::new();
        writer.array(5).unwrap();
        writer.bin(&vec![0; MAX_MESSAGE_BYTES - 6 - free]).unwrap();
        let written = writer.ints([200; 4].into_iter());
        let size = MAX_MESSAGE_BYTES + 1;
        assert_eq!(
            written,
            if fits {
                Ok(())
            } else {
                Err(Error::TooLarge { size })
            }
        );
    }
}

#[test]
fn a_reader_has_one_value_too() {
    let mut reader = Reader::new(&[0xc0, 0xc0]).unwrap();
    reader.next().unwrap();
    assert_eq!(reader.next(), Err(Error::Complete));
    assert_eq!(reader.finish(), Err(Error::Trailing { left: 1 }));
}

#[test]
fn a_reader_that_stops_early_does_not_finish() {
    let mut reader = Reader::new(&[0x92, 0xc0, 0xc0]).unwrap();
    reader.next().unwrap();
    reader.next().unwrap();
    assert_eq!(reader.finish(), Err(Error::Unfinished { missing: 1 }));
}

#[test]
fn the_prefix_stands_first_and_counts() {
    let mut writer = Writer::with_prefix(2);
    assert_eq!(writer.position(), 1);
    writer.bool(true).unwrap();
    assert_eq!(writer.position(), 2);
    assert_eq!(writer.finish(), Ok(vec![2, 0xc3]));
}

#[test]
fn text_of_16_mib_is_written_below_and_at_the_limit_and_refused_over_it() {
    for length in [MOST_TEXT - 1, MOST_TEXT] {
        let bytes = Value::Str("a".repeat(length)).encode().unwrap();
        assert_eq!(bytes.len(), length + 5);
        assert!(Value::decode(&bytes).is_ok());
    }
    let refused = Value::Str("a".repeat(MOST_TEXT + 1)).encode();
    assert_eq!(
        refused.map(|bytes| bytes.len()),
        Err(Error::TooLarge {
            size: MAX_MESSAGE_BYTES + 1
        })
    );
}

#[test]
fn the_prefix_counts_towards_the_limit() {
    let write = |length: usize| {
        let mut writer = Writer::with_prefix(1);
        writer.bin(&vec![0; length])?;
        Ok(writer.finish()?.len())
    };
    assert_eq!(write(MOST_TEXT - 1), Ok(MAX_MESSAGE_BYTES));
    assert_eq!(
        write(MOST_TEXT),
        Err(Error::TooLarge {
            size: MAX_MESSAGE_BYTES + 1
        })
    );
}

#[test]
fn values_still_owed_count_towards_the_limit() {
    let write = |length: usize| {
        let mut writer = Writer::new();
        writer.array(3).unwrap();
        writer.str(&"a".repeat(length))
    };
    // The array's marker, str 32's marker and length, two values to come.
    assert_eq!(write(MAX_MESSAGE_BYTES - 8), Ok(()));
    assert_eq!(
        write(MAX_MESSAGE_BYTES - 7),
        Err(Error::TooLarge {
            size: MAX_MESSAGE_BYTES + 1
        })
    );
}

#[test]
fn a_scalar_is_refused_where_it_crosses_the_limit() {
    let write = |left: usize, scalar: Scalar| {
        let mut writer = Writer::new();
        writer.array(2).unwrap();
        writer.bin(&vec![0; MAX_MESSAGE_BYTES - 6 - left]).unwrap();
        scalar(&mut writer)?;
        Ok(writer.finish()?.len())
    };
    let scalars: [(usize, Scalar); 7] = [
        (1, Writer::nil),
        (1, |writer| writer.array(0)),
        (2, |writer| writer.int(-128)),
        (3, |writer| writer.symbol("a")),
        (6, |writer| writer.handle(1)),
        (9, |writer| writer.float(0.5)),
        (9, |writer| writer.uint(u64::MAX)),
    ];
    for (size, scalar) in scalars {
        assert_eq!(write(size, scalar), Ok(MAX_MESSAGE_BYTES));
        if size > 1 {
            let size_then = MAX_MESSAGE_BYTES + 1;
            let refused = Error::TooLarge { size: size_then };
            assert_eq!(write(size - 1, scalar), Err(refused));
        }
    }
}

#[test]
fn a_length_that_cannot_fit_is_refused_when_it_is_declared() {
    let most = MAX_MESSAGE_BYTES - 5;
    assert_eq!(Writer::new().array(most), Ok(()));
    for length in [most + 1, usize::MAX] {
        let refused = Writer::new().array(length).unwrap_err();
        assert!(matches!(refused, Error::TooLarge { .. }), "{refused}");
    }
    assert_eq!(Writer::new().map(most / 2), Ok(()));
    for length in [most / 2 + 1, usize::MAX / 2 + 1, usize::MAX] {
        let refused = Writer::new().map(length).unwrap_err();
        assert!(matches!(refused, Error::TooLarge { .. }), "{refused}");
    }
}

#[test]
fn a_refused_value_leaves_the_message_as_it_was() {
    let mut writer = Writer::new();
    writer.array(1).unwrap();
    writer.handle(0).unwrap_err();
    writer.handle(1).unwrap();
    assert_eq!(writer.finish(), Ok(vec![0x91, 0xd6, 1, 0, 0, 0, 1]));
}

#[test]
fn arrays_nest_to_the_limit() {
    let write = |levels: usize| {
        let mut writer = Writer::new();
        for _ in 0..levels {
            writer.array(1)?;
        }
        writer.nil()?;
        writer.finish()
    };
    assert!(Value::decode(&write(MAX_DEPTH - 1).unwrap()).is_ok());
    assert!(Value::decode(&write(MAX_DEPTH).unwrap()).is_ok());
    assert_eq!(write(MAX_DEPTH + 1), Err(Error::TooDeep));
}

#[test]
fn containers_side_by_side_do_not_nest() {
    let wide = Value::Array(vec![Value::Array(vec![Value::Nil]); MAX_DEPTH * 4]);
    assert_eq!(Value::decode(&wide.encode().unwrap()), Ok(wide));
}

#[test]
fn faults_inside_faults_nest_to_the_limit() {
    let nest = |levels: usize| {
        (1..levels).fold(fault(None), |inner, _| {
            fault(Some(Value::Fault(Box::new(inner))))
        })
    };
    for levels in [MAX_DEPTH - 1, MAX_DEPTH] {
        let value = Value::Fault(Box::new(nest(levels)));
        assert_eq!(Value::decode(&value.encode().unwrap()), Ok(value));
    }
    let value = Value::Fault(Box::new(nest(MAX_DEPTH + 1)));
    assert_eq!(value.encode(), Err(Error::TooDeep));
}

#[test]
fn faults_framed_by_hand_past_the_limit_are_refused() {
    let mut payload = fault_bytes(&[0xc0]);
    for _ in 0..MAX_DEPTH {
        let length = u32::try_from(payload.len()).unwrap().to_be_bytes();
        let framed = [&[0xc9][..], &length, &[2], &payload].concat();
        payload = fault_bytes(&framed);
    }
    let length = u32::try_from(payload.len()).unwrap().to_be_bytes();
    let message = [&[0xc9][..], &length, &[2], &payload].concat();
    assert_eq!(Value::decode(&message), Err(Error::TooDeep));
    assert_eq!(Reader::new(&message).unwrap().skip(), Err(Error::TooDeep));
}

#[test]
fn handles_run_from_1_to_the_limit() {
    for id in [1, MAX_HANDLE - 1, MAX_HANDLE] {
        let value = Value::Handle(id);
        assert_eq!(Value::decode(&value.encode().unwrap()), Ok(value));
    }
    for id in [0, MAX_HANDLE + 1, u32::MAX] {
        assert_eq!(Value::Handle(id).encode(), Err(Error::HandleRange { id }));
    }
}

fn fault(details: Option<Value>) -> Fault {
    Fault {
        kind: FaultKind::Runtime,
        message: String::new(),
        details,
    }
}

/// A fault's payload around details that are encoded already.
fn fault_bytes(details: &[u8]) -> Vec<u8> {
    let head = b"\x83\xa4type\xa7runtime\xa7message\xa0\xa7details";
    [head, details].concat()
}
