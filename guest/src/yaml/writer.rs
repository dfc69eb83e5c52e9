//! Text with indentation: how libyaml lays scalars and indicators out.

use super::scalar::{escape_name, is_blank_or_end, is_break, is_printable};

pub struct Writer {
    pub out: String,
    pub indent: i32,
    pub column: i32,
    /// The indentation of a collection in another one.
    pub step: i32,
    pub width: i32,
    /// Whether the last character was a blank, and whether only indicators and blanks stand before it in its line.
    pub after_blank: bool,
    pub in_indent: bool,
    /// Whether the document goes on until something ends it: 1 after an end that is not written, 2 after a block scalar
    /// that keeps its line breaks.
    pub open_ended: u8,
}

impl Default for Writer {
    fn default() -> Self {
        Self {
            out: String::new(),
            indent: -1,
            column: 0,
            step: 2,
            width: 80,
            after_blank: true,
            in_indent: true,
            open_ended: 0,
        }
    }
}

impl Writer {
    fn put(&mut self, character: char) {
        self.out.push(character);
        self.column += 1;
    }

    fn put_text(&mut self, text: &str) {
        self.out.push_str(text);
        self.column += text.chars().count() as i32;
    }

    fn put_break(&mut self) {
        self.out.push('\n');
        self.column = 0;
    }

    fn put_own_break(&mut self, character: char) {
        match character {
            '\n' => self.put_break(),
            other => {
                self.out.push(other);
                self.column = 0;
            }
        }
    }

    pub fn indent(&mut self) {
        let indent = self.indent.max(0);
        if !self.in_indent || self.column > indent || (self.column == indent && !self.after_blank) {
            self.put_break();
        }
        while self.column < indent {
            self.put(' ');
        }
        self.after_blank = true;
        self.in_indent = true;
    }

    /// `blank` asks for one before it.
    pub fn indicator(&mut self, text: &str, blank: bool) {
        if blank && !self.after_blank {
            self.put(' ');
        }
        self.put_text(text);
        self.after_blank = false;
        self.in_indent = false;
    }

    /// An indicator behind which a blank is not needed.
    pub fn opening(&mut self, text: &str) {
        self.indicator(text, true);
        self.after_blank = true;
    }

    /// An indicator that counts as indentation.
    pub fn entry(&mut self, text: &str) {
        let in_indent = self.in_indent;
        self.indicator(text, true);
        self.in_indent = in_indent;
    }

    /// After an alias as a key.
    pub fn blank(&mut self) {
        self.put(' ');
    }

    /// Of an anchor, behind its indicator.
    pub fn name(&mut self, name: &str) {
        self.put_text(name);
    }

    pub fn tag_content(&mut self, text: &str, blank: bool) {
        if blank && !self.after_blank {
            self.put(' ');
        }
        for character in text.chars() {
            if character.is_ascii_alphanumeric() || "-_;/?:@&=+$,.~*'()[]".contains(character) {
                self.put(character);
                continue;
            }
            let mut bytes = [0; 4];
            for byte in character.encode_utf8(&mut bytes).bytes() {
                self.put('%');
                self.put_hex(u32::from(byte), 2);
            }
        }
        self.after_blank = false;
        self.in_indent = false;
    }

    fn put_hex(&mut self, number: u32, digits: u32) {
        for place in (0..digits).rev() {
            let digit = (number >> (4 * place)) & 0xf;
            self.put(char::from(b"0123456789ABCDEF"[digit as usize]));
        }
    }

    pub fn plain(&mut self, text: &str, folded: bool) {
        if !self.after_blank && !text.is_empty() {
            self.put(' ');
        }
        self.lines(text, folded, false);
        self.after_blank = false;
        self.in_indent = false;
    }

    pub fn single_quoted(&mut self, text: &str, folded: bool) {
        self.indicator("'", true);
        if self.lines(text, folded, true) {
            self.indent();
        }
        self.indicator("'", false);
    }

