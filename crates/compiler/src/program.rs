//! From a source to a program.

use ruby_prism::{
    CommandLineFlag, Options as ParseOptions, ParseResult, ScopeForwardingFlag, Version,
    parse_with_options,
};

use crate::compiler::{Compiler, Lines, TOO_DEEP};
use crate::encoding::{names_another, of_source};
use crate::failure::{Done, Failure, Failures};
use crate::irep::Irep;
use crate::names::NameSet;
use crate::nesting::too_deep;
use crate::op::Op;
use crate::options::{CheckRegexp, Options, Outer};
use crate::places::Places;
use crate::references::References;
use crate::scope::Kind;
use crate::warning::{Verbosity, Warning, warnings};

const UNKNOWN_ENCODING: &[u8] = b"unknown or invalid encoding in the magic comment";

/// A source, and how it is to be understood.
#[derive(Clone, Copy)]
pub struct Program<'a> {
    pub source: &'a [u8],
    pub file: &'a str,
    pub line: i32,
    /// The scopes around it, the nearest first; none if it is no text of an `eval`.
    pub outer: &'a [Outer],
    pub check_regexp: Option<&'a CheckRegexp>,
    /// Which warnings are wanted.
    pub verbosity: Verbosity,
    /// Whether it is of the guest's core, in which `for` goes over an Array, a Hash or a Range of Integers by `ITEM`, and
    /// `for key, value in` over a Hash by `PAIR`.
    pub core: bool,
}

/// A compiled program, and the locals of its own.
pub struct Compiled {
    pub irep: Irep,
    pub locals: Vec<Vec<u8>>,
    pub warnings: Vec<Warning>,
}

/// Compiles a source.
pub fn compile(program: &Program<'_>) -> Result<Compiled, Failures> {
    compile_noting(program, None).map(|(compiled, _)| compiled)
}

/// Compiles a source, and takes down which constants it defines, and which it names whose paths begin with `roots`.
/// Without `roots` it takes down none.
pub fn compile_noting(
    program: &Program<'_>,
    roots: Option<NameSet>,
) -> Result<(Compiled, References), Failures> {
    if let Some(at) = too_deep(program.source) {
        return Err(vec![nested_too_deep(program, at)]);
    }
    let parse_options = || match roots {
        // As in a text of the command line, the last value of a source may be that of a variable.
        Some(_) => parse_options(program).command_line(vec![CommandLineFlag::E]),
        None => parse_options(program),
    };
    let options = parse_options().build();
    let locked;
    let mut parsed = parse_with_options(program.source, &options);
    if has_unread_encoding(&parsed) {
        locked = parse_options().encoding_locked(true).build();
        parsed = parse_with_options(program.source, &locked);
    }
    let lines = || Lines::new(parsed.line_offsets(), program.line);
    let failures = failures(&parsed, &lines());
    if !failures.is_empty() {
        return Err(failures);
    }
    let options = Options {
        file: program.file,
        core: program.core,
        check_regexp: program.check_regexp,
        data: data(
            program.source,
            parsed.data_loc().map(|location| location.start()),
        ),
        encoding: of_source(program.source, &parsed),
    };
    let node = parsed
        .node()
        .as_program_node()
        .expect("a parser gives a program");
    let mut hidden = Places::default();
    let mut redo = false;
    loop {
        let mut compiler = Compiler {
            scopes: Vec::new(),
            outer: program.outer,
            options: &options,
            hidden: &hidden,
            wanted: Places::default(),
            redo,
            redo_found: false,
            lines: lines(),
            anchors: Vec::new(),
            depth: 0,
            references: roots.clone().map(References::new),
        };
        let irep = compiler.program(&node).map_err(|failure| vec![*failure])?;
        let (wanted, redo_found) = (compiler.wanted, compiler.redo_found);
        let references = compiler.references.unwrap_or_default();
        if hidden.has_all(&wanted) && (redo || !redo_found) {
            let locals = node
                .locals()
                .iter()
                .map(|name| name.as_slice().to_vec())
                .collect();
            let last = node.statements().body().iter().last();
            let value = last
                .filter(|_| roots.is_some())
                .map(|last| (last.location().start(), last.location().end()));
            let warnings = warnings(&parsed, &lines(), program.verbosity, value);
            let compiled = Compiled {
                irep,
                locals,
                warnings,
            };
            return Ok((compiled, references));
        }
        hidden.add_all(&wanted);
        redo = redo_found;
    }
}

