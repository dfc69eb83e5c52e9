//! Services and snippets.

use std::ffi::CString;

use kobako_wire::envelope::{Panic, Preamble, Snippet, SnippetBody, Snippets};

use super::input::malformed;
use super::outcome::{panic, undecoded};
use crate::mrb::{Mrb, Shadowing};
use crate::rite::{self, Damage};
use crate::values::Decoder;
use crate::values::panic_record::{self, failure};

/// Binds what `preamble` says and runs `snippets`; the top-level constants that are bound, or hold what is.
pub fn replay(mrb: Mrb, preamble: &[u8], snippets: &[u8]) -> Result<Vec<String>, Panic> {
    let bound = bind(mrb, preamble, Shadowing::Refused)?;
    let Snippets(snippets) = Snippets::decode(snippets).map_err(malformed)?;
    snippets.iter().try_for_each(|snippet| load(mrb, snippet))?;
    Ok(bound)
}

/// Binds what `preamble` says; the top-level constants.
pub fn bind(mrb: Mrb, preamble: &[u8], shadowing: Shadowing) -> Result<Vec<String>, Panic> {
    let mut bound = Vec::new();
    let mut decoder = Decoder::new(mrb, preamble).map_err(malformed)?;
    Preamble::read(&mut decoder, |namespace, name, value| {
        mrb.bind(namespace, name, value.as_ref(), shadowing)?;
        let outermost = namespace.split("::").find(|name| !name.is_empty());
        bound.push(outermost.unwrap_or(name).to_owned());
        Ok(())
    })
    .map_err(|error| undecoded(mrb, error))?;
    bound.dedup();
    Ok(bound)
}

fn load(mrb: Mrb, snippet: &Snippet) -> Result<(), Panic> {
    match &snippet.body {
        SnippetBody::Source(source) => {
            let file = name(format!("(snippet:{})", snippet.name()))?;
            mrb.compile(&file, 1, source.as_bytes())
                .and_then(|program| mrb.run(program))
                .map_err(|exception| panic(mrb, exception))?;
            Ok(())
        }
        SnippetBody::Library(source) => mrb
            .define_library(&name(format!("{}.rb", snippet.name()))?, source.as_bytes())
            .map_err(|exception| panic(mrb, exception)),
        SnippetBody::Bytecode(code) => {
            rite::verify(code).map_err(|Damage(why)| damaged(why))?;
            mrb.run_bytecode(code)
                .ok_or_else(|| damaged("mruby does not load it"))?
                .map(drop)
                .map_err(|exception| panic(mrb, exception))
        }
    }
}

fn name(text: String) -> Result<CString, Panic> {
    CString::new(text).map_err(|_| failure("a snippet's name holds a NUL byte"))
}

fn damaged(why: &str) -> Panic {
    let message = format!(
        "the binary is corrupt or of another RITE version (compile it with mruby 4.0): {why}"
    );
    panic_record::panic(b"Kobako::BytecodeError", message.as_bytes(), Vec::new())
}
