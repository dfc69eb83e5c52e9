// Values of the wire as JavaScript's own, which a Worker can post, and back.

import { MAX_DEPTH } from "./wire/limits.ts";
import {
  Complex, Day, Decimal, Fault, GuestValue, Handle, Hash, Members, Range, Rational, Record, Sym, Time, type Value,
} from "./wire/values.ts";

/** What a script gives back: see the table in the README. */
export type Plain =
  | null | boolean | number | bigint | string | Uint8Array | Date | Plain[] | Map<Plain, Plain> | Set<Plain>
  | { begin: Plain; end: Plain; excludeEnd: boolean };

/** What a script can be given: JSON, and what has no JSON. Objects become Hashes with Symbols as keys, Maps keep theirs. */
export type Data =
  | null | boolean | number | bigint | string | Uint8Array | Date | readonly Data[]
  | ReadonlyMap<Data, Data> | ReadonlySet<Data> | { readonly [key: string]: Data };

const ITALY_JULIAN_TO_MARCH = 32_044n;

export function toPlain(value: Value): Plain {
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  if (value === null || typeof value !== "object" || value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return value.map(toPlain);
  if (value instanceof Sym) return value.name;
  if (value instanceof Hash) return new Map(value.pairs.map(([key, each]) => [toPlain(key), toPlain(each)]));
  if (value instanceof Record) return new Map(value.pairs.map(([key, each]) => [toPlain(key), toPlain(each)]));
  if (value instanceof Members) return new Set(value.members.map(toPlain));
  if (value instanceof Range) {
    return { begin: toPlain(value.begin), end: toPlain(value.end), excludeEnd: value.excludeEnd };
  }
  if (value instanceof Time) return new Date(Number(value.seconds) * 1000 + Math.floor(value.nanoseconds / 1e6));
  if (value instanceof Day) return dayText(value);
  if (value instanceof Decimal) return decimalText(value);
  if (value instanceof Rational) return `${value.numerator}/${value.denominator}`;
  if (value instanceof Complex) return complexText(value);
  return objectText(value);
}

function objectText(value: Handle | GuestValue | Fault): string {
  return value instanceof Fault ? value.message : "an object";
}

function complexText({ real, imaginary }: Complex): string {
  const [over, beside] = [String(toPlain(real)), String(toPlain(imaginary))];
  return `${over}${/^[-+]/.test(beside) ? "" : "+"}${beside}i`;
}

/** As BigDecimal#to_s("F") has it. */
function decimalText({ special, negative, exponent, digits }: Decimal): string {
  if (special !== null) return special.endsWith("0") ? `${special}.0` : special;
  const point = digits.length + exponent;
  const whole = point <= 0 ? "0" : digits.slice(0, point).padEnd(point, "0");
  const fraction = point >= digits.length ? "0" : digits.slice(Math.max(point, 0)).padStart(-exponent, "0");
  return `${negative ? "-" : ""}${whole}.${fraction}`;
}

/** As Date#iso8601 and DateTime#iso8601 have it. */
function dayText({ sort, day, start, second, offset }: Day): string {
  const local = second + offset;
  const julian = day + BigInt(Math.floor(local / 86_400));
  const [year, month, date] = civil(julian, Number(julian) >= start);
  const digits = String(year < 0n ? -year : year).padStart(4, "0");
  const text = `${year < 0n ? "-" : ""}${digits}-${two(month)}-${two(date)}`;
  if (sort === "date") return text;
  const time = ((local % 86_400) + 86_400) % 86_400;
  return `${text}T${clock(time)}:${two(time % 60)}${offset < 0 ? "-" : "+"}${clock(Math.abs(offset))}`;
}

const two = (number: bigint | number) => String(number).padStart(2, "0");
const clock = (seconds: number) => `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`;
const floor = (a: bigint, b: bigint) => (a % b < 0n ? a / b - 1n : a / b);

/** Year, month and day of a Julian day number. */
function civil(julian: bigint, gregorian: boolean): [bigint, bigint, bigint] {
  let [days, century] = [julian + 32_082n, 0n];
  if (gregorian) {
    const shifted = julian + ITALY_JULIAN_TO_MARCH;
    century = floor(4n * shifted + 3n, 146_097n);
    days = shifted - floor(146_097n * century, 4n);
  }
  const year = floor(4n * days + 3n, 1461n);
  const rest = days - floor(1461n * year, 4n);
  const month = (5n * rest + 2n) / 153n;
  const wraps = month / 10n;
  return [100n * century + year - 4800n + wraps, month + 3n - 12n * wraps, rest - (153n * month + 2n) / 5n + 1n];
}

/** @throws TypeError for what is none of {@link Data}, or holds itself */
export function fromData(value: unknown, depth = 0): Value {
  switch (typeof value) {
    case "boolean":
    case "bigint":
    case "string": return value;
    case "number": return Number.isSafeInteger(value) && !Object.is(value, -0) ? BigInt(value) : value;
    case "undefined": return null;
    case "object": return value === null ? null : fromObject(value, depth);
    default: throw new TypeError(`a ${typeof value} cannot enter the sandbox (give it JSON, Dates, Maps, Sets or bytes)`);
  }
}

function fromObject(value: object, depth: number): Value {
  if (depth === MAX_DEPTH) throw new TypeError(`data nested deeper than ${MAX_DEPTH} levels cannot enter the sandbox`);
  const inner = (each: unknown) => fromData(each, depth + 1);
  if (value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return value.map(inner);
  if (value instanceof Map) return new Hash([...value].map(([key, each]) => [inner(key), inner(each)]));
  if (value instanceof Set) return new Members([...value].map(inner));
  if (value instanceof Date) {
    const milliseconds = value.getTime();
    const seconds = Math.floor(milliseconds / 1000);
    if (Number.isNaN(milliseconds)) throw new TypeError("an invalid Date cannot enter the sandbox");
    return new Time(BigInt(seconds), (milliseconds - seconds * 1000) * 1_000_000, null);
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) {
    throw new TypeError(`a ${value.constructor.name} cannot enter the sandbox (give it JSON, Dates, Maps, Sets or bytes)`);
  }
  return new Hash(Object.entries(value).map(([key, each]) => [new Sym(key), inner(each)]));
}
