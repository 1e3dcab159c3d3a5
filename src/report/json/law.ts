// Rules and clauses as JSON records.
import { cite, printedText } from '../../law/lookup.js';
import type { Clause, ClauseId } from '../../law/types.js';
import type { Report } from '../../lint/types.js';
import type { Rule } from '../../rules/rule.js';

/** Returns the records of all rules of the run, with or without verdicts. */
export function ruleRecords(rules: readonly Rule[]) {
  return rules.map(({ id, level, title, clauses, waivable }) => ({ id, level, title, clauses, waivable }));
}

/** Returns the clauses that verdicts name, in the pack's order: citation and words of each, in both languages. */
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

/** Returns the text to print; if the source text has an erratum, also the original text and the note. */
function wordsOf(clause: Clause) {
  const text = { zh: printedText(clause), en: clause.text.en };
  if (clause.corrected === undefined) return { text };
  return { text, corrected: { from: clause.text.zh, note: clause.corrected.note } };
}
