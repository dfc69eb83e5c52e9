//! Bytecode comes back from its columns as it was.

use kobako_compiler::columns::{Symbols, of, rite};

/// A routine with a literal of each kind, and one below it that has two of its names.
fn binary() -> Vec<u8> {
    let routine = |children: u8, literals: &[&[u8]], names: &[&str]| {
        let mut routine = [
            &[0; 4],
            &[0, 2, 0, 3, 0, children, 0, 1][..],
            &[0, 0, 0, 3, 9, 8, 7],
        ]
        .concat();
        routine.extend([1; 13]);
        routine.extend([0, literals.len() as u8]);
        routine.extend(literals.concat());
        routine.extend([0, names.len() as u8]);
        for name in names {
            routine.extend([0, name.len() as u8]);
            routine.extend(name.bytes());
            routine.push(0);
        }
        routine
    };
    let literals: [&[u8]; 5] = [
        &[0, 0, 3, b'a', 0, b'b', 0],
        &[1, 1, 2, 3, 4],
        &[3, 1, 2, 3, 4, 5, 6, 7, 8],
        &[5, 8, 7, 6, 5, 4, 3, 2, 1],
        &[7, 2, 16, b'4', b'2'],
    ];
    let long = "n".repeat(200);
    let routines = [
        b"0400".to_vec(),
        routine(1, &literals, &["puts", "each", &long]),
        routine(0, &[], &["each", "puts", "new"]),
    ]
    .concat();
    let section = |kind: &[u8], body: &[u8]| {
        let length = (8 + body.len()) as u32;
        [kind, &length.to_be_bytes(), body].concat()
    };
    let sections = [
        section(b"IREP", &routines),
        section(b"LVAR", b"names"),
        section(b"END\0", b""),
    ]
    .concat();
    let length = (20 + sections.len()) as u32;
    [
        b"RITE0400",
        &length.to_be_bytes()[..],
        b"KOBA0000",
        &sections,
    ]
    .concat()
}

/// The name of number 7.
const KNOWN: &[u8] = b"each";

fn symbol(name: &[u8]) -> Option<usize> {
    (name == KNOWN).then_some(7)
}

fn name(number: usize) -> Option<&'static [u8]> {
    (number == 7).then_some(KNOWN)
}

#[test]
fn bytecode_comes_back_as_it_was() {
    let binary = binary();
    let columns = of(&binary, &symbol).unwrap();
    assert_eq!(rite(&columns, &Symbols::Named(&name)).unwrap(), binary);
    let count = |text: &[u8]| columns.windows(4).filter(|other| *other == text).count();
    assert_eq!((count(b"puts"), count(b"each")), (1, 0));
}

#[test]
fn what_is_cut_off_or_of_another_form_is_refused() {
    let binary = binary();
    let whole = of(&binary, &symbol).unwrap();
    for end in 0..whole.len() {
        assert_eq!(rite(&whole[..end], &Symbols::Named(&name)), None, "{end}");
    }
    assert_eq!(rite(&whole, &Symbols::Named(&|_| None)), None);
    for end in 0..binary.len() {
        assert_eq!(of(&binary[..end], &symbol), None, "{end}");
    }
    assert_eq!(of(b"RITE0300", &symbol), None);
}

#[test]
fn a_guest_reads_symbols_by_their_numbers() {
    let columns = of(&binary(), &symbol).unwrap();
    let numbered = rite(&columns, &Symbols::Numbered).unwrap();
    let count = |bytes: &[u8]| {
        let windows = numbered.windows(bytes.len());
        windows.filter(|other| *other == bytes).count()
    };
    assert_eq!(
        (count(b"each"), count(&[0x80, 7]), count(b"NUMS")),
        (0, 2, 2)
    );
}
