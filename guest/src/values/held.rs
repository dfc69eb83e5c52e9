//! Values that the host holds without having them: each is kept until the host has let go of it as often as it was sent.

use std::cell::RefCell;
use std::collections::HashMap;

use kobako_compiler::Fixed;
use kobako_wire::{GuestKind, GuestValue};

use crate::mrb::{Mrb, Value};

/// How many values that were sent whole are remembered.
const RECENT: usize = 4;

struct Entry {
    value: Value,
    known: GuestValue,
    /// How often it was sent and not released; 0 where none stands.
    times: u64,
}

struct Table {
    /// By id, from 1 on.
    entries: Vec<Entry>,
    free: Vec<u32>,
    ids: HashMap<u32, u32, Fixed>,
    /// Where objects were that came lately and are not small.
    recent: [u32; RECENT],
    next: usize,
}

thread_local! {
    static TABLE: RefCell<Table> = const {
        RefCell::new(Table {
            entries: Vec::new(),
            free: Vec::new(),
            ids: HashMap::with_hasher(Fixed::new()),
            recent: [0; RECENT],
            next: 0,
        })
    };
}

/// What stands for this value, which is sent once more; `None` if the host does not hold it.
pub fn again(value: &Value) -> Option<GuestValue> {
    TABLE.with_borrow_mut(|table| {
        let id = *table.ids.get(&value.address())?;
        let entry = &mut table.entries[id as usize - 1];
        entry.times += 1;
        Some(entry.known)
    })
}

/// What stands for this value from now on; `None` if there is no memory to keep it.
pub fn hold(mrb: Mrb, value: &Value, kind: GuestKind, size: usize) -> Option<GuestValue> {
    if let Some(known) = again(value) {
        return Some(known);
    }
    let fresh = TABLE.with_borrow(|table| table.entries.len() as u32 + 1);
    let id = TABLE.with_borrow(|table| table.free.last().copied().unwrap_or(fresh));
    if !mrb.root(id as usize - 1, value) {
        return None;
    }
    let size = u32::try_from(size).unwrap_or(u32::MAX);
    let known = GuestValue { id, kind, size };
    let entry = Entry {
        value: *value,
        known,
        times: 1,
    };
    note(value);
    TABLE.with_borrow_mut(|table| {
        match table.free.pop() {
            Some(id) => table.entries[id as usize - 1] = entry,
            None => table.entries.push(entry),
        }
        table.ids.insert(value.address(), id);
    });
    Some(known)
}

/// The value with this id, if the host may hold it.
pub fn get(id: u32) -> Option<Value> {
    TABLE.with_borrow(|table| {
        let entry = table.entries.get((id as usize).checked_sub(1)?)?;
        (entry.times > 0).then_some(entry.value)
    })
}

/// The host let go of it so often.
pub fn release(mrb: Mrb, id: u32, times: u32) {
    let gone = TABLE.with_borrow_mut(|table| {
        let index = (id as usize).checked_sub(1)?;
        let entry = table
            .entries
            .get_mut(index)
            .filter(|entry| entry.times > 0)?;
        entry.times = entry.times.saturating_sub(times.into());
        if entry.times > 0 {
            return None;
        }
        let address = entry.value.address();
        table.ids.remove(&address);
        table.free.push(id);
        Some(index)
    });
    if let Some(index) = gone {
        mrb.root(index, &mrb.nil());
    }
}

/// Remembers an object by where it is.
pub fn note(value: &Value) {
    TABLE.with_borrow_mut(|table| {
        table.recent[table.next] = value.address();
        table.next = (table.next + 1) % RECENT;
    });
}

/// Whether an object that was there came lately. It may be gone, and another in its place.
pub fn is_recent(value: &Value) -> bool {
    TABLE.with_borrow(|table| table.recent.contains(&value.address()))
}
