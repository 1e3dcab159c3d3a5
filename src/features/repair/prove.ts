// The proof that repairs change nothing but the spelling.

import type { LintResult, LintVerdict, Report } from '../../lint/types.js';
import { faultTexts } from '../../plan/check/texts.js';
import type { Fault } from '../../plan/model.js';
import type { Outcome } from '../../rules/verdict.js';
import { faultsIn, type NamedFault } from './faults.js';
import type { RepairCandidate } from './types.js';

/**
 * True if repairs only correct the spelling. `before` and `after` are the plan without and with them, both linted
 * whole.
 *
 * 1. The faults that the repairs are for are gone.
 * 2. No other fault is new. While a plan can't be read, faults are hidden. So two kinds may show: those within a key
 * that is now known, and those that are looked for only once keys and values are right. The value of a repaired key
 * must fit: a text where a list is expected shows that another key was meant. If the key was another tool's name, the
 * items of its list must fit too.
 * 3. No verdict that was decided changes: none is worse, better, new, gone or newly waived. A verdict is decided if
 * it doesn't rest on the repaired faults. Those that rest on them were open for their sake and may become anything; a
 * plan that couldn't be read had no verdicts at all. Two findings may go for the same reason: that a zone's name and
 * its misspelt kind differ, and that nothing declares a part of the site, while a zone's kind or role was misspelt. For ids, on
 *    which no verdict may depend, each verdict is what it would have been.
 */
export function isSpellingOnly(before: LintResult, after: LintResult, repairs: readonly RepairCandidate[]): boolean {
  return faultsAllow(before, after, repairs) && (!before.ok || (after.ok && verdictsAllow(before, after, repairs)));
}

/** Faults that are looked for only once all keys and values are right. */
const LATER: ReadonlySet<string> = new Set([
  'schema/degrees',
  'schema/far-apart',
  'schema/tiny',
  'schema/too-large',
  'schema/metres-only',
  'schema/needs-origin',
  'schema/empty-geometry',
]);

function faultsAllow(before: LintResult, after: LintResult, repairs: readonly RepairCandidate[]): boolean {
  const [was, is] = [faultsIn(before), faultsIn(after)];
  const [had, has] = [new Set(was.map(({ name }) => name)), new Set(is.map(({ name }) => name))];
  const meant = new Set(repairs.flatMap(({ faults }) => faults));
  if ([...meant].some((name) => has.has(name))) return false;
  const found = is.filter(({ name }) => !had.has(name));
  if (!before.ok) return found.every((fault) => after.ok || wasHidden(fault, repairs));
  if (!after.ok || found.length > 0) return false;
  // A reference that resolves only because of a new id has found another object than it meant.
  return !repairs.some(({ how }) => how === 'id') || was.every(({ name }) => meant.has(name) || has.has(name));
}

function wasHidden({ id, place }: NamedFault, repairs: readonly RepairCandidate[]): boolean {
  const below = repairs.flatMap(({ opens, how, to, place: { key } }) => {
    if (opens === undefined || opens.path !== place.path) return [];
    const pointer = key === true ? renamed(opens.pointer, to) : opens.pointer;
    const within = place.pointer === pointer || place.pointer.startsWith(`${pointer}/`);
    return within ? [{ how, key, depth: place.pointer.slice(pointer.length).split('/').length - 1 }] : [];
  });
  if (below.length === 0) return LATER.has(id);
  // If the key was another tool's name for it, the items of its list must fit too.
  return below.every(({ how, key, depth }) => key !== true || depth > (how === 'name' ? 1 : 0) || !MISFITS.has(id));
}

/** Faults that show that something else was meant than what was written. */
const MISFITS: ReadonlySet<string> = new Set(['schema/type', 'schema/count', 'schema/no-category', 'schema/format']);

function renamed(pointer: string, to: string): string {
  return `${pointer.slice(0, pointer.lastIndexOf('/') + 1)}${to}`;
}

/** Rules that report the faults themselves, which are compared by place. */
const ON_FAULTS: ReadonlySet<string> = new Set(Object.keys(faultTexts));

