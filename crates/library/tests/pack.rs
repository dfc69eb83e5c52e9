//! Packs are read as they were written, and nothing else is.

use kobako_library::{Contents, Damaged, Entry, Found, Piece, Place, Shelf, pack};

fn contents() -> Contents {
    let named = |name: &str, other: &str| (name.to_owned(), other.to_owned());
    let piece = |features: &[&str], code| Piece {
        features: features.iter().map(|&name| name.to_owned()).collect(),
        code,
    };
    Contents {
        pieces: vec![
            piece(&["csv", "csv/row"], b"bytecode ".repeat(1000)),
            piece(&["empty"], Vec::new()),
            piece(&["noise"], (0..=255).rev().collect()),
        ],
        methods: vec![("core/array".into(), b"routines ".repeat(200))],
        built_in: vec!["json".into()],
        constants: vec![named("CSV", "csv")],
        absent: vec![named("socket", "bind a service: it has the network")],
    }
}

fn packed() -> Vec<u8> {
    pack(&contents(), |code| {
        miniz_oxide::deflate::compress_to_vec(code, 10)
    })
}

fn shelf(pack: &[u8]) -> Result<Shelf<impl Fn(&mut [u8], usize)>, Damaged> {
    Shelf::open(move |to, from| {
        for (at, byte) in to.iter_mut().enumerate() {
            *byte = pack.get(from + at).copied().unwrap_or(0);
        }
    })
}

fn place(found: Option<(usize, Found<'_>)>) -> Place {
    match found {
        Some((_, Found::Piece(place, _))) => place,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_shelf_has_what_was_packed() {
    let (contents, packed) = (contents(), packed());
    let shelf = shelf(&packed).unwrap();
    for (number, Piece { features, code }) in contents.pieces.iter().enumerate() {
        for name in features {
            let found = shelf.find(name);
            assert_eq!(shelf.bytecode(place(found)).unwrap(), *code, "{name}");
            let expected = Found::Piece(place(found), &features.join("\t"));
            assert_eq!(found, Some((number, expected)));
        }
    }
    let (group, code) = &contents.methods[0];
    let (number, methods) = shelf.methods(group).unwrap();
    assert_eq!(shelf.bytecode(methods).unwrap(), *code);
    assert_eq!(
        shelf.entries().nth(number),
        Some(Entry::Methods(methods, group))
    );
    assert_eq!(
        (
            shelf.methods("core"),
            shelf.methods("csv"),
            shelf.find(group)
        ),
        (None, None, None)
    );
    assert_eq!(shelf.find("json"), Some((4, Found::BuiltIn)));
    assert_eq!(shelf.find("cs"), None);
    assert_eq!(shelf.find("CSV"), None);
    assert_eq!(shelf.feature_of("CSV"), Some("csv"));
    assert_eq!(shelf.feature_of("csv"), None);
    assert_eq!(
        shelf.absence("socket"),
        Some("bind a service: it has the network")
    );
    assert_eq!(shelf.absence("csv"), None);
    assert_eq!(shelf.entries().count(), 7);
    assert!(matches!(
        shelf.entries().next(),
        Some(Entry::Piece(_, "csv\tcsv/row"))
    ));
    assert!(packed.len() < 1000);
}

#[test]
fn the_same_contents_make_the_same_pack() {
    assert_eq!(packed(), packed());
}

#[test]
fn a_body_that_is_not_as_its_index_says_is_refused() {
    let packed = packed();
    let shelf = shelf(&packed).unwrap();
    let place = place(shelf.find("csv"));
    let others = [
        Place {
            length: place.length - 1,
            ..place
        },
        Place {
            length: place.length + 1,
            ..place
        },
        Place {
            deflated: place.deflated - 1,
            ..place
        },
        Place {
            offset: place.offset + 1,
            ..place
        },
    ];
    for other in others {
        assert_eq!(shelf.bytecode(other), Err(Damaged), "{other:?}");
    }
}

#[test]
fn an_empty_pack_has_nothing() {
    let shelf = shelf(&[0; 4]).unwrap();
    assert_eq!(shelf.entries().count(), 0);
    assert!(matches!(
        self::shelf(&[2, 0, 0, 0, 0xff, 0xff]),
        Err(Damaged)
    ));
}
