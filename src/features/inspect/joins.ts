// Openings and the zones they join.

import type { Point } from '../../geometry/types.js';
import type { Opening, Site, Zone } from '../../plan/model.js';
import type { Sight } from '../../sight/types.js';

/** An opening and the zones on its two sides, left of its line first; undefined if no zone is drawn there. */
export interface Joined {
  readonly opening: Opening;
  readonly zones: readonly [Zone | undefined, Zone | undefined];
}

/** Metres to either side of an opening that cuts no wall at which its zones are looked up. */
const BESIDE = 0.1;

/** Returns all openings of `site` in the plan's order, with the zones they join. */
export function joinsOf(site: Site, sight: Sight): Joined[] {
  const astray = new Set(
    site.faults.flatMap(({ rule, subject }) => (rule === 'plan/opening-on-no-wall' ? [subject] : [])),
  );
  return site.levels.flatMap(({ openings }) =>
    openings.map((opening): Joined => {
      const zones = sight.joins(opening);
      const told = zones[0] !== undefined || zones[1] !== undefined || astray.has(opening.id);
      return { opening, zones: told ? zones : beside(opening, sight) };
    }),
  );
}

/** Returns the zones on both sides of an opening that cuts no wall, as the door of an entrance that isn't walled in. */
function beside({ level, line: [a, b] }: Opening, sight: Sight): Joined['zones'] {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  if (length === 0) return [undefined, undefined];
  const [x, y] = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  const [nx, ny] = [((a[1] - b[1]) / length) * BESIDE, ((b[0] - a[0]) / length) * BESIDE];
  const at = (point: Point) => sight.zonesAt(level, point)[0];
  return [at([x + nx, y + ny]), at([x - nx, y - ny])];
}
