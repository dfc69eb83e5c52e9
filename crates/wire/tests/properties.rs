//! What holds for every value and for any bytes.

mod arbitrary;

use kobako_wire::envelope::*;
use kobako_wire::exact::*;
use kobako_wire::{Fault, FaultKind, GuestKind, GuestValue, Reader, Token, Value};
use proptest::prelude::*;
use rmpv::Value as Peer;

/// Decodes as every envelope, for the panics there must not be.
fn decode_all(bytes: &[u8]) {
    let _ = Request::decode(bytes);
    let _ = Response::decode(bytes);
    let _ = BlockRequest::decode(bytes);
    let _ = YieldResponse::decode(bytes);
    let _ = Outcome::decode(bytes);
    let _ = Preamble::decode(bytes);
    let _ = Snippets::decode(bytes);
    let _ = Location::decode(bytes);
    let _ = Invocation::decode(bytes);
}

/// The next token, of the plainest values without one.
fn next_plain<'a>(reader: &mut Reader<'a>) -> kobako_wire::Result<Token<'a>> {
    if let Some(int) = reader.next_int() {
        return Ok(Token::Int(int));
    }
    if let Some(float) = reader.next_float() {
        return Ok(Token::Float(float));
    }
    if let Some(text) = reader.next_text() {
        return Ok(Token::Str(text));
    }
    match reader.next_symbol() {
        Some(name) => Ok(Token::Symbol(name)),
        None => reader.next(),
    }
}

/// Whether both ways give the same values, places and errors.
fn reads_the_same(bytes: &[u8]) -> Result<(), TestCaseError> {
    let (mut one, mut other) = (Reader::new(bytes)?, Reader::new(bytes)?);
    for _ in 0..bytes.len() + 4 {
        let (token, plain) = (one.next(), next_plain(&mut other));
        prop_assert_eq!(format!("{token:?}"), format!("{plain:?}"));
        if token.is_err() {
            break;
        }
        prop_assert_eq!(one.position(), other.position());
    }
    Ok(())
}

/// The same value as an independent MessagePack library holds it.
fn peer(value: &Value) -> Peer {
    match value {
        Value::Nil => Peer::Nil,
        Value::Bool(b) => Peer::Boolean(*b),
        Value::Int(n) => Peer::from(*n),
        Value::UInt(n) => Peer::from(*n),
        Value::Float(n) => Peer::F64(*n),
        Value::Str(text) => Peer::from(text.as_str()),
        Value::Bin(bytes) => Peer::Binary(bytes.clone()),
        Value::Array(values) => Peer::Array(values.iter().map(peer).collect()),
        Value::Map(pairs) => Peer::Map(
            pairs
                .iter()
                .map(|(key, value)| (peer(key), peer(value)))
                .collect(),
        ),
        Value::Symbol(name) => Peer::Ext(0, name.clone().into_bytes()),
        Value::Handle(id) => Peer::Ext(1, id.to_be_bytes().to_vec()),
        Value::GuestValue(value) => {
            let mut payload = value.id.to_be_bytes().to_vec();
            payload.push(value.kind as u8);
            payload.extend(value.size.to_be_bytes());
            Peer::Ext(16, payload)
        }
        Value::Fault(fault) => {
            let details = fault.details.as_ref().map_or(Peer::Nil, peer);
            let map = Peer::Map(vec![
                (Peer::from("type"), Peer::from(fault.kind.name())),
                (Peer::from("message"), Peer::from(fault.message.as_str())),
                (Peer::from("details"), details),
            ]);
            Peer::Ext(2, peer_bytes(&map))
        }
        Value::AskedHandle(id, asked) => Peer::Ext(13, [&id.to_be_bytes()[..], &[*asked]].concat()),
        Value::Big(big) => Peer::Ext(3, [&[big.negative.into()], &big.magnitude[..]].concat()),
        Value::Time(time) => Peer::Ext(
            4,
            [
                &time.seconds.to_be_bytes()[..],
                &time.nanoseconds.to_be_bytes(),
                &time.offset.unwrap_or(i32::MIN).to_be_bytes(),
            ]
            .concat(),
        ),
        Value::Date(date) => Peer::Ext(5, peer_date(date)),
        Value::DateTime(date) => Peer::Ext(6, peer_date(date)),
        Value::Decimal(decimal) => Peer::Ext(7, peer_decimal(decimal)),
        Value::Rational(rational) => Peer::Ext(
            8,
            [
                &[rational.negative.into()],
                &(rational.numerator.len() as u16).to_be_bytes()[..],
                &rational.numerator,
                &rational.denominator,
            ]
            .concat(),
        ),
        Value::Complex(parts) => marked(9, false, parts.iter().map(peer)),
        Value::Range(ends, exclude_end) => marked(10, *exclude_end, ends.iter().map(peer)),
        Value::Set(members) => marked(11, false, members.iter().map(peer)),
        Value::Record(name, pairs) => {
            let pairs = pairs
                .iter()
                .flat_map(|(name, value)| [peer(name), peer(value)]);
            marked(12, false, std::iter::once(peer(name)).chain(pairs))
        }
    }
}

