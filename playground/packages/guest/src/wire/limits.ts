// Limits of every message, on both sides, and the codes of extensions, as docs/wire.md has them.

export const MAX_MESSAGE_BYTES = 16 << 20;
export const MAX_DEPTH = 128;
export const MAX_INTEGER_BYTES = 1 << 20;
export const MAX_RATIONAL_BYTES = 4 << 10;
export const MAX_DECIMAL_DIGITS = 1 << 20;
export const MAX_ID = 0x7fff_ffff;

export const EXT = {
  symbol: 0, handle: 1, fault: 2, integer: 3, time: 4, date: 5, dateTime: 6, decimal: 7, rational: 8, complex: 9,
  range: 10, set: 11, record: 12, askedHandle: 13, guestValue: 16,
} as const;

export type WireErrorKind = "Truncated" | "InvalidType" | "InvalidEncoding" | "TooDeep" | "TooLarge" | "Trailing";

/** A message that breaks the format, or a value that no message can hold. */
export class WireError extends Error {
  readonly kind: WireErrorKind;

  constructor(kind: WireErrorKind, message: string) {
    super(message);
    this.name = "WireError";
    this.kind = kind;
  }
}
