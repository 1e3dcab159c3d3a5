import { cite, printedText } from '../../law/lookup.js';
import type { Clause, ClauseId } from '../../law/types.js';
import type { Report } from '../../lint/types.js';
import type { Rule } from '../../rules/rule.js';

/** Every rule of the run, whether it said anything or not. */
export function ruleRecords(rules: readonly Rule[]) {
  return rules.map(({ id, level, title, clauses, waivable }) => ({ id, level, title, clauses, waivable }));
}

/** The clauses that verdicts name, in the pack's order: how each is cited, and its words, in both languages. */
export function clauseRecords({ pack, verdicts }: Report) {
  const named = new Set<ClauseId>();
  for (const { clauses, penalties } of verdicts) for (const id of [...clauses, ...penalties]) named.add(id);
  const known = pack.clauses.filter(({ id }) => named.has(id));
  const summaries = new Map(pack.penalties.map(({ clause, summary }) => [clause, summary]));
  return Object.fromEntries(
    known.map((clause) => {
      const penalty = summaries.get(clause.id);
      return [
        clause.id,
        {
          instrument: clause.instrument,
          citation: cite(pack, clause.id),
          ...(clause.lead === undefined ? {} : { lead: clause.lead }),
          ...wordsOf(clause),
          ...(penalty === undefined ? {} : { penalty }),
        },
      ];
    }),
  );
}

/** The text to print; where the text as found has an erratum, what it was and the note too. */
function wordsOf(clause: Clause) {
  const text = { zh: printedText(clause), en: clause.text.en };
  if (clause.corrected === undefined) return { text };
  return { text, corrected: { from: clause.text.zh, note: clause.corrected.note } };
}
