// The page's side: a thread for scripts, which is ended when one runs too long, and made anew.

import type { Guest } from "./guest.ts";
import { textOf } from "./output.ts";
import { settingsOf } from "./options.ts";
import type { Problem } from "./problems.ts";
import type { FromWorker, PostedCheck, PostedRun, ToWorker } from "./protocol.ts";
import { type Result, stoppedError } from "./result.ts";
import { Stop, timeout as timedOut } from "./stop.ts";

/** What a Sandbox needs of a Worker. */
export interface Thread {
  onmessage: ((event: MessageEvent<FromWorker>) => unknown) | null;
  onerror: ((event: ErrorEvent) => unknown) | null;
  postMessage(message: ToWorker): void;
  terminate(): void;
}

/** Seconds beyond its timeout in which a script may still meet it by itself, and say where it was. */
const GRACE = 0.05;
const CHECK_TIMEOUT = 5;
/** Seconds in which the value of a script that has ended comes over. */
const VALUE_TIMEOUT = 5;

type TextListener = (stream: "stdout" | "stderr", text: string) => void;

interface Task {
  message: ToWorker;
  /** Seconds; null for no limit. */
  timeout: number | null;
  done(message: FromWorker): void;
  /** The task was ended after so many seconds. */
  ended(elapsed: number, stop: Stop): void;
  failed(error: Error): void;
}

export class Sandbox {
  readonly #guest: PromiseLike<Guest>;
  readonly #thread: () => Thread;
  #worker: Thread | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #cancel: (() => void) | undefined;

  /** @param thread makes a Worker whose script calls `serve` */
  constructor(guest: Guest | PromiseLike<Guest>, thread: () => Thread) {
    this.#guest = Promise.resolve(guest);
    this.#thread = thread;
  }

  /**
   * Runs code in the worker. A list of objects among the services is a table, as {@link table} makes it; all else is data.
   * @param listener hears of output as it comes
   */
  async run(code: string, options: PostedRun = {}, listener?: TextListener): Promise<Result> {
    const { timeout } = settingsOf({ ...options, services: {} });
    const pieces = { stdout: [] as Uint8Array[], stderr: [] as Uint8Array[] };
    const decoders = { stdout: new TextDecoder(), stderr: new TextDecoder() };
    return this.#enqueue<Result>((resolve, reject) => ({
      message: { kind: "run", code, options },
      timeout,
      done(message) {
        if (message.kind === "ran") resolve(message.result);
        if (message.kind !== "output") return;
        pieces[message.stream].push(message.bytes);
        listener?.(message.stream, decoders[message.stream].decode(message.bytes, { stream: true }));
      },
      ended: (elapsed, stop) => resolve(cutOff(textOf(pieces.stdout), textOf(pieces.stderr), elapsed, stop)),
      failed: reject,
    }));
  }

  /** What is wrong with code, which does not run. */
  async check(code: string, options: PostedCheck = {}): Promise<Problem[]> {
    return this.#enqueue<Problem[]>((resolve, reject) => ({
      message: { kind: "check", code, options },
      timeout: CHECK_TIMEOUT,
      done: (message) => message.kind === "checked" && resolve(message.problems),
      ended: (_, stop) => reject(stop),
      failed: reject,
    }));
  }

  /** Ends what runs now; its result says so. */
  cancel(): void { this.#cancel?.(); }

  /** Ends the thread. */
  close(): void {
    this.cancel();
    this.#end();
  }

  #enqueue<T>(task: (resolve: (value: T) => void, reject: (error: Error) => void) => Task): Promise<T> {
    const result = this.#queue.then(async () => {
      const worker = await this.#started();
      return new Promise<T>((resolve, reject) => this.#do(worker, task(resolve, reject)));
    });
    this.#queue = result.catch(() => undefined);
    return result;
  }

  async #started(): Promise<Thread> {
    if (this.#worker) return this.#worker;
    const { compiled } = await this.#guest;
    const worker = this.#thread();
    worker.postMessage({ kind: "load", compiled });
    return (this.#worker = worker);
  }

  #do(worker: Thread, task: Task): void {
    let [started, timer]: [number, ReturnType<typeof setTimeout> | undefined] = [performance.now(), undefined];
    const over = () => {
      clearTimeout(timer);
      worker.onmessage = worker.onerror = null;
      this.#cancel = undefined;
    };
    const end = (stop: (elapsed: number) => Stop) => {
      const elapsed = (performance.now() - started) / 1000;
      over();
      this.#end();
      task.ended(elapsed, stop(elapsed));
    };
    const { timeout } = task;
    this.#cancel = () => end(() => new Stop("CancelledError", "the run was cancelled"));
    worker.onerror = (event) => {
      over();
      this.#end();
      task.failed(new Error(`the worker failed: ${event.message ?? "it cannot be loaded"}`));
    };
    const within = (seconds: number, stop: (elapsed: number) => Stop) => {
      clearTimeout(timer);
      timer = setTimeout(() => end(stop), seconds * 1000);
    };
    worker.onmessage = ({ data }) => {
      if (data.kind === "started") {
        started = performance.now();
        if (timeout !== null) within(timeout + GRACE, (elapsed) => timedOut(elapsed, timeout));
        return;
      }
      if (data.kind === "ended") {
        return within(VALUE_TIMEOUT, () => new Stop("TrapError", "the value takes too long to come over"));
      }
      if (data.kind !== "output") over();
      if (data.kind === "failed") return task.failed(new Error(data.message));
      task.done(data);
    };
    worker.postMessage(task.message);
  }

  #end(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }
}

function cutOff(stdout: string, stderr: string, elapsed: number, stop: Stop): Result {
  return {
    value: null,
    inspect: null,
    stdout,
    stderr,
    stdoutTruncated: false,
    stderrTruncated: false,
    error: stoppedError(stop),
    usage: { time: elapsed, serviceTime: 0, memory: null, serviceCalls: null },
  };
}
