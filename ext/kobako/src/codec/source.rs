//! MessagePack to Ruby values.

mod compound;
mod containers;

use kobako_wire::{Decode, FaultOf, GuestValue, Reader, Token};
use magnus::{
    Error, RArray, RHash, Ruby, Value,
    prelude::*,
    value::{Lazy, LazyId},
};

use super::{
    classes::Kind,
    exact, integers,
    keys::{self, Allowance, Content},
    names::Read,
    objects::{FAULT, Handles},
    pace::Pace,
};
use crate::{bytes, deadline::Deadline, errors, guest_value::GuestValues};

/// What the look-up of a handle costs, in values.
const LOOK_UP: usize = 8;
/// Products of a byte above and one below the line of a fraction, which a value's worth of work reduces.
const REDUCED: usize = 1024;

static FETCH: LazyId = LazyId::new("fetch");
static RECORD: LazyId = LazyId::new("record");

static NO_KEYWORDS: Lazy<RHash> = Lazy::new(|ruby| {
    let keywords = ruby.hash_new();
    keywords.freeze();
    keywords
});

/// Where values are from that stay in the guest.
#[derive(Clone, Copy)]
pub struct Origin<'a> {
    pub values: &'a GuestValues,
    /// Answers `fetch_value`.
    pub fetcher: Value,
}

/// A message that is read.
pub struct Source<'a> {
    ruby: &'a Ruby,
    bytes: &'a [u8],
    reader: Reader<'a>,
    handles: Handles,
    origin: Option<Origin<'a>>,
    pace: Pace,
    allowance: Allowance,
    /// What the values that were read hold, since a key began.
    content: Content,
    /// How many keys the value that is read stands in.
    keys: usize,
    /// Keys that are short Strings, and Symbols.
    names: Read<'a>,
    /// How many objects of the host were read.
    objects: usize,
    /// Whose `record` is told the name of a struct's class before it is read as a Hash, and may raise; None where the
    /// guest sends no structs.
    records: Option<Value>,
}

impl<'a> Source<'a> {
    /// A message, before its first byte.
    pub fn new(
        ruby: &'a Ruby,
        bytes: &'a [u8],
        handles: Handles,
        deadline: Option<Deadline>,
    ) -> kobako_wire::Result<Self> {
        Ok(Self {
            ruby,
            bytes,
            reader: Reader::new(bytes)?,
            handles,
            origin: None,
            pace: Pace::new(deadline),
            allowance: Allowance::of(bytes.len()),
            content: Content::default(),
            keys: 0,
            names: Read::default(),
            objects: 0,
            records: None,
        })
    }

    /// The one value of the message `bytes`, in which structs may stand if somebody is asked for each.
    pub fn whole(
        ruby: &'a Ruby,
        bytes: &'a [u8],
        handles: Handles,
        deadline: Option<Deadline>,
        records: Option<Value>,
    ) -> Result<Value, Error> {
        let mut source = Self::new(ruby, bytes, handles, deadline).map_err(Self::refuse)?;
        source.records = records;
        source.one()
    }

    /// The one value of a message of a block, whose objects may stay in the guest.
    pub fn of_block(
        ruby: &'a Ruby,
        bytes: &'a [u8],
        handles: Handles,
        deadline: Option<Deadline>,
        origin: Origin<'a>,
    ) -> Result<Value, Error> {
        let source = Self::new(ruby, bytes, handles, deadline);
        let mut source = source.map_err(Self::refuse)?;
        source.origin = Some(origin);
        source.one()
    }

    fn one(mut self) -> Result<Value, Error> {
        let value = self.value()?;
        self.reader.finish().map_err(Self::refuse)?;
        Ok(value)
    }

    /// The next value.
    pub fn value(&mut self) -> Result<Value, Error> {
        if let Some(value) = self.plain() {
            return Ok(value);
        }
        let token = self.token()?;
        self.value_of(token)
    }

    /// The next value if it is a small Integer, a Float, a short text, or a Symbol with a short name. Not a part of the
    /// frame that is there once for each level.
    #[inline(never)]
    fn plain(&mut self) -> Option<Value> {
        if let Some(integer) = self.reader.next_int() {
            return Some(self.ruby.integer_from_i64(integer).as_value());
        }
        if let Some(text) = self.reader.next_text() {
            return Some(self.ruby.str_new(text).as_value());
        }
        if let Some(float) = self.reader.next_float() {
            return Some(self.float(float));
        }
        self.symbol()
    }

    #[inline]
    fn float(&mut self, float: f64) -> Value {
        self.content.float = true;
        self.content.not_a_number |= float.is_nan();
        self.ruby.float_from_f64(float).as_value()
    }

    #[inline]
    fn symbol(&mut self) -> Option<Value> {
        let start = self.reader.position();
        let name = self.reader.next_symbol()?;
        self.pace.bytes(name.len());
        let bytes = &self.bytes[start..self.reader.position()];
        let ruby = self.ruby;
        Some(self.names.get(bytes, || new_symbol(ruby, name)))
    }

