//! Ruby values to MessagePack.

mod texts;

use kobako_wire::{self as wire, Encode, Fault, FaultKind, Writer, envelope::Response};
use magnus::{
    Error, Float, Integer, RArray, RHash, RString, Ruby, Symbol, TryConvert, Value, prelude::*,
    r_hash::ForEach, rb_sys::AsRawValue, typed_data::Obj, value::LazyId,
};

use super::{
    classes::{Kind, kind_of},
    exact::{self, Members},
    integers,
    names::Written,
    objects::{Handles, is_fault},
    pace::Pace,
};
use crate::{
    deadline::Deadline,
    errors,
    guest_value::{self, GuestValue},
    native_stack,
};

/// What an object that becomes a handle costs, in values.
const LOOK_UP: usize = 8;
/// Objects that may stand for each other in turn, each in the place of the one before.
const MAX_STAND_INS: usize = 16;

static ADD: LazyId = LazyId::new("add");

/// A message that is written.
pub struct Sink<'a> {
    ruby: &'a Ruby,
    writer: Writer,
    handles: Handles,
    pace: Pace,
    written: Written,
    /// How many objects the value that is written stands for, each in the place of the one before.
    stand_ins: usize,
}

impl<'a> Sink<'a> {
    /// A message that is written behind the capacity of `buffer`, which is empty.
    pub fn new(
        ruby: &'a Ruby,
        buffer: Vec<u8>,
        handles: Handles,
        deadline: Option<Deadline>,
    ) -> Self {
        Self {
            ruby,
            writer: Writer::after(buffer),
            handles,
            pace: Pace::new(deadline),
            written: Written::default(),
            stand_ins: 0,
        }
    }

    /// Writes the response that holds a `Kobako::Fault`.
    pub fn fault_response(&mut self, fault: Value) -> Result<(), Error> {
        let fault = fault_of(self.ruby, fault)?;
        check(Response::write_fault(&mut self.writer, &fault))
    }

    /// The bytes.
    pub fn finish(self) -> Result<Vec<u8>, Error> {
        self.writer.finish().map_err(errors::unsupported)
    }

    /// Appends `value`.
    pub fn value(&mut self, value: Value) -> Result<(), Error> {
        if let Some(integer) = Integer::from_value(value) {
            self.integer(integer)
        } else if let Some(string) = RString::from_value(value) {
            self.string(string)
        } else if let Some(symbol) = Symbol::from_value(value) {
            self.symbol(symbol)
        } else if let Some(array) = RArray::from_value(value) {
            self.array(array)
        } else if let Some(hash) = RHash::from_value(value) {
            self.hash(hash)
        } else if let Some(float) = Float::from_value(value) {
            check(self.writer.float(float.to_f64()))
        } else if value.is_nil() {
            check(self.writer.nil())
        } else if rb_sys::SPECIAL_CONST_P(value.as_raw()) {
            check(self.writer.bool(value.to_bool()))
        } else {
            self.object(value)
        }
    }

    fn array(&mut self, array: RArray) -> Result<(), Error> {
        native_stack::check_level(self.ruby)?;
        check(self.writer.array(array.len()))?;
        (0..array.len()).try_for_each(|index| {
            self.pace.values(1)?;
            self.value(array.entry(index as isize)?)
        })
    }

    fn hash(&mut self, hash: RHash) -> Result<(), Error> {
        native_stack::check_level(self.ruby)?;
        check(self.writer.map(hash.len()))?;
        self.each_pair(
            hash,
            "a Hash lost or gained keys while it was sent",
            |sink, key, value| {
                sink.key(key)?;
                sink.value(value)
            },
        )
    }

    /// Appends what `write` does for each pair; an error with this text if they are not as many as they were.
    fn each_pair(
        &mut self,
        hash: RHash,
        text: &str,
        write: impl Fn(&mut Self, Value, Value) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let mut left = hash.len();
        if left == 0 {
            return Ok(());
        }
        let changed = || errors::unsupported(text);
        hash.foreach(|key: Value, value: Value| {
            left = left.checked_sub(1).ok_or_else(changed)?;
            self.pace.values(2)?;
            write(self, key, value)?;
            Ok(ForEach::Continue)
        })?;
        if left == 0 { Ok(()) } else { Err(changed()) }
    }

    /// Appends one of Ruby's own values, a fault, what stands for a value of the guest, or a handle if there is a table
    /// for one.
    #[inline(never)]
    fn object(&mut self, object: Value) -> Result<(), Error> {
        if let Some(known) = GuestValue::of(self.ruby, object) {
            return self.guest_value(known);
        }
        match kind_of(self.ruby, object) {
            Some(Kind::Range) => match exact::range(self.ruby, object) {
                Some((ends, exclude_end)) => return self.range(ends, exclude_end),
                None => return self.handle(object),
            },
            Some(kind) => return self.exact(kind, object),
            None => (),
        }
        if is_fault(self.ruby, object) {
            return check(self.writer.fault(&fault_of(self.ruby, object)?));
        }
        self.handle(object)
    }

    fn handle(&mut self, object: Value) -> Result<(), Error> {
        let Some(handles) = self.handles else {
            // SAFETY: the name is copied at once.
            let class = unsafe { object.classname() }.into_owned();
            return Err(errors::unsupported(format!(
                "a {class} cannot cross (send nil, true, false, a number, String, Symbol, Time, Date, Array, Hash, \
                 Range or Set)"
            )));
        };
        self.pace.values(LOOK_UP)?;
        let stand_in: Value = handles.funcall(*ADD, (object,))?;
        match RArray::from_value(stand_in) {
            Some(by_value) => self.stand_in(by_value.entry(0)?),
            None => {
                let handle = u64::try_convert(stand_in)?;
                let asks = (handle >> u32::BITS) as u8;
                check(self.writer.asked_handle(handle as u32, asks))
            }
        }
    }

