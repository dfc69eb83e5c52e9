//! The process's one WebAssembly engine.

use std::{
    env::consts::{ARCH, OS},
    sync::{
        OnceLock,
        atomic::{AtomicU64, Ordering},
    },
};

use wasmtime::{
    Config, Enabled, Engine, InstanceAllocationStrategy, OptLevel, PoolingAllocationConfig,
    WasmFeatures,
};

use crate::{
    limits::{COROUTINE_STACK, MAX_INVOCATIONS, MAX_STACKS, MAX_TABLE_ELEMENTS, WASM_STACK},
    setup_failure::SetupFailure,
};

/// The proposals that a guest may use.
pub const FEATURES: WasmFeatures = WasmFeatures::WASM2
    .difference(WasmFeatures::SIMD)
    .union(WasmFeatures::TAIL_CALL)
    .union(WasmFeatures::EXTENDED_CONST)
    .union(WasmFeatures::EXCEPTIONS);

/// Bytes of guest memory that a free slot keeps, so that the next guest need not fault them in.
const KEEP_RESIDENT: usize = 2 << 20;
/// The same for the function table.
const KEEP_TABLE: usize = 64 << 10;
/// Free slots that keep memory at all.
const WARM_SLOTS: u32 = 16;
/// Address space of one slot: all that 32-bit code can reach, so that accesses need no bounds check.
const SLOT: usize = 4 << 30;

/// The same where address space is scarce: accesses are checked, and a memory that outgrows it moves.
const SCANT_SLOT: u64 = 64 << 20;

static ENGINE: OnceLock<Engine> = OnceLock::new();

/// Makes the engine at the first call, which needs the host's lock.
pub fn engine() -> Result<&'static Engine, SetupFailure> {
    if let Some(engine) = ENGINE.get() {
        return Ok(engine);
    }
    let engine = Engine::new(&configure(true)).or_else(|_| Engine::new(&configure(false)));
    let engine = engine.map_err(|error| SetupFailure::Engine(error.to_string()))?;
    Ok(ENGINE.get_or_init(|| engine))
}

/// Another one, which compiles for every processor of this platform, whatever the one here has besides.
pub fn portable_engine() -> Result<Engine, SetupFailure> {
    // Naming the platform is what keeps the compiler from looking at the processor.
    let platform = match OS {
        "macos" => format!("{ARCH}-apple-darwin"),
        _ => format!("{ARCH}-unknown-{OS}"),
    };
    let mut config = configure(true);
    let engine = config
        .target(&platform)
        .and_then(|config| Engine::new(config));
    engine.map_err(|error| SetupFailure::Engine(error.to_string()))
}

/// How many invocations hold a slot of the pool of instances. `None` where address space is too scarce for a pool:
/// instances are mapped one by one then, which is slower.
pub fn slots_in_use() -> Result<Option<u64>, SetupFailure> {
    engine()?;
    Ok(is_pooling().then(|| GUESTS.load(Ordering::Relaxed)))
}

static GUESTS: AtomicU64 = AtomicU64::new(0);

/// The slot of a guest, of which there are as many as invocations may run at once. The pool has more instances: a
/// guest's program may have another one.
pub struct Slot(());

impl Slot {
    /// Taken before the instance is made, and dropped after it; `None` if all are taken.
    pub fn take() -> Option<Self> {
        let slot = Self(());
        let taken = GUESTS.fetch_add(1, Ordering::Relaxed);
        (taken < u64::from(MAX_INVOCATIONS) || !is_pooling()).then_some(slot)
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        GUESTS.fetch_sub(1, Ordering::Relaxed);
    }
}

fn is_pooling() -> bool {
    let metrics = ENGINE.get().and_then(Engine::pooling_allocator_metrics);
    metrics.is_some()
}

/// Whether every slot for an invocation is taken.
pub fn is_full() -> bool {
    is_pooling() && GUESTS.load(Ordering::Relaxed) >= u64::from(MAX_INVOCATIONS)
}

/// Makes every running guest look at its deadline, and at whether it is wanted elsewhere.
pub fn tick() {
    if let Some(engine) = ENGINE.get() {
        engine.increment_epoch();
    }
}

fn configure(pooling: bool) -> Config {
    let mut config = Config::new();
    config
        .wasm_features(WasmFeatures::all(), false)
        .wasm_features(FEATURES, true)
        .wasm_backtrace_max_frames(None)
        .epoch_interruption(true)
        .cranelift_opt_level(OptLevel::Speed)
        .generate_address_map(false)
        .native_unwind_info(false)
        .max_wasm_stack(WASM_STACK)
        .async_stack_size(COROUTINE_STACK)
        .macos_use_mach_ports(false);
    if pooling {
        config
            .memory_reservation(SLOT as u64)
            .allocation_strategy(InstanceAllocationStrategy::Pooling(pool()));
    } else {
        config
            .memory_reservation(SCANT_SLOT)
            .memory_reservation_for_growth(SCANT_SLOT);
    }
    config
}

fn pool() -> PoolingAllocationConfig {
    let mut pool = PoolingAllocationConfig::new();
    // A guest, and the translation of its program.
    pool.total_core_instances(2 * MAX_INVOCATIONS)
        // One for the guest, and one for the exceptions that it throws.
        .total_memories(2 * MAX_INVOCATIONS)
        .total_tables(MAX_INVOCATIONS)
        .total_gc_heaps(MAX_INVOCATIONS)
        .total_stacks(MAX_STACKS)
        .max_memory_size(SLOT)
        .table_elements(MAX_TABLE_ELEMENTS)
        .max_unused_warm_slots(WARM_SLOTS)
        .linear_memory_keep_resident(KEEP_RESIDENT)
        .table_keep_resident(KEEP_TABLE)
        .pagemap_scan(Enabled::Auto);
    pool
}
