import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { type Bindings, Guest, type RunOptions, table } from "../src/index.ts";
import { GuestMemory, pack, unpack } from "../src/memory.ts";
import { importMemory } from "../src/module.ts";
import { trapped } from "../src/stop.ts";
import { Entropy } from "../src/wasi.ts";
import { settings } from "./support.ts";

const guest = await Guest.load(settings.wasm);
const run = (code: string, options: RunOptions = {}) => guest.run(code, options);
const valueOf = (code: string, options: RunOptions = {}) => {
  const { value, error } = run(code, options);
  assert.equal(error, null, error?.message);
  return value;
};

describe("values", () => {
  it("come as JavaScript's own", () => {
    assert.deepEqual(valueOf("[nil, true, 1, 2.5, 2**53, 2**64, 'text', :symbol, \"\\xff\".b]"),
      [null, true, 1, 2.5, 9007199254740992n, 18446744073709551616n, "text", "symbol", Uint8Array.of(255)]);
    assert.deepEqual(valueOf("{ 'a' => 1, b: Set[2], 3 => 1..4 }"),
      new Map<unknown, unknown>([["a", 1], ["b", new Set([2])], [3, { begin: 1, end: 4, excludeEnd: false }]]));
    assert.deepEqual(valueOf("Time.at(1_700_000_000, 123_456_789, :nsec)"), new Date(1_700_000_000_123));
    assert.deepEqual(valueOf("[3r/4, Complex(1, -2.5), Complex(0, 1r)]"), ["3/4", "1-2.5i", "0+1/1i"]);
  });

  it("of BigDecimal come as digits", () => {
    const texts = ["12.34", "-1200", "0.0005", "-0", "1e3", "123"];
    const digits = ["12.34", "-1200.0", "0.0005", "-0.0", "1000.0", "123.0"];
    assert.deepEqual(valueOf(`require "bigdecimal"; ${JSON.stringify(texts)}.map { |text| BigDecimal(text) }`), digits);
    assert.deepEqual(valueOf('require "bigdecimal"; [BigDecimal("NaN"), BigDecimal("-Infinity")]'), ["NaN", "-Infinity"]);
  });

  it("of dates come as ISO 8601 has them, as the guest writes them itself", () => {
    const dates = `require "date"
      dates = [Date.new(2026, 11, 29), Date.new(1582, 10, 15) - 1, Date.new(-4712, 1, 1), Date.new(0, 3, 1), Date.new(2000, 2, 29),
        Date.new(1600, 2, 29, Date::GREGORIAN), Date.new(12345, 6, 7), DateTime.new(2001, 2, 3, 4, 5, 6, "+7"),
        DateTime.new(2001, 2, 3, 23, 30, 0, "-11:30"), DateTime.new(1582, 10, 4, 23, 0, 0, "-2")]`;
    assert.deepEqual(valueOf(`${dates}\ndates`), valueOf(`${dates}\ndates.map(&:iso8601)`));
  });

  it("enter as Ruby's", () => {
    const input = { text: "x", list: [1, 1.5, null, -0], map: new Map([["k", 1n]]), set: new Set([true]), at: new Date(1500), bytes: Uint8Array.of(255) };
    assert.equal(valueOf("Input.inspect", { input }),
      '{text: "x", list: [1, 1.5, nil, -0.0], map: {"k" => 1}, set: Set[true], at: 1970-01-01 00:00:01.5 UTC, bytes: "\\xFF"}');
    assert.equal(valueOf("[Input.frozen?, Input[:list].frozen?].inspect", { input }), "[true, true]");
  });

  it("are shown in columns, and long ones cut", () => {
    const shown = (code: string, inspect: number) => run(code, { inspect, memory: null }).inspect;
    assert.equal(shown("[1, :two, 'three']", 20), '[1, :two, "three"]');
    assert.equal(shown("[1, :two, 'three']", 10), '[1,\n :two,\n "three"]');
    assert.equal(shown("[0] * 6_000", 80)!.split("\n").length, 6_000);
    assert.equal(shown("[0] * 30_000", 80), `[${"0, ".repeat(29_999)}0]`);
    assert.equal(shown("'x' * 200_000", 80), `"${"x".repeat(99_999)}… (200002 characters)`);
  });

  it("that cannot enter are refused", () => {
    const circle: { [key: string]: unknown } = {};
    circle.self = circle;
    assert.throws(() => run("1", { input: circle as never }), /nested deeper than 128 levels/);
    assert.throws(() => run("1", { input: Symbol("x") as never }), /a symbol cannot enter the sandbox/);
    assert.throws(() => run("1", { input: new WeakMap() as never }), /a WeakMap cannot enter the sandbox/);
    assert.throws(() => run("1", { input: new Date(NaN) }), /an invalid Date cannot enter/);
  });

  it("of a Struct are Maps where they are asked for", () => {
    assert.deepEqual(valueOf("P = Struct.new(:x); [P.new(1)]", { results: "map" }), [new Map([["x", 1]])]);
    assert.equal(run("P = Struct.new(:x); [P.new(1)]").error?.class, "TypeError");
  });
});

