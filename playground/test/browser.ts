// The built page in Debian's Chromium.

import { fileURLToPath } from "node:url";

import { type Browser, chromium, type Page } from "playwright-core";

import { serve } from "./serve.ts";

const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

export interface Site {
  address: string;
  browser: Browser;
  /** @returns a page, and what went wrong in it: errors, refusals of its policy, requests to elsewhere */
  open(fragment?: string, options?: Parameters<Browser["newPage"]>[0]): Promise<{ page: Page; wrong: string[] }>;
  close(): Promise<void>;
}

export async function site(): Promise<Site> {
  const { address, close } = await serve(fileURLToPath(new URL("../dist", import.meta.url)));
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
  return {
    address,
    browser,
    async open(fragment = "", options = {}) {
      const page = await browser.newPage({ viewport: { width: 1200, height: 720 }, ...options });
      page.setDefaultTimeout(300_000);
      const wrong: string[] = [];
      page.on("pageerror", (error) => wrong.push(String(error)));
      page.on("console", (message) => ["error", "warning"].includes(message.type()) && wrong.push(message.text()));
      page.on("request", (request) => {
        const url = request.url();
        if (!url.startsWith("data:") && !url.startsWith(address)) wrong.push(url);
      });
      await page.goto(address + fragment);
      await page.locator("#run:enabled").waitFor();
      await idle(page);
      return { page, wrong };
    },
    async close() {
      await browser.close();
      close();
    },
  };
}

/** Waits until nothing runs. */
export async function idle(page: Page): Promise<void> {
  await page.locator('#result:not([aria-busy="true"])').waitFor();
  await page.waitForFunction(() => {
    const hint = document.querySelector("#hint:not([hidden])")?.textContent ?? "";
    return !/^(?:Running|Loading)/.test(document.querySelector("#usage")!.textContent + hint);
  });
}

/** Puts `code` into the editor of this name. */
export async function write(page: Page, code: string, label = "Script, in Ruby"): Promise<void> {
  const box = page.getByRole("textbox", { name: label });
  await box.click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(code);
}

export async function run(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Run" }).click();
  await idle(page);
}

/** What a part of the result shows; null where it is not there. */
export async function shown(page: Page, part: "value" | "stdout" | "stderr" | "error"): Promise<string | null> {
  if (await page.locator(`#${part}`).isHidden()) return null;
  return page.locator(part === "error" ? "#error-message" : `#${part}-text`).textContent();
}
