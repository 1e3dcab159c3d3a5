// The clauses of a verdict with what each of them says of the fact.
import { joined } from '../../i18n/catalogue.js';
import { type Localized, verbatim, withoutStop } from '../../i18n/locale.js';
import { citeTogether } from '../../law/lookup.js';
import type { ClauseId, Pack } from '../../law/types.js';
import type { LintVerdict } from '../../lint/types.js';
import type { LegalBasis } from '../../rules/verdict.js';
import { t } from '../texts.js';
import { citedClauses } from './citation.js';
import { SHORT_OUTCOMES } from './texts.js';

/**
 * Returns the clauses of a verdict with the part that each plays: those that decide with their outcomes, then the
 * others: X条：不符合；Y项：须审查判定（条文未列举化妆间）；场所认定：…；参照：…. Undefined for a verdict on the plan itself.
 */
export function basesText(verdict: LintVerdict, pack: Pack): Localized | undefined {
  const shown = new Set(citedClauses(verdict));
  const bases = verdict.bases.filter(({ clause, role }) => role === 'decides' || shown.has(clause));
  if (bases.length === 0) return undefined;
  const cited = new Map<ClauseId, Localized>();
  const ids = [...new Set(bases.map(({ clause }) => clause))];
  for (const [n, text] of citeTogether(pack, ids).entries()) cited.set(ids[n], text);
  const name = ({ clause }: LegalBasis) => cited.get(clause) ?? verbatim(clause);
  const decided = bases.filter(({ role }) => role === 'decides').map((basis) => decidedText(basis, name(basis)));
  const others = (['prohibits-installing', 'refers'] as const).flatMap((role) => {
    const names = bases.filter((basis) => basis.role === role).map(name);
    return names.length === 0 ? [] : [t[role]({ clauses: joined(names, t.and) })];
  });
  return joined([...decided, ...others], t.semicolon);
}

function decidedText({ outcome, basis, because }: LegalBasis, clause: Localized): Localized {
  const notes = [...(basis === 'law' ? [] : [t.byReading]), ...(because === undefined ? [] : [withoutStop(because)])];
  const text = t.labelled({ label: clause, text: SHORT_OUTCOMES[outcome ?? 'notApplicable'] });
  return notes.length === 0 ? text : t.parenthesis({ text, note: joined(notes, t.semicolon) });
}
