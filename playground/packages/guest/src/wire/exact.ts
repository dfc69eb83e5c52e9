// The payloads of numbers and times, checked as they are read.

import { EXT, MAX_DECIMAL_DIGITS, MAX_INTEGER_BYTES, MAX_RATIONAL_BYTES, WireError } from "./limits.ts";
import { Day, Decimal, Rational, SPECIAL_DECIMALS, Time } from "./values.ts";

const UTC = -(2 ** 31);
const GIGA = 1_000_000_000;
const DAY_SECONDS = 86_400;

function malformed(what: string, why: string): never {
  throw new WireError("InvalidType", `a malformed ${what}: ${why}`);
}

function within(what: string, size: number, limit: number, unit: string): void {
  if (size > limit) throw new WireError("TooLarge", `a ${what} of ${size} ${unit}, the limit is ${limit}`);
}

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The absolute value of an Integer, the lowest byte first. */
export function magnitude(bytes: Uint8Array): bigint {
  let digits = "0x0";
  for (let at = bytes.length - 1; at >= 0; at--) digits += bytes[at]!.toString(16).padStart(2, "0");
  return BigInt(digits);
}

/** The bytes of an absolute value, the lowest first and no 0 behind the last. */
export function magnitudeBytes(value: bigint): Uint8Array {
  if (value === 0n) return new Uint8Array(0);
  let digits = value.toString(16);
  if (digits.length % 2) digits = `0${digits}`;
  const bytes = new Uint8Array(digits.length / 2);
  for (let at = 0; at < bytes.length; at++) {
    const from = digits.length - 2 * (at + 1);
    bytes[at] = parseInt(digits.slice(from, from + 2), 16);
  }
  return bytes;
}

function sign(what: string, byte: number): boolean {
  return byte <= 1 ? byte === 1 : malformed(what, "its sign is neither 0 nor 1");
}

export function readInteger(payload: Uint8Array): bigint {
  if (payload.length === 0) malformed("Integer", "it has no sign");
  const negative = sign("Integer", payload[0]!);
  const bytes = payload.subarray(1);
  within("Integer", bytes.length, MAX_INTEGER_BYTES, "bytes");
  if (bytes.at(-1) === 0) malformed("Integer", "its last byte is 0");
  const value = negative ? -magnitude(bytes) : magnitude(bytes);
  if (value >= -(2n ** 63n) && value < 2n ** 64n) malformed("Integer", "an int holds it");
  return value;
}

export function integerPayload(value: bigint): Uint8Array[] {
  const bytes = magnitudeBytes(value < 0n ? -value : value);
  within("Integer", bytes.length, MAX_INTEGER_BYTES, "bytes");
  return [Uint8Array.of(value < 0n ? 1 : 0), bytes];
}

export function readTime(payload: Uint8Array): Time {
  if (payload.length !== 16) malformed("Time", "its payload is not of 16 bytes");
  const data = view(payload);
  const [nanoseconds, offset] = [data.getUint32(8), data.getInt32(12)];
  if (nanoseconds >= GIGA) malformed("Time", "it has a second or more of nanoseconds");
  if (offset !== UTC && Math.abs(offset) >= DAY_SECONDS) malformed("Time", "its offset is a day or more");
  return new Time(data.getBigInt64(0), nanoseconds, offset === UTC ? null : offset);
}

export function timePayload(time: Time): Uint8Array {
  const payload = new Uint8Array(16);
  const data = view(payload);
  data.setBigInt64(0, time.seconds);
  data.setUint32(8, time.nanoseconds);
  data.setInt32(12, time.offset ?? UTC);
  return payload;
}

