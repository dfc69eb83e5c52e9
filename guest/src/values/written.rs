//! Symbols that a message holds already, and where: rows of a table have the same keys.

use std::ops::Range;

use crate::mrb::Value;

/// How many are remembered.
const PLACES: usize = 16;

struct Place {
    symbol: Value,
    start: usize,
    length: usize,
}

#[derive(Default)]
pub struct Written(Vec<Place>);

impl Written {
    /// Where a message has this value, a Symbol, and in how many bytes.
    #[inline]
    pub fn find(&self, value: &Value) -> Option<(usize, usize)> {
        self.0.first().filter(|first| first.symbol.is_like(value))?;
        let place = self.0.iter().find(|place| place.symbol.is_same(value))?;
        Some((place.start, place.length))
    }

    /// A message has this Symbol now at `bytes`.
    pub fn note(&mut self, symbol: &Value, bytes: Range<usize>) {
        if self.0.len() < PLACES {
            self.0.push(Place {
                symbol: *symbol,
                start: bytes.start,
                length: bytes.len(),
            });
        }
    }
}
