// Progress of a long run on the terminal.

import type { Locale } from '../../i18n/locale.js';
import { cutTo, displayWidth, padEnd } from '../../i18n/width.js';
import { plainText } from '../../render/escape.js';
import type { Io } from '../io.js';

/** Shows on the terminal how far a long run has got. */
export interface Progress {
  /** Shows that `done` of `all` plans are linted and the one at `path` is being linted. */
  readonly show: (done: number, all: number, path: string) => void;
  /** Wipes the line. */
  readonly clear: () => void;
}

/** ms before progress is first shown: a shorter run needs none. */
const PATIENCE = 500;
/** ms between two updates. */
const EVERY = 100;
/** Columns of the bar itself. */
const BAR = 20;

/**
 * Returns a progress line on standard error, which is redrawn in place and wiped at the end. It shows nothing if
 * standard error is no terminal, in CI, or if `quiet` is true.
 */
export function progressOn(io: Io, locale: Locale, quiet: boolean): Progress {
  const silent = quiet || !io.errIsTerminal || io.env.TERM === 'dumb' || (io.env.CI ?? '') !== '';
  if (silent) return { show: () => {}, clear: () => {} };
  const start = io.now();
  let last = start;
  let drawn = false;
  return {
    show(done, all, path) {
      const now = io.now();
      if (all < 2 || now - start < PATIENCE || now - last < EVERY) return;
      last = now;
      drawn = true;
      io.err(`\r${lineOf(done, all, path, locale, io.errColumns - 1)}\u001b[K`);
    },
    clear() {
      if (drawn) io.err('\r\u001b[K');
      drawn = false;
    },
  };
}

function lineOf(done: number, all: number, path: string, locale: Locale, width: number): string {
  const full = Math.floor((BAR * done) / all);
  const count = padEnd(`${done}/${all}`, 2 * String(all).length + 1);
  const head = `${locale === 'en' ? 'linting' : '审查'} ${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${count}  `;
  const room = width - displayWidth(head);
  return room < 1 ? cutTo(head.trimEnd(), Math.max(1, width)) : head + cutTo(plainText(path), room);
}
