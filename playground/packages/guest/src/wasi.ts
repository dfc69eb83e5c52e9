// What a guest sees of the world: its frames, two streams of output, a clock and entropy as the run sets them.

import type { GuestMemory } from "./memory.ts";
import type { Output } from "./output.ts";

const SUCCESS = 0;
const BAD_DESCRIPTOR = 8;
const FAULT = 21;
const INVALID = 28;

const REALTIME = 0;
const MONOTONIC = 1;
const MAX_VECTORS = 1024;
const MAX_ENTROPY = 64 << 10;

export interface World {
  memory: GuestMemory;
  /** Called whenever the guest comes to its host; throws where the guest is to go no further. */
  tick: () => void;
  /** What the guest reads from its stdin. */
  input: Uint8Array;
  output: { 1: Output; 2: Output };
  /** Nanoseconds since the epoch, and since the run began. */
  clock: () => { real: bigint; monotonic: bigint };
  entropy: Entropy;
}

/** Preview 1 of WASI, as much as the guest imports. */
export function wasi(world: World): WebAssembly.ModuleImports {
  const { memory, tick, output, clock, entropy } = world;
  let input = world.input;

  function vectors(pointer: number, count: number): [number, number][] | undefined {
    const table = count > MAX_VECTORS ? undefined : memory.slice(pointer, count * 8);
    if (!table) return undefined;
    const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
    const word = (index: number) => view.getUint32(index * 4, true);
    return Array.from({ length: count }, (_, index) => [word(2 * index), word(2 * index + 1)]);
  }

  const answer = (written: boolean) => (written ? SUCCESS : FAULT);

  return {
    fd_write(descriptor: number, table: number, count: number, written: number) {
      tick();
      const stream = descriptor === 1 ? output[1] : descriptor === 2 ? output[2] : undefined;
      if (!stream) return BAD_DESCRIPTOR;
      const parts = vectors(table >>> 0, count >>> 0);
      if (!parts) return INVALID;
      let total = 0;
      for (const [pointer, length] of parts) {
        const bytes = memory.slice(pointer, length);
        if (!bytes) return FAULT;
        total += length;
        if (total > 0xffff_ffff) return INVALID;
        stream.write(bytes);
      }
      return answer(memory.writeNumber(written >>> 0, total));
    },

    fd_read(descriptor: number, table: number, count: number, read: number) {
      tick();
      if (descriptor !== 0) return BAD_DESCRIPTOR;
      const parts = vectors(table >>> 0, count >>> 0);
      if (!parts) return INVALID;
      let total = 0;
      for (const [pointer, length] of parts) {
        const target = memory.slice(pointer, length);
        if (!target) return FAULT;
        const piece = input.subarray(0, length);
        target.set(piece);
        input = input.subarray(piece.length);
        total += piece.length;
        if (piece.length < length) break;
      }
      return answer(memory.writeNumber(read >>> 0, total));
    },

    clock_time_get(which: number, _precision: bigint, pointer: number) {
      tick();
      if (which !== REALTIME && which !== MONOTONIC) return INVALID;
      const bytes = memory.slice(pointer >>> 0, 8);
      const { real, monotonic } = clock();
      if (bytes) new DataView(bytes.buffer, bytes.byteOffset).setBigInt64(0, which === REALTIME ? real : monotonic, true);
      return answer(bytes !== undefined);
    },

    random_get(pointer: number, length: number) {
      tick();
      if (length >>> 0 > MAX_ENTROPY) return INVALID;
      const target = memory.slice(pointer >>> 0, length >>> 0);
      if (target) entropy.fill(target);
      return answer(target !== undefined);
    },
  };
}

const mask = (value: bigint) => BigInt.asUintN(64, value);

/** The sequence that a seed begins: SplitMix64, as in the Ruby host. */
export class Entropy {
  #state: bigint;

  constructor(seed: bigint) { this.#state = mask(seed); }

  fill(target: Uint8Array): void {
    const number = new DataView(new ArrayBuffer(8));
    for (let at = 0; at < target.length; at += 8) {
      number.setBigUint64(0, this.#next(), true);
      target.set(new Uint8Array(number.buffer, 0, Math.min(8, target.length - at)), at);
    }
  }

  #next(): bigint {
    this.#state = mask(this.#state + 0x9e37_79b9_7f4a_7c15n);
    let mixed = mask((this.#state ^ (this.#state >> 30n)) * 0xbf58_476d_1ce4_e5b9n);
    mixed = mask((mixed ^ (mixed >> 27n)) * 0x94d0_49bb_1331_11ebn);
    return mixed ^ (mixed >> 31n);
  }
}
