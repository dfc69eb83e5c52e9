//! Programs that sandboxes run again and again, kept as the guest memory that their compilation leaves.
//!
//! What is kept is taken before the program runs, so nothing of an invocation is in it.

use std::{
    collections::HashMap,
    hash::BuildHasher,
    mem,
    sync::{Arc, Mutex},
    time::Duration,
};

use foldhash::fast::RandomState;

use super::preload::Preload;
use crate::{
    accounting::account,
    guest::{image::Image, input::Input},
    pieces::Pieces,
    tier::heat::Heat,
};

/// Programs whose sights are counted.
const COUNTED: usize = 1024;
/// Programs that a module keeps, and bytes of all and of one of them.
const MAX_KEPT: usize = 512;
const MAX_KEPT_BYTES: usize = 8 << 20;
const MAX_PROGRAM_BYTES: usize = 1 << 20;

/// A program and what it runs on.
struct Program {
    preload: Option<Arc<Preload>>,
    source: Vec<u8>,
    location: Option<Vec<u8>>,
    /// Its memory is to be the same whatever was run before: it reads nothing in advance.
    repeatable: bool,
}

impl Program {
    fn new(preload: Option<&Arc<Preload>>, input: Input, repeatable: bool) -> Self {
        Self {
            preload: preload.cloned(),
            source: input.source.unwrap_or_default().to_vec(),
            location: input.location.map(<[u8]>::to_vec),
            repeatable,
        }
    }

    fn is_of(&self, preload: Option<&Arc<Preload>>, input: Input, repeatable: bool) -> bool {
        self.preload.as_ref().map(Arc::as_ptr) == preload.map(Arc::as_ptr)
            && Some(&*self.source) == input.source
            && self.location.as_deref() == input.location
            && self.repeatable == repeatable
    }
}

/// A program that was seen often enough to be kept.
pub struct Candidate {
    hash: u64,
    program: Program,
    /// What its runs read.
    pub pieces: Pieces,
}

struct Kept {
    program: Program,
    image: Arc<Image>,
    heat: Arc<Heat>,
    used: u64,
}

impl Kept {
    fn bytes(&self) -> usize {
        self.image.bytes() + self.program.source.len()
    }
}

/// Times that a program of so many bytes is compiled before it is kept: that has then cost about as much as
/// keeping it does.
fn sights(length: usize) -> u32 {
    3 + 2048 / (length as u32 + 16)
}

/// What a program's runs took up to their first calls of services when it is kept whatever its length is: some times
/// what keeping it costs. Most of it may be what it requires.
const DEAR: Duration = Duration::from_millis(1);

/// What is known of a program.
pub enum Known {
    /// It is to be compiled as part of its call.
    Little(Option<Sighting>),
    /// It is to be compiled by itself, and kept.
    Often(Candidate),
    Compiled(Arc<Image>, Arc<Heat>),
}

/// A program that was seen, and whose runs are to be timed.
#[derive(Clone, Copy)]
pub struct Sighting(u64);

#[derive(Clone, Copy, Default)]
struct Sight {
    hash: u64,
    count: u32,
    spent: Duration,
    pieces: Pieces,
    /// It was told once that it is to be kept.
    told: bool,
}

impl Sight {
    /// Whether a program of so many bytes has just become one to keep.
    fn tells(&mut self, length: usize) -> bool {
        let dear = self.count > 1 && self.spent >= DEAR;
        let tells = !self.told && (dear || self.count >= sights(length));
        self.told |= tells;
        tells
    }
}

#[derive(Default)]
struct Table {
    hashing: RandomState,
    sights: Vec<Sight>,
    kept: HashMap<u64, Kept>,
    bytes: usize,
    clock: u64,
}

/// The programs of one module that were used last.
#[derive(Default)]
pub struct Programs(Mutex<Table>);

