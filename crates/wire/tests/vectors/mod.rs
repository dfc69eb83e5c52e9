//! Reads `spec/fixtures/wire_vectors.json`, whose head explains its notation.

use kobako_wire::envelope::*;
use kobako_wire::exact::*;
use kobako_wire::{Fault, FaultKind, GuestKind, GuestValue, Value};
use serde_json::Value as Json;

pub fn load() -> Json {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../spec/fixtures/wire_vectors.json"
    );
    let text = std::fs::read_to_string(path).expect("the golden vectors are in the tree");
    serde_json::from_str(&text).expect("the golden vectors are JSON")
}

pub fn rows<'a>(vectors: &'a Json, of: &str, sort: &str) -> &'a [Json] {
    let rows = list(&vectors[of][sort]);
    assert!(!rows.is_empty(), "no {sort} rows of {of}");
    rows
}

pub fn text(json: &Json) -> &str {
    json.as_str().unwrap_or_else(|| panic!("a text: {json}"))
}

pub fn list(json: &Json) -> &[Json] {
    json.as_array().unwrap_or_else(|| panic!("a list: {json}"))
}

pub fn bytes(row: &Json) -> Vec<u8> {
    text(&row["bytes"])
        .split_whitespace()
        .flat_map(token)
        .collect()
}

fn token(token: &str) -> Vec<u8> {
    let (token, times) = match token.split_once('*') {
        Some((token, times)) => (token, times.parse().expect("a count")),
        None => (token, 1),
    };
    match (token, token.strip_prefix('\'')) {
        ("pairs", _) => (0..times)
            .flat_map(|n| format!("\u{1}{n:05}\u{2}").into_bytes())
            .map(|byte| match byte {
                1 => 0xa5,
                2 => 0xc0,
                digit => digit,
            })
            .collect(),
        (_, Some(text)) => text.repeat(times).into_bytes(),
        (_, None) => hex(token).repeat(times),
    }
}

fn hex(digits: &str) -> Vec<u8> {
    assert!(digits.len().is_multiple_of(2), "whole bytes: {digits}");
    (0..digits.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&digits[at..at + 2], 16).expect("hexadecimal"))
        .collect()
}

fn times(json: &Json) -> usize {
    json["times"].as_u64().unwrap_or(1) as usize
}

pub fn value(json: &Json) -> Value {
    match text(&json["type"]) {
        "nil" => Value::Nil,
        "bool" => Value::Bool(json["value"].as_bool().expect("true or false")),
        "int" => {
            let digits = text(&json["value"]);
            match digits.parse() {
                Ok(n) => Value::Int(n),
                Err(_) => Value::UInt(digits.parse().expect("an integer of the wire")),
            }
        }
        "float" => {
            let bits = u64::from_str_radix(text(&json["bits"]), 16).expect("hexadecimal");
            Value::Float(f64::from_bits(bits))
        }
        "str" => Value::Str(text(&json["value"]).repeat(times(json))),
        "bin" => Value::Bin(hex(text(&json["hex"])).repeat(times(json))),
        "symbol" => Value::Symbol(text(&json["value"]).repeat(times(json))),
        "handle" => Value::Handle(json["id"].as_u64().expect("an id") as u32),
        "guest value" => Value::GuestValue(guest_value(json)),
        "array" => match json.get("of") {
            Some(of) => Value::Array(vec![value(of); times(json)]),
            None => Value::Array(values(&json["values"])),
        },
        "nested" => {
            let levels = json["levels"].as_u64().expect("a count");
            (0..levels).fold(value(&json["value"]), |inner, _| Value::Array(vec![inner]))
        }
        "map" => match json["count"].as_u64() {
            Some(count) => Value::Map(
                (0..count)
                    .map(|n| (Value::Str(format!("{n:05}")), Value::Nil))
                    .collect(),
            ),
            None => Value::Map(pairs(&json["pairs"])),
        },
        "fault" => Value::Fault(Box::new(fault(json))),
        "big" => Value::Big(Big {
            negative: truth(&json["negative"]),
            magnitude: hex(text(&json["hex"])).repeat(times(json)),
        }),
        "time" => Value::Time(Time {
            seconds: number(&json["seconds"]),
            nanoseconds: small(&json["nanoseconds"]) as u32,
            offset: json["offset"].as_i64().map(|offset| offset as i32),
        }),
        "date" => Value::Date(date(json)),
        "date_time" => Value::DateTime(date(json)),
        "decimal" => Value::Decimal(decimal(json)),
        "rational" => Value::Rational(Rational {
            negative: truth(&json["negative"]),
            numerator: hex(text(&json["numerator"])),
            denominator: hex(text(&json["denominator"])),
        }),
        "complex" => Value::Complex(two(&json["parts"])),
        "range" => Value::Range(two(&json["ends"]), truth(&json["exclude_end"])),
        "set" => Value::Set(values(&json["values"])),
        "record" => Value::Record(Box::new(value(&json["name"])), pairs(&json["pairs"])),
        "asked_handle" => {
            Value::AskedHandle(small(&json["id"]) as u32, small(&json["asked"]) as u8)
        }
        other => panic!("no type {other}"),
    }
}

