import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { defaultClientConditions, defineConfig, type Plugin } from "vite";

const repository = fileURLToPath(new URL("..", import.meta.url));
const text = (path: string) => readFileSync(path, "utf8").trim();

/** The folder of the package that a module is of; undefined for the page's own. */
function packageOf(module: string): string | undefined {
  const path = module.replace(/^\0/, "").replace(/\?.*/, "");
  if (!path.includes("/node_modules/")) return undefined;
  let folder = dirname(path);
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
}

/** One entry of licences.txt. */
function entry(folder: string): string {
  const { name, version, license } = JSON.parse(text(join(folder, "package.json")));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  if (!file) throw new Error(`${name} has no text of its licence`);
  return `${name} ${version}: ${license}\n\n${text(join(folder, file))}`;
}

/** Writes licences.txt: those of the packages that the page holds, and of what the guest is made of. */
function licences(): Plugin {
  return {
    name: "licences",
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((chunk) => (chunk.type === "chunk" ? Object.keys(chunk.modules) : []));
      const folders = new Set(modules.flatMap((module) => packageOf(module) ?? []));
      const own = ["LICENSE", "NOTICE"].map((file) => text(join(repository, file)));
      const source = [...[...folders].sort().map(entry), ...own].join(`\n\n${"-".repeat(80)}\n\n`);
      this.emitFile({ type: "asset", fileName: "licences.txt", source: `${source}\n` });
    },
  };
}

export default defineConfig({
  // It may be hosted below any path.
  base: "./",
  plugins: [licences()],
  resolve: { conditions: ["kobako-source", ...defaultClientConditions] },
  worker: { format: "es" },
  server: { fs: { allow: [repository] } },
  build: { target: "es2023", assetsInlineLimit: 0, modulePreload: { polyfill: false }, reportCompressedSize: false },
});
