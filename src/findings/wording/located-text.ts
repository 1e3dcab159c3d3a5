// Texts about a place in a report that is read back.
import { type Localized, verbatim } from '../../i18n/locale.js';

/** Returns `text` prefixed with `what` it is about: the name of a log, perhaps with line and column. */
export function locatedText(what: string, { zh, en }: Localized): Localized {
  const { zh: where } = verbatim(what);
  return { zh: `${where}：${zh}`, en: `${where}: ${en}` };
}
