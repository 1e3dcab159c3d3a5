// Cuts pieces out of a log's bytes, to be parsed only when they are written.
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
    this.byte = bytes.length - Buffer.byteLength(text);
  }

  /** Returns the bytes of consecutive nodes of a list. */
  cut(first: JsonNode, last: JsonNode): Uint8Array {
    const from = this.byteOf(first.from);
    return this.bytes.subarray(from, this.byteOf(last.to));
  }

  private byteOf(at: number): number {
    this.byte += Buffer.byteLength(this.text.slice(this.at, at));
    this.at = at;
    return this.byte;
  }
}

/** Yields the items in pieces of a log, one after another. */
export function* parsed(pieces: readonly Uint8Array[]): Generator<object> {
  for (const piece of pieces) {
    const items: object[] = JSON.parse(`[${new TextDecoder().decode(piece)}]`);
    yield* items;
  }
}
