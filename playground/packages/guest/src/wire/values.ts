// Values as messages have them, nothing lost: an Integer is a bigint, a Float a number, text a string, bytes a Uint8Array.

export class Sym {
  readonly name: string;
  constructor(name: string) { this.name = name; }
}

/** An object of the host's; `asked` has a bit for each method that the guest is to ask the host for. */
export class Handle {
  readonly id: number;
  readonly asked: number;
  constructor(id: number, asked = 0) { this.id = id; this.asked = asked; }
}

export const GUEST_KINDS = ["other", "string", "array", "hash"] as const;

/** What stands for an object that stays in the guest; `size` is about its bytes there. */
export class GuestValue {
  readonly id: number;
  readonly kind: (typeof GUEST_KINDS)[number];
  readonly size: number;
  constructor(id: number, kind: (typeof GUEST_KINDS)[number], size: number) {
    this.id = id;
    this.kind = kind;
    this.size = size;
  }
}

export const FAULT_KINDS = ["runtime", "argument", "undefined"] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** Why a call of a service failed, as the guest learns it. */
export class Fault {
  readonly kind: FaultKind;
  readonly message: string;
  readonly details: Value;
  constructor(kind: FaultKind, message: string, details: Value = null) {
    this.kind = kind;
    this.message = message;
    this.details = details;
  }
}

/** A moment; `offset` is null in UTC, else the seconds by which its clock is ahead. */
export class Time {
  readonly seconds: bigint;
  readonly nanoseconds: number;
  readonly offset: number | null;
  constructor(seconds: bigint, nanoseconds: number, offset: number | null) {
    this.seconds = seconds;
    this.nanoseconds = nanoseconds;
    this.offset = offset;
  }
}

/** A Date, or a DateTime: a Julian day in UTC, the first Gregorian day, and the time of the day in UTC. */
export class Day {
  readonly sort: "date" | "date_time";
  readonly day: bigint;
  readonly start: number;
  readonly second: number;
  readonly nanoseconds: number;
  readonly offset: number;
  constructor(sort: "date" | "date_time", day: bigint, start: number, second = 0, nanoseconds = 0, offset = 0) {
    this.sort = sort;
    this.day = day;
    this.start = start;
    this.second = second;
    this.nanoseconds = nanoseconds;
    this.offset = offset;
  }
}

export const SPECIAL_DECIMALS = ["NaN", "0", "-0", "Infinity", "-Infinity"] as const;

/** A BigDecimal: one without digits, or digits × 10^exponent. */
export class Decimal {
  readonly special: (typeof SPECIAL_DECIMALS)[number] | null;
  readonly negative: boolean;
  readonly exponent: number;
  readonly digits: string;
  constructor(special: (typeof SPECIAL_DECIMALS)[number] | null, negative = false, exponent = 0, digits = "") {
    this.special = special;
    this.negative = negative;
    this.exponent = exponent;
    this.digits = digits;
  }
}

/** A fraction, as it was sent; the sign is the numerator's. */
export class Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
  constructor(numerator: bigint, denominator: bigint) {
    this.numerator = numerator;
    this.denominator = denominator;
  }
}

export class Complex {
  readonly real: Value;
  readonly imaginary: Value;
  constructor(real: Value, imaginary: Value) { this.real = real; this.imaginary = imaginary; }
}

export class Range {
  readonly begin: Value;
  readonly end: Value;
  readonly excludeEnd: boolean;
  constructor(begin: Value, end: Value, excludeEnd: boolean) {
    this.begin = begin;
    this.end = end;
    this.excludeEnd = excludeEnd;
  }
}

/** A Set in the order of the message; members may repeat. */
export class Members {
  readonly members: Value[];
  constructor(members: Value[]) { this.members = members; }
}

export type Pair = readonly [Value, Value];

/** A Hash in the order of the message; keys may repeat. */
export class Hash {
  readonly pairs: Pair[];
  constructor(pairs: Pair[]) { this.pairs = pairs; }

  /** The value of a text key, in an envelope. */
  get(key: string): Value | undefined { return this.pairs.find(([name]) => name === key)?.[1]; }
}

/** A Struct or a Data of the script's own. */
export class Record {
  readonly name: Value;
  readonly pairs: Pair[];
  constructor(name: Value, pairs: Pair[]) { this.name = name; this.pairs = pairs; }
}

export type Value =
  | null | boolean | bigint | number | string | Uint8Array | Value[] | Sym | Handle | GuestValue | Fault | Time | Day
  | Decimal | Rational | Complex | Range | Members | Hash | Record;
