//! The outcome of an invocation that ended in an exception.

use kobako_wire::Value;
use kobako_wire::envelope::{Outcome, Panic};

/// Bytes of a message, and lines of a backtrace, that reach the host.
const MESSAGE_BYTES: usize = 1 << 20;
const BACKTRACE_LINES: usize = 1024;
const LINE_BYTES: usize = 1024;

/// A panic whose parts are cut to what always fits into an outcome.
pub fn panic(class: &[u8], message: &[u8], backtrace: Vec<String>) -> Panic {
    Panic {
        origin: Panic::SANDBOX.to_owned(),
        class: text(class, LINE_BYTES),
        message: text(message, MESSAGE_BYTES),
        backtrace: backtrace.into_iter().take(BACKTRACE_LINES).collect(),
        details: None,
    }
}

/// A line of a backtrace.
pub fn line(bytes: &[u8]) -> String {
    text(bytes, LINE_BYTES)
}

/// An error of the host's input or of the guest itself.
pub fn failure(message: &str) -> Panic {
    panic(b"Kobako::Error", message.as_bytes(), Vec::new())
}

/// The outcome bytes, tag first; without the details if these are too large.
pub fn encode(panic: Panic) -> Vec<u8> {
    let short = Panic {
        details: None,
        ..panic.clone()
    };
    Outcome::Panic(panic)
        .encode()
        .or_else(|_| Outcome::Panic(short).encode())
        .expect("a cut panic fits")
}

/// The same with `details` for the host.
pub fn with_details(panic: Panic, details: Value) -> Panic {
    Panic {
        details: Some(details),
        ..panic
    }
}

/// The same as the failure of a service call.
pub fn of_service(panic: Panic, details: Value) -> Panic {
    Panic {
        origin: Panic::SERVICE.to_owned(),
        ..with_details(panic, details)
    }
}

fn text(bytes: &[u8], limit: usize) -> String {
    let mut text = String::from_utf8_lossy(&bytes[..bytes.len().min(limit)]).into_owned();
    if bytes.len() > limit {
        text.push_str(&format!("… ({} bytes, cut)", bytes.len()));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_what_fits() {
        let panic = panic(b"KeyError", "schlüssel".as_bytes(), vec![line(b"(eval):1")]);
        assert_eq!(
            (panic.class.as_str(), panic.message.as_str()),
            ("KeyError", "schlüssel")
        );
        assert_eq!(panic.backtrace, ["(eval):1"]);
    }

    #[test]
    fn cuts_what_would_not_fit_and_says_so() {
        let lines = vec![line(&[b'l'; 2 * LINE_BYTES]); 2 * BACKTRACE_LINES];
        let panic = panic(b"C", &vec![b'x'; 20 << 20], lines);
        assert!(panic.message.ends_with("… (20971520 bytes, cut)"));
        assert_eq!(panic.backtrace.len(), BACKTRACE_LINES);
        assert!(encode(panic).len() < 3 << 20);
    }

    #[test]
    fn replaces_bytes_that_are_not_utf8() {
        assert_eq!(panic(b"C", b"a\xffb", Vec::new()).message, "a\u{fffd}b");
    }
}
