// Answers the guest's calls of services, one after the other, and calls its blocks.

import { fromData, type Plain, toPlain } from "./javascript.ts";
import type { BoundService } from "./services.ts";
import { violation } from "./stop.ts";
import {
  type BlockError, decodeRequest, decodeYieldResponse, encodeBlockCall, encodeRelease, encodeResponse, type Request,
} from "./wire/envelopes.ts";
import { WireError } from "./wire/limits.ts";
import {
  Complex, Fault, GuestValue, Handle, Hash, Members, Range, Record, Sym, type Value,
} from "./wire/values.ts";

const MAX_NESTING = 128;
/** What every object is asked, and by a service only where it has a method of that name. */
const ASKED = ["==", "===", "<=>", "coerce", "hash", "eql?", "to_s", "inspect"];

/** What the guest gets: bytes, and whether they are for its block. */
export interface Reply { bytes: Uint8Array; forBlock: boolean }

type Steps = Iterator<unknown, unknown, Plain | undefined>;

/** A call whose service waits for the script's block; `released` once the guest was told what it need not keep. */
interface Waiting { label: string; steps: Steps; released: boolean }

/** What the script's block raised, on its way through a service. */
class BlockRaised extends Error {
  constructor({ class: name, message }: BlockError) {
    super(message);
    this.name = name;
  }
}

export class Dispatcher {
  calls = 0;
  /** Seconds in services. */
  time = 0;
  readonly #services: ReadonlyMap<string, BoundService>;
  readonly #waiting: Waiting[] = [];

  constructor(services: ReadonlyMap<string, BoundService>) { this.#services = services; }

  /** Begins a call. */
  request(bytes: Uint8Array): Reply {
    this.calls += 1;
    if (this.#waiting.length >= MAX_NESTING) {
      throw violation(`services and blocks nest deeper than ${MAX_NESTING} calls`);
    }
    const request = read("a request", () => decodeRequest(bytes));
    return this.#timed(() => this.#answer(request));
  }

  /** Goes on with the innermost call, whose block ended. */
  blockEnded(bytes: Uint8Array): Reply {
    const call = this.#waiting.pop();
    if (!call) throw violation("a block ended that no service called");
    const response = read("a yield response", () => decodeYieldResponse(bytes));
    return this.#timed(() => {
      if ("break" in response) return this.#broken(call, response.break);
      if ("error" in response) return this.#step(call, () => raise(call, new BlockRaised(response.error)));
      const kept = call.released ? [] : guestValues(response.value);
      if (kept.length > 0) {
        this.#waiting.push({ ...call, released: true });
        return { bytes: encodeRelease(kept), forBlock: true };
      }
      const value = call.released ? undefined : toPlain(response.value);
      return this.#step({ ...call, released: false }, () => call.steps.next(value));
    });
  }

  #timed(answer: () => Reply): Reply {
    const start = performance.now();
    try {
      return answer();
    } finally {
      this.time += (performance.now() - start) / 1000;
    }
  }

  #answer({ target, method, args, kwargs, blockGiven }: Request): Reply {
    if (target instanceof Handle) return failed(new Fault("undefined", `no object has the handle ${target.id}`));
    const service = this.#services.get(target);
    if (!service) return failed(new Fault("undefined", `no service at ${JSON.stringify(target)}`));
    const found = service.method(method);
    if (!found) return failed(missing(service, method));

    const label = `${service.path}.${method}`;
    try {
      const plain: unknown[] = args.map(toPlain);
      if (kwargs.length > 0) plain.push(Object.fromEntries(kwargs.map(([name, value]) => [name, toPlain(value)])));
      const result = found(...plain);
      if (!isSteps(result)) return given(label, result);
      if (!blockGiven) return failed(new Fault("argument", `${label} needs a block`));
      const call = { label, steps: result, released: false };
      return this.#step(call, () => result.next());
    } catch (error) {
      return failed(faultOf(error));
    }
  }

  /** Lets the service go on until it yields or ends. */
  #step(call: Waiting, go: () => IteratorResult<unknown, unknown>): Reply {
    try {
      const { done, value } = go();
      if (done) return given(call.label, value);
      const args = encodeBlockCall((Array.isArray(value) ? value : [value]).map((each) => fromData(each)));
      this.#waiting.push(call);
      return { bytes: args, forBlock: true };
    } catch (error) {
      return failed(faultOf(error));
    }
  }

  #broken(call: Waiting, value: Value): Reply {
    try {
      call.steps.return?.(undefined);
    } catch (error) {
      return failed(faultOf(error));
    }
    return { bytes: encodeResponse(value, false), forBlock: false };
  }
}

function raise({ steps }: Waiting, error: BlockRaised): IteratorResult<unknown, unknown> {
  if (!steps.throw) throw error;
  return steps.throw(error);
}

function read<T>(what: string, decode: () => T): T {
  try {
    return decode();
  } catch (error) {
    throw error instanceof WireError ? violation(`${what} cannot be decoded: ${error.message}`) : error;
  }
}

function isSteps(value: unknown): value is Steps {
  return typeof value === "object" && value !== null && Symbol.iterator in value && "next" in value;
}

function given(label: string, value: unknown): Reply {
  if (value instanceof Promise) {
    return failed(new Fault("runtime", `${label} gave a Promise, and a service answers at once (await it before the run)`));
  }
  try {
    return { bytes: encodeResponse(fromData(value), false), forBlock: false };
  } catch (error) {
    if (!(error instanceof WireError || error instanceof TypeError)) throw error;
    return failed(new Fault("runtime", `the result of ${label} cannot cross: ${error.message}`));
  }
}

function failed(fault: Fault): Reply {
  return { bytes: encodeResponse(fault, true), forBlock: false };
}

function missing(service: BoundService, method: string): Fault {
  const names = service.names.join(", ") || "nothing";
  const message = `NoMethodError: ${service.path} has no method ${JSON.stringify(method)} (a guest can call: ${names})`;
  const advice = ASKED.includes(method) ? "unexposed" : service.enumerable ? "enumerable" : null;
  return new Fault("runtime", message, advice && new Sym(advice));
}

/** What the guest may know of a service's exception. */
function faultOf(error: unknown): Fault {
  if (error instanceof BlockRaised) return new Fault("runtime", `${error.name}: ${error.message}`, new Sym("block_error"));
  if (error instanceof Error) return new Fault("runtime", `${error.name}: ${error.message}`.slice(0, 10_000));
  return new Fault("runtime", "the service failed");
}

function guestValues(value: Value): GuestValue[] {
  if (value instanceof GuestValue) return [value];
  if (Array.isArray(value)) return value.flatMap(guestValues);
  if (value instanceof Hash || value instanceof Record) return value.pairs.flat().flatMap(guestValues);
  if (value instanceof Members) return value.members.flatMap(guestValues);
  if (value instanceof Range) return [value.begin, value.end].flatMap(guestValues);
  if (value instanceof Complex) return [value.real, value.imaginary].flatMap(guestValues);
  return [];
}
