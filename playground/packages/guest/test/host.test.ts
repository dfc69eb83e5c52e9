// The same scripts in the Ruby host: playground/test/expected.rb wrote what they come to.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, it } from "node:test";

import { Guest, isTable, type Problem, table } from "../src/index.ts";
import { settings } from "./support.ts";

const root = new URL("../../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");

interface Expected {
  value: string | null;
  stdout: string;
  stderr: string;
  error: null | { type: string; class: string | null; message: string | null; line: number | null; backtrace: string[]; problems: object[] };
  service_calls: number;
  memory: number;
  problems: Problem[];
}

const expected = JSON.parse(read("test/expected.json")) as { [path: string]: Expected };
const guest = await Guest.load(settings.wasm);

function services(path: string) {
  const file = path.replace(/rb$/, "json");
  if (!existsSync(new URL(file, root))) return {};
  const tables = JSON.parse(read(file)) as { [path: string]: never };
  return Object.fromEntries(Object.entries(tables).map(([name, value]) => [name, isTable(value) ? table(value) : value]));
}

const brief = (text: string) =>
  [...text].length > 2000 ? `${text.slice(0, 500)} … ${[...text].length} … ${text.slice(-500)}` : text;

describe("a script comes to what it comes to in the Ruby host", () => {
  for (const [path, host] of Object.entries(expected)) {
    // What only the end of a thread stops: test/sandbox.test.ts.
    if (host.error?.type === "TimeoutError") continue;

    it(path, () => {
      const result = guest.run(read(path), { filename: basename(path), services: services(path), inspect: 80 });
      const { error } = result;
      assert.equal(error?.type, host.error?.type, error?.message);
      assert.equal(result.inspect, host.value);
      assert.equal(brief(result.stdout), host.stdout);
      assert.equal(brief(result.stderr), host.stderr);
      assert.equal(result.usage.serviceCalls, host.service_calls);
      if (!error || !host.error) return assert.equal(result.usage.memory, host.memory);
      assert.equal(error.class, host.error.class);
      // A memory that cannot grow is met elsewhere than one that is watched.
      if (error.type === "MemoryLimitError") return;
      assert.equal(withoutAdvice(error.message), withoutAdvice(host.error.message!));
      assert.deepEqual(error.backtrace, host.error.backtrace);
      assert.equal(error.line, host.error.line);
      assert.deepEqual(error.problems, host.error.problems);
    });
  }

  it("and its problems are those that the Ruby host finds", () => {
    for (const [path, { problems }] of Object.entries(expected)) {
      const found = guest.check(read(path), { services: services(path) });
      assert.deepEqual(found.map(comparable), problems.map(comparable), path);
    }
  });
});

// What a host advises to do is its own.
const withoutAdvice = (message: string) => message.replace(/ as it is \(.*/, "");

function comparable({ severity, line, column, message }: Problem) {
  return { severity, line, column, message: message.replace(/(exposes no method \S+).*/s, "$1") };
}
