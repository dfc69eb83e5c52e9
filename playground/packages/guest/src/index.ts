export { Guest, type Listener } from "./guest.ts";
export type { Data, Plain } from "./javascript.ts";
export type { CheckOptions, RunOptions } from "./options.ts";
export type { Problem } from "./problems.ts";
export type { GuestError, Result, Usage } from "./result.ts";
export type { Bindings, Method, Service } from "./services.ts";
export { isTable, type Row, table } from "./table.ts";
export type { PostedCheck, PostedRun, Tables } from "./protocol.ts";
export { Sandbox, type Thread } from "./sandbox.ts";
