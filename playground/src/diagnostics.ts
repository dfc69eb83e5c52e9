// Problems and errors at their places in the editor.

import type { Diagnostic } from "@codemirror/lint";
import type { Text } from "@codemirror/state";
import type { GuestError, Problem } from "@kobako/guest";

/** A problem, from its column to the end of the word there. */
export function ofProblem(doc: Text, { severity, line: number, column, message }: Problem): Diagnostic {
  const line = doc.line(Math.min(Math.max(number, 1), doc.lines));
  // Columns count characters, positions units of UTF-16.
  const before = [...line.text].slice(0, column).join("").length;
  const word = /^(?:\w+[?!]?|\S)/.exec(line.text.slice(before))?.[0] ?? "";
  const from = Math.min(line.from + before, line.to);
  return { from, to: Math.min(from + Math.max(word.length, 1), doc.length), severity, message };
}

/** The error of a run at its line, without the indent; none where nobody knows the line. */
export function ofError(doc: Text, { type, class: name, message, line: number }: GuestError): Diagnostic[] {
  if (number === null || number > doc.lines) return [];
  const line = doc.line(number);
  const indent = /^\s*/.exec(line.text)![0].length;
  const from = line.from + indent;
  return [{ from, to: Math.max(line.to, from), severity: "error", message: `${name ?? type}: ${message}` }];
}
