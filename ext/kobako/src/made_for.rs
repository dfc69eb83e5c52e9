//! What this file was made for, looked at before anything that depends on how Ruby lays out its objects.

use magnus::{Error, Module, RModule, Ruby};

/// The Ruby whose headers this file was compiled with.
const RUBY: [u32; 2] = [
    rb_sys::RUBY_API_VERSION_MAJOR,
    rb_sys::RUBY_API_VERSION_MINOR,
];
const VERSION: &str = env!("CARGO_PKG_VERSION");
/// Bytes of a version, with what pads it.
const WIDTH: usize = 24;

/// Can be found in the file: a mark, then the versions of Ruby and of the gem.
#[repr(C)]
struct Record {
    mark: [u8; 16],
    ruby: [u8; 8],
    version: [u8; WIDTH],
}

static RECORD: Record = Record {
    mark: *b"kobako-made-for:",
    ruby: {
        assert!(RUBY[0] < 10 && RUBY[1] < 10);
        let mut text = *b"0.0\0\0\0\0\0";
        text[0] += RUBY[0] as u8;
        text[2] += RUBY[1] as u8;
        text
    },
    version: {
        let mut text = [0; WIDTH];
        let mut at = 0;
        while at < VERSION.len() {
            text[at] = VERSION.as_bytes()[at];
            at += 1;
        }
        text
    },
};

/// Raises LoadError in another Ruby. Nothing here reads an object of Ruby's, only what the linker gives.
pub fn check_ruby(ruby: &Ruby) -> Result<(), Error> {
    // SAFETY: a constant of every Ruby.
    let [major, minor, _] = unsafe { rb_sys::ruby_api_version };
    let (made_for, found) = (text(&record().ruby), format!("{major}.{minor}"));
    if made_for == found {
        return Ok(());
    }
    let message = format!("it was made for Ruby {made_for}, this is Ruby {found}");
    Err(Error::new(ruby.exception_load_error(), message))
}

/// Defines `Kobako::EXTENSION_VERSION`, of the gem that this file belongs to.
pub fn init(kobako: RModule) -> Result<(), Error> {
    kobako.const_set("EXTENSION_VERSION", text(&record().version))
}

/// As it stands in the file, which the compiler may not foresee.
fn record() -> &'static Record {
    std::hint::black_box(&RECORD)
}

fn text(padded: &'static [u8]) -> &'static str {
    let end = padded.iter().position(|&byte| byte == 0);
    let text = &padded[..end.unwrap_or(padded.len())];
    str::from_utf8(text).expect("versions are ASCII")
}
