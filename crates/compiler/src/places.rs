//! Places of a source, each once.

/// From the first to the last.
#[derive(Debug, Default)]
pub struct Places(Vec<u32>);

impl Places {
    pub fn has(&self, place: u32) -> bool {
        self.0.binary_search(&place).is_ok()
    }

    /// Most come after those that are there.
    pub fn add(&mut self, place: u32) {
        if let Err(index) = self.0.binary_search(&place) {
            self.0.insert(index, place);
        }
    }

    pub fn has_all(&self, others: &Self) -> bool {
        others.0.iter().all(|&place| self.has(place))
    }

    pub fn add_all(&mut self, others: &Self) {
        others.0.iter().for_each(|&place| self.add(place));
    }
}
