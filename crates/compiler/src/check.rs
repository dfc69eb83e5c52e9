//! Looks a source through without making a program of it.

use crate::names::NameSet;
use crate::order::by_place;
use crate::problem::{self, Columns, Problem};
use crate::program::{Program, compile_noting};
use crate::references::{Reference, References};
use crate::warning::Verbosity;

/// What a source shows.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// All errors if there is one, else all warnings.
    pub problems: Vec<Problem>,
    /// Constants in a namespace of services that are none and that nothing defines.
    pub missing: Vec<Named>,
    /// Methods that are called of services.
    pub calls: Vec<Named>,
}

/// A service's path or a method of it, and where a source names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    pub path: String,
    /// Empty if only the path is named.
    pub method: String,
    pub line: i32,
    /// Characters before it in its line.
    pub column: u32,
}

/// Which constants there are beside those of the language and of the source itself.
#[derive(Debug, Default)]
pub struct Surroundings {
    /// The paths of services, such as `Shop::Orders`.
    pub services: Vec<String>,
    /// The last names of constants that other sources define.
    pub defined: NameSet,
    /// Whether `defined` may lack some.
    pub unknown: bool,
}

/// Looks a source through that may use what the surroundings have.
pub fn check(program: &Program<'_>, around: &Surroundings) -> Checked {
    let program = Program {
        verbosity: Verbosity::Verbose,
        ..*program
    };
    let (source, first) = (program.source, program.line);
    let roots = around.services.iter().map(|path| root(path)).collect();
    let (compiled, references) = match compile_noting(&program, Some(roots)) {
        Ok(compiled) => compiled,
        Err(failures) => {
            return Checked {
                problems: problem::errors(&failures, source, first),
                ..Checked::default()
            };
        }
    };
    let named = |references: Vec<Reference>| named(references, source, first);
    let References {
        constants,
        calls,
        defined,
        ..
    } = references;
    let known = known(&around.services);
    let is_missing = |path: &[u8]| {
        let Some(end) = path.windows(2).rposition(|two| two == b"::") else {
            return false;
        };
        let (space, name) = (&path[..end], &path[end + 2..]);
        !around.unknown
            && known.contains(space)
            && !known.contains(path)
            && !defined.contains(name)
            && !around.defined.contains(name)
    };
    let missing = constants
        .into_iter()
        .filter(|constant| is_missing(&constant.path));
    let services: NameSet = around
        .services
        .iter()
        .map(|path| path.as_bytes().to_vec())
        .collect();
    let calls = calls
        .into_iter()
        .filter(|call| services.contains(call.path.as_slice()));
    Checked {
        problems: problem::warnings(&compiled.warnings, source, first),
        missing: named(missing.collect()),
        calls: named(calls.collect()),
    }
}

/// The last names of the constants that a source defines; None if it does not compile.
pub fn definitions(program: &Program<'_>) -> Option<NameSet> {
    let compiled = compile_noting(program, Some(NameSet::default()));
    compiled.ok().map(|(_, references)| references.defined)
}

fn root(path: &str) -> Vec<u8> {
    let name = path.split("::").next();
    name.unwrap_or_default().as_bytes().to_vec()
}

/// The paths of services, and those of what they are in.
fn known(services: &[String]) -> NameSet {
    let mut known = NameSet::default();
    for service in services {
        known.insert(service.as_bytes().to_vec());
        let spaces = service.match_indices("::");
        known.extend(spaces.map(|(end, _)| service.as_bytes()[..end].to_vec()));
    }
    known
}

/// In the order of their places.
fn named(references: Vec<Reference>, source: &[u8], first: i32) -> Vec<Named> {
    let references = by_place(references, |reference| (0, reference.offset));
    let mut columns = Columns::new(source, first);
    let (mut line, mut start, mut seen) = (first, 0, 0);
    let place = |reference: Reference| {
        let offset = (reference.offset as usize).min(source.len());
        for (at, _) in source[seen..offset]
            .iter()
            .enumerate()
            .filter(|(_, byte)| **byte == b'\n')
        {
            line += 1;
            start = seen + at + 1;
        }
        seen = offset;
        Named {
            path: String::from_utf8_lossy(&reference.path).into_owned(),
            method: String::from_utf8_lossy(&reference.method).into_owned(),
            line,
            column: columns.of(line, (offset - start) as u32),
        }
    };
    references.into_iter().map(place).collect()
}