describe("limits", () => {
  const mebibyte = 1 << 20;

  it("of output cut it at exactly that byte", () => {
    for (const [limit, kept, truncated] of [[11, "123456789\n", false], [10, "123456789\n", false], [9, "123456789", true]] as const) {
      const { stdout, stdoutTruncated, error } = run("puts 123456789; 1", { output: limit });
      assert.deepEqual([stdout, stdoutTruncated, error], [kept, truncated, null]);
    }
  });

  it("of memory hold below, at and over, and nothing is left of it", () => {
    const page = 1 << 16;
    const code = "'x' * 3_000_000; nil";
    const [memory, twice] = [code, "'x' * 6_000_000; nil"].map((text) => run(text, { memory: null }).usage.memory!);
    // The first bytes of either find room in what the guest begins with.
    assert.ok(memory! > 3_000_000 - 2 * page && memory! < 2 * 3_000_000);
    assert.ok(Math.abs(twice! - memory! - 3_000_000) <= page);
    assert.equal(run(code, { memory: memory! + 1 }).error, null);
    assert.equal(run(code, { memory: memory! }).error, null);
    const { error, usage } = run(code, { memory: memory! - 1 });
    assert.equal(error?.type, "MemoryLimitError");
    assert.match(error.message, /its limit is \d\.\d MiB \(pass a larger memory\)$/);
    assert.ok(usage.memory! < memory!);
    assert.equal(run("1").error, null);
  });

  it("of memory are met by what a script hoards", () => {
    const hoards = [
      "a = []; a << 'x' * 1000 while true", "a = []; a = [a] while true", "h = {}; n = 0; h[n += 1] = n while true",
      "s = +''; s << 'abc' while true",
    ];
    for (const code of hoards) {
      const { error, usage } = run(code, { memory: mebibyte });
      assert.equal(error?.type, "MemoryLimitError", `${code}: ${error?.message}`);
      assert.ok(usage.memory! <= mebibyte);
    }
  });

  it("of memory that not even the start fits are told", () => {
    assert.match(run("1", { memory: 1 }).error!.message, /^guest memory reached \d+ bytes, its limit is 1 bytes/);
  });

  it("of time are met where a script comes to its host, whatever it rescues", () => {
    const { error } = run("begin\n  loop { print 1 }\nrescue Exception\n  puts 'never'\nensure\n  puts 'never'\nend", { timeout: 0.1 });
    assert.deepEqual([error?.type, error?.class, error?.line], ["TimeoutError", null, 2]);
  });

  it("are refused where they are none", () => {
    for (const options of [{ timeout: 0 }, { timeout: NaN }, { memory: 0 }, { memory: 1.5 }, { output: -1 }]) {
      assert.throws(() => run("1", options), /expected/);
    }
  });
});

