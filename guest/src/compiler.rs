//! Ruby source to bytecode, for C (`guest/gems/compiler/include/kobako_compiler.h`).

use std::cell::RefCell;
use std::hint::black_box;

use kobako_compiler::{
    Checked, NameSet, Outer, Program, Surroundings, Verbosity, Warning, compile, report, rite,
};
use kobako_wire::Value;

use crate::problems;
use crate::scratch::SCRATCH;
use crate::text::Text;

#[repr(C)]
pub struct Source {
    text: Text,
    file: Text,
    scopes: Text,
    line: i32,
    verbosity: i32,
    warned: i32,
}

#[repr(C)]
pub struct Result {
    code: Text,
    locals: Text,
    warnings: Text,
    problems: Text,
}

#[repr(C)]
pub struct Compiler {
    compile: extern "C" fn(&Source, &mut Result) -> bool,
    release: extern "C" fn(),
}

pub static COMPILER: Compiler = Compiler {
    compile: compile_for_c,
    release,
};

#[derive(Default)]
struct Compiled {
    code: Vec<u8>,
    locals: Vec<u8>,
    warnings: Vec<u8>,
    problems: Vec<u8>,
}

thread_local! {
    static COMPILED: RefCell<Compiled> = const {
        RefCell::new(Compiled {
            code: Vec::new(),
            locals: Vec::new(),
            warnings: Vec::new(),
            problems: Vec::new(),
        })
    };
}

unsafe extern "C" {
    fn kobako_regexp_error(
        source: *const u8,
        len: usize,
        flags: *const u8,
        flag_count: usize,
        error: &mut Text,
    ) -> bool;
}

extern "C" fn compile_for_c(source: &Source, result: &mut Result) -> bool {
    release();
    SCRATCH.begin();
    let (done, compiled) = compiled(source);
    SCRATCH.end();
    COMPILED.with_borrow_mut(|kept| {
        *kept = compiled;
        *result = Result {
            code: Text::of(&kept.code),
            locals: Text::of(&kept.locals),
            warnings: Text::of(&kept.warnings),
            problems: Text::of(&kept.problems),
        };
    });
    done
}

fn compiled(source: &Source) -> (bool, Compiled) {
    let file = String::from_utf8_lossy(source.file.bytes());
    let outer = outer(source.scopes.bytes());
    let program = Program {
        source: source.text.bytes(),
        file: &file,
        line: source.line,
        outer: &outer,
        check_regexp: Some(&regexp_error),
        core: false,
        verbosity: match source.verbosity {
            0 => Verbosity::Silent,
            1 => Verbosity::Usual,
            _ => Verbosity::Verbose,
        },
    };
    match compile(&program) {
        Ok(compiled) => (
            true,
            Compiled {
                code: rite::dump(&compiled.irep, file.as_bytes()),
                locals: compiled.locals.join(&b'\n'),
                warnings: texts(&compiled.warnings),
                problems: Vec::new(),
            },
        ),
        Err(failures) => (
            false,
            Compiled {
                code: report(&failures, program.source, &file, source.line),
                problems: problems::details(&failures, program.source, &file, source.line)
                    .encode()
                    .unwrap_or_default(),
                ..Compiled::default()
            },
        ),
    }
}

/// A source that is no text of an `eval`.
pub fn program<'a>(source: &'a [u8], file: &'a str, line: i32) -> Program<'a> {
    Program {
        source,
        file,
        line,
        outer: &[],
        check_regexp: Some(&regexp_error),
        verbosity: Verbosity::Silent,
        core: false,
    }
}

/// Looks a source through.
pub fn check(program: &Program<'_>, around: &Surroundings) -> Checked {
    in_scratch(|| kobako_compiler::check(program, around))
}

/// The last names of the constants that a source defines; none if it does not compile.
pub fn definitions(program: &Program<'_>) -> NameSet {
    in_scratch(|| kobako_compiler::definitions(program).unwrap_or_default())
}

/// A source as bytecode; if it does not compile, what a SyntaxError says and its details.
pub fn bytecode(program: &Program<'_>) -> std::result::Result<Vec<u8>, (Vec<u8>, Value)> {
    let (source, file, line) = (program.source, program.file, program.line);
    in_scratch(|| match compile(program) {
        Ok(compiled) => Ok(rite::dump(&compiled.irep, file.as_bytes())),
        Err(failures) => Err((
            report(&failures, source, file, line),
            problems::details(&failures, source, file, line),
        )),
    })
}

/// A copy of what `work` gives, whose own memory is given back as a whole.
fn in_scratch<T: Clone>(work: impl FnOnce() -> T) -> T {
    release();
    SCRATCH.begin();
    let result = work();
    SCRATCH.end();
    let copy = result.clone();
    drop(result);
    // SAFETY: the copy was made after the end.
    unsafe { SCRATCH.clear() };
    copy
}

/// Each as it follows the file's name, and ended by a NUL.
fn texts(warnings: &[Warning]) -> Vec<u8> {
    let mut texts = Vec::new();
    for warning in warnings {
        texts.extend(format!(":{}: warning: ", warning.line).into_bytes());
        texts.extend(&warning.message);
        texts.extend(b"\n\0");
    }
    texts
}

extern "C" fn release() {
    drop(black_box(wiped(COMPILED.take())));
    // SAFETY: the results were the last of the compilation.
    unsafe { SCRATCH.clear() };
}

/// What a kept program leaves as it was costs nothing to restore.
fn wiped(mut compiled: Compiled) -> Compiled {
    compiled.code.fill(0);
    compiled
}

/// What is wrong with a regular expression.
fn regexp_error(source: &[u8], flags: &[u8]) -> Option<Vec<u8>> {
    let mut error = Text::of(&[]);
    // SAFETY: C reads both for their lengths, raises nothing, and leaves its text in place until the next call.
    let wrong = unsafe {
        kobako_regexp_error(
            source.as_ptr(),
            source.len(),
            flags.as_ptr(),
            flags.len(),
            &mut error,
        )
    };
    wrong.then(|| error.bytes().to_vec())
}

/// The scopes around a text, each ended by a NUL.
fn outer(scopes: &[u8]) -> Vec<Outer> {
    let scope = |text: &[u8]| {
        let mut lines = text.split(|&byte| byte == b'\n');
        let block = lines
            .next()
            .and_then(|number| str::from_utf8(number).ok()?.parse().ok());
        Outer {
            locals: lines
                .map(|name| (!name.is_empty()).then(|| name.to_vec()))
                .collect(),
            block: block.filter(|&register| register > 0),
        }
    };
    let mut parts: Vec<_> = scopes.split(|&byte| byte == 0).map(scope).collect();
    parts.pop();
    parts
}
