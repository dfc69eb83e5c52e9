//! Bytecode as columns: what is alike of all routines stands together, a name stands once, and operands say how far they
//! are from what is likely. It deflates by a fifth better than the RITE binary that it is made of, and into which it is
//! turned back.
//!
//! Streams: numbers of each routine (locals, registers, children, handlers, bytes of code, literals, names), code,
//! handlers, literals, texts of names, numbers of names, symbols, and what follows the routines. A name's number is 0 for
//! the next of the texts, 1 for the next of the symbols, which are numbers that both sides know, and otherwise one more
//! than how many others were named since it was.

use std::ops::Range;

use crate::op::{Op, Operands};
use crate::rite::{COMPILER, FORMAT, INSTRUCTIONS, NUMBERED, number_of_7_bits, tag};

const ROUTINES: &[u8] = b"IREP";
const END: &[u8] = b"END\0\0\0\0\x08";
const HANDLER: usize = 13;
const NUMBERS: usize = 7;
const STREAMS: usize = NUMBERS + 7;

/// Places of the streams after those of numbers.
const CODE: usize = NUMBERS;
const HANDLERS: usize = NUMBERS + 1;
const LITERALS: usize = NUMBERS + 2;
const TEXTS: usize = NUMBERS + 3;
const NAMES: usize = NUMBERS + 4;
const SYMBOLS: usize = NUMBERS + 5;
const REST: usize = NUMBERS + 6;

/// In the place of a name's length: that it is the number of a symbol.
const IS_NUMBER: usize = 0x8000;

/// In the stream of numbers of names.
const TEXT: usize = 0;
const SYMBOL: usize = 1;

/// The columns of a RITE binary as kobako's compiler writes it; `None` for another. `symbol` gives the number of a name
/// that whoever reads them knows.
pub fn of(rite: &[u8], symbol: &impl Fn(&[u8]) -> Option<usize>) -> Option<Vec<u8>> {
    let mut all = Reader(rite);
    all.expect(FORMAT)?;
    all.take(4)?;
    all.expect(COMPILER)?;
    all.expect(ROUTINES)?;
    let length = all.be32()?;
    let mut routines = Reader(all.take(length.checked_sub(8)?)?);
    routines.expect(INSTRUCTIONS)?;
    let mut streams: [Vec<u8>; STREAMS] = Default::default();
    streams[REST] = all.0.strip_suffix(END)?.to_vec();
    let mut recent = Vec::new();
    while !routines.0.is_empty() {
        split(&mut routines, &mut streams, &mut recent, symbol)?;
    }
    let mut columns = Vec::new();
    streams
        .iter()
        .for_each(|stream| number_of_7_bits(&mut columns, stream.len()));
    streams
        .iter()
        .for_each(|stream| columns.extend_from_slice(stream));
    Some(columns)
}

/// The next routine.
fn split<'a>(
    from: &mut Reader<'a>,
    streams: &mut [Vec<u8>; STREAMS],
    recent: &mut Vec<&'a [u8]>,
    symbol: &impl Fn(&[u8]) -> Option<usize>,
) -> Option<()> {
    from.expect(&[0; 4])?;
    let [locals, registers, children, handlers] =
        [from.be16()?, from.be16()?, from.be16()?, from.be16()?];
    let code = from.be32()?;
    let start = streams[CODE].len();
    streams[CODE].extend_from_slice(from.take(code)?);
    relate::<true>(&mut streams[CODE][start..]);
    streams[HANDLERS].extend_from_slice(from.take(handlers * HANDLER)?);
    let literals = from.be16()?;
    for _ in 0..literals {
        let out = &mut streams[LITERALS];
        let tag = from.byte()?;
        out.push(tag);
        if tag == tag::STRING {
            let length = from.be16()?;
            number_of_7_bits(out, length);
            out.extend_from_slice(from.take(length)?);
            from.expect(&[0])?;
        } else {
            out.extend_from_slice(from.literal(tag)?);
        }
    }
    let names = from.be16()?;
    for _ in 0..names {
        let length = from.be16()?;
        let name = from.take(length)?;
        from.expect(&[0])?;
        if let Some(at) = recent.iter().rposition(|other| *other == name) {
            number_of_7_bits(&mut streams[NAMES], SYMBOL + recent.len() - at);
            recent.remove(at);
        } else if let Some(number) = symbol(name) {
            number_of_7_bits(&mut streams[NAMES], SYMBOL);
            number_of_7_bits(&mut streams[SYMBOLS], number);
        } else {
            number_of_7_bits(&mut streams[NAMES], TEXT);
            number_of_7_bits(&mut streams[TEXTS], length);
            streams[TEXTS].extend_from_slice(name);
        }
        recent.push(name);
    }
    let numbers = [locals, registers, children, handlers, code, literals, names];
    for (stream, number) in streams.iter_mut().zip(numbers) {
        number_of_7_bits(stream, number);
    }
    Some(())
}

