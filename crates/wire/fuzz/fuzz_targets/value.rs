//! Any bytes end in a value or an error, within the memory they justify; a
//! value encodes to bytes that decode to it.
#![no_main]

#[path = "../bounded.rs"]
mod bounded;

use kobako_wire::{Reader, Value};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let decoded = bounded::decode(bytes, Value::decode);
    let skipped = Reader::new(bytes).and_then(|mut reader| {
        reader.skip()?;
        reader.finish()
    });
    assert_eq!(decoded.as_ref().err(), skipped.as_ref().err());
    if let Ok(value) = decoded {
        let bytes = value.encode().expect("what decodes encodes");
        let again = Value::decode(&bytes).expect("what encodes decodes");
        // Compared as bytes, so that NaN counts too.
        assert_eq!(again.encode().as_ref(), Ok(&bytes));
    }
});
