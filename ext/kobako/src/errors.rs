//! The only place that makes `Kobako::*` exceptions.

use std::fmt::Display;

use kobako_engine::{SetupFailure, Stop};
use kobako_wire::ErrorKind;
use magnus::{Class, Error, ExceptionClass, Module, RModule, Ruby, value::Lazy};

use crate::ending::Ending;

macro_rules! exceptions {
    ($($name:ident = $path:literal),* $(,)?) => {
        $(static $name: Lazy<ExceptionClass> = Lazy::new(|ruby| lookup(ruby, $path));)*

        /// Finds every class now, so that none is missing later.
        pub fn init(ruby: &Ruby) {
            $(Lazy::force(&$name, ruby);)*
        }
    };
}

exceptions! {
    ERROR = "Error",
    TRAP = "TrapError",
    TIMEOUT = "TimeoutError",
    MEMORY_LIMIT = "MemoryLimitError",
    SETUP = "SetupError",
    MODULE_NOT_BUILT = "ModuleNotBuiltError",
    UNSUPPORTED_TYPE = "Codec::UnsupportedType",
    TRUNCATED = "Codec::Truncated",
    INVALID_TYPE = "Codec::InvalidType",
    INVALID_ENCODING = "Codec::InvalidEncoding",
    CODEC = "Codec::Error",
    REJECTION = "Transport::Rejection",
    COSTLY = "Transport::CostlyValue",
    REFUSED_VALUE = "Transport::RefusedValue",
}

fn lookup(ruby: &Ruby, path: &str) -> ExceptionClass {
    let (modules, class) = path.rsplit_once("::").unwrap_or(("", path));
    let kobako: RModule = ruby
        .class_object()
        .const_get("Kobako")
        .expect("Kobako is defined");
    modules
        .split_terminator("::")
        .try_fold(kobako, |outer, name| outer.const_get(name))
        .and_then(|outer| outer.const_get(class))
        .unwrap_or_else(|error| panic!("Kobako::{path} is loaded before the extension: {error}"))
}

/// The exception for a guest that could not be made, or not be run.
pub fn setup(failure: SetupFailure) -> Error {
    let class = match failure {
        SetupFailure::NotBuilt(_) => &MODULE_NOT_BUILT,
        SetupFailure::Ticker(_) => &ERROR,
        _ => &SETUP,
    };
    raise(class, failure)
}

/// The exception for an invocation that ended without an outcome while `operation` ran.
pub fn ended(operation: &str, ending: &Ending) -> Error {
    let class = match ending {
        Ending::Stop(Stop::Timeout { .. }) => &TIMEOUT,
        Ending::Stop(Stop::Memory { .. }) => &MEMORY_LIMIT,
        Ending::Stop(Stop::Busy { .. }) => &ERROR,
        _ => &TRAP,
    };
    raise(class, format!("{operation} failed: {ending}"))
}

/// The exception for a guest that ended with a panic record, where nobody was given who raises it.
pub fn unraised() -> Error {
    raise(
        &ERROR,
        "the guest raised, and nobody was given to raise that here",
    )
}

/// The exception for a sandbox that is used while it runs.
pub fn running() -> Error {
    raise(
        &ERROR,
        "the sandbox is running already: one invocation at a time per Sandbox (use another Sandbox for each thread)",
    )
}

/// The exception for a block that is called when no service call is under way.
pub fn inactive() -> Error {
    raise(
        &ERROR,
        "no service call is active, so there is no block to yield to",
    )
}

/// The exception for a value that cannot cross.
pub fn unsupported(reason: impl Display) -> Error {
    raise(&UNSUPPORTED_TYPE, reason)
}

/// Whether it says that a message is refused: it does not decode, or names a handle that is not there.
pub fn is_refusal(ruby: &Ruby, error: &Error) -> bool {
    [&CODEC, &REJECTION]
        .iter()
        .any(|class| error.is_kind_of(ruby.get_inner(*class)))
}

/// The exception for a value whose reading would cost more than its size allows.
pub fn costly(reason: impl Display) -> Error {
    raise(&COSTLY, reason)
}

/// The exception for a value of the guest that is not made.
pub fn refused_value(reason: impl Display) -> Error {
    raise(&REFUSED_VALUE, reason)
}

/// Whether it is that exception, or the one for a costly value.
pub fn is_refused_value(ruby: &Ruby, error: &Error) -> bool {
    error.is_kind_of(ruby.get_inner(&REFUSED_VALUE))
}

/// The exception for bytes that do not decode.
pub fn undecodable(error: &kobako_wire::Error) -> Error {
    let class = match error.kind() {
        ErrorKind::Truncated => &TRUNCATED,
        ErrorKind::InvalidEncoding => &INVALID_ENCODING,
        _ => &INVALID_TYPE,
    };
    raise(class, error)
}

/// The exception for a handle or fault outside an envelope that gives it a meaning.
pub fn out_of_place(what: &str) -> Error {
    raise(
        &INVALID_TYPE,
        format!("a {what} stands where a plain value belongs"),
    )
}

fn raise(class: &'static Lazy<ExceptionClass>, message: impl Display) -> Error {
    let ruby = Ruby::get().expect("exceptions are made with the GVL held");
    made(ruby.get_inner(class), &message.to_string())
}

/// The exception, or what came while it was made: left to magnus on the way out, an end of the thread there would
/// abort the process.
pub fn made(class: ExceptionClass, message: &str) -> Error {
    class
        .new_instance((message,))
        .map_or_else(|error| error, Error::from)
}
