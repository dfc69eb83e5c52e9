//! Events to a text.

use std::ffi::{CStr, CString, c_int, c_void};
use std::mem::MaybeUninit;
use std::ptr;
use std::slice;

use unsafe_libyaml as libyaml;

use super::event::{Event, kind};
use super::parser::encoding_of;
use crate::text::Text;

/// What C asks of the settings.
pub mod setting {
    pub const CANONICAL: u32 = 0;
    pub const INDENTATION: u32 = 1;
    pub const LINE_WIDTH: u32 = 2;
}

const CLOSED: &str = "expected nothing after STREAM-END";
/// libyaml's word for an event that it cannot make, such as one of a text that is not UTF-8.
const NO_EVENT: &str = "expected SCALAR, SEQUENCE-START, MAPPING-START, or ALIAS";
const NUL: &str = "string contains null byte";

type Raw = Box<MaybeUninit<libyaml::yaml_emitter_t>>;
type Texts = Vec<CString>;

pub struct Emitter {
    state: State,
    settings: [i32; 3],
    written: Box<Vec<u8>>,
}

/// libyaml's emitter has 48 KiB of buffers; they are there as long as the stream is under way.
enum State {
    Unopened,
    Open(Raw),
    Closed,
}

impl Default for Emitter {
    fn default() -> Self {
        Self {
            state: State::Unopened,
            settings: [0, 2, 0],
            written: Box::default(),
        }
    }
}

impl Emitter {
    pub fn set(&mut self, setting: u32, value: i32) {
        let value = match setting {
            setting::CANONICAL => i32::from(value != 0),
            setting::INDENTATION if !(2..10).contains(&value) => 2,
            setting::LINE_WIDTH => value.max(-1),
            _ => value,
        };
        if let Some(place) = self.settings.get_mut(setting as usize) {
            *place = value;
        }
        if let State::Open(raw) = &mut self.state {
            // SAFETY: an open emitter is initialized.
            unsafe { apply(raw.as_mut_ptr(), &self.settings) };
        }
    }

    pub fn get(&self, setting: u32) -> i32 {
        self.settings.get(setting as usize).copied().unwrap_or(0)
    }

    /// What the latest event has had written.
    pub fn written(&self) -> &[u8] {
        &self.written
    }

    /// libyaml writes what it holds at the end of a document, and when its buffer is full.
    pub fn emit(&mut self, event: &Event) -> Result<(), &'static str> {
        self.written.clear();
        let raw = self.open()?;
        let mut texts = Texts::new();
        let mut made = MaybeUninit::zeroed();
        // SAFETY: the emitter is initialized, and takes the event over.
        let failed = unsafe {
            if !make(event, made.as_mut_ptr(), &mut texts)? {
                return Err(NO_EVENT);
            }
            libyaml::yaml_emitter_emit(raw, made.as_mut_ptr()).fail
        };
        if failed {
            // SAFETY: its problem is a static text.
            return Err(unsafe { problem(raw) });
        }
        if event.kind == kind::STREAM_END {
            self.close(State::Closed);
        }
        Ok(())
    }

    fn open(&mut self) -> Result<*mut libyaml::yaml_emitter_t, &'static str> {
        if matches!(self.state, State::Unopened) {
            let mut raw = Raw::new(MaybeUninit::uninit());
            // SAFETY: the emitter is in its box for good, as what it writes to is.
            unsafe {
                let raw = raw.as_mut_ptr();
                let _ = libyaml::yaml_emitter_initialize(raw);
                libyaml::yaml_emitter_set_unicode(raw, true);
                libyaml::yaml_emitter_set_output(raw, write, (&raw mut *self.written).cast());
                apply(raw, &self.settings);
            }
            self.state = State::Open(raw);
        }
        match &mut self.state {
            State::Open(raw) => Ok(raw.as_mut_ptr()),
            _ => Err(CLOSED),
        }
    }

    fn close(&mut self, state: State) {
        if let State::Open(mut raw) = std::mem::replace(&mut self.state, state) {
            // SAFETY: it was initialized once.
            unsafe { libyaml::yaml_emitter_delete(raw.as_mut_ptr()) };
        }
    }
}

impl Drop for Emitter {
    fn drop(&mut self) {
        self.close(State::Closed);
    }
}

/// # Safety
/// `raw` is initialized.
unsafe fn apply(raw: *mut libyaml::yaml_emitter_t, settings: &[i32; 3]) {
    let [canonical, indentation, width] = *settings;
    // SAFETY: by the contract above.
    unsafe {
        libyaml::yaml_emitter_set_canonical(raw, canonical != 0);
        libyaml::yaml_emitter_set_indent(raw, indentation);
        libyaml::yaml_emitter_set_width(raw, width);
    }
}

/// # Safety
/// `raw` has failed.
unsafe fn problem(raw: *const libyaml::yaml_emitter_t) -> &'static str {
    // SAFETY: by the contract above.
    unsafe {
        let text = (&*raw).problem;
        if text.is_null() {
            return NO_EVENT;
        }
        CStr::from_ptr(text.cast()).to_str().unwrap_or(NO_EVENT)
    }
}

