import { inLocale, type Locale } from '../../i18n/locale.js';
import { displayWidth } from '../../i18n/width.js';
import { loadPack } from '../../law/load.js';
import { cite } from '../../law/lookup.js';
import type { ClauseId, Pack } from '../../law/types.js';
import { rules } from '../../rules/index.js';
import type { ExitCode, Io } from '../io.js';

/** Prints every rule: id, level, clauses, title. */
export function listRules(io: Io, locale: Locale): ExitCode {
  const pack = loadPack('nm-2017');
  const head = locale === 'en' ? ['rule', 'level', 'title', 'clauses'] : ['规则', '级别', '名称', '条文'];
  const level = locale === 'en' ? { error: 'error', warning: 'warning' } : { error: '须改正', warning: '提示' };
  const rows = rules.map((rule) => [
    rule.id,
    level[rule.level],
    inLocale(rule.title, locale),
    provisions(pack, rule.clauses)
      .map((id) => inLocale(cite(pack, id), locale))
      .join(locale === 'en' ? ', ' : '、'),
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => displayWidth(row[column]))));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === row.length - 1 ? cell : cell + ' '.repeat(widths[column] - displayWidth(cell)),
      )
      .join('  ')
      .trimEnd();
  io.out(`${[head, ...rows].map(line).join('\n')}\n`);
  return 0;
}

/** The clauses without their items, each once: twelve items of one article are one provision. */
function provisions(pack: Pack, clauses: readonly ClauseId[]): ClauseId[] {
  const wholes = clauses.map((id) => {
    const whole = id.replace(/\([^)]*\)$/, '');
    return pack.clauses.some((clause) => clause.id === whole) ? whole : id;
  });
  return [...new Set(wholes)];
}
