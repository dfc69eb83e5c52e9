// The golden vectors of the wire, which the Rust and the Ruby tests read too.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";

import { decodeOutcome, decodeRequest, decodeYieldResponse, encodeBlockCall, encodeLocation, encodePreamble, encodeRelease, encodeResponse } from "../src/wire/envelopes.ts";
import { magnitude } from "../src/wire/exact.ts";
import { WireError } from "../src/wire/limits.ts";
import { decode } from "../src/wire/reader.ts";
import {
  Complex, Day, Decimal, Fault, GuestValue, Handle, Hash, Members, type Pair, Range, Rational, Record, Sym, Time, type Value,
} from "../src/wire/values.ts";
import { encode } from "../src/wire/writer.ts";
import { repository } from "./support.ts";

const vectors: any = JSON.parse(readFileSync(new URL("spec/fixtures/wire_vectors.json", repository), "utf8"));

const hex = (digits: string) => Uint8Array.from(digits.match(/../g) ?? [], (pair) => parseInt(pair, 16));

function bytes(row: any): Uint8Array {
  return new Uint8Array(Buffer.concat(row.bytes.split(" ").filter(Boolean).map(token)));
}

function token(text: string): Buffer {
  const [what, count = "1"] = text.split("*") as [string, string?];
  const times = Number(count);
  if (what === "pairs") {
    return Buffer.concat(Array.from({ length: times }, (_, n) => Buffer.from(`\xa5${String(n).padStart(5, "0")}\xc0`, "latin1")));
  }
  if (what.startsWith("'")) return Buffer.from(what.slice(1).repeat(times));
  return Buffer.concat(Array(times).fill(hex(what)));
}

const repeated = (json: any, text: string) => text.repeat(json.times ?? 1);
const values = (list: any[]): Value[] => list.map(value);
const pairs = (list: any[]): Pair[] => list.map(([key, each]) => [value(key), value(each)]);

function floatOf(bits: string): number {
  return new DataView(hex(bits).buffer).getFloat64(0);
}

function day(json: any): Day {
  return new Day(json.type, BigInt(json.day), floatOf(json.start), json.second, json.nanoseconds, json.offset);
}

function value(json: any): Value {
  switch (json.type) {
    case "nil": return null;
    case "bool": return json.value;
    case "int": return BigInt(json.value);
    case "float": return floatOf(json.bits);
    case "str": return repeated(json, json.value);
    case "bin": return new Uint8Array(Buffer.concat(Array(json.times ?? 1).fill(hex(json.hex))));
    case "symbol": return new Sym(repeated(json, json.value));
    case "handle": return new Handle(json.id);
    case "asked_handle": return new Handle(json.id, json.asked);
    case "guest value": return new GuestValue(json.id, json.kind, json.size);
    case "array": return json.of ? Array(json.times).fill(value(json.of)) : values(json.values);
    case "nested": return Array.from({ length: json.levels }).reduce((inner: Value) => [inner], value(json.value));
    case "map": {
      if (json.count === undefined) return new Hash(pairs(json.pairs));
      return new Hash(Array.from({ length: json.count }, (_, n) => [String(n).padStart(5, "0"), null]));
    }
    case "fault": return new Fault(json.kind, repeated(json, json.message), value(json.details));
    case "big": {
      const absolute = magnitude(new Uint8Array(Buffer.concat(Array(json.times ?? 1).fill(hex(json.hex)))));
      return json.negative ? -absolute : absolute;
    }
    case "time": return new Time(BigInt(json.seconds), json.nanoseconds, json.offset);
    case "date":
    case "date_time": return day(json);
    case "decimal": return json.special ? new Decimal(json.special) : new Decimal(null, json.negative, json.exponent, json.digits);
    case "rational": {
      const numerator = magnitude(hex(json.numerator));
      return new Rational(json.negative ? -numerator : numerator, magnitude(hex(json.denominator)));
    }
    case "complex": return new Complex(value(json.parts[0]), value(json.parts[1]));
    case "range": return new Range(value(json.ends[0]), value(json.ends[1]), json.exclude_end);
    case "set": return new Members(values(json.values));
    case "record": return new Record(value(json.name), pairs(json.pairs));
    default: throw new Error(`no type ${json.type}`);
  }
}

