// The proof that repairs change nothing but the spelling.

import { faultName as nameOfFault } from '../../lint/taint.js';
import type { LintResult, LintVerdict, Report } from '../../lint/types.js';
import { faultTexts } from '../../plan/check/texts.js';
import type { Doubt, Fault } from '../../plan/model.js';
import { locate } from '../../source/place/locate.js';
import type { Place } from '../../source/types.js';
import type { Respelling } from './types.js';

/** A fault of a plan with a unique name to compare by; `id` is its code, or its rule and message. */
interface NamedFault {
  readonly name: string;
  readonly id: string;
  readonly place: Place;
  readonly at?: { readonly line: number; readonly column: number } | undefined;
}

/** Returns the faults of a plan, whether it can be read or not. */
function faultsIn(result: LintResult): NamedFault[] {
  const named = (id: string, place: Place, at?: string) => ({ id, place, name: faultName(id, place, at) });
  return result.ok
    ? result.site.faults.map((fault) => named(idOf(fault), fault.place))
    : result.unreadable.map(({ code, place, at }) => ({
        ...named(code, place, at && `${at.line}:${at.column}`),
        at,
      }));
}

/** Returns the id of a fault of a plan that can be read: its rule and the id of its message, with a space between. */
export function idOf({ rule, message }: Fault): string {
  return `${rule} ${message.id}`;
}

/**
 * Returns a key that the same fault has before and after a repair: its id (rule and message, or the code of an unreadable
 * plan) and its place. Subjects aren't in it, since ids get repaired.
 *
 * @param at `line:column` in a file that can't be parsed, where all faults have one pointer; else ''
 */
export function faultName(id: string, { path, pointer, key }: Place, at = ''): string {
  return [id, path, pointer, key === true ? 'key' : '', at].join('\0');
}

/**
 * True if repairs only correct the spelling. `before` and `after` are the plan without and with them, both linted
 * whole.
 *
 * 1. The faults that the repairs are for are gone.
 * 2. No other fault is new. A plan that can't be read hides faults, so some may show now: those within the value of a
 *    repaired key, those that are looked for only once all keys and values are right and, in a file that couldn't be
 *    parsed, those on lines that weren't repaired. But the value of a repaired key must fit: a text where a list is
 *    expected shows that another key was meant. If the key was another tool's name, the items of its list must fit too.
 * 3. No decided verdict changes: none is worse, better, new, gone or newly waived. A verdict is decided if it doesn't
 *    rest on the repaired faults; those that do were open because of them and may become anything. A plan that couldn't
 *    be read had no verdicts at all. If a zone's kind or role was misspelt, two findings may go: that the zone's name
 *    and its kind differ, and that nothing declares a part of the site. For ids, on which no verdict may depend, each
 *    verdict must stay the same.
 */
export function isSpellingOnly(before: LintResult, after: LintResult, repairs: readonly Respelling[]): boolean {
  return faultsAllow(before, after, repairs) && (!before.ok || (after.ok && verdictsAllow(before, after, repairs)));
}

/** Faults that are looked for only once all keys and values are right. */
const LATER: ReadonlySet<string> = new Set([
  'schema/degrees',
  'schema/far-apart',
  'schema/tiny',
  'schema/millimetres',
  'schema/metres',
  'schema/huge',
  'schema/too-large',
  'schema/metres-only',
  'schema/needs-origin',
  'schema/empty-geometry',
]);

/** Faults that show that something else was meant than what was written. */
const MISFITS: ReadonlySet<string> = new Set(['schema/type', 'schema/count', 'schema/no-category', 'schema/format']);

function faultsAllow(before: LintResult, after: LintResult, repairs: readonly Respelling[]): boolean {
  const [was, is] = [faultsIn(before), faultsIn(after)];
  const [had, has] = [new Set(was.map(({ name }) => name)), new Set(is.map(({ name }) => name))];
  const meant = new Set(repairs.flatMap(({ faults }) => faults));
  if ([...meant].some((name) => has.has(name))) return false;
  const fresh = is.filter(({ name }) => !had.has(name));
  if (!before.ok)
    return after.ok || fresh.every((fault) => wasHidden(fault, repairs) || wasBehind(fault, repairs, after));
  if (!after.ok || fresh.length > 0) return false;
  // A reference that resolves only because of a new id has found another object than it meant.
  return !repairs.some(({ how }) => how === 'id') || was.every(({ name }) => meant.has(name) || has.has(name));
}

/**
 * True if the fault could not show before because the file could not be parsed: it isn't on a line that was repaired,
 * where it would show that something else was meant.
 */
function wasBehind({ place, id, at }: NamedFault, repairs: readonly Respelling[], { files }: LintResult): boolean {
  const lines = repairs.flatMap(({ how, at: where, place: { path, pointer } }) =>
    how === 'punctuation' && pointer === '' && path === place.path ? (where?.line ?? []) : [],
  );
  if (lines.length === 0 || LATER.has(id)) return false;
  const file = files.find(({ path }) => path === place.path);
  const line = at?.line ?? (file && locate(file, place).start.line);
  return line !== undefined && !lines.includes(line);
}

