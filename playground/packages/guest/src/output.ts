// What a guest writes to one stream.

/** The first `limit` bytes, and who is told of them. */
export class Output {
  truncated = false;
  readonly #limit: number;
  readonly #listener: (bytes: Uint8Array<ArrayBuffer>) => void;
  #bytes = new Uint8Array(256);
  #size = 0;

  constructor(limit: number, listener: (bytes: Uint8Array<ArrayBuffer>) => void = () => undefined) {
    this.#limit = limit;
    this.#listener = listener;
  }

  /** Keeps what fits. */
  write(bytes: Uint8Array): void {
    const kept = bytes.subarray(0, this.#limit - this.#size);
    if (kept.length < bytes.length) this.truncated = true;
    if (kept.length === 0) return;
    const size = this.#size + kept.length;
    if (size > this.#bytes.length) {
      const grown = new Uint8Array(Math.min(Math.max(size, 2 * this.#bytes.length), this.#limit));
      grown.set(this.#bytes.subarray(0, this.#size));
      this.#bytes = grown;
    }
    this.#bytes.set(kept, this.#size);
    this.#size = size;
    this.#listener(Uint8Array.from(kept));
  }

  /** All of it; bytes that are no UTF-8 become U+FFFD. */
  get text(): string { return textOf([this.#bytes.subarray(0, this.#size)]); }
}

export function textOf(pieces: readonly Uint8Array[]): string {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  return pieces.map((piece) => decoder.decode(piece, { stream: true })).join("") + decoder.decode();
}
