// Rows of JSON as a service.

import type { Data } from "./javascript.ts";
import type { Service } from "./services.ts";

export type Row = { readonly [column: string]: Data };

/** A row that is not there, in Ruby's words. */
class KeyError extends Error {
  override readonly name = "KeyError";
}

/** Whether a value is a list of objects, and so a table. */
export function isTable(value: unknown): value is readonly Row[] {
  return Array.isArray(value) && value.length > 0 && value.every((row) =>
    typeof row === "object" && row !== null && !Array.isArray(row));
}

/**
 * What a script can ask of rows: `all`, `find(id)`, `where(column: value, …)`, `first`, `count` and `each`, which brings
 * Enumerable's methods with it. A row is a Hash with Symbols as keys. In `where`, an Array means any of its values.
 */
export function table(rows: readonly Row[]): Service {
  return {
    all: () => rows,
    count: () => rows.length,
    first: (count?: number) => (count === undefined ? (rows[0] ?? null) : rows.slice(0, count)),
    find(id: Data) {
      const row = rows.find((each) => same(each.id, id));
      if (!row) throw new KeyError(`no row with the id ${String(id)}`);
      return row;
    },
    where: (conditions: Conditions = {}) => rows.filter((row) => matches(row, conditions)),
    * each() {
      for (const row of rows) yield [row];
      return rows;
    },
  };
}

type Conditions = { readonly [column: string]: Data } | ReadonlyMap<string, Data>;

function matches(row: Row, conditions: Conditions): boolean {
  const wanted = conditions instanceof Map ? [...conditions] : Object.entries(conditions);
  return wanted.every(([column, value]) => {
    const own = Object.hasOwn(row, column) ? row[column] : null;
    return Array.isArray(value) ? value.some((each) => same(own, each)) : same(own, value);
  });
}

function same(value: unknown, wanted: unknown): boolean {
  return (value ?? null) === (wanted ?? null);
}
