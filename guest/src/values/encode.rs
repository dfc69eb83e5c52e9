//! A value of the guest as MessagePack, read in place: no guest code runs, nothing is copied twice.

use std::fmt;

use kobako_wire::exact::Big;
use kobako_wire::{Encode, Error as WireError, GuestKind, Writer};

use super::held;
use super::written::Written;
use crate::mrb::{Mrb, Scalar, Scalars, Value, View};
use crate::text::utf8;

const TIME: &str =
    "a Time beyond 64 bits of seconds, or whose offset is no whole number of seconds";
const DATE: &str = "a Date beyond 64 bits of days";
const DECIMAL: &str = "a BigDecimal with an exponent beyond 32 bits";
const RATIONAL: &str = "a Rational of parts that are no Integers";
const COMPLEX: &str = "a Complex without parts";
const RANGE: &str = "a Range without ends";
const SET: &str = "a Set without members";

/// Why a value cannot leave the guest.
pub enum EncodeError {
    /// An object of this class, or a name that says which value.
    Class(String),
    Wire(WireError),
    /// The message would be longer than it may be.
    Room,
    /// There is no memory to keep an object for the host.
    Memory,
}

impl From<WireError> for EncodeError {
    fn from(error: WireError) -> Self {
        Self::Wire(error)
    }
}

impl fmt::Display for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Class(name) => write!(
                f,
                "{name} cannot leave the sandbox; nil, true, false, Integer, Float, Rational, Complex, BigDecimal, \
                 String, Symbol, Time, Date, DateTime, Array, Hash, Range, Set and handles can (return one of these)"
            ),
            Self::Room => f.write_str("the value is too long to leave the sandbox at once"),
            Self::Memory => f.write_str("no memory to keep the value for the host"),
            Self::Wire(error) => write!(f, "the value cannot leave the sandbox: {error}"),
        }
    }
}

/// Integers that are written at once.
const RUN: usize = 256;

/// About what an object takes in memory.
const OBJECT: usize = 256;

/// A message that is written.
pub struct Encoder {
    mrb: Mrb,
    writer: Writer,
    scalars: Scalars,
    /// Symbols, from the second Hash on.
    written: Written,
    hashes: usize,
    extent: Extent,
    /// Whether structs of the script's own may stand in the message.
    records: bool,
}

/// What becomes of a value that is long or cannot leave.
enum Extent {
    /// It is an error, by its name.
    Whole,
    /// It is an error, as is more than `room` bytes; `refused` are those of a text that was not written.
    Bounded { room: usize, refused: usize },
    /// Objects within another, but not within a key, stay in the guest.
    StandingIn { depth: usize, keys: usize },
}

impl Encoder {
    /// Goes on where `writer` stands.
    pub fn new(mrb: Mrb, writer: Writer) -> Self {
        Self {
            mrb,
            writer,
            scalars: mrb.scalars(),
            written: Written::default(),
            hashes: 0,
            extent: Extent::Whole,
            records: false,
        }
    }

    /// The same for a message in which structs of the script's own may stand.
    pub fn with_records(mrb: Mrb, writer: Writer) -> Self {
        Self {
            records: true,
            ..Self::new(mrb, writer)
        }
    }

    /// The same, up to so many bytes.
    pub fn bounded(mrb: Mrb, writer: Writer, room: usize) -> Self {
        let extent = Extent::Bounded { room, refused: 0 };
        Self {
            extent,
            ..Self::new(mrb, writer)
        }
    }

    /// The same, where objects in the value that cannot leave stay in the guest.
    pub fn standing_in(mrb: Mrb, writer: Writer) -> Self {
        let extent = Extent::StandingIn { depth: 0, keys: 0 };
        Self {
            extent,
            ..Self::new(mrb, writer)
        }
    }

    /// Bytes that were written, or were to be.
    pub fn tried(&self) -> usize {
        match self.extent {
            Extent::Bounded { refused, .. } => self.writer.position() + refused,
            _ => self.writer.position(),
        }
    }

    /// Refuses so many bytes where there is no room for them.
    fn fits(&mut self, length: usize) -> Result<(), EncodeError> {
        if let Extent::Bounded { room, refused } = &mut self.extent
            && self.writer.position() + length > *room
        {
            *refused = length;
            return Err(EncodeError::Room);
        }
        Ok(())
    }