fn has_unread_encoding(parsed: &ParseResult<'_>) -> bool {
    let mut errors = parsed.errors();
    errors.any(|error| error.message() == UNKNOWN_ENCODING) && names_another(parsed)
}

fn nested_too_deep(program: &Program<'_>, at: usize) -> Failure {
    let before = &program.source[..at];
    let start = before
        .iter()
        .rposition(|&byte| byte == b'\n')
        .map_or(0, |end| end + 1);
    let lines = before.iter().filter(|&&byte| byte == b'\n').count();
    Failure {
        line: program.line + lines as i32,
        column: (at - start) as u32,
        message: TOO_DEEP.as_bytes().to_vec(),
    }
}

/// What the parser complains of. Beyond its depth it reads no further, and misses what is there.
fn failures(parsed: &ParseResult<'_>, lines: &Lines<'_>) -> Failures {
    let mut failures = Failures::new();
    for error in parsed.errors() {
        let (line, column) = lines.place(error.location().start());
        let too_deep = error.message() == b"nesting too deep";
        let message = if too_deep {
            TOO_DEEP.as_bytes()
        } else {
            error.message()
        };
        failures.push(Failure {
            line,
            column,
            message: message.to_vec(),
        });
        if too_deep {
            break;
        }
    }
    failures
}

fn parse_options(program: &Program<'_>) -> ParseOptions {
    let mut options = ParseOptions::default()
        .filepath(program.file)
        .line(program.line)
        .encoding("UTF-8")
        .version(Version::CRuby4_0)
        .main_script(program.outer.is_empty());
    for outer in program.outer.iter().rev() {
        let mut scope = ruby_prism::Scope::default();
        let mut names = Vec::new();
        let mut forwarding = Vec::new();
        for name in outer.locals.iter().flatten() {
            match name.as_slice() {
                b"*" => forwarding.push(ScopeForwardingFlag::Positionals),
                b"**" => forwarding.push(ScopeForwardingFlag::Keywords),
                b"&" => forwarding.push(ScopeForwardingFlag::Block),
                _ => names.push(name.clone()),
            }
        }
        if forwarding.len() == 3 {
            forwarding.push(ScopeForwardingFlag::All);
        }
        scope = scope.locals(names).forwarding(forwarding);
        options = options.scope(scope);
    }
    if !program.outer.is_empty() {
        options = options.scope(ruby_prism::Scope::default()); // its own, or it would share the nearest
    }
    options
}

/// What follows the line of `__END__`.
fn data(source: &[u8], marker: Option<u32>) -> Option<&[u8]> {
    let rest = &source[marker? as usize..];
    let end = rest
        .iter()
        .position(|&byte| byte == b'\n')
        .map_or(rest.len(), |end| end + 1);
    Some(&rest[end..])
}

impl<'pr> Compiler<'pr> {
    fn program(&mut self, node: &ruby_prism::ProgramNode<'pr>) -> Done<Irep> {
        self.open(Kind::Top, u32::MAX);
        self.scope()
            .declare_all(node.locals().iter().map(|name| name.as_slice()));
        self.declare_hidden();
        self.prepare_elements();
        self.define_data()?;
        let statements = node.statements();
        for first in statements
            .body()
            .iter()
            .filter_map(|node| node.as_pre_execution_node())
        {
            self.statements_effect(first.statements().as_ref())?;
        }
        let to = self.push();
        self.statements_value(Some(&statements), to)?;
        self.op1(Op::RETURN, to);
        self.op0(Op::STOP);
        self.need(1);
        let scope = self.scopes.pop().expect("the program is open");
        self.anchors.pop();
        scope
            .finish()
            .map_err(|message| self.failure(&node.location(), message))
    }

    /// `DATA`, if the source has an end before its end.
    fn define_data(&mut self) -> Done {
        let Some(data) = self.options.data else {
            return Ok(());
        };
        self.within(|this| {
            let base = this.push();
            this.core_class(base, b"StringIO")?;
            let text = this.push();
            this.text(text, data)?;
            this.send(base, b"new", 1)?;
            let name = this.name(b"DATA")?;
            this.op2(Op::SETCONST, base, name);
            Ok(())
        })
    }
}
