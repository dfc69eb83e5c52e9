//! How an invocation starts: what the guest reads, and what is written onto its memory instead.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use crate::{
    guest::{frames::Frames, image::Image, input::Input, preparation::Preparation},
    module::GuestModule,
    reuse::{
        preload::Preload,
        programs::{Candidate, Known},
    },
    tables::Tables,
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
}

impl Start {
    /// A start whose call does it all.
    fn whole(input: Input) -> Self {
        Self::new(input.whole(), Preparation::Call, None)
    }

    /// The quickest start of an invocation with these tables, of a program and where it stands if it has one. An image
    /// that outgrows `memory_limit` is not used: the guest is stopped where the limit is.
    pub fn of(
        module: &GuestModule,
        tables: &Tables,
        source: Option<&[u8]>,
        location: Option<&[u8]>,
        memory_limit: Option<usize>,
    ) -> Self {
        let start = Self::quickest(module, tables, source, location, memory_limit);
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
        tables: &Tables,
        source: Option<&[u8]>,
        location: Option<&[u8]>,
        memory_limit: Option<usize>,
    ) -> Self {
        let (input, preload) = (tables.input(source, location), tables.preload());
        if !module.linked.exports.prepares() {
            return Self::whole(input);
        }
        let restoring = RESTORING.load(Ordering::Relaxed);
        let fits = |growth| memory_limit.is_none_or(|limit| growth <= limit);
        let base = match preload.map(|preload| (preload, preload.image())) {
            None => None,
            Some((_, Some(image))) if restoring && fits(image.growth()) => Some(image),
            Some((preload, _)) => return Self::replay(input, preload, restoring),
        };
        let known = if restoring && input.source.is_some() && module.linked.exports.compiles() {
            module.programs.see(preload, input)
        } else {
            Known::Little
        };
        let growth = base.as_ref().map_or(0, |image| image.growth());
        match known {
            Known::Compiled(program) if fits(growth + program.growth()) => {
                let program = Some(program);
                let preparation = Preparation::Restore {
                    preload: base,
                    program,
                };
                Self {
                    reused: true,
                    ..Self::new(Frames::default(), preparation, None)
                }
            }
            Known::Often(candidate) => {
                let keeper = Some(Keeper::Program(candidate));
                let frames = base.as_ref().map_or_else(|| input.whole(), |_| input.own());
                Self::new(frames, Preparation::Compile { preload: base }, keeper)
            }
            _ if base.is_none() => Self::whole(input),
            _ => {
                let program = None;
                let preparation = Preparation::Restore {
                    preload: base,
                    program,
                };
                Self::new(input.own(), preparation, None)
            }
        }
    }

    fn replay(input: Input, preload: &Arc<Preload>, restoring: bool) -> Self {
        let keep = preload.is_to_be_kept() && restoring;
        let own = input.own();
        Self::new(
            Frames::new(&[input.preamble, input.snippets]),
            Preparation::Replay { own, keep },
            keep.then(|| Keeper::Preload(preload.clone())),
        )
    }

    fn new(frames: Frames, preparation: Preparation, keeper: Option<Keeper>) -> Self {
        Self {
            frames,
            preparation,
            keeper,
            bindings: None,
            sent: 0,
            reused: false,
        }
    }
}
