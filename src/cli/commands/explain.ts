import { inLocale, type Locale } from '../../i18n/locale.js';
import { loadPack, packIds } from '../../law/load.js';
import { cite, instrumentOf, penaltiesFor, printedText } from '../../law/lookup.js';
import { clausesNamed } from '../../law/named.js';
import type { Clause, Pack } from '../../law/types.js';
import { rules } from '../../rules/index.js';
import type { Rule } from '../../rules/rule.js';
import { nearest } from '../../source/suggest.js';
import type { ExitCode, Io } from '../io.js';
import { UsageError } from '../usage.js';

/** Prints a rule's page, or a clause's text with its rendering and penalties. */
export function explain(subject: string, io: Io, locale: Locale): ExitCode {
  const pack = loadPack(packIds[0]);
  const rule = rules.find(({ id }) => id === subject);
  if (rule !== undefined) {
    io.out(rulePage(rule, pack, locale));
    return 0;
  }
  const clauses = clausesNamed(subject, pack);
  if (clauses.length === 0) throw unknown(subject, pack);
  io.out(`${clauses.map((clause) => clausePage(clause, pack, locale)).join('\n')}\n${inLocale(pack.notice, locale)}\n`);
  return 0;
}

function rulePage(rule: Rule, pack: Pack, locale: Locale): string {
  const level = { error: { zh: '须改正', en: 'error' }, warning: { zh: '提示', en: 'warning' } }[rule.level];
  const cited = pack.clauses.filter(({ id }) => rule.clauses.includes(id));
  const clauses = cited.map(({ id }) => inLocale(cite(pack, id), locale)).join(locale === 'en' ? ', ' : '、');
  const head = `${rule.id}（${inLocale(level, locale)}）${inLocale(rule.title, locale)}`;
  const enHead = `${rule.id} (${inLocale(level, locale)}): ${inLocale(rule.title, locale)}`;
  return `${locale === 'en' ? enHead : head}\n${clauses}\n\n${locale === 'en' ? rule.docs.en : rule.docs.zh}\n`;
}

function clausePage(clause: Clause, pack: Pack, locale: Locale): string {
  const instrument = instrumentOf(pack, clause.id);
  const lines = [
    `${inLocale(instrument.name, locale)} ${inLocale(clause.citation, locale)}`,
    ...led(clause.lead?.zh, printedText(clause)),
    ...(locale === 'en' ? led(clause.lead?.en, clause.text.en) : []),
    ...(clause.corrected === undefined ? [] : [`  ${inLocale(clause.corrected.note, locale)}`]),
    ...penaltiesFor(pack, [clause.id]).map(({ clause: by, summary }) => {
      const citation = cite(pack, by);
      return locale === 'en' ? `  Penalty (${citation.en}): ${summary.en}` : `  罚则（${citation.zh}）：${summary.zh}`;
    }),
  ];
  return `${lines.join('\n')}\n`;
}

/** An item says nothing without what stands before the items of its paragraph. */
function led(lead: string | undefined, words: string): string[] {
  return lead === undefined ? [`  ${words}`] : [`  ${lead}`, `    ${words}`];
}

function unknown(subject: string, pack: Pack): UsageError {
  const near = nearest(subject, [...rules.map(({ id }) => id), ...pack.clauses.map(({ id }) => id)]);
  return new UsageError({
    zh: `没有名为“${subject}”的规则或条文。${near === undefined ? '运行 sitecam rules 可列出全部规则。' : `是否指“${near}”？`}`,
    en: `no rule or article '${subject}'. ${near === undefined ? 'Run sitecam rules for the list.' : `Did you mean '${near}'?`}`,
  });
}
