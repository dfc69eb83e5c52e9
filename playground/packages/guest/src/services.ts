// What a script finds bound: functions of the host's, and data.

import { type Data, fromData } from "./javascript.ts";
import type { Value } from "./wire/values.ts";

/**
 * A method of a service. Keyword arguments come last, as an object. A generator calls the script's block with what it
 * yields (an array is several arguments), and gets what the block gave.
 */
export type Method = (...args: any[]) => unknown;

/** An object of methods, or one function, which the script calls by `call`. One with `each` has Enumerable's, too. */
export type Service = Method | { readonly [method: string]: Method };

/** By path, such as "Shop::Orders": a service, or data, which the script finds frozen. */
export type Bindings = { readonly [path: string]: Service | Data };

export class BoundService {
  readonly path: string;
  readonly #methods: ReadonlyMap<string, Method>;

  constructor(path: string, service: Service) {
    this.path = path;
    this.#methods = typeof service === "function" ? new Map([["call", service]]) : new Map(Object.entries(service));
  }

  method(name: string): Method | undefined { return this.#methods.get(name); }

  get names(): string[] { return [...this.#methods.keys()].sort(); }

  get enumerable(): boolean { return this.#methods.has("each"); }
}

export interface Bound { services: Map<string, BoundService>; data: Map<string, Value> }

const CONSTANTS = /^[A-Z]\w*(?:::[A-Z]\w*)*$/;

/** @throws TypeError for a path that is none, or for what cannot enter the sandbox */
export function bind(bindings: Bindings): Bound {
  const bound: Bound = { services: new Map(), data: new Map() };
  for (const [path, value] of Object.entries(bindings)) {
    if (!CONSTANTS.test(path)) {
      throw new TypeError(`${JSON.stringify(path)} is no path of constants (write one such as "Shop::Orders")`);
    }
    const above = Object.keys(bindings).find((other) => path.startsWith(`${other}::`));
    if (above) throw new TypeError(`${path} cannot be bound below ${above}, which is bound itself (name it otherwise)`);
    if (isService(value)) bound.services.set(path, new BoundService(path, value));
    else bound.data.set(path, fromData(value));
  }
  return bound;
}

function isService(value: Service | Data): value is Service {
  if (typeof value === "function") return true;
  if (value === null || typeof value !== "object") return false;
  if (Object.getPrototypeOf(value) !== Object.prototype && Object.getPrototypeOf(value) !== null) return false;
  const methods = Object.values(value);
  return methods.length > 0 && methods.every((method) => typeof method === "function");
}
