// The guest in this thread: what checks and runs code at once.

import { Dispatcher } from "./dispatch.ts";
import { type Compiled, Instance, type Limits } from "./instance.ts";
import { toPlain } from "./javascript.ts";
import { importMemory } from "./module.ts";
import { type CheckOptions, type RunOptions, type Settings, settingsOf } from "./options.ts";
import { Output } from "./output.ts";
import { type Problem, problemsOf, problemsOfDetails } from "./problems.ts";
import { type GuestError, placeOf, type Result, stoppedError } from "./result.ts";
import { type Bound, bind } from "./services.ts";
import { memory as outOfMemory, trapped, violation } from "./stop.ts";
import { decodeOutcome, EMPTY, encodeLocation, encodePreamble, type Outcome, type Panic } from "./wire/envelopes.ts";
import { MAX_MESSAGE_BYTES, WireError } from "./wire/limits.ts";
import { Handle, Hash, Members, Range, Record, type Value } from "./wire/values.ts";
import { encode } from "./wire/writer.ts";

/** Hears of a run under way. */
export interface Listener {
  /** Output, as it comes. */
  output?(stream: "stdout" | "stderr", bytes: Uint8Array<ArrayBuffer>): void;
  /** The script has ended; what it gave is still to be shown. */
  ended?(): void;
}

const UTF8 = new TextEncoder();
const NO_LIMITS: Limits = { memory: null, timeout: null, clock: 0n, seed: 0n };
const CHECKING: Limits = { ...NO_LIMITS, memory: 64 << 20 };
/** For what is done with a value that a run gave. */
const INSPECTION: Limits = { memory: 256 << 20, timeout: 1, clock: 0n, seed: 0n };
/** Characters of a value that are laid out in columns, and of one that are shown at all. */
const MAX_LAID_OUT = 20_000;
const MAX_INSPECTED = 100_000;
/** Where so few bytes are left to the limit, an interpreter that gave up lacked memory even for an exception. */
const FULL = 256 << 10;

export class Guest {
  readonly #compiled: Compiled;

