// Forms the bodies and openings of one storey.

import type { Point, Ring, Segment } from '../../geometry/types.js';
import { distance, halfway } from '../../geometry/vector.js';
import { inRings } from '../../plan/inside.js';
import type { OpeningKind } from '../../plan/model.js';
import { SAME_GAP } from './limits.js';
import { chosen } from './openings/choose.js';
import { fillingOf, isLeaf, type Trace, tracesOf } from './openings/evidence.js';
import { gapsOf } from './openings/gaps.js';
import { bodiesOf } from './openings/rays.js';
import { placeUntaken } from './openings/untaken.js';
import { partingGaps } from './rooms.js';
import { slipsAmong } from './slips.js';
import type { BodyOpening, Drawn, Evidence, Gap, Untaken, Walls } from './types.js';
import { rectangleOf, wallsOf } from './walls/bodies.js';

/** Bodies of a storey's walls, its openings and closed gaps, and the drawn doors and windows that became neither. */
export interface Formed {
  readonly walls: Walls;
  readonly openings: readonly BodyOpening[];
  /** Gaps that are closed: slips and corners. */
  readonly closed: readonly Gap[];
  /** Those of `closed` without which two rooms would be one. */
  readonly parting: readonly Gap[];
  readonly untaken: readonly Untaken[];
}

/** Returns the bodies and openings of what is drawn of one storey. */
export function formBodies({ lines, solids, strips, evidence, names, rooms }: Drawn): Formed {
  const walls = wallsOf(lines, solids, strips);
  const bodies = bodiesOf(walls);
  const traces = tracesOf(evidence);
  const { drawn, unsure, closed: slips } = chosen(gapsOf(walls, bodies, fillingOf(traces)), evidence);
  const taken = new Set(drawn.flatMap(({ by }) => [...by]));
  const { placed, untaken } = placeUntaken(evidence, traces, taken, walls, bodies);
  const isInRoom = (at: Point) => rooms.some((rings) => inRings(rings, at));
  const open = unsure.filter((gap) => !placed.some((one) => isSame(one, gap)) && !isInRoom(halfway(gap.a, gap.b)));
  const doorless = partingGaps(open, {
    lines: walls.lines,
    solids: [...ringsOf(walls), ...fillsOf(slips)],
    openings: [...drawn, ...placed],
    names,
    isInside: bodies.isInside,
  });
  // No gap parts a room that is drawn itself.
  const isLoose = (gap: Gap) => !isInRoom(halfway(gap.a, gap.b));
  const wide = new Set(strips);
  const paired = walls.strips.filter((strip) => !wide.has(strip));
  const sorted = slipsAmong(slips.filter(isLoose), paired, {
    lines: walls.lines,
    solids: ringsOf({ ...walls, strips }),
    openings: [...drawn, ...placed, ...doorless],
    names,
    isInside: bodies.isInside,
  });
  const openings: BodyOpening[] = [
    ...drawn.map((gap): BodyOpening => ({ ...gap, by: [...gap.by], kind: kindOf([...gap.by], evidence) })),
    ...placed.map((one): BodyOpening => ({ ...one, kind: kindOf(one.by, evidence), isBetweenEnds: true })),
    ...[...doorless, ...sorted.opened].map((gap): BodyOpening => ({ ...gap, by: [], kind: undefined })),
  ];
  const turned = openings.sort(byEvidence).map((opening) => fromHinge(opening, traces));
  return {
    walls: { ...walls, strips: [...sorted.strips, ...strips] },
    openings: turned,
    closed: [...slips.filter((gap) => !isLoose(gap)), ...sorted.closed],
    parting: sorted.parting,
    untaken,
  };
}

/** Returns an opening that runs from the hinge of its first leaf, as doors do in a plan. */
function fromHinge(opening: BodyOpening, traces: readonly Trace[]): BodyOpening {
  const along = ({ a, b }: Segment): Point => [b[0] - a[0], b[1] - a[1]];
  const [dx, dy] = along(opening);
  const length = Math.hypot(dx, dy);
  for (const trace of traces) {
    if (!opening.by.includes(trace.of)) continue;
    const [x, y] = along(trace);
    const run = (x * dx + y * dy) / length;
    // The open leaf lies across.
    if (Math.abs(run) > Math.hypot(x, y) / 2) return run < 0 ? { ...opening, a: opening.b, b: opening.a } : opening;
  }
  return opening;
}

/** Orders openings as they are drawn, those that aren't drawn last. */
function byEvidence(p: BodyOpening, q: BodyOpening): number {
  const first = ({ by }: BodyOpening) => (by.length === 0 ? Number.MAX_SAFE_INTEGER : Math.min(...by));
  return first(p) - first(q);
}

/** Thickness in m of a closed gap between single lines. */
const HAIR = 0.01;

/**
 * Returns the rectangle of each strip (a stretch of wall between two faces) and the ring of each solid; they may
 * overlap.
 */
export function ringsOf({ strips, solids }: Walls): Ring[] {
  return [...strips.map((strip) => rectangleOf(strip, strip.thickness)), ...solids];
}

/** Returns the rectangle that each closed gap becomes: along the gap, as thick as its wall, at least 0.01 m. */
export function fillsOf(closed: readonly Gap[]): Ring[] {
  return closed.map((gap) => rectangleOf(gap, Math.max(gap.thickness, HAIR)));
}

/** Returns what the evidence shows; a swing makes it a door. */
function kindOf(by: readonly number[], evidence: readonly Evidence[]): OpeningKind {
  const all = by.map((n) => evidence[n]);
  const swung = all.find(({ shape }) => shape.swings.some(isLeaf));
  if (swung !== undefined) return swung.kind === 'window' ? 'door' : swung.kind;
  return (all.find(({ kind }) => kind !== 'window') ?? all[0])?.kind ?? 'window';
}

function isSame(one: Segment, other: Segment): boolean {
  return distance(halfway(one.a, one.b), halfway(other.a, other.b)) < SAME_GAP;
}
