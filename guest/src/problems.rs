//! What is wrong with sources, as the host gets it.

use kobako_compiler::{Failure, Named, Problem, Severity, errors};
use kobako_wire::Value;

/// The details of a SyntaxError: its file, and the line, column and message of each error.
pub fn details(failures: &[Failure], source: &[u8], file: &str, first: i32) -> Value {
    let problem = |problem: Problem| {
        Value::Map(vec![
            (text("line"), Value::Int(problem.line.into())),
            (text("column"), Value::Int(problem.column.into())),
            (text("message"), Value::Str(problem.message)),
        ])
    };
    let problems = errors(failures, source, first);
    Value::Map(vec![
        (text("filename"), text(file)),
        (
            text("problems"),
            Value::Array(problems.into_iter().map(problem).collect()),
        ),
    ])
}

/// `[severity, line, column, message]`
pub fn row(problem: Problem) -> Value {
    let severity = match problem.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    Value::Array(vec![
        text(severity),
        Value::Int(problem.line.into()),
        Value::Int(problem.column.into()),
        Value::Str(problem.message),
    ])
}

/// `[path, method, line, column]`
pub fn call(call: Named) -> Value {
    Value::Array(vec![
        Value::Str(call.path),
        Value::Str(call.method),
        Value::Int(call.line.into()),
        Value::Int(call.column.into()),
    ])
}

fn text(text: &str) -> Value {
    Value::Str(text.to_owned())
}
