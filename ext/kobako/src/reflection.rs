//! What Ruby's C API tells of objects without running any code of theirs.

use magnus::{
    Error, Value,
    prelude::*,
    rb_sys::{AsRawId, AsRawValue, FromRawValue, protect},
    value::{Id, StaticSymbol},
};

/// The singleton class of `object` if it has one, else its class; none is made.
pub fn class_of(object: Value) -> Value {
    let raw = object.as_raw();
    if rb_sys::SPECIAL_CONST_P(raw) {
        return object.class().as_value();
    }
    // SAFETY: a value that is not special is a live object, which begins with its class.
    unsafe { Value::from_raw((*(raw as *const rb_sys::RBasic)).klass) }
}

/// What the exception was made with, which is not asked for its text: nil, a String, or what Ruby or the application
/// put there to be formatted later.
pub fn raw_message(exception: Value) -> Result<Value, Error> {
    protect(|| {
        // SAFETY: every object may be asked; the name is no instance variable of Ruby code.
        unsafe { rb_sys::rb_attr_get(exception.as_raw(), rb_sys::rb_intern2(c"mesg".as_ptr(), 4)) }
    })
    // SAFETY: what Ruby gave is alive.
    .map(|raw| unsafe { Value::from_raw(raw) })
}

/// Whether the class has the method, public or not, by anybody but Ruby itself at its start.
pub fn is_redefined(class: Value, name: StaticSymbol) -> bool {
    let (class, name) = (class.as_raw(), Id::from(name).as_raw());
    // SAFETY: a class, and the id of a symbol that lives for ever.
    unsafe {
        rb_sys::rb_method_boundp(class, name, 0) != 0
            && rb_sys::rb_method_basic_definition_p(class, name) == 0
    }
}
