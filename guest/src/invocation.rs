//! One invocation from its frames to its outcome.

use std::ffi::CString;

use kobako_wire::Writer;
use kobako_wire::envelope::{Outcome, Panic, Preamble, Snippet, SnippetBody, Snippets};

use crate::encode::encode;
use crate::frames;
use crate::mrb::{Exception, Mrb, Value};
use crate::panic_record::{self, failure};
use crate::stdin::Stdin;

/// Runs a program after its services and snippets; the outcome bytes.
pub fn eval(mrb: Mrb) -> Vec<u8> {
    let value = frames::read(&mut Stdin)
        .map_err(|error| failure(&error.to_string()))
        .and_then(|[preamble, source, snippets]| {
            prepare(mrb, &preamble, &snippets)?;
            mrb.run(c"(eval)", &source)
                .map_err(|exception| panic(mrb, exception))
        });
    outcome(mrb, value)
}

fn prepare(mrb: Mrb, preamble: &[u8], snippets: &[u8]) -> Result<(), Panic> {
    let malformed = |error: kobako_wire::Error| failure(&error.to_string());
    let Preamble(_namespaces) = Preamble::decode(preamble).map_err(malformed)?;
    let Snippets(snippets) = Snippets::decode(snippets).map_err(malformed)?;
    snippets.iter().try_for_each(|snippet| replay(mrb, snippet))
}

fn replay(mrb: Mrb, snippet: &Snippet) -> Result<(), Panic> {
    match &snippet.body {
        SnippetBody::Source(source) => {
            let file = CString::new(format!(
                "(snippet:{})",
                snippet.name.as_deref().unwrap_or_default()
            ))
            .map_err(|_| failure("a snippet's name holds a NUL byte"))?;
            mrb.run(&file, source.as_bytes())
                .map_err(|exception| panic(mrb, exception))?;
            Ok(())
        }
        SnippetBody::Bytecode(code) => match mrb.run_bytecode(code) {
            Some(ran) => ran.map(drop).map_err(|exception| panic(mrb, exception)),
            None => Err(panic_record::panic(
                b"Kobako::BytecodeError",
                b"the binary is corrupt or of another RITE version (compile it with mruby 4.0)",
                Vec::new(),
            )),
        },
    }
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
    panic_record::panic(&class, &message, lines)
}