    fn token(&mut self) -> Result<Token<'a>, Error> {
        self.reader.next().map_err(Self::refuse)
    }

    /// What needs much of the stack is in functions of its own: this one is entered for each level of a message.
    fn value_of(&mut self, token: Token<'a>) -> Result<Value, Error> {
        let ruby = self.ruby;
        Ok(match token {
            Token::Nil => ruby.qnil().as_value(),
            Token::Bool(true) => ruby.qtrue().as_value(),
            Token::Bool(false) => ruby.qfalse().as_value(),
            Token::Int(integer) => ruby.integer_from_i64(integer).as_value(),
            Token::UInt(integer) => ruby.integer_from_u64(integer).as_value(),
            Token::Float(float) => self.float(float),
            Token::Str(text) => {
                self.pace.bytes(text.len());
                bytes::utf8(ruby, text).as_value()
            }
            Token::Bin(bytes) => {
                self.pace.bytes(bytes.len());
                bytes::binary(ruby, bytes).as_value()
            }
            Token::Symbol(name) => {
                self.pace.bytes(name.len());
                new_symbol(ruby, name)
            }
            Token::Array(length) => self.array(length)?.as_value(),
            Token::Map(length) => self.hash(length)?.as_value(),
            Token::Handle(id) => self.object(id)?,
            Token::GuestValue(known) => self.guest_value(known)?,
            token => self.rare_value(token)?,
        })
    }

    /// Values of the other kinds. Not a part of the frame that is there once for each level.
    #[inline(never)]
    fn rare_value(&mut self, token: Token<'a>) -> Result<Value, Error> {
        let ruby = self.ruby;
        Ok(match token {
            Token::Fault(payload) => self.fault(payload)?,
            Token::Big(big) => {
                self.pace.bytes(big.magnitude.len());
                integers::integer(big.negative, big.magnitude)?
            }
            Token::Time(time) => exact::new_time(time)?,
            Token::Date(date) => exact::new_date(ruby, Kind::Date, date)?,
            Token::DateTime(date) => exact::new_date(ruby, Kind::DateTime, date)?,
            Token::Decimal(decimal) => self.decimal(decimal)?,
            Token::Rational(rational) => {
                let (above, below) = (rational.numerator.len(), rational.denominator.len());
                self.pace.values(above * below / REDUCED)?;
                integers::rational(rational)?
            }
            Token::Complex => exact::new_complex(self.real()?, self.real()?)?,
            Token::Range(exclude_end) => self.range(exclude_end)?,
            Token::Set(length) => exact::new_set(ruby, self.pairs(length, |_| Ok(None))?)?,
            Token::Record(length) => self.record(length)?,
            token => return Err(errors::out_of_place(token.name())),
        })
    }

    /// The object behind a handle.
    pub fn object(&mut self, id: u32) -> Result<Value, Error> {
        let Some(handles) = self.handles else {
            return Err(errors::out_of_place(Token::Handle(id).name()));
        };
        self.pace.values(LOOK_UP)?;
        self.objects += 1;
        let object = handles.funcall(*FETCH, (id,))?;
        self.content.foreign |= self.keys > 0 && !keys::is_plain(self.ruby, object);
        Ok(object)
    }

    /// What stands for a value of the guest. None is a key, which Ruby would hash, nor a part of one.
    fn guest_value(&mut self, known: GuestValue) -> Result<Value, Error> {
        let (Some(origin), Some(handles), 0) = (self.origin, self.handles, self.keys) else {
            return Err(errors::out_of_place(Token::GuestValue(known).name()));
        };
        self.pace.values(LOOK_UP)?;
        Ok(origin
            .values
            .take(self.ruby, known, origin.fetcher, handles))
    }

    #[inline(never)]
    fn fault(&mut self, payload: &'a [u8]) -> Result<Value, Error> {
        if self.handles.is_none() {
            return Err(errors::out_of_place(Token::Fault(payload).name()));
        }
        self.pace.bytes(payload.len());
        let fault = FaultOf::read_with(&mut self.nested(payload))?;
        let nil = || self.ruby.qnil().as_value();
        let details = fault.details.unwrap_or_else(nil);
        self.objects += 1;
        // The objects of this class compare by what they hold.
        self.content.foreign |= self.keys > 0;
        self.ruby
            .get_inner(&FAULT)
            .new_instance((fault.kind.name(), fault.message, details))
    }
}

impl<'a> Decode<'a> for Source<'a> {
    type Value = Value;
    type Array = RArray;
    type Keywords = RHash;
    type Error = Error;

    fn reader(&mut self) -> &mut Reader<'a> {
        &mut self.reader
    }

    fn value(&mut self) -> Result<Value, Error> {
        Source::value(self)
    }

    fn array(&mut self, length: usize) -> Result<RArray, Error> {
        Source::array(self, length)
    }

    fn keywords(&mut self, length: usize) -> Result<RHash, Error> {
        match length {
            0 => Ok(self.ruby.get_inner(&NO_KEYWORDS)),
            _ => self.hash(length),
        }
    }

    fn skip(&mut self) -> Result<(), Error> {
        self.reader.skip().map_err(Self::refuse)
    }

    /// Its details are plain values.
    fn nested(&self, payload: &'a [u8]) -> Self {
        Self {
            ruby: self.ruby,
            bytes: payload,
            reader: self.reader.nested(payload),
            handles: None,
            origin: None,
            pace: Pace::new(None),
            allowance: Allowance::of(payload.len()),
            content: Content::default(),
            keys: 0,
            names: Read::default(),
            objects: 0,
            records: None,
        }
    }

    fn refuse(error: kobako_wire::Error) -> Error {
        errors::undecodable(&error)
    }
}

/// Made from a String, so that Ruby can collect it: a guest chooses this text.
fn new_symbol(ruby: &Ruby, name: &str) -> Value {
    ruby.to_symbol(name).as_value()
}

/// Makes what messages share now.
pub fn init(ruby: &Ruby) {
    for id in [&FETCH, &RECORD] {
        LazyId::force(id, ruby);
    }
    Lazy::force(&NO_KEYWORDS, ruby);
}
