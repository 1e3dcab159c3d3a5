import { judgedInstruments } from '../../law/compose.js';
import { cite } from '../../law/lookup.js';
import type { Pack } from '../../law/types.js';
import { clausesUnder, type Rule } from '../../rules/rule.js';
import { LEVEL_NAMES } from './table.js';

/** The table of rules in both languages, as the README has it: no line break at its end. */
export function rulesMarkdown(rules: readonly Rule[], pack: Pack): string {
  const laws = [...judgedInstruments(pack)].map((id) => `${id}/`);
  const rows = rules.map((rule) => {
    const { id, level, title } = rule;
    const main = laws.flatMap((own) => clausesUnder(rule, pack).find((clause) => clause.startsWith(own)) ?? [])[0];
    const provision = main === undefined ? '' : cite(pack, main.replace(/\(.*$/, '')).zh;
    const { zh, en } = LEVEL_NAMES[level];
    return `| \`${id}\` | ${zh} ${en} | ${provision} | ${title.zh} | ${title.en} |`;
  });
  return ['| 规则 / rule | 级别 / level | 条文 | 名称 | title |', '| --- | --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
}
