use super::event::{Event, kind};
use super::{Emitter, Parser};
use crate::text::Text;

/// The events of a text, until one fails.
fn events(text: &[u8]) -> Result<usize, String> {
    let mut parser = Parser::new(text, 1);
    let mut count = 0;
    loop {
        match parser.next_event() {
            Ok(event) if event.kind == kind::STREAM_END => return Ok(count),
            Ok(_) => count += 1,
            Err(found) => {
                let problem = String::from_utf8_lossy(found.problem.bytes()).into_owned();
                return Err(format!("{}:{} {problem}", found.line, found.column));
            }
        }
    }
}

/// What is written for the events of a text.
fn written_again(text: &[u8]) -> Result<String, &'static str> {
    let mut parser = Parser::new(text, 0);
    let mut emitter = Emitter::default();
    let mut written = Vec::new();
    while let Ok(event) = parser.next_event() {
        emitter.emit(&event)?;
        written.extend_from_slice(emitter.written());
        if event.kind == kind::STREAM_END {
            break;
        }
    }
    Ok(String::from_utf8(written).unwrap())
}

#[test]
fn reads_events_and_writes_them() {
    let text = b"%TAG !e! tag:example.org,2000:\n---\n- &a {b: [1, 'two']}\n- *a\n- !e!x |-\n  three\n- \"\\u263a\"\n";
    let again = written_again(text).unwrap();
    assert_eq!(events(text), events(again.as_bytes()));
    assert!(again.contains("!e!x |-\n  three\n"), "{again}");
    assert!(again.ends_with("- \"\u{263a}\"\n"), "{again}");
}

#[test]
fn says_what_is_wrong() {
    assert_eq!(
        events(b"a: b: c"),
        Err("1:5 mapping values are not allowed in this context".into())
    );
    assert_eq!(
        events(b"--- [1, 2"),
        Err("1:5 did not find expected ',' or ']'".into())
    );
    assert_eq!(events(b""), Ok(1));
}

#[test]
fn stops_at_a_depth() {
    let nested = |depth: usize| [vec![b'['; depth], vec![b']'; depth]].concat();
    assert_eq!(events(&nested(1000)), Ok(2003));
    assert_eq!(
        events(&nested(1001)),
        Err("1:1001 exceeded the depth of 1000 collections".into())
    );
}

/// None of these has an end that the parser could run past.
#[test]
fn survives_broken_texts() {
    let whole = b"--- !<a%C3%A9> &b\n? [\"\\x41\\\n c\", {d: e}, !f,g]\n: >-2\n   h\n...\n%YAML 1.1\n---\n*b";
    for end in 0..=whole.len() {
        let _ = events(&whole[..end]);
        for byte in b"\0\t\"'\\[]{}:-#&*!|>%@`\xff\xe2\x80" {
            let mut text = whole[..end].to_vec();
            text.push(*byte);
            let _ = events(&text);
            text.extend_from_slice(&whole[end..]);
            let _ = events(&text);
        }
    }
}

#[test]
fn refuses_events_out_of_order() {
    let kinds = kind::STREAM_START - 1..=kind::MAPPING_END + 1;
    for first in kinds.clone() {
        for second in kinds.clone() {
            let mut emitter = Emitter::default();
            let _ = emitter.emit(&Event::new(kind::STREAM_START));
            for number in [first, second] {
                let mut event = Event::new(number);
                event.value = Text::of(b"\xff");
                let _ = emitter.emit(&event);
            }
        }
    }
    let mut emitter = Emitter::default();
    assert_eq!(
        emitter.emit(&Event::new(kind::SEQUENCE_END)),
        Err("expected STREAM-START")
    );
}

#[test]
fn closes_with_the_stream() {
    let mut emitter = Emitter::default();
    for number in [kind::STREAM_START, kind::STREAM_END] {
        assert_eq!(emitter.emit(&Event::new(number)), Ok(()));
    }
    let late = emitter.emit(&Event::new(kind::DOCUMENT_START));
    assert_eq!(late, Err("expected nothing after STREAM-END"));
}
