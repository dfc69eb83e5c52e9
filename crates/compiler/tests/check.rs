//! What a check says of sources.

use std::collections::BTreeSet;

use kobako_compiler::{
    Checked, Named, Program, Severity, Surroundings, Verbosity, check, definitions,
};

fn program(source: &str) -> Program<'_> {
    Program {
        source: source.as_bytes(),
        file: "test.rb",
        line: 1,
        outer: &[],
        check_regexp: None,
        verbosity: Verbosity::Silent,
        core: false,
    }
}

fn checked(source: &str) -> Checked {
    let paths = ["Shop::Orders", "Shop::Deep::Stock", "Log"];
    let services = paths.map(str::to_owned).to_vec();
    let around = Surroundings {
        services,
        ..Surroundings::default()
    };
    check(&program(source), &around)
}

fn places(named: &[Named]) -> Vec<(&str, i32, u32)> {
    let place = |named: &Named| (named.line, named.column);
    named
        .iter()
        .map(|named| {
            let text = if named.method.is_empty() {
                &named.path
            } else {
                &named.method
            };
            (text.as_str(), place(named).0, place(named).1)
        })
        .collect()
}

#[test]
fn sound_sources_show_nothing() {
    for source in [
        "",
        "1 + 1",
        "total = 3",
        "x = 1\nx + 1",
        "def f(a) = a\nf(1)",
    ] {
        let found = checked(source);
        assert!(found.problems.is_empty(), "{source}: {found:?}");
    }
}

#[test]
fn errors_come_alone_and_all_at_once() {
    let found = checked("def f; x = 1; end\na = = 1\nb = )\n");
    let lines: BTreeSet<_> = found.problems.iter().map(|problem| problem.line).collect();
    assert_eq!(lines, BTreeSet::from([2, 3]), "{found:?}");
    let severities = found.problems.iter().map(|problem| problem.severity);
    assert!(severities.eq(vec![Severity::Error; found.problems.len()]));
}

#[test]
fn warnings_are_those_of_a_verbose_parser() {
    let found = checked("def f\n  x = 1\n  2\nend\n");
    let problem = &found.problems[0];
    assert_eq!(
        (problem.severity, problem.line, problem.column),
        (Severity::Warning, 2, 2)
    );
    assert_eq!(problem.message, "assigned but unused variable - x");
}

#[test]
fn the_last_value_is_used_and_no_other() {
    assert_eq!(checked("1 + 1\n2 + 2").problems.len(), 1);
    assert_eq!(checked("1 + 1; @a").problems[0].column, 0);
    assert_eq!(checked("def f; 1; 2; end").problems.len(), 1);
}

#[test]
fn columns_count_characters() {
    let found = checked("\"gr\u{fc}n\u{1f600}\"; a = = 1; \"\u{e9}\"; b = = 1\n'\u{e9}'; c = = 1");
    let places: Vec<_> = found
        .problems
        .iter()
        .map(|problem| (problem.line, problem.column))
        .collect();
    for place in [(1, 13), (1, 27), (2, 9)] {
        assert!(places.contains(&place), "{places:?}");
    }
}

#[test]
fn many_errors_in_one_long_line_take_no_longer_than_they_should() {
    let found = checked(&"\u{e9} = = 1; ".repeat(50_000));
    assert_eq!(found.problems.len(), 1_000);
}

#[test]
fn a_long_message_is_cut() {
    let found = checked(&format!("def f\n  {} = 1\n  2\nend", "x".repeat(5_000)));
    assert!(found.problems[0].message.ends_with('…'));
    assert!(found.problems[0].message.len() < 1_100);
}

#[test]
fn constants_in_a_namespace_that_nothing_defines_are_missing() {
    let found = checked(
        "Shop::Orders\n[Shop::Orderz, Shop::Deep::Sock]\nShop::Deep\nOther::Thing\nShop::Orders::X",
    );
    assert_eq!(
        places(&found.missing),
        [
            ("Shop::Orderz", 2, 1),
            ("Shop::Deep::Sock", 2, 15),
            ("Shop::Orders::X", 5, 0)
        ]
    );
}

