// The comparison for code hosting services: GitHub's workflow commands and GitLab's Code Quality report.
import { joined } from '../../../i18n/catalogue.js';
import { type Locale, render, SENTENCE_GAP } from '../../../i18n/locale.js';
import { plainText } from '../../../render/escape.js';
import { data, property, renderGithub } from '../../../report/github/github.js';
import { renderGitlab } from '../../../report/gitlab/gitlab.js';
import { type DiffInput, pairState, worsened } from '../input.js';
import { headlineOf, notesOf } from '../sentences.js';
import { t } from '../texts.js';

/**
 * Returns workflow commands of GitHub Actions: a notice on each plan that changed, was added or removed (an error on
 * one that can't be read), then an annotation for each finding that is new or worse, in the same form as lint's.
 */
export function renderDiffGithub(input: DiffInput, { locale }: { readonly locale: Locale }): string {
  const heads = input.pairs.flatMap((pair) => {
    if (pairState(pair) === 'unchanged') return [];
    const text = joined([headlineOf(pair), ...notesOf(pair)], SENTENCE_GAP);
    const kind = pair.compared === undefined ? 'error' : 'notice';
    const title = property(render(t.title, locale));
    return [`::${kind} file=${property(plainText(pair.path))},title=${title}::${data(render(text, locale))}\n`];
  });
  return `${heads.join('')}${renderGithub(worsened(input), { locale })}`;
}

/**
 * Returns GitLab's Code Quality report of findings that are new or worse, with the fingerprints that lint gives them.
 */
export function renderDiffGitlab(input: DiffInput, { locale }: { readonly locale: Locale }): string {
  return renderGitlab(worsened(input), { locale });
}
