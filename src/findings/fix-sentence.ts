// Sentences on proved fixes.
import { joined } from '../i18n/catalogue.js';
import { type Localized, verbatim } from '../i18n/locale.js';
import type { Message } from '../i18n/message.js';
import type { Fix, Report } from '../lint/types.js';
import { t } from './texts.js';

/** Returns what the fixes of a finding would do, as one sentence; undefined if there are none. */
export function fixSentence(fixes: readonly Fix[], textOf: (message: Message) => Localized): Localized | undefined {
  if (fixes.length === 0) return undefined;
  const ways = fixes.map(({ message }) => textOf(message));
  return t.fix({ proof: t.fixProof, ways: joined(ways, t.fixWay) });
}

/**
 * Returns the sentence on how many findings fixes were looked for, proved and skipped; undefined if nobody asked for
 * fixes.
 */
export function fixesSentence({ fixes }: Report): Localized | undefined {
  if (fixes === undefined) return undefined;
  const { of, tried, untried } = fixes;
  const rest = untried === 0 ? verbatim('') : t.fixesUntried({ n: untried });
  return t.fixes({ tried, proved: of.size, rest });
}
