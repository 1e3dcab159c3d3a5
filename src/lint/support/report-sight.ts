import type { Site } from '../../plan/model.js';
import { createSight } from '../../sight/sight.js';
import type { Sight } from '../../sight/types.js';

const known = new WeakMap<Site, Sight>();

/**
 * What lies where on the plan of a report, and what is seen of it, for drawings, schedules and fixes: what its verdicts
 * were worked out with where that is still known, else the same made anew. No part of the report: functions can't be
 * kept in a file or handed to another thread.
 */
export function sightForReport({ site }: { readonly site: Site }): Sight {
  const sight = known.get(site) ?? createSight(site);
  known.set(site, sight);
  return sight;
}

/** Keeps what was worked out of `site`, for as long as the site itself. */
export function cacheSight(site: Site, sight: Sight): void {
  known.set(site, sight);
}

/** Lets go of what was worked out of `site`: of thousands of plans that nobody draws it fills the memory. */
export function releaseSight(site: Site): void {
  known.delete(site);
}