describe("a run", () => {
  it("begins from the same state each time", () => {
    assert.equal(valueOf("$x = 1; class Integer; def two = 2; end; 1.two"), 2);
    assert.deepEqual(valueOf("[$x, 1.respond_to?(:two)]"), [null, false]);
  });

  it("has the clock and the random numbers that it is given", () => {
    assert.equal(valueOf("Time.now.to_i"), 0);
    assert.equal(valueOf("Time.now.to_i", { clock: new Date(86_400_000) }), 86_400);
    assert.ok(Math.abs(Number(valueOf("Time.now.to_i", { clock: "host" })) - Date.now() / 1000) < 60);
    assert.equal(valueOf("rand(10**9)"), valueOf("rand(10**9)"));
    assert.notEqual(valueOf("rand(10**9)"), valueOf("rand(10**9)", { seed: 1 }));
    assert.equal(valueOf("rand(10**9)", { seed: 2n ** 64n + 1n }), valueOf("rand(10**9)", { seed: 1 }));
  });

  it("reports its cost", () => {
    const { usage } = run("3.times { Twice.call(1) }", { services: { Twice: (number: number) => 2 * number } });
    assert.equal(usage.serviceCalls, 3);
    assert.ok(usage.serviceTime <= usage.time && usage.memory! > 0);
  });

  it("reads 16 MiB of code, and no more", () => {
    assert.throws(() => run(" ".repeat((16 << 20) + 1)), /the code has 16777217 bytes, the limit is 16777216/);
  });
});

describe("services of functions", () => {
  const services: Bindings = {
    "Math::Add": (a: number, b: number, options?: { times?: number }) => (a + b) * (options?.times ?? 1),
    Letters: {
      upcase: (text: string) => text.toUpperCase(),
      fail: () => { throw new RangeError("out of letters"); },
      later: async () => 1,
      odd: () => Symbol("x"),
    },
    Counter: {
      * each() {
        for (let n = 1; n <= 3; n++) yield n;
        return "done";
      },
      * pairs(): Generator<number[], unknown, unknown> { return yield [1, 2]; },
    },
  };

  it("get arguments and keywords", () => {
    assert.equal(valueOf("Math::Add.call(1, 2) + Math::Add.call(1, 2, times: 10)", { services }), 33);
    assert.equal(valueOf("Letters.upcase('ß')", { services }), "SS");
  });

  it("tell the script how they failed", () => {
    const told = (code: string) => run(code, { services }).error?.message;
    assert.equal(told("Letters.fail"), "RangeError: out of letters");
    assert.match(told("Letters.later")!, /Letters.later gave a Promise, and a service answers at once/);
    assert.match(told("Letters.odd")!, /the result of Letters.odd cannot cross: a symbol/);
    assert.match(told("Letters.constructor")!, /Letters has no method "constructor" \(a guest can call: fail, later, odd, upcase\)/);
    assert.match(told("Letters.send(:toString)")!, /no method/);
    assert.match(told("Counter.each")!, /Counter.each needs a block/);
  });

  it("call blocks", () => {
    assert.deepEqual(valueOf("a = []; [Counter.each { |n| a << n }, a]", { services }), ["done", [1, 2, 3]]);
    assert.deepEqual(valueOf("[Counter.each { |n| break n * 10 if n == 2 }, Counter.pairs { |a, b| a + b }]", { services }), [20, 3]);
    assert.deepEqual(valueOf("Counter.pairs { 'x' * 20_000 }", { services }), null);
    assert.deepEqual(valueOf("Counter.select(&:odd?)", { services }), [1, 3]);
    assert.deepEqual(valueOf("[Counter.each { next 5 }, (Counter.each { raise 'b' } rescue $!.message)]", { services }), ["done", "b"]);
  });

  it("nest up to 128 calls", () => {
    const code = (depth: number) => `nest = ->(n) { n == 0 ? :end : Counter.each { |i| break nest[n - 1] } }\nnest[${depth}]`;
    assert.equal(valueOf(code(100), { services }), "end");
    const { error } = run(code(130), { services, memory: 8 << 20 });
    assert.match(error!.message, /nest deeper than 128 calls|stack level too deep/);
  });

  it("are bound at paths alone", () => {
    for (const path of ["orders", "A::b", "A.B", "", "A::"]) assert.throws(() => run("1", { services: { [path]: 1 } }), /is no path of constants/);
    assert.throws(() => run("1", { services: { A: { x: 1 }, "A::B": 2 } }), /A::B cannot be bound below A/);
  });

  it("of rows are tables", () => {
    const rows = [{ id: 1, ok: true, tag: null }, { id: 2, ok: false, tag: "x" }];
    const options = { services: { Rows: table(rows) } };
    assert.deepEqual(valueOf("Rows.where(ok: true).map { |row| row[:id] } + Rows.where(tag: nil).map { |row| row[:id] }", options), [1, 1]);
    assert.deepEqual(valueOf("[Rows.where({ 'id' => 2 }).size, Rows.where.size, Rows.first(5).size, Rows.where(nope: 1), Rows.where(toString: nil).size]", options), [1, 2, 2, [], 2]);
    assert.equal(run("Rows.find(3)", options).error?.message, "KeyError: no row with the id 3");
  });
});

