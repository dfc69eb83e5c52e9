// Editors of Ruby and JSON. Each is in a shadow root, so that its styles are sheets and no inline ones.

import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import {
  bracketMatching, HighlightStyle, indentOnInput, indentUnit, StreamLanguage, syntaxHighlighting,
} from "@codemirror/language";
import { json } from "@codemirror/legacy-modes/mode/javascript";
import { ruby } from "@codemirror/legacy-modes/mode/ruby";
import { type Diagnostic, forceLinting, linter, lintGutter, lintKeymap } from "@codemirror/lint";
import { EditorState, type Extension, type Text } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword], color: "var(--keyword)" },
  { tag: [tags.string, tags.regexp, tags.special(tags.string)], color: "var(--string)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--number)" },
  { tag: tags.atom, color: "var(--atom)" },
  { tag: [tags.definition(tags.name), tags.typeName, tags.className, tags.tagName], color: "var(--name)" },
  { tag: [tags.comment, tags.meta], color: "var(--quiet)" },
]);

const look = EditorView.theme({
  "&": { height: "100%", color: "var(--text)", backgroundColor: "transparent" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "-2px" },
  ".cm-scroller": { fontFamily: "var(--mono)", fontSize: "13.5px", lineHeight: "1.55" },
  ".cm-content": { padding: "10px 0", caretColor: "var(--text)" },
  ".cm-cursor": { borderLeftColor: "var(--text)" },
  ".cm-gutters": { backgroundColor: "transparent", color: "var(--quiet)", border: "none", paddingLeft: "6px" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--active-line)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--selection)",
  },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--selection)" },
  ".cm-tooltip": {
    border: "1px solid var(--line)", borderRadius: "7px", backgroundColor: "var(--panel)", color: "var(--text)", overflow: "hidden",
  },
  ".cm-diagnostic": { padding: "6px 10px", whiteSpace: "pre-wrap", font: "13px/1.45 var(--mono)" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--accent)" },
  ".cm-diagnostic-warning": { borderLeftColor: "var(--warning)" },
});

/** Typed over a selection. The browser would keep its colours in a style attribute, which the page's policy refuses. */
const typedOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const over = event.inputType === "insertText" && !event.isComposing && !view.state.selection.main.empty;
    if (!over || event.data === null || !event.cancelable) return false;
    event.preventDefault();
    view.dispatch(view.state.replaceSelection(event.data), { userEvent: "input.type", scrollIntoView: true });
    return true;
  },
});

interface Settings {
  parent: HTMLElement;
  label: string;
  language: "ruby" | "json";
  extensions: Extension;
}

/** An empty editor in `parent`. */
export function editor({ parent, label, language, extensions }: Settings): EditorView {
  const root = parent.attachShadow({ mode: "open", delegatesFocus: true });
  const place = document.createElement("div");
  place.className = "place";
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(".place { height: 100% }");
  root.adoptedStyleSheets.push(sheet);
  root.append(place);
  const state = EditorState.create({
    extensions: [
      EditorView.contentAttributes.of({
        "aria-label": label, spellcheck: "false", autocapitalize: "off", autocorrect: "off",
      }),
      extensions, typedOver,
      lineNumbers(), history(), drawSelection(), indentOnInput(), bracketMatching(), highlightActiveLine(),
      StreamLanguage.define(language === "ruby" ? ruby : { ...json, tokenTable: { property: tags.propertyName } }),
      indentUnit.of("  "), syntaxHighlighting(colours), look,
      keymap.of([...defaultKeymap, ...historyKeymap, ...lintKeymap]),
    ],
  });
  return new EditorView({ state, parent: place, root });
}

/** Puts `text` in place of all that is there; undo brings that back. */
export function replace(view: EditorView, text: string): void {
  view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, selection: { anchor: 0 }, scrollIntoView: true });
}

/** Marks what `find` finds while nothing is typed. */
export function marking(find: (doc: Text) => Promise<readonly Diagnostic[]>): Extension {
  return [lintGutter(), linter((view) => find(view.state.doc), { delay: 250 })];
}

/** Looks for what is to be marked, now. */
export function mark(view: EditorView): void { forceLinting(view); }

/** Moves to the beginning of a line. */
export function goTo(view: EditorView, line: number): void {
  const { doc } = view.state;
  const { from } = doc.line(Math.min(Math.max(line, 1), doc.lines));
  view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
  view.focus();
}
