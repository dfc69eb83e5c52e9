// What a run left, on the page.

import { type GuestError, type Result } from "@kobako/guest";

const element = <T extends HTMLElement = HTMLElement>(id: string) => document.getElementById(id) as T;

/** Lines of a backtrace that are shown. */
const MAX_LINES = 12;

const NAMES = {
  SandboxError: "Error",
  ServiceError: "A service failed",
  TimeoutError: "Ended at the timeout",
  MemoryLimitError: "Ended at the memory limit",
  CancelledError: "Stopped",
  TrapError: "The guest was stopped",
} as const;

/** Characters that a line of the result holds. */
export function columns(): number {
  const ruler = document.createElement("pre");
  ruler.textContent = "0".repeat(100);
  ruler.className = "ruler";
  element("result").append(ruler);
  const { width } = ruler.getBoundingClientRect();
  ruler.remove();
  return Math.max(Math.floor((element("result").clientWidth - 32) / (width / 100)), 20);
}

/** Empties the page for a run. */
export function begin(): void {
  for (const id of ["hint", "error", "value", "stdout", "stderr"]) element(id).hidden = true;
  for (const id of ["stdout-text", "stderr-text"]) element(id).textContent = "";
  element("usage").textContent = "Running…";
}

/** Appends output while it comes. */
export function append(stream: "stdout" | "stderr", text: string): void {
  element(stream).hidden = false;
  element(`${stream}-text`).append(text);
}

/** Says something instead of a result. */
export function hint(text: string): void {
  begin();
  element("hint").textContent = text;
  element("hint").hidden = false;
  element("usage").textContent = "";
}

/** @param goTo shows a line of the script */
export function show(result: Result, file: string, goTo: (line: number) => void): void {
  output("stdout", result.stdout, result.stdoutTruncated);
  output("stderr", result.stderr, result.stderrTruncated);
  element("value").hidden = result.error !== null;
  element("error").hidden = result.error === null;
  if (result.error) showError(result.error, file, goTo);
  else element("value-text").textContent = result.inspect ?? "a value that is too deep or too large to be shown";
  element("usage").textContent = usage(result);
}

function output(stream: "stdout" | "stderr", text: string, truncated: boolean): void {
  element(stream).hidden = text === "";
  element(`${stream}-text`).textContent = truncated ? `${text}\n… (cut at its limit)` : text;
}

function showError(error: GuestError, file: string, goTo: (line: number) => void): void {
  element("error-title").textContent = error.class ?? NAMES[error.type];
  element("error-message").textContent = error.message;
  const wrong = new Set(error.problems.map(({ line }) => `${file}:${line}`));
  const places = wrong.size > 0 ? [...wrong] : error.backtrace;
  const lines = places.slice(0, MAX_LINES).map((text) => item(text, file, goTo));
  if (places.length > MAX_LINES) lines.push(item(`… ${places.length - MAX_LINES} more`, file, goTo));
  element("error-backtrace").replaceChildren(...lines);
}

/** A line of a backtrace; a button where it is one of the script. */
function item(text: string, file: string, goTo: (line: number) => void): HTMLLIElement {
  const line = text.startsWith(`${file}:`) ? parseInt(text.slice(file.length + 1), 10) : 0;
  const entry = document.createElement("li");
  if (!(line > 0)) {
    entry.textContent = text;
    return entry;
  }
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = text;
  button.addEventListener("click", () => goTo(line));
  entry.append(button);
  return entry;
}

function usage({ error, usage: { time, memory, serviceCalls } }: Result): string {
  const parts = [`${error ? "Failed after" : "Ran in"} ${duration(time)}`];
  if (memory !== null) parts.push(`${size(memory)} of memory`);
  if (serviceCalls) parts.push(serviceCalls === 1 ? "1 service call" : `${serviceCalls} service calls`);
  return parts.join("  ·  ");
}

function duration(seconds: number): string {
  return seconds < 1 ? `${(seconds * 1000).toFixed(seconds < 0.01 ? 1 : 0)} ms` : `${seconds.toFixed(2)} s`;
}

function size(bytes: number): string {
  return bytes < 1 << 20 ? `${Math.round(bytes / 1024)} KiB` : `${(bytes / (1 << 20)).toFixed(1)} MiB`;
}
