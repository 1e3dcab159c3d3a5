// Fixes of several findings that hold together: what may be written into the plan's files.

import { directoryOf } from '../../plan/directory.js';
import type { TextEdit } from '../../source/edit/splice.js';
import type { Fix, Fixes, LintVerdict, Report } from '../types.js';
import { fixesFor, OUTCOMES } from './fixes.js';
import { improves, relint } from './prove.js';

/** A fix chosen to be made together with others, and the findings that it settles. */
export interface ChosenFix {
  readonly fix: Fix;
  /** Gravest first. */
  readonly settles: readonly LintVerdict[];
}

/** Fixes that are proved to hold together. */
export interface FixesTogether {
  readonly chosen: readonly ChosenFix[];
  /** New texts of the files that they change, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** Number of findings that a fix would settle by itself, but not together with those chosen. */
  readonly left: number;
}

/** Most rounds. Each has the findings that none before it tried, or whose edits overlapped. */
const MOST_ROUNDS = 10;

/**
 * Returns the fixes of a report to write, one for each finding, gravest findings first: a fix whose edits overlap
 * those of a graver finding gives way. Each round tries all fixes at once, then ever fewer of the first ones until
 * they are proved; the next round starts from the plan edited so far. It ends when no further fix is proved, after
 * MOST_ROUNDS at most. All rounds together are proved against the given report, as a single fix is (`improves`), and
 * every device stays in its zones. Pure: nothing is written.
 */
export function fixesTogether(report: Report): FixesTogether {
  let now = report;
  let fixes = report.fixes ?? fixesFor(report);
  let chosen: readonly ChosenFix[] = [];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const proved = longestProved(report, now, chosen, compatible(now, fixes));
    if (proved === undefined) break;
    [now, chosen] = [proved.after, proved.chosen];
    fixes = fixesFor(now);
  }
  const before = new Map(report.files.map(({ path, text }) => [path, text]));
  return {
    chosen,
    texts: new Map(now.files.flatMap(({ path, text }) => (before.get(path) === text ? [] : [[path, text]]))),
    left: fixes.of.size,
  };
}

/** Returns one fix for each finding that has any, of those whose edits don't overlap, gravest findings first. */
function compatible({ verdicts }: Report, { of }: Fixes): ChosenFix[] {
  const chosen: ChosenFix[] = [];
  const settled = new Set<LintVerdict>();
  const graded = OUTCOMES.flatMap((outcome) => verdicts.filter((verdict) => verdict.outcome === outcome));
  for (const verdict of graded) {
    if (settled.has(verdict)) continue;
    const taken = chosen.flatMap(({ fix }) => fix.edits);
    const fix = of.get(verdict)?.find(({ edits }) => !edits.some((edit) => taken.some((other) => meets(edit, other))));
    if (fix === undefined) continue;
    const settles = graded.filter((one) => of.get(one)?.includes(fix));
    chosen.push({ fix, settles });
    for (const one of settles) settled.add(one);
  }
  return chosen;
}

/** True if two edits change the same characters, or insert at the same place. */
function meets(a: TextEdit, b: TextEdit): boolean {
  return a.path === b.path && (a.from === b.from || (a.from < b.to && b.from < a.to));
}

/** Returns the longest prefix of `more` that is proved on top of `before`; undefined if there is none. */
function longestProved(
  report: Report,
  now: Report,
  before: readonly ChosenFix[],
  more: readonly ChosenFix[],
): { readonly after: Report; readonly chosen: readonly ChosenFix[] } | undefined {
  for (let length = more.length; length > 0; length -= 1) {
    const added = more.slice(0, length);
    const after = relint(
      now,
      added.flatMap(({ fix }) => fix.edits),
    );
    const chosen = [...before, ...added];
    if (after === undefined || !isInPlace(report, after)) continue;
    if (
      improves(
        report,
        after,
        chosen.flatMap(({ settles }) => settles),
      )
    )
      return { after, chosen };
  }
  return undefined;
}

/** True if every device stands in the same zones as before: turned into its wall it would count to the zone behind. */
function isInPlace(before: Report, after: Report): boolean {
  const is = directoryOf(after.site).devices;
  return [...directoryOf(before.site).devices].every(([id, { zones }]) => is.get(id)?.zones.join() === zones.join());
}
