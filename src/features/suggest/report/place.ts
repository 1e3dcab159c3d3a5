// Where in a zone a camera stands, in words of the compass.

import { boxOfRings } from '../../../geometry/index.js';
import type { Point } from '../../../geometry/types.js';
import { quoted } from '../../../i18n/list.js';
import type { Localized } from '../../../i18n/locale.js';
import type { Zone } from '../../../plan/model.js';
import { bearing } from '../../../plan/read/frame.js';
import { plainText } from '../../../render/escape.js';
import { t } from './texts.js';

/** Directions of the compass, clockwise from north, 45° apart. */
const COMPASS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;

/** Shares of the way from the middle of a zone to its edge: below the first is its middle, from the second on its edge. */
const [MIDDLE, EDGE] = [0.35, 0.7];

/** How many times as long as wide a zone is that has ends. */
const LONG = 2;

/** Returns the direction of the compass of a vector in the plan. */
export function compassOf([x, y]: Point, north = 0): Localized {
  return t[directionOf([x, y], north)];
}

function directionOf([x, y]: Point, north: number): (typeof COMPASS)[number] {
  const degrees = bearing((Math.atan2(x, y) * 180) / Math.PI - north);
  return COMPASS[Math.round(degrees / 45) % COMPASS.length] ?? 'n';
}

/** Returns the zone's name, or its id if it has none, in quotes. */
export function zoneName({ name, id }: Zone): Localized {
  return quoted(plainText(name ?? id));
}

/**
 * Returns the part of a zone that a point lies in: “二层走廊”西端.
 *
 * @param north true north, degrees clockwise from +y of the plan
 */
export function partOf(zone: Zone, at: Point, north = 0): Localized {
  const name = zoneName(zone);
  const box = boxOfRings(zone.region.rings);
  if (box === undefined) return name;
  const half: Point = [(box.maxX - box.minX) / 2, (box.maxY - box.minY) / 2];
  const off: Point = [at[0] - (box.minX + box.maxX) / 2, at[1] - (box.minY + box.maxY) / 2];
  const share: Point = [off[0] / Math.max(half[0], 0.01), off[1] / Math.max(half[1], 0.01)];
  const [long, short] = half[0] >= half[1] ? ([0, 1] as const) : ([1, 0] as const);
  const along = share[long] ?? 0;
  if ((half[long] ?? 0) >= LONG * (half[short] ?? 0)) {
    // Along a corridor what counts is how far along it, not at which of its two walls.
    if (Math.abs(along) >= MIDDLE) {
      const direction = t[directionOf(long === 0 ? [off[0], 0] : [0, off[1]], north)];
      return Math.abs(along) >= EDGE ? t.end({ zone: name, direction }) : t.part({ zone: name, direction });
    }
    return t.middle({ zone: name });
  }
  const isFar = share.map((one) => Math.abs(one) >= EDGE);
  if (!isFar.includes(true)) return Math.hypot(...share) < MIDDLE ? t.middle({ zone: name }) : partly(name, off, north);
  const towards: Point = [isFar[0] ? Math.sign(off[0]) : 0, isFar[1] ? Math.sign(off[1]) : 0];
  const direction = t[directionOf(towards, north)];
  return isFar.includes(false) ? t.side({ zone: name, direction }) : t.corner({ zone: name, direction });
}

function partly(zone: Localized, off: Point, north: number): Localized {
  return t.part({ zone, direction: t[directionOf(off, north)] });
}
