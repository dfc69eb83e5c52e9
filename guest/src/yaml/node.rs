//! A node to be written, and how.

use super::directives::{Directives, alphanumeric};
use super::event::{Event, NO_EVENT, Result, kind, text_of};
use super::scalar::Shape;
use crate::text::Text;

/// Bytes that a key may have without a `?`.
const SIMPLE_KEY: usize = 128;

#[derive(Clone, Copy, PartialEq)]
pub enum Style {
    Plain,
    SingleQuoted,
    DoubleQuoted,
    Literal,
    Folded,
}

pub struct Node {
    pub kind: u32,
    pub style: u32,
    pub anchor: Option<String>,
    tag: Option<String>,
    /// Handle and suffix of the tag, if it is to be written.
    pub resolved: Option<(String, String)>,
    pub value: String,
    pub shape: Shape,
    implicit: bool,
    quoted: bool,
}

fn name_of(text: &Text) -> Result<Option<String>> {
    Ok(match text.is_none() {
        true => None,
        false => Some(text_of(text)?.to_owned()),
    })
}

impl Node {
    pub fn of(event: &Event) -> Result<Self> {
        let value = text_of(&event.value)?.to_owned();
        let anchor = name_of(&event.anchor)?;
        check_anchor(anchor.as_deref(), event.kind == kind::ALIAS)?;
        Ok(Self {
            kind: event.kind,
            style: event.style,
            anchor,
            tag: name_of(&event.tag)?,
            resolved: None,
            shape: Shape::of(&value),
            value,
            implicit: event.implicit,
            quoted: event.quoted,
        })
    }

    pub fn resolve_tag(&mut self, directives: &Directives, canonical: bool) -> Result<()> {
        let written = canonical || !(self.implicit || self.quoted);
        if let Some(tag) = self.tag.as_deref().filter(|_| written) {
            self.resolved = Some(directives.split(tag)?);
        }
        Ok(())
    }

    /// Whether it is a key without a `?`; `empty` says that a collection has nothing in it.
    pub fn simple_key_p(&self, empty: bool) -> bool {
        let tag = self.resolved.as_ref();
        let tag = tag.map_or(0, |(handle, suffix)| handle.len() + suffix.len());
        let anchor = self.anchor.as_ref().map_or(0, String::len);
        match self.kind {
            kind::ALIAS => anchor <= SIMPLE_KEY,
            kind::SCALAR => !self.shape.multiline && anchor + tag + self.value.len() <= SIMPLE_KEY,
            _ => empty && anchor + tag <= SIMPLE_KEY,
        }
    }

    /// Adds the tag that a scalar needs in its style.
    pub fn choose_style(&mut self, canonical: bool, flow: bool, simple_key: bool) -> Result<Style> {
        let untagged = self.resolved.is_none();
        if untagged && !self.implicit && !self.quoted {
            return Err("neither tag nor implicit flags are specified");
        }
        let style = self.fitting_style(canonical, flow, simple_key);
        if untagged && !self.quoted && style != Style::Plain {
            self.resolved = Some(("!".into(), String::new()));
        }
        Ok(style)
    }

    fn fitting_style(&self, canonical: bool, flow: bool, simple_key: bool) -> Style {
        let shape = &self.shape;
        if canonical || (simple_key && shape.multiline) {
            return Style::DoubleQuoted;
        }
        let mut style = match self.style {
            2 => Style::SingleQuoted,
            3 => Style::DoubleQuoted,
            4 => Style::Literal,
            5 => Style::Folded,
            _ => Style::Plain,
        };
        if style == Style::Plain && !self.plain_p(flow, simple_key) {
            style = Style::SingleQuoted;
        }
        let block = matches!(style, Style::Literal | Style::Folded);
        let fits = match style {
            Style::SingleQuoted => shape.single_quoted,
            _ if block => shape.block && !flow && !simple_key,
            _ => true,
        };
        if fits { style } else { Style::DoubleQuoted }
    }

    fn plain_p(&self, flow: bool, simple_key: bool) -> bool {
        let allowed = match flow {
            true => self.shape.plain_in_flow,
            false => self.shape.plain_in_block,
        };
        let nothing = self.value.is_empty() && (flow || simple_key);
        let tag_needed = self.resolved.is_none() && !self.implicit;
        allowed && !nothing && !tag_needed
    }
}

fn check_anchor(anchor: Option<&str>, alias: bool) -> Result<()> {
    let Some(anchor) = anchor else {
        return match alias {
            true => Err(NO_EVENT),
            false => Ok(()),
        };
    };
    match (anchor.is_empty(), anchor.bytes().all(alphanumeric), alias) {
        (true, _, true) => Err("alias value must not be empty"),
        (true, _, false) => Err("anchor value must not be empty"),
        (_, false, true) => Err("alias value must contain alphanumerical characters only"),
        (_, false, false) => Err("anchor value must contain alphanumerical characters only"),
        _ => Ok(()),
    }
}
