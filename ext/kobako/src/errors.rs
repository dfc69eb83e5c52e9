//! The only place that makes `Kobako::*` exceptions.

use std::fmt::Display;

use kobako_engine::{SetupFailure, Stop};
use kobako_wire::ErrorKind;
use magnus::{
    Class, Error, ExceptionClass, Module, Object, RModule, RObject, Ruby, error::ErrorType,
    prelude::*, value::Lazy,
};

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
    CANCELLED = "CancelledError",
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
    let message = format!("{operation} failed: {ending}");
    let Ending::Stopped(stopped) = ending else {
        return raise(&TRAP, message);
    };
    let class = match stopped.stop {
        Stop::Timeout { .. } => &TIMEOUT,
        Stop::Memory { .. } => &MEMORY_LIMIT,
        Stop::Cancelled => &CANCELLED,
        Stop::Busy { .. } => &ERROR,
        _ => &TRAP,
    };
    located(raise(class, message), &stopped.backtrace)
}

/// The same exception, which says where the script was.
fn located(error: Error, backtrace: &[String]) -> Error {
    if backtrace.is_empty() {
        return error;
    }
    let exception = match error.error_type() {
        ErrorType::Exception(exception) => RObject::from_value(exception.as_value()),
        _ => None,
    };
    if let Some(exception) = exception {
        let ruby = Ruby::get_with(exception);
        let lines = ruby.ary_from_iter(backtrace.iter().map(|line| ruby.str_new(line)));
        // Without it, the exception says less.
        let _ = exception.ivar_set("@backtrace_lines", lines);
    }
    error
}

/// The exception for a run that is to begin twice, or is given settings after it began.
pub fn running() -> Error {
    raise(
        &ERROR,
        "this run has begun already (its settings are given in the block of eval, run, execute or call)",
    )
}

/// Whether it is one of kobako's own exceptions.
pub fn is_own(ruby: &Ruby, error: &Error) -> bool {
    error.is_kind_of(ruby.get_inner(&ERROR)) || is_refusal(ruby, error)
}

/// The exception for a block that is called when no service call is under way.
pub fn inactive() -> Error {
    raise(
        &ERROR,
        "no service call is active, so there is no block to yield to",
    )
}

/// The exception for a value that stayed in a guest which is gone.
pub fn value_gone() -> Error {
    raise(
        &ERROR,
        "a block's value is used after the run of its guest has ended (take it while the service is called: value.itself)",
    )
}

/// The exception for a value that stayed in the guest and is asked for from elsewhere.
pub fn value_elsewhere() -> Error {
    raise(
        &ERROR,
        "a block's value is used where its guest cannot send it (take it in the thread of the service call, as long as \
         that lasts: value.itself)",
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
