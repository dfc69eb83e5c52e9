// The official clients against `kobako mcp`: version 1 of the SDK, and version 2 in each era of the protocol.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Client as Client1 } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport as Transport1 } from "@modelcontextprotocol/sdk/client/stdio.js";
import { Client as Client2 } from "@modelcontextprotocol/client";
import { StdioClientTransport as Transport2 } from "@modelcontextprotocol/client/stdio";
import Ajv2020 from "ajv/dist/2020.js";

const [command, ...args] = JSON.parse(process.env.KOBAKO_MCP);
const info = { name: "spec", version: "1" };
const ajv = new Ajv2020({ strict: true });

const first = (options) => [new Client1(info, options), Transport1];
const second = (options) => [new Client2(info, options), Transport2];
const clients = [
  { name: "version 1", revision: "2025-11-25", make: () => first() },
  { name: "version 2", revision: "2025-11-25", make: () => second() },
  { name: "version 2, asking", revision: "2026-07-28", make: () => second({ versionNegotiation: { mode: "auto" } }) },
  ...["2024-10-07", "2024-11-05", "2025-03-26", "2025-06-18", "2026-07-28"].map((revision) => ({
    name: `version 2 at ${revision}`,
    revision,
    make: () =>
      second(
        revision >= "2026"
          ? { versionNegotiation: { mode: { pin: revision } } }
          : { supportedProtocolVersions: [revision] },
      ),
  })),
];

async function connected({ make }, ...further) {
  const [client, Transport] = make();
  const transport = new Transport({ command, args: [...args, ...further], stderr: "pipe" });
  let log = "";
  transport.stderr.on("data", (chunk) => (log += chunk));
  const strays = [];
  client.onerror = (error) => strays.push(error);
  await client.connect(transport);
  return { client, strays, log: () => log };
}

async function eventually(condition) {
  for (let tries = 0; !condition() && tries < 12_000; tries++) await new Promise((resolve) => setTimeout(resolve, 10));
  assert.ok(condition(), condition.toString());
}

