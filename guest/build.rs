//! Links the interpreter that `rake guest:build` made; a build for the host has none.

use std::env;

fn main() {
    println!("cargo:rerun-if-env-changed=KOBAKO_MRUBY_LIB");
    if env::var("CARGO_CFG_TARGET_FAMILY").as_deref() != Ok("wasm") {
        return;
    }
    let folder = env::var("KOBAKO_MRUBY_LIB").expect("KOBAKO_MRUBY_LIB (run `rake guest:build`)");
    println!("cargo:rerun-if-changed={folder}/libmruby.a");
    println!("cargo:rustc-link-search=native={folder}");
    println!("cargo:rustc-link-lib=static=mruby");
}
