//! YAML to events by libyaml, and back as libyaml does it, for C (`guest/gems/yaml/include/kobako_yaml.h`).
//!
//! `emitter` asks `node` how a node is written, which asks `scalar` and `directives`, and `writer` writes it.

mod directives;
mod emitter;
mod event;
mod node;
mod parser;
mod scalar;
mod settings;
mod writer;

#[cfg(test)]
mod tests;

pub use emitter::Emitter;
pub use event::Event;
pub use parser::{Parser, Problem};

#[cfg(interpreter)]
pub mod hooks {
    use std::ffi::c_void;

    use super::{Emitter, Event, Parser, Problem};
    use crate::text::Text;

    /// A parser or an emitter, which C has until it closes it.
    type Handle = *mut c_void;

    /// `struct kobako_yaml` of `kobako_yaml.h`.
    #[repr(C)]
    pub struct Yaml {
        open_parser: extern "C" fn(&Text, u32) -> Handle,
        next: extern "C" fn(Handle, &mut Event, &mut Problem) -> bool,
        close_parser: extern "C" fn(Handle),
        open_emitter: extern "C" fn() -> Handle,
        set: extern "C" fn(Handle, u32, i32),
        get: extern "C" fn(Handle, u32) -> i32,
        emit: extern "C" fn(Handle, &Event, &mut Text, &mut Text) -> bool,
        close_emitter: extern "C" fn(Handle),
    }

    pub static YAML: Yaml = Yaml {
        open_parser,
        next,
        close_parser,
        open_emitter,
        set,
        get,
        emit,
        close_emitter,
    };

    fn handle<T>(value: T) -> Handle {
        Box::into_raw(Box::new(value)).cast()
    }

    fn close<T>(handle: Handle) {
        // SAFETY: C closes once what it opened as a T.
        drop(unsafe { Box::from_raw(handle.cast::<T>()) });
    }

    fn emitter<'a>(handle: Handle) -> &'a mut Emitter {
        // SAFETY: C has it open, and lets each call return before the next.
        unsafe { &mut *handle.cast() }
    }

    extern "C" fn open_parser(text: &Text, encoding: u32) -> Handle {
        handle(Parser::new(text.bytes(), encoding))
    }

    extern "C" fn next(parser: Handle, event: &mut Event, problem: &mut Problem) -> bool {
        // SAFETY: C has it open, and lets each call return before the next.
        match unsafe { &mut *parser.cast::<Parser>() }.next_event() {
            Ok(found) => *event = found,
            Err(found) => {
                *problem = found;
                return false;
            }
        }
        true
    }

    extern "C" fn close_parser(parser: Handle) {
        close::<Parser>(parser);
    }

    extern "C" fn open_emitter() -> Handle {
        handle(Emitter::default())
    }

    extern "C" fn set(handle: Handle, setting: u32, value: i32) {
        emitter(handle).settings.set(setting, value);
    }

    extern "C" fn get(handle: Handle, setting: u32) -> i32 {
        emitter(handle).settings.get(setting)
    }

    /// What was written stays in place until the next call.
    extern "C" fn emit(
        handle: Handle,
        event: &Event,
        written: &mut Text,
        problem: &mut Text,
    ) -> bool {
        let emitter = emitter(handle);
        let result = emitter.emit(event);
        *written = Text::of(emitter.written());
        match result {
            Ok(()) => true,
            Err(text) => {
                *problem = Text::of(text.as_bytes());
                false
            }
        }
    }

    extern "C" fn close_emitter(handle: Handle) {
        close::<Emitter>(handle);
    }
}
