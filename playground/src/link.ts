// A script in the fragment of a link, which no server sees: JSON, deflated, in the letters of base64url.

export interface Shared { code: string; services: string; timeout: number; memory: number }

const MARK = "s1.";
/** Characters of a fragment. */
export const MAX_FRAGMENT = 32_000;
/** Bytes that one may inflate to. */
export const MAX_BYTES = 256 << 10;

/** @throws Error for what is too long for a link */
export async function toFragment(shared: Shared): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(shared));
  const deflated = await read(new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw")), MAX_BYTES);
  const letters = btoa(Array.from(deflated, (byte) => String.fromCharCode(byte)).join(""));
  const fragment = MARK + letters.replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  if (fragment.length > MAX_FRAGMENT || bytes.length > MAX_BYTES) {
    throw new Error(`The script makes a link of ${fragment.length} characters, the limit is ${MAX_FRAGMENT}`);
  }
  return fragment;
}

/**
 * What a fragment carries; undefined for one that is none of ours.
 * @throws Error for one that is damaged or too long
 */
export async function fromFragment(fragment: string): Promise<Shared | undefined> {
  if (!fragment.startsWith(MARK)) return undefined;
  if (fragment.length > MAX_FRAGMENT) {
    throw new Error(`The link has ${fragment.length} characters, the limit is ${MAX_FRAGMENT}`);
  }
  try {
    const letters = fragment.slice(MARK.length).replace(/-/g, "+").replace(/_/g, "/");
    const bytes = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await read(stream, MAX_BYTES));
    return checked(JSON.parse(text));
  } catch (error) {
    if (error instanceof TooLong) throw error;
    throw new Error("The link is damaged: it holds no script", { cause: error });
  }
}

class TooLong extends Error {}

/** All of a stream, or an error once it is longer than `limit`. */
async function read(stream: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (const reader = stream.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
    size += value.length;
    if (size > limit) {
      void reader.cancel().catch(() => undefined);
      throw new TooLong(`The script has more than ${limit >> 10} KiB`);
    }
    parts.push(Uint8Array.from(value));
  }
}

function checked(value: unknown): Shared {
  const { code, services, timeout, memory } = value as { [key: string]: unknown };
  const texts = typeof code === "string" && typeof services === "string";
  if (texts && typeof timeout === "number" && typeof memory === "number") return { code, services, timeout, memory };
  throw new Error("not the fields of a script");
}
