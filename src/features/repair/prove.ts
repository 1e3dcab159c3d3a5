import type { LintResult, LintVerdict, Report } from '../../lint/types.js';
import { faultTexts } from '../../plan/check/fault-messages.js';
import type { Fault } from '../../plan/model.js';
import type { Outcome } from '../../rules/verdict.js';
import { faultsIn, type NamedFault } from './faults.js';
import type { RepairCandidate } from './types.js';

/**
 * Whether repairs only put the spelling right. `before` and `after` are the plan without and with them, both linted whole.
 *
 * 1. The faults they are for are gone.
 * 2. No other fault is there that wasn't. While a plan can't be read, faults are hidden: what lies within a key that is known
 *    now may show, and what is only looked for in a plan whose keys and values are right. What stands where the key stands
 *    must fit: a text where a list is expected shows that another key was meant; of another name what it lists must fit too.
 * 3. No verdict that was decided is another now: none is worse, none is better, none is new, none is gone, and none is waived
 *    that wasn't. Decided is what doesn't rest on the faults repaired. What rests on them was open for their sake, and may
 *    become anything; nothing was decided at all of a plan that couldn't be read. For their sake it was said, too, that a
 *    zone's name and its misspelt kind differ, and that nothing declares a part of the site, while a zone's kind or role was
 *    misspelt.
 * 4. What rests on them may not come clear by a guess. Where a word is taken for another by a slip, what would have been a
 *    capture that the law prohibits but for the fault (Art. 9, `capture/*`) still is one; of ids, on which no verdict may depend, each is what it would have been.
 */
export function isSpellingOnly(before: LintResult, after: LintResult, repairs: readonly RepairCandidate[]): boolean {
  return faultsAllow(before, after, repairs) && (!before.ok || (after.ok && verdictsAllow(before, after, repairs)));
}

/** Faults that are looked for once all keys and values are right. */
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
  // A reference that finds its object because of a new id found another than it looked for.
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
  // What another tool calls so must fit in what it lists, too.
  return below.every(({ how, key, depth }) => key !== true || depth > (how === 'name' ? 1 : 0) || !MISFITS.has(id));
}

/** Faults that tell that something else was meant than what was written. */
const MISFITS: ReadonlySet<string> = new Set(['schema/type', 'schema/count', 'schema/no-category', 'schema/format']);

function renamed(pointer: string, to: string): string {
  return `${pointer.slice(0, pointer.lastIndexOf('/') + 1)}${to}`;
}

/** Rules that report the faults themselves, which are compared by their places. */
const ON_FAULTS: ReadonlySet<string> = new Set(Object.keys(faultTexts));

function verdictsAllow(before: Report, after: Report, repairs: readonly RepairCandidate[]): boolean {
  const meant = new Set(repairs.flatMap(({ faults }) => faults));
  const names = faultsIn(before).map(({ name }) => name);
  const faults = before.site.faults.filter((_, index) => meant.has(names[index] ?? ''));
  const ids = new Map(repairs.flatMap(({ how, from, to }) => (how === 'id' ? [[from, to] as const] : [])));
  const rests = restingOn(faults, ids);
  const is = byName(after, new Map());
  const was = byName(before, ids);
  const guessed = repairs.some(({ how }) => how === 'slip');
  return [...new Set([...was.keys(), ...is.keys()])].every((name) => {
    const [old, now] = [was.get(name) ?? [], is.get(name) ?? []];
    if (ids.size > 0) return sameSaid(old, now);
    if (same(old, now) || nowAgrees(old, now, faults)) return true;
    const free = old.length === 0 ? now.every(rests) : old.every((one) => isOpen(one) && rests(one));
    return free && !(guessed && clears(old, now));
  });
}

/**
 * Whether the old verdict said that a zone's name means another kind than the one repaired, and now the two are one: that what
 * was misspelt is what the name says bears the repair out. Where they still differ it is still said.
 */
function nowAgrees(old: readonly LintVerdict[], now: readonly LintVerdict[], faults: readonly Fault[]): boolean {
  const repaired = ({ rule, subject }: LintVerdict) =>
    rule === 'plan/zone-kind-mismatch' &&
    faults.some((fault) => fault.rule === 'plan/unknown-kind' && fault.subject === subject);
  return now.length === 0 && old.every(repaired);
}

/** Whether a verdict rests on one of `faults`, whose elements may have other ids by now. */
function restingOn(faults: readonly Fault[], ids: ReadonlyMap<string, string>): (verdict: LintVerdict) => boolean {
  const everywhere = faults.some(({ taints }) => taints.site === true);
  const both = (list: readonly string[]) => list.flatMap((id) => [id, ids.get(id) ?? id]);
  const levels = new Set(faults.flatMap(({ taints }) => both(taints.levels)));
  const devices = new Set(faults.flatMap(({ taints }) => both(taints.devices)));
  // What isn't declared rests on no zone that is there; the one that declares it is the one that is misspelt.
  const declares = faults.some(
    ({ rule, taints }) => (rule === 'plan/unknown-kind' || rule === 'plan/unknown-role') && taints.levels.length > 0,
  );
  return ({ rule, dependsOn }) =>
    everywhere ||
    (declares && rule === 'coverage/declared') ||
    dependsOn.levels.some((id) => levels.has(id)) ||
    dependsOn.devices.some((id) => devices.has(id));
}

/** The verdicts of a report by rule and subject, with other ids in the subjects. */
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
        // Which faults it rests on is told of it; that there are fewer changes nothing.
        (verdict.tainted !== undefined || JSON.stringify(verdict.message) === JSON.stringify(other.message))
      );
    })
  );
}

/**
 * Open, or what is asked of the author for the same want: a private place that is to be expected and isn't declared. No other
 * review rests on a fault and isn't open for it.
 */
function isOpen({ outcome }: LintVerdict): boolean {
  return outcome === 'open' || outcome === 'review';
}

/** What would be said, the faults aside. */
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

/** Whether a prohibited capture, but for the fault, is none any more. */
function clears(old: readonly LintVerdict[], now: readonly LintVerdict[]): boolean {
  return (
    old.some((one) => one.rule.startsWith('capture/') && said(one) === 'fail') &&
    !now.some((verdict) => said(verdict) === 'fail')
  );
}