  /** @param compiled of another Guest, such as one in another thread */
  constructor(compiled: Compiled) { this.#compiled = compiled; }

  /** What a Worker can be posted, to make a Guest of it there. */
  get compiled(): Compiled { return this.#compiled; }

  /**
   * Compiles `kobako.wasm`.
   * @throws Error for what is no guest, or where the engine has no exception handling of WebAssembly 3
   */
  static async load(wasm: Uint8Array | ArrayBuffer | Response | PromiseLike<Response>): Promise<Guest> {
    const bytes = await bytesOf(await wasm);
    const { bytes: rewritten, pages } = importMemory(bytes);
    const module = await WebAssembly.compile(rewritten);
    const compiled = { module, pages, reserve: 0 };
    const output = { 1: new Output(1), 2: new Output(1) };
    const { reserve } = new Instance(compiled, NO_LIMITS, [], output, new Dispatcher(new Map()));
    return new Guest({ ...compiled, reserve });
  }

  /** What is wrong with code, which does not run. */
  check(code: string, options: CheckOptions = {}): Problem[] {
    const { services, data } = bind(options.services ?? {});
    const paths = encode([...services.keys(), ...data.keys()]);
    const frames = [source(code), paths, EMPTY, ...location(options.filename ?? null)];
    const instance = new Instance(this.#compiled, CHECKING, frames, sinks(), new Dispatcher(services));
    const outcome = decodeOutcome(instance.run("__kobako_check"));
    if ("panic" in outcome) throw new Error(outcome.panic.message);
    return problemsOf(outcome.value, services);
  }

  /**
   * Runs code to its end. The timeout counts where the script comes to its host: for output, services, the clock.
   * What must end an idle loop is a {@link Sandbox}, which has a thread to end.
   */
  run(code: string, options: RunOptions = {}, listener: Listener = {}): Result {
    const settings = settingsOf(options);
    const bound = bind(settings.bindings);
    const output = {
      1: new Output(settings.output, (bytes) => listener.output?.("stdout", bytes)),
      2: new Output(settings.output, (bytes) => listener.output?.("stderr", bytes)),
    };
    const dispatcher = new Dispatcher(bound.services);
    const started = performance.now();
    const { ended, growth } = this.#eval(code, settings, bound, output, dispatcher);
    const time = (performance.now() - started) / 1000;
    listener.ended?.();
    return {
      value: "value" in ended ? toPlain(ended.value) : null,
      inspect: "value" in ended && settings.inspect !== null ? this.#inspect(ended.value, settings.inspect) : null,
      stdout: output[1].text,
      stderr: output[2].text,
      stdoutTruncated: output[1].truncated,
      stderrTruncated: output[2].truncated,
      error: "error" in ended ? ended.error : null,
      usage: { time, serviceTime: dispatcher.time, memory: growth, serviceCalls: dispatcher.calls },
    };
  }

  #eval(code: string, settings: Settings, bound: Bound, output: { 1: Output; 2: Output }, dispatcher: Dispatcher): Ended {
    let instance: Instance | undefined;
    try {
      const frames = [preamble(bound), source(code), EMPTY, ...location(settings.filename)];
      instance = new Instance(this.#compiled, settings, frames, output, dispatcher);
      const outcome = readOutcome(instance.run("__kobako_eval"));
      return { ended: ended(outcome, settings), growth: instance.growth };
    } catch (error) {
      const stop = trapped(error);
      if (!stop) throw error;
      const growth = instance?.growth ?? 0;
      const full = settings.memory !== null && stop.message === "unreachable" && growth + FULL > settings.memory;
      const reason = full ? outOfMemory(settings.memory!) : stop;
      return { ended: { error: stoppedError(reason, instance?.backtrace() ?? []) }, growth };
    }
  }

  /** A value as Ruby shows it: the guest itself says so, which another run asks. Null for what cannot go back in. */
  #inspect(value: Value, columns: number): string | null {
    const bound: Bound = { services: new Map(), data: new Map([["KobakoValue", value]]) };
    const code = `text = KobakoValue.inspect
      lay_out = text.size.between?(${columns + 1}, ${MAX_LAID_OUT})
      text = PP.pp(KobakoValue, +"", ${columns}).chomp if lay_out
      text.size > ${MAX_INSPECTED} ? "#{text[0, ${MAX_INSPECTED}]}… (#{text.size} characters)" : text`;
    const settings = { ...settingsOf({}), ...INSPECTION };
    try {
      const { ended } = this.#eval(code, settings, bound, sinks(), new Dispatcher(bound.services));
      return "value" in ended && typeof ended.value === "string" ? ended.value : null;
    } catch (error) {
      if (error instanceof WireError) return null;
      throw error;
    }
  }
}

interface Ended { ended: { value: Value } | { error: GuestError }; growth: number }

async function bytesOf(wasm: Uint8Array | ArrayBuffer | Response): Promise<Uint8Array> {
  if (wasm instanceof Uint8Array) return wasm;
  if (wasm instanceof ArrayBuffer) return new Uint8Array(wasm);
  if (!wasm.ok) throw new Error(`the guest cannot be had: ${wasm.status} ${wasm.statusText}`);
  return new Uint8Array(await wasm.arrayBuffer());
}

function sinks(): { 1: Output; 2: Output } {
  return { 1: new Output(1), 2: new Output(1) };
}

function source(code: string): Uint8Array {
  const bytes = UTF8.encode(code);
  if (bytes.length <= MAX_MESSAGE_BYTES) return bytes;
  throw new TypeError(`the code has ${bytes.length} bytes, the limit is ${MAX_MESSAGE_BYTES}`);
}

function preamble({ services, data }: Bound): Uint8Array {
  return encodePreamble([...[...services.keys()].map((path) => [path, undefined] as const), ...data]);
}

function location(filename: string | null): Uint8Array[] {
  return filename === null ? [] : [encodeLocation(filename, 1)];
}

function readOutcome(bytes: Uint8Array): Outcome {
  try {
    return decodeOutcome(bytes);
  } catch (error) {
    throw error instanceof WireError ? violation(`the outcome cannot be decoded: ${error.message}`) : error;
  }
}

function ended(outcome: Outcome, settings: Settings): { value: Value } | { error: GuestError } {
  if ("panic" in outcome) return { error: failed(outcome.panic, settings) };
  const record = settings.records ? undefined : recordIn(outcome.value);
  if (!record) return { value: outcome.value };
  const message = `${String(record.name)} cannot leave the sandbox as it is (return its to_h, or pass results: "map")`;
  return { error: { ...NOWHERE, type: "SandboxError", class: "TypeError", message } };
}

const NOWHERE = { file: null, line: null, backtrace: [], problems: [] };

function failed(panic: Panic, { memory, filename }: Settings): GuestError {
  // What the interpreter says where its memory could not grow, which the Ruby host stops at. It may lack that for a name.
  const unnamed = panic.class === null || panic.class === "";
  if (memory !== null && (unnamed || panic.class === "NoMemoryError") && panic.message === "Out of memory") {
    return stoppedError(outOfMemory(memory), panic.backtrace);
  }
  const problems = problemsOfDetails(panic.details);
  const place = problems[0] ? { file: filename ?? "(eval)", line: problems[0].line } : placeOf(panic.backtrace);
  const type = panic.origin === "service" ? "ServiceError" : "SandboxError";
  return { type, class: panic.class, message: panic.message, ...place, backtrace: panic.backtrace, problems };
}

function recordIn(value: Value): Record | undefined {
  if (value instanceof Record) return value;
  const inner = Array.isArray(value) ? value : value instanceof Members ? value.members
    : value instanceof Hash ? value.pairs.flat() : value instanceof Range ? [value.begin, value.end] : [];
  for (const each of inner) {
    const found = recordIn(each);
    if (found) return found;
  }
  if (value instanceof Handle) throw violation(`the result holds the handle ${value.id}, and there is none`);
  return undefined;
}
