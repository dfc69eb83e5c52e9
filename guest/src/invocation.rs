//! One invocation from its frames to its outcome.

use std::ffi::CString;

use kobako_wire::envelope::{Location, Outcome, Panic, Preamble, Snippet, SnippetBody, Snippets};
use kobako_wire::{Reader, Token, Value as WireValue, Writer};

use crate::decode::{self, DecodeError, pair, unexpected};
use crate::encode::encode;
use crate::frames::{self, OneMore};
use crate::mrb::{Exception, Mrb, Program, Value};
use crate::panic_record::{self, failure};
use crate::rite::{self, Damage};
use crate::state;
use crate::stdin::Stdin;
use crate::suggest::Reach;

/// Reads the frames of the services and the snippets, and replays both; an outcome if that failed.
pub fn prepare(mrb: Mrb) -> Result<Preamble, Vec<u8>> {
    read_frames()
        .and_then(|[preamble, snippets]| replay(mrb, &preamble, &snippets))
        .map_err(panic_record::encode)
}

/// Replays the services and snippets, unless that was done, and compiles a program; an outcome if that failed.
pub fn compile(mrb: Mrb) -> Result<Program, Vec<u8>> {
    program(mrb).map_err(panic_record::encode)
}

/// Runs a program after its services and snippets; the outcome bytes.
pub fn eval(mrb: Mrb) -> Vec<u8> {
    let program = state::program().map_or_else(|| program(mrb), Ok);
    let value =
        program.and_then(|program| mrb.run(program).map_err(|exception| panic(mrb, exception)));
    outcome(mrb, value)
}

fn program(mrb: Mrb) -> Result<Program, Panic> {
    let (source, location) = source(mrb)?;
    let (file, line) = match location {
        Some(location) => place(&location)?,
        None => (c"(eval)".to_owned(), 1),
    };
    mrb.compile(&file, line, &source)
        .map_err(|exception| panic(mrb, exception))
}

/// The source, and where it stands if the host says that.
fn source(mrb: Mrb) -> Result<(Vec<u8>, Option<Vec<u8>>), Panic> {
    if state::preamble().is_some() {
        let ([source], location) = read_program()?;
        return Ok((source, location));
    }
    let ([preamble, source, snippets], location) = read_program()?;
    replay(mrb, &preamble, &snippets)?;
    Ok((source, location))
}

fn read_program<const N: usize>() -> Result<OneMore<N>, Panic> {
    frames::read_and_one_more(&mut Stdin).map_err(|error| failure(&error.to_string()))
}

fn place(location: &[u8]) -> Result<(CString, u16), Panic> {
    let Location { file, line } = Location::decode(location).map_err(malformed)?;
    let file = CString::new(file).map_err(|_| failure("the file name holds a NUL byte"))?;
    Ok((file, line))
}

/// Calls an entrypoint after the services and the snippets; the outcome bytes.
pub fn run(mrb: Mrb, envelope: &[u8]) -> Vec<u8> {
    let preamble = state::preamble().map_or_else(
        || read_frames().and_then(|[preamble, snippets]| replay(mrb, &preamble, &snippets)),
        Ok,
    );
    let value = preamble.and_then(|preamble| {
        let (entrypoint, args) = read_envelope(mrb, envelope).map_err(|error| match error {
            DecodeError::Wire(error) => malformed(error),
            DecodeError::Raised(exception) => panic(mrb, exception),
        })?;
        let object = find(mrb, &entrypoint, &preamble)?;
        mrb.call(&object, &args)
            .map_err(|exception| panic(mrb, exception))
    });
    outcome(mrb, value)
}

fn read_frames<const N: usize>() -> Result<[Vec<u8>; N], Panic> {
    frames::read(&mut Stdin).map_err(|error| failure(&error.to_string()))
}

fn malformed(error: kobako_wire::Error) -> Panic {
    failure(&error.to_string())
}

fn replay(mrb: Mrb, preamble: &[u8], snippets: &[u8]) -> Result<Preamble, Panic> {
    let preamble = Preamble::decode(preamble).map_err(malformed)?;
    let Snippets(snippets) = Snippets::decode(snippets).map_err(malformed)?;
    for (namespace, members) in &preamble.0 {
        for member in members {
            mrb.define_service(namespace, member)
                .map_err(|exception| panic(mrb, exception))?;
        }
    }
    snippets.iter().try_for_each(|snippet| load(mrb, snippet))?;
    mrb.end_snippets();
    Ok(preamble)
}

fn load(mrb: Mrb, snippet: &Snippet) -> Result<(), Panic> {
    match &snippet.body {
        SnippetBody::Source(source) => {
            let name = snippet.name.as_deref().unwrap_or_default();
            let file = CString::new(format!("(snippet:{name})"))
                .map_err(|_| failure("a snippet's name holds a NUL byte"))?;
            mrb.compile(&file, 1, source.as_bytes())
                .and_then(|program| mrb.run(program))
                .map_err(|exception| panic(mrb, exception))?;
            Ok(())
        }
        SnippetBody::Bytecode(code) => {
            rite::verify(code).map_err(|Damage(why)| damaged(why))?;
            mrb.run_bytecode(code)
                .ok_or_else(|| damaged("mruby does not load it"))?
                .map(drop)
                .map_err(|exception| panic(mrb, exception))
        }
    }
}

