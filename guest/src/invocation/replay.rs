//! Services and snippets.

use std::ffi::CString;

use kobako_wire::envelope::{Panic, Preamble, Snippet, SnippetBody, Snippets};

use super::input::malformed;
use super::outcome::panic;
use crate::mrb::Mrb;
use crate::rite::{self, Damage};
use crate::values::panic_record::{self, failure};

/// Defines the services of `preamble` and runs `snippets`; the services.
pub fn replay(mrb: Mrb, preamble: &[u8], snippets: &[u8]) -> Result<Preamble, Panic> {
    let preamble = Preamble::decode(preamble).map_err(malformed)?;
    let Snippets(snippets) = Snippets::decode(snippets).map_err(malformed)?;
    for (namespace, members) in &preamble.0 {
        for member in members {
            mrb.define_service(namespace, member)
                .map_err(|exception| panic(mrb, exception))?;
        }
    }
    snippets.iter().try_for_each(|snippet| load(mrb, snippet))?;
    Ok(preamble)
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
