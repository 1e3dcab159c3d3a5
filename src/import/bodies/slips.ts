// Decides what becomes of narrow gaps in a drawing's walls that part two rooms.

import { distance, halfway } from '../../geometry/vector.js';
import { fromFrame, lineFrame } from '../../plan/walls/plane.js';
import { GAP, type Space } from '../rooms/spaces.js';
import { JAMBS, MEND, SAME_GAP } from './limits.js';
import { isHollow, isNamed, roomsAmong, type Surroundings, sidesOf } from './rooms.js';
import type { Gap, Strip } from './types.js';
import { rectangleOf } from './walls/bodies.js';

/** Gaps that were taken for slips of drawing, by what becomes of them. */
export interface Slips {
  /** Openings that nobody drew, each once: wide enough to look through, with a room on either side. */
  readonly opened: readonly Gap[];
  /** Gaps that become wall. */
  readonly closed: readonly Gap[];
  /** Those of `closed` without which two rooms would be one. */
  readonly parting: readonly Gap[];
  /** Strips that are wall: all but those between the jambs of a gap in `opened` or `parting`. */
  readonly strips: readonly Strip[];
}

/**
 * Decides what becomes of gaps that were taken for slips of drawing, by whether they part two rooms. Strips no longer
 * than a wall is thick are looked at, too: the two edges that were taken for the faces of a wall may be the jambs of a
 * gap.
 *
 * @param strips the storey's strips that were formed of two faces
 * @param around what stands about the gaps; its `solids` don't contain `gaps` and `strips`
 */
export function slipsAmong(gaps: readonly Gap[], strips: readonly Strip[], around: Surroundings): Slips {
  const jambed = new Map(strips.flatMap((strip) => betweenFaces(strip).map((gap) => [gap, strip] as const)));
  const wide = [...gaps.filter(({ length }) => length > GAP), ...jambed.keys()];
  const none: Slips = { opened: [], closed: gaps, parting: [], strips };
  if (wide.length === 0) return none;
  const all = [...gaps, ...jambed.keys()];
  const short = new Set(jambed.values());
  const long = strips.filter((strip) => !short.has(strip));
  const solids = [...around.solids, ...long.map((strip) => rectangleOf(strip, strip.thickness))];
  const rooms = roomsAmong(all, { ...around, solids });
  const between = wide.filter((gap) => {
    const [one, other] = sidesOf(gap, rooms);
    return one !== undefined && other !== undefined && one !== other;
  });
  if (between.length === 0) return none;
  // Where faces run on along a gap, as those of a bent wall do, no rooms are one without it.
  const shut = new Set(all);
  for (const gap of between) shut.delete(gap);
  const bare = roomsAmong([...shut], { ...around, solids });
  const parting = between.filter((gap) => {
    const [one, other] = sidesOf(gap, bare);
    return one !== undefined && one === other;
  });
  const entered = new Set<Space | undefined>(around.openings.flatMap((opening) => sidesOf(opening, rooms)));
  const isTold = (room: Space) => entered.has(room) || isNamed(room, around.names);
  const isRoom = (room: Space | undefined) => room !== undefined && !isHollow(room, isTold(room));
  const opened: Gap[] = [];
  for (const gap of [...parting].sort((p, q) => q.thickness - p.thickness)) {
    const isNew = !opened.some((one) => isSameGap(one, gap));
    if (gap.length > MEND && isNew && sidesOf(gap, rooms).every(isRoom)) opened.push(gap);
  }
  const isShut = (gap: Gap) => !opened.some((one) => isSameGap(one, gap));
  const bared = parting.filter((gap) => jambed.has(gap));
  const gone = new Set(bared.flatMap((gap) => jambed.get(gap) ?? []));
  return {
    opened,
    closed: [...gaps, ...bared].filter(isShut),
    parting: parting.filter(isShut),
    strips: strips.filter((strip) => !gone.has(strip)),
  };
}

/** Returns the gap across a strip no longer than a wall is thick: its faces may be the jambs of a gap. */
function betweenFaces(strip: Strip): Gap[] {
  const frame = lineFrame(strip);
  if (frame === undefined || frame.length > JAMBS[1] || strip.thickness <= GAP) return [];
  const [a, b] = [strip.thickness / 2, -strip.thickness / 2].map((d) => fromFrame(frame, frame.length / 2, d));
  return [
    {
      a,
      b,
      length: strip.thickness,
      thickness: frame.length,
      isBetweenEnds: true,
      wall: strip.thickness,
      filled: 0,
      by: new Set(),
      traces: [],
    },
  ];
}

/** True if two gaps are the same one, found from each of its ends or in two layers of one wall. */
export function isSameGap(one: Gap, other: Gap): boolean {
  const apart = distance(halfway(one.a, one.b), halfway(other.a, other.b));
  return apart < SAME_GAP && Math.abs(one.length - other.length) < SAME_LENGTH;
}

/** m: gaps in the layers of one wall differ less in length. */
const SAME_LENGTH = 0.15;
