// The error for logs that can't be merged.
import type { Localized } from '../../i18n/locale.js';

/**
 * Error for logs that can't be merged: `usage` if they don't belong together, `unreadable` if one can't be relied on.
 */
export class MergeRefusal extends Error {
  override readonly name = 'MergeRefusal';
  readonly kind: 'usage' | 'unreadable';
  /** One sentence for each thing that is wrong. */
  readonly texts: readonly Localized[];

  constructor(kind: MergeRefusal['kind'], texts: readonly Localized[]) {
    super(texts.map(({ en }) => en).join('\n'));
    this.kind = kind;
    this.texts = texts;
  }
}
