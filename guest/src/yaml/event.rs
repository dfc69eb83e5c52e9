//! An event as C sees it.

use std::ptr;
use std::slice;

use crate::text::Text;

/// libyaml's numbers of events, which C has too.
pub mod kind {
    pub const STREAM_START: u32 = 1;
    pub const STREAM_END: u32 = 2;
    pub const DOCUMENT_START: u32 = 3;
    pub const DOCUMENT_END: u32 = 4;
    pub const ALIAS: u32 = 5;
    pub const SCALAR: u32 = 6;
    pub const SEQUENCE_START: u32 = 7;
    pub const SEQUENCE_END: u32 = 8;
    pub const MAPPING_START: u32 = 9;
    pub const MAPPING_END: u32 = 10;
}

/// What libyaml says of an event that does not fit, or that it cannot make.
pub const NO_EVENT: &str = "expected SCALAR, SEQUENCE-START, MAPPING-START, or ALIAS";

pub type Result<T> = std::result::Result<T, &'static str>;

/// libyaml makes no event of what is not UTF-8.
pub fn text_of(text: &Text) -> Result<&str> {
    str::from_utf8(text.bytes()).map_err(|_| NO_EVENT)
}

/// What a tag's handle stands for.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Directive {
    pub handle: Text,
    pub prefix: Text,
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct Mark {
    pub line: u32,
    pub column: u32,
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct Event {
    pub kind: u32,
    /// Of the start of a stream its encoding.
    pub style: u32,
    /// Of a scalar: whether the plain style needs no tag.
    pub implicit: bool,
    /// Whether the other styles need none.
    pub quoted: bool,
    pub versioned: bool,
    pub major: i32,
    pub minor: i32,
    pub value: Text,
    pub anchor: Text,
    pub tag: Text,
    pub directives: *const Directive,
    pub directive_count: usize,
    pub start: Mark,
    pub end: Mark,
    /// Bytes before its end.
    pub index: u32,
}

impl Event {
    pub const fn new(kind: u32) -> Self {
        const NOWHERE: Mark = Mark { line: 0, column: 0 };
        Self {
            kind,
            style: 0,
            implicit: false,
            quoted: false,
            versioned: false,
            major: 0,
            minor: 0,
            value: Text::NONE,
            anchor: Text::NONE,
            tag: Text::NONE,
            directives: ptr::null(),
            directive_count: 0,
            start: NOWHERE,
            end: NOWHERE,
            index: 0,
        }
    }

    pub fn directives(&self) -> &[Directive] {
        if self.directive_count == 0 {
            return &[];
        }
        // SAFETY: C and the parser give directives that stay in place as long as the event is borrowed.
        unsafe { slice::from_raw_parts(self.directives, self.directive_count) }
    }
}
