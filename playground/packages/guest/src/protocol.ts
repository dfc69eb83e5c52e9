// What a page and its worker post each other.

import type { Compiled } from "./instance.ts";
import type { Data } from "./javascript.ts";
import type { CheckOptions, RunOptions } from "./options.ts";
import type { Problem } from "./problems.ts";
import type { Result } from "./result.ts";

/** By path: a list of objects is a table, all else is data. */
export type Tables = { readonly [path: string]: Data };

export type PostedCheck = Omit<CheckOptions, "services"> & { services?: Tables | undefined };
export type PostedRun = Omit<RunOptions, "services"> & { services?: Tables | undefined };

export type ToWorker =
  | { kind: "load"; compiled: Compiled }
  | { kind: "check"; code: string; options: PostedCheck }
  | { kind: "run"; code: string; options: PostedRun };

export type FromWorker =
  | { kind: "started" }
  | { kind: "ended" }
  | { kind: "output"; stream: "stdout" | "stderr"; bytes: Uint8Array<ArrayBuffer> }
  | { kind: "checked"; problems: Problem[] }
  | { kind: "ran"; result: Result }
  | { kind: "failed"; message: string };
