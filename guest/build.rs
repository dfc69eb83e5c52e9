//! Links the interpreter that `rake guest:build` made, or `rake guest:sanitize`; unit tests have none.

use std::env;

fn main() {
    println!("cargo:rerun-if-env-changed=KOBAKO_MRUBY_LIB");
    println!("cargo:rustc-check-cfg=cfg(interpreter)");
    let folder = match env::var("KOBAKO_MRUBY_LIB") {
        Ok(folder) => folder,
        Err(_) if env::var("CARGO_CFG_TARGET_FAMILY").as_deref() != Ok("wasm") => return,
        Err(_) => panic!("KOBAKO_MRUBY_LIB (run `rake guest:build`)"),
    };
    println!("cargo:rustc-cfg=interpreter");
    println!("cargo:rerun-if-changed={folder}/libmruby.a");
    println!("cargo:rustc-link-search=native={folder}");
    println!("cargo:rustc-link-lib=static=mruby");
}