/** True if the fault could not show before: it lies in a part of the file that is read anew with a corrected word. */
function wasHidden({ id, place }: NamedFault, repairs: readonly Respelling[]): boolean {
  const within = repairs.flatMap(({ how, to, place: { path, pointer, key } }) => {
    // A key's value, or a whole feature with its `element`.
    const feature = /^\/features\/\d+(?=\/properties\/element$)/.exec(pointer)?.[0];
    const part = key === true ? `${pointer.slice(0, pointer.lastIndexOf('/') + 1)}${to}` : (feature ?? pointer);
    if (path !== place.path || !`${place.pointer}/`.startsWith(`${part}/`)) return [];
    // The value of a key must fit; if the key was another tool's name for it, the items of its list must fit too.
    const depth = place.pointer.slice(part.length).split('/').length - 1;
    return [key !== true || depth > (how === 'name' ? 1 : 0) || !MISFITS.has(id)];
  });
  return within.length === 0 ? LATER.has(id) : !within.includes(false);
}

/** Rules that report the faults themselves, which are compared by place. */
const ON_FAULTS: ReadonlySet<string> = new Set(Object.keys(faultTexts));

function verdictsAllow(before: Report, after: Report, repairs: readonly Respelling[]): boolean {
  const meant = new Set(repairs.flatMap(({ faults }) => faults));
  const faults = before.site.faults.filter((fault) => meant.has(faultName(idOf(fault), fault.place)));
  const ids = new Map(repairs.flatMap(({ how, from, to }) => (how === 'id' ? [[from, to] as const] : [])));
  const rests = restingOn(faults, before.site.doubts ?? []);
  const [was, is] = [bySubject(before, ids), bySubject(after, new Map())];
  return [...new Set([...was.keys(), ...is.keys()])].every((name) => {
    const [old, now] = [was.get(name) ?? [], is.get(name) ?? []];
    const [before, after] = [old, now].map((list) =>
      list
        .map((one) => statement(one, ids.size > 0))
        .sort()
        .join('\n'),
    );
    if (before === after) return true;
    if (ids.size > 0) return false;
    return old.length === 0
      ? now.every(rests)
      : old.every((one) => isOpen(one) && rests(one)) || nowAgrees(old, now, faults);
  });
}

/**
 * Returns what a verdict states, to compare by. A tainted verdict names the faults it rests on, which don't count; nor do
 * faults at all if only ids change.
 */
function statement({ outcome, tainted, level, waiver, message, bases }: LintVerdict, onlyIds: boolean): string {
  const byClause = bases.map(({ clause, role, outcome }) => [clause, role, outcome]);
  const stated = onlyIds || tainted !== undefined ? '' : JSON.stringify([message, byClause]);
  return [onlyIds ? (tainted?.outcome ?? outcome) : outcome, level, waiver !== undefined, stated].join();
}

/**
 * True if each old verdict said that a zone's name means another kind than the repaired one, and now the two agree. The
 * name then confirms the repair. If they still differ, the verdict is still there.
 */
function nowAgrees(old: readonly LintVerdict[], now: readonly LintVerdict[], faults: readonly Fault[]): boolean {
  const kinds = new Set(faults.flatMap(({ rule, subject }) => (rule === 'plan/unknown-kind' ? [subject] : [])));
  return now.length === 0 && old.every(({ rule, subject }) => rule === 'plan/zone-kind-mismatch' && kinds.has(subject));
}

/** Returns a function that is true for verdicts that rest on one of `faults`, also by a doubt. */
function restingOn(faults: readonly Fault[], doubts: readonly Doubt[]): (verdict: LintVerdict) => boolean {
  const everywhere = faults.some(({ taints }) => taints.site === true);
  const doubted = doubts.filter(({ rule, place }) =>
    faults.some((fault) => fault.rule === rule && fault.place === place),
  );
  const levels = new Set([
    ...faults.flatMap(({ taints }) => taints.levels),
    ...doubted.flatMap((doubt) => doubt.levels),
  ]);
  const devices = new Set(faults.flatMap(({ taints }) => taints.devices));
  // A missing declaration rests on no zone of the plan; the misspelt zone may be the one that declares it.
  const declares = faults.some(
    ({ rule, taints }) => (rule === 'plan/unknown-kind' || rule === 'plan/unknown-role') && taints.levels.length > 0,
  );
  // A pass also rests on faults of levels that are looked past.
  const names = new Set(faults.map(nameOfFault));
  return ({ rule, dependsOn, tainted }) =>
    everywhere ||
    tainted?.by.some((name) => names.has(name)) === true ||
    (declares && rule === 'coverage/declared') ||
    dependsOn.levels.some((id) => levels.has(id)) ||
    dependsOn.devices.some((id) => devices.has(id));
}

/** Returns the verdicts of a report by rule and subject, with `ids` replaced in the subjects. */
function bySubject(report: Report, ids: ReadonlyMap<string, string>): ReadonlyMap<string, readonly LintVerdict[]> {
  const named = new Map<string, LintVerdict[]>();
  const longest = [...ids].sort(([a], [b]) => b.length - a.length);
  for (const verdict of report.verdicts) {
    if (ON_FAULTS.has(verdict.rule)) continue;
    const subject = longest.reduce((text, [from, to]) => text.replaceAll(from, to), verdict.subject);
    const name = `${verdict.rule}\0${subject}`;
    named.set(name, [...(named.get(name) ?? []), verdict]);
  }
  return named;
}

/**
 * True if the verdict is open, or a review for the same reason: a private place that is expected and isn't declared. No
 * other review rests on a fault without being open for it.
 */
function isOpen({ outcome }: LintVerdict): boolean {
  return outcome === 'open' || outcome === 'review';
}
