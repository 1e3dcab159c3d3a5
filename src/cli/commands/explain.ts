import { Chalk } from 'chalk';
import { clausePage, moreOn } from '../../features/explain/clause-page.js';
import { rulePage } from '../../features/explain/rule-page.js';
import { type PackFlags, requestedPack } from '../../host/config/packs.js';
import { type ExitCode, type Io, wantsColour } from '../../host/io.js';
import { UsageError } from '../../host/usage.js';
import { inLocale, type Locale } from '../../i18n/locale.js';
import { compose, partsOf } from '../../law/compose.js';
import { allPacks } from '../../law/load.js';
import { clausesNamed } from '../../law/named.js';
import type { Clause, Pack } from '../../law/types.js';
import { plainMarkdown } from '../../report/terminal/markdown.js';
import { rules } from '../../rules/index.js';
import { applicablePack } from '../../rules/rule.js';
import { nearest } from '../../source/suggest.js';

/** Longer lines are hard to read, on however wide a terminal. */
const WIDEST = 100;

/** Prints a rule's page, or a clause's text with what is judged by it. */
export function explain(subject: string, flags: PackFlags, io: Io, locale: Locale): ExitCode {
  const asked = requestedPack(flags, io);
  const packs = asked === undefined ? allPacks() : withOthers(partsOf(asked));
  const chalk = new Chalk({ level: wantsColour(undefined, io) ? 1 : 0 });
  const emphasis = { strong: (text: string) => chalk.bold(text) };
  io.out(plainMarkdown(pageOf(subject, packs, locale), Math.min(WIDEST, io.columns), emphasis));
  return 0;
}

/** Those that were asked for, then all that come with sitecam. */
function withOthers(asked: readonly Pack[]): readonly [Pack, ...Pack[]] {
  const [first, ...others] = [
    ...asked.map(({ beside: _, ...pack }) => pack),
    ...allPacks().filter(({ id }) => asked.every((pack) => pack.id !== id)),
  ];
  return first === undefined ? allPacks() : [first, ...others];
}

function pageOf(subject: string, packs: readonly [Pack, ...Pack[]], locale: Locale): string {
  const rule = rules.find(({ id }) => id === subject);
  if (rule !== undefined) return rulePage(rule, applicablePack(rule, packs), locale);
  const clauses = meantBy(subject, packs);
  if (clauses.length === 0) throw unknown(subject, compose(packs));
  const alone = clauses.length === 1;
  const pages = clauses.map((clause) => clausePage(clause, rules, packFor(clause, packs), locale, alone));
  const judged = [...new Set(clauses.map((clause) => packFor(clause, packs)))];
  return [
    ...pages,
    ...(alone ? [] : hint(clauses, judged[0] ?? packs[0], locale)),
    ...judged.map(({ notice }) => inLocale(notice, locale)),
  ].join('\n\n');
}

/** The default pack's clauses of that name, those of laws it refers to among them; else those of any other pack. */
function meantBy(subject: string, packs: readonly [Pack, ...Pack[]]): Clause[] {
  const found = clausesNamed(subject, packs[0]);
  return found.length > 0 ? found : clausesNamed(subject, compose(packs));
}

/** The pack of the law that the clause is of; of a law that is only referred to the first that does. */
function packFor({ id, instrument }: Clause, packs: readonly [Pack, ...Pack[]]): Pack {
  const own = packs.find(({ instruments: [law] }) => law?.id === instrument);
  return own ?? packs.find(({ clauses }) => clauses.some((clause) => clause.id === id)) ?? packs[0];
}

function hint(clauses: readonly Clause[], pack: Pack, locale: Locale): string[] {
  const one = moreOn(clauses, pack);
  if (one === undefined) return [];
  const short = one.slice(one.indexOf('/') + 1);
  return [
    locale === 'en'
      ? `For an example name one of them: sitecam explain "${short}"`
      : `查看某一项的示例，请单独指明：sitecam explain "${short}"`,
  ];
}

function unknown(subject: string, pack: Pack): UsageError {
  const near = nearestSubject(subject, pack);
  return new UsageError({
    zh: `没有名为“${subject}”的规则或条文。${near === undefined ? '运行 sitecam rules 可列出全部规则。' : `是否指“${near}”？`}`,
    en: `no rule or article '${subject}'. ${near === undefined ? 'Run sitecam rules for the list.' : `Did you mean '${near}'?`}`,
  });
}

/** By the whole id, or by what stands behind its group or its law: `declared`, `9.2(33)`. */
function nearestSubject(subject: string, pack: Pack): string | undefined {
  const ids = [...rules.map(({ id }) => id), ...pack.clauses.map(({ id }) => id)];
  const tailOf = (id: string) => id.slice(id.indexOf('/') + 1);
  const tail = ids.map(tailOf).find((candidate) => candidate === subject) ?? nearest(subject, ids.map(tailOf));
  const clause = (id: string) => (pack.instruments.some(({ id: law }) => id.startsWith(`${law}/`)) ? tailOf(id) : id);
  return nearest(subject, ids) ?? ids.filter((id) => tailOf(id) === tail).map(clause)[0];
}