fn pairs(json: &Json) -> Vec<(Value, Value)> {
    list(json)
        .iter()
        .map(|pair| (value(&pair[0]), value(&pair[1])))
        .collect()
}

fn two(json: &Json) -> Box<[Value; 2]> {
    Box::new([value(&json[0]), value(&json[1])])
}

fn truth(json: &Json) -> bool {
    json.as_bool().expect("true or false")
}

fn small(json: &Json) -> i64 {
    json.as_i64().expect("a number")
}

fn number(json: &Json) -> i64 {
    text(json).parse().expect("a number")
}

fn date(json: &Json) -> Date {
    let start = u64::from_str_radix(text(&json["start"]), 16).expect("hexadecimal");
    Date {
        day: number(&json["day"]),
        start: f64::from_bits(start),
        second: small(&json["second"]) as u32,
        nanoseconds: small(&json["nanoseconds"]) as u32,
        offset: small(&json["offset"]) as i32,
    }
}

fn decimal(json: &Json) -> Decimal {
    let special = match json["special"].as_str() {
        Some("NaN") => Special::NaN,
        Some("0") => Special::Zero,
        Some("-0") => Special::NegativeZero,
        Some("Infinity") => Special::Infinity,
        Some(_) => Special::NegativeInfinity,
        None => {
            return Decimal::Finite {
                negative: truth(&json["negative"]),
                exponent: small(&json["exponent"]) as i32,
                digits: text(&json["digits"]).into(),
            };
        }
    };
    Decimal::Special(special)
}

fn fault(json: &Json) -> Fault {
    Fault {
        kind: match text(&json["kind"]) {
            "runtime" => FaultKind::Runtime,
            "argument" => FaultKind::Argument,
            "undefined" => FaultKind::Undefined,
            other => panic!("no kind {other}"),
        },
        message: text(&json["message"]).repeat(times(json)),
        details: details(&json["details"]),
    }
}

fn details(json: &Json) -> Option<Value> {
    match value(json) {
        Value::Nil => None,
        details => Some(details),
    }
}

fn values(json: &Json) -> Vec<Value> {
    list(json).iter().map(value).collect()
}

fn texts(json: &Json) -> Vec<String> {
    list(json).iter().map(|each| text(each).into()).collect()
}

fn keywords(json: &Json) -> Vec<(String, Value)> {
    list(json)
        .iter()
        .map(|pair| (text(&pair[0]).into(), value(&pair[1])))
        .collect()
}

