// The settings of a run, checked.

import type { Data } from "./javascript.ts";
import type { Bindings } from "./services.ts";

export interface CheckOptions {
  /** The code's name in messages and backtraces; "(eval)" if there is none. */
  filename?: string | undefined;
  /** What the script finds bound. */
  services?: Bindings | undefined;
}

export interface RunOptions extends CheckOptions {
  /** Data that the script finds as the constant Input. */
  input?: Data | undefined;
  /** Seconds; 60 by default, null for no limit. */
  timeout?: number | null | undefined;
  /** Bytes by which the guest's memory may grow; 1 MiB by default, null for no limit. */
  memory?: number | null | undefined;
  /** Bytes that are kept of each stream of output; 1 MiB by default. */
  output?: number | undefined;
  /** Where the script's clock stands, "host" for the time of the host; the epoch by default. */
  clock?: Date | "host" | undefined;
  /** Where its random numbers begin; 0 by default. */
  seed?: number | bigint | undefined;
  /** In how many columns the result also has its value as Ruby shows it; it has none by default. */
  inspect?: number | undefined;
  /** "map" for a Map where the script gives a Struct or a Data, which is an error otherwise. */
  results?: "map" | undefined;
}

export interface Settings {
  filename: string | null;
  bindings: Bindings;
  timeout: number | null;
  memory: number | null;
  output: number;
  /** Nanoseconds since the epoch; null for the host's. */
  clock: bigint | null;
  seed: bigint;
  inspect: number | null;
  records: boolean;
}

const MEBIBYTE = 1 << 20;

/** @throws TypeError for a setting that is none */
export function settingsOf(options: RunOptions): Settings {
  const { filename, services = {}, input, timeout = 60, memory = MEBIBYTE, output = MEBIBYTE, clock, seed = 0 } = options;
  if (timeout !== null && !(timeout > 0 && Number.isFinite(timeout))) {
    throw new TypeError(`timeout is ${timeout}, expected seconds above 0 (null for no limit)`);
  }
  return {
    filename: filename ?? null,
    bindings: input === undefined ? services : { ...services, Input: input },
    timeout,
    memory: memory === null ? null : count("memory", memory, "bytes"),
    output: count("output", output, "bytes"),
    clock: clock === "host" ? null : BigInt(clock ? milliseconds(clock) : 0) * 1_000_000n,
    seed: BigInt(seed),
    inspect: options.inspect === undefined ? null : count("inspect", options.inspect, "columns"),
    records: options.results === "map",
  };
}

function milliseconds(clock: Date): number {
  const time = clock.getTime();
  if (Number.isNaN(time)) throw new TypeError("clock is an invalid Date");
  return time;
}

function count(name: string, value: number, unit: string): number {
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new TypeError(`${name} is ${value}, expected a whole number of ${unit} above 0`);
}
