import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { deflateRawSync } from "node:zlib";

import type { Page } from "playwright-core";

import { idle, run, shown, site, type Site, write } from "./browser.ts";

interface Expected { value: string | null; stdout: string; error: null | { message: string | null }; memory: number }

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const expected = JSON.parse(read("expected.json")) as { [path: string]: Expected };
const examples = JSON.parse(read("../examples/examples.json")) as { file: string; title: string }[];
const packed = (value: unknown) => `#s1.${deflateRawSync(JSON.stringify(value)).toString("base64url")}`;
const withoutSpace = (text: string | null) => text?.replace(/\s+/g, "") ?? null;

describe("the page", () => {
  let pages: Site;
  const opened: string[][] = [];

  async function open(...settings: Parameters<Site["open"]>): Promise<Page> {
    const { page, wrong } = await pages.open(...settings);
    opened.push(wrong);
    return page;
  }

  before(async () => { pages = await site(); });
  after(async () => { await pages.close(); });

  it("runs a first script by itself, with value, output and cost", async () => {
    const page = await open();
    assert.match((await shown(page, "stdout"))!, /^Hello from Ruby 4\.0\n/);
    assert.match((await shown(page, "value"))!, /sum: 55/);
    const usage = /^Ran in \d\S* m?s\s+·\s+(\d+) KiB of memory$/.exec((await page.locator("#usage").textContent())!);
    assert.equal(Number(usage?.[1]) * 1024, expected["examples/welcome.rb"]!.memory);
    await page.close();
  });

  it("gives for each example what the Ruby host gives", async () => {
    const page = await open();
    assert.ok(examples.length >= 8);
    for (const { file, title } of examples) {
      await page.getByLabel("Example").selectOption(title);
      await idle(page);
      const host = expected[`examples/${file}.rb`]!;
      assert.equal(withoutSpace(await shown(page, "value")), withoutSpace(host.value), file);
      assert.equal((await shown(page, "stdout")) ?? "", host.stdout, file);
      const error = await shown(page, "error");
      assert.equal(error === null, host.error === null, file);
      if (host.error?.message) assert.equal(error, host.error.message);
    }
    await page.close();
  });

  it("marks an error at its line, and moves there from its backtrace", async () => {
    const page = await open();
    await write(page, "x = 1\n\n  x / 0\nputs x");
    await run(page);
    assert.equal(await page.locator("#error-title").textContent(), "ZeroDivisionError");
    assert.equal(await page.getByLabel("Example").inputValue(), "", "a script of one's own");
    assert.equal(await shown(page, "error"), "divided by 0");
    assert.equal(await marked(page, "error"), "x / 0");
    await page.getByRole("button", { name: "script.rb:3" }).click();
    assert.match((await page.locator("#script .cm-activeLine").textContent())!, /x \/ 0/);
    await write(page, "x = 2");
    await page.locator(".cm-lintRange-error").first().waitFor({ state: "detached" });
    await page.close();
  });

  it("marks what does not compile while it is typed, and what services do not have", async () => {
    const page = await open();
    await write(page, "ok = '🎉 é'; [1, 2\nputs ok");
    await page.locator(".cm-lintRange-error").first().waitFor();
    assert.ok((await page.locator(".cm-lint-marker-error").count()) >= 1);
    await run(page);
    assert.equal(await page.locator("#error-title").textContent(), "SyntaxError");
    await page.getByRole("tab", { name: "Services" }).click();
    await write(page, '{"Shop::Orders": [{"id": 1}]}', "Services, in JSON");
    await page.getByRole("tab", { name: "Script" }).click();
    await write(page, "x = '🎉'; Shop::Orders.al(x)");
    assert.equal(await marked(page, "warning"), "al");
    await page.close();
  });

  it("ends an endless loop at the timeout, keeps its output and is usable after it", async () => {
    const page = await open();
    await page.getByLabel("Time").selectOption("0.5 s");
    await write(page, "puts 'begun'\nloop {}");
    await run(page);
    assert.match((await shown(page, "error"))!, /^guest ran for \d+\.\d+ s, timeout is 0\.5 s/);
    assert.equal(await shown(page, "stdout"), "begun\n");
    await write(page, "6 * 7");
    await run(page);
    assert.equal(await shown(page, "value"), "42");
    await page.close();
  });

  it("stops a script when it is told to", async () => {
    const page = await open();
    await page.getByLabel("Time").selectOption("10 s");
    await write(page, "puts 'begun'\nloop {}");
    await page.getByRole("button", { name: "Run" }).click();
    await page.getByText("begun", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Stop" }).click();
    await idle(page);
    assert.equal(await page.locator("#error-title").textContent(), "Stopped");
    await page.close();
  });

  it("ends what hoards memory, and cuts what floods the output", async () => {
    const page = await open();
    await write(page, "hoard = []\nloop { hoard << 'x' * 100_000 }");
    await run(page);
    assert.equal(await page.locator("#error-title").textContent(), "Ended at the memory limit");
    await write(page, "20_000.times { puts 'x' * 100 }\n:done");
    await run(page);
    assert.equal(await shown(page, "value"), ":done");
    const output = (await shown(page, "stdout"))!;
    assert.ok(output.length > 64 << 10 && output.length < 70_000 && output.endsWith("… (cut at its limit)"));
    await page.close();
  });

  it("answers scripts from tables, and says what is wrong with them", async () => {
    const page = await open();
    await page.getByRole("tab", { name: "Services" }).click();
    await write(page, '{"Shop::Orders": [{"id": 1, "cents": 5}, {"id": 2, "cents": 7}], "Shop::Vat": 19', "Services, in JSON");
    await page.getByText("Services are no JSON").waitFor();
    await page.keyboard.press("End");
    await page.keyboard.insertText("}");
    assert.match((await page.getByRole("tab", { name: "Services" }).textContent())!, /\(2\)/);
    await page.getByRole("tab", { name: "Script" }).click();
    await write(page, "[Shop::Orders.find(2), Shop::Orders.where(cents: 5).size, Shop::Orders.sum { |row| row[:cents] } * Shop::Vat]");
    await run(page);
    assert.equal(await shown(page, "value"), "[{id: 2, cents: 7}, 1, 228]");
    assert.match((await page.locator("#usage").textContent())!, /4 service calls$/);
    await page.close();
  });

  it("carries a script in a link, which does not run by itself", async () => {
    const context = await pages.browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
    const page = await context.newPage();
    await page.goto(pages.address);
    await page.locator("#run:enabled").waitFor();
    await idle(page);
    await write(page, "puts 'Grüße 🎉'\nRate * 2");
    await page.getByRole("tab", { name: "Services" }).click();
    await write(page, '{"Rate": 21}', "Services, in JSON");
    await page.getByLabel("Memory").selectOption("16 MiB");
    await page.getByRole("button", { name: "Copy link" }).click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(link, page.url());
    await context.close();

    const other = await open(link.slice(pages.address.length));
    assert.equal(await shown(other, "value"), null);
    assert.equal(await other.getByLabel("Memory").inputValue(), "16");
    await run(other);
    assert.deepEqual([await shown(other, "value"), await shown(other, "stdout")], ["42", "Grüße 🎉\n"]);
    await other.close();
  });

  it("takes no harm from a hostile link", async () => {
    const fields = { code: "1", services: "", timeout: 2, memory: 4 };
    const page = await open();
    const hint = async (fragment: string) => {
      await page.evaluate((hash) => { location.hash = hash; }, fragment);
      await page.locator("#hint").waitFor();
      const text = await page.locator("#hint").textContent();
      await write(page, "1 + 1");
      await run(page);
      assert.equal(await shown(page, "value"), "2", "usable after it");
      return text;
    };
    const shapes = [null, [], { ...fields, code: 1 }, { ...fields, services: undefined }];
    for (const fragment of ["#s1.", "#s1.%00!", "#s1.AAAA", ...shapes.map(packed)]) {
      assert.equal(await hint(fragment), "The link is damaged: it holds no script", fragment);
    }
    assert.equal(await hint(packed({ ...fields, code: "x".repeat(5 << 20) })), "The script has more than 256 KiB");
    assert.match((await hint(`#s1.${"A".repeat(32_000)}`))!, /^The link has 32003 characters, the limit is 32000/);

    const other = await open(packed({ code: "</script><img src=x onerror=alert(1)>", services: '{"__proto__": {"x": 1}}', timeout: 1e9, memory: -1 }));
    assert.equal(await other.getByLabel("Time").inputValue(), "2");
    assert.equal(await other.locator("img").count(), 0);
    await run(other);
    assert.match((await other.locator("#hint").textContent())!, /"__proto__" is no path of constants/);
    await page.close();
    await other.close();
  });

  it("is used by keyboard alone", async () => {
    const page = await open();
    await write(page, "[1, 2].sum");
    await page.keyboard.press("Control+Enter");
    await page.waitForFunction(() => document.querySelector("#value-text")!.textContent === "3");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement!.id), "run");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    assert.equal(await page.evaluate(() => document.activeElement!.id), "tab-script");
    await page.keyboard.press("ArrowRight");
    await page.getByRole("textbox", { name: "Services, in JSON" }).waitFor();
    await page.close();
  });

  it("fits a narrow screen, in the dark, too", async () => {
    const narrow = { viewport: { width: 360, height: 740 } };
    for (const options of [narrow, { ...narrow, colorScheme: "dark" }, { colorScheme: "dark" }] as const) {
      const page = await open("", options);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(wide, 0);
      const [text, background] = await page.evaluate(() => {
        const { color, backgroundColor } = getComputedStyle(document.body);
        return [color, backgroundColor];
      });
      assert.equal(brightness(text!) > brightness(background!), "colorScheme" in options);
      await page.close();
    }
  });

  it("runs no script but its own, and asks nobody else for anything", async () => {
    const { page } = await pages.open();
    const ran = await page.evaluate(async () => {
      const script = document.createElement("script");
      script.textContent = "window.intruder = true";
      document.head.append(script);
      const refused = await fetch("https://example.com/").then(() => false, () => true);
      return { intruder: "intruder" in window, refused };
    });
    assert.deepEqual(ran, { intruder: false, refused: true });
    assert.match((await (await page.context().request.get(`${pages.address}licences.txt`)).text()), /@codemirror\/view \d[^]*mruby/);
    await page.close();
    assert.ok(opened.length > 10);
    assert.deepEqual(opened.flat(), []);
  });
});

/** The text that is marked, once some is. */
async function marked(page: Page, severity: "error" | "warning"): Promise<string> {
  const marks = page.locator(`.cm-lintRange-${severity}`);
  await marks.first().waitFor();
  return (await marks.allTextContents()).join("");
}

function brightness(colour: string): number {
  return colour.match(/[\d.]+/g)!.slice(0, 3).reduce((sum, each) => sum + Number(each), 0);
}
