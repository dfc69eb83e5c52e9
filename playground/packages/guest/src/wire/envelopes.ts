// The messages that host and guest say to each other.

import { MAX_MESSAGE_BYTES, WireError } from "./limits.ts";
import { decode, fields } from "./reader.ts";
import { Fault, type GuestValue, Handle, Hash, Sym, type Value } from "./values.ts";
import { encode } from "./writer.ts";

export const EMPTY = encode([]);

function invalid(message: string): never {
  throw new WireError("InvalidType", message);
}

/** A call of a service. */
export interface Request {
  target: string | Handle;
  method: string;
  args: Value[];
  kwargs: [string, Value][];
  blockGiven: boolean;
}

export function decodeRequest(bytes: Uint8Array): Request {
  const value = decode(bytes);
  if (!Array.isArray(value) || value.length !== 5) invalid("a request that is no array of 5");
  const [target, method, args, kwargs, blockGiven] = value as [Value, Value, Value, Value, Value];
  const named = typeof target === "string" || (target instanceof Handle && target.asked === 0);
  if (!named || typeof method !== "string") invalid("a request without a target or a method");
  if (!Array.isArray(args) || !(kwargs instanceof Hash)) invalid("a request without arguments or keywords");
  if (typeof blockGiven !== "boolean") invalid("a request that does not say whether it has a block");
  const keywords = kwargs.pairs.map(([key, each]): [string, Value] =>
    key instanceof Sym ? [key.name, each] : invalid("a keyword that is no symbol"));
  return { target: target as string | Handle, method, args, kwargs: keywords, blockGiven };
}

/** The answer to a request. */
export function encodeResponse(result: Value | Fault, isFault: boolean): Uint8Array {
  return encode([isFault ? 1n : 0n, result]);
}

/** What a block is called with. */
export function encodeBlockCall(args: Value[]): Uint8Array {
  return encode(args);
}

/** Values that the guest need not keep any longer. */
export function encodeRelease(values: GuestValue[]): Uint8Array {
  return encode(new Hash([["release", values.map(({ id }): Value => [BigInt(id), 1n])]]));
}

export interface BlockError { class: string; message: string; backtrace: string[] }

/** How a block ended. */
export type YieldResponse = { value: Value } | { break: Value } | { error: BlockError };

export function decodeYieldResponse(bytes: Uint8Array): YieldResponse {
  const [tag, message] = tagged("yield response", bytes);
  switch (tag) {
    case 1: return { value: decode(message) };
    case 2: return { break: decode(message) };
    case 4: {
      const found = fields("yield error", decode(message), ["class", "message", "backtrace"]);
      return {
        error: {
          class: text("yield error", found.class),
          message: text("yield error", found.message),
          backtrace: texts("yield error", found.backtrace),
        },
      };
    }
    default: return invalid(`a yield response tagged ${tag}`);
  }
}

/** The guest's record of the exception that ended it. */
export interface Panic { origin: string; class: string; message: string; backtrace: string[]; details: Value }

export type Outcome = { value: Value } | { panic: Panic };

export function decodeOutcome(bytes: Uint8Array): Outcome {
  const [tag, message] = tagged("outcome", bytes);
  if (tag === 1) return { value: decode(message) };
  if (tag !== 2) invalid(`an outcome tagged ${tag}`);
  const found = fields("panic", decode(message), ["origin", "class", "message", "backtrace", "details"]);
  return {
    panic: {
      origin: text("panic", found.origin),
      class: text("panic", found.class),
      message: text("panic", found.message),
      backtrace: texts("panic", found.backtrace ?? []),
      details: found.details ?? null,
    },
  };
}

/** What an invocation finds bound: a path and its data, or undefined for a service. */
export function encodePreamble(bindings: Iterable<readonly [string, Value | undefined]>): Uint8Array {
  const namespaces = new Map<string, Value[]>();
  for (const [path, value] of bindings) {
    const end = path.lastIndexOf("::");
    const [space, name] = end < 0 ? ["", path] : [path.slice(0, end), path.slice(end + 2)];
    const members = namespaces.get(space) ?? [];
    namespaces.set(space, members);
    members.push(value === undefined ? name : [name, value]);
  }
  return encode([...namespaces].map(([space, members]): Value => [space, members]));
}

/** Where a program stands. */
export function encodeLocation(file: string, line: number): Uint8Array {
  return encode([file, BigInt(line)]);
}

function tagged(what: string, bytes: Uint8Array): [number, Uint8Array] {
  if (bytes.length > MAX_MESSAGE_BYTES) {
    throw new WireError("TooLarge", `a message of ${bytes.length} bytes, the limit is ${MAX_MESSAGE_BYTES}`);
  }
  const tag = bytes[0];
  if (tag === undefined) throw new WireError("Truncated", `${what} of 0 bytes, it begins with a tag byte`);
  return [tag, bytes.subarray(1)];
}

function text(what: string, value: Value | undefined): string {
  return typeof value === "string" ? value : invalid(`${what} without a text that it must have`);
}

function texts(what: string, value: Value | undefined): string[] {
  const whole = Array.isArray(value) && value.every((line) => typeof line === "string");
  return whole ? (value as string[]) : invalid(`${what} whose backtrace is no list of texts`);
}
