// The comparison as workflow commands for GitHub.
import type { Locale } from '../../../i18n/locale.js';
import { inLocale, say } from '../../../i18n/locale.js';
import { plainText } from '../../../render/escape.js';
import { data, property, renderGithub } from '../../../report/github/github.js';
import { worsened } from './input.js';
import { headlineOf, notesOf } from './text.js';
import { type DiffInput, pairState } from './types.js';
import { DIFF_TEXTS } from './words.js';

/**
 * Returns workflow commands: a notice on each changed plan, then an annotation for each finding that is new or worse,
 * in the same form as lint's.
 */
export function renderDiffGithub(input: DiffInput, { locale }: { readonly locale: Locale }): string {
  const heads = input.pairs.flatMap((pair) => {
    if (pairState(pair) === 'unchanged') return [];
    const notes = pair.compared === undefined ? [] : notesOf(pair.compared, locale);
    const text = [headlineOf(pair, locale), ...notes].join(say(locale, '', ' '));
    const kind = pair.compared === undefined ? 'error' : 'notice';
    const title = property(inLocale(DIFF_TEXTS.title, locale));
    return [`::${kind} file=${property(plainText(pair.path))},title=${title}::${data(text)}\n`];
  });
  return `${heads.join('')}${renderGithub(worsened(input), { locale })}`;
}
