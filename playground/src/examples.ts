// The scripts to pick, with the tables that they need.

import list from "../examples/examples.json";

export interface Example { name: string; title: string; code: string; services: string }

const codes = import.meta.glob<string>("../examples/*.rb", { query: "?raw", import: "default", eager: true });
const tables = import.meta.glob<string>(
  ["../examples/*.json", "!../examples/examples.json"],
  { query: "?raw", import: "default", eager: true },
);

export const examples: readonly Example[] = list.map(({ file, title }) => ({
  name: file,
  title,
  code: (codes[`../examples/${file}.rb`] ?? "").trimEnd(),
  services: (tables[`../examples/${file}.json`] ?? "").trimEnd(),
}));
