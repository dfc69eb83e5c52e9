// Writes a message in the shortest forms, within the limits.

import { dayPayload, decimalPayload, integerPayload, rationalPayload, timePayload } from "./exact.ts";
import { EXT, MAX_DEPTH, MAX_MESSAGE_BYTES, WireError } from "./limits.ts";
import {
  Complex, Day, Decimal, Fault, GUEST_KINDS, GuestValue, Handle, Hash, Members, type Pair, Range, Rational, Record, Sym,
  Time, type Value,
} from "./values.ts";

const UTF8 = new TextEncoder();

class Writer {
  #bytes = new Uint8Array(64);
  #view = new DataView(this.#bytes.buffer);
  #size = 0;
  #depth: number;

  constructor(depth: number) { this.#depth = depth; }

  finish(): Uint8Array { return this.#bytes.subarray(0, this.#size); }

  value(value: Value): void {
    switch (typeof value) {
      case "boolean": return this.#head(value ? 0xc3 : 0xc2, 0, 0);
      case "bigint": return this.#integer(value);
      case "number": return this.#float(value);
      case "string": return this.#text(value);
    }
    if (value === null) return this.#head(0xc0, 0, 0);
    if (Array.isArray(value)) return this.#array(value);
    if (value instanceof Uint8Array) {
      this.#sized(value.length, [0xc4, 0xc5, 0xc6]);
      return this.#put(value);
    }
    this.#object(value);
  }

  #object(value: Exclude<Value, null | boolean | bigint | number | string | Uint8Array | Value[]>): void {
    if (value instanceof Sym) return this.#extension(EXT.symbol, [UTF8.encode(value.name)]);
    if (value instanceof Hash) return this.#map(value.pairs);
    if (value instanceof Handle) return this.#handle(value);
    if (value instanceof GuestValue) return this.#guestValue(value);
    if (value instanceof Fault) return this.#fault(value);
    if (value instanceof Time) return this.#extension(EXT.time, [timePayload(value)]);
    if (value instanceof Day) return this.#extension(value.sort === "date" ? EXT.date : EXT.dateTime, [dayPayload(value)]);
    if (value instanceof Decimal) return this.#extension(EXT.decimal, decimalPayload(value));
    if (value instanceof Rational) return this.#extension(EXT.rational, rationalPayload(value));
    if (value instanceof Complex) return this.#marked(EXT.complex, 0, [value.real, value.imaginary]);
    if (value instanceof Range) return this.#marked(EXT.range, value.excludeEnd ? 1 : 0, [value.begin, value.end]);
    if (value instanceof Members) return this.#marked(EXT.set, 0, value.members);
    if (value instanceof Record) return this.#marked(EXT.record, 0, [value.name, ...value.pairs.flat()]);
    throw new WireError("InvalidType", "a value that no message can hold");
  }

  #room(count: number): number {
    const at = this.#size;
    const size = at + count;
    if (size > MAX_MESSAGE_BYTES) {
      throw new WireError("TooLarge", `a message of ${size} bytes, the limit is ${MAX_MESSAGE_BYTES}`);
    }
    if (size > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(size, 2 * this.#bytes.length));
      grown.set(this.#bytes);
      this.#bytes = grown;
      this.#view = new DataView(grown.buffer);
    }
    this.#size = size;
    return at;
  }

  #put(bytes: Uint8Array): void {
    const at = this.#room(bytes.length);
    this.#bytes.set(bytes, at);
  }

  /** A marker, and a number of 0, 1, 2 or 4 bytes. */
  #head(marker: number, width: 0 | 1 | 2 | 4, number: number): void {
    const at = this.#room(1 + width);
    this.#view.setUint8(at, marker);
    if (width === 1) this.#view.setUint8(at + 1, number);
    if (width === 2) this.#view.setUint16(at + 1, number);
    if (width === 4) this.#view.setUint32(at + 1, number);
  }

