//! The limits of a module, and the counts that are held to them.

use std::fmt;

macro_rules! measures {
    ($($name:ident $limit:literal $words:literal,)*) => {
        /// What is counted.
        #[derive(Clone, Copy, Debug, Eq, PartialEq)]
        pub enum Measure { $($name,)* }

        /// All measures, with their limits and what they count.
        pub const MEASURES: &[(Measure, u64, &str)] = &[$((Measure::$name, $limit, $words),)*];
    };
}

measures! {
    Types 512 "types",
    Signature 68 "parameters and results of one type",
    Imports 64 "imports",
    Functions 20_000 "functions",
    Exports 256 "exports",
    Globals 256 "globals",
    Tables 4 "tables",
    Tags 16 "tags",
    Elements 8_192 "elements of all element segments",
    ElementSegments 16 "element segments",
    DataSegments 40_000 "data segments",
    PassiveBytes 1_048_576 "bytes of one passive data segment",
    Initialiser 8 "instructions of one constant expression",
    CodeBytes 8_388_608 "bytes of code",
    Cost 6_800_000 "operations, values that meet, and the like",
    BodyBytes 262_144 "bytes",
    BodyOperations 100_000 "operations",
    Locals 500 "locals",
    Stack 200 "values on the stack",
    Nesting 2_500 "nested blocks",
    Loops 1_000 "loops",
    NestedLoops 50 "nested loops",
    Merges 40_000 "values that meet in the blocks",
    Branched 140_000 "values that branches take along",
    Handlers 2_000 "catch clauses around the calls",
    LiveValues 2_000_000 "values times blocks",
}

/// Why a module is not compiled.
#[derive(Debug)]
pub enum Refusal {
    /// It is no valid module of these proposals.
    Invalid(String),
    /// It passes a limit, in one function or as a whole.
    Excess {
        measure: Measure,
        value: u64,
        function: Option<u32>,
    },
}

impl From<wasmparser::Error> for Refusal {
    fn from(error: wasmparser::Error) -> Self {
        Self::Invalid(error.to_string())
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Invalid(reason) => out.write_str(reason),
            Self::Excess {
                measure,
                value,
                function,
            } => {
                let (_, limit, words) = MEASURES[*measure as usize];
                write!(out, "it asks too much of the compiler: ")?;
                if let Some(index) = function {
                    write!(out, "function {index} has ")?;
                }
                write!(out, "{value} {words} or more, the limit is {limit}")?;
                write!(
                    out,
                    " (build the guest with fewer; of one function: split it)"
                )
            }
        }
    }
}

/// The largest value of each measure so far.
pub struct Meter {
    seen: Vec<u64>,
}

impl Meter {
    pub fn new() -> Self {
        Self {
            seen: vec![0; MEASURES.len()],
        }
    }

    /// In the order of [`MEASURES`].
    #[cfg(test)]
    pub fn seen(&self) -> &[u64] {
        &self.seen
    }

    pub fn in_function(&mut self, measure: Measure, value: u64, index: u32) -> Result<(), Refusal> {
        self.at_most(measure, value, Some(index))
    }

    pub fn in_module(&mut self, measure: Measure, value: u64) -> Result<(), Refusal> {
        self.at_most(measure, value, None)
    }

    /// Adds to a sum over the module.
    pub fn total(&mut self, measure: Measure, more: u64) -> Result<(), Refusal> {
        self.in_module(measure, self.seen[measure as usize].saturating_add(more))
    }

    fn at_most(
        &mut self,
        measure: Measure,
        value: u64,
        function: Option<u32>,
    ) -> Result<(), Refusal> {
        let seen = &mut self.seen[measure as usize];
        *seen = value.max(*seen);
        if value > MEASURES[measure as usize].1 {
            return Err(Refusal::Excess {
                measure,
                value,
                function,
            });
        }
        Ok(())
    }
}
