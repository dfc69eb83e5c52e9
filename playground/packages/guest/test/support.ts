import { readFileSync } from "node:fs";

/** Where the repository is. */
export const repository = new URL("../../../../", import.meta.url);

export const settings = { wasm: readFileSync(new URL("data/kobako.wasm", repository)) };
