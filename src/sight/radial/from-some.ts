// The may-see of a lens that may be anywhere in a place: parts of what the place sees, cut by bounds moved out.
import { spendBudget } from '../../base/budget.js';
import { clipHalfPlane, distance } from '../../geometry/index.js';
import type { Point, Ring, Segment } from '../../geometry/types.js';
import { clipFlat, type Flat } from '../cone/convex.js';
import type { Plane } from '../cone/sectors.js';
import { type Pass, passAbout, SLIT } from './passes.js';
import type { Bound, Cell, Table, TableSector } from './table.js';

/**
 * A sill or lintel on the way to a part of a view: its ends (plan metres), and the range of heights, m above the floor,
 * that it lets through.
 */
export type PassedGate = Segment & Pass;

/** A part of the area seen from a place, as a ring in m, with the sills and lintels it is seen past. */
export interface PlacePart {
  readonly ring: Ring;
  readonly gates: readonly PassedGate[];
}

/**
 * Returns the parts of a view from somewhere in `place` in which some height is both in frame and let through by every
 * gate on the way; rings, m. An upper bound: the height is the same throughout, but frame and each gate may take
 * another position.
 *
 * From a position e, a sector of the frame is the sector about the middle moved by e. So it lies within the planes of
 * that sector, each moved out by as far as any position lies on its outer side. A gate's bounds are those of the
 * position from which it hides least. All bounds are affine, so some height is within them where each lower one is at
 * most each upper one.
 *
 * @param parts what the place sees past walls, with the gates on the way
 * @param place convex polygon of positions
 * @param eye the position about which the table is, with its height above the floor
 * @param family the table, and the azimuth of its heading in the plan (radians, counter-clockwise from +x)
 */
export function seenFromSome(
  parts: readonly PlacePart[],
  place: Ring,
  eye: { readonly at: Point; readonly height: number | undefined },
  { table, heading }: { readonly table: Table; readonly heading: number },
): Ring[] {
  const cells = cellsOf(table, heading, (x, y) =>
    Math.max(...place.map((position) => x * (position[0] - eye.at[0]) + y * (position[1] - eye.at[1]))),
  );
  const found: Ring[] = [];
  for (const { ring, gates } of parts) {
    const about = ring.map(([x, y]): Point => [x - eye.at[0], y - eye.at[1]]);
    const bounds = eye.height === undefined ? NO_GATES : gateBounds(gates, place, eye.at, eye.height);
    if (bounds === undefined) continue;
    spendBudget(4 * cells.length * about.length);
    for (const { planes, lows, highs } of cells) {
      const cut = cutBy(about, planes, [...lows, ...bounds.lows], [...highs, ...bounds.highs]);
      if (cut.length >= 3) found.push(cut.map(([x, y]): Point => [x + eye.at[0], y + eye.at[1]]));
    }
  }
  return found;
}

/** A cell of a table in plan axes about the eye, moved out. */
interface MovedCell {
  /** x·px + y·py ≤ at. */
  readonly planes: readonly Bound[];
  readonly lows: readonly Bound[];
  readonly highs: readonly Bound[];
}

/** Returns the cells; `farthest` returns how far (m, times the length of (x, y)) the place reaches in a direction. */
function cellsOf({ sectors }: Table, heading: number, farthest: (x: number, y: number) => number): MovedCell[] {
  const [cos, sin] = [Math.cos(heading), Math.sin(heading)];
  const turned = ({ x, y }: Plane): Plane => ({ x: x * cos - y * sin, y: x * sin + y * cos });
  /** The half-plane x·px + y·py ≤ at about any position. */
  const within = ({ x, y }: Plane, at: number): Bound => ({ at: at + farthest(x, y), x, y });
  return sectors.flatMap((sector) =>
    sector.cells.map(({ lows, highs, fars }) => ({
      planes: [
        within({ x: Math.sin(sector.from + heading), y: -Math.cos(sector.from + heading) }, 0),
        within({ x: -Math.sin(sector.to + heading), y: Math.cos(sector.to + heading) }, 0),
        within(
          {
            x: -Math.cos((sector.from + sector.to) / 2 + heading),
            y: -Math.sin((sector.from + sector.to) / 2 + heading),
          },
          0,
        ),
        ...fars.map((far) => within(turned(far), 1)),
        ...capsOf({ lows, highs, fars }, sector.from, sector.to).map(({ at, ...plane }) => within(turned(plane), at)),
      ],
      lows: [...lows, ...levelled(lows, sector, Math.min)].map((low) => {
        const plane = turned(low);
        return { at: low.at - farthest(plane.x, plane.y), ...plane };
      }),
      highs: [...highs, ...levelled(highs, sector, Math.max)].map((high) => {
        const plane = turned(high);
        return { at: high.at + farthest(-plane.x, -plane.y), ...plane };
      }),
    })),
  );
}

