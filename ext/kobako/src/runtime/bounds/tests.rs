use super::*;

#[test]
fn figures() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/kobako.wasm");
    let wasm = std::fs::read(path).unwrap();
    let begun = std::time::Instant::now();
    let (meter, _) = check(&wasm).unwrap();
    println!("{:?}", begun.elapsed());
    for ((measure, limit, _), seen) in MEASURES.iter().zip(meter.seen()) {
        println!("{measure:?} {seen} {limit}");
    }
}
