// A worker of Node's as the browser has it.

import { parentPort } from "node:worker_threads";

import type { FromWorker, ToWorker } from "../src/protocol.ts";
import { type Scope, serve } from "../src/worker.ts";

const port = parentPort!;
const scope: Scope = { onmessage: null, postMessage: (message: FromWorker) => port.postMessage(message) };
serve(scope, { "Host::Double": (number: number) => number * 2 });
port.on("message", (data: ToWorker) => scope.onmessage?.({ data } as MessageEvent<ToWorker>));