  /** A length in the shortest of the forms for 1, 2 and 4 bytes. */
  #sized(length: number, markers: readonly [number, number, number]): void {
    if (length < 0x100) this.#head(markers[0], 1, length);
    else if (length < 0x10000) this.#head(markers[1], 2, length);
    else this.#head(markers[2], 4, length);
  }

  #integer(value: bigint): void {
    if (value >= -32n && value < 128n) return this.#head(Number(value) & 0xff, 0, 0);
    if (value < -(2n ** 63n) || value >= 2n ** 64n) return this.#extension(EXT.integer, integerPayload(value));
    const number = Number(value);
    if (value < 0n) {
      if (number >= -0x80) return this.#head(0xd0, 1, number);
      if (number >= -0x8000) return this.#head(0xd1, 2, number);
      if (number >= -0x80000000) return this.#head(0xd2, 4, number);
    } else if (number < 0x100000000) {
      return this.#sized(number, [0xcc, 0xcd, 0xce]);
    }
    this.#head(value < 0n ? 0xd3 : 0xcf, 0, 0);
    const at = this.#room(8);
    this.#view.setBigUint64(at, BigInt.asUintN(64, value));
  }

  #float(value: number): void {
    this.#head(0xcb, 0, 0);
    const at = this.#room(8);
    this.#view.setFloat64(at, value);
  }

  #text(text: string): void {
    const bytes = UTF8.encode(text);
    if (bytes.length < 32) this.#head(0xa0 | bytes.length, 0, 0);
    else this.#sized(bytes.length, [0xd9, 0xda, 0xdb]);
    this.#put(bytes);
  }

  #inside(write: () => void): void {
    if (this.#depth === MAX_DEPTH) throw new WireError("TooDeep", `more than ${MAX_DEPTH} levels`);
    this.#depth += 1;
    write();
    this.#depth -= 1;
  }

  #opening(length: number, short: number, markers: readonly [number, number]): void {
    if (length < 16) this.#head(short | length, 0, 0);
    else if (length < 0x10000) this.#head(markers[0], 2, length);
    else this.#head(markers[1], 4, length);
  }

  #array(values: Value[]): void {
    this.#opening(values.length, 0x90, [0xdc, 0xdd]);
    this.#inside(() => values.forEach((value) => this.value(value)));
  }

  #map(pairs: Pair[]): void {
    this.#opening(pairs.length, 0x80, [0xde, 0xdf]);
    this.#inside(() => {
      for (const [key, value] of pairs) {
        this.value(key);
        this.value(value);
      }
    });
  }

  /** An array that begins with a mark. */
  #marked(code: number, flag: number, values: Value[]): void {
    this.#opening(values.length + 1, 0x90, [0xdc, 0xdd]);
    this.#inside(() => {
      this.#extension(code, [Uint8Array.of(flag)]);
      values.forEach((value) => this.value(value));
    });
  }

  #extension(code: number, parts: Uint8Array[]): void {
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    const fixed = [1, 2, 4, 8, 16].indexOf(length);
    if (fixed >= 0) this.#head(0xd4 + fixed, 0, 0);
    else this.#sized(length, [0xc7, 0xc8, 0xc9]);
    this.#put(Uint8Array.of(code));
    parts.forEach((part) => this.#put(part));
  }

  #handle(handle: Handle): void {
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setUint32(0, handle.id);
    if (handle.asked === 0) this.#extension(EXT.handle, [bytes]);
    else this.#extension(EXT.askedHandle, [bytes, Uint8Array.of(handle.asked)]);
  }

  #guestValue(value: GuestValue): void {
    const bytes = new Uint8Array(9);
    const view = new DataView(bytes.buffer);
    view.setUint32(0, value.id);
    view.setUint8(4, GUEST_KINDS.indexOf(value.kind));
    view.setUint32(5, value.size);
    this.#extension(EXT.guestValue, [bytes]);
  }

  #fault(fault: Fault): void {
    const payload = new Writer(this.#depth);
    payload.#map([["type", fault.kind], ["message", fault.message], ["details", fault.details]]);
    this.#extension(EXT.fault, [payload.finish()]);
  }
}

/** @throws WireError for a value that is too long or too deep */
export function encode(value: Value): Uint8Array {
  const writer = new Writer(0);
  writer.value(value);
  return writer.finish();
}
