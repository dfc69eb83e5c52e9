//! Texts within scopes.

use kobako_compiler::{Outer, Program, Verbosity, compile};

fn outer(names: &[&str]) -> Outer {
    Outer {
        locals: names
            .iter()
            .map(|name| (!name.is_empty()).then(|| name.as_bytes().to_vec()))
            .collect(),
        block: None,
    }
}

fn locals(source: &str, outer: &[Outer]) -> Vec<String> {
    let program = Program {
        source: source.as_bytes(),
        file: "(eval)",
        line: 1,
        outer,
        check_regexp: None,
        verbosity: Verbosity::Silent,
        core: false,
    };
    let compiled = compile(&program).unwrap_or_else(|failures| panic!("{source}: {failures:?}"));
    compiled
        .locals
        .into_iter()
        .map(|name| String::from_utf8(name).unwrap())
        .collect()
}

#[test]
fn known_locals_are_not_new() {
    let scopes = [outer(&["a", "", "b"]), outer(&["c"])];
    assert_eq!(locals("a = b = c = d = 1", &scopes), ["d"]);
    assert_eq!(locals("a + c", &scopes), [""; 0]);
    assert_eq!(
        locals("[1].each { |x| y = x + c; z = y }", &scopes),
        [""; 0]
    );
}

#[test]
fn parameters_without_names_can_be_handed_on() {
    let scopes = [outer(&["*", "**", "&"])];
    assert_eq!(locals("foo(*, **, &)", &scopes), [""; 0]);
}
