//! Events to a text, laid out as libyaml does it.

use std::mem;

use super::directives::Directives;
use super::event::{Event, NO_EVENT, Result, kind};
use super::node::{Node, Style};
use super::settings::Settings;
use super::writer::Writer;

/// Bytes after which a text is written before its document ends.
const PIECE: usize = 16 << 10;

/// What comes next.
#[derive(Clone, Copy, PartialEq)]
enum State {
    StreamStart,
    FirstDocument,
    Document,
    Content,
    DocumentEnd,
    Item { flow: bool, first: bool },
    Key { flow: bool, first: bool },
    Value { flow: bool, simple: bool },
    End,
}

/// Where a node stands.
#[derive(Clone, Copy, Default)]
struct Place {
    in_mapping: bool,
    simple_key: bool,
}

pub struct Emitter {
    pub settings: Settings,
    state: State,
    states: Vec<State>,
    indents: Vec<i32>,
    flow_level: usize,
    directives: Directives,
    /// A collection that began: how it is written depends on whether it is empty.
    begun: Option<Node>,
    /// What was wrong with the start of a document, which is told at the next event.
    wrong: Option<&'static str>,
    writer: Writer,
    utf16: Option<bool>,
    written: Vec<u8>,
}

impl Default for Emitter {
    fn default() -> Self {
        Self {
            settings: Settings::default(),
            state: State::StreamStart,
            states: Vec::new(),
            indents: Vec::new(),
            flow_level: 0,
            directives: Directives::default(),
            begun: None,
            wrong: None,
            writer: Writer::default(),
            utf16: None,
            written: Vec::new(),
        }
    }
}

impl Emitter {
    /// What is to be written by now.
    pub fn written(&self) -> &[u8] {
        &self.written
    }

    pub fn emit(&mut self, event: &Event) -> Result<()> {
        self.written.clear();
        self.writer.step = self.settings.indentation;
        self.writer.width = self.settings.width();
        let result = self.take(event);
        let ended = matches!(event.kind, kind::DOCUMENT_END | kind::STREAM_END);
        if ended || self.writer.out.len() >= PIECE {
            self.flush();
        }
        result
    }

    fn flush(&mut self) {
        let text = mem::take(&mut self.writer.out);
        self.written = match self.utf16 {
            None => text.into_bytes(),
            Some(big) => {
                let bytes = |unit: u16| match big {
                    true => unit.to_be_bytes(),
                    false => unit.to_le_bytes(),
                };
                text.encode_utf16().flat_map(bytes).collect()
            }
        };
    }

    fn take(&mut self, event: &Event) -> Result<()> {
        if let Some(problem) = self.wrong.take() {
            return Err(problem);
        }
        if let Some(node) = self.begun.take() {
            let end = match node.kind {
                kind::SEQUENCE_START => kind::SEQUENCE_END,
                _ => kind::MAPPING_END,
            };
            self.node(node, event.kind == end)?;
        }
        match event.kind {
            kind::SEQUENCE_START | kind::MAPPING_START => {
                self.begun = Some(Node::of(event)?);
                Ok(())
            }
            kind::ALIAS | kind::SCALAR => self.node(Node::of(event)?, false),
            kind::SEQUENCE_END | kind::MAPPING_END => self.end_collection(event.kind),
            _ => self.bracket(event),
        }
    }

    /// The starts and ends of streams and documents.
    fn bracket(&mut self, event: &Event) -> Result<()> {
        match (self.state, event.kind) {
            (State::StreamStart, kind::STREAM_START) => self.start_stream(event.style),
            (State::FirstDocument | State::Document, kind::DOCUMENT_START) => {
                self.wrong = self.start_document(event).err();
            }
            (State::FirstDocument | State::Document, kind::STREAM_END) => self.end_stream(),
            (State::DocumentEnd, kind::DOCUMENT_END) => self.end_document(event.implicit),
            _ => return Err(self.refusal()),
        }
        Ok(())
    }

