// Reads one message, every limit checked before memory is taken for it.

import { readDay, readDecimal, readInteger, readRational, readTime } from "./exact.ts";
import { EXT, MAX_DEPTH, MAX_ID, MAX_MESSAGE_BYTES, WireError } from "./limits.ts";
import {
  Complex, Fault, FAULT_KINDS, type FaultKind, GUEST_KINDS, GuestValue, Handle, Hash, Members, type Pair, Range, Record,
  Sym, type Value,
} from "./values.ts";

const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const FIXEXT_1 = 0xd4;
const MARKS: readonly number[] = [EXT.complex, EXT.range, EXT.set, EXT.record];

function invalid(message: string): never {
  throw new WireError("InvalidType", message);
}

class Reader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;
  #depth: number;
  /** Values that open arrays and maps still lack. */
  #owed = 1;

  constructor(bytes: Uint8Array, depth: number) {
    if (bytes.length > MAX_MESSAGE_BYTES) {
      throw new WireError("TooLarge", `a message of ${bytes.length} bytes, the limit is ${MAX_MESSAGE_BYTES}`);
    }
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#depth = depth;
  }

  whole(): Value {
    const value = this.value();
    const left = this.#bytes.length - this.#at;
    if (left > 0) throw new WireError("Trailing", `${left} bytes after the value`);
    return value;
  }

  value(): Value {
    this.#owed -= 1;
    const marker = this.#byte();
    if (marker < 0x80) return BigInt(marker);
    if (marker < 0x90) return this.#map(marker & 0x0f);
    if (marker < 0xa0) return this.#array(marker & 0x0f);
    if (marker < 0xc0) return this.#text(marker & 0x1f);
    if (marker >= 0xe0) return BigInt(marker - 0x100);
    return this.#long(marker);
  }

  #long(marker: number): Value {
    switch (marker) {
      case 0xc0: return null;
      case 0xc2: return false;
      case 0xc3: return true;
      case 0xc4: return this.#slice(this.#unsigned(1)).slice();
      case 0xc5: return this.#slice(this.#unsigned(2)).slice();
      case 0xc6: return this.#slice(this.#unsigned(4)).slice();
      case 0xc7: return this.#extension(this.#unsigned(1), marker);
      case 0xc8: return this.#extension(this.#unsigned(2), marker);
      case 0xc9: return this.#extension(this.#unsigned(4), marker);
      case 0xca: return this.#view.getFloat32(this.#take(4));
      case 0xcb: return this.#view.getFloat64(this.#take(8));
      case 0xcc: return BigInt(this.#unsigned(1));
      case 0xcd: return BigInt(this.#unsigned(2));
      case 0xce: return BigInt(this.#unsigned(4));
      case 0xcf: return this.#view.getBigUint64(this.#take(8));
      case 0xd0: return BigInt(this.#view.getInt8(this.#take(1)));
      case 0xd1: return BigInt(this.#view.getInt16(this.#take(2)));
      case 0xd2: return BigInt(this.#view.getInt32(this.#take(4)));
      case 0xd3: return this.#view.getBigInt64(this.#take(8));
      case 0xd4: return this.#extension(1, marker);
      case 0xd5: return this.#extension(2, marker);
      case 0xd6: return this.#extension(4, marker);
      case 0xd7: return this.#extension(8, marker);
      case 0xd8: return this.#extension(16, marker);
      case 0xd9: return this.#text(this.#unsigned(1));
      case 0xda: return this.#text(this.#unsigned(2));
      case 0xdb: return this.#text(this.#unsigned(4));
      case 0xdc: return this.#array(this.#unsigned(2));
      case 0xdd: return this.#array(this.#unsigned(4));
      case 0xde: return this.#map(this.#unsigned(2));
      case 0xdf: return this.#map(this.#unsigned(4));
      default: return invalid(`the reserved marker ${marker} at byte ${this.#at - 1}`);
    }
  }

  /** Moves over `count` bytes; where they begin. */
  #take(count: number): number {
    const at = this.#at;
    if (this.#bytes.length - at < count) {
      throw new WireError("Truncated", `${count} bytes are needed at byte ${at}, ${this.#bytes.length - at} are left`);
    }
    this.#at += count;
    return at;
  }

  #byte(): number { return this.#bytes[this.#take(1)]!; }

  #unsigned(size: 1 | 2 | 4): number {
    const at = this.#take(size);
    return size === 1 ? this.#view.getUint8(at) : size === 2 ? this.#view.getUint16(at) : this.#view.getUint32(at);
  }

  /** Refuses a length that the bytes left, less one for each value still owed, cannot hold. */
  #declare(length: number): void {
    const left = this.#bytes.length - this.#at - this.#owed;
    if (length > left) throw new WireError("Truncated", `${length} declared at byte ${this.#at}, ${left} can follow`);
  }

  #slice(length: number): Uint8Array {
    this.#declare(length);
    const at = this.#take(length);
    return this.#bytes.subarray(at, at + length);
  }

  #text(length: number): string {
    const bytes = this.#slice(length);
    try {
      return UTF8.decode(bytes);
    } catch {
      throw new WireError("InvalidEncoding", `text before byte ${this.#at} is not UTF-8`);
    }
  }

  /** Opens an array or a map of `values` values while `read` reads them. */
  #open<T>(values: number, read: () => T): T {
    this.#declare(values);
    if (this.#depth === MAX_DEPTH) throw new WireError("TooDeep", `more than ${MAX_DEPTH} levels`);
    this.#depth += 1;
    this.#owed += values;
    const result = read();
    this.#depth -= 1;
    return result;
  }

  #values(count: number): Value[] {
    const values: Value[] = [];
    for (let index = 0; index < count; index++) values.push(this.value());
    return values;
  }

  #pairs(count: number): Pair[] {
    const pairs: Pair[] = [];
    for (let index = 0; index < count; index++) pairs.push([this.value(), this.value()]);
    return pairs;
  }

  #map(count: number): Hash {
    return this.#open(2 * count, () => new Hash(this.#pairs(count)));
  }

  #array(count: number): Value {
    return this.#open(count, () => {
      const [first, code, flag] = [this.#bytes[this.#at], this.#bytes[this.#at + 1], this.#bytes[this.#at + 2]];
      if (count > 0 && first === FIXEXT_1 && flag !== undefined && MARKS.includes(code!)) {
        return this.#marked(code!, flag, count - 1);
      }
      return this.#values(count);
    });
  }

  /** What an array is that begins with a mark; `rest` values follow that. */
  #marked(code: number, flag: number, rest: number): Value {
    this.#take(3);
    this.#owed -= 1;
    if (code === EXT.range) {
      if (rest !== 2 || flag > 1) invalid("a Range has not two ends");
      return new Range(this.value(), this.value(), flag === 1);
    }
    if (flag !== 0) invalid("a mark is not 0");
    if (code === EXT.set) return new Members(this.#values(rest));
    if (code === EXT.record) {
      if (rest % 2 !== 1) invalid("a record has no name, or a half pair");
      return new Record(this.value(), this.#pairs((rest - 1) / 2));
    }
    if (rest !== 2) invalid("a Complex has not two parts");
    return new Complex(this.value(), this.value());
  }

  #extension(length: number, marker: number): Value {
    const code = this.#view.getInt8(this.#take(1));
    const fixed = marker >= 0xd4;
    switch (code) {
      case EXT.symbol: return new Sym(this.#text(length));
      case EXT.handle: {
        if (marker !== 0xd6) invalid("a handle in another form than fixext 4");
        return new Handle(id(this.#view.getUint32(this.#take(4))));
      }
      case EXT.guestValue: {
        if (marker !== 0xc7 || length !== 9) invalid("a guest value in another form than ext 8 of 9 bytes");
        const at = this.#take(9);
        const kind = GUEST_KINDS[this.#view.getUint8(at + 4)];
        if (kind === undefined) invalid("a guest value of an unknown kind");
        return new GuestValue(id(this.#view.getUint32(at)), kind, this.#view.getUint32(at + 5));
      }
      case EXT.askedHandle: {
        const payload = this.#slice(length);
        if (length !== 5 || payload[4] === 0) invalid("a handle's payload is not an id and a byte that is not 0");
        return new Handle(id(new DataView(payload.buffer, payload.byteOffset).getUint32(0)), payload[4]!);
      }
      case EXT.integer: return readInteger(this.#slice(length));
      case EXT.time: return readTime(this.#slice(length));
      case EXT.date:
      case EXT.dateTime: return readDay(code, this.#slice(length));
      case EXT.decimal: return readDecimal(this.#slice(length));
      case EXT.rational: return readRational(this.#slice(length));
      case EXT.fault: {
        if (fixed) invalid("a fault in a fixext form");
        return fault(new Reader(this.#slice(length), this.#depth).whole());
      }
      default: return invalid(`extension ${code} of ${length} bytes, which stands nowhere or is unknown`);
    }
  }
}

function id(value: number): number {
  return value >= 1 && value <= MAX_ID ? value : invalid(`the id ${value}, those from 1 to ${MAX_ID} are known`);
}

/** The fields of an envelope's map by their names, which are text or bytes; a name of `known` comes once. */
export function fields(what: string, value: Value, known: readonly string[]): { [name: string]: Value } {
  if (!(value instanceof Hash)) invalid(`${what} is no map`);
  const found: { [name: string]: Value } = Object.create(null);
  for (const [key, field] of value.pairs) {
    if (!(typeof key === "string" || key instanceof Uint8Array)) invalid(`${what} with a key that is no text`);
    const name = typeof key === "string" ? key : new TextDecoder().decode(key);
    if (!known.includes(name)) continue;
    if (name in found) invalid(`${what} with "${name}" twice`);
    found[name] = field;
  }
  return found;
}

function fault(value: Value): Fault {
  const { type, message, details } = fields("fault", value, ["type", "message", "details"]);
  if (!FAULT_KINDS.includes(type as FaultKind)) invalid("a fault of an unknown type");
  if (typeof message !== "string") invalid("a fault without a message");
  return new Fault(type as FaultKind, message, details ?? null);
}

/** @throws WireError for what is no message */
export function decode(bytes: Uint8Array): Value {
  return new Reader(bytes, 0).whole();
}