/// # Safety
/// libyaml calls it with the place that `open` gave.
unsafe fn write(out: *mut c_void, bytes: *mut u8, size: u64) -> c_int {
    // SAFETY: by the contract above.
    unsafe {
        let bytes = slice::from_raw_parts(bytes, size as usize);
        (*out.cast::<Vec<u8>>()).extend_from_slice(bytes);
    }
    1
}

/// Fills `made`, which libyaml copies texts into; false if a text is not UTF-8.
///
/// # Safety
/// `made` is zeroed.
unsafe fn make(
    event: &Event,
    made: *mut libyaml::yaml_event_t,
    texts: &mut Texts,
) -> Result<bool, &'static str> {
    let anchor = c_text(&event.anchor, texts)?;
    let tag = c_text(&event.tag, texts)?;
    // SAFETY: by the contract above; the texts end in NUL and live on.
    let success = unsafe {
        match event.kind {
            kind::STREAM_START => {
                libyaml::yaml_stream_start_event_initialize(made, encoding_of(event.style))
            }
            kind::STREAM_END => libyaml::yaml_stream_end_event_initialize(made),
            kind::DOCUMENT_START => return make_document(event, made, texts),
            kind::DOCUMENT_END => libyaml::yaml_document_end_event_initialize(made, event.implicit),
            kind::ALIAS if anchor.is_null() => return Ok(false),
            kind::ALIAS => libyaml::yaml_alias_event_initialize(made, anchor),
            kind::SCALAR => {
                let value = event.value.bytes();
                let length = i32::try_from(value.len()).map_err(|_| "the scalar is too long")?;
                libyaml::yaml_scalar_event_initialize(
                    made,
                    anchor,
                    tag,
                    value.as_ptr(),
                    length,
                    event.implicit,
                    event.quoted,
                    scalar_style(event.style),
                )
            }
            kind::SEQUENCE_START => libyaml::yaml_sequence_start_event_initialize(
                made,
                anchor,
                tag,
                event.implicit,
                match event.style {
                    1 => libyaml::YAML_BLOCK_SEQUENCE_STYLE,
                    2 => libyaml::YAML_FLOW_SEQUENCE_STYLE,
                    _ => libyaml::YAML_ANY_SEQUENCE_STYLE,
                },
            ),
            kind::SEQUENCE_END => libyaml::yaml_sequence_end_event_initialize(made),
            kind::MAPPING_START => libyaml::yaml_mapping_start_event_initialize(
                made,
                anchor,
                tag,
                event.implicit,
                match event.style {
                    1 => libyaml::YAML_BLOCK_MAPPING_STYLE,
                    2 => libyaml::YAML_FLOW_MAPPING_STYLE,
                    _ => libyaml::YAML_ANY_MAPPING_STYLE,
                },
            ),
            kind::MAPPING_END => libyaml::yaml_mapping_end_event_initialize(made),
            _ => return Ok(false),
        }
    };
    Ok(success.ok)
}

/// # Safety
/// `made` is zeroed.
unsafe fn make_document(
    event: &Event,
    made: *mut libyaml::yaml_event_t,
    texts: &mut Texts,
) -> Result<bool, &'static str> {
    let mut version = MaybeUninit::<libyaml::yaml_version_directive_t>::zeroed();
    let mut directives = Vec::new();
    for directive in event.directives() {
        let mut made = MaybeUninit::<libyaml::yaml_tag_directive_t>::zeroed();
        // SAFETY: zeroes are null pointers.
        unsafe {
            (*made.as_mut_ptr()).handle = c_text(&directive.handle, texts)?.cast_mut();
            (*made.as_mut_ptr()).prefix = c_text(&directive.prefix, texts)?.cast_mut();
            directives.push(made.assume_init());
        }
    }
    let directives = directives.as_mut_ptr_range();
    // SAFETY: by the contract above; zeroes are numbers, and libyaml copies what it is given.
    unsafe {
        (*version.as_mut_ptr()).major = event.major;
        (*version.as_mut_ptr()).minor = event.minor;
        let version = match event.versioned {
            true => version.as_mut_ptr(),
            false => ptr::null_mut(),
        };
        Ok(libyaml::yaml_document_start_event_initialize(
            made,
            version,
            directives.start,
            directives.end,
            event.implicit,
        )
        .ok)
    }
}

fn scalar_style(number: u32) -> libyaml::yaml_scalar_style_t {
    match number {
        1 => libyaml::YAML_PLAIN_SCALAR_STYLE,
        2 => libyaml::YAML_SINGLE_QUOTED_SCALAR_STYLE,
        3 => libyaml::YAML_DOUBLE_QUOTED_SCALAR_STYLE,
        4 => libyaml::YAML_LITERAL_SCALAR_STYLE,
        5 => libyaml::YAML_FOLDED_SCALAR_STYLE,
        _ => libyaml::YAML_ANY_SCALAR_STYLE,
    }
}

/// A text that ends in NUL, kept in `texts`; null for none.
fn c_text(text: &Text, texts: &mut Texts) -> Result<*const u8, &'static str> {
    if text.is_none() {
        return Ok(ptr::null());
    }
    texts.push(CString::new(text.bytes()).map_err(|_| NUL)?);
    Ok(texts
        .last()
        .map_or(ptr::null(), |text| text.as_ptr().cast()))
}
