//! YAML to events and back, by libyaml, for C (`guest/gems/yaml/include/kobako_yaml.h`).

mod emitter;
mod event;
mod parser;

#[cfg(test)]
mod tests;

pub use emitter::Emitter;
pub use event::Event;
pub use parser::{Parser, Problem};

#[cfg(interpreter)]
pub mod hooks {
    use super::{Emitter, Event, Parser, Problem};
    use crate::text::Text;

    /// `struct kobako_yaml` of `kobako_yaml.h`.
    #[repr(C)]
    pub struct Yaml {
        open_parser: extern "C" fn(&Text, u32) -> Box<Parser>,
        next: extern "C" fn(&mut Parser, &mut Event, &mut Problem) -> bool,
        close_parser: extern "C" fn(Box<Parser>),
        open_emitter: extern "C" fn() -> Box<Emitter>,
        set: extern "C" fn(&mut Emitter, u32, i32),
        get: extern "C" fn(&Emitter, u32) -> i32,
        emit: extern "C" fn(&mut Emitter, &Event, &mut Text, &mut Text) -> bool,
        close_emitter: extern "C" fn(Box<Emitter>),
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

    extern "C" fn open_parser(text: &Text, encoding: u32) -> Box<Parser> {
        Box::new(Parser::new(text.bytes(), encoding))
    }

    extern "C" fn next(parser: &mut Parser, event: &mut Event, problem: &mut Problem) -> bool {
        match parser.next() {
            Ok(found) => *event = found,
            Err(found) => {
                *problem = found;
                return false;
            }
        }
        true
    }

    extern "C" fn close_parser(parser: Box<Parser>) {
        drop(parser);
    }

    extern "C" fn open_emitter() -> Box<Emitter> {
        Box::default()
    }

    extern "C" fn set(emitter: &mut Emitter, setting: u32, value: i32) {
        emitter.set(setting, value);
    }

    extern "C" fn get(emitter: &Emitter, setting: u32) -> i32 {
        emitter.get(setting)
    }

    /// What was written stays in place until the next call.
    extern "C" fn emit(
        emitter: &mut Emitter,
        event: &Event,
        written: &mut Text,
        problem: &mut Text,
    ) -> bool {
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

    extern "C" fn close_emitter(emitter: Box<Emitter>) {
        drop(emitter);
    }
}