/**
 * Returns, for each bound that leans across its sector, one that doesn't and is no closer anywhere in it: moved out, a
 * steep side of a frame rises by much, and the corner above it doesn't.
 */
function levelled(
  bounds: readonly Bound[],
  { from, to }: TableSector,
  outer: (a: number, b: number) => number,
): Bound[] {
  const [middle, half] = [(from + to) / 2, (to - from) / 2];
  const value = ({ x, y }: Plane, azimuth: number) => x * Math.cos(azimuth) + y * Math.sin(azimuth);
  return bounds.flatMap((bound): Bound[] => {
    if (bound.x === 0 && bound.y === 0) return [];
    const slope = outer(value(bound, from), value(bound, to)) / Math.cos(half);
    return [{ ...bound, x: slope * Math.cos(middle), y: slope * Math.sin(middle) }];
  });
}

/** m: farther away than anything that is looked at. */
const FAR = 1e5;

/**
 * Returns the planes across both sides of a sector at the end of its cell: moved out, two sides of a cell that meet at a
 * sharp corner would meet far beyond it.
 */
function capsOf({ lows, highs, fars }: Cell, from: number, to: number): Bound[] {
  let shape: Flat = [0, 0, FAR * Math.cos(from), FAR * Math.sin(from), FAR * Math.cos(to), FAR * Math.sin(to)];
  for (const { x, y } of fars) shape = clipFlat(shape, x, y, 1);
  for (const low of lows)
    for (const high of highs) shape = clipFlat(shape, low.x - high.x, low.y - high.y, high.at - low.at);
  return [from, to].flatMap((azimuth): Bound[] => {
    const [x, y] = [Math.cos(azimuth), Math.sin(azimuth)];
    let at = 0;
    for (let i = 0; i < shape.length; i += 2) at = Math.max(at, x * shape[i] + y * shape[i + 1]);
    return at > FAR / 4 ? [] : [{ at, x, y }];
  });
}

interface GateBounds {
  readonly lows: readonly Bound[];
  readonly highs: readonly Bound[];
}

const NO_GATES: GateBounds = { lows: [], highs: [] };

/** Returns the bounds of gates about the eye; undefined if one lets nothing through. */
function gateBounds(gates: readonly PassedGate[], place: Ring, eye: Point, height: number): GateBounds | undefined {
  const lows: Bound[] = [];
  const highs: Bound[] = [];
  for (const { a, b, ...heights } of gates) {
    const pass = passAbout(heights, height);
    if (pass === undefined) return undefined;
    const length = distance(a, b);
    let [x, y] = [(b[1] - a[1]) / length, (a[0] - b[0]) / length];
    let line = x * (a[0] - eye[0]) + y * (a[1] - eye[1]);
    if (line < 0) [x, y, line] = [-x, -y, -line];
    const along = place.map((position) => x * (position[0] - eye[0]) + y * (position[1] - eye[1]));
    const nearest = line - Math.max(...along);
    const farthest = line - Math.min(...along);
    // A point q beyond the gate, seen past an edge w above the eye from c before it, is w + w·q/c above the eye there.
    const edge = (w: number, before: number): Bound[] => {
      if (!Number.isFinite(w) || before <= SLIT) return [];
      const grows = w / before;
      return [{ at: w - grows * line, x: grows * x, y: grows * y }];
    };
    lows.push(...edge(pass.from, pass.from < 0 ? nearest : farthest));
    highs.push(...edge(pass.to, pass.to > 0 ? nearest : farthest));
  }
  return { lows, highs };
}

function cutBy(ring: Ring, planes: readonly Bound[], lows: readonly Bound[], highs: readonly Bound[]): Ring {
  let cut = ring;
  for (const { at, x, y } of planes) {
    if (cut.length < 3) return [];
    cut = clipHalfPlane(cut, { a: x, b: y, c: at });
  }
  for (const low of lows) {
    for (const high of highs) {
      const [a, b, c] = [low.x - high.x, low.y - high.y, high.at - low.at];
      if (a === 0 && b === 0) {
        if (c < 0) return [];
        continue;
      }
      if (cut.length < 3) return [];
      cut = clipHalfPlane(cut, { a, b, c });
    }
  }
  return cut;
}
