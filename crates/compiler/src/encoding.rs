//! Encodings that a source names in a magic comment.

use ruby_prism::{MagicComment, ParseResult};

use crate::options::Encoding;

/// What the parser has no tables for, though Ruby knows them: such a source is read as UTF-8, which it is by now.
const OTHERS: &str = "big5 big5-hkscs big5-hkscs:2008 big5-uao cesu-8 cp437 cp720 cp737 cp775 cp850 cp852 cp855 cp857 \
    cp860 cp861 cp862 cp863 cp864 cp865 cp866 cp869 cp874 cp878 cp936 cp949 cp950 cp951 cp1250 cp1251 cp1252 cp1253 \
    cp1254 cp1255 cp1256 cp1257 cp1258 cp51932 eucjp-ms euc-jp-ms euc-jis-2004 euc-jisx0213 euc-kr euckr euc-cn euccn \
    euc-tw euctw emacs-mule gbk gb12345 gb18030 gb1988 gb2312 ibm437 ibm720 ibm737 ibm775 ibm850 ibm852 ibm855 ibm857 \
    ibm860 ibm861 ibm862 ibm863 ibm864 ibm865 ibm866 ibm869 iso-8859-1 iso8859-1 iso-8859-2 iso8859-2 iso-8859-3 \
    iso8859-3 iso-8859-4 iso8859-4 iso-8859-5 iso8859-5 iso-8859-6 iso8859-6 iso-8859-7 iso8859-7 iso-8859-8 iso8859-8 \
    iso-8859-9 iso8859-9 iso-8859-10 iso8859-10 iso-8859-11 iso8859-11 iso-8859-13 iso8859-13 iso-8859-14 iso8859-14 \
    iso-8859-15 iso8859-15 iso-8859-16 iso8859-16 koi8-r koi8-u maccenteuro maccroatian maccyrillic macgreek maciceland \
    macjapanese macjapan macroman macromania macthai macturkish macukraine shift_jis sjis-docomo sjis-kddi \
    sjis-softbank stateless-iso-2022-jp stateless-iso-2022-jp-kddi tis-620 utf8-mac utf-8-hfs utf8-docomo utf8-kddi \
    utf8-softbank windows-874 windows-1250 windows-1251 windows-1252 windows-1253 windows-1254 windows-1255 \
    windows-1256 windows-1257 windows-1258";

pub fn names_another(parsed: &ParseResult<'_>) -> bool {
    let known = |value: &[u8]| {
        OTHERS
            .split(' ')
            .any(|name| name.as_bytes().eq_ignore_ascii_case(value))
    };
    parsed
        .magic_comments()
        .any(|comment| is_of_encoding(&comment) && known(comment.value()))
}

/// What the first comment that counts says, in the first line or behind `#!`.
pub fn of_source(source: &[u8], parsed: &ParseResult<'_>) -> Encoding {
    let start = source.as_ptr() as usize;
    let last = if source.starts_with(b"#!") { 1 } else { 0 };
    let comment = parsed.magic_comments().find(|comment| {
        let at = (comment.key().as_ptr() as usize).wrapping_sub(start);
        let before = source.get(..at).unwrap_or_default();
        is_of_encoding(comment) && before.iter().filter(|byte| **byte == b'\n').count() <= last
    });
    let name = comment.map(|comment| comment.value().to_ascii_lowercase());
    match name.as_deref() {
        Some(b"binary" | b"ascii-8bit") => Encoding::Binary,
        Some(b"us-ascii" | b"ascii") => Encoding::UsAscii,
        _ => Encoding::Utf8,
    }
}

fn is_of_encoding(comment: &MagicComment<'_>) -> bool {
    let key = comment.key();
    key.eq_ignore_ascii_case(b"encoding") || key.eq_ignore_ascii_case(b"coding")
}
