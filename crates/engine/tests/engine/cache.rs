//! Compiled code on disk.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

use kobako_wire::Value;

use crate::sandbox::{Hostile, cache, file_of, folder, load_file};

/// A module that no other test has, and the file of its code.
pub fn module(number: u32) -> (PathBuf, PathBuf) {
    let number = u64::from(std::process::id()) << 32 | u64::from(number);
    let fields = format!("(global i64 (i64.const {number}))");
    let before = codes();
    let module = Hostile {
        fields: &fields,
        ..Hostile::default()
    };
    let wasm = file_of(&wat::parse_str(module.wat()).unwrap());
    assert_eq!(load_file(&wasm).unwrap().eval("").value(), Value::Int(42));
    let digest = digest_of(&wasm);
    let code = codes().into_iter().find(|code| {
        let name = code.file_name().unwrap().to_str().unwrap();
        name.starts_with(&digest) && !before.contains(code)
    });
    (wasm, code.expect("the code is kept"))
}

fn digest_of(path: &Path) -> String {
    use sha2::{Digest, Sha256};

    let digest = Sha256::digest(fs::read(path).unwrap());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn codes() -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(cache()) else {
        return Vec::new();
    };
    let paths = entries.map(|entry| entry.unwrap().path());
    paths
        .filter(|path| path.extension().is_some_and(|name| name == "cwasm"))
        .collect()
}

/// Gives the file of this name other bytes.
pub fn replaced(name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder().join(format!("{}-{name}.wasm", std::process::id()));
    let fresh = path.with_extension("new");
    fs::write(&fresh, bytes).unwrap();
    fs::rename(fresh, &path).unwrap();
    path
}

/// Removes the code of the module in the file.
pub fn forget(wasm: &Path) {
    let digest = digest_of(wasm);
    for code in codes() {
        if code
            .file_name()
            .unwrap()
            .to_str()
            .unwrap()
            .starts_with(&digest)
        {
            fs::remove_file(code).unwrap();
        }
    }
}

/// As a process would load it that never saw the file.
pub fn load_anew(wasm: &Path, age: u64) -> Value {
    let time = SystemTime::UNIX_EPOCH + Duration::from_secs(age);
    File::options()
        .write(true)
        .open(wasm)
        .unwrap()
        .set_modified(time)
        .unwrap();
    load_file(wasm).unwrap().eval("").value()
}

#[test]
fn is_kept_and_used_by_those_who_come_later() {
    use std::os::unix::fs::MetadataExt;

    let (wasm, code) = module(1);
    let inode = fs::metadata(&code).unwrap().ino();
    assert_eq!(load_anew(&wasm, 1), Value::Int(42));
    assert_eq!(fs::metadata(&code).unwrap().ino(), inode);
}

#[test]
fn is_made_anew_when_it_was_changed() {
    let (wasm, code) = module(2);
    let good = fs::read(&code).unwrap();
    let changes: [fn(&mut Vec<u8>); 5] = [
        |bytes| bytes.truncate(bytes.len() / 2),
        |bytes| bytes.clear(),
        |bytes| *bytes.last_mut().unwrap() ^= 1,
        |bytes| bytes[100] ^= 0x80,
        |bytes| bytes.push(0),
    ];
    for (age, change) in changes.iter().enumerate() {
        let mut bytes = good.clone();
        change(&mut bytes);
        fs::remove_file(&code).unwrap();
        fs::write(&code, bytes).unwrap();
        assert_eq!(load_anew(&wasm, age as u64), Value::Int(42), "change {age}");
        assert!(
            fs::read(&code).unwrap() == good,
            "change {age} is still there"
        );
    }
}

#[test]
fn is_not_trusted_where_others_can_write() {
    use std::os::unix::fs::PermissionsExt;

    let (wasm, code) = module(3);
    fs::set_permissions(&code, fs::Permissions::from_mode(0o666)).unwrap();
    assert_eq!(load_anew(&wasm, 1), Value::Int(42));
    assert_eq!(
        fs::metadata(&code).unwrap().permissions().mode() & 0o777,
        0o600
    );
}