function same(actual: unknown, expected: unknown, row: any): void {
  assert.deepEqual(actual, expected, row.about);
}

function rejected(row: any, decoding: (bytes: Uint8Array) => unknown): void {
  assert.throws(() => decoding(bytes(row)), (error) => error instanceof WireError && error.kind === row.error, JSON.stringify(row).slice(0, 300));
}

describe("values of the wire", () => {
  it("are read and written in their canonical form", () => {
    for (const row of vectors.values.canonical) {
      const expected = value(row.value);
      same(decode(bytes(row)), expected, row);
      assert.ok(Buffer.compare(encode(expected), bytes(row)) === 0, `${row.about} is written otherwise`);
    }
  });

  it("are read in other forms, too", () => {
    for (const row of vectors.values.accepted) {
      same(decode(bytes(row)), value(row.value), row);
      assert.ok(Buffer.compare(encode(value(row.value)), bytes(row)) !== 0, `${row.about} is canonical`);
    }
  });

  it("are refused with the kind of error that each has", () => {
    for (const row of vectors.values.rejected) rejected(row, decode);
  });

  it("are not written beyond the limits", () => {
    const deep = Array.from({ length: 129 }).reduce((inner: Value) => [inner], null);
    assert.throws(() => encode(deep), { kind: "TooDeep" });
    assert.throws(() => encode("x".repeat(16 << 20)), { kind: "TooLarge" });
  });
});

const requests = {
  decode: decodeRequest,
  of: (json: any) => ({
    target: typeof json.target === "string" ? json.target : new Handle(json.target),
    method: json.method,
    args: values(json.args),
    kwargs: json.kwargs.map(([name, each]: any) => [name, value(each)]),
    blockGiven: json.block_given,
  }),
};
const yieldResponses = {
  decode: decodeYieldResponse,
  of: (json: any) => json.error ? { error: json.error } : json.break ? { break: value(json.break) } : { value: value(json.value) },
};
const outcomes = {
  decode: decodeOutcome,
  of: (json: any) => json.panic ? { panic: { ...json.panic, details: value(json.panic.details ?? { type: "nil" }) } } : { value: value(json.value) },
};

describe("envelopes that the guest sends", () => {
  for (const [envelope, { decode: decoding, of }] of Object.entries({ request: requests, yield_response: yieldResponses, outcome: outcomes })) {
    it(envelope, () => {
      const rows = (sort: string) => vectors.envelopes[sort].filter((row: any) => row.envelope === envelope);
      assert.ok(rows("canonical").length > 1 && rows("rejected").length > 1);
      for (const row of [...rows("canonical"), ...rows("accepted")]) same(decoding(bytes(row)), of(row.value), row);
      for (const row of rows("rejected")) rejected(row, decoding);
    });
  }
});

describe("envelopes that the host sends", () => {
  const encoders: { [envelope: string]: (json: any) => Uint8Array | undefined } = {
    response: (json) => json.fault ? encodeResponse(value(json.fault), true) : encodeResponse(value(json.value), false),
    block_request: (json) => {
      if (json.values) return encodeBlockCall(values(json.values));
      // Released ids come once each; nothing is fetched.
      if (!json.release?.every(([, times]: [number, number]) => times === 1)) return undefined;
      return encodeRelease(json.release.map(([id]: [number]) => new GuestValue(id, "other", 0)));
    },
    preamble: (json) => json.every(([, members]: any) => members.length > 0)
      ? encodePreamble(json.flatMap(([space, members]: any) => members.map((member: any) =>
        Array.isArray(member) ? [`${space}::${member[0]}`, value(member[1])] : [`${space}::${member}`, undefined])))
      : undefined,
    location: (json) => encodeLocation(json.file, json.line),
  };

  for (const [envelope, encoder] of Object.entries(encoders)) {
    it(envelope, () => {
      let written = 0;
      for (const row of vectors.envelopes.canonical.filter((each: any) => each.envelope === envelope)) {
        const message = encoder(row.value);
        if (!message) continue;
        assert.equal(Buffer.from(message).toString("hex"), Buffer.from(bytes(row)).toString("hex"), row.about);
        written += 1;
      }
      assert.ok(written > 0);
    });
  }
});
