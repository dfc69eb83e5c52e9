//! The envelopes with values and errors of a side of its own, as host and guest have them.

use kobako_wire::envelope::{BlockRequest, Invocation, Request, Response, Target};
use kobako_wire::{Decode, Encode, Error, Fault, FaultKind, FaultOf, Reader, Token, Value, Writer};

/// Its values are numbers.
struct Numbers<'a>(Reader<'a>);

#[derive(Debug, PartialEq)]
enum Refused {
    Wire(Error),
    /// What stands where a number belongs.
    Value(&'static str),
}

impl<'a> Decode<'a> for Numbers<'a> {
    type Value = i64;
    type Array = Vec<i64>;
    type Keywords = Vec<(&'a str, i64)>;
    type Error = Refused;

    fn reader(&mut self) -> &mut Reader<'a> {
        &mut self.0
    }

    fn value(&mut self) -> Result<i64, Refused> {
        match self.0.next().map_err(Refused::Wire)? {
            Token::Int(number) => Ok(number),
            found => Err(Refused::Value(found.name())),
        }
    }

    fn array(&mut self, length: usize) -> Result<Vec<i64>, Refused> {
        (0..length).map(|_| self.value()).collect()
    }

    fn keywords(&mut self, length: usize) -> Result<Self::Keywords, Refused> {
        let mut pair = || match self.0.next().map_err(Refused::Wire)? {
            Token::Symbol(name) => Ok((name, self.value()?)),
            found => Err(Refused::Value(found.name())),
        };
        (0..length).map(|_| pair()).collect()
    }

    fn skip(&mut self) -> Result<(), Refused> {
        self.0.skip().map_err(Refused::Wire)
    }

    fn nested(&self, payload: &'a [u8]) -> Self {
        Numbers(self.0.nested(payload))
    }

    fn refuse(error: Error) -> Refused {
        Refused::Wire(error)
    }
}

/// Writes no number above 99.
struct Small(Writer);

impl Encode for Small {
    type Value = i64;
    type Array = [i64];
    type Keywords = i64;
    type Error = Refused;

    fn writer(&mut self) -> &mut Writer {
        &mut self.0
    }

    fn value(&mut self, value: &i64) -> Result<(), Refused> {
        match value {
            ..100 => self.0.int(*value).map_err(Refused::Wire),
            _ => Err(Refused::Value("too much")),
        }
    }

    fn array(&mut self, values: &[i64]) -> Result<(), Refused> {
        self.0.array(values.len()).map_err(Refused::Wire)?;
        values.iter().try_for_each(|value| self.value(value))
    }

    fn keywords(&mut self, count: &i64) -> Result<(), Refused> {
        self.0.map(1).map_err(Refused::Wire)?;
        self.0.symbol("count").map_err(Refused::Wire)?;
        self.value(count)
    }

    fn refuse(error: Error) -> Refused {
        Refused::Wire(error)
    }
}

fn numbers(bytes: &[u8]) -> Numbers<'_> {
    Numbers(Reader::new(bytes).unwrap())
}

fn write(envelope: impl FnOnce(&mut Small) -> Result<(), Refused>) -> Result<Vec<u8>, Refused> {
    let mut small = Small(Writer::new());
    envelope(&mut small)?;
    small.0.finish().map_err(Refused::Wire)
}

#[test]
fn what_one_side_writes_another_reads() {
    let request = Request {
        target: Target::Path("A::B"),
        method: "call",
        args: vec![1, 2],
        kwargs: 3,
        block_given: true,
    };
    let bytes = write(|small| request.write(small)).unwrap();
    let read = Request::read(&mut numbers(&bytes)).unwrap();
    assert_eq!((read.target, read.method), (request.target, request.method));
    assert_eq!((read.args, read.kwargs), (request.args, vec![("count", 3)]));
    assert!(read.block_given);
    assert_eq!(Request::decode(&bytes).unwrap().args, ints(&[1, 2]));

    let invocation = Invocation {
        entrypoint: "Main",
        args: [4],
        kwargs: 5,
    };
    let bytes = write(|small| invocation.write(small)).unwrap();
    let read = Invocation::read(&mut numbers(&bytes)).unwrap();
    assert_eq!((read.entrypoint, read.args), ("Main", vec![4]));
    assert_eq!(read.kwargs, [("count", 5)]);

    let bytes = write(|small| Response::write_value(small, &6)).unwrap();
    assert_eq!(Response::read(&mut numbers(&bytes)), Ok(Response::Value(6)));
    let bytes = write(|small| small.array(&[7, 8])).unwrap();
    let read = BlockRequest::read(&mut numbers(&bytes));
    assert_eq!(read, Ok(BlockRequest::Call(vec![7, 8])));
}

#[test]
fn a_fault_has_details_of_the_side_that_reads_it() {
    let fault = |details| Fault {
        kind: FaultKind::Argument,
        message: "no".into(),
        details: Some(details),
    };
    let bytes = Response::Fault(fault(Value::Int(9))).encode().unwrap();
    let read = FaultOf {
        kind: FaultKind::Argument,
        message: "no".into(),
        details: Some(9),
    };
    assert_eq!(
        Response::read(&mut numbers(&bytes)),
        Ok(Response::Fault(read))
    );
    let bytes = Response::Fault(fault(Value::Nil)).encode().unwrap();
    assert_eq!(
        Response::read(&mut numbers(&bytes)),
        Err(Refused::Value("nil"))
    );
}

#[test]
fn an_error_of_the_side_ends_the_envelope() {
    let request = |args| Request {
        target: Target::<&str>::Handle(1),
        method: "call",
        args,
        kwargs: 0,
        block_given: false,
    };
    let refused = write(|small| request(vec![1, 100]).write(small));
    assert_eq!(refused, Err(Refused::Value("too much")));
    let bytes = BlockRequest::Call(vec![Value::Str("a".into())])
        .encode()
        .unwrap();
    let read = BlockRequest::read(&mut numbers(&bytes));
    assert_eq!(read, Err(Refused::Value("str")));
}

#[test]
fn an_error_of_the_message_becomes_one_of_the_side() {
    let read = BlockRequest::read(&mut numbers(&[0x91]));
    let error = Error::Overdeclared {
        at: 0,
        declared: 1,
        left: 0,
    };
    assert_eq!(read, Err(Refused::Wire(error)));
    for (bytes, left) in [(&[0x90, 0x90][..], 1), (&[0x90, 0, 0], 2)] {
        let read = BlockRequest::read(&mut numbers(bytes));
        assert_eq!(read, Err(Refused::Wire(Error::Trailing { left })));
    }
    let handle = Request {
        target: Target::<&str>::Handle(0),
        method: "call",
        args: vec![],
        kwargs: 0,
        block_given: false,
    };
    let refused = write(|small| handle.write(small));
    assert_eq!(refused, Err(Refused::Wire(Error::HandleRange { id: 0 })));
}

fn ints(numbers: &[i64]) -> Vec<Value> {
    numbers.iter().map(|number| Value::Int(*number)).collect()
}
