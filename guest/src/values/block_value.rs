//! What a block gives, as a message: the value itself if it is short, else what stands for it.

use kobako_wire::{Encode, GuestKind, GuestValue, Writer};

use super::encode::{EncodeError, Encoder};
use super::held;
use crate::messages;
use crate::mrb::{Mrb, Value, View};

/// Bytes of a value that is sent whole.
const AT_ONCE: usize = 16 << 10;
/// Bytes of a value that is sent whole even if the same object came before.
const SMALL: usize = 128;
/// About what a value takes in memory for each byte of the message.
const FACTOR: usize = 3;
/// About what an object takes.
const OBJECT: usize = 256;

/// The message of a block's value, after `tag`.
pub fn encode(mrb: Mrb, tag: u8, value: &Value) -> Result<Vec<u8>, EncodeError> {
    let Some(kind) = kind_of(mrb, value) else {
        return whole(mrb, tag, value);
    };
    if let Some(known) = held::again(value) {
        return stand_in(tag, known);
    }
    let size = if held::is_recent(value) {
        AT_ONCE
    } else {
        match attempt(mrb, tag, value) {
            Ok(message) => {
                if message.len() > SMALL {
                    held::note(value);
                }
                return Ok(message);
            }
            Err(size) => size,
        }
    };
    hold(mrb, tag, value, kind, size)
}

/// The message of a value that goes back to the guest alone, after `tag`: an object is never copied.
pub fn encode_same(mrb: Mrb, tag: u8, value: &Value) -> Result<Vec<u8>, EncodeError> {
    match kind_of(mrb, value) {
        None => whole(mrb, tag, value),
        Some(kind) => hold(mrb, tag, value, kind, OBJECT),
    }
}

/// The kind of an object that may stay in the guest; `None` for all that is always sent itself.
fn kind_of(mrb: Mrb, value: &Value) -> Option<GuestKind> {
    match mrb.view(value) {
        View::Str(_) | View::Bin(_) => Some(GuestKind::String),
        View::Array(_) => Some(GuestKind::Array),
        View::Hash(_) => Some(GuestKind::Hash),
        View::Nil
        | View::Bool(_)
        | View::Int(_)
        | View::UInt(_)
        | View::Float(_)
        | View::Symbol(_)
        | View::Handle(_) => None,
        _ => Some(GuestKind::Other),
    }
}

fn whole(mrb: Mrb, tag: u8, value: &Value) -> Result<Vec<u8>, EncodeError> {
    let mut encoder = Encoder::new(mrb, Writer::tagged(tag, messages::buffer()));
    encoder.value(value)?;
    encoder.finish()
}

/// The message of the value itself; if that is too long or there is none, about how many bytes the value takes.
fn attempt(mrb: Mrb, tag: u8, value: &Value) -> Result<Vec<u8>, usize> {
    let length = match mrb.view(value) {
        View::Str(bytes) | View::Bin(bytes) if bytes.len() > AT_ONCE => return Err(bytes.len()),
        View::Array(elements) => elements.len(),
        View::Hash(pairs) => pairs * 2,
        _ => 1,
    };
    if length > AT_ONCE {
        return Err(length * FACTOR);
    }
    let mut encoder = Encoder::bounded(mrb, Writer::tagged(tag, messages::buffer()), AT_ONCE);
    let mut done = 0;
    let written = match mrb.view(value) {
        View::Array(elements) => {
            encoder.writer().array(length).is_ok()
                && elements.iter().all(|element| {
                    done += 1;
                    encoder.value(element).is_ok()
                })
        }
        View::Hash(pairs) => {
            encoder.writer().map(pairs).is_ok()
                && mrb
                    .each_pair(value, |key, value| {
                        done += 2;
                        encoder.value(key).and_then(|()| encoder.value(value))
                    })
                    .is_ok()
        }
        _ => encoder.value(value).is_ok(),
    };
    let size = encoder.tried() * FACTOR * length / done.max(1);
    match written.then(|| encoder.finish()) {
        Some(Ok(message)) => Ok(message),
        _ => Err(size.max(OBJECT)),
    }
}

fn hold(
    mrb: Mrb,
    tag: u8,
    value: &Value,
    kind: GuestKind,
    size: usize,
) -> Result<Vec<u8>, EncodeError> {
    let known = held::hold(mrb, value, kind, size).ok_or(EncodeError::Memory)?;
    stand_in(tag, known)
}

fn stand_in(tag: u8, known: GuestValue) -> Result<Vec<u8>, EncodeError> {
    let mut writer = Writer::tagged(tag, messages::buffer());
    writer.guest_value(known)?;
    Ok(writer.finish()?)
}