fn marked(code: i8, flag: bool, values: impl Iterator<Item = Peer>) -> Peer {
    let mark = Peer::Ext(code, vec![flag.into()]);
    Peer::Array(std::iter::once(mark).chain(values).collect())
}

fn peer_date(date: &Date) -> Vec<u8> {
    let day = [date.day.to_be_bytes(), date.start.to_be_bytes()].concat();
    let parts = [date.second, date.nanoseconds, date.offset as u32];
    match parts {
        [0, 0, 0] => day,
        parts => [day, parts.map(u32::to_be_bytes).concat()].concat(),
    }
}

fn peer_decimal(decimal: &Decimal) -> Vec<u8> {
    match decimal {
        Decimal::Special(Special::NaN) => vec![0],
        Decimal::Special(Special::Zero) => vec![1],
        Decimal::Special(Special::NegativeZero) => vec![2],
        Decimal::Special(Special::Infinity) => vec![3],
        Decimal::Special(Special::NegativeInfinity) => vec![4],
        Decimal::Finite {
            negative,
            exponent,
            digits,
        } => [
            &[5 + u8::from(*negative)],
            &exponent.to_be_bytes()[..],
            digits,
        ]
        .concat(),
    }
}

fn peer_bytes(peer: &Peer) -> Vec<u8> {
    let mut bytes = Vec::new();
    rmpv::encode::write_value(&mut bytes, peer).expect("a Vec takes all bytes");
    bytes
}

/// The value that the independent library decoded.
fn of_peer(peer: Peer) -> Value {
    match peer {
        Peer::Nil => Value::Nil,
        Peer::Boolean(b) => Value::Bool(b),
        Peer::Integer(n) => match n.as_i64() {
            Some(n) => Value::Int(n),
            None => Value::UInt(n.as_u64().expect("an integer of 64 bits")),
        },
        Peer::F32(n) => Value::Float(n.into()),
        Peer::F64(n) => Value::Float(n),
        Peer::String(text) => Value::Str(text.into_str().expect("UTF-8")),
        Peer::Binary(bytes) => Value::Bin(bytes),
        Peer::Array(values) if matches!(values.first(), Some(Peer::Ext(9..=12, _))) => {
            again(&Peer::Array(values))
        }
        Peer::Array(values) => Value::Array(values.into_iter().map(of_peer).collect()),
        Peer::Map(pairs) => Value::Map(
            pairs
                .into_iter()
                .map(|(key, value)| (of_peer(key), of_peer(value)))
                .collect(),
        ),
        Peer::Ext(0, name) => Value::Symbol(String::from_utf8(name).expect("UTF-8")),
        Peer::Ext(1, id) => Value::Handle(u32::from_be_bytes(id.try_into().expect("4 bytes"))),
        Peer::Ext(16, payload) => Value::GuestValue(guest_value_of_peer(&payload)),
        Peer::Ext(code @ 3.., payload) => again(&Peer::Ext(code, payload)),
        Peer::Ext(_, payload) => Value::Fault(Box::new(fault_of_peer(&payload))),
    }
}

fn guest_value_of_peer(payload: &[u8]) -> GuestValue {
    let number = |at| {
        let bytes: [u8; 4] = payload[at..at + 4].try_into().expect("4 bytes");
        u32::from_be_bytes(bytes)
    };
    GuestValue {
        id: number(0),
        kind: match payload[4] {
            1 => GuestKind::String,
            2 => GuestKind::Array,
            3 => GuestKind::Hash,
            _ => GuestKind::Other,
        },
        size: number(5),
    }
}

/// What that library does not know, it holds as bytes.
fn again(peer: &Peer) -> Value {
    Value::decode(&peer_bytes(peer)).expect("a value of the wire")
}

