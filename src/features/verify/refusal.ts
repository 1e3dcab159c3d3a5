import type { Localized } from '../../i18n/locale.js';

/** What was given isn't a report that could be held against anything. */
export class ReportRefusal extends Error {
  override readonly name = 'ReportRefusal';
  /** Each thing that is wrong, as a sentence of its own. */
  readonly texts: readonly Localized[];

  constructor(texts: readonly Localized[]) {
    super(texts.map(({ en }) => en).join('\n'));
    this.texts = texts;
  }
}
