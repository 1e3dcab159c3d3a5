// Hyperlinks on the terminal (OSC 8) and the addresses of rule pages.

import { pathToFileURL } from 'node:url';
import type { Locale } from '../i18n/locale.js';
import type { Io } from './io.js';
import { manifest, packagePath } from './package.js';

/** Terminals by the name they give themselves, each with the first version that supports links (OSC 8). */
const PROGRAMS: Readonly<Record<string, readonly [number, number]>> = {
  'iTerm.app': [3, 1],
  WezTerm: [20200620, 0],
  vscode: [1, 72],
  ghostty: [0, 0],
  Hyper: [3, 0],
  rio: [0, 0],
};

/** First usable version of VTE (terminals of GNOME): it has links since 0.50, and crashed on them until 0.50.1. */
const VTE_WITH_LINKS = 5001;

/**
 * True if the terminal on standard output is known to show links. False for a file or a pipe, where a reader would see
 * their bytes, and under tmux or screen, which may drop them. On a terminal, `FORCE_HYPERLINK` overrides the guess.
 */
export function wantsLinks(io: Io): boolean {
  const { env } = io;
  if (!io.isTerminal || env.TERM === 'dumb') return false;
  if (env.FORCE_HYPERLINK !== undefined) return env.FORCE_HYPERLINK !== '0' && env.FORCE_HYPERLINK !== '';
  if (env.CI !== undefined || env.TMUX !== undefined || /^(screen|tmux)/.test(env.TERM ?? '')) return false;
  if (env.WT_SESSION !== undefined || env.KONSOLE_VERSION !== undefined || env.DOMTERM !== undefined) return true;
  if (/^(xterm-kitty|xterm-ghostty|alacritty|foot|wezterm)/.test(env.TERM ?? '')) return true;
  if (Number(env.VTE_VERSION ?? 0) >= VTE_WITH_LINKS) return true;
  const least = Object.hasOwn(PROGRAMS, env.TERM_PROGRAM ?? '') ? PROGRAMS[env.TERM_PROGRAM ?? ''] : undefined;
  if (least === undefined) return false;
  const [major = 0, minor = 0] = (env.TERM_PROGRAM_VERSION ?? '').split(/[.-]/).map(Number);
  return major > least[0] || (major === least[0] && minor >= least[1]);
}

/** Returns the file URL of a rule's page in the installed package, which is there offline and matches this version. */
export function rulePageUrl(rule: string, locale: Locale): string {
  return pathToFileURL(packagePath(`docs/${locale}/rules/${rule}.md`)).href;
}

/** Hosts of repositories, with the way from a repository's address to its files of a version. */
const FILES: Readonly<Record<string, string>> = { 'github.com': 'blob', 'gitlab.com': '-/blob', 'gitee.com': 'blob' };

/**
 * Returns the web address of the documentation of this version, without a slash at its end, made from the package's
 * `homepage`: for a repository on GitHub, GitLab or Gitee its files of that version. Undefined if `homepage` is no https
 * address or still has the placeholder `OWNER`.
 */
export function docsUrl({ homepage = '', version } = manifest()): string | undefined {
  if (!/^https:\/\/[^/\s]+/.test(homepage) || /\bOWNER\b/.test(homepage)) return undefined;
  const { origin, hostname, pathname } = new URL(homepage);
  const path = pathname.replace(/\/+$/, '');
  const files = Object.hasOwn(FILES, hostname) ? `/${FILES[hostname]}/v${version}` : '';
  return `${origin}${path}${files}`;
}
