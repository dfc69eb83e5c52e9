// The worker's side: it does what the page posts, one task after the other.

import { joined } from "./bytes.ts";
import { Guest, type Listener } from "./guest.ts";
import type { FromWorker, Tables, ToWorker } from "./protocol.ts";
import type { Bindings } from "./services.ts";
import { isTable, table } from "./table.ts";

/** What a worker's own global is, as much as is needed of it. */
export interface Scope {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: FromWorker): void;
}

/** So many writes of a run are posted at once; further ones wait for each other. */
const AT_ONCE = 100;
const PAUSE_MILLISECONDS = 20;

/** Serves a {@link Sandbox}; every script finds `services` bound beside what its run names. */
export function serve(scope: Scope, services: Bindings = {}): void {
  let guest: Guest | undefined;
  scope.onmessage = ({ data }) => {
    try {
      if (data.kind === "load") {
        guest = new Guest(data.compiled);
        return;
      }
      if (!guest) throw new Error("the worker has no guest yet");
      const options = { ...data.options, services: { ...services, ...bindings(data.options.services ?? {}) } };
      scope.postMessage({ kind: "started" });
      if (data.kind === "check") return scope.postMessage({ kind: "checked", problems: guest.check(data.code, options) });
      scope.postMessage({ kind: "ran", result: guest.run(data.code, options, poster(scope)) });
    } catch (error) {
      scope.postMessage({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
    }
  };
}

function bindings(tables: Tables): Bindings {
  return Object.fromEntries(Object.entries(tables).map(([path, value]) => [path, isTable(value) ? table(value) : value]));
}

/** Posts output as it comes, so that it is there if the worker is ended. */
function poster(scope: Scope): Listener {
  let [posted, latest] = [0, 0];
  let waiting: { stream: "stdout" | "stderr"; pieces: Uint8Array<ArrayBuffer>[] }[] = [];
  return {
    output(stream, bytes) {
      const last = waiting.at(-1);
      if (last?.stream === stream) last.pieces.push(bytes);
      else waiting.push({ stream, pieces: [bytes] });
      const now = performance.now();
      if (posted >= AT_ONCE && now < latest + PAUSE_MILLISECONDS) return;
      for (const { stream: each, pieces } of waiting) {
        scope.postMessage({ kind: "output", stream: each, bytes: joined(pieces) });
      }
      [posted, latest, waiting] = [posted + 1, now, []];
    },
    ended: () => scope.postMessage({ kind: "ended" }),
  };
}
