//! A text to events, one at a time.

use std::ffi::{CStr, c_char};
use std::mem::MaybeUninit;

use unsafe_libyaml::{
    YAML_ANY_ENCODING, YAML_UTF8_ENCODING, YAML_UTF16BE_ENCODING, YAML_UTF16LE_ENCODING,
    yaml_encoding_t, yaml_event_delete, yaml_event_t, yaml_mark_t, yaml_parser_delete,
    yaml_parser_initialize, yaml_parser_parse, yaml_parser_set_encoding,
    yaml_parser_set_input_string, yaml_parser_t,
};

use super::event::{Directive, Event, Mark, kind};
use crate::text::Text;

/// How deep collections may be. What the scanner does at each token grows with the depth.
const MAX_DEPTH: usize = 1000;

/// Why there is no next event, and where.
#[repr(C)]
pub struct Problem {
    pub problem: Text,
    pub context: Text,
    pub line: u32,
    pub column: u32,
    pub offset: u32,
}

pub struct Parser {
    raw: Box<MaybeUninit<yaml_parser_t>>,
    event: MaybeUninit<yaml_event_t>,
    /// Whether `event` is one.
    held: bool,
    directives: Vec<Directive>,
    depth: usize,
    /// What `raw` reads.
    _text: Box<[u8]>,
}

impl Parser {
    /// `encoding` is libyaml's number, 0 to look for a mark at the beginning.
    pub fn new(text: &[u8], encoding: u32) -> Self {
        let text: Box<[u8]> = text.into();
        let mut raw = Box::new(MaybeUninit::uninit());
        // SAFETY: the parser is in its box for good, and the text lives as long.
        unsafe {
            let raw = raw.as_mut_ptr();
            let _ = yaml_parser_initialize(raw);
            yaml_parser_set_input_string(raw, text.as_ptr(), text.len() as u64);
            yaml_parser_set_encoding(raw, encoding_of(encoding));
        }
        Self {
            raw,
            event: MaybeUninit::uninit(),
            held: false,
            directives: Vec::new(),
            depth: 0,
            _text: text,
        }
    }

    /// The next event, whose texts stay in place until the next call. Not to be called after a problem.
    pub fn next_event(&mut self) -> Result<Event, Problem> {
        self.let_go();
        // SAFETY: the parser is initialized, and libyaml fills the event unless it fails.
        unsafe {
            if yaml_parser_parse(self.raw.as_mut_ptr(), self.event.as_mut_ptr()).fail {
                return Err(self.problem());
            }
        }
        self.held = true;
        let event = self.view();
        match event.kind {
            kind::SEQUENCE_START | kind::MAPPING_START => self.depth += 1,
            kind::SEQUENCE_END | kind::MAPPING_END => self.depth -= 1,
            _ => {}
        }
        if self.depth > MAX_DEPTH {
            return Err(Problem {
                problem: Text::of(b"exceeded the depth of 1000 collections"),
                context: Text::NONE,
                line: event.start.line + 1,
                column: event.start.column + 1,
                offset: 0,
            });
        }
        Ok(event)
    }

    fn let_go(&mut self) {
        if self.held {
            self.held = false;
            // SAFETY: it holds an event.
            unsafe { yaml_event_delete(self.event.as_mut_ptr()) };
        }
    }

    fn problem(&self) -> Problem {
        // SAFETY: the parser is initialized; its texts are static.
        unsafe {
            let raw = &*self.raw.as_ptr();
            Problem {
                problem: spelled(text(raw.problem.cast())),
                context: text(raw.context.cast()),
                line: raw.context_mark.line as u32 + 1,
                column: raw.context_mark.column as u32 + 1,
                offset: raw.problem_offset as u32,
            }
        }
    }

    fn view(&mut self) -> Event {
        // SAFETY: libyaml has filled the event, whose kind says which part of the union is set.
        unsafe {
            let raw = &*self.event.as_ptr();
            let mut event = Event::new(raw.type_ as u32);
            match event.kind {
                kind::STREAM_START => event.style = raw.data.stream_start.encoding as u32,
                kind::DOCUMENT_START => self.view_document(&mut event),
                kind::DOCUMENT_END => event.implicit = raw.data.document_end.implicit,
                kind::ALIAS => event.anchor = text(raw.data.alias.anchor),
                kind::SCALAR => {
                    let scalar = &raw.data.scalar;
                    let length = scalar.length as usize;
                    event.value = Text::of(std::slice::from_raw_parts(scalar.value, length));
                    event.anchor = text(scalar.anchor);
                    event.tag = text(scalar.tag);
                    event.implicit = scalar.plain_implicit;
                    event.quoted = scalar.quoted_implicit;
                    event.style = scalar.style as u32;
                }
                kind::SEQUENCE_START => {
                    let sequence = &raw.data.sequence_start;
                    event.anchor = text(sequence.anchor);
                    event.tag = text(sequence.tag);
                    event.implicit = sequence.implicit;
                    event.style = sequence.style as u32;
                }
                kind::MAPPING_START => {
                    let mapping = &raw.data.mapping_start;
                    event.anchor = text(mapping.anchor);
                    event.tag = text(mapping.tag);
                    event.implicit = mapping.implicit;
                    event.style = mapping.style as u32;
                }
                _ => {}
            }
            event.start = mark(&raw.start_mark);
            event.end = mark(&raw.end_mark);
            event.index = raw.end_mark.index as u32;
            event
        }
    }

    /// # Safety
    /// The event is the start of a document.
    unsafe fn view_document(&mut self, event: &mut Event) {
        // SAFETY: by the contract above.
        unsafe {
            let document = &(*self.event.as_ptr()).data.document_start;
            if let Some(version) = document.version_directive.as_ref() {
                event.versioned = true;
                (event.major, event.minor) = (version.major, version.minor);
            }
            self.directives.clear();
            let mut at = document.tag_directives.start;
            while at != document.tag_directives.end {
                self.directives.push(Directive {
                    handle: text((*at).handle),
                    prefix: text((*at).prefix),
                });
                at = at.add(1);
            }
            event.directives = self.directives.as_ptr();
            event.directive_count = self.directives.len();
            event.implicit = document.implicit;
        }
    }
}

impl Drop for Parser {
    fn drop(&mut self) {
        self.let_go();
        // SAFETY: it was initialized once.
        unsafe { yaml_parser_delete(self.raw.as_mut_ptr()) };
    }
}

/// A problem as libyaml itself spells it, which the crate corrected.
fn spelled(problem: Text) -> Text {
    match problem.bytes() {
        b"did not find expected hexadecimal number" => {
            Text::of(b"did not find expected hexdecimal number")
        }
        _ => problem,
    }
}

fn encoding_of(number: u32) -> yaml_encoding_t {
    match number {
        1 => YAML_UTF8_ENCODING,
        2 => YAML_UTF16LE_ENCODING,
        3 => YAML_UTF16BE_ENCODING,
        _ => YAML_ANY_ENCODING,
    }
}

fn mark(mark: &yaml_mark_t) -> Mark {
    Mark {
        line: mark.line as u32,
        column: mark.column as u32,
    }
}

/// # Safety
/// `start` is null or a text that ends in NUL and stays in place.
unsafe fn text(start: *const u8) -> Text {
    if start.is_null() {
        return Text::NONE;
    }
    // SAFETY: by the contract above.
    Text::of(unsafe { CStr::from_ptr(start.cast::<c_char>()) }.to_bytes())
}