function verdictsAllow(before: Report, after: Report, repairs: readonly RepairCandidate[]): boolean {
  const meant = new Set(repairs.flatMap(({ faults }) => faults));
  const names = faultsIn(before).map(({ name }) => name);
  const faults = before.site.faults.filter((_, index) => meant.has(names[index] ?? ''));
  const ids = new Map(repairs.flatMap(({ how, from, to }) => (how === 'id' ? [[from, to] as const] : [])));
  const rests = restingOn(faults, ids);
  const is = byName(after, new Map());
  const was = byName(before, ids);
  return [...new Set([...was.keys(), ...is.keys()])].every((name) => {
    const [old, now] = [was.get(name) ?? [], is.get(name) ?? []];
    if (ids.size > 0) return sameSaid(old, now);
    if (same(old, now) || nowAgrees(old, now, faults)) return true;
    return old.length === 0 ? now.every(rests) : old.every((one) => isOpen(one) && rests(one));
  });
}

/**
 * True if each old verdict said that a zone's name means another kind than the repaired one, and now the two agree. The
 * name then confirms the repair. If they still differ, the verdict is still there.
 */
function nowAgrees(old: readonly LintVerdict[], now: readonly LintVerdict[], faults: readonly Fault[]): boolean {
  const repaired = ({ rule, subject }: LintVerdict) =>
    rule === 'plan/zone-kind-mismatch' &&
    faults.some((fault) => fault.rule === 'plan/unknown-kind' && fault.subject === subject);
  return now.length === 0 && old.every(repaired);
}

/**
 * Returns a function that is true for verdicts that rest on one of `faults`, whose elements may have new ids (`ids`) by
 * now.
 */
function restingOn(faults: readonly Fault[], ids: ReadonlyMap<string, string>): (verdict: LintVerdict) => boolean {
  const everywhere = faults.some(({ taints }) => taints.site === true);
  const both = (list: readonly string[]) => list.flatMap((id) => [id, ids.get(id) ?? id]);
  const levels = new Set(faults.flatMap(({ taints }) => both(taints.levels)));
  const devices = new Set(faults.flatMap(({ taints }) => both(taints.devices)));
  // A missing declaration rests on no zone of the plan; the misspelt zone may be the one that declares it.
  const declares = faults.some(
    ({ rule, taints }) => (rule === 'plan/unknown-kind' || rule === 'plan/unknown-role') && taints.levels.length > 0,
  );
  return ({ rule, dependsOn }) =>
    everywhere ||
    (declares && rule === 'coverage/declared') ||
    dependsOn.levels.some((id) => levels.has(id)) ||
    dependsOn.devices.some((id) => devices.has(id));
}

/** Returns the verdicts of a report by rule and subject, with `ids` replaced in the subjects. */
function byName(report: Report, ids: ReadonlyMap<string, string>): ReadonlyMap<string, readonly LintVerdict[]> {
  const named = new Map<string, LintVerdict[]>();
  const longest = [...ids].sort(([a], [b]) => b.length - a.length);
  for (const verdict of report.verdicts) {
    if (ON_FAULTS.has(verdict.rule)) continue;
    const subject = longest.reduce((text, [from, to]) => text.replaceAll(from, to), verdict.subject);
    const name = `${verdict.rule}\0${subject}`;
    const known = named.get(name);
    if (known === undefined) named.set(name, [verdict]);
    else known.push(verdict);
  }
  return named;
}

function same(old: readonly LintVerdict[], now: readonly LintVerdict[]): boolean {
  return (
    old.length === now.length &&
    old.every((verdict, index) => {
      const other = now[index];
      return (
        other !== undefined &&
        verdict.outcome === other.outcome &&
        verdict.level === other.level &&
        (verdict.waiver === undefined) === (other.waiver === undefined) &&
        // A tainted verdict names the faults it rests on; fewer of them change nothing.
        (verdict.tainted !== undefined || JSON.stringify(verdict.message) === JSON.stringify(other.message))
      );
    })
  );
}

/**
 * True if the verdict is open, or a review for the same reason: a private place that is expected and isn't declared. No
 * other review rests on a fault without being open for it.
 */
function isOpen({ outcome }: LintVerdict): boolean {
  return outcome === 'open' || outcome === 'review';
}

/** Returns the outcome that the verdict would have without the faults. */
function said({ outcome, tainted }: LintVerdict): Outcome {
  return tainted?.outcome ?? outcome;
}

function sameSaid(old: readonly LintVerdict[], now: readonly LintVerdict[]): boolean {
  const [was, is] = [old, now].map((verdicts) =>
    verdicts
      .map((one) => `${said(one)} ${one.level}`)
      .sort()
      .join(),
  );
  return was === is && old.filter(isWaived).length === now.filter(isWaived).length;
}

function isWaived({ waiver }: LintVerdict): boolean {
  return waiver !== undefined;
}
