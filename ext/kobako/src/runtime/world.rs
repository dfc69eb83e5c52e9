//! The clock and the entropy of a guest, as its sandbox sets them.

use std::time::{SystemTime, UNIX_EPOCH};

use wasmtime::{Caller, Linker, Result};

use super::{
    capture::{FAULT, INVALID, MODULE, SUCCESS},
    guest_mem,
    host::Host,
};

const REALTIME: u32 = 0;
const MONOTONIC: u32 = 1;
/// Bytes of entropy for one call; nothing stops the host inside of it.
const MAX_ENTROPY: usize = 64 << 10;

/// What the guest's clock shows.
#[derive(Clone, Copy, Debug)]
pub enum Clock {
    /// Nanoseconds since the epoch, for ever.
    Fixed(i64),
    /// The host's time.
    Host,
}

impl Clock {
    fn now(self) -> i64 {
        match self {
            Self::Fixed(time) => time,
            Self::Host => {
                let since = SystemTime::now().duration_since(UNIX_EPOCH);
                since.map_or(0, |since| {
                    i64::try_from(since.as_nanos()).unwrap_or(i64::MAX)
                })
            }
        }
    }
}

/// What one invocation knows of the world.
pub struct World {
    clock: Clock,
    entropy: u64,
    /// Whether the guest asked.
    pub asked: bool,
}

impl World {
    /// Entropy is the sequence that `seed` begins, the same in each invocation.
    pub fn new(clock: Clock, seed: u64) -> Self {
        Self {
            clock,
            entropy: seed,
            asked: false,
        }
    }

    /// SplitMix64.
    fn next(&mut self) -> [u8; 8] {
        self.entropy = self.entropy.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.entropy ^ (self.entropy >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)).to_le_bytes()
    }

    fn fill(&mut self, target: &mut [u8]) {
        for chunk in target.chunks_mut(8) {
            chunk.copy_from_slice(&self.next()[..chunk.len()]);
        }
    }
}

/// Gives `linker` the clock and the entropy in place of preview 1's.
pub fn add_to_linker(linker: &mut Linker<Host>) -> Result<()> {
    linker.func_wrap(MODULE, "clock_time_get", clock_time_get)?;
    linker.func_wrap(MODULE, "random_get", random_get)?;
    Ok(())
}

fn clock_time_get(mut caller: Caller<'_, Host>, clock: u32, _precision: u64, ptr: u32) -> i32 {
    let world = &mut caller.data_mut().world;
    world.asked = true;
    let time = match (clock, world.clock) {
        (REALTIME, clock) => clock.now(),
        (MONOTONIC, Clock::Fixed(_)) => 0,
        (MONOTONIC, Clock::Host) => caller.data().shared.elapsed(),
        _ => return INVALID,
    };
    let Some(memory) = Host::memory(&mut caller) else {
        return FAULT;
    };
    guest_mem::write(memory.data_mut(&mut caller), ptr, &time.to_le_bytes())
        .map_or(FAULT, |()| SUCCESS)
}

fn random_get(mut caller: Caller<'_, Host>, ptr: u32, len: u32) -> i32 {
    let (start, len) = (ptr as usize, len as usize);
    if len > MAX_ENTROPY {
        return INVALID;
    }
    let Some(memory) = Host::memory(&mut caller) else {
        return FAULT;
    };
    let (bytes, host) = memory.data_and_store_mut(&mut caller);
    host.world.asked = true;
    match bytes.get_mut(start..start + len) {
        Some(target) => {
            host.world.fill(target);
            SUCCESS
        }
        None => FAULT,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entropy(seed: u64, len: usize) -> Vec<u8> {
        let mut target = vec![0; len];
        World::new(Clock::Fixed(0), seed).fill(&mut target);
        target
    }

    #[test]
    fn entropy_is_the_sequence_of_its_seed() {
        assert_eq!(entropy(7, 30), entropy(7, 30));
        assert_ne!(entropy(7, 30), entropy(8, 30));
        assert_eq!(entropy(7, 30)[..13], entropy(7, 13));
    }

    #[test]
    fn entropy_goes_on_from_one_call_to_the_next() {
        let mut world = World::new(Clock::Fixed(0), 1);
        let (first, second) = (world.next(), world.next());
        assert_ne!(first, second);
        assert_eq!(entropy(1, 16), [first, second].concat());
    }

    #[test]
    fn a_fixed_clock_stands_still_and_the_hosts_does_not() {
        assert_eq!(Clock::Fixed(-5).now(), -5);
        let now = Clock::Host.now();
        assert!(now > 1_700_000_000_000_000_000);
        assert!(Clock::Host.now() >= now);
    }
}
