// One instance of the guest, from its memory to its outcome.

import { joined } from "./bytes.ts";
import type { Dispatcher, Reply } from "./dispatch.ts";
import { BLOCK, GuestMemory, pack, unpack } from "./memory.ts";
import { MEMORY_IMPORT } from "./module.ts";
import type { Output } from "./output.ts";
import * as stops from "./stop.ts";
import { Entropy, wasi } from "./wasi.ts";

const PAGE = 65_536;
/** What 32 bits can address. */
const MAX_PAGES = 65_536;

const MAX_BACKTRACE = 64 << 10;
const MAX_LINES = 64;
const MAX_LINE = 2048;

/** A compiled guest. */
export interface Compiled {
  module: WebAssembly.Module;
  /** Pages that its memory begins with. */
  pages: number;
  /** Bytes of these that a run may use, which count as growth. */
  reserve: number;
}

export interface Limits {
  /** Bytes. */
  memory: number | null;
  /** Seconds. */
  timeout: number | null;
  clock: bigint | null;
  seed: bigint;
}

interface Exports {
  __kobako_mailbox: WebAssembly.Global;
  __kobako_eval(): void;
  __kobako_check(): void;
  __kobako_alloc(length: number): number;
  __kobako_take_outcome(): bigint;
  __kobako_backtrace(): bigint;
}

export class Instance {
  readonly #compiled: Compiled;
  readonly #limits: Limits;
  readonly #dispatcher: Dispatcher;
  readonly #memory: GuestMemory;
  readonly #exports: Exports;
  readonly #started = performance.now();
  #stopped = false;

  /** @throws Stop where not even the start fits the limits */
  constructor(
    compiled: Compiled, limits: Limits, frames: readonly Uint8Array[], output: { 1: Output; 2: Output }, dispatcher: Dispatcher,
  ) {
    this.#compiled = compiled;
    this.#limits = limits;
    this.#dispatcher = dispatcher;
    if (limits.memory !== null && compiled.reserve > limits.memory) throw stops.memory(limits.memory, compiled.reserve);
    const memory = new WebAssembly.Memory({ initial: compiled.pages, maximum: maximum(compiled, limits.memory) });
    this.#memory = new GuestMemory(memory);
    const world = {
      memory: this.#memory,
      tick: () => this.#tick(),
      input: framed(frames),
      output,
      clock: () => this.#clock(),
      entropy: new Entropy(limits.seed),
    };
    const imports = {
      env: { __kobako_dispatch: (pointer: number, length: number) => this.#dispatch(pointer >>> 0, length >>> 0) },
      wasi_snapshot_preview1: wasi(world),
      [MEMORY_IMPORT.module]: { [MEMORY_IMPORT.name]: memory },
    };
    this.#exports = new WebAssembly.Instance(compiled.module, imports).exports as unknown as Exports;
  }

  /** Seconds since it began. */
  get elapsed(): number { return (performance.now() - this.#started) / 1000; }

  /** Bytes by which its memory grew. */
  get growth(): number { return this.#memory.size - (this.#compiled.pages * PAGE - this.#compiled.reserve); }

  /** Bytes that a run finds free before memory grows. */
  get reserve(): number { return this.#memory.reserve(this.#mailbox); }

  /**
   * Runs one call of the guest; the bytes of its outcome.
   * @throws Stop where the guest was stopped
   */
  run(call: "__kobako_eval" | "__kobako_check"): Uint8Array {
    try {
      this.#exports[call]();
      const [pointer, length] = unpack(this.#exports.__kobako_take_outcome());
      return this.#memory.message(pointer, length);
    } catch (error) {
      this.#stopped = true;
      throw stops.trapped(error) ?? error;
    }
  }

  /** Where the script was that was stopped, innermost line first; empty if the guest cannot say. */
  backtrace(): string[] {
    try {
      const [pointer, length] = unpack(this.#exports.__kobako_backtrace());
      const bytes = this.#memory.slice(pointer, Math.min(length, MAX_BACKTRACE));
      const lines = new TextDecoder().decode(bytes).split("\n").filter((line) => line !== "");
      return lines.slice(0, MAX_LINES).map((line) => line.slice(0, MAX_LINE).replace(/\p{Cc}/gu, "\ufffd"));
    } catch {
      return [];
    }
  }

  get #mailbox(): number { return this.#exports.__kobako_mailbox.value >>> 0; }

  #tick(): void {
    const { timeout } = this.#limits;
    if (this.#stopped) throw stops.violation("a guest that was stopped called its host");
    if (timeout !== null && this.elapsed > timeout) throw stops.timeout(this.elapsed, timeout);
  }

  #clock(): { real: bigint; monotonic: bigint } {
    if (this.#limits.clock !== null) return { real: this.#limits.clock, monotonic: 0n };
    return { real: BigInt(Date.now()) * 1_000_000n, monotonic: BigInt(Math.floor(this.elapsed * 1e9)) };
  }

  #dispatch(pointer: number, length: number): bigint {
    this.#tick();
    const message = this.#memory.message(pointer, length & ~BLOCK);
    const reply = length >= BLOCK ? this.#dispatcher.blockEnded(message) : this.#dispatcher.request(message);
    this.#tick();
    return this.#place(reply);
  }

  /** Copies a message to the guest's mailbox, or to memory that the guest allocates. */
  #place({ bytes, forBlock }: Reply): bigint {
    const pointer = this.#memory.room(this.#mailbox, bytes.length) ?? this.#exports.__kobako_alloc(bytes.length) >>> 0;
    if (pointer === 0) throw stops.memory(this.#limits.memory ?? MAX_PAGES * PAGE);
    this.#memory.write(pointer, bytes);
    return pack(pointer, forBlock ? bytes.length + BLOCK : bytes.length);
  }
}

function maximum({ pages, reserve }: Compiled, limit: number | null): number {
  if (limit === null) return MAX_PAGES;
  return Math.min(Math.floor((pages * PAGE - reserve + limit) / PAGE), MAX_PAGES);
}

/** The frames as the guest's stdin has them, each after its length. */
function framed(frames: readonly Uint8Array[]): Uint8Array {
  return joined(frames.flatMap((frame) => {
    const head = new Uint8Array(4);
    new DataView(head.buffer).setUint32(0, frame.length);
    return [head, frame];
  }));
}