    fn container(
        &mut self,
        write: impl FnOnce(&mut Self) -> Result<(), EncodeError>,
    ) -> Result<(), EncodeError> {
        if let Extent::StandingIn { depth, .. } = &mut self.extent {
            *depth += 1;
        }
        write(self)?;
        if let Extent::StandingIn { depth, .. } = &mut self.extent {
            *depth -= 1;
        }
        Ok(())
    }

    fn key(&mut self, key: &Value) -> Result<(), EncodeError> {
        if let Extent::StandingIn { keys, .. } = &mut self.extent {
            *keys += 1;
        }
        self.value(key)?;
        if let Extent::StandingIn { keys, .. } = &mut self.extent {
            *keys -= 1;
        }
        Ok(())
    }

    /// An object that cannot leave.
    fn object(
        &mut self,
        value: &Value,
        name: impl FnOnce() -> EncodeError,
    ) -> Result<(), EncodeError> {
        match self.extent {
            Extent::StandingIn {
                depth: 1..,
                keys: 0,
            } => {
                let known = held::hold(self.mrb, value, GuestKind::Other, OBJECT);
                Ok(self.writer.guest_value(known.ok_or(EncodeError::Memory)?)?)
            }
            Extent::Bounded { .. } => Err(EncodeError::Room),
            _ => Err(name()),
        }
    }

    /// Two values, the parts of another.
    fn both(&mut self, one: &Value, two: &Value) -> Result<(), EncodeError> {
        self.value(one)?;
        self.value(two)
    }

    /// A part of a complex number.
    fn real(&mut self, part: &Value) -> Result<(), EncodeError> {
        match self.mrb.view(part) {
            View::Int(_)
            | View::UInt(_)
            | View::Big
            | View::Float(_)
            | View::Rational
            | View::Decimal => self.value(part),
            _ => Err(named("a Complex of parts that are no real numbers")),
        }
    }

    /// A struct of the script's own.
    fn record(&mut self, record: &Value) -> Result<(), EncodeError> {
        let mrb = self.mrb;
        let name = mrb.class_name(record);
        let name = String::from_utf8_lossy(&name);
        let (names, values) = match mrb.record(record) {
            Some(parts) if self.records => parts,
            _ => return Err(named(&name)),
        };
        let View::Array(names) = mrb.view(&names) else {
            return Err(named(&name));
        };
        self.writer.record(names.len())?;
        self.writer.str(&name)?;
        names
            .iter()
            .zip(values)
            .try_for_each(|(name, value)| match mrb.view(name) {
                View::Symbol(_) => self.both(name, value),
                _ => Err(named("a struct whose members are no Symbols")),
            })
    }

    /// A value that is an object of a class of Ruby's own.
    fn exact(&mut self, view: View<'_>, value: &Value) -> Result<(), EncodeError> {
        let (mrb, writer) = (self.mrb, &mut self.writer);
        let beyond = |what| move || named(what);
        match view {
            View::Time => writer.time(mrb.time_of(value).ok_or_else(beyond(TIME))?)?,
            View::Date => writer.date(mrb.date_of(value).ok_or_else(beyond(DATE))?)?,
            View::DateTime => writer.date_time(mrb.date_of(value).ok_or_else(beyond(DATE))?)?,
            View::Big => {
                let big = mrb.magnitude(value, |negative, magnitude| {
                    writer.big(Big {
                        negative,
                        magnitude,
                    })
                });
                big.unwrap_or(Ok(()))?;
            }
            View::Decimal => {
                let written = mrb.kept(|| mrb.decimal_of(value, |decimal| writer.decimal(decimal)));
                written.ok_or_else(beyond(DECIMAL))??;
            }
            View::Rational => {
                let written = mrb.rational_of(value, |rational| writer.rational(rational));
                written.ok_or_else(beyond(RATIONAL))??;
            }
            View::Complex => {
                let (real, imaginary) = mrb.parts(value).ok_or_else(beyond(COMPLEX))?;
                writer.complex()?;
                self.real(&real)?;
                self.real(&imaginary)?;
            }
            View::Range => {
                let (begin, end) = mrb.parts(value).ok_or_else(beyond(RANGE))?;
                writer.range(mrb.excludes_end(value))?;
                self.container(|this| this.both(&begin, &end))?;
            }
            View::Set => {
                let members = mrb.members(value).ok_or_else(beyond(SET))?;
                let View::Hash(length) = mrb.view(&members) else {
                    return Err(named(SET));
                };
                writer.set(length)?;
                self.container(|this| mrb.each_pair(&members, |member, _| this.key(member)))?;
            }
            View::Record if self.records => self.record(value)?,
            _ => self.object(value, || {
                named(&String::from_utf8_lossy(&mrb.class_name(value)))
            })?,
        }
        Ok(())
    }

