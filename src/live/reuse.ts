// What two versions of a site have in common: equal parts become the very same objects, by which results are remembered.

import { sharing } from '../facts/memo.js';
import { isDoubtful } from '../lint/doubts/judge.js';
import { lintPlan } from '../lint/lint.js';
import { sightForReport } from '../lint/support/report-sight.js';
import type { LintOptions, LintResult, Report } from '../lint/types.js';
import { onGround } from '../plan/ground.js';
import { isShallowlySame, levelLike, withEqualParts } from '../plan/like.js';
import type { Site } from '../plan/model.js';
import type { Drawn } from '../plan/read/read.js';
import { sightOn } from '../sight/sight.js';
import type { Sight } from '../sight/types.js';
import type { Read } from '../source/parse/reading.js';
import { forgetParsed } from '../source/place/locate.js';

/** A site with its sight. */
interface Seen {
  readonly site: Site;
  readonly sight: Sight;
}

/**
 * True if a report was judged in variants because the plan has doubtful elements or gaps between walls. Such a plan
 * must be judged as a whole, without taking over verdicts of another version.
 */
export function isWhollyJudged({ site, today }: Pick<Report, 'site' | 'today'>): boolean {
  return isDoubtful({ site, sight: sightForReport({ site }), pack: site.pack, today });
}

/**
 * Returns `site` with the parts of `before` in place of equal ones, their places among their members, and its sight;
 * undefined if it must be judged as a whole.
 */
function takenOver(site: Site, before: Pick<Report, 'site' | 'today'>): Seen | undefined {
  const seen = reusing(site, before.site);
  return isDoubtful({ ...seen, pack: site.pack, today: before.today }) ? undefined : seen;
}

/**
 * Judges the plan at `path`. Takes over the parts that are equal in `before`, the report on an earlier version, with what was
 * computed for them. Then releases the parsed form of that version's files, since findings taken over would keep it alive.
 *
 * @param onDrawn takes the plan as read, before it is judged
 */
export function judgeAfter(
  path: string,
  read: Read,
  options: LintOptions,
  before: Report | undefined,
  onDrawn: (drawn: Drawn) => void = () => {},
): LintResult {
  const result = lintPlan(path, read, options, undefined, {
    onDrawn,
    before: before?.site,
    takeOver: (site) => before && takenOver(site, before),
  });
  if (result.ok) for (const file of before?.files ?? []) if (!result.files.includes(file)) forgetParsed(file);
  return result;
}

/**
 * Returns the site, with parts that equal those of an earlier version replaced by the earlier objects, and its Sight, which
 * keeps what it computed for these. Does so for a site with doubtful elements, too (see `isWhollyJudged`).
 */
export function reusing(site: Site, before: Site): Seen {
  const levels = site.levels.map((level) => {
    const was = before.levels.find(({ id }) => id === level.id);
    return was === undefined ? level : levelLike(level, was);
  });
  const all = withEqualParts<Site>({ ...site, levels }, before);
  const isGround = isSameGround(all, before);
  const next = isGround ? onGround(all, before) : all;
  const known = sightForReport({ site: before });
  const { sight, isWhole } = sightOn(next, known);
  return { site: next, sight: isGround && isWhole ? sharing(sight, known) : sight };
}

/** True if the sites differ in devices, faults and files alone. */
function isSameGround(site: Site, before: Site): boolean {
  return (
    isShallowlySame(site, before, ['levels', 'faults', 'files']) &&
    site.levels.length === before.levels.length &&
    site.levels.every(
      (level, n) => level.id === before.levels[n]?.id && isShallowlySame(level, before.levels[n], ['devices']),
    )
  );
}
