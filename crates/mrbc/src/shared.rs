//! Slices in one array, where equal parts share their place.

use std::collections::HashMap;

#[derive(Default)]
pub struct Shared<T> {
    items: Vec<T>,
    places: HashMap<Vec<T>, usize>,
}

impl<T: Clone + Eq + std::hash::Hash> Shared<T> {
    /// The longest first, so that a part finds what it is a part of.
    pub fn of(mut slices: Vec<Vec<T>>) -> Self {
        slices.sort_by_key(|slice| std::cmp::Reverse(slice.len()));
        let mut shared = Self {
            items: Vec::new(),
            places: HashMap::new(),
        };
        for slice in slices {
            if !shared.places.contains_key(&slice) {
                let place = shared.add(&slice);
                shared.places.insert(slice, place);
            }
        }
        shared
    }

    fn add(&mut self, slice: &[T]) -> usize {
        if slice.is_empty() {
            return 0;
        }
        if let Some(place) = self
            .items
            .windows(slice.len())
            .position(|part| part == slice)
        {
            return place;
        }
        let overlap = (0..slice.len())
            .rev()
            .find(|&length| self.items.ends_with(&slice[..length]))
            .unwrap_or(0);
        let place = self.items.len() - overlap;
        self.items.extend_from_slice(&slice[overlap..]);
        place
    }

    pub fn items(&self) -> &[T] {
        &self.items
    }

    /// Where one of the slices begins.
    pub fn place(&self, slice: &[T]) -> usize {
        self.places[slice]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_lie_in_what_they_are_parts_of() {
        let slices = ["bc", "abcd", "de", ""].map(|text| text.as_bytes().to_vec());
        let shared = Shared::of(slices.to_vec());
        assert_eq!(shared.items(), b"abcde");
        let places = slices.each_ref().map(|slice| shared.place(slice));
        assert_eq!(places, [1, 0, 3, 0]);
    }
}