#[test]
fn only_the_first_name_that_is_missing_is_told() {
    assert_eq!(
        places(&checked("::Shop::Orderz::X::Y").missing),
        [("Shop::Orderz", 1, 0)]
    );
}

#[test]
fn what_the_source_defines_is_there() {
    for source in [
        "module Shop; class Cart; end; end; Shop::Cart",
        "class Shop::Cart; end; Shop::Cart",
        "Shop::Cart = 1; Shop::Cart",
        "module Shop; Cart, Other = 1, 2; end; Shop::Cart",
        "Shop::Cart ||= 1; Shop::Cart",
        "Shop::Cart if defined?(Shop::Cart::X)\nmodule Shop; module Cart; end; end",
    ] {
        assert!(checked(source).missing.is_empty(), "{source}");
    }
}

#[test]
fn what_the_surroundings_define_is_there() {
    let snippet = "module Shop; class Cart; X = 1; end; end";
    let mut around = Surroundings {
        services: vec!["Shop::Orders".to_owned()],
        ..Surroundings::default()
    };
    let source = program("Shop::Cart; Shop::Cart::X; Shop::None");
    assert_eq!(
        places(&check(&source, &around).missing),
        [
            ("Shop::Cart", 1, 0),
            ("Shop::Cart", 1, 12),
            ("Shop::None", 1, 27)
        ]
    );
    around.defined = definitions(&program(snippet)).unwrap();
    assert_eq!(
        places(&check(&source, &around).missing),
        [("Shop::None", 1, 27)]
    );
    around.unknown = true;
    assert!(check(&source, &around).missing.is_empty());
}

#[test]
fn sources_that_do_not_compile_define_nothing() {
    assert!(definitions(&program("class A; end; )")).is_none());
}

#[test]
fn calls_of_services_are_told_with_their_place() {
    let found = checked(
        "Shop::Orders.find(1)\n  .first\nLog.puts 'x'\nShop::Deep::Stock&.left { 1 }\nShop.x\nShop::Orders::all()",
    );
    assert_eq!(
        places(&found.calls),
        [
            ("find", 1, 13),
            ("puts", 3, 4),
            ("left", 4, 19),
            ("all", 6, 14)
        ]
    );
}

#[test]
fn every_way_to_call_is_told() {
    for (source, methods) in [
        ("Shop::Orders.()", &["call"][..]),
        ("Shop::Orders[1]", &["[]"]),
        ("Shop::Orders[1] = 2", &["[]="]),
        ("Shop::Orders.limit = 2", &["limit="]),
        ("Shop::Orders.limit += 2", &["limit", "limit="]),
        ("Shop::Orders[1] ||= 2", &["[]", "[]="]),
        ("Shop::Orders.a, Shop::Orders[1] = 1, 2", &["a=", "[]="]),
        ("Shop::Orders + 1", &["+"]),
        ("-Shop::Orders", &["-@"]),
        ("!Shop::Orders", &["!"]),
        ("f(&Shop::Orders.g)", &["g"]),
        ("-> { Shop::Orders.g }", &["g"]),
        ("def f(a = Shop::Orders.g) = a", &["g"]),
        ("\"#{Shop::Orders.g}\"", &["g"]),
        ("Shop::Orders.a.b.c", &["a"]),
    ] {
        let found = checked(source);
        let called: Vec<_> = found
            .calls
            .iter()
            .map(|call| call.method.as_str())
            .collect();
        assert_eq!(called, methods, "{source}");
    }
}

#[test]
fn no_more_is_kept_than_the_limits_say() {
    let found = checked(&"Shop::Orders.x; Shop::Orderz; ".repeat(20_000));
    assert_eq!((found.calls.len(), found.missing.len()), (10_000, 5_000));
    let long = format!("Shop::Orders.{}; Shop::X{0}", "x".repeat(300));
    let found = checked(&long);
    assert!(found.calls.is_empty() && found.missing.is_empty());
}