fn fault_of_peer(payload: &[u8]) -> Fault {
    let map = rmpv::decode::read_value(&mut &payload[..]).expect("a payload");
    let at = |name: &str| {
        let is_name = |key: &Peer| key.as_slice() == Some(name.as_bytes());
        let pairs = map.as_map().expect("a map");
        pairs.iter().find(|(key, _)| is_name(key)).map(|(_, v)| v)
    };
    let text = |name| at(name).and_then(Peer::as_str).expect("a text");
    Fault {
        kind: match text("type") {
            "runtime" => FaultKind::Runtime,
            "argument" => FaultKind::Argument,
            _ => FaultKind::Undefined,
        },
        message: text("message").into(),
        details: at("details").filter(|v| !v.is_nil()).cloned().map(of_peer),
    }
}

proptest! {
    #[test]
    fn a_value_survives_the_round_trip(value in arbitrary::value()) {
        let bytes = value.encode()?;
        // Compared as bytes, so that NaN counts too.
        prop_assert_eq!(Value::decode(&bytes)?.encode()?, bytes);
    }

    #[test]
    fn a_value_is_written_as_an_independent_library_writes_it(value in arbitrary::value()) {
        prop_assert_eq!(value.encode()?, peer_bytes(&peer(&value)));
    }

    #[test]
    fn what_is_decoded_is_what_an_independent_library_decodes(bytes in arbitrary::bytes()) {
        if let Ok(value) = Value::decode(&bytes) {
            let other = rmpv::decode::read_value(&mut bytes.as_slice())?;
            prop_assert_eq!(of_peer(other).encode()?, value.encode()?);
        }
    }

    #[test]
    fn any_bytes_end_in_a_value_or_an_error(bytes in arbitrary::bytes()) {
        decode_all(&bytes);
        if let Ok(value) = Value::decode(&bytes) {
            let again = value.encode()?;
            prop_assert_eq!(Value::decode(&again)?.encode()?, again);
        }
    }

    #[test]
    fn a_reader_stays_in_bounds_even_after_an_error(bytes in arbitrary::bytes()) {
        let mut reader = Reader::new(&bytes)?;
        for _ in 0..bytes.len() + 4 {
            if let Ok(Token::Fault(payload)) = reader.next() {
                let _ = Fault::read(reader.nested(payload));
            }
            prop_assert!(reader.position() <= bytes.len());
        }
    }

    #[test]
    fn plain_values_are_read_as_any_others(value in arbitrary::value(), bytes in arbitrary::bytes(), cut: prop::sample::Index) {
        let whole = value.encode()?;
        reads_the_same(&whole)?;
        reads_the_same(&whole[..cut.index(whole.len())])?;
        reads_the_same(&bytes)?;
    }

    #[test]
    fn every_prefix_of_a_message_is_an_error(value in arbitrary::value()) {
        let bytes = value.encode()?;
        let step = 1 + bytes.len() / 512;
        for end in (0..bytes.len()).step_by(step) {
            prop_assert!(Value::decode(&bytes[..end]).is_err());
        }
        prop_assert!(Value::decode(&bytes[..bytes.len() - 1]).is_err());
    }

    #[test]
    fn a_message_with_a_byte_more_is_an_error(value in arbitrary::value(), byte: u8) {
        let mut bytes = value.encode()?;
        bytes.push(byte);
        prop_assert!(Value::decode(&bytes).is_err());
    }

    #[test]
    fn skip_reads_exactly_one_value(value in arbitrary::value()) {
        let bytes = Value::Array(vec![value, Value::Int(7)]).encode()?;
        let mut reader = Reader::new(&bytes)?;
        prop_assert_eq!(reader.next()?, Token::Array(2));
        reader.skip()?;
        prop_assert_eq!(reader.next()?, Token::Int(7));
        reader.finish()?;
    }

    #[test]
    fn envelopes_survive_the_round_trip(value in arbitrary::value(), text in arbitrary::text()) {
        let request = Request {
            target: Target::Path(text.clone()),
            method: text.clone(),
            args: vec![value.clone()],
            kwargs: vec![(text.clone(), value.clone())],
            block_given: true,
        };
        let bytes = request.encode()?;
        prop_assert_eq!(Request::decode(&bytes)?.encode()?, bytes);
        let panic = Panic {
            origin: "service".into(),
            class: text.clone(),
            message: text.clone(),
            backtrace: vec![text.clone(); 3],
            details: Some(value.clone()),
        };
        let bytes = Outcome::Panic(panic).encode()?;
        prop_assert_eq!(Outcome::decode(&bytes)?.encode()?, bytes);
        let bytes = YieldResponse::Break(value.clone()).encode()?;
        prop_assert_eq!(YieldResponse::decode(&bytes)?.encode()?, bytes);
        let bytes = Response::Value(value).encode()?;
        prop_assert_eq!(Response::decode(&bytes)?.encode()?, bytes);
    }
}
