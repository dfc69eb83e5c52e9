//! `kobako-pack FOLDER OUT`: compiles each Ruby file below FOLDER, whose path is the feature that it is, and writes the
//! pack of them and of what FOLDER's files `built_in`, `constants` and `absent` say: a line for each, two fields of it
//! with a TAB between.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use kobako_compiler::{Program, Verbosity, compile, rite};
use kobako_library::{Contents, pack};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [folder, output] = args.as_slice() else {
        return Err("usage: kobako-pack FOLDER OUT".into());
    };
    let folder = Path::new(folder);
    let contents = Contents {
        features: features(folder)?,
        built_in: lines(&folder.join("built_in"))?,
        constants: pairs(&folder.join("constants"))?,
        absent: pairs(&folder.join("absent"))?,
    };
    fs::write(output, pack(&contents))?;
    Ok(())
}

fn features(folder: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    ruby_files(folder, &mut files)?;
    files.sort();
    let compiled = files.iter().map(|path| {
        let feature = path.strip_prefix(folder)?.with_extension("");
        let feature = feature.to_str().ok_or("a path that is no text")?;
        Ok((feature.to_owned(), bytecode(path)?))
    });
    compiled.collect()
}

fn ruby_files(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            ruby_files(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "rb") {
            files.push(path);
        }
    }
    Ok(())
}

/// Without lines, as the code of the interpreter has none; the names of local variables are there where a binding is
/// made, which asks for them.
fn bytecode(path: &Path) -> Result<Vec<u8>> {
    let source = fs::read(path)?;
    let program = Program {
        source: &source,
        file: "",
        line: 1,
        outer: &[],
        check_regexp: None,
        verbosity: Verbosity::Silent,
    };
    let compiled = compile(&program).map_err(|failures| {
        let first = failures.first().map(|failure| {
            let message = String::from_utf8_lossy(&failure.message).into_owned();
            format!("{}:{}: {message}", failure.line, failure.column)
        });
        format!("{}:{}", path.display(), first.unwrap_or_default())
    })?;
    let binds = source.windows(7).any(|word| word == b"binding");
    Ok(rite::dump_bare(&compiled.irep, binds))
}

fn lines(path: &Path) -> Result<Vec<String>> {
    Ok(fs::read_to_string(path)?
        .lines()
        .map(str::to_owned)
        .collect())
}

/// The lines of a file, each of two fields.
fn pairs(path: &Path) -> Result<Vec<(String, String)>> {
    let pair = |line: &str| {
        let (name, other) = line.split_once('\t').ok_or("a line without a TAB")?;
        Ok((name.to_owned(), other.to_owned()))
    };
    lines(path)?.iter().map(|line| pair(line)).collect()
}