/// How the symbols of columns come into a binary.
pub enum Symbols<'a> {
    /// By their names, as they were.
    Named(&'a dyn Fn(usize) -> Option<&'a [u8]>),
    /// By their numbers, which only the guest reads that has them.
    Numbered,
}

/// The RITE binary of which these are the columns; `None` if they are of none.
pub fn rite(columns: &[u8], symbols: &Symbols<'_>) -> Option<Vec<u8>> {
    let mut all = Reader(columns);
    let mut lengths = [0; STREAMS];
    for length in &mut lengths {
        *length = all.number()?;
    }
    let mut streams = [const { Reader(&[]) }; STREAMS];
    for (stream, length) in streams.iter_mut().zip(lengths) {
        stream.0 = all.take(length)?;
    }
    let mut out = Vec::with_capacity(2 * columns.len());
    out.extend_from_slice(FORMAT);
    out.extend_from_slice(&[0; 4]);
    out.extend_from_slice(COMPILER);
    let start = out.len();
    out.extend_from_slice(ROUTINES);
    out.extend_from_slice(&[0; 4]);
    out.extend_from_slice(INSTRUCTIONS);
    let mut recent = Vec::new();
    while !streams[0].0.is_empty() {
        join(&mut streams, &mut out, &mut recent, symbols)?;
    }
    let length = be32(out.len() - start)?;
    out[start + 4..start + 8].copy_from_slice(&length);
    out.extend_from_slice(streams[REST].0);
    out.extend_from_slice(END);
    let length = be32(out.len())?;
    out[FORMAT.len()..FORMAT.len() + 4].copy_from_slice(&length);
    out.shrink_to_fit();
    Some(out)
}

