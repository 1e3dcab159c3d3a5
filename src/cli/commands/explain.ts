import { Chalk } from 'chalk';
import { nearestSubject, packsFor, subjectPage } from '../../features/explain/page.js';
import { type PackFlags, requestedPack } from '../../host/config/packs.js';
import { type ExitCode, type Io, wantsColour } from '../../host/io.js';
import { UsageError } from '../../host/usage.js';
import type { Locale } from '../../i18n/locale.js';
import { plainMarkdown } from '../../report/terminal/markdown.js';

/** Longer lines are hard to read, on however wide a terminal. */
const WIDEST = 100;

/** Prints a rule's page, or a clause's text with what is judged by it. */
export function explain(subject: string, flags: PackFlags, io: Io, locale: Locale): ExitCode {
  const packs = packsFor(requestedPack(flags, io));
  const page = subjectPage(subject, packs, locale);
  if (page === undefined) throw unknown(subject, nearestSubject(subject, packs));
  const chalk = new Chalk({ level: wantsColour(undefined, io) ? 1 : 0 });
  io.out(plainMarkdown(page, Math.min(WIDEST, io.columns), { strong: (text) => chalk.bold(text) }));
  return 0;
}

function unknown(subject: string, near: string | undefined): UsageError {
  return new UsageError({
    zh: `没有名为“${subject}”的规则或条文。${near === undefined ? '运行 sitecam rules 可列出全部规则。' : `是否指“${near}”？`}`,
    en: `no rule or article '${subject}'. ${near === undefined ? 'Run sitecam rules for the list.' : `Did you mean '${near}'?`}`,
  });
}
