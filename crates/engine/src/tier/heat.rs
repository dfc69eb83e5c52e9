//! How long the runs of a kept program take, and its translation once that is long.

use std::{
    env, mem,
    panic::{AssertUnwindSafe, catch_unwind},
    process,
    sync::{
        Arc, Mutex, OnceLock,
        atomic::{AtomicU32, AtomicU64, AtomicUsize, Ordering::Relaxed},
    },
    thread,
    time::Duration,
};

use wasmtime::Module;

use super::{Place, Unit, translate};
use crate::{
    accounting::account,
    compile::compiler,
    process::{engine::engine, fork::AtLarge},
};

/// What a program's runs took, all together and at the mean, when it is translated.
const DEAR: Duration = Duration::from_millis(10);
const LONG: Duration = Duration::from_micros(150);
/// Runs after which a translation is looked at that is there.
const TRIAL: u32 = 10;
/// Translations that a process has at a time, where they are not asked for.
const MAX_TRANSLATIONS: usize = 64;

static TRANSLATIONS: AtomicUsize = AtomicUsize::new(0);
/// The process that translates a program just now: one at a time does.
static BUSY: AtomicU32 = AtomicU32::new(0);

/// How many programs this process has translated and keeps so.
pub fn translations() -> usize {
    TRANSLATIONS.load(Relaxed)
}

/// When programs are translated: `KOBAKO_TIER` in the environment says `off`, or `eager`, which is before the first run.
#[derive(Clone, Copy, PartialEq)]
pub enum Tier {
    Off,
    Eager,
    Hot,
}

pub fn tier() -> Tier {
    static TIER: OnceLock<Tier> = OnceLock::new();
    *TIER.get_or_init(|| match env::var("KOBAKO_TIER").as_deref() {
        Ok("off") => Tier::Off,
        Ok("eager") => Tier::Eager,
        _ => Tier::Hot,
    })
}

/// The compiled translation of a program.
pub struct Translated {
    pub module: Module,
    pub place: Place,
    bytes: isize,
}

impl Translated {
    fn load(place: Place, code: &[u8]) -> Option<Arc<Self>> {
        // SAFETY: the bytes come from this engine's own compiler, a moment ago.
        let module = unsafe { Module::deserialize(engine().ok()?, code) }.ok()?;
        let bytes = code.len().cast_signed();
        TRANSLATIONS.fetch_add(1, Relaxed);
        account(bytes);
        Some(Arc::new(Self {
            module,
            place,
            bytes,
        }))
    }
}

impl Drop for Translated {
    fn drop(&mut self) {
        TRANSLATIONS.fetch_sub(1, Relaxed);
        account(-self.bytes);
    }
}

/// How far the translation of a program is.
#[derive(Default)]
enum Stage {
    #[default]
    None,
    /// This process is at it, or there can be none.
    Begun(u32),
    Compiled(Place, Vec<u8>),
    Loaded(Arc<Translated>),
    /// Its runs were hardly shorter with it.
    Useless,
}

/// Of one program.
pub struct Heat {
    micros: AtomicU64,
    runs: AtomicU32,
    /// The shortest run of those without a translation, and of those with it, in ns.
    shortest: [AtomicU64; 2],
    translated_runs: AtomicU32,
    /// Only tried to be locked: the translator holds it for a moment, and a fork may find it taken for ever.
    stage: Mutex<Stage>,
}

impl Default for Heat {
    fn default() -> Self {
        Self {
            micros: AtomicU64::default(),
            runs: AtomicU32::default(),
            shortest: [const { AtomicU64::new(u64::MAX) }; 2],
            translated_runs: AtomicU32::default(),
            stage: Mutex::default(),
        }
    }
}

impl Heat {
    /// A run took so long up to its first call of a service, by its translation or without one.
    pub fn spend(&self, time: Duration, translated: bool) {
        self.micros.fetch_add(time.as_micros() as u64, Relaxed);
        self.runs.fetch_add(1, Relaxed);
        self.shortest[usize::from(translated)].fetch_min(time.as_nanos() as u64, Relaxed);
        if translated && self.translated_runs.fetch_add(1, Relaxed) == TRIAL {
            self.judge();
        }
    }

    /// Gives a translation up that is not worth it.
    fn judge(&self) {
        let [without, with] = [0, 1].map(|index| self.shortest[index].load(Relaxed));
        if tier() == Tier::Hot
            && with > without / 10 * 9
            && let Ok(mut stage) = self.stage.try_lock()
        {
            let given_up = mem::replace(&mut *stage, Stage::Useless);
            drop(stage);
            drop(given_up);
        }
    }

    fn is_hot(&self) -> bool {
        let spent = Duration::from_micros(self.micros.load(Relaxed));
        match tier() {
            Tier::Off => false,
            Tier::Eager => true,
            Tier::Hot => spent >= DEAR && spent >= LONG * self.runs.load(Relaxed),
        }
    }

    /// The translation, if there is one by now. `memory` is that of a run which has not begun, `tier_at` where its guest
    /// says what can be translated.
    pub fn translated(self: &Arc<Self>, memory: &[u8], tier_at: u32) -> Option<Arc<Translated>> {
        let own = process::id();
        let compiled = {
            let mut stage = self.stage.try_lock().ok()?;
            match &*stage {
                Stage::Loaded(translated) => return Some(translated.clone()),
                Stage::Useless => return None,
                Stage::Begun(owner) if *owner == own => return None,
                Stage::None | Stage::Begun(_) => None,
                Stage::Compiled(..) => match mem::replace(&mut *stage, Stage::Begun(own)) {
                    Stage::Compiled(place, code) => Some((place, code)),
                    _ => None,
                },
            }
        };
        let (place, code) = match compiled {
            Some(compiled) => compiled,
            None if self.is_hot() => self.begin(memory, tier_at)?,
            None => return None,
        };
        let translated = Translated::load(place, &code)?;
        *self.stage.try_lock().ok()? = Stage::Loaded(translated.clone());
        Some(translated)
    }

    /// Translates the program on a thread of its own. Where that is asked for, at once: then here is the code.
    fn begin(self: &Arc<Self>, memory: &[u8], tier_at: u32) -> Option<(Place, Vec<u8>)> {
        let own = process::id();
        if tier() == Tier::Eager {
            return compiled(Unit::read(memory, tier_at), AtLarge::begin());
        }
        if TRANSLATIONS.load(Relaxed) >= MAX_TRANSLATIONS {
            return None;
        }
        if BUSY.swap(own, Relaxed) == own {
            return None;
        }
        *self.stage.try_lock().ok()? = Stage::Begun(own);
        let (heat, starting) = (self.clone(), AtLarge::begin());
        let unit = Unit::read(memory, tier_at);
        let thread = thread::Builder::new().name("kobako-translator".into());
        let spawned = thread.spawn(move || {
            if let Some((place, code)) = compiled(unit, starting) {
                *heat.stage.lock().expect("no holder panics") = Stage::Compiled(place, code);
            }
            BUSY.store(0, Relaxed);
        });
        if spawned.is_err() {
            BUSY.store(0, Relaxed);
        }
        None
    }
}

fn compiled(unit: Option<Unit>, starting: AtLarge) -> Option<(Place, Vec<u8>)> {
    let code = catch_unwind(AssertUnwindSafe(|| {
        let engine = engine().ok()?;
        compiler::warm_up(engine, starting).ok()?;
        let translation = translate(&unit?)?;
        let code = compiler::precompile(engine, &translation.wasm).ok()?;
        Some((translation.place, code))
    }));
    code.ok().flatten()
}
