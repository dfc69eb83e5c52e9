// Takes the picture of the README.

import { fileURLToPath } from "node:url";

import { idle, site } from "./browser.ts";

const pages = await site();
const { page } = await pages.open("", { viewport: { width: 1120, height: 560 } });
await page.getByLabel("Example").selectOption("Services: orders of a shop");
await idle(page);
await page.screenshot({ path: fileURLToPath(new URL("../../docs/playground.png", import.meta.url)) });
await pages.close();
