import type { JsonNode } from '../../source/parse/json-index.js';

/**
 * Cuts stretches of a text out of its bytes, from first to last. They cost nothing beside the bytes; the text, or what it
 * says as objects, is several times as large, and there are many logs.
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

  /** The bytes of nodes that follow one another in a list. */
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

/** What stretches of a log say, one after another. */
export function* parsed(pieces: readonly Uint8Array[]): Generator<object> {
  for (const piece of pieces) {
    const items: object[] = JSON.parse(`[${new TextDecoder().decode(piece)}]`);
    yield* items;
  }
}
