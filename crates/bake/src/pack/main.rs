//! `kobako-pack FOLDER METHODS SYMBOLS OUT`: compiles each Ruby file below FOLDER, whose path is the feature that it is,
//! and writes the pack of them and of what FOLDER's files `pieces`, `built_in`, `constants` and `absent` say: a line for each, its fields
//! with a TAB between. A line of `pieces` has features that are loaded together. The files of METHODS' folders are the
//! bytecode of methods of the core, as `kobako-mrbc` leaves it there. The lines of SYMBOLS are the names that the guest
//! has, from that of number 1.

use std::collections::HashMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use kobako_compiler::{Irep, Program, Verbosity, columns, compile, report, rite};
use kobako_library::{Contents, Piece, pack};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [folder, methods, symbols, output] = args.as_slice() else {
        return Err("usage: kobako-pack FOLDER METHODS SYMBOLS OUT".into());
    };
    let folder = Path::new(folder);
    let symbols = Symbols::of(fs::read(symbols)?);
    let contents = Contents {
        pieces: pieces(folder, &symbols)?,
        methods: groups(Path::new(methods), &symbols)?,
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

/// The names that the guest has.
struct Symbols {
    names: Vec<Vec<u8>>,
    numbers: HashMap<Vec<u8>, usize>,
}

impl Symbols {
    fn of(lines: Vec<u8>) -> Self {
        let lines = lines.strip_suffix(b"\n").unwrap_or(&lines);
        let names: Vec<_> = lines
            .split(|&byte| byte == b'\n')
            .map(<[u8]>::to_vec)
            .collect();
        let numbers = names.iter().cloned().zip(1..).collect();
        Self { names, numbers }
    }

    fn in_columns(&self, bytecode: &[u8], name: &str) -> Result<Vec<u8>> {
        let code = columns::of(bytecode, &|name| self.numbers.get(name).copied());
        let code = code.ok_or("bytecode of another form")?;
        let known = |number: usize| self.names.get(number - 1).map(Vec::as_slice);
        if columns::rite(&code, &columns::Symbols::Named(&known)).as_deref() != Some(bytecode) {
            return Err(format!("{name} is not what its columns say").into());
        }
        Ok(code)
    }
}

fn pieces(folder: &Path, symbols: &Symbols) -> Result<Vec<Piece>> {
    let lines = lines(&folder.join("pieces"))?;
    lines
        .iter()
        .map(|line| piece(folder, line, symbols))
        .collect()
}

/// A program that does nothing, and below it those of the features. Without lines, as the code of the interpreter has
/// none; the names of local variables are there where a binding is made, which asks for them.
fn piece(folder: &Path, line: &str, symbols: &Symbols) -> Result<Piece> {
    let features: Vec<String> = line.split('\t').map(str::to_owned).collect();
    let mut root = program(b"", Path::new(""))?;
    let mut binds = false;
    for feature in &features {
        let path = folder.join(format!("{feature}.rb"));
        let source = fs::read(&path)?;
        binds |= source.windows(7).any(|word| word == b"binding");
        root.children.push(program(&source, &path)?);
    }
    let code = symbols.in_columns(&rite::dump_bare(&root, binds), line)?;
    Ok(Piece { features, code })
}

/// The groups in the files `GEM@FILE` of all folders in `folder`, by their names.
fn groups(folder: &Path, symbols: &Symbols) -> Result<Vec<(String, Vec<u8>)>> {
    let mut groups = Vec::new();
    for gem in fs::read_dir(folder)? {
        for file in fs::read_dir(gem?.path())? {
            let path = file?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let name = name.replace('@', "/");
            let code = symbols.in_columns(&fs::read(&path)?, &name)?;
            groups.push((name, code));
        }
    }
    groups.sort();
    Ok(groups)
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
