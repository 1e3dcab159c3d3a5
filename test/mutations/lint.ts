import { loadPack } from '../../src/law/load.js';
import { lintPlan } from '../../src/lint/lint.js';
import type { Outcome } from '../../src/rules/verdict.js';
import { type Documents, textOf } from './edit.js';

const known = new WeakMap<Documents, ReadonlyMap<string, Outcome>>();

/** The verdicts sitecam gives on the documents: `rule subject` → outcome. */
export function outcomesOf(documents: Documents): ReadonlyMap<string, Outcome> {
  const found = known.get(documents);
  if (found !== undefined) return found;
  const result = lintPlan(documents.main, (path) => textOf(documents, path), {
    pack: loadPack('nm-2017'),
    today: '2026-03-01',
  });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable, null, 2));
  const outcomes = new Map(result.verdicts.map(({ rule, subject, outcome }) => [`${rule} ${subject}`, outcome]));
  known.set(documents, outcomes);
  return outcomes;
}
