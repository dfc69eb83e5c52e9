// What `npm pack` makes of it works by itself.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { it } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

it("the packed module runs code without a bundler or TypeScript", async () => {
  const folder = fileURLToPath(new URL("../", import.meta.url));
  const target = mkdtempSync(join(tmpdir(), "guest-"));
  try {
    execFileSync("npm", ["run", "--silent", "build"], { cwd: folder });
    const packed = execFileSync("npm", ["pack", "--silent", "--pack-destination", target], { cwd: folder, encoding: "utf8" });
    execFileSync("tar", ["-xzf", packed.trim()], { cwd: target });
    const home = join(target, "package");
    const { Guest } = await import(pathToFileURL(join(home, "dist/index.js")).href) as typeof import("../src/index.ts");
    const guest = await Guest.load(readFileSync(join(home, "kobako.wasm")));
    assert.equal(guest.run("[1, 2].sum").value, 3);
    assert.match(readFileSync(join(home, "dist/index.d.ts"), "utf8"), /export \{ Guest/);
    assert.match(readFileSync(join(home, "NOTICE"), "utf8"), /mruby/);
  } finally {
    rmSync(target, { recursive: true });
  }
});
