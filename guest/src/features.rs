//! What a program requires before it does anything.

/// The features that the first lines of a source require, one a line, as most scripts begin. What else a line may be
/// ends them: so to load them before the program runs is what the program would do.
pub fn required_first(source: &[u8]) -> impl Iterator<Item = &str> {
    let lines = source.split(|&byte| byte == b'\n').map(<[u8]>::trim_ascii);
    let code = lines.filter(|line| !line.is_empty() && !line.starts_with(b"#"));
    code.map_while(required)
}

fn required(line: &[u8]) -> Option<&str> {
    let quoted = line.strip_prefix(b"require ")?.trim_ascii_start();
    let (quote, rest) = quoted
        .split_first()
        .filter(|(quote, _)| b"'\"".contains(quote))?;
    let name = rest.strip_suffix(&[*quote])?;
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"_-/.".contains(byte);
    str::from_utf8(name).ok().filter(|_| name.iter().all(plain))
}

#[cfg(test)]
mod tests {
    use super::required_first;

    fn first(source: &str) -> Vec<&str> {
        required_first(source.as_bytes()).collect()
    }

    #[test]
    fn finds_what_the_first_lines_require() {
        let source = "# frozen_string_literal: true\n\nrequire 'csv'\n  require \"bigdecimal/util\" \r\nx = 1\nrequire 'date'";
        assert_eq!(first(source), ["csv", "bigdecimal/util"]);
    }

    #[test]
    fn ends_where_a_line_is_anything_else() {
        let others = [
            "x = 1",
            "require 'a' if b",
            "require 'a'; b",
            "require 'a' # b",
            "require(\"a\")",
            "require 'a\"",
            "require '",
            "require \"#{a}\"",
            "require 'a' 'b'",
            "=begin",
            "require a",
            "require",
            "__END__",
            "require 'é'",
        ];
        for line in others {
            assert!(first(&format!("{line}\nrequire 'c'")).is_empty(), "{line}");
        }
        assert!(first("").is_empty());
    }
}
