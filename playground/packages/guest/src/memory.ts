// Checked access to guest memory: every pointer and length that a guest names is hostile.

import { violation } from "./stop.ts";
import { MAX_MESSAGE_BYTES } from "./wire/limits.ts";

/** Marks the length of a message that goes to a block, or comes from one. */
export const BLOCK = 0x8000_0000;

/** Bytes before the room of a mailbox: its size, and the free memory that counts as growth. */
const MAILBOX_HEAD = 8;

/** A place as one i64: the pointer in the high 32 bits, the length in the low. */
export function pack(pointer: number, length: number): bigint {
  return BigInt.asIntN(64, (BigInt(pointer) << 32n) | BigInt(length));
}

export function unpack(place: bigint): [pointer: number, length: number] {
  return [Number(BigInt.asUintN(32, place >> 32n)), Number(BigInt.asUintN(32, place))];
}

export class GuestMemory {
  readonly #memory: WebAssembly.Memory;

  constructor(memory: WebAssembly.Memory) { this.#memory = memory; }

  get size(): number { return this.#memory.buffer.byteLength; }

  /** The `length` bytes at `pointer`, until the memory grows; undefined if they are not all there. */
  slice(pointer: number, length: number): Uint8Array | undefined {
    const { buffer } = this.#memory;
    return pointer + length <= buffer.byteLength ? new Uint8Array(buffer, pointer, length) : undefined;
  }

  /** A copy of the message that is there. */
  message(pointer: number, length: number): Uint8Array {
    if (length > MAX_MESSAGE_BYTES) {
      throw violation(`a message of ${length} bytes, the limit is ${MAX_MESSAGE_BYTES}`);
    }
    return (this.slice(pointer, length) ?? this.#outside(pointer, length)).slice();
  }

  write(pointer: number, bytes: Uint8Array): void {
    (this.slice(pointer, bytes.length) ?? this.#outside(pointer, bytes.length)).set(bytes);
  }

  /** @returns false if the four bytes are not all there */
  writeNumber(pointer: number, value: number): boolean {
    const bytes = this.slice(pointer, 4);
    if (bytes) new DataView(bytes.buffer, bytes.byteOffset).setUint32(0, value, true);
    return bytes !== undefined;
  }

  readNumber(pointer: number): number | undefined {
    const bytes = this.slice(pointer, 4);
    return bytes && new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  }

  /** Where a message of `length` bytes goes in the mailbox there; undefined if it is too long. */
  room(mailbox: number, length: number): number | undefined {
    const size = this.readNumber(mailbox);
    return size !== undefined && length <= size ? mailbox + MAILBOX_HEAD : undefined;
  }

  /** Bytes that a guest with this mailbox may use before its memory grows. */
  reserve(mailbox: number): number { return this.readNumber(mailbox + 4) ?? 0; }

  #outside(pointer: number, length: number): never {
    throw violation(`${length} bytes at 0x${pointer.toString(16)} lie outside the guest's memory of ${this.size} bytes`);
  }
}
