// The table of rules as Markdown.

import { inLocale, type Locale } from '../../../i18n/locale.js';
import { judgedInstruments } from '../../../law/compose.js';
import { cite } from '../../../law/lookup.js';
import type { Pack } from '../../../law/types.js';
import { clausesUnder, type Rule } from '../../../rules/rule.js';
import { LEVEL_NAMES } from './table.js';

/**
 * Returns the table of rules in Markdown, without a line break at its end: id, level of severity, main provision,
 * title.
 *
 * @param page gives the URL that a rule's id links to; without it nothing is linked
 */
export function rulesMarkdown(
  rules: readonly Rule[],
  pack: Pack,
  locale: Locale,
  page?: (rule: Rule) => string,
): string {
  const laws = [...judgedInstruments(pack)].map((id) => `${id}/`);
  const rows = rules.map((rule) => {
    const main = laws.flatMap((own) => clausesUnder(rule, pack).find((clause) => clause.startsWith(own)) ?? [])[0];
    const provision = main === undefined ? '' : inLocale(cite(pack, main.replace(/\(.*$/, '')), locale);
    const id = page === undefined ? `\`${rule.id}\`` : `[\`${rule.id}\`](${page(rule)})`;
    return `| ${id} | ${inLocale(LEVEL_NAMES[rule.level], locale)} | ${provision} | ${inLocale(rule.title, locale)} |`;
  });
  const head = locale === 'en' ? '| rule | level | clause | title |' : '| 规则 | 级别 | 条文 | 名称 |';
  return [head, '| --- | --- | --- | --- |', ...rows].join('\n');
}
