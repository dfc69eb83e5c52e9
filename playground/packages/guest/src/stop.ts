// Why a guest was stopped, in terms of its limits.

/** The host's errors of a guest that was stopped; a script cannot rescue them. */
export type StopType = "TimeoutError" | "MemoryLimitError" | "CancelledError" | "TrapError";

export class Stop extends Error {
  readonly type: StopType;

  constructor(type: StopType, message: string) {
    super(message);
    this.name = type;
    this.type = type;
  }
}

export function timeout(elapsed: number, limit: number): Stop {
  return new Stop(
    "TimeoutError",
    `guest ran for ${elapsed.toFixed(3)} s, timeout is ${limit} s (pass a larger timeout)`,
  );
}

/** @param reached bytes, null where nobody knows how many were asked for */
export function memory(limit: number, reached: number | null = null): Stop {
  const what = reached === null ? "needs more memory" : `memory reached ${mebibytes(reached)}`;
  return new Stop("MemoryLimitError", `guest ${what}, its limit is ${mebibytes(limit)} (pass a larger memory)`);
}

export function violation(message: string): Stop {
  return new Stop("TrapError", `wire violation: ${message}`);
}

/** What the engine threw, as a stop; undefined for anything else. */
export function trapped(error: unknown): Stop | undefined {
  if (error instanceof Stop) return error;
  // As V8 and as Firefox say it.
  if (error instanceof Error && /call stack size|too much recursion/.test(error.message)) return new Stop("TrapError", "call stack exhausted");
  if (error instanceof WebAssembly.RuntimeError) return new Stop("TrapError", error.message);
  return undefined;
}

function mebibytes(bytes: number): string {
  return bytes >= 1 << 20 ? `${(bytes / (1 << 20)).toFixed(1)} MiB` : `${bytes} bytes`;
}