for (const kind of clients) {
  describe(`${kind.name}, which speaks ${kind.revision}`, () => {
    let client, strays, log, tool;
    const structured = kind.revision >= "2025-06-18";
    const run = async (code, further = {}, options = undefined) => {
      const params = { name: "run_ruby", arguments: { code, ...further } };
      const result = await (client instanceof Client1
        ? client.callTool(params, undefined, options)
        : client.callTool(params, options));
      if (structured) assert.ok(ajv.validate(tool.outputSchema, result.structuredContent), ajv.errorsText());
      else assert.equal(result.structuredContent, undefined);
      return { ...result, text: result.content.map((part) => part.text).join(), ...result.structuredContent };
    };

    before(async () => {
      ({ client, strays, log } = await connected(kind));
      [tool] = (await client.listTools()).tools;
    });

    after(async () => {
      await client.close();
      assert.deepEqual(strays, []);
    });

    test("agrees on the revision, and knows the server", () => {
      assert.equal(client.getServerVersion().name, "kobako");
      assert.deepEqual(client.getServerCapabilities(), { tools: {} });
      if (client instanceof Client2) assert.equal(client.getNegotiatedProtocolVersion(), kind.revision);
    });

    test("lists the tool, with schemas that are sound", () => {
      assert.equal(tool.name, "run_ruby");
      assert.match(tool.description, /Shop::Stock: fail, of\(name, in: …\)/);
      assert.match(tool.description, /Shop::Rates: data, \{vat: 19\}/);
      assert.ok(ajv.validate(tool.inputSchema, { code: "1", timeout: 5 }), ajv.errorsText());
      assert.ok(!ajv.validate(tool.inputSchema, { code: "1", timeout: 5.5 }));
      assert.equal(tool.outputSchema !== undefined, structured);
    });

    test("gets a value and output", async () => {
      const result = await run("puts 'hi'; warn 'oh'; { list: [1, nil, 2.5], text: 'é' }");
      assert.equal(result.isError, false);
      assert.equal(result.text, '=> {list: [1, nil, 2.5], text: "é"}\n\nstdout:\nhi\n\n\nstderr:\noh\n');
      if (!structured) return;
      assert.deepEqual(result.value, { list: [1, null, 2.5], text: "é" });
      assert.deepEqual([result.stdout, result.stderr], ["hi\n", "oh\n"]);
    });

    test("gets values that JSON has not as text", async () => {
      const result = await run("[2**64, 1r, Time.at(0).utc, Struct.new(:a).new(1)]");
      assert.equal(result.text, "=> [18446744073709551616, (1/1), 1970-01-01 00:00:00 UTC, {a: 1}]");
      assert.ok(!("value" in result));
    });

    test("is told that output was cut", async () => {
      const result = await run("puts 'x' * 100_000; 'y' * 100_000");
      assert.ok(result.text.includes("cut at 64 KiB, print less"));
      if (structured) assert.deepEqual(result.cut, ["inspect", "stdout"]);
    });

    test("gets an error with its line", async () => {
      const result = await run("a = 1\nb = a / 0");
      assert.equal(result.isError, true);
      assert.match(result.text, /^ZeroDivisionError: divided by 0\n {4}script\.rb:2:in/);
      if (structured) assert.deepEqual([result.error.class, result.error.line], ["ZeroDivisionError", 2]);
    });

    test("gets the problems of code that does not compile", async () => {
      const result = await run("1 +");
      assert.equal(result.isError, true);
      assert.match(result.text, /^SyntaxError: script\.rb:1: /);
      if (structured) assert.equal(result.error.problems[0].line, 1);
    });

    test("gets a timeout as an error, which says what to do", async () => {
      const result = await run("loop {}", { timeout: 0.1 });
      assert.equal(result.isError, true);
      assert.match(result.text, /^Kobako::TimeoutError: the code ran longer than 0\.1 s\n/);
      assert.match(result.text, /pass a larger timeout \(at most 5 s\)\.$/);
    });

    test("gets the memory limit as an error", async () => {
      const result = await run("a = []; loop { a << 'x' * 1_000_000 }");
      assert.match(result.text, /^Kobako::MemoryLimitError: the code took more memory than 32 MiB\n/);
    });

    test("calls services, whose printing is not the protocol's", async () => {
      const result = await run("Shop::Stock.of('tea', in: 'kg').merge(vat: Shop::Rates[:vat])");
      assert.equal(result.text, '=> {name: "tea", unit: "kg", count: 3, vat: 19}');
      await eventually(() => /printed while it is loaded\n(.*\n)*asked for tea\n/.test(log()));
      if (structured) assert.equal(result.usage.service_calls, 1);
    });

    test("is told of a service that fails, and the log of where", async () => {
      const result = await run("Shop::Stock.fail");
      assert.match(result.text, /^Kobako::ServiceError: ArgumentError: no stock\n/);
      assert.ok(!result.text.includes("services.rb"));
      await eventually(() => /services\.rb:\d+:in .*fail.*no stock \(ArgumentError\)/.test(log()));
    });

    test("keeps nothing from one call to the next", async () => {
      await run("$kept = 1; class Kept; end");
      assert.equal((await run("[$kept, defined?(Kept)]")).text, "=> [nil, nil]");
    });

    test("makes calls that run at the same time", async () => {
      const results = await Promise.all([1, 2, 3].map((n) => run(`[${n}, Meeting.wait_for_all]`)));
      assert.deepEqual(results.map((result) => result.text), ["=> [1, 3]", "=> [2, 3]", "=> [3, 3]"]);
    });

    test("is refused what the tool does not take", async () => {
      const refused = run("1", { timeout: 100 });
      const message = /timeout is 100, expected seconds above 0 and at most 5/;
      if (kind.revision >= "2025-11-25") assert.match((await refused).text, message);
      else await assert.rejects(refused, (error) => error.code === -32602 && message.test(error.message));
    });

    test("is refused tools and methods that there are not", async () => {
      await assert.rejects(client.callTool({ name: "rm", arguments: {} }), (error) => error.code === -32602);
      await client.transport.send({ jsonrpc: "2.0", id: "u", method: "no/such", params: {} });
      // The client knows nothing of this request, and so nothing of the answer.
      await eventually(() => strays.length === 1);
      assert.match(strays.pop().message, kind.revision < "2026" ? /-32601/ : /-32602/);
      if (kind.revision < "2026") await client.ping();
    });

    test("stops what it cancels, and goes on", async () => {
      const other = await connected(kind, "--calls", "1", "--timeout", "none");
      const call = (code, signal) => {
        const params = { name: "run_ruby", arguments: { code } };
        return client instanceof Client1
          ? other.client.callTool(params, undefined, { signal })
          : other.client.callTool(params, { signal });
      };
      const controller = new AbortController();
      const endless = call("loop {}", controller.signal);
      controller.abort("enough");
      await assert.rejects(endless);
      for (;;) {
        const result = await call("1 + 1").catch((error) => ({ isError: true, content: [{ text: error.message }] }));
        if (result.content[0].text === "=> 2") break;
        assert.match(result.content[0].text, /1 calls are under way/);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      await other.client.close();
      assert.deepEqual(other.strays, []);
    });
  });
}
