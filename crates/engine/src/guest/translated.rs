//! A program's translation in an instance of the guest.

use std::sync::atomic::Ordering;

use wasmtime::{AsContextMut, Extern, Instance, Memory, Ref, Store};

use super::{exports::Exports, state::State};
use crate::tier::{Place, heat::Translated};

/// Lets the interpreter in this instance enter a translation. Where that fails the program runs without.
pub async fn link(
    translated: &Translated,
    store: &mut Store<State>,
    instance: &Instance,
    exports: &Exports,
    memory: Memory,
) {
    let Some(table) = exports.table(&mut *store, instance) else {
        return;
    };
    let imports = [Extern::Memory(memory), Extern::Table(table)];
    let Ok(own) = Instance::new_async(&mut *store, &translated.module, &imports).await else {
        return;
    };
    let Some(enter) = own.get_func(&mut *store, "enter") else {
        return;
    };
    let Place { slot, state_at } = translated.place;
    let placed = table.set(store.as_context_mut(), slot.into(), Ref::Func(Some(enter)));
    if placed.is_ok() {
        store
            .data()
            .exchange
            .translated
            .store(true, Ordering::Relaxed);
        let _ = memory.write(&mut *store, state_at as usize, &1u32.to_le_bytes());
    }
}
