//! What stands for an object of the host in a message: a handle, or a fault.

use magnus::{RClass, RModule, Ruby, Value, prelude::*, value::Lazy};

/// The table of an invocation's host objects: answers `fetch(id)` with an object, and `add(object)` with
/// an id, or with an Array that crosses in the object's place.
pub type Handles = Option<Value>;

/// The class of faults.
pub static FAULT: Lazy<RClass> = Lazy::new(|ruby| {
    let kobako = ruby.class_object().const_get::<_, RModule>("Kobako");
    kobako
        .and_then(|kobako| kobako.const_get("Fault"))
        .expect("Kobako::Fault is loaded before the extension is used")
});

/// Whether the object is a fault.
pub fn is_fault(ruby: &Ruby, object: Value) -> bool {
    object.is_kind_of(ruby.get_inner(&FAULT))
}

/// Looks the class up now.
pub fn init(ruby: &Ruby) {
    Lazy::force(&FAULT, ruby);
}
