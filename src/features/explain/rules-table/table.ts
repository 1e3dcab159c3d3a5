// The table of rules.
import { joined } from '../../../i18n/catalogue.js';
import { judgedInstruments } from '../../../law/compose.js';
import { cite, paragraphOf } from '../../../law/lookup.js';
import type { ClauseId, Pack } from '../../../law/types.js';
import { LEVEL_NAMES } from '../../../lint/notes/cautions.js';
import type { Document } from '../../../render/document.js';
import { clausesUnder, type Rule } from '../../../rules/rule.js';
import { t } from '../texts.js';

/** Returns the table of rules: id, level of severity, title, clauses; on a page only the main provision. */
export function rulesTable(rules: readonly Rule[], pack: Pack): Document {
  const laws = [...judgedInstruments(pack)].map((id) => `${id}/`);
  const mainOf = (rule: Rule) => {
    const [main] = laws.flatMap((own) => clausesUnder(rule, pack).find((clause) => clause.startsWith(own)) ?? []);
    return main === undefined ? [] : cite(pack, main.replace(/\(.*$/, ''));
  };
  const clausesOf = (rule: Rule) =>
    joined(
      provisions(pack, clausesUnder(rule, pack)).map((id) => cite(pack, id)),
      t.between,
    );
  return {
    blocks: [
      {
        block: 'table',
        on: 'terminal',
        head: [t.rule, t.level, t.title, t.clauses],
        rows: rules.map((rule) => [{ code: rule.id }, LEVEL_NAMES[rule.level], rule.title, clausesOf(rule)]),
      },
      {
        block: 'table',
        on: 'page',
        head: [t.rule, t.level, t.clause, t.title],
        rows: rules.map((rule) => [{ code: rule.id }, LEVEL_NAMES[rule.level], mainOf(rule), rule.title]),
      },
    ],
  };
}

/** Returns the clauses without their items, each once: twelve items of one article are one provision. */
export function provisions(pack: Pack, clauses: readonly ClauseId[]): ClauseId[] {
  return [...new Set(clauses.map((id) => paragraphOf(pack, id)))];
}