    /// Appends what crosses in the place of an object.
    fn stand_in(&mut self, value: Value) -> Result<(), Error> {
        if self.stand_ins == MAX_STAND_INS {
            return Err(errors::unsupported(format!(
                "more than {MAX_STAND_INS} objects are converted within each other (let converters give values)"
            )));
        }
        self.stand_ins += 1;
        let written = self.value(value);
        self.stand_ins -= 1;
        written
    }

    fn exact(&mut self, kind: Kind, object: Value) -> Result<(), Error> {
        let ruby = self.ruby;
        check(match kind {
            Kind::Time => self.writer.time(exact::time(ruby, object)?),
            Kind::Date => self.writer.date(exact::date(ruby, kind, object)?),
            Kind::DateTime => self.writer.date_time(exact::date(ruby, kind, object)?),
            Kind::Rational => self.writer.rational(exact::rational(object)?.borrowed()),
            Kind::Decimal => {
                let decimal = exact::decimal(ruby, object)?;
                self.writer.decimal(decimal.borrowed())
            }
            Kind::Complex => return self.complex(exact::complex(ruby, object)?),
            Kind::Set => return self.set(exact::members(ruby, object)?),
            Kind::Range => unreachable!("a Range is written by its ends"),
        })
    }

    fn complex(&mut self, parts: [Value; 2]) -> Result<(), Error> {
        check(self.writer.complex())?;
        parts.into_iter().try_for_each(|part| self.value(part))
    }

    fn range(&mut self, ends: [Value; 2], exclude_end: bool) -> Result<(), Error> {
        native_stack::check_level(self.ruby)?;
        check(self.writer.range(exclude_end))?;
        ends.into_iter().try_for_each(|end| self.value(end))
    }

    fn set(&mut self, members: Members) -> Result<(), Error> {
        native_stack::check_level(self.ruby)?;
        match members {
            Members::Elements(array) => {
                check(self.writer.set(array.len()))?;
                (0..array.len()).try_for_each(|index| {
                    self.pace.values(1)?;
                    self.value(array.entry(index as isize)?)
                })
            }
            Members::Keys(hash) => {
                check(self.writer.set(hash.len()))?;
                self.each_pair(
                    hash,
                    "a Set lost or gained members while it was sent",
                    |sink, key, _| sink.value(key),
                )
            }
        }
    }

    /// A value goes back to its guest as the very same object, unless it was fetched and changed.
    #[inline(never)]
    fn guest_value(&mut self, known: Obj<GuestValue>) -> Result<(), Error> {
        let ruby = self.ruby;
        self.pace.values(LOOK_UP)?;
        let at_home = self
            .handles
            .is_some_and(|handles| known.belongs_to(ruby, handles));
        if !at_home {
            return self.value(guest_value::value_of(ruby, known.as_value())?);
        }
        let Some(value) = known.fetched(ruby) else {
            return check(self.writer.guest_value(known.known()));
        };
        native_stack::check_level(ruby)?;
        let mut copy = Sink::new(ruby, Vec::new(), self.handles, self.pace.deadline());
        copy.value(value)?;
        if known.is_unchanged(&copy.finish()?) {
            return check(self.writer.guest_value(known.known()));
        }
        self.value(value)
    }

    #[inline(never)]
    fn integer(&mut self, integer: Integer) -> Result<(), Error> {
        match integers::word_of(integer) {
            Some(integers::Word::Signed(signed)) => check(self.writer.int(signed)),
            Some(integers::Word::Unsigned(unsigned)) => check(self.writer.uint(unsigned)),
            None => {
                let big = integers::big(integer)?;
                self.pace.bytes(big.magnitude.len());
                check(self.writer.big(big.borrowed()))
            }
        }
    }
}

impl Encode for Sink<'_> {
    type Value = Value;
    type Array = RArray;
    type Keywords = RHash;
    type Error = Error;

    fn writer(&mut self) -> &mut Writer {
        &mut self.writer
    }

    fn value(&mut self, value: &Value) -> Result<(), Error> {
        Sink::value(self, *value)
    }

    fn array(&mut self, array: &RArray) -> Result<(), Error> {
        Sink::array(self, *array)
    }

    fn keywords(&mut self, keywords: &RHash) -> Result<(), Error> {
        self.hash(*keywords)
    }

    fn refuse(error: wire::Error) -> Error {
        errors::unsupported(error)
    }
}

fn fault_of(ruby: &Ruby, object: Value) -> Result<Fault, Error> {
    let kind: String = object.funcall("kind", ())?;
    let details: Value = object.funcall("details", ())?;
    let mut sink = Sink::new(ruby, Vec::new(), None, None);
    sink.value(details)?;
    let details = sink.finish()?;
    Ok(Fault {
        kind: fault_kind(&kind)?,
        message: object.funcall("message", ())?,
        details: Some(wire::Value::decode(&details).map_err(errors::unsupported)?),
    })
}

fn fault_kind(name: &str) -> Result<FaultKind, Error> {
    FaultKind::named(name).map_err(|_| {
        errors::unsupported(format!(
            "a fault of kind {name} (use runtime, argument or undefined)"
        ))
    })
}

fn check(written: wire::Result<()>) -> Result<(), Error> {
    written.map_err(errors::unsupported)
}

/// Makes the name of the handle table's method now.
pub fn init(ruby: &Ruby) {
    LazyId::force(&ADD, ruby);
}
