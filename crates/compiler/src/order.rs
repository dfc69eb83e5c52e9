//! Sorts for what is looked at seldom: by a heap, as the library's sorts take ten times as much room for each type.

use std::collections::BinaryHeap;

/// The items in the order of their lines and columns; those of the same place stay in theirs.
pub fn by_place<T>(items: Vec<T>, place: impl Fn(&T) -> (i32, u32)) -> Vec<T> {
    let places: BinaryHeap<_> = items.iter().map(place).zip(0usize..).collect();
    let mut items: Vec<_> = items.into_iter().map(Some).collect();
    let places = places.into_sorted_vec().into_iter();
    places.filter_map(|(_, at)| items[at].take()).collect()
}

#[cfg(test)]
mod tests {
    use super::by_place;

    #[test]
    fn what_is_of_one_place_keeps_its_order() {
        let items = vec![
            (2, 0, 'a'),
            (1, 9, 'b'),
            (2, 0, 'c'),
            (-1, 3, 'd'),
            (1, 2, 'e'),
        ];
        let sorted = by_place(items, |&(line, column, _)| (line, column));
        let names: String = sorted.into_iter().map(|(_, _, name)| name).collect();
        assert_eq!(names, "debac");
    }
}