describe("what comes from a guest is checked", () => {
  const memory = new GuestMemory(new WebAssembly.Memory({ initial: 1 }));

  it("a place is unpacked as it was packed", () => {
    const places: [number, number][] = [[0, 0], [1, 2], [8, 0xffff_ffff], [0xffff_ffff, 7]];
    for (const place of places) assert.deepEqual(unpack(pack(...place)), place);
  });

  it("memory is read up to its last byte and not past it", () => {
    assert.equal(memory.message(65_534, 2).length, 2);
    assert.equal(memory.message(65_536, 0).length, 0);
    assert.throws(() => memory.message(65_535, 2), /2 bytes at 0xffff lie outside the guest's memory/);
    assert.throws(() => memory.message(0, (16 << 20) + 1), /a message of 16777217 bytes, the limit is 16777216/);
    assert.throws(() => memory.write(65_535, Uint8Array.of(1, 2)), /outside/);
    assert.equal(memory.writeNumber(65_533, 1), false);
    assert.equal(memory.room(65_535, 0), undefined);
  });

  it("entropy is the sequence of its seed, as the Ruby host has it", () => {
    const bytes = new Uint8Array(13);
    new Entropy(0n).fill(bytes);
    assert.equal(Buffer.from(bytes).toString("hex"), "afcd1d7b39a820e2f465b9a16a");
  });
});

describe("what an engine throws", () => {
  it("stops the guest as a trap, and is no fault of the host", () => {
    assert.equal(trapped(new WebAssembly.RuntimeError("unreachable"))?.message, "unreachable");
    const deeper = (): number => deeper() + 1;
    assert.throws(deeper, (error) => trapped(error)?.message === "call stack exhausted");
    assert.equal(trapped(new TypeError("a mistake of the host")), undefined);
  });
});

describe("a module", () => {
  it("that is no guest is refused", async () => {
    await assert.rejects(Guest.load(Uint8Array.of(1, 2, 3)), /not a kobako guest/);
    await assert.rejects(Guest.load(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)), /it defines no memory/);
    assert.throws(() => importMemory(settings.wasm.subarray(0, 100)), /not a kobako guest/);
  });

  it("keeps all but the place of its memory", () => {
    const { bytes, pages } = importMemory(settings.wasm);
    assert.ok(pages > 0);
    assert.ok(Math.abs(bytes.length - settings.wasm.length) < 32);
    assert.throws(() => importMemory(bytes), /it defines no memory/);
  });

  it("is fetched", async () => {
    const missing = new Response("", { status: 404, statusText: "Not Found" });
    await assert.rejects(Guest.load(missing), /the guest cannot be had: 404 Not Found/);
    assert.equal((await Guest.load(new Response(settings.wasm))).run("1").value, 1);
  });
});
