// The programs of spec/guest that are one file each print here what they print in the Ruby host.

import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { it } from "node:test";

import { Guest } from "../src/index.ts";
import { repository, settings } from "./support.ts";

const folder = fileURLToPath(new URL("spec/guest/", repository));
const known = readFileSync(`${folder}/known_differences.yml`, "utf8").match(/^[a-z]\S*/gm)!.map((name) => name.replace(/:$/, ""));
const names = globSync("{library,programs}/*.rb", { cwd: folder }).map((file) => file.slice(0, -3));
const guest = await Guest.load(settings.wasm);

it("programs of spec/guest print what Ruby 4.0 prints", () => {
  assert.ok(names.length > 300, `${names.length} programs`);
  const failures = names.filter((name) => !known.includes(name)).flatMap((name) => {
    const code = `${readFileSync(`${folder}/${name}.rb`, "utf8")}\nnil`;
    const { stdout, error } = guest.run(code, { memory: 64 << 20, output: 8 << 20 });
    if (error) return `${name}: ${error.type} ${error.message}`;
    return stdout === readFileSync(`${folder}/expected/${name}.txt`, "utf8") ? [] : `${name} prints something else`;
  });
  assert.deepEqual(failures, []);
});
