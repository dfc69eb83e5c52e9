// What a run leaves.

import type { Plain } from "./javascript.ts";
import type { Problem } from "./problems.ts";
import type { Stop, StopType } from "./stop.ts";

export interface Usage {
  /** Seconds from the run's start to its end. */
  time: number;
  /** Seconds of these in services. */
  serviceTime: number;
  /** Bytes by which the guest's memory grew; null where the run was ended from outside. */
  memory: number | null;
  /** Calls of services; null likewise. */
  serviceCalls: number | null;
}

export interface GuestError {
  /** Of the Ruby host's errors, the one that it would raise. */
  type: "SandboxError" | "ServiceError" | StopType;
  /** The script's own class of exception; null when it was stopped. */
  class: string | null;
  message: string;
  /** Where the script raised, does not compile, or was stopped; null where nobody knows. */
  file: string | null;
  /** From 1. */
  line: number | null;
  /** Innermost line first. */
  backtrace: string[];
  /** All errors of code that does not compile. */
  problems: Problem[];
}

export interface Result {
  /** What the last expression gave; null in a failed run. */
  value: Plain;
  /** The same as Ruby shows it, where the run was asked for it; null in a failed run. */
  inspect: string | null;
  stdout: string;
  stderr: string;
  stdoutTruncated: boolean;
  stderrTruncated: boolean;
  error: GuestError | null;
  usage: Usage;
}

/** The error of a guest that was stopped, and where its script was then. */
export function stoppedError(stop: Stop, backtrace: string[] = []): GuestError {
  return { type: stop.type, class: null, message: stop.message, ...placeOf(backtrace), backtrace, problems: [] };
}

const PLACE = /^(.+?):([1-9]\d*)(?=:in |$)/;

/** File and line of the first line of a backtrace that has them. */
export function placeOf(backtrace: readonly string[]): { file: string | null; line: number | null } {
  for (const text of backtrace) {
    const found = PLACE.exec(text);
    if (found) return { file: found[1]!, line: Number(found[2]) };
  }
  return { file: null, line: null };
}
