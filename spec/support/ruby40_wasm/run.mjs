// Runs programs on CRuby 4.0, each in a machine of its own. Reads the names of files of programs, a line each, and
// writes for each a line: JSON of what it printed (as Latin-1) and of the error that ended it, or null.
import { readFileSync, openSync, closeSync, rmSync, writeSync } from "node:fs";
import { WASI } from "node:wasi";
import { RubyVM } from "@ruby/wasm-wasi";

const RUN = `require "js"; $0 = "(eval)"; $VERBOSE = nil; $stdout.sync = true
eval(JS.global[:program].to_s, TOPLEVEL_BINDING, "(eval)", 1)`;
const machine = new URL("node_modules/@ruby/4.0-wasm-wasi/dist/ruby+stdlib.wasm", import.meta.url);
const module = await WebAssembly.compile(readFileSync(machine));

async function run(file) {
  const printed = `${file}.printed`;
  const output = openSync(printed, "w");
  let error = null;
  try {
    const wasi = new WASI({ version: "preview1", returnOnExit: true, env: { TZ: "UTC" }, stdout: output, stderr: output });
    const { vm } = await RubyVM.instantiateModule({ module, wasip1: wasi });
    globalThis.program = readFileSync(file, "utf8");
    vm.eval(RUN);
  } catch (thrown) {
    error = String(thrown.message ?? thrown);
  }
  closeSync(output);
  const text = readFileSync(printed).toString("latin1");
  rmSync(printed);
  return { output: text, error };
}

for (const file of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  writeSync(1, `${JSON.stringify(await run(file))}\n`);
}
process.exit(0);
