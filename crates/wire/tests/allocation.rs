//! No message makes a decoder allocate more than its bytes justify.

mod counting;

use counting::peak_during;
use kobako_wire::envelope::*;
use kobako_wire::{MAX_MESSAGE_BYTES, Reader, Token, Value};

/// Heap bytes that a decoder may take per byte of message: a nil of one byte
/// becomes a `Value`, a pair of two bytes two of them.
const PER_BYTE: usize = size_of::<Value>() + 8;
/// Heap bytes on top, for errors and the first growth of small vectors.
const BASE: usize = 1024;

type Decoder = fn(&[u8]);

fn check(bytes: &[u8]) {
    let decoders: [(&str, Decoder); 10] = [
        ("value", |bytes| drop(Value::decode(bytes))),
        ("request", |bytes| drop(Request::decode(bytes))),
        ("response", |bytes| drop(Response::decode(bytes))),
        ("yield arguments", |bytes| drop(BlockRequest::decode(bytes))),
        ("yield response", |bytes| drop(YieldResponse::decode(bytes))),
        ("outcome", |bytes| drop(Outcome::decode(bytes))),
        ("preamble", |bytes| drop(Preamble::decode(bytes))),
        ("snippets", |bytes| drop(Snippets::decode(bytes))),
        ("location", |bytes| drop(Location::decode(bytes))),
        ("invocation", |bytes| drop(Invocation::decode(bytes))),
    ];
    for (name, decode) in decoders {
        let peak = peak_during(|| decode(bytes));
        let limit = bytes.len() * PER_BYTE + BASE;
        assert!(
            peak <= limit,
            "{name} took {peak} bytes for a message of {}, limit {limit}: {:02x?}…",
            bytes.len(),
            &bytes[..bytes.len().min(16)],
        );
    }
}

#[test]
fn a_declared_length_allocates_nothing_before_its_bytes_are_there() {
    for head in [
        &[0xdd, 0xff, 0xff, 0xff, 0xff][..],
        &[0xdf, 0xff, 0xff, 0xff, 0xff],
        &[0xdb, 0xff, 0xff, 0xff, 0xff],
        &[0xc6, 0xff, 0xff, 0xff, 0xff],
        &[0xc9, 0xff, 0xff, 0xff, 0xff, 0x00],
        &[0xdd, 0x00, 0xff, 0xff, 0xff],
        &[0xdf, 0x00, 0x7f, 0xff, 0xff],
    ] {
        let decode = || drop(Value::decode(head));
        assert_eq!(peak_during(decode), 0, "{head:02x?}");
        check(head);
    }
}

#[test]
fn containers_that_each_declare_all_the_bytes_left_do_not_add_up() {
    for marker in [0xdd, 0xdf] {
        let mut bytes = Vec::new();
        for left in (0..128u32).rev() {
            bytes.push(marker);
            bytes.extend(((1 << 16) + left * 4).to_be_bytes());
        }
        bytes.resize(1 << 18, 0xc0);
        check(&bytes);
    }
}

#[test]
fn the_densest_messages_stay_within_the_multiple() {
    let count = (1u32 << 18).to_be_bytes();
    for (marker, element) in [
        (0xdd, &[0xc0][..]),
        (0xdd, &[0x90]),
        (0xdd, &[0x80]),
        (0xdd, &[0xa0]),
        (0xdd, &[0xc4, 0x00]),
        (0xdd, &[0x91, 0xc0]),
        (0xdd, &[0xa1, b'a']),
        (0xdd, &[0x92, 0xa0, 0x90]),
        (0xdf, &[0xc0, 0xc0]),
        (0xdf, &[0xa1, b'a', 0x81, 0xc0, 0xc0]),
        (0xdf, &[0xc7, 0x00, 0x00, 0xc0]),
    ] {
        let mut bytes = vec![marker];
        bytes.extend(count);
        bytes.extend(element.repeat(1 << 18));
        let decode = || assert!(Value::decode(&bytes).is_ok());
        assert!(peak_during(decode) >= 1 << 18, "the count is not live");
        check(&bytes);
        bytes.insert(0, 1);
        check(&bytes);
    }
}

#[test]
fn reading_tokens_allocates_nothing() {
    let mut bytes = vec![0xdc, 0x01, 0x00];
    bytes.extend([0x92, 0xa1, b'a', 0x81, 0xd4, 0x00, b'a', 0xcb].repeat(256));
    let peak = peak_during(|| {
        let mut reader = Reader::new(&bytes).expect("a small message");
        let mut tokens = 0;
        while let Ok(token) = reader.next() {
            tokens += usize::from(token != Token::Nil);
        }
        assert!(tokens > 3);
    });
    assert_eq!(peak, 0);
}

#[test]
fn a_message_over_the_limit_is_refused_unread() {
    let bytes = vec![0xc0; MAX_MESSAGE_BYTES + 1];
    assert_eq!(peak_during(|| drop(Value::decode(&bytes))), 0);
}