impl Programs {
    /// What is known of the program in `input`, which now is seen once more. What is `repeatable` leaves the same memory
    /// whether it is kept or not.
    pub fn see(&self, preload: Option<&Arc<Preload>>, input: Input, repeatable: bool) -> Known {
        let length = match input.source {
            Some(source) if source.len() <= MAX_PROGRAM_BYTES => source.len(),
            _ => return Known::Little(None),
        };
        let preloaded = preload.map(Arc::as_ptr);
        let key = (preloaded, input.source, input.location, repeatable);
        let mut table = self.0.lock().expect("no holder panics");
        let hash = table.hashing.hash_one(key);
        table.clock += 1;
        let now = table.clock;
        if let Some(kept) = table.kept.get_mut(&hash)
            && kept.program.is_of(preload, input, repeatable)
        {
            kept.used = now;
            return Known::Compiled(kept.image.clone(), kept.heat.clone());
        }
        if !table.sight(hash).tells(length) {
            return Known::Little(Some(Sighting(hash)));
        }
        let program = Program::new(preload, input, repeatable);
        let pieces = match repeatable {
            true => Pieces::default(),
            false => table.slot(hash).pieces,
        };
        Known::Often(Candidate {
            hash,
            program,
            pieces,
        })
    }

    /// A run took so long up to its first call of a service.
    pub fn spend(&self, Sighting(hash): Sighting, time: Duration) {
        let mut table = self.0.lock().expect("no holder panics");
        let sight = table.slot(hash);
        if sight.hash == hash {
            sight.spent += time;
        }
    }

    /// A run read these.
    pub fn note(&self, Sighting(hash): Sighting, pieces: Pieces) {
        let mut table = self.0.lock().expect("no holder panics");
        let sight = table.slot(hash);
        if sight.hash == hash {
            sight.pieces.add(pieces);
        }
    }

    /// How many programs are kept.
    pub fn count(&self) -> usize {
        self.0.lock().expect("no holder panics").kept.len()
    }

    /// Bytes of what is kept.
    pub fn bytes(&self) -> usize {
        self.0.lock().expect("no holder panics").bytes
    }

    /// Keeps what the compilation of a candidate left.
    pub fn keep(&self, candidate: Candidate, image: Image) {
        let Candidate { hash, program, .. } = candidate;
        let image = Arc::new(image);
        let mut table = self.0.lock().expect("no holder panics");
        let kept = Kept {
            program,
            image,
            heat: Arc::default(),
            used: table.clock,
        };
        if kept.bytes() > MAX_PROGRAM_BYTES {
            return;
        }
        let before = table.bytes;
        // Dropped when the lock is.
        let mut forgotten = Vec::from_iter(table.forget(hash));
        table.bytes += kept.bytes();
        table.kept.insert(hash, kept);
        while table.kept.len() > MAX_KEPT || table.bytes > MAX_KEPT_BYTES {
            let oldest = table.kept.iter().min_by_key(|(_, kept)| kept.used);
            let oldest = *oldest.expect("more than none").0;
            forgotten.extend(table.forget(oldest));
        }
        let grown = table.bytes.cast_signed() - before.cast_signed();
        drop(table);
        account(grown);
    }
}

impl Table {
    fn slot(&mut self, hash: u64) -> &mut Sight {
        self.sights.resize(COUNTED, Sight::default());
        &mut self.sights[hash as usize % COUNTED]
    }

    /// What is known of the program with this hash, this time included.
    fn sight(&mut self, hash: u64) -> &mut Sight {
        let sight = self.slot(hash);
        if sight.hash != hash {
            *sight = Sight {
                hash,
                ..Sight::default()
            };
        }
        sight.count = sight.count.saturating_add(1);
        sight
    }

    /// A program that is seen again is counted anew.
    fn forget(&mut self, hash: u64) -> Option<Kept> {
        let kept = self.kept.remove(&hash);
        self.bytes -= kept.as_ref().map_or(0, Kept::bytes);
        let sight = self.slot(hash);
        if sight.hash == hash {
            mem::take(sight);
        }
        kept
    }
}
