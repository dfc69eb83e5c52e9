//! What the handles of tags stand for.

use super::event::{Directive, Result, text_of};

#[derive(Default)]
pub struct Directives {
    own: usize,
    /// Handle and prefix, those that each document has at the end.
    all: Vec<(String, String)>,
}

impl Directives {
    pub fn of(given: &[Directive]) -> Result<Self> {
        let mut all: Vec<(String, String)> = Vec::new();
        for directive in given {
            let handle = text_of(&directive.handle)?;
            let prefix = text_of(&directive.prefix)?;
            check(handle, prefix)?;
            if all.iter().any(|(other, _)| other == handle) {
                return Err("duplicate %TAG directive");
            }
            all.push((handle.into(), prefix.into()));
        }
        let own = all.len();
        for (handle, prefix) in [("!", "!"), ("!!", "tag:yaml.org,2002:")] {
            if all.iter().all(|(other, _)| other != handle) {
                all.push((handle.into(), prefix.into()));
            }
        }
        Ok(Self { own, all })
    }

    /// Those that the document has itself.
    pub fn own(&self) -> &[(String, String)] {
        &self.all[..self.own]
    }

    /// A tag's handle, which is empty if none fits, and the rest of it.
    pub fn split(&self, tag: &str) -> Result<(String, String)> {
        if tag.is_empty() {
            return Err("tag value must not be empty");
        }
        let fits = |(handle, prefix): &(String, String)| {
            let suffix = tag.strip_prefix(prefix.as_str())?;
            (!suffix.is_empty()).then(|| (handle.clone(), suffix.to_owned()))
        };
        let found = self.all.iter().find_map(fits);
        Ok(found.unwrap_or_else(|| (String::new(), tag.to_owned())))
    }
}

fn check(handle: &str, prefix: &str) -> Result<()> {
    if handle.is_empty() {
        return Err("tag handle must not be empty");
    }
    if !handle.starts_with('!') {
        return Err("tag handle must start with '!'");
    }
    if !handle.ends_with('!') {
        return Err("tag handle must end with '!'");
    }
    if !handle.trim_matches('!').bytes().all(alphanumeric) {
        return Err("tag handle must contain alphanumerical characters only");
    }
    match prefix.is_empty() {
        true => Err("tag prefix must not be empty"),
        false => Ok(()),
    }
}

pub fn alphanumeric(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')
}
