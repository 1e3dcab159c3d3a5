// Cuts pieces out of a log's bytes, to be parsed only when they are written.

// Stretches of a log, kept as bytes.
import type { JsonNode } from '../../source/parse/json-index.js';

/**
 * Cuts stretches of a text out of its bytes, from first to last. They take no memory beside the bytes, while the text
 * or its objects take several times as much, and there are many logs.
 */
export class Cutter {
  private at = 0;
  private byte: number;

  constructor(
    private readonly text: string,
    private readonly bytes: Uint8Array,
  ) {
    // A byte order mark isn't in the text.
    this.byte = bytes.length - utf8Length(text);
  }

  /** Returns the bytes of consecutive nodes of a list. */
  cut(first: JsonNode, last: JsonNode): Uint8Array {
    const from = this.byteOf(first.from);
    return this.bytes.subarray(from, this.byteOf(last.to));
  }

  private byteOf(at: number): number {
    this.byte += utf8Length(this.text.slice(this.at, at));
    this.at = at;
    return this.byte;
  }
}

/** Returns the number of bytes of `text` in UTF-8; half a pair of surrogates counts as U+FFFD, which is written for it. */
function utf8Length(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at += 1) {
    const point = text.codePointAt(at) ?? 0;
    if (point < 0x80) bytes += 1;
    else if (point < 0x800) bytes += 2;
    else if (point < 0x10000) bytes += 3;
    else {
      bytes += 4;
      at += 1;
    }
  }
  return bytes;
}

/** Yields the items in pieces of a log, one after another. */
export function* parsed(pieces: readonly Uint8Array[]): Generator<object> {
  for (const piece of pieces) {
    const items: object[] = JSON.parse(`[${new TextDecoder().decode(piece)}]`);
    yield* items;
  }
}
