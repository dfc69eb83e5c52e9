//! Any bytes end in an envelope or an error, whichever envelope is expected, and
//! within the memory they justify; an envelope encodes to bytes that decode to it.
#![no_main]

#[path = "../bounded.rs"]
mod bounded;

use kobako_wire::Result;
use kobako_wire::envelope::*;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    check(bytes, Request::decode, Request::encode);
    check(bytes, Response::decode, Response::encode);
    check(bytes, BlockRequest::decode, BlockRequest::encode);
    check(bytes, YieldResponse::decode, YieldResponse::encode);
    check(bytes, Outcome::decode, Outcome::encode);
    check(bytes, Preamble::decode, Preamble::encode);
    check(bytes, Snippets::decode, Snippets::encode);
    check(bytes, Location::decode, Location::encode);
    check(bytes, Invocation::decode, Invocation::encode);
});

fn check<T>(bytes: &[u8], decode: fn(&[u8]) -> Result<T>, encode: fn(&T) -> Result<Vec<u8>>) {
    if let Ok(envelope) = bounded::decode(bytes, decode) {
        let bytes = encode(&envelope).expect("what decodes encodes");
        let again = decode(&bytes).expect("what encodes decodes");
        // Compared as bytes, so that NaN counts too.
        assert_eq!(encode(&again).as_ref(), Ok(&bytes));
    }
}
