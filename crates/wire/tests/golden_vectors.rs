//! The golden vectors, which the Ruby specs read too.

mod vectors;

use std::fmt::Debug;

use kobako_wire::envelope::*;
use kobako_wire::{Error, Reader, Result, Value};
use serde_json::Value as Json;
use vectors::{bytes, load, rows, text, value};

/// Equal, NaN's bits and the sign of zero included.
fn assert_same(decoded: &Value, expected: &Value, row: &Json) {
    let float_bits = |value: &Value| match value {
        Value::Float(n) => Some(n.to_bits()),
        _ => None,
    };
    match (float_bits(decoded), float_bits(expected)) {
        (None, None) => assert!(decoded == expected, "{row}"),
        (decoded, expected) => assert_eq!(decoded, expected, "{row}"),
    }
}

fn ok<T>(result: Result<T>, row: &Json) -> T {
    result.unwrap_or_else(|error| panic!("{row} failed with: {error}"))
}

fn assert_rejected<T>(result: Result<T>, row: &Json) {
    let Err(error) = result else {
        panic!("{row} is accepted");
    };
    assert_eq!(
        format!("{:?}", error.kind()),
        text(&row["error"]),
        "{row} failed with: {error}"
    );
}

#[test]
fn canonical_values_encode_and_decode() {
    for row in rows(&load(), "values", "canonical") {
        let (bytes, value) = (bytes(row), value(&row["value"]));
        let encoded = ok(value.encode(), row);
        assert!(encoded == bytes, "{row} encoded otherwise");
        assert_same(&ok(Value::decode(&bytes), row), &value, row);
    }
}

#[test]
fn accepted_values_decode_and_are_written_otherwise() {
    for row in rows(&load(), "values", "accepted") {
        let (bytes, value) = (bytes(row), value(&row["value"]));
        assert_same(&ok(Value::decode(&bytes), row), &value, row);
        assert_ne!(ok(value.encode(), row), bytes, "{row} is canonical");
    }
}

#[test]
fn rejected_values_fail_with_the_kind_named() {
    for row in rows(&load(), "values", "rejected") {
        assert_rejected(Value::decode(&bytes(row)), row);
    }
}

#[test]
fn skip_takes_and_refuses_what_decode_does() {
    fn skip(bytes: &[u8]) -> Result<()> {
        let mut reader = Reader::new(bytes)?;
        reader.skip()?;
        assert!(reader.position() <= bytes.len());
        reader.finish()
    }
    let vectors = load();
    for sort in ["canonical", "accepted"] {
        for row in rows(&vectors, "values", sort) {
            ok(skip(&bytes(row)), row);
        }
    }
    for row in rows(&vectors, "values", "rejected") {
        assert_rejected(skip(&bytes(row)), row);
    }
}

/// Checks every row of one envelope; each sort must have some.
fn check<T: Debug + PartialEq>(
    envelope: &str,
    expected: impl Fn(&Json) -> T,
    encode: impl Fn(&T) -> Result<Vec<u8>>,
    decode: impl Fn(&[u8]) -> Result<T>,
) {
    let vectors = load();
    let of = |sort| {
        rows(&vectors, "envelopes", sort)
            .iter()
            .filter(|row| row["envelope"] == envelope)
    };
    assert!(of("canonical").count() > 1 && of("rejected").count() > 1);
    for row in of("canonical") {
        let expected = expected(&row["value"]);
        assert_eq!(ok(encode(&expected), row), bytes(row), "{row}");
        assert_eq!(ok(decode(&bytes(row)), row), expected, "{row}");
    }
    for row in of("accepted") {
        let expected = expected(&row["value"]);
        assert_ne!(ok(encode(&expected), row), bytes(row));
        assert_eq!(ok(decode(&bytes(row)), row), expected, "{row}");
    }
    for row in of("rejected") {
        assert_rejected(decode(&bytes(row)), row);
    }
}

#[test]
fn requests() {
    check(
        "request",
        vectors::request,
        Request::encode,
        Request::decode,
    );
}

#[test]
fn responses() {
    check(
        "response",
        vectors::response,
        Response::encode,
        Response::decode,
    );
}

#[test]
fn block_requests() {
    check(
        "block_request",
        vectors::block_request,
        BlockRequest::encode,
        BlockRequest::decode,
    );
}

#[test]
fn yield_responses() {
    check(
        "yield_response",
        vectors::yield_response,
        YieldResponse::encode,
        YieldResponse::decode,
    );
}

#[test]
fn outcomes() {
    check(
        "outcome",
        vectors::outcome,
        Outcome::encode,
        Outcome::decode,
    );
}

#[test]
fn preambles() {
    check(
        "preamble",
        vectors::preamble,
        Preamble::encode,
        Preamble::decode,
    );
}

#[test]
fn snippets() {
    check(
        "snippets",
        vectors::snippets,
        Snippets::encode,
        Snippets::decode,
    );
}

#[test]
fn locations() {
    check(
        "location",
        vectors::location,
        Location::encode,
        Location::decode,
    );
}

#[test]
fn invocations() {
    check(
        "invocation",
        vectors::invocation,
        Invocation::encode,
        Invocation::decode,
    );
}

#[test]
fn every_row_of_an_envelope_is_checked() {
    let known = [
        "request",
        "response",
        "block_request",
        "yield_response",
        "outcome",
        "preamble",
        "snippets",
        "location",
        "invocation",
    ];
    let vectors = load();
    for sort in ["canonical", "accepted", "rejected"] {
        for row in rows(&vectors, "envelopes", sort) {
            assert!(known.contains(&text(&row["envelope"])), "{row}");
        }
    }
}

#[test]
fn an_outcome_without_bytes_names_itself() {
    assert_eq!(Outcome::decode(&[]), Err(Error::Empty { what: "outcome" }));
}
