import type { Locale } from '../../../i18n/locale.js';
import { renderGitlab } from '../../../report/gitlab/gitlab.js';
import { worsened } from './input.js';
import type { DiffInput } from './types.js';

/** GitLab's Code Quality report of what is new or worse, with the fingerprints that lint gives the same findings. */
export function renderDiffGitlab(input: DiffInput, { locale }: { readonly locale: Locale }): string {
  return renderGitlab(worsened(input), { locale });
}
