//! What a script may have meant by a name that is not there.

/// Names and services that are told of.
const MAX_NEAR: usize = 3;
const MAX_SERVICES: usize = 20;
/// Bytes of names that are compared.
const MAX_NAME: usize = 40;

/// What was within reach of a name that was not there.
pub struct Reach {
    pub name: String,
    /// The methods or the constants that are there.
    pub names: Vec<String>,
    /// The paths of the services that are bound there.
    pub services: Vec<String>,
}

impl Reach {
    /// The names most like the one that is not there, the nearest first.
    pub fn near(&self) -> Vec<&str> {
        let limit = match self.name.len() {
            0..3 => 0,
            length => ((length + 1) / 6).clamp(1, 3),
        };
        let mut found: Vec<(usize, &str)> = Vec::new();
        for name in &self.names {
            let candidate = (distance(&self.name, name), name.as_str());
            let at = found.iter().take_while(|kept| **kept < candidate).count();
            if candidate.0 <= limit
                && at < MAX_NEAR
                && !name.starts_with('_')
                && *name != self.name
                && found.get(at) != Some(&candidate)
            {
                found.insert(at, candidate);
                found.truncate(MAX_NEAR);
            }
        }
        found.into_iter().map(|(_, name)| name).collect()
    }

    /// Lines for the end of the message: the names that are near, and the services that are bound.
    pub fn advice(&self) -> String {
        let mut advice = String::new();
        let near = self.near();
        if !near.is_empty() {
            advice.push_str("\nDid you mean?  ");
            push_list(&mut advice, &near);
        }
        if !self.services.is_empty() {
            let shown = self.services.len().min(MAX_SERVICES);
            advice.push_str("\nServices: ");
            push_list(&mut advice, &self.services[..shown]);
            if shown < self.services.len() {
                advice.push_str(&format!(" and {} more", self.services.len() - shown));
            }
        }
        advice
    }
}

fn push_list(text: &mut String, items: &[impl AsRef<str>]) {
    for (index, item) in items.iter().enumerate() {
        text.push_str(if index > 0 { ", " } else { "" });
        text.push_str(item.as_ref());
    }
}

/// How many letters are to be changed, put in, left out or swapped with the next one; those of another case
/// count as the same. Too far if a name is long.
fn distance(a: &str, b: &str) -> usize {
    if a.len().abs_diff(b.len()) > MAX_NAME / 4 || a.len().max(b.len()) > MAX_NAME {
        return usize::MAX;
    }
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut rows = [[0usize; MAX_NAME + 1]; 3];
    rows[0] = std::array::from_fn(|column| column);
    for i in 1..=a.len() {
        let (this, last, before) = (i % 3, (i + 2) % 3, (i + 1) % 3);
        rows[this][0] = i;
        for j in 1..=b.len() {
            let changed = usize::from(!a[i - 1].eq_ignore_ascii_case(&b[j - 1]));
            let mut least = (rows[last][j - 1] + changed)
                .min(rows[last][j] + 1)
                .min(rows[this][j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(rows[before][j - 2] + 1);
            }
            rows[this][j] = least;
        }
    }
    rows[a.len() % 3][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reach(name: &str, names: &[&str], services: &[&str]) -> Reach {
        let owned = |items: &[&str]| items.iter().map(ToString::to_string).collect();
        Reach {
            name: name.to_owned(),
            names: owned(names),
            services: owned(services),
        }
    }

    #[test]
    fn names_what_is_spelled_almost_alike() {
        for (name, meant) in [
            ("Strng", "String"),
            ("lenght", "length"),
            ("hash", "Hash"),
            ("Lokup", "Lookup"),
            ("upcas", "upcase"),
        ] {
            let names = [
                "String", "length", "Hash", "Lookup", "upcase", "zip", "to_s",
            ];
            assert_eq!(reach(name, &names, &[]).near(), [meant], "{name}");
        }
    }

    #[test]
    fn names_nothing_that_is_unlike() {
        let names = ["zip", "to_s", "puts", "__id__"];
        for name in ["x", "frobnicate", "File", "zzzzzz", "", "__ic__"] {
            assert_eq!(reach(name, &names, &[]).advice(), "", "{name}");
        }
    }

    #[test]
    fn puts_the_nearest_first_and_three_at_most() {
        let names = ["abcx", "abxx", "abcd", "abdc", "abc", "bcd"];
        assert_eq!(reach("abce", &names, &[]).near(), ["abc", "abcd", "abcx"]);
    }

    #[test]
    fn lists_services_up_to_a_limit() {
        let paths: Vec<String> = (0..MAX_SERVICES + 2).map(|n| format!("A::S{n}")).collect();
        let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
        assert_eq!(
            reach("x", &[], &paths[..2]).advice(),
            "\nServices: A::S0, A::S1"
        );
        assert!(
            reach("x", &[], &paths)
                .advice()
                .ends_with("A::S19 and 2 more")
        );
    }

    #[test]
    fn is_not_misled_by_long_or_foreign_names() {
        let long = "x".repeat(100_000);
        assert_eq!(reach(&long, &[&long[1..], "é"], &[]).advice(), "");
        assert_eq!(
            reach("größe", &["grüsse", "größen"], &[]).near(),
            ["größen"]
        );
    }
}
