//! `kobako-pack FOLDER OUT`: compiles each Ruby file below FOLDER, whose path is the feature that it is, and writes the
//! pack of them and of what FOLDER's files `pieces`, `built_in`, `constants` and `absent` say: a line for each, its fields
//! with a TAB between. A line of `pieces` has features that are loaded together.

use std::error::Error;
use std::fs;
use std::path::Path;

use kobako_compiler::{Irep, Program, Verbosity, columns, compile, report, rite};
use kobako_library::{Contents, Piece, pack};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [folder, output] = args.as_slice() else {
        return Err("usage: kobako-pack FOLDER OUT".into());
    };
    let folder = Path::new(folder);
    let contents = Contents {
        pieces: pieces(folder)?,
        built_in: lines(&folder.join("built_in"))?,
        constants: pairs(&folder.join("constants"))?,
        absent: pairs(&folder.join("absent"))?,
    };
    fs::write(output, pack(&contents, deflate))?;
    Ok(())
}

/// As small as it gets: a twentieth smaller than by zlib, for the pack is made once.
fn deflate(code: &[u8]) -> Vec<u8> {
    let mut deflated = Vec::new();
    zopfli::compress(
        zopfli::Options::default(),
        zopfli::Format::Deflate,
        code,
        &mut deflated,
    )
    .expect("a Vec takes all");
    deflated
}

fn pieces(folder: &Path) -> Result<Vec<Piece>> {
    let lines = lines(&folder.join("pieces"))?;
    lines.iter().map(|line| piece(folder, line)).collect()
}

/// A program that does nothing, and below it those of the features. Without lines, as the code of the interpreter has
/// none; the names of local variables are there where a binding is made, which asks for them.
fn piece(folder: &Path, line: &str) -> Result<Piece> {
    let features: Vec<String> = line.split('\t').map(str::to_owned).collect();
    let mut root = program(b"", Path::new(""))?;
    let mut binds = false;
    for feature in &features {
        let path = folder.join(format!("{feature}.rb"));
        let source = fs::read(&path)?;
        binds |= source.windows(7).any(|word| word == b"binding");
        root.children.push(program(&source, &path)?);
    }
    let bytecode = rite::dump_bare(&root, binds);
    let code = columns::of(&bytecode).ok_or("bytecode of another form")?;
    if columns::rite(&code).as_deref() != Some(&bytecode) {
        return Err(format!("{line} is not what its columns say").into());
    }
    Ok(Piece { features, code })
}

fn program(source: &[u8], path: &Path) -> Result<Irep> {
    let program = Program {
        source,
        file: "",
        line: 1,
        outer: &[],
        check_regexp: None,
        verbosity: Verbosity::Silent,
        core: false,
    };
    let compiled = compile(&program).map_err(|failures| {
        let text = report(&failures, source, &path.to_string_lossy(), program.line);
        String::from_utf8_lossy(&text).into_owned()
    })?;
    Ok(compiled.irep)
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
