//! Names as the macros of mruby's symbols that have their numbers when the guest is built.

const OPERATORS: [(&str, &str); 30] = [
    ("!", "not"),
    ("%", "mod"),
    ("&", "and"),
    ("*", "mul"),
    ("+", "add"),
    ("-", "sub"),
    ("/", "div"),
    ("<", "lt"),
    (">", "gt"),
    ("^", "xor"),
    ("`", "tick"),
    ("|", "or"),
    ("~", "neg"),
    ("!=", "neq"),
    ("!~", "nmatch"),
    ("&&", "andand"),
    ("**", "pow"),
    ("+@", "plus"),
    ("-@", "minus"),
    ("<<", "lshift"),
    ("<=", "le"),
    ("==", "eq"),
    ("=~", "match"),
    (">=", "ge"),
    (">>", "rshift"),
    ("[]", "aref"),
    ("||", "oror"),
    ("<=>", "cmp"),
    ("===", "eqq"),
    ("[]=", "aset"),
];

/// `None` for a name that no macro can have.
pub fn macro_of(name: &[u8]) -> Option<String> {
    let name = std::str::from_utf8(name).ok()?;
    if let Some((_, word)) = OPERATORS.iter().find(|(operator, _)| *operator == name) {
        return Some(format!("MRB_OPSYM({word})"));
    }
    let (kind, word) = if let Some(word) = name.strip_prefix("@@") {
        ("MRB_CVSYM", word)
    } else if let Some(word) = name.strip_prefix('@') {
        ("MRB_IVSYM", word)
    } else if let Some(word) = name.strip_prefix('$') {
        ("MRB_GVSYM", word)
    } else if let Some(word) = name.strip_suffix('=') {
        ("MRB_SYM_E", word)
    } else if let Some(word) = name.strip_suffix('?') {
        ("MRB_SYM_Q", word)
    } else if let Some(word) = name.strip_suffix('!') {
        ("MRB_SYM_B", word)
    } else {
        ("MRB_SYM", name)
    };
    is_word(word).then(|| format!("{kind}({word})"))
}

fn is_word(text: &str) -> bool {
    text.starts_with(|first: char| first == '_' || first.is_ascii_alphabetic())
        && text
            .bytes()
            .all(|byte| byte == b'_' || byte.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::macro_of;

    #[test]
    fn names_have_the_macro_of_their_kind() {
        for (name, found) in [
            ("a1", "MRB_SYM(a1)"),
            ("a=", "MRB_SYM_E(a)"),
            ("a?", "MRB_SYM_Q(a)"),
            ("a!", "MRB_SYM_B(a)"),
            ("@a", "MRB_IVSYM(a)"),
            ("@@a", "MRB_CVSYM(a)"),
            ("$a", "MRB_GVSYM(a)"),
            ("==", "MRB_OPSYM(eq)"),
        ] {
            assert_eq!(macro_of(name.as_bytes()).as_deref(), Some(found));
        }
        for name in ["", "1a", "a b", "$1", "@", "a=?", "=", "\u{e9}"] {
            assert_eq!(macro_of(name.as_bytes()), None, "{name}");
        }
    }
}
