import type { Localized } from '../../i18n/locale.js';

/** Why logs can't be put together: `usage` where they don't belong together, `unreadable` where one can't be relied on. */
export class MergeRefusal extends Error {
  override readonly name = 'MergeRefusal';
  readonly kind: 'usage' | 'unreadable';
  /** Each thing that is wrong, as a sentence of its own. */
  readonly texts: readonly Localized[];

  constructor(kind: MergeRefusal['kind'], texts: readonly Localized[]) {
    super(texts.map(({ en }) => en).join('\n'));
    this.kind = kind;
    this.texts = texts;
  }
}
