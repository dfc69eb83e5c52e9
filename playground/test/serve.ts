// Serves a folder on the loopback interface, as a host of static pages would.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES: { [extension: string]: string } = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
  ".txt": "text/plain",
};

/** @returns the address of the folder, below a path of its own, and what ends the server */
export async function serve(folder: string): Promise<{ address: string; close: () => void }> {
  const base = "/below/a/path";
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname));
    try {
      if (!path.startsWith(`${base}/`)) throw new Error("not below the page's path");
      const file = path.endsWith("/") ? "index.html" : path.slice(base.length);
      const body = await readFile(join(folder, file));
      response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as { port: number };
  return { address: `http://127.0.0.1:${port}${base}/`, close: () => server.close().closeAllConnections() };
}
