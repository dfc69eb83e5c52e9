//! Which of Ruby's own values an object is. It is told by the class itself: an object of a subclass, or with a singleton
//! class, is no value. `Kobako::Codec::Natives` has the methods that Ruby wrote for those that are of a library.

use std::sync::OnceLock;

use magnus::{
    Error, RArray, RClass, RModule, Ruby, Value,
    prelude::*,
    rb_sys::{AsRawId, AsRawValue},
    value::{LazyId, Opaque},
};
use rb_sys::ruby_value_type::{
    RUBY_T_COMPLEX, RUBY_T_DATA, RUBY_T_OBJECT, RUBY_T_RATIONAL, RUBY_T_STRUCT,
};

use super::integers::called;
use crate::reflection;

/// Ruby's own values that are objects.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Time,
    Date,
    DateTime,
    Decimal,
    Rational,
    Complex,
    Range,
    Set,
}

static BIND_CALL: LazyId = LazyId::new("bind_call");
static FIND: LazyId = LazyId::new("find");
static LOAD: LazyId = LazyId::new("load");

/// A class of a library, with the methods that take its objects apart and make them.
pub struct Native {
    name: &'static str,
    id: LazyId,
    found: OnceLock<Parts>,
}

#[derive(Clone, Copy)]
struct Parts {
    class: Opaque<RClass>,
    reader: Opaque<Value>,
    maker: Opaque<Value>,
}

pub static TIME: Native = Native::new("Time");
pub static DATE: Native = Native::new("Date");
pub static DATE_TIME: Native = Native::new("DateTime");
pub static DECIMAL: Native = Native::new("BigDecimal");
pub static SET: Native = Native::new("Set");

impl Native {
    const fn new(name: &'static str) -> Self {
        Self {
            name,
            id: LazyId::new(name),
            found: OnceLock::new(),
        }
    }

    /// What its reader tells of `object`.
    pub fn read(&self, ruby: &Ruby, object: Value) -> Result<Value, Error> {
        let reader = ruby.get_inner(self.loaded(ruby)?.reader);
        reader.funcall(*BIND_CALL, (object,))
    }

    /// What its maker makes of `argument`, called on `object` unless it is a Method of another one.
    pub fn make(&self, ruby: &Ruby, object: Value, argument: Value) -> Result<Value, Error> {
        let maker = ruby.get_inner(self.loaded(ruby)?.maker);
        // SAFETY: one of Ruby's own classes.
        if reflection::class_of(maker).as_raw() == unsafe { rb_sys::rb_cMethod } {
            let argument = argument.as_raw();
            return called(|| {
                // SAFETY: a Method, and one argument.
                unsafe { rb_sys::rb_method_call(1, &raw const argument, maker.as_raw()) }
            });
        }
        maker.funcall(*BIND_CALL, (object, argument))
    }

    /// An object of it on which nothing was called yet.
    pub fn allocate(&self, ruby: &Ruby) -> Result<Value, Error> {
        let class = ruby.get_inner(self.loaded(ruby)?.class).as_raw();
        called(|| {
            // SAFETY: a class.
            unsafe { rb_sys::rb_obj_alloc(class) }
        })
    }

    /// What there is of it, loaded if it was not yet.
    fn loaded(&self, ruby: &Ruby) -> Result<Parts, Error> {
        match self.found.get() {
            Some(parts) => Ok(*parts),
            None => self.keep(
                ruby,
                natives(ruby)?.funcall(*LOAD, (ruby.to_symbol(self.name),))?,
            ),
        }
    }

    /// Whether `class` is it. Nothing is loaded, but it may have been by now.
    fn is(&self, ruby: &Ruby, class: Value) -> bool {
        let parts = match self.found.get() {
            Some(parts) => Some(*parts),
            None if self.is_defined(ruby) => self.find(ruby).unwrap_or(None),
            None => None,
        };
        parts.is_some_and(|parts| ruby.get_inner(parts.class).as_raw() == class.as_raw())
    }

    fn is_defined(&self, ruby: &Ruby) -> bool {
        let object = ruby.class_object().as_raw();
        let id = LazyId::get_inner_with(&self.id, ruby).as_raw();
        // SAFETY: a class, and the id of a name that is interned for ever; neither loads what is to be loaded.
        unsafe {
            rb_sys::rb_const_defined_at(object, id) != 0
                && rb_sys::rb_autoload_p(object, id) == rb_sys::Qnil as rb_sys::VALUE
        }
    }

    fn find(&self, ruby: &Ruby) -> Result<Option<Parts>, Error> {
        let found: Option<RArray> = natives(ruby)?.funcall(*FIND, (ruby.to_symbol(self.name),))?;
        found.map(|parts| self.keep(ruby, parts)).transpose()
    }

    fn keep(&self, ruby: &Ruby, parts: RArray) -> Result<Parts, Error> {
        let class: RClass = parts.entry(0)?;
        let (reader, maker): (Value, Value) = (parts.entry(1)?, parts.entry(2)?);
        ruby.gc_register_mark_object(class);
        ruby.gc_register_mark_object(reader);
        ruby.gc_register_mark_object(maker);
        let parts = Parts {
            class: class.into(),
            reader: reader.into(),
            maker: maker.into(),
        };
        Ok(*self.found.get_or_init(|| parts))
    }
}

fn natives(ruby: &Ruby) -> Result<RModule, Error> {
    let kobako: RModule = ruby.class_object().const_get("Kobako")?;
    let codec: RModule = kobako.const_get("Codec")?;
    codec.const_get("Natives")
}

/// Which value `object` is, which is none of Ruby's immediate ones and none of a String, Array, Hash, Integer or Float.
pub fn kind_of(ruby: &Ruby, object: Value) -> Option<Kind> {
    let raw = object.as_raw();
    if rb_sys::SPECIAL_CONST_P(raw) {
        return None;
    }
    let class = reflection::class_of(object);
    // SAFETY: a live object that is not special; and Ruby's own classes, which are there from its start.
    let (kind, time, range) = unsafe {
        (
            rb_sys::RB_BUILTIN_TYPE(raw),
            rb_sys::rb_cTime,
            rb_sys::rb_cRange,
        )
    };
    match kind {
        RUBY_T_RATIONAL => Some(Kind::Rational),
        RUBY_T_COMPLEX => Some(Kind::Complex),
        RUBY_T_STRUCT if class.as_raw() == range => Some(Kind::Range),
        RUBY_T_DATA if class.as_raw() == time => Some(Kind::Time),
        RUBY_T_DATA if DECIMAL.is(ruby, class) => Some(Kind::Decimal),
        RUBY_T_DATA if DATE.is(ruby, class) => Some(Kind::Date),
        RUBY_T_DATA if DATE_TIME.is(ruby, class) => Some(Kind::DateTime),
        RUBY_T_DATA | RUBY_T_OBJECT if SET.is(ruby, class) => Some(Kind::Set),
        _ => None,
    }
}

/// Makes the names of methods now.
pub fn init(ruby: &Ruby) {
    for id in [&BIND_CALL, &FIND, &LOAD] {
        LazyId::force(id, ruby);
    }
    for native in [&TIME, &DATE, &DATE_TIME, &DECIMAL, &SET] {
        LazyId::force(&native.id, ruby);
    }
}
