//! How an invocation starts: what the guest reads, and what is written onto its memory instead.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use crate::{
    config::Config,
    guest::{
        frames::Frames,
        image::Image,
        input::Input,
        preparation::{Preparation, Program, Tables},
    },
    module::GuestModule,
    reuse::{
        preload::Preload,
        programs::{Candidate, Known, Sighting},
    },
    tables::Tables as Sealed,
    tier::heat::{self, Heat, Tier},
};

static RESTORING: AtomicBool = AtomicBool::new(true);

/// Whether images are kept and used from now on, as at first; tests compare both ways.
pub fn set_restoring(restoring: bool) {
    RESTORING.store(restoring, Ordering::Relaxed);
}

/// Where an image goes that the invocation makes.
pub enum Keeper {
    Preload(Arc<Preload>),
    Program(Candidate),
}

impl Keeper {
    /// Takes the image; `None` if what it would show cannot be kept.
    pub fn keep(self, module: &GuestModule, image: Option<Image>) {
        match (self, image) {
            (Self::Preload(preload), image) => preload.keep(image),
            (Self::Program(candidate), Some(image)) => module.programs.keep(candidate, image),
            (Self::Program(_), None) => {}
        }
    }
}

/// What the guest reads from stdin first, and how it gets the rest.
pub struct Start {
    pub(crate) frames: Frames,
    pub(crate) preparation: Preparation,
    pub(crate) keeper: Option<Keeper>,
    pub(crate) bindings: Option<Vec<u8>>,
    /// Bytes of the program.
    pub(crate) sent: u64,
    /// Whether the program is one that was compiled before.
    pub(crate) reused: bool,
    /// Of a program that is timed.
    pub(crate) sighting: Option<Sighting>,
    /// Of a program that is kept.
    pub(crate) heat: Option<Arc<Heat>>,
}

impl Start {
    /// A start whose call does it all.
    fn whole(input: Input) -> Self {
        Self::new(input.whole(), Tables::Call, Program::Call)
    }

    /// The quickest start of an invocation with these tables, of a program and where it stands if it has one. An image
    /// that outgrows the memory limit is not used: the guest is stopped where the limit is.
    pub fn of(
        module: &GuestModule,
        tables: &Sealed,
        source: Option<&[u8]>,
        location: Option<&[u8]>,
        config: &Config,
    ) -> Self {
        let start = Self::quickest(module, tables, source, location, config);
        Self {
            sent: source.map_or(0, <[u8]>::len) as u64,
            ..start
        }
    }

    /// The same with bindings of this invocation alone, as a `kobako_wire::envelope::Preamble`; the guest must be one
    /// that prepares.
    pub fn binding(self, bindings: Option<Vec<u8>>) -> Self {
        Self { bindings, ..self }
    }

    fn quickest(
        module: &GuestModule,
        tables: &Sealed,
        source: Option<&[u8]>,
        location: Option<&[u8]>,
        config: &Config,
    ) -> Self {
        let (input, preload) = (tables.input(source, location), tables.preload());
        let exports = &module.linked.exports;
        if !exports.prepares() {
            return Self::whole(input);
        }
        let restoring = RESTORING.load(Ordering::Relaxed);
        let fits = |growth| config.memory_limit.is_none_or(|limit| growth <= limit);
        let program = input.source.is_some() && exports.compiles();
        let compile = if program && (config.repeatable || heat::tier() == Tier::Eager) {
            Program::Compile { keep: None }
        } else {
            Program::Call
        };
        let base = match preload.map(|preload| (preload, preload.image())) {
            None => None,
            Some((_, Some(image))) if restoring && fits(image.growth()) => Some(image),
            Some((preload, _)) => return Self::replay(input, preload, restoring, compile),
        };
        let known = if restoring && program {
            module.programs.see(preload, input, config.repeatable)
        } else {
            Known::Little(None)
        };
        let growth = base.as_ref().map_or(0, |image| image.growth());
        let own = || base.as_ref().map_or_else(|| input.whole(), |_| input.own());
        let prepared = || base.clone().map_or(Tables::Call, Tables::Restore);
        match known {
            Known::Compiled(image, heat) if fits(growth + image.growth()) => Self {
                reused: true,
                heat: Some(heat.clone()),
                ..Self::new(Frames::default(), prepared(), Program::Restore(image, heat))
            },
            Known::Often(candidate) => {
                let keep = Some(candidate.pieces);
                Self {
                    keeper: Some(Keeper::Program(candidate)),
                    ..Self::new(own(), prepared(), Program::Compile { keep })
                }
            }
            Known::Little(sighting) => Self {
                sighting,
                ..Self::new(own(), prepared(), compile)
            },
            Known::Compiled(..) => Self::new(own(), prepared(), compile),
        }
    }

    /// A start whose call reads these frames.
    pub fn with(frames: &[&[u8]]) -> Self {
        Self::new(Frames::new(frames), Tables::Call, Program::Call)
    }

    fn replay(input: Input, preload: &Arc<Preload>, restoring: bool, program: Program) -> Self {
        let keep = preload.is_to_be_kept() && restoring;
        let own = input.own();
        let frames = Frames::new(&[input.preamble, input.snippets]);
        Self {
            keeper: keep.then(|| Keeper::Preload(preload.clone())),
            ..Self::new(frames, Tables::Replay { own, keep }, program)
        }
    }

    fn new(frames: Frames, tables: Tables, program: Program) -> Self {
        Self {
            frames,
            preparation: Preparation { tables, program },
            keeper: None,
            bindings: None,
            sent: 0,
            reused: false,
            sighting: None,
            heat: None,
        }
    }
}
