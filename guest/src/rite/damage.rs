//! What may be wrong with a binary.

/// What is wrong with a binary.
#[derive(Debug, PartialEq, Eq)]
pub struct Damage(pub &'static str);

pub(super) type Checked<T = ()> = Result<T, Damage>;

pub(super) fn expect(holds: bool, otherwise: &'static str) -> Checked {
    if holds {
        Ok(())
    } else {
        Err(Damage(otherwise))
    }
}