fn damaged(why: &str) -> Panic {
    let message = format!(
        "the binary is corrupt or of another RITE version (compile it with mruby 4.0): {why}"
    );
    panic_record::panic(b"Kobako::BytecodeError", message.as_bytes(), Vec::new())
}

/// The entrypoint's name and the arguments of its call, keywords last as one Hash.
fn read_envelope(mrb: Mrb, envelope: &[u8]) -> Result<(String, Value), DecodeError> {
    let mut reader = Reader::new(envelope)?;
    let (mut entrypoint, mut args, mut keywords) = (None, None, None);
    let Token::Map(3) = reader.next()? else {
        return Err(missing("a map of entrypoint, args and kwargs"));
    };
    for _ in 0..3 {
        let key = match reader.next()? {
            Token::Str(key) => key.as_bytes(),
            Token::Bin(key) => key,
            found => return Err(unexpected("a key", &found)),
        };
        match key {
            b"entrypoint" => match reader.next()? {
                Token::Symbol(name) => entrypoint = Some(name.to_owned()),
                found => return Err(unexpected("a symbol as entrypoint", &found)),
            },
            b"args" => args = Some(decode::array(mrb, &mut reader)?),
            b"kwargs" => keywords = Some(read_keywords(mrb, &mut reader)?),
            _ => return Err(missing("entrypoint, args or kwargs as key")),
        }
    }
    reader.finish()?;
    let entrypoint = entrypoint.ok_or_else(|| missing("an entrypoint"))?;
    let args = args.ok_or_else(|| missing("args"))?;
    if let Some(keywords) = keywords.ok_or_else(|| missing("kwargs"))? {
        mrb.push(&args, &keywords)?;
    }
    Ok((entrypoint, args))
}

/// None if there are no keywords.
fn read_keywords(mrb: Mrb, reader: &mut Reader<'_>) -> Result<Option<Value>, DecodeError> {
    match reader.next()? {
        Token::Map(0) => Ok(None),
        Token::Map(length) => Ok(Some(mrb.hash(length, || pair(mrb, reader))?)),
        found => Err(unexpected("a map as kwargs", &found)),
    }
}

fn missing(expected: &'static str) -> DecodeError {
    kobako_wire::Error::Unexpected {
        expected,
        found: "an envelope without it",
    }
    .into()
}

fn find(mrb: Mrb, entrypoint: &str, Preamble(namespaces): &Preamble) -> Result<Value, Panic> {
    let Some(object) = mrb.constant(entrypoint) else {
        let mut defined = mrb.new_constants();
        defined.retain(|name| namespaces.iter().all(|(namespace, _)| namespace != name));
        let message = format!(
            "no constant {entrypoint} (the snippets define: {})",
            defined.join(", ")
        );
        let details = WireValue::Array(defined.into_iter().map(WireValue::Symbol).collect());
        let panic = panic_record::panic(b"NameError", message.as_bytes(), Vec::new());
        return Err(panic_record::with_details(panic, details));
    };
    if mrb.responds_to_call(&object) {
        return Ok(object);
    }
    let message = format!("{entrypoint} does not answer `call` (define it, or assign a lambda)");
    Err(panic_record::panic(
        b"NoMethodError",
        message.as_bytes(),
        Vec::new(),
    ))
}

fn outcome(mrb: Mrb, value: Result<Value, Panic>) -> Vec<u8> {
    let bytes = value.and_then(|value| {
        let mut writer = Writer::with_prefix(Outcome::VALUE);
        encode(mrb, &mut writer, &value)
            .and_then(|()| Ok(writer.finish()?))
            .map_err(|error| {
                panic_record::panic(b"TypeError", error.to_string().as_bytes(), Vec::new())
            })
    });
    bytes.unwrap_or_else(panic_record::encode)
}

fn panic(mrb: Mrb, exception: Exception) -> Panic {
    let (class, message, backtrace) = mrb.describe(exception);
    let lines = backtrace
        .iter()
        .map(|line| panic_record::line(line))
        .collect();
    match mrb.service_error(exception) {
        Some((details, message)) => {
            let panic = panic_record::panic(&class, &message, lines);
            panic_record::of_service(panic, wire_value(mrb, &details))
        }
        None => match mrb.within_reach(exception) {
            Some(reach) => advised(&reach, &class, message, lines),
            None => panic_record::panic(&class, &message, lines),
        },
    }
}

/// The record of a name that is not there, whose details are the names that may have been meant.
fn advised(reach: &Reach, class: &[u8], mut message: Vec<u8>, lines: Vec<String>) -> Panic {
    message.extend_from_slice(reach.advice().as_bytes());
    let panic = panic_record::panic(class, &message, lines);
    let near: Vec<_> = reach
        .near()
        .into_iter()
        .map(|name| WireValue::Symbol(name.to_owned()))
        .collect();
    match near.is_empty() {
        true => panic,
        false => panic_record::with_details(panic, WireValue::Array(near)),
    }
}

/// The details of a fault, nil if the guest put something there that cannot leave.
fn wire_value(mrb: Mrb, details: &Value) -> WireValue {
    let mut writer = Writer::new();
    if encode(mrb, &mut writer, details).is_err() {
        return WireValue::Nil;
    }
    writer
        .finish()
        .and_then(|bytes| WireValue::decode(&bytes))
        .unwrap_or(WireValue::Nil)
}