/// The next routine.
fn join(
    streams: &mut [Reader<'_>; STREAMS],
    out: &mut Vec<u8>,
    recent: &mut Vec<Range<usize>>,
    symbols: &Symbols<'_>,
) -> Option<()> {
    let mut numbers = [0; NUMBERS];
    for (number, stream) in numbers.iter_mut().zip(&mut *streams) {
        *number = stream.number()?;
    }
    let [.., handlers, code, literals, names] = numbers;
    out.extend_from_slice(match symbols {
        Symbols::Named(_) => &[0; 4],
        Symbols::Numbered => NUMBERED,
    });
    for number in &numbers[..4] {
        out.extend_from_slice(&be16(*number)?);
    }
    out.extend_from_slice(&be32(code)?);
    let start = out.len();
    out.extend_from_slice(streams[CODE].take(code)?);
    relate::<false>(&mut out[start..]);
    out.extend_from_slice(streams[HANDLERS].take(handlers.checked_mul(HANDLER)?)?);
    out.extend_from_slice(&be16(literals)?);
    for _ in 0..literals {
        let from = &mut streams[LITERALS];
        let tag = from.byte()?;
        out.push(tag);
        if tag == tag::STRING {
            let length = from.number()?;
            text(out, from.take(length)?)?;
        } else {
            out.extend_from_slice(from.literal(tag)?);
        }
    }
    out.extend_from_slice(&be16(names)?);
    for _ in 0..names {
        let start = out.len();
        match streams[NAMES].number()? {
            TEXT => {
                let length = streams[TEXTS].number()?;
                text(out, streams[TEXTS].take(length)?)?;
            }
            SYMBOL => {
                let number = streams[SYMBOLS].number()?;
                match symbols {
                    Symbols::Named(name) => text(out, name(number)?)?,
                    Symbols::Numbered => out.extend_from_slice(&be16(IS_NUMBER | number)?),
                }
            }
            since => {
                let later = recent.len().checked_sub(since - SYMBOL)?;
                out.extend_from_within(recent[later].clone());
                recent.remove(later);
            }
        }
        recent.push(start..out.len());
    }
    Some(())
}

/// Makes operands distances, or distances operands: the first one's from that of the instruction before, and an index's
/// from the first that none before it has, as indices are given in the order of their use.
fn relate<const TO_DISTANCES: bool>(code: &mut [u8]) {
    let turn = |byte: &mut u8, from: u8| {
        let given = *byte;
        *byte = match TO_DISTANCES {
            true => given.wrapping_sub(from),
            false => given.wrapping_add(from),
        };
        if TO_DISTANCES { given } else { *byte }
    };
    let (mut before, mut unused, mut at) = (0, [0; 3], 0);
    while let Some(shape) = code
        .get(at)
        .and_then(|&number| SHAPES.get(usize::from(number)))
    {
        if let (true, Some(operand)) = (shape.starts_with_byte, code.get_mut(at + 1)) {
            before = turn(operand, before);
        }
        if let (Some(unused), Some(operand)) = (
            unused.get_mut(usize::from(shape.index)),
            code.get_mut(at + 2),
        ) {
            *unused = turn(operand, *unused).wrapping_add(1).max(*unused);
        }
        at += usize::from(shape.length);
    }
}

/// Of an instruction.
#[derive(Clone, Copy)]
struct Shape {
    length: u8,
    starts_with_byte: bool,
    /// What the second operand is an index of: names, literals, children or nothing.
    index: u8,
}

const SHAPES: [Shape; Op::ALL.len()] = {
    let (mut shapes, mut number) = ([shape(Op::ALL[0]); Op::ALL.len()], 1);
    while number < shapes.len() {
        shapes[number] = shape(Op::ALL[number]);
        number += 1;
    }
    shapes
};

const fn shape((op, Operands([first, second, third])): (Op, Operands)) -> Shape {
    use Op::*;
    Shape {
        length: 1 + first + second + third,
        starts_with_byte: first == 1,
        index: match op {
            SEND | SEND0 | SENDB | SSEND | SSEND0 | SSENDB | BLKCALL | GETCONST | SETCONST
            | GETMCNST | SETMCNST | GETIV | SETIV | GETGV | SETGV | GETCV | SETCV | GETSV
            | SETSV | LOADSYM | SYMBOL | DEF | TDEF | SDEF | CLASS | MODULE | KEY_P | KARG => 0,
            LOADL | STRING => 1,
            BLOCK | LAMBDA | METHOD | EXEC => 2,
            _ => 3,
        },
    }
}

fn text(out: &mut Vec<u8>, text: &[u8]) -> Option<()> {
    out.extend_from_slice(&be16(text.len())?);
    out.extend_from_slice(text);
    out.push(0);
    Some(())
}

fn be16(number: usize) -> Option<[u8; 2]> {
    Some(u16::try_from(number).ok()?.to_be_bytes())
}

fn be32(number: usize) -> Option<[u8; 4]> {
    Some(u32::try_from(number).ok()?.to_be_bytes())
}

struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn expect(&mut self, bytes: &[u8]) -> Option<()> {
        self.0 = self.0.strip_prefix(bytes)?;
        Some(())
    }

    fn byte(&mut self) -> Option<u8> {
        Some(self.take(1)?[0])
    }

    fn be16(&mut self) -> Option<usize> {
        Some(u16::from_be_bytes(self.take(2)?.try_into().ok()?).into())
    }

    fn be32(&mut self) -> Option<usize> {
        let number = u32::from_be_bytes(self.take(4)?.try_into().ok()?);
        usize::try_from(number).ok()
    }

    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for shift in [0, 7, 14, 21] {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    /// What follows a tag that is not of a string.
    fn literal(&mut self, tag: u8) -> Option<&'a [u8]> {
        let length = match tag {
            tag::INT32 => 4,
            tag::INT64 | tag::FLOAT => 8,
            tag::BIG => 2 + usize::from(*self.0.first()?),
            _ => return None,
        };
        self.take(length)
    }
}