pub fn request(json: &Json) -> Request {
    Request {
        target: match &json["target"] {
            Json::String(path) => Target::Path(path.clone()),
            id => Target::Handle(id.as_u64().expect("an id") as u32),
        },
        method: text(&json["method"]).into(),
        args: values(&json["args"]),
        kwargs: keywords(&json["kwargs"]),
        block_given: json["block_given"].as_bool().expect("true or false"),
    }
}

pub fn response(json: &Json) -> Response {
    match json.get("fault") {
        Some(json) => Response::Fault(fault(json)),
        None => Response::Value(value(&json["value"])),
    }
}

pub fn block_request(json: &Json) -> BlockRequest {
    match (json.get("fetch"), json.get("release")) {
        (Some(json), _) => BlockRequest::Fetch(guest_value(json)),
        (_, Some(json)) => BlockRequest::Release(
            list(json)
                .iter()
                .map(|pair| (word(&pair[0]), word(&pair[1])))
                .collect(),
        ),
        _ => BlockRequest::Call(values(&json["values"])),
    }
}

fn guest_value(json: &Json) -> GuestValue {
    GuestValue {
        id: word(&json["id"]),
        kind: match text(&json["kind"]) {
            "other" => GuestKind::Other,
            "string" => GuestKind::String,
            "array" => GuestKind::Array,
            "hash" => GuestKind::Hash,
            other => panic!("no kind {other}"),
        },
        size: word(&json["size"]),
    }
}

fn word(json: &Json) -> u32 {
    json.as_u64()
        .and_then(|number| number.try_into().ok())
        .expect("32 bits")
}

pub fn yield_response(json: &Json) -> YieldResponse {
    match (json.get("error"), json.get("break")) {
        (Some(error), _) => YieldResponse::Error {
            class: text(&error["class"]).into(),
            message: text(&error["message"]).into(),
            backtrace: texts(&error["backtrace"]),
        },
        (_, Some(json)) => YieldResponse::Break(value(json)),
        _ => YieldResponse::Value(value(&json["value"])),
    }
}

pub fn outcome(json: &Json) -> Outcome {
    match json.get("panic") {
        Some(panic) => Outcome::Panic(Panic {
            origin: text(&panic["origin"]).into(),
            class: text(&panic["class"]).into(),
            message: text(&panic["message"]).into(),
            backtrace: texts(&panic["backtrace"]),
            details: details(&panic["details"]),
        }),
        None => Outcome::Value(value(&json["value"])),
    }
}

pub fn preamble(json: &Json) -> Preamble {
    Preamble(
        list(json)
            .iter()
            .map(|pair| (text(&pair[0]).into(), members(&pair[1])))
            .collect(),
    )
}

fn members(json: &Json) -> Vec<Member> {
    let member = |json: &Json| match json.get("value") {
        Some(held) => Member {
            name: text(&json["name"]).into(),
            value: Some(value(held)),
        },
        None => text(json).into(),
    };
    list(json).iter().map(member).collect()
}

pub fn location(json: &Json) -> Location {
    Location {
        file: text(&json["file"]).into(),
        line: json["line"]
            .as_u64()
            .and_then(|line| line.try_into().ok())
            .unwrap(),
    }
}

pub fn snippets(json: &Json) -> Snippets {
    Snippets(
        list(json)
            .iter()
            .map(|json| match json.get("bytecode") {
                Some(code) => Snippet {
                    name: None,
                    body: SnippetBody::Bytecode(hex(text(code))),
                },
                None => Snippet {
                    name: Some(text(&json["name"]).into()),
                    body: match json.get("library") {
                        Some(code) => SnippetBody::Library(text(code).into()),
                        None => SnippetBody::Source(text(&json["source"]).into()),
                    },
                },
            })
            .collect(),
    )
}

pub fn invocation(json: &Json) -> Invocation {
    Invocation {
        entrypoint: text(&json["entrypoint"]).into(),
        args: values(&json["args"]),
        kwargs: keywords(&json["kwargs"]),
    }
}
