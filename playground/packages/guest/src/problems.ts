// What is wrong with code.

import type { BoundService } from "./services.ts";
import { violation } from "./stop.ts";
import { fields } from "./wire/reader.ts";
import { Hash, type Value } from "./wire/values.ts";

export interface Problem {
  /** "error" when the code does not compile, "warning" when it may not do what was meant. */
  severity: "error" | "warning";
  /** From 1. */
  line: number;
  /** Characters before it in its line. */
  column: number;
  message: string;
}

const ENUMERABLE = `all? any? chain chunk chunk_while collect collect_concat compact count cycle detect drop drop_while
  each_cons each_entry each_slice each_with_index each_with_object entries filter filter_map find find_all find_index
  first flat_map grep grep_v group_by include? inject lazy map max max_by member? min min_by minmax minmax_by none? one?
  partition reduce reject reverse_each select slice_after slice_before slice_when sort sort_by sum take take_while tally
  to_a to_h to_set uniq zip`.split(/\s+/);

/** The outcome of a check: rows of problems, and the calls of services that are to be looked at. */
export function problemsOf(value: Value, services: ReadonlyMap<string, BoundService>): Problem[] {
  const [rows, calls] = Array.isArray(value) && value.length === 2 ? value : [];
  if (!Array.isArray(rows) || !Array.isArray(calls)) throw violation("no list of problems");
  const found = [...rows.map(ofRow), ...calls.flatMap((call) => unexposed(call, services))];
  return found.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** The problems that the record of a failure lists; none unless it is of code that does not compile. */
export function problemsOfDetails(details: Value): Problem[] {
  if (!(details instanceof Hash)) return [];
  const rows = details.get("problems");
  if (typeof details.get("filename") !== "string" || !Array.isArray(rows)) return [];
  return rows.map((row) => {
    const { line, column, message } = fields("problem", row, ["line", "column", "message"]);
    return ofRow(["error", line ?? null, column ?? null, message ?? null]);
  });
}

function ofRow(row: Value): Problem {
  const [severity, line, column, message] = Array.isArray(row) && row.length === 4 ? row : [];
  if ((severity !== "error" && severity !== "warning") || typeof message !== "string") throw violation("no problem");
  return { severity, line: natural(line), column: natural(column), message };
}

function natural(value: Value | undefined): number {
  if (typeof value !== "bigint" || value < 0n || value > 0xffff_ffffn) throw violation("a place that is none");
  return Number(value);
}

function unexposed(call: Value, services: ReadonlyMap<string, BoundService>): Problem[] {
  const [path, method, line, column] = Array.isArray(call) ? call : [];
  const service = typeof path === "string" ? services.get(path) : undefined;
  if (!service || typeof method !== "string") return [];
  if (service.method(method) || (service.enumerable && ENUMERABLE.includes(method))) return [];
  const message = `${service.path} exposes no method ${method} (it exposes ${service.names.join(", ")})`;
  return [{ severity: "warning", line: natural(line), column: natural(column), message }];
}