    fn refusal(&self) -> &'static str {
        match self.state {
            State::StreamStart => "expected STREAM-START",
            State::FirstDocument | State::Document => "expected DOCUMENT-START or STREAM-END",
            State::DocumentEnd => "expected DOCUMENT-END",
            State::End => "expected nothing after STREAM-END",
            _ => NO_EVENT,
        }
    }

    fn start_stream(&mut self, encoding: u32) {
        self.utf16 = match encoding {
            2 => Some(false),
            3 => Some(true),
            _ => None,
        };
        if self.utf16.is_some() {
            self.writer.out.push('\u{feff}');
        }
        self.state = State::FirstDocument;
    }

    fn end_stream(&mut self) {
        if self.writer.open_ended == 2 {
            self.writer.indicator("...", true);
            self.writer.open_ended = 0;
            self.writer.indent();
        }
        self.state = State::End;
    }

    fn start_document(&mut self, event: &Event) -> Result<()> {
        let version = event.versioned.then_some((event.major, event.minor));
        if version.is_some_and(|version| !matches!(version, (1, 1 | 2))) {
            return Err("incompatible %YAML directive");
        }
        self.directives = Directives::of(event.directives())?;
        let own = !event.directives().is_empty();
        let writer = &mut self.writer;
        if (version.is_some() || own) && writer.open_ended != 0 {
            writer.indicator("...", true);
            writer.indent();
        }
        writer.open_ended = 0;
        if let Some((_, minor)) = version {
            writer.indicator("%YAML", true);
            writer.indicator(if minor == 1 { "1.1" } else { "1.2" }, true);
            writer.indent();
        }
        for (handle, prefix) in self.directives.own() {
            writer.indicator("%TAG", true);
            writer.indicator(handle, true);
            writer.tag_content(prefix, true);
            writer.indent();
        }
        let first = self.state == State::FirstDocument;
        if !(event.implicit && first && !self.settings.canonical && version.is_none() && !own) {
            writer.indent();
            writer.indicator("---", true);
            if self.settings.canonical {
                writer.indent();
            }
        }
        self.state = State::Content;
        Ok(())
    }

    fn end_document(&mut self, implicit: bool) {
        self.writer.indent();
        if !implicit {
            self.writer.indicator("...", true);
            self.writer.open_ended = 0;
            self.writer.indent();
        } else if self.writer.open_ended == 0 {
            self.writer.open_ended = 1;
        }
        self.state = State::Document;
    }

    fn increase_indent(&mut self, flow: bool, indentless: bool) {
        self.indents.push(self.writer.indent);
        if self.writer.indent < 0 {
            self.writer.indent = if flow { self.writer.step } else { 0 };
        } else if !indentless {
            self.writer.indent += self.writer.step;
        }
    }

    fn decrease_indent(&mut self) {
        self.writer.indent = self.indents.pop().unwrap_or(-1);
    }

    /// A node in its place; `empty` says that a collection has nothing in it.
    fn node(&mut self, mut node: Node, empty: bool) -> Result<()> {
        node.resolve_tag(&self.directives, self.settings.canonical)?;
        let place = self.lead(&node, empty)?;
        match node.kind {
            kind::ALIAS => {
                self.writer.indicator("*", true);
                self.writer.name(node.anchor.as_deref().unwrap_or(""));
                if place.simple_key {
                    self.writer.blank();
                }
                self.close_node();
            }
            kind::SCALAR => self.scalar(node, place)?,
            _ => self.collection(&node, empty, place),
        }
        Ok(())
    }

    fn close_node(&mut self) {
        self.state = self.states.pop().unwrap_or(State::End);
    }

    /// What stands before a node, and what comes after it.
    fn lead(&mut self, node: &Node, empty: bool) -> Result<Place> {
        let mut place = Place::default();
        let next = match self.state {
            State::Content => State::DocumentEnd,
            State::Item { flow, first } => {
                self.lead_item(flow, first);
                State::Item { flow, first: false }
            }
            State::Key { flow, first } => {
                place.in_mapping = true;
                place.simple_key = self.lead_key(flow, first, node, empty);
                let simple = place.simple_key;
                State::Value { flow, simple }
            }
            State::Value { flow, simple } => {
                place.in_mapping = true;
                self.lead_value(flow, simple);
                State::Key { flow, first: false }
            }
            _ => return Err(self.refusal()),
        };
        self.states.push(next);
        Ok(place)
    }

    fn wrap(&mut self) {
        if self.settings.canonical || self.writer.column > self.writer.width {
            self.writer.indent();
        }
    }

    fn lead_item(&mut self, flow: bool, first: bool) {
        if !flow {
            self.writer.indent();
            return self.writer.entry("-");
        }
        if !first {
            self.writer.indicator(",", false);
        }
        self.wrap();
    }

    fn lead_key(&mut self, flow: bool, first: bool, node: &Node, empty: bool) -> bool {
        if flow {
            if !first {
                self.writer.indicator(",", false);
            }
            self.wrap();
        } else {
            self.writer.indent();
        }
        let simple = !(flow && self.settings.canonical) && node.simple_key_p(empty);
        if !simple && flow {
            self.writer.indicator("?", true);
        } else if !simple {
            self.writer.entry("?");
        }
        simple
    }

    fn lead_value(&mut self, flow: bool, simple: bool) {
        if simple {
            return self.writer.indicator(":", false);
        }
        if flow {
            self.wrap();
            self.writer.indicator(":", true);
        } else {
            self.writer.indent();
            self.writer.entry(":");
        }
    }

    fn properties(&mut self, node: &Node) {
        if let Some(anchor) = &node.anchor {
            self.writer.indicator("&", true);
            self.writer.name(anchor);
        }
        let Some((handle, suffix)) = &node.resolved else {
            return;
        };
        if handle.is_empty() {
            self.writer.indicator("!<", true);
            self.writer.tag_content(suffix, false);
            self.writer.indicator(">", false);
        } else {
            self.writer.indicator(handle, true);
            if !suffix.is_empty() {
                self.writer.tag_content(suffix, false);
            }
        }
    }

    fn scalar(&mut self, mut node: Node, place: Place) -> Result<()> {
        let flow = self.flow_level > 0;
        let style = node.choose_style(self.settings.canonical, flow, place.simple_key)?;
        self.properties(&node);
        self.increase_indent(true, false);
        let folded = !place.simple_key;
        match style {
            Style::Plain => self.writer.plain(&node.value, folded),
            Style::SingleQuoted => self.writer.single_quoted(&node.value, folded),
            Style::DoubleQuoted => self.writer.double_quoted(&node.value, folded),
            Style::Literal => self.writer.literal(&node.value),
            Style::Folded => self.writer.folded(&node.value),
        }
        self.decrease_indent();
        self.close_node();
        Ok(())
    }

    fn collection(&mut self, node: &Node, empty: bool, place: Place) {
        const FLOW: u32 = 2;
        self.properties(node);
        let flow = self.flow_level > 0 || self.settings.canonical || node.style == FLOW || empty;
        let first = true;
        let sequence = node.kind == kind::SEQUENCE_START;
        if flow {
            self.writer.opening(if sequence { "[" } else { "{" });
            self.flow_level += 1;
        }
        let indentless = sequence && !flow && place.in_mapping && !self.writer.in_indent;
        self.increase_indent(flow, indentless);
        self.state = match sequence {
            true => State::Item { flow, first },
            false => State::Key { flow, first },
        };
    }

    fn end_collection(&mut self, end: u32) -> Result<()> {
        let (flow, first, closing) = match (self.state, end) {
            (State::Item { flow, first }, kind::SEQUENCE_END) => (flow, first, "]"),
            (State::Key { flow, first }, kind::MAPPING_END) => (flow, first, "}"),
            _ => return Err(self.refusal()),
        };
        self.decrease_indent();
        if flow {
            self.flow_level -= 1;
            if self.settings.canonical && !first {
                self.writer.indicator(",", false);
                self.writer.indent();
            }
            self.writer.indicator(closing, false);
        }
        self.close_node();
        Ok(())
    }
}
