// The views of a judged site, cached for drawings, schedules and fixes.
import type { Site } from '../../plan/model.js';
import { createSight } from '../../sight/sight.js';
import type { Sight } from '../../sight/types.js';

const known = new WeakMap<Site, Sight>();

/**
 * Returns the Sight of a judged `site`, which answers what devices see and hear there: the one that it was judged with
 * or, if that was released, a new one. Used by drawings, schedules and fixes. It is no part of the report: functions
 * can't be stored in a file or sent to another thread.
 */
export function sightForReport({ site }: { readonly site: Site }): Sight {
  const sight = known.get(site) ?? createSight(site);
  known.set(site, sight);
  return sight;
}

/** Caches the Sight of `site` for as long as the site object lives. */
export function cacheSight(site: Site, sight: Sight): void {
  known.set(site, sight);
}

/** Releases the cached Sight of `site`: those of thousands of plans that nobody draws would fill the memory. */
export function releaseSight(site: Site): void {
  known.delete(site);
}

/** Most plans of a run whose Sight stays in memory from judging to drawing: it takes 5 MB for a floor of a hotel. */
const MOST_KEPT = 24;

/**
 * True if a run over so many plans may keep the Sight of each in memory from judging to drawing. In a larger run each
 * Sight is computed again to draw its plan, and then released.
 */
export function mayKeepSight(plans: number): boolean {
  return plans <= MOST_KEPT;
}
