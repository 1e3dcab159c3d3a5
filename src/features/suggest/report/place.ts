// Where in a zone a camera stands, in words of the compass.

import { boxOfRings, ringArea } from '../../../geometry/index.js';
import type { Point, Ring } from '../../../geometry/types.js';
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
const LONG = 3;

/** Share of the box round a zone that is the zone: with less, its middle may lie outside it and its parts have no names. */
const FULL = 0.75;

/**
 * Returns the compass direction of a vector in the plan, one of eight. `north`: true north, degrees clockwise from +y.
 */
export function compassOf(vector: Point, north = 0): Localized {
  const degrees = bearing((Math.atan2(vector[0], vector[1]) * 180) / Math.PI - north);
  return t[COMPASS[Math.round(degrees / 45) % COMPASS.length] ?? 'n'];
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
  const [ring] = zone.region.rings;
  if (ring === undefined) return name;
  const axis = axisOf(ring);
  const box = boxOfRings([ring.map((point) => turned(point, -axis))]);
  if (box === undefined) return name;
  const half: Point = [(box.maxX - box.minX) / 2, (box.maxY - box.minY) / 2];
  if (ringArea(ring) < FULL * 4 * half[0] * half[1]) return t.within({ zone: name });
  const [x, y] = turned(at, -axis);
  const share: Point = [
    (x - (box.minX + box.maxX) / 2) / Math.max(half[0], 0.01),
    (y - (box.minY + box.maxY) / 2) / Math.max(half[1], 0.01),
  ];
  const towards = (vector: Point) => compassOf(turned(vector, axis), north);
  // The axis is that of the longest side, so a long zone is long in x.
  if (half[0] >= LONG * half[1]) {
    const along = Math.abs(share[0]);
    if (along < MIDDLE) return t.middle({ zone: name });
    const direction = towards([Math.sign(share[0]), 0]);
    return along >= EDGE ? t.end({ zone: name, direction }) : t.part({ zone: name, direction });
  }
  const far = share.map((one) => (Math.abs(one) >= EDGE ? Math.sign(one) : 0));
  const edge: Point = [far[0] ?? 0, far[1] ?? 0];
  if (edge[0] === 0 && edge[1] === 0) {
    if (Math.hypot(...share) < MIDDLE) return t.middle({ zone: name });
    return t.part({ zone: name, direction: towards([share[0] * half[0], share[1] * half[1]]) });
  }
  const direction = towards(edge);
  return edge[0] === 0 || edge[1] === 0 ? t.side({ zone: name, direction }) : t.corner({ zone: name, direction });
}

/** Returns the direction of the longest side of a ring, radians from +x. */
function axisOf(ring: Ring): number {
  const sides = ring.map((from, n): Point => {
    const to = ring[(n + 1) % ring.length] ?? from;
    return [to[0] - from[0], to[1] - from[1]];
  });
  const length = ([x, y]: Point) => Math.hypot(x, y);
  const [dx, dy] = sides.reduce((best, side) => (length(side) > length(best) + 1e-6 ? side : best));
  return Math.atan2(dy, dx);
}

function turned([x, y]: Point, angle: number): Point {
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  return [x * cos - y * sin, x * sin + y * cos];
}
