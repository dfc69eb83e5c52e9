//! Files that are compiled as one program, as if each stood below the one before.

use std::error::Error;
use std::fs;

use kobako_compiler::{Failure, Irep, Program, Verbosity, compile};

pub struct Sources<'a> {
    text: Vec<u8>,
    /// Each file, and how many lines stand before it.
    files: Vec<(&'a str, usize)>,
}

impl<'a> Sources<'a> {
    pub fn read(files: &[&'a str]) -> Result<Self, Box<dyn Error>> {
        let mut sources = Self {
            text: Vec::new(),
            files: Vec::new(),
        };
        for &file in files {
            let text = fs::read(file).map_err(|error| format!("{file}: {error}"))?;
            sources.add(file, &text);
        }
        Ok(sources)
    }

    fn add(&mut self, file: &'a str, text: &[u8]) {
        let lines = self.text.iter().filter(|&&byte| byte == b'\n').count();
        self.files.push((file, lines));
        self.text.extend(text);
        if !text.ends_with(b"\n") {
            self.text.push(b'\n');
        }
    }

    /// As a part of the guest's core, or as a script.
    pub fn compile(&self, core: bool) -> Result<Irep, String> {
        let program = Program {
            source: &self.text,
            file: self.files.first().map_or("", |(file, _)| file),
            line: 1,
            outer: &[],
            check_regexp: None,
            verbosity: Verbosity::Silent,
            core,
        };
        match compile(&program) {
            Ok(compiled) => Ok(compiled.irep),
            Err(failures) => {
                let lines: Vec<_> = failures.iter().map(|failure| self.say(failure)).collect();
                Err(lines.join("\n"))
            }
        }
    }

    /// A failure at its place in the file that it is of.
    fn say(&self, failure: &Failure) -> String {
        let message = String::from_utf8_lossy(&failure.message);
        let at = failure.line as usize;
        let (file, before) = self.file_at(at);
        format!("{file}:{}:{}: {message}", at - before, failure.column)
    }

    /// The file of a line, and how many stand before it.
    pub fn file_at(&self, line: usize) -> (&str, usize) {
        let of = self.files.iter().rev().find(|(_, before)| *before < line);
        of.copied().unwrap_or_default()
    }
}

/// A text as a part of the guest's core, or as a script.
#[cfg(test)]
pub fn compiled(text: &str, core: bool) -> Irep {
    let mut sources = Sources {
        text: Vec::new(),
        files: Vec::new(),
    };
    sources.add("test.rb", text.as_bytes());
    sources.compile(core).unwrap()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sources(texts: &[&'static str]) -> Sources<'static> {
        let mut sources = Sources {
            text: Vec::new(),
            files: Vec::new(),
        };
        for (file, text) in ["one.rb", "two.rb"].into_iter().zip(texts) {
            sources.add(file, text.as_bytes());
        }
        sources
    }

    #[test]
    fn a_failure_is_on_its_line_of_its_file() {
        let failure = sources(&["a = 1\nb = 2", "p 1\np(\n"])
            .compile(false)
            .unwrap_err();
        assert!(failure.starts_with("two.rb:2:"), "{failure}");
    }

    #[test]
    fn files_are_one_program() {
        assert_eq!(
            sources(&["a = 1\n", "p a\n"])
                .compile(false)
                .unwrap()
                .locals,
            2
        );
    }

    #[test]
    fn for_is_a_loop_of_the_core_and_a_block_elsewhere() {
        let text = ["for x in [1]\n  p x\nend\n"];
        let blocks = |core| sources(&text).compile(core).unwrap().children.len();
        assert_eq!((blocks(true), blocks(false)), (0, 1));
        let text = ["for x in 1..2\n  p x\nend\n"];
        let failure = sources(&text).compile(true).unwrap_err();
        assert!(failure.ends_with("excludes its end"), "{failure}");
    }
}
