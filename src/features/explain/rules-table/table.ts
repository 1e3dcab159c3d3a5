// The table of rules on a terminal.

import { inLocale, type Locale, type Localized } from '../../../i18n/locale.js';
import { cite, paragraphOf } from '../../../law/lookup.js';
import type { ClauseId, Pack } from '../../../law/types.js';
import { columnLines } from '../../../render/columns.js';
import { clausesUnder, type Rule, type RuleLevel } from '../../../rules/rule.js';

/** Names of the rules' levels of severity. */
export const LEVEL_NAMES: Readonly<Record<RuleLevel, Localized>> = {
  error: { zh: '须改正', en: 'error' },
  warning: { zh: '提示', en: 'warning' },
};

/** Returns every rule on a line: id, level of severity, title, clauses. */
export function rulesTable(rules: readonly Rule[], pack: Pack, locale: Locale): string {
  const head = locale === 'en' ? ['rule', 'level', 'title', 'clauses'] : ['规则', '级别', '名称', '条文'];
  const rows = rules.map((rule) => [
    rule.id,
    inLocale(LEVEL_NAMES[rule.level], locale),
    inLocale(rule.title, locale),
    provisions(pack, clausesUnder(rule, pack))
      .map((id) => inLocale(cite(pack, id), locale))
      .join(locale === 'en' ? ', ' : '、'),
  ]);
  return `${columnLines({ head, rows }).join('\n')}\n`;
}

/** Returns the clauses without their items, each once: twelve items of one article are one provision. */
export function provisions(pack: Pack, clauses: readonly ClauseId[]): ClauseId[] {
  return [...new Set(clauses.map((id) => paragraphOf(pack, id)))];
}
