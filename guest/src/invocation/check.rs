//! What is wrong with a program that does not run, and a program as bytecode.

use kobako_compiler::{
    Checked, NameSet, Named, Problem, Program, Severity, Surroundings, by_place,
};
use kobako_wire::Value as WireValue;
use kobako_wire::envelope::{Location, Outcome, Panic, Snippet, SnippetBody, Snippets};

use super::input::{self, malformed};
use crate::compiler;
use crate::mrb::Mrb;
use crate::problems;
use crate::suggest::Reach;
use crate::values::panic_record;

/// The outcome of a check: rows of problems, and the calls of services that the host is to look at.
pub fn check(mrb: Mrb) -> Vec<u8> {
    rows(mrb).unwrap_or_else(panic_record::encode)
}

/// The outcome that is a program as bytecode.
pub fn bytecode() -> Vec<u8> {
    dump().unwrap_or_else(panic_record::encode)
}

fn dump() -> Result<Vec<u8>, Panic> {
    let ([source], location) = input::program()?;
    let place = place(location)?;
    match compiler::bytecode(&program(&source, &place)) {
        Ok(code) => encoded(WireValue::Bin(code)),
        Err((report, details)) => Err(panic_record::with_details(
            panic_record::panic(b"SyntaxError", &report, Vec::new()),
            details,
        )),
    }
}

fn rows(mrb: Mrb) -> Result<Vec<u8>, Panic> {
    let ([source, services, snippets], location) = input::program()?;
    let place = place(location)?;
    let WireValue::Array(paths) = WireValue::decode(&services).map_err(malformed)? else {
        return Err(malformed("the paths of the services are no array"));
    };
    let Snippets(snippets) = Snippets::decode(&snippets).map_err(malformed)?;
    let around = surroundings(paths, &snippets);
    let Checked {
        mut problems,
        missing,
        calls,
    } = compiler::check(&program(&source, &place), &around);
    let missing = missing.into_iter();
    problems.extend(missing.map(|named| missing_service(named, &around.services)));
    let problems = by_place(problems, |problem| (problem.line, problem.column));
    let calls = calls
        .into_iter()
        .filter(|call| !mrb.service_answers(&call.method));
    encoded(WireValue::Array(vec![
        WireValue::Array(problems.into_iter().map(problems::row).collect()),
        WireValue::Array(calls.map(problems::call).collect()),
    ]))
}

fn encoded(value: WireValue) -> Result<Vec<u8>, Panic> {
    Outcome::Value(value).encode().map_err(malformed)
}

fn place(location: Option<Vec<u8>>) -> Result<Location, Panic> {
    match location {
        Some(location) => Location::decode(&location).map_err(malformed),
        None => Ok(Location {
            file: "(eval)".to_owned(),
            line: 1,
        }),
    }
}

fn program<'a>(source: &'a [u8], place: &'a Location) -> Program<'a> {
    compiler::program(source, &place.file, place.line.into())
}

fn surroundings(paths: Vec<WireValue>, snippets: &[Snippet]) -> Surroundings {
    let text = |path| match path {
        WireValue::Str(path) => Some(path),
        _ => None,
    };
    let mut defined = NameSet::default();
    let mut unknown = false;
    for snippet in snippets {
        match &snippet.body {
            SnippetBody::Source(source) | SnippetBody::Library(source) => {
                let program = compiler::program(source.as_bytes(), "", 1);
                defined.extend(compiler::definitions(&program));
            }
            SnippetBody::Bytecode(_) => unknown = true,
        }
    }
    Surroundings {
        services: paths.into_iter().filter_map(text).collect(),
        defined,
        unknown,
    }
}

fn missing_service(named: Named, services: &[String]) -> Problem {
    let space = named.path.rfind("::").map_or(0, |end| end + 2);
    let members = services.iter().filter_map(|path| {
        let member = path.strip_prefix(&named.path[..space])?;
        Some(member.split("::").next().unwrap_or(member).to_owned())
    });
    let reach = Reach {
        name: named.path[space..].to_owned(),
        names: members.collect(),
        services: Vec::new(),
    };
    let near = reach.near();
    let near: Vec<_> = near
        .iter()
        .map(|name| format!("{}{name}", &named.path[..space]))
        .collect();
    let advice = match near.is_empty() {
        true => String::new(),
        false => format!(" (did you mean {}?)", near.join(" or ")),
    };
    Problem {
        severity: Severity::Warning,
        line: named.line,
        column: named.column,
        message: format!("no service {}{advice}", named.path),
    }
}