    /// Whether it ended in a line break.
    fn lines(&mut self, text: &str, folded: bool, quoted: bool) -> bool {
        let (mut spaces, mut breaks) = (false, false);
        let mut rest = text.char_indices();
        while let Some((at, character)) = rest.next() {
            let next = rest.clone().next().map(|(_, next)| next);
            if character == ' ' {
                let edge = quoted && (at == 0 || next.is_none());
                let fold = folded && !spaces && self.column > self.width;
                if fold && !edge && next != Some(' ') {
                    self.indent();
                } else {
                    self.put(' ');
                }
                spaces = true;
            } else if is_break(character) {
                if !breaks && character == '\n' {
                    self.put_break();
                }
                self.put_own_break(character);
                self.in_indent = true;
                breaks = true;
            } else {
                if breaks {
                    self.indent();
                }
                if quoted && character == '\'' {
                    self.put('\'');
                }
                self.put(character);
                self.in_indent = false;
                spaces = false;
                breaks = false;
            }
        }
        breaks
    }

    pub fn double_quoted(&mut self, text: &str, folded: bool) {
        let mut spaces = false;
        self.indicator("\"", true);
        let mut rest = text.char_indices();
        while let Some((at, character)) = rest.next() {
            let next = rest.clone().next().map(|(_, next)| next);
            if character == ' ' {
                let fold = folded && !spaces && self.column > self.width;
                if fold && at > 0 && next.is_some() {
                    self.indent();
                    if next == Some(' ') {
                        self.put('\\');
                    }
                } else {
                    self.put(' ');
                }
                spaces = true;
                continue;
            }
            spaces = false;
            if is_printable(character) && !is_break(character) && !matches!(character, '"' | '\\') {
                self.put(character);
            } else {
                self.escape(character);
            }
        }
        self.indicator("\"", false);
    }

    fn escape(&mut self, character: char) {
        self.put('\\');
        if let Some(name) = escape_name(character) {
            return self.put(name);
        }
        let (prefix, digits) = match u32::from(character) {
            ..=0xff => ('x', 2),
            0x100..=0xffff => ('u', 4),
            _ => ('U', 8),
        };
        self.put(prefix);
        self.put_hex(u32::from(character), digits);
    }

    /// What stands behind the indicator of a block scalar.
    fn hints(&mut self, text: &str) {
        if text.starts_with(|first| first == ' ' || is_break(first)) {
            self.indicator(&self.step.to_string(), false);
        }
        self.open_ended = 0;
        let mut back = text.chars().rev();
        match back.next() {
            Some(last) if is_break(last) => {
                if back.next().is_none_or(is_break) {
                    self.indicator("+", false);
                    self.open_ended = 2;
                }
            }
            _ => self.indicator("-", false),
        }
    }

    fn begin_block(&mut self, indicator: &str, text: &str) {
        self.indicator(indicator, true);
        self.hints(text);
        self.put_break();
        self.in_indent = true;
        self.after_blank = true;
    }

    pub fn literal(&mut self, text: &str) {
        let mut breaks = true;
        self.begin_block("|", text);
        for character in text.chars() {
            if is_break(character) {
                self.put_own_break(character);
                self.in_indent = true;
            } else {
                if breaks {
                    self.indent();
                }
                self.put(character);
                self.in_indent = false;
            }
            breaks = is_break(character);
        }
    }

    pub fn folded(&mut self, text: &str) {
        let (mut breaks, mut leading_blanks) = (true, true);
        self.begin_block(">", text);
        let mut rest = text.chars();
        while let Some(character) = rest.next() {
            if is_break(character) {
                if !breaks && !leading_blanks && character == '\n' {
                    let line = rest.as_str().trim_start_matches(is_break);
                    if !is_blank_or_end(line.chars().next()) {
                        self.put_break();
                    }
                }
                self.put_own_break(character);
                self.in_indent = true;
                breaks = true;
                continue;
            }
            if breaks {
                self.indent();
                leading_blanks = matches!(character, ' ' | '\t');
            }
            let alone = character == ' ' && !rest.as_str().starts_with(' ');
            if !breaks && alone && self.column > self.width {
                self.indent();
            } else {
                self.put(character);
            }
            self.in_indent = false;
            breaks = false;
        }
    }
}
