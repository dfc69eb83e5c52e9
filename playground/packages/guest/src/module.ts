// The guest's module, whose memory the host makes.
//
// data/kobako.wasm defines its memory itself, without a maximum, and a host in JavaScript cannot hear of its growth. So
// the memory is imported instead: one entry moves from the section of memories to that of imports, no index changes, and
// the code stays as it is. Each run then gets a memory with the maximum of its own limit.

import { joined } from "./bytes.ts";

export const MEMORY_IMPORT = { module: "kobako", name: "memory" } as const;

const MAGIC = 0x6d736100;
const IMPORTS = 2;
const MEMORIES = 5;

/** A module without its memory, and how many pages that begins with. */
export interface Rewritten { bytes: Uint8Array<ArrayBuffer>; pages: number }

class Cursor {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  byte(): number {
    const byte = this.bytes[this.at++];
    if (byte === undefined) throw new Error("not a kobako guest: the file ends early");
    return byte;
  }

  /** An unsigned LEB128 of 32 bits. */
  number(): number {
    let [value, shift, byte] = [0, 0, 0];
    do {
      byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      shift += 7;
    } while (byte & 0x80 && shift < 35);
    return value;
  }
}

/** @throws Error for what defines no memory of 32 bits */
export function importMemory(wasm: Uint8Array): Rewritten {
  if (wasm.length < 8 || new DataView(wasm.buffer, wasm.byteOffset).getUint32(0, true) !== MAGIC) {
    throw new Error("not a kobako guest: the file is no WebAssembly");
  }
  const parts: Uint8Array[] = [wasm.subarray(0, 8)];
  const cursor = new Cursor(wasm, 8);
  let pages: number | undefined;
  let imports: { index: number; body: Uint8Array } | undefined;
  while (cursor.at < wasm.length) {
    const start = cursor.at;
    const [id, size] = [cursor.byte(), cursor.number()];
    const body = wasm.subarray(cursor.at, cursor.at + size);
    cursor.at += size;
    if (id === IMPORTS) imports = { index: parts.length, body };
    if (id === MEMORIES) pages = initialPages(body);
    else parts.push(wasm.subarray(start, cursor.at));
  }
  if (pages === undefined || imports === undefined) throw new Error("not a kobako guest: it defines no memory");

  parts[imports.index] = section(IMPORTS, withMemory(imports.body, pages));
  return { bytes: joined(parts), pages };
}

function initialPages(body: Uint8Array): number {
  const cursor = new Cursor(body, 0);
  const [count, flags, pages] = [cursor.number(), cursor.byte(), cursor.number()];
  if (count !== 1 || flags > 1) throw new Error("not a kobako guest: its memory is none of one thread and 32 bits");
  return pages;
}

/** The body of the imports, and one of a memory without a maximum behind them. */
function withMemory(body: Uint8Array, pages: number): Uint8Array {
  const cursor = new Cursor(body, 0);
  const count = cursor.number();
  const entry = [...name(MEMORY_IMPORT.module), ...name(MEMORY_IMPORT.name), 2, 0, ...leb(pages)];
  return joined([Uint8Array.from(leb(count + 1)), body.subarray(cursor.at), Uint8Array.from(entry)]);
}

function section(id: number, body: Uint8Array): Uint8Array {
  return joined([Uint8Array.from([id, ...leb(body.length)]), body]);
}

function name(text: string): number[] {
  const bytes = new TextEncoder().encode(text);
  return [...leb(bytes.length), ...bytes];
}

function leb(value: number): number[] {
  const bytes: number[] = [];
  for (; value >= 0x80; value = Math.floor(value / 0x80)) bytes.push((value % 0x80) | 0x80);
  return [...bytes, value];
}
