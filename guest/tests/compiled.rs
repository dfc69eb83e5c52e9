//! What the compiler writes passes the check of bytecode.

use std::fs;
use std::path::Path;

use kobako_compiler::{Program, Verbosity, compile, rite as writer};
use kobako_guest::rite;

fn check(name: &str, source: &[u8]) {
    let program = Program {
        source,
        file: name,
        line: 1,
        outer: &[],
        check_regexp: None,
        verbosity: Verbosity::Silent,
        core: false,
    };
    let compiled = compile(&program).unwrap_or_else(|failures| panic!("{name}: {failures:?}"));
    let binary = writer::dump(&compiled.irep, name.as_bytes());
    if let Err(rite::Damage(why)) = rite::verify(&binary) {
        panic!("{name}: {why}");
    }
}

fn check_all(folder: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .join(folder);
    let Ok(entries) = fs::read_dir(&folder) else {
        return; // a staged copy of the crate stands alone
    };
    let mut count = 0;
    for entry in entries {
        let path = entry.expect("a folder can be read").path();
        if path.extension().is_some_and(|extension| extension == "rb") {
            check(
                &path.to_string_lossy(),
                &fs::read(&path).expect("a program can be read"),
            );
            count += 1;
        }
    }
    assert!(count > 10, "{} has programs", folder.display());
}

#[test]
fn the_programs_of_the_language() {
    check_all("spec/guest/language");
}

#[test]
fn whole_programs() {
    check_all("spec/guest/programs");
}

#[test]
fn jumps_over_more_than_16_bits() {
    let rows = "p 1, 2, 3\n".repeat(10_000);
    check("if", format!("if $x\n{rows}end").as_bytes());
    check(
        "while",
        format!("while $x\n{rows}break if $y\nend").as_bytes(),
    );
    check(
        "ensure",
        format!("while $x\nbegin\n{rows}next\nensure\n{rows}end\nend").as_bytes(),
    );
    check("nil", format!("$x&.foo(begin\n{rows}end)").as_bytes());
}

#[test]
fn tables_of_data() {
    let rows: String = (0..100_000)
        .map(|i| format!("[{i}, \"row {i}\", :s{}],\n", i % 100))
        .collect();
    check(
        "array",
        format!("if $x\n  ROWS = [\n{rows}]\nend").as_bytes(),
    );
    let pairs: String = (0..100_000)
        .map(|i| format!("\"key {i}\" => {i}.5,\n"))
        .collect();
    check("hash", format!("h = {{\n{pairs}}}").as_bytes());
    let words: String = (0..50_000).map(|i| format!("w{i} ")).collect();
    check("words", format!("x = %w[{words}]").as_bytes());
}

#[test]
fn long_strings() {
    check(
        "ascii",
        format!("x = \"{}\"", "a".repeat(16 << 20)).as_bytes(),
    );
    check(
        "characters",
        format!("x = \"{}\"", "語".repeat(100_000)).as_bytes(),
    );
}

#[test]
fn many_parameters_and_locals() {
    for count in [30, 31, 32, 33, 100, 255] {
        let names: Vec<_> = (0..count).map(|i| format!("p{i}")).collect();
        let list = names.join(", ");
        let defaults = names
            .iter()
            .map(|name| format!("{name} = 1"))
            .collect::<Vec<_>>()
            .join(", ");
        let keywords = names
            .iter()
            .map(|name| format!("{name}: 1"))
            .collect::<Vec<_>>()
            .join(", ");
        check("required", format!("def m({list}) = [{list}]").as_bytes());
        check(
            "optional",
            format!("def m({defaults}) = [{list}]").as_bytes(),
        );
        check("after", format!("def m(*r, {list}) = [{list}]").as_bytes());
        check(
            "keywords",
            format!("def m({keywords}) = [{list}]").as_bytes(),
        );
        check("block", format!("proc {{ |{list}| [{list}] }}").as_bytes());
        check("super", format!("def m({list}) = super").as_bytes());
        check("yield", format!("def m({list}) = yield").as_bytes());
    }
    let locals: String = (0..4_000).map(|i| format!("v{i} = {i}\n")).collect();
    check(
        "locals",
        format!("{locals}f = -> {{ v3999 += v0 }}\np f.call, v3999").as_bytes(),
    );
}
