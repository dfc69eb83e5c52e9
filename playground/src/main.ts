// The page: a script, its services and limits on one side, what comes of them on the other.

import { Prec, type Text } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { Guest, type GuestError, Sandbox, type Tables } from "@kobako/guest";

import wasm from "../../data/kobako.wasm?url";
import { ofError, ofProblem } from "./diagnostics.ts";
import { editor, goTo, mark, marking, replace } from "./editor.ts";
import { examples } from "./examples.ts";
import { fromFragment, toFragment } from "./link.ts";
import * as results from "./results.ts";
import { parseServices } from "./services.ts";
import { tabs } from "./tabs.ts";

const element = <T extends HTMLElement = HTMLElement>(id: string) => document.getElementById(id) as T;

const FILE = "script.rb";
/** What a user does to a script, in CodeMirror's words. */
const EDITS = ["input", "delete", "move", "undo", "redo"];
/** Bytes of output that are kept. */
const OUTPUT = 64 << 10;

const guest = Guest.load(fetch(wasm));
const thread = () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
// What checks code as it is typed does not wait for a script that runs.
const [runner, checker] = [new Sandbox(guest, thread), new Sandbox(guest, thread)];

const [run, share] = [element<HTMLButtonElement>("run"), element<HTMLButtonElement>("share")];
const [picker, timeout, memory] = ["example", "timeout", "memory"].map((id) => element<HTMLSelectElement>(id)) as [
  HTMLSelectElement, HTMLSelectElement, HTMLSelectElement,
];

let running = false;
/** The error of the latest run, while its script stands in the editor. */
let failure: { doc: Text; error: GuestError } | undefined;

const runKey = Prec.highest(keymap.of([{ key: "Mod-Enter", run: () => (void start(), true) }]));
const script = editor({
  parent: element("script"),
  label: "Script, in Ruby",
  language: "ruby",
  extensions: [
    runKey,
    marking(problems),
    EditorView.updateListener.of(({ transactions }) => {
      const edited = transactions.filter(({ docChanged }) => docChanged);
      if (edited.some((each) => EDITS.some((event) => each.isUserEvent(event)))) picker.value = "";
    }),
  ],
});
const services = editor({
  parent: element("services-editor"),
  label: "Services, in JSON",
  language: "json",
  extensions: [
    runKey,
    EditorView.updateListener.of(({ docChanged }) => docChanged && servicesChanged()),
  ],
});
const showTab = tabs(element("tab-script"), element("tab-services"));

function tables(): Tables | undefined {
  const problem = element("services-problem");
  problem.hidden = true;
  try {
    return parseServices(services.state.doc.toString());
  } catch (error) {
    problem.textContent = (error as Error).message;
    problem.hidden = false;
    return undefined;
  }
}

function servicesChanged(): void {
  const count = Object.keys(tables() ?? {}).length;
  element("services-count").textContent = count > 0 ? `(${count})` : "";
  mark(script);
}

async function problems(doc: Text) {
  const found = await checker.check(doc.toString(), { filename: FILE, services: tables() ?? {} }).catch(() => []);
  const failed = failure && failure.doc.eq(doc) && failure.error.problems.length === 0 ? ofError(doc, failure.error) : [];
  return [...failed, ...found.map((problem) => ofProblem(doc, problem))];
}

async function start(): Promise<void> {
  if (running || run.disabled) return;
  const bound = tables();
  if (!bound) return showTab("services");
  const { doc } = script.state;
  setRunning(true);
  results.begin();
  try {
    const options = {
      filename: FILE,
      services: bound,
      timeout: Number(timeout.value),
      memory: Number(memory.value) << 20,
      output: OUTPUT,
      inspect: results.columns(),
    };
    const result = await runner.run(doc.toString(), options, results.append);
    failure = result.error ? { doc, error: result.error } : undefined;
    results.show(result, FILE, (line) => {
      showTab("script");
      goTo(script, line);
    });
    mark(script);
  } catch (error) {
    results.hint((error as Error).message);
  } finally {
    setRunning(false);
  }
}

function setRunning(now: boolean): void {
  running = now;
  run.textContent = now ? "Stop" : "Run";
  element("result").setAttribute("aria-busy", String(now));
}

function open(code: string, json: string): void {
  failure = undefined;
  replace(script, code);
  replace(services, json);
  showTab("script");
}

async function openLink(): Promise<boolean> {
  try {
    const shared = await fromFragment(location.hash.slice(1));
    if (!shared) return false;
    open(shared.code, shared.services);
    for (const [select, value] of [[timeout, shared.timeout], [memory, shared.memory]] as const) {
      if ([...select.options].some((option) => option.value === String(value))) select.value = String(value);
    }
    picker.value = "";
    results.hint("This script came with the link. Read it, then press Run.");
  } catch (error) {
    results.hint((error as Error).message);
  }
  return true;
}

async function copyLink(): Promise<void> {
  const [code, json] = [script.state.doc.toString(), services.state.doc.toString()];
  const fragment = await toFragment({ code, services: json, timeout: Number(timeout.value), memory: Number(memory.value) })
    .catch(() => undefined);
  if (!fragment) return say("Too long for a link");
  history.replaceState(null, "", `#${fragment}`);
  await navigator.clipboard.writeText(location.href).then(() => say("Copied"), () => say("See the address"));
}

function say(text: string): void {
  share.textContent = text;
  setTimeout(() => (share.textContent = "Copy link"), 2000);
}

function pick(name: string): void {
  const example = examples.find((each) => each.name === name);
  if (!example) return;
  picker.value = name;
  history.replaceState(null, "", location.pathname + location.search);
  open(example.code, example.services);
  void start();
}

picker.append(new Option("A script of your own", ""), ...examples.map(({ name, title }) => new Option(title, name)));
picker.addEventListener("change", () => pick(picker.value));
run.addEventListener("click", () => (running ? runner.cancel() : void start()));
share.addEventListener("click", () => void copyLink());
addEventListener("hashchange", () => void openLink());
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.defaultPrevented) void start();
});
if (/Mac|iPhone|iPad/.test(navigator.platform)) element("keys").textContent = "⌘ ↵";

try {
  await guest;
  run.disabled = false;
  if (!(await openLink())) pick(examples[0]!.name);
} catch (error) {
  const reason = (error as Error).message;
  results.hint(`The guest cannot start: ${reason}. It needs WebAssembly with exception handling, as recent browsers have it.`);
}