export function readDay(code: number, payload: Uint8Array): Day {
  if (payload.length !== 16 && payload.length !== 28) malformed("Date", "its payload is neither of 16 nor of 28 bytes");
  const data = view(payload);
  const start = data.getFloat64(8);
  const [second, nanoseconds, offset] =
    payload.length === 16 ? [0, 0, 0] : [data.getUint32(16), data.getUint32(20), data.getInt32(24)];
  if (!(Math.abs(start) === Infinity || (start >= 2_298_874 && start <= 2_426_355))) {
    malformed("Date", "no calendar begins to be Gregorian on its start");
  }
  if (second >= DAY_SECONDS || nanoseconds >= GIGA) malformed("Date", "its time is no time of a day");
  if (Math.abs(offset) > DAY_SECONDS) malformed("Date", "its offset is more than a day");
  const sort = code === EXT.date ? "date" : "date_time";
  return new Day(sort, data.getBigInt64(0), start, second, nanoseconds, offset);
}

export function dayPayload(day: Day): Uint8Array {
  const payload = new Uint8Array(day.second || day.nanoseconds || day.offset ? 28 : 16);
  const data = view(payload);
  data.setBigInt64(0, day.day);
  data.setFloat64(8, day.start);
  if (payload.length === 28) {
    data.setUint32(16, day.second);
    data.setUint32(20, day.nanoseconds);
    data.setInt32(24, day.offset);
  }
  return payload;
}

export function readDecimal(payload: Uint8Array): Decimal {
  if (payload.length === 0) malformed("BigDecimal", "it has no kind");
  const kind = payload[0]!;
  const special = SPECIAL_DECIMALS[kind];
  if (special !== undefined) {
    return payload.length === 1 ? new Decimal(special) : malformed("BigDecimal", "it has digits and is none or zero");
  }
  if (kind > SPECIAL_DECIMALS.length + 1) malformed("BigDecimal", "its kind is none from 0 to 6");
  if (payload.length < 5) malformed("BigDecimal", "it has no exponent");
  const exponent = view(payload).getInt32(1);
  const digits = new TextDecoder("latin1").decode(payload.subarray(5));
  for (const size of [digits.length, Math.max(digits.length + exponent, 0), Math.max(-exponent, 0)]) {
    within("BigDecimal", size, MAX_DECIMAL_DIGITS, "digits before or after its point");
  }
  if (!/^[1-9](?:\d*[1-9])?$/.test(digits)) malformed("BigDecimal", "its digits are none, or begin or end with a 0");
  return new Decimal(null, kind > SPECIAL_DECIMALS.length, exponent, digits);
}

export function decimalPayload(decimal: Decimal): Uint8Array[] {
  if (decimal.special !== null) return [Uint8Array.of(SPECIAL_DECIMALS.indexOf(decimal.special))];
  const head = new Uint8Array(5);
  head[0] = SPECIAL_DECIMALS.length + (decimal.negative ? 1 : 0);
  view(head).setInt32(1, decimal.exponent);
  return [head, new TextEncoder().encode(decimal.digits)];
}

export function readRational(payload: Uint8Array): Rational {
  if (payload.length < 3) malformed("Rational", "it has no sign and no length");
  const negative = sign("Rational", payload[0]!);
  const end = 3 + view(payload).getUint16(1);
  if (end > payload.length) malformed("Rational", "its numerator is longer than its payload");
  const [over, under] = [payload.subarray(3, end), payload.subarray(end)];
  for (const part of [over, under]) {
    within("Rational", part.length, MAX_RATIONAL_BYTES, "bytes above or below its line");
    if (part.at(-1) === 0) malformed("Rational", "the last byte of a part is 0");
  }
  if (under.length === 0) malformed("Rational", "its denominator is 0");
  if (over.length === 0 && negative) malformed("Rational", "it is -0");
  return new Rational(negative ? -magnitude(over) : magnitude(over), magnitude(under));
}

export function rationalPayload(rational: Rational): Uint8Array[] {
  const { numerator, denominator } = rational;
  const over = magnitudeBytes(numerator < 0n ? -numerator : numerator);
  const under = magnitudeBytes(denominator);
  for (const part of [over, under]) within("Rational", part.length, MAX_RATIONAL_BYTES, "bytes");
  return [Uint8Array.of(numerator < 0n ? 1 : 0, over.length >> 8, over.length & 0xff), over, under];
}
