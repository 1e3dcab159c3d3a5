import { loadPack } from '../../src/law/load.js';
import { lintPlan } from '../../src/lint/lint.js';
import type { LintResult } from '../../src/lint/types.js';
import type { PlanDoc } from './document.js';
import { type Files, one } from './spell.js';

const pack = loadPack('nm-2017');

export const TODAY = '2026-03-01';

/** The plan whose files these are, linted; with `verify` every view is worked out twice. */
export function linted(files: Files, verify = false): LintResult {
  const [path = ''] = files.keys();
  return lintPlan(path, (name) => files.get(name), { pack, today: TODAY, verify });
}

/** What is said of each subject by each rule, in the order of rules and subjects. */
export function saidOf(result: LintResult): string[] {
  if (!result.ok) return result.unreadable.map(({ code }) => `unreadable ${code}`).sort();
  return result.verdicts.map(({ rule, subject, outcome }) => `${rule} ${subject} ${outcome}`).sort();
}

export function said(doc: PlanDoc): string[] {
  return saidOf(linted(one('plan.json', JSON.stringify(doc))));
}

/** What only one of two lists says, in each direction. */
export function differing(
  a: readonly string[],
  b: readonly string[],
): { readonly gone: string[]; readonly come: string[] } {
  const rest = (from: readonly string[], taken: readonly string[]): string[] => {
    const count = new Map<string, number>();
    for (const line of taken) count.set(line, (count.get(line) ?? 0) + 1);
    return from.filter((line) => {
      const left = count.get(line) ?? 0;
      count.set(line, left - 1);
      return left <= 0;
    });
  };
  return { gone: rest(a, b), come: rest(b, a) };
}
