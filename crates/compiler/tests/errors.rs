//! Sources that do not compile.

use kobako_compiler::{Failure, Program, Verbosity, compile, report};

fn failures(source: &str) -> Vec<Failure> {
    let program = Program {
        source: source.as_bytes(),
        file: "test.rb",
        line: 10,
        outer: &[],
        check_regexp: None,
        verbosity: Verbosity::Silent,
        core: false,
    };
    compile(&program)
        .map(|_| ())
        .expect_err("it does not compile")
}

#[test]
fn several_errors_have_their_places() {
    let found = failures("x = = 1\ny\nz = )\n");
    assert!(found.len() >= 2, "{found:?}");
    assert_eq!((found[0].line, found[0].column), (10, 2));
    assert!(found.iter().any(|failure| failure.line == 12), "{found:?}");
}

#[test]
fn a_report_shows_the_place_of_the_first() {
    let source = "x = 1\nfoo(\u{e9}, = 2)\n";
    let text =
        String::from_utf8(report(&failures(source), source.as_bytes(), "test.rb", 10)).unwrap();
    assert!(text.starts_with("test.rb:11: "), "{text}");
    assert!(
        text.contains("\n  11 | foo(\u{e9}, = 2)\n     |        ^"),
        "{text}"
    );
}

/// Prism takes more of the stack than a test's thread has.
#[test]
fn what_nests_too_deep_is_an_error() {
    let deep = std::thread::Builder::new()
        .stack_size(256 << 20)
        .spawn(nest_too_deep);
    deep.expect("a thread begins")
        .join()
        .expect("no stack runs out");
}

fn nest_too_deep() {
    for (open, close) in [
        ("[", "]"),
        ("(", ")"),
        ("foo { ", " }"),
        ("-> { ", " }"),
        ("if x\n", "\nend"),
    ] {
        let source = format!("{}1{}", open.repeat(5_000), close.repeat(5_000));
        assert!(!failures(&source).is_empty(), "{open}");
    }
}

#[test]
fn jumps_to_nowhere_are_errors() {
    for source in [
        "break",
        "next",
        "redo",
        "retry",
        "yield",
        "def m; retry; end",
        "class A; yield; end",
    ] {
        assert!(!failures(source).is_empty(), "{source}");
    }
}

#[test]
fn parameters_that_nest_deeper_than_the_parser_may_follow_are_an_error() {
    let deep = "(".repeat(100_000);
    for source in [
        format!("x\nproc {{ |{deep}a"),
        format!("x\ndef m({deep}"),
        format!("x\ndef m({}", "(a, # (b\n".repeat(2_000)),
    ] {
        let found = failures(&source);
        assert_eq!(
            found[0].message,
            b"nested too deep (use variables or methods)"
        );
        assert!(found[0].line >= 11, "{found:?}");
    }
}
