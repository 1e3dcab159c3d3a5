// The comparison as a Code Quality report for GitLab.
import type { Locale } from '../../../i18n/locale.js';
import { renderGitlab } from '../../../report/gitlab/gitlab.js';
import { worsened } from './input.js';
import type { DiffInput } from './types.js';

/**
 * Returns GitLab's Code Quality report of findings that are new or worse, with the fingerprints that lint gives them.
 */
export function renderDiffGitlab(input: DiffInput, { locale }: { readonly locale: Locale }): string {
  return renderGitlab(worsened(input), { locale });
}
