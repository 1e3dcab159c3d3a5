// Verdicts that rest on a faulty part of the plan.

import { listsOf } from '../base/arrays.js';
import { spendBudget } from '../base/budget.js';
import { memoize } from '../base/memo.js';
import { quoted } from '../i18n/list.js';
import type { Localized } from '../i18n/locale.js';
import type { Fault, Site } from '../plan/model.js';
import type { LegalBasis } from '../rules/verdict.js';
import type { Across } from './doubts/across.js';
import { engineText } from './notes/texts.js';
import type { LintVerdict } from './types.js';

/**
 * Returns the verdicts, each that rests on a faulty part of the plan turned into `open` with the original outcome kept
 * in `tainted`. A verdict that is already open stays, since it says more exactly what is missing. So do findings that
 * report faults, which don't rest on what they report.
 *
 * @param across returns what is faulty on other levels that a verdict rests on
 */
export function taint(verdicts: readonly LintVerdict[], site: Site, across: Across): readonly LintVerdict[] {
  if (site.faults.length === 0) return verdicts;
  const reporting = new Set(site.faults.map(({ rule }) => rule));
  const faultsOf = finder(site.faults, across);
  const tainted = verdicts.map((verdict) => {
    if (verdict.outcome === 'open' || reporting.has(verdict.rule)) return verdict;
    const faults = faultsOf(verdict);
    return faults.length === 0 ? verdict : opened(verdict, faults);
  });
  return withConsequences(tainted);
}

/** Returns the verdicts, those on the faults with the number of verdicts that each of them is the first to leave open. */
function withConsequences(verdicts: readonly LintVerdict[]): readonly LintVerdict[] {
  const counts = new Map<string, number>();
  for (const { tainted } of verdicts) {
    const [root] = tainted?.by ?? [];
    if (root !== undefined) counts.set(root, (counts.get(root) ?? 0) + 1);
  }
  if (counts.size === 0) return verdicts;
  return verdicts.map((verdict) => {
    const n = counts.get(faultName(verdict));
    if (n === undefined) return verdict;
    counts.delete(faultName(verdict));
    return { ...verdict, says: [...verdict.says, engineText.leavesUndecided({ n })] };
  });
}

/** Returns the name of a fault of the plan, which is also that of the verdict on it: `plan/unknown-kind C1`. */
export function faultName({ rule, subject }: { readonly rule: string; readonly subject: string }): string {
  return `${rule} ${subject}`;
}

/**
 * Returns a function that lists the faults a verdict rests on, in the plan's order. A fault in what the site is (its
 * category) taints every verdict, since that decides which items of the law apply.
 */
function finder(faults: readonly Fault[], across: Across): (verdict: LintVerdict) => readonly Fault[] {
  const everywhere = faults.flatMap(({ taints }, index) => (taints.site === true ? [index] : []));
  const incomplete = faults.flatMap(({ taints }, index) => (taints.incomplete === true ? [index] : []));
  const byLevel = indicesBy(faults, ({ taints }) => taints.levels);
  const byDevice = indicesBy(faults, ({ taints }) => taints.devices);
  const byElement = indicesBy(faults, ({ taints }) => taints.elements ?? []);
  /** Caches by list of devices, since thousands of verdicts rest on the same list. */
  const ofDevices = memoize((devices: readonly string[]) => devices.flatMap((device) => byDevice.get(device) ?? []));
  // Of a level with thousands of faults thousands of verdicts rest on all of them: one list for all.
  const lists = new Map<string, readonly Fault[]>();
  return (verdict) => {
    const { dependsOn, subject } = verdict;
    const elsewhere = across(verdict);
    const onLevels = [...new Set([...dependsOn.levels, ...elsewhere.levels])].filter((level) => byLevel.has(level));
    const devices = byDevice.size === 0 ? [] : [dependsOn.devices, elsewhere.devices].flatMap(ofDevices);
    const about = byElement.size === 0 ? [] : subject.split(/[>/]/).flatMap((id) => byElement.get(id) ?? []);
    const signs = byElement.size === 0 ? [] : (dependsOn.signs ?? []).flatMap((id) => byElement.get(id) ?? []);
    const missing = isCertainAlone(verdict) ? [] : incomplete;
    const key = JSON.stringify([onLevels, devices, about, signs, missing.length]);
    let list = lists.get(key);
    if (list === undefined) {
      const levels = onLevels.flatMap((level) => byLevel.get(level) ?? []);
      const touching = new Set([...everywhere, ...missing, ...levels, ...devices, ...about, ...signs]);
      list = [...touching].sort((a, b) => a - b).flatMap((index) => faults[index] ?? []);
      lists.set(key, list);
    }
    spendBudget(8 * list.length);
    return list;
  };
}

/** True of a breach by a device in the sight of its own level, which no part of the plan that isn't judged can undo. */
function isCertainAlone({ rule, outcome, dependsOn }: LintVerdict): boolean {
  return (
    rule.startsWith('capture/') && outcome === 'fail' && dependsOn.devices.length > 0 && dependsOn.levels.length === 1
  );
}

function indicesBy(
  faults: readonly Fault[],
  of: (fault: Fault) => readonly string[],
): ReadonlyMap<string, readonly number[]> {
  return listsOf(faults.flatMap((fault, index) => of(fault).map((name) => [name, index] as const)));
}

/** Returns the verdict left open by faults of the plan. */
export function opened(
  verdict: LintVerdict,
  faults: readonly Pick<Fault, 'rule' | 'subject' | 'place'>[],
): LintVerdict {
  const { by, related, ...said } = saidOf(faults);
  return {
    ...verdict,
    ...said,
    outcome: 'open',
    says: [],
    bases: verdict.bases.map(undecided),
    related: [...verdict.related, ...related],
    tainted: { outcome: verdict.outcome, message: verdict.message, by },
  };
}

/** Returns what is said of a list of faults. Thousands of verdicts rest on the same list and share it. */
const saidOf = memoize((faults: readonly Pick<Fault, 'rule' | 'subject' | 'place'>[]) => {
  const by = [...new Set(faults.map(faultName))].sort();
  const faulty = listed(by);
  return {
    by,
    message: engineText.tainted({ faults: faulty }),
    advice: engineText.correct({ faults: faulty }),
    related: faults
      .slice(0, MOST_NAMED)
      .map(({ place, subject }) => ({ place, caption: engineText.faultyPart({ subject: quoted(subject) }) })),
  };
});

/**
 * Returns the basis as it stands in a verdict that is left open: its outcome is `open` if its clause decides, else
 * none; it names no penalties and no duties.
 */
export function undecided({ clause, law, role, basis }: LegalBasis): LegalBasis {
  return { clause, law, role, outcome: role === 'decides' ? 'open' : null, basis, penalties: [], duties: [] };
}

/**
 * Most faults that a verdict names. Without a limit each of thousands of verdicts on a broken plan would name them all.
 */
export const MOST_NAMED = 20;

function listed(by: readonly string[]): string | Localized {
  const named = by.slice(0, MOST_NAMED).join('; ');
  const rest = by.length - MOST_NAMED;
  return rest <= 0 ? named : engineText.andMore({ named, n: rest });
}
