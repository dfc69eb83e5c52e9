//! `kobako-bake IN OUT DIGEST LIBRARY`: boots the guest once, writes its memory back as data, puts the pack of the
//! standard library beside it, and records the digest of the sources in the custom section `kobako.sources`.

mod compact;
mod custom_section;
mod host;
mod leb128;
mod library;
mod module;
mod segments;

use std::error::Error;
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use kobako_wire::abi::export::{BOOT, INITIALIZE};
use wasmtime::{Config, Engine, Instance, Module, Store, Val};
use wasmtime_wizer::{InstanceState, SnapshotVal, ValType, Wizer};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [input, output, digest, pack] = args.as_slice() else {
        return Err("usage: kobako-bake IN OUT DIGEST LIBRARY".into());
    };
    let linked = library::insert(&std::fs::read(input)?, &std::fs::read(pack)?)
        .ok_or("the linked module has data that kobako-bake does not know")?;
    let compact = compact::compact(&bake(&linked)?)?;
    let mut baked =
        segments::join(&compact).ok_or("the baked module has data of an unknown kind")?;
    custom_section::append(&mut baked, "kobako.sources", digest.as_bytes());
    std::fs::write(output, baked)?;
    Ok(())
}

fn bake(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut wizer = Wizer::new();
    // The export is gone from the baked module.
    wizer.init_func(BOOT);
    let (context, instrumented) = wizer.instrument(wasm)?;

    let mut config = Config::new();
    config.wasm_exceptions(true);
    let engine = Engine::new(&config)?;
    let module = Module::new(&engine, &instrumented)?;
    let mut store = Store::new(&engine, ());
    let instance = host::linker(&engine, &module)?.instantiate(&mut store, &module)?;
    for name in [INITIALIZE, BOOT] {
        instance
            .get_typed_func::<(), ()>(&mut store, name)?
            .call(&mut store, ())?;
    }
    Ok(ready(
        wizer.snapshot(&context, &mut Booted { store, instance }),
    )?)
}

/// The instance whose memory and globals the snapshot takes.
struct Booted {
    store: Store<()>,
    instance: Instance,
}

impl InstanceState for Booted {
    async fn global_get(&mut self, name: &str, _: ValType) -> SnapshotVal {
        let global = self
            .instance
            .get_global(&mut self.store, name)
            .expect("instrumented global");
        match global.get(&mut self.store) {
            Val::I32(value) => SnapshotVal::I32(value),
            Val::I64(value) => SnapshotVal::I64(value),
            Val::F32(value) => SnapshotVal::F32(value),
            Val::F64(value) => SnapshotVal::F64(value),
            other => unreachable!("a global of the guest holds {other:?}"),
        }
    }

    async fn memory_contents(&mut self, name: &str, contents: impl FnOnce(&[u8]) + Send) {
        let memory = self
            .instance
            .get_memory(&mut self.store, name)
            .expect("instrumented memory");
        contents(memory.data(&self.store));
    }
}

/// Nothing above suspends, so one poll finishes it.
fn ready<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => unreachable!("the snapshot suspended"),
    }
}
