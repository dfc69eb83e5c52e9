//! How an invocation starts: what the guest reads, and what is written onto its memory instead.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use kobako_wire::envelope::Preamble;
use magnus::Ruby;

use super::{
    cache::GuestModule,
    capture::Frames,
    image::Image,
    preload::Preload,
    programs::{Candidate, Known},
};

/// Whether images are kept and used; specs compare both ways.
pub static RESTORING: AtomicBool = AtomicBool::new(true);

/// The frames of one invocation.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    pub preamble: &'a [u8],
    pub snippets: &'a [u8],
    /// Of a program.
    pub source: Option<&'a [u8]>,
    /// Of that program, if it is not at the start of "(eval)".
    pub location: Option<&'a [u8]>,
}

impl Input<'_> {
    /// Whether there is anything to prepare.
    pub fn is_plain(&self) -> bool {
        self.preamble == Preamble::EMPTY && self.snippets == Preamble::EMPTY
    }

    fn whole(&self) -> Frames {
        match (self.source, self.location) {
            (Some(source), Some(location)) => {
                Frames::new(&[self.preamble, source, self.snippets, location])
            }
            (Some(source), None) => Frames::new(&[self.preamble, source, self.snippets]),
            (None, _) => Frames::new(&[self.preamble, self.snippets]),
        }
    }

    fn own(&self) -> Frames {
        match (self.source, self.location) {
            (Some(source), Some(location)) => Frames::new(&[source, location]),
            (source, _) => Frames::new(source.as_slice()),
        }
    }
}

/// How a guest gets its services, its snippets and its program.
pub enum Preparation {
    /// Its call reads them with its own frames.
    Call,
    /// Services and snippets are replayed, the call has frames of its own, and what the replay left is kept
    /// if `keep`.
    Replay { own: Frames, keep: bool },
    /// Images of what they left are written onto it, one after the other.
    Restore {
        preload: Option<Arc<Image>>,
        program: Option<Arc<Image>>,
    },
    /// The image of its services and snippets is written onto it, and what compiling the program left is kept.
    Compile { preload: Option<Arc<Image>> },
}

/// Where an image goes that the invocation makes.
pub enum Keeper {
    Preload(Arc<Preload>),
    Program(Candidate),
}

impl Keeper {
    /// Takes the image; `None` if what it would show cannot be kept.
    pub fn keep(self, ruby: &Ruby, module: &GuestModule, image: Option<Image>) {
        match (self, image) {
            (Self::Preload(preload), image) => preload.keep(ruby, image),
            (Self::Program(candidate), Some(image)) => module.programs.keep(ruby, candidate, image),
            (Self::Program(_), None) => {}
        }
    }
}

/// What the guest reads from stdin first, and how it gets the rest.
pub struct Start {
    pub frames: Frames,
    pub preparation: Preparation,
    pub keeper: Option<Keeper>,
}

impl Start {
    /// A start whose call does it all.
    pub fn whole(input: Input) -> Self {
        Self::new(input.whole(), Preparation::Call, None)
    }

    /// The quickest start. An image that outgrows `memory_limit` is not used: the guest is stopped where the
    /// limit is.
    pub fn of(
        input: Input,
        module: &GuestModule,
        preload: Option<&Arc<Preload>>,
        memory_limit: Option<usize>,
    ) -> Self {
        let restoring = RESTORING.load(Ordering::Relaxed);
        let fits = |growth| memory_limit.is_none_or(|limit| growth <= limit);
        let base = match preload.map(|preload| (preload, preload.image())) {
            None => None,
            Some((_, Some(image))) if restoring && fits(image.growth()) => Some(image),
            Some((preload, _)) => return Self::replay(input, preload, restoring),
        };
        let known = if restoring && input.source.is_some() && module.exports.compiles() {
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
                Self::new(Frames::default(), preparation, None)
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
        }
    }
}
