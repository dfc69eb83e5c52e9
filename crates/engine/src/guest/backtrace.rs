//! Where the script was whose guest was stopped.
//!
//! The guest says so itself, if it exports a call for that: it is called wherever the guest was stopped, and what it
//! gives is as hostile as anything.

use std::time::Duration;

use wasmtime::{Instance, Store, UpdateDeadline};

use super::{linked::Linked, memory, state::State};
use crate::meter::thread_time;

/// Processor time that it may take, looked at when a tick comes: no less on a busy machine.
const LIMIT: Duration = Duration::from_millis(10);
/// Bytes of all lines, lines, and bytes of each that are kept.
const MAX_BYTES: usize = 64 << 10;
const MAX_LINES: usize = 64;
const MAX_LINE: usize = 2048;

/// The lines of its backtrace, innermost first; none if the guest does not say.
pub async fn of(linked: &Linked, store: &mut Store<State>, instance: &Instance) -> Vec<String> {
    let (Some(memory), Some(_)) = (store.data().memory, store.data().hooks.as_ref()) else {
        return Vec::new();
    };
    let Some(backtrace) = linked.exports.backtrace(&mut *store, instance) else {
        return Vec::new();
    };
    // Without them, it can call no service.
    store.data_mut().hooks = None;
    let begun = thread_time();
    store.epoch_deadline_callback(move |_| {
        if thread_time().saturating_sub(begun) < LIMIT {
            Ok(UpdateDeadline::Continue(1))
        } else {
            Ok(UpdateDeadline::Interrupt)
        }
    });
    store.set_epoch_deadline(1);
    let Ok(packed) = backtrace.call_async(&mut *store, ()).await else {
        return Vec::new();
    };
    let (ptr, len) = memory::unpack(packed);
    let bytes = memory::slice(memory.data(&store), ptr, len as usize);
    bytes.map_or_else(Vec::new, lines)
}

/// As far as they are kept, without what could garble a log.
fn lines(bytes: &[u8]) -> Vec<String> {
    let bytes = &bytes[..bytes.len().min(MAX_BYTES)];
    let lines = bytes
        .split(|&byte| byte == b'\n')
        .filter(|line| !line.is_empty());
    lines.take(MAX_LINES).map(line).collect()
}

fn line(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(MAX_LINE)]);
    let plain = |letter: char| {
        if letter.is_control() {
            char::REPLACEMENT_CHARACTER
        } else {
            letter
        }
    };
    text.chars().map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_those_of_the_guest() {
        assert_eq!(
            lines(b"a.rb:1:in 'x'\n\nb.rb:2\n"),
            ["a.rb:1:in 'x'", "b.rb:2"]
        );
        assert!(lines(b"").is_empty());
    }

    #[test]
    fn what_is_no_text_is_replaced() {
        assert_eq!(
            lines(b"\x1b[31mred\r\xff\nx"),
            ["\u{fffd}[31mred\u{fffd}\u{fffd}", "x"]
        );
    }

    #[test]
    fn no_more_is_kept_than_the_limits_say() {
        assert_eq!(lines(&b"x\n".repeat(MAX_LINES + 1)).len(), MAX_LINES);
        assert_eq!(lines(&[b'x'; MAX_LINE + 1])[0].len(), MAX_LINE);
        let long = [&[b'x'; MAX_LINE][..], b"\n"].concat();
        let kept = lines(&long.repeat(MAX_LINES + 9));
        assert!(kept.iter().map(String::len).sum::<usize>() <= MAX_BYTES);
    }
}
