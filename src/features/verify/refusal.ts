// The error for a file that is no report to verify.
import type { Localized } from '../../i18n/locale.js';

/** Error for a file that isn't a report which could be verified. */
export class ReportRefusal extends Error {
  override readonly name = 'ReportRefusal';
  /** One sentence for each thing that is wrong. */
  readonly texts: readonly Localized[];

  constructor(texts: readonly Localized[]) {
    super(texts.map(({ en }) => en).join('\n'));
    this.texts = texts;
  }
}