    /// A value that is no number of one word.
    #[inline(never)]
    fn laid_open(&mut self, value: &Value) -> Result<(), EncodeError> {
        let mrb = self.mrb;
        let view = mrb.view(value);
        // Each element takes a byte or more.
        match view {
            View::Str(bytes) | View::Bin(bytes) => self.fits(bytes.len())?,
            View::Array(elements) => self.fits(elements.len())?,
            View::Hash(pairs) => self.fits(pairs * 2)?,
            _ => {}
        }
        let writer = &mut self.writer;
        match view {
            View::Nil => writer.nil()?,
            View::Bool(value) => writer.bool(value)?,
            View::Int(value) => writer.int(value)?,
            View::UInt(value) => writer.uint(value)?,
            View::Float(value) => writer.float(value)?,
            View::Str(bytes) => match utf8(bytes) {
                Some(text) => writer.str(text)?,
                None => writer.bin(bytes)?,
            },
            View::Bin(bytes) => writer.bin(bytes)?,
            View::Symbol(name) => match std::str::from_utf8(name) {
                Ok(name) => {
                    let start = writer.position();
                    writer.symbol(name)?;
                    if self.hashes > 1 {
                        self.written.note(value, start..writer.position());
                    }
                }
                Err(_) => return Err(named("a Symbol that is not UTF-8")),
            },
            View::Array(elements) => self.container(|this| this.array(elements))?,
            View::Hash(pairs) => self.container(|this| {
                this.hashes += 1;
                this.writer.map(pairs)?;
                mrb.each_pair(value, |key, value| {
                    this.key(key)?;
                    this.value(value)
                })
            })?,
            View::Handle(id) => writer.handle(id)?,
            view => self.exact(view, value)?,
        }
        self.fits(0)
    }

    /// The bytes.
    pub fn finish(self) -> Result<Vec<u8>, EncodeError> {
        Ok(self.writer.finish()?)
    }
}

impl Encode for Encoder {
    type Value = Value;
    type Array = [Value];
    /// A Hash, or nil.
    type Keywords = Value;
    type Error = EncodeError;

    fn writer(&mut self) -> &mut Writer {
        &mut self.writer
    }

    fn value(&mut self, value: &Value) -> Result<(), EncodeError> {
        match self.scalars.of(value) {
            Scalar::Int(value) => self.writer.int(value)?,
            Scalar::Float(value) => self.writer.float(value)?,
            Scalar::Other => match self.written.find(value) {
                Some((start, length)) => self.writer.repeat(start, length)?,
                None => return self.laid_open(value),
            },
        }
        self.fits(0)
    }

    fn array(&mut self, elements: &[Value]) -> Result<(), EncodeError> {
        self.writer.array(elements.len())?;
        let mut rest = elements;
        while let Some(first) = rest.first() {
            let run = self.scalars.ints_of(&rest[..rest.len().min(RUN)]);
            if run.len() < 2 {
                self.value(first)?;
                rest = &rest[1..];
            } else {
                rest = &rest[run.len()..];
                self.writer.ints(run)?;
                self.fits(0)?;
            }
        }
        Ok(())
    }

    fn keywords(&mut self, keywords: &Value) -> Result<(), EncodeError> {
        let mrb = self.mrb;
        let View::Hash(pairs) = mrb.view(keywords) else {
            return Ok(self.writer.map(0)?);
        };
        self.writer.map(pairs)?;
        mrb.each_pair(keywords, |key, value| {
            if !matches!(mrb.view(key), View::Symbol(_)) {
                return Err(named("a keyword that is not a Symbol"));
            }
            self.value(key)?;
            self.value(value)
        })
    }

    fn refuse(error: WireError) -> EncodeError {
        EncodeError::Wire(error)
    }
}

fn named(name: &str) -> EncodeError {
    EncodeError::Class(name.to_owned())
}
