import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { Worker } from "node:worker_threads";

import { Guest, type Result, Sandbox, type Thread } from "../src/index.ts";
import type { FromWorker, ToWorker } from "../src/protocol.ts";
import { settings } from "./support.ts";

let threads = 0;

class NodeThread implements Thread {
  onmessage: Thread["onmessage"] = null;
  onerror: Thread["onerror"] = null;
  readonly #worker = new Worker(new URL("thread.ts", import.meta.url));

  constructor() {
    threads += 1;
    this.#worker.on("message", (data: FromWorker) => this.onmessage?.({ data } as MessageEvent<FromWorker>));
    this.#worker.on("error", (error) => this.onerror?.({ message: String(error) } as ErrorEvent));
  }

  postMessage(message: ToWorker): void { this.#worker.postMessage(message); }
  terminate(): void { void this.#worker.terminate(); }
}

const guest = await Guest.load(settings.wasm);

describe("a sandbox of a thread", () => {
  const sandbox = new Sandbox(guest, () => new NodeThread());
  after(() => sandbox.close());

  it("runs code, one run after the other in one thread", async () => {
    const runs = await Promise.all(["$x = 1", "$x.inspect", "puts 2"].map((code) => sandbox.run(code, { inspect: 80 })));
    assert.deepEqual(runs.map(({ inspect }) => inspect), ["1", '"nil"', "nil"]);
    assert.equal(runs[2]!.stdout, "2\n");
    assert.equal(threads, 1);
  });

  it("gives tables and data, and the worker's own services", async () => {
    const services = { "Shop::Orders": [{ id: 1, cents: 5 }, { id: 2, cents: 7 }], Rate: 3 };
    const { value, error } = await sandbox.run("Host::Double.call(Shop::Orders.sum { |row| row[:cents] } * Rate) + Input[0]", { services, input: [1] });
    assert.equal(error, null);
    assert.equal(value, 73);
  });

  it("ends an idle loop at its timeout, keeps its output and is usable after it", async () => {
    const before = threads;
    // Seconds that floating point does not give back after a sum.
    const timeout = 0.7;
    const { error, stdout, usage } = await sandbox.run("puts 'on'; $stderr.puts 'and'; puts 'on'; loop {}", { timeout });
    assert.equal(error?.type, "TimeoutError");
    assert.match(error.message, /^guest ran for \d+\.\d+ s, timeout is 0\.7 s/);
    assert.equal(stdout, "on\non\n");
    assert.ok(usage.time >= timeout);
    assert.equal((await sandbox.run("6 * 7")).value, 42);
    assert.equal(threads, before + 1);
  });

  it("ends a loop that comes to its host at its place, and keeps the thread", async () => {
    let [before, result]: [number, Result | null] = [threads, null];
    // Again where its thread had no processor in the moment in which it could have met its timeout.
    for (let tries = 0; result?.error?.line !== 2 && tries < 30; tries++) {
      before = threads;
      result = await sandbox.run("\nputs 'x' while true", { timeout: 0.3, output: 1000 });
    }
    const { error, stdoutTruncated, stdout } = result!;
    assert.equal(error?.type, "TimeoutError");
    assert.equal(error.line, 2);
    assert.equal(stdout.length, 1000);
    assert.ok(stdoutTruncated);
    assert.equal(threads, before);
  });

  it("does not count the time in which a value is shown", async () => {
    const { error, inspect } = await sandbox.run("(1..200_000).map(&:to_s)", { memory: 64 << 20, inspect: 80 });
    assert.equal(error, null);
    assert.match(inspect!, /^\["1", .*… \(\d+ characters\)$/);
  });

  it("tells of output as it comes", async () => {
    const heard: string[] = [];
    await sandbox.run("print 'Grü'; $stdout.write(\"\\xc3\", \"\\x9fe\"); warn 'w'", {}, (stream, text) => heard.push(`${stream}: ${text}`));
    assert.equal(heard.filter((text) => text.startsWith("stdout")).map((text) => text.slice(8)).join(""), "Grüße");
    assert.ok(heard.includes("stderr: w\n"));
  });

  it("cancels a run", async () => {
    const run = sandbox.run("puts 1; loop {}", {}, () => sandbox.cancel());
    const { error, stdout } = await run;
    assert.equal(error?.type, "CancelledError");
    assert.equal(stdout, "1\n");
    assert.equal((await sandbox.run("1")).value, 1);
  });

  it("checks code", async () => {
    const [problem] = await sandbox.check("1 +\n  )");
    assert.deepEqual([problem?.severity, problem?.line], ["error", 2]);
    assert.deepEqual(await sandbox.check("Shop::Orders.all", { services: { "Shop::Orders": [{ id: 1 }] } }), []);
  });

  it("says what it cannot do, and goes on", async () => {
    await assert.rejects(sandbox.run("1", { services: { "not a path": 1 } }), /"not a path" is no path of constants/);
    await assert.rejects(sandbox.run("1", { timeout: 0 }), /timeout is 0, expected seconds above 0/);
    assert.equal((await sandbox.run("1")).value, 1);
  });
});
