// The poses that a camera may take at its mounts, as a tree of boxes, with bounds on what all poses of a box see.

import { spendBudget } from '../../../base/budget.js';
import { memoize, once } from '../../../base/memo.js';
import type { RuleContext } from '../../../facts/context.js';
import { clipConvex, coveredArea, signedArea } from '../../../geometry/index.js';
import type { Box, Ring } from '../../../geometry/types.js';
import { halvesOfRange, widestOf } from '../../../lint/search/cells.js';
import { seesUndrawn, seesUndrawnInAll, zoneSeenByAll, zonesSeenBy } from '../../../lint/search/private.js';
import { STRAIGHT_DOWN } from '../../../plan/build/membership.js';
import type { Device, Range, Zone } from '../../../plan/model.js';
import type { Eyes, PoseBox, Poses } from '../../../sight/types.js';
import type { CameraType, Catalogue, Requirement } from '../types.js';
import { type Atom, areaOf } from './atoms.js';
import { cameraAt, eyesOf, type Mount, middleOf } from './camera.js';
import { halvesOf, sizeOf } from './convex.js';
import { inView } from './in-view.js';

/** A part of a mount, and what is in sight from anywhere in it, whatever the lens. */
export interface Spot {
  readonly mount: Mount;
  readonly eyes: Eyes;
  /** Atoms that something in it may see: their indices, and of each an upper bound of the area in sight, m². */
  readonly atoms: Int32Array;
  readonly areas: Float64Array;
  /** Longest side, m. */
  readonly size: number;
  halves(): readonly [Spot, Spot];
}

/** A camera type at a mount: the root of a tree of cells. */
export interface Root {
  /** The plan as seen by each pack. */
  readonly contexts: readonly RuleContext[];
  readonly mount: Mount;
  readonly type: CameraType;
  readonly spot: Spot;
  /** The camera in the middle of the mount, looking straight away from it. */
  readonly device: Device;
  readonly poses: Poses;
  /** Headings (clockwise from +y of the plan) and tilts that may be taken there, degrees. */
  readonly headings: Range;
  readonly tilts: Range;
  /**
   * Returns a private zone, one of those with the ids `among`, of which every pose of a box sees more than a graze;
   * undefined if that is certain of none.
   */
  readonly seenByAll: (box: PoseBox, among: ReadonlySet<string>) => Zone | undefined;
  /** True if every pose of a box certainly sees too much floor that is in no zone. */
  readonly seesUndrawnInAll: (box: PoseBox) => boolean;
  /** Id of the private zone that closed the last cell; the next cell is tested against it first. */
  readonly hint: { zone: string | undefined };
}

/**
 * A box of poses of a camera type: all headings and tilts in two ranges, from anywhere in a part of a mount (`spot`).
 * `halves` returns the two cells into which the search splits it, `openness` whether a camera may be installed in it.
 * Both are computed at the first call and kept.
 */
export interface Cell {
  readonly root: Root;
  readonly spot: Spot;
  readonly headings: Range;
  readonly tilts: Range;
  /** Number of splits that led from `first` to this cell; 0 for a first cell. */
  readonly depth: number;
  /** The first cell of its root that this one is a part of; undefined if it is a first cell itself. */
  readonly first: Cell | undefined;
  /** The dimension across which it is split; undefined if it is too small to split. */
  readonly split: Split | undefined;
  /** Returns its two halves; itself twice if it isn't split. */
  halves(): readonly [Cell, Cell];
  /** Returns whether some pose of it may be installed. */
  openness(): Openness;
}

/**
 * Whether a camera may be installed in the poses of a cell. closed: in none, since in each it sees more than a graze of
 * the private zone `by`, or (`by` undefined) too much floor that is in no zone. free: it may in the pose in the middle
 * of the cell. open: it may not in that pose, and whether it may in another isn't known.
 */
export type Openness =
  | { readonly is: 'closed'; readonly by: Zone | undefined }
  | { readonly is: 'free' }
  | { readonly is: 'open' };

/** Degrees: widest span of headings of a first cell. */
const SECTOR = 30;

/** Steps of the budget for a look from a place. */
const PLACE = 20_000;

/**
 * Returns the roots of `mounts`, in their order. A mount from which no atom is in sight has none. `contexts`: the plan as
 * judged by each of its packs.
 */
export function rootsOf(
  contexts: readonly RuleContext[],
  mounts: readonly Mount[],
  { cameras, mounting: { tilts } }: Catalogue,
  atoms: readonly Atom[],
): Root[] {
  const [context] = contexts;
  if (context === undefined) return [];
  return mounts.flatMap((mount): Root[] => {
    let spot: Spot | undefined;
    // A camera that looks straight down from a wall doesn't say to which side of it, so that it covers nothing for certain.
    const open: Range = mount.kind === 'wall' ? [tilts[0], Math.min(tilts[1], STRAIGHT_DOWN)] : tilts;
    if (open[0] > open[1]) return [];
    return cameras.flatMap((type): Root[] => {
      if (!type.mounts.includes(mount.kind)) return [];
      const device = cameraAt(context, mount, type, { at: middleOf(mount), heading: mount.facing, tilt: 0 });
      const poses = context.sight.poses(device);
      if (poses === undefined) return [];
      if (spot === undefined) {
        const eyes = eyesOf(context, mount, type);
        if (eyes === undefined) return [];
        spot = spotOf(mount, eyes, poses, atoms);
      }
      if (spot.atoms.length === 0) return [];
      const headings = headingsOf(mount, poses);
      const seenByAll = once(() => zoneSeenByAll(contexts, device, poses, { atLeast: 'sliver' }));
      return [
        {
          contexts,
          mount,
          type,
          spot,
          device,
          poses,
          headings,
          tilts: open,
          seenByAll: (box, among) => seenByAll()(box, among),
          hint: { zone: undefined },
          seesUndrawnInAll: (box) => seesUndrawnInAll(contexts, poses, mount.level, box),
        },
      ];
    });
  });
}

function headingsOf({ facing, spread }: Mount, { headings }: Poses): Range {
  return spread === undefined ? (headings ?? [0, 360]) : [facing - spread, facing + spread];
}

/** m²: what is in sight of an atom through the joint of two walls, by rounding alone; far less than a bound's slack. */
const SLIVER = 1e-6;

/** Corners of a view that are measured: from a long front over a campus there are tens of thousands. */
const MOST_CORNERS = 2000;

/**
 * Returns the part of a mount where `eyes` are, with those atoms of its level that are in sight from some point of it,
 * in whatever direction. `poses` works out the views.
 *
 * @param among indices of the atoms to look at; undefined: all
 */
export function spotOf(mount: Mount, eyes: Eyes, poses: Poses, atoms: readonly Atom[], among?: Int32Array): Spot {
  spendBudget(PLACE);
  const view = poses.inSightOfSome({ headings: [0, 0], tilts: [0, 0], fields: [0, 0], places: eyes });
  const lies = inView(view);
  const corners = view.reduce((sum, { rings }) => sum + rings.reduce((all, ring) => all + ring.length, 0), 0);
  const inSight = ({ region, area }: Atom) => {
    const { covered, bound } = coveredArea(region, view);
    return Math.min(area, covered + bound);
  };
  const indices: number[] = [];
  const areas: number[] = [];
  const ask = (index: number) => {
    const atom = atoms[index];
    if (atom === undefined || atom.level !== mount.level) return;
    const how = lies(atom.box);
    if (how === 'none') return;
    // Of a view with very many corners a square counts whole where any of it may be in sight, which takes too long to measure.
    const area = how === 'all' || corners > MOST_CORNERS ? atom.area : inSight(atom);
    if (area <= SLIVER) return;
    indices.push(index);
    areas.push(area);
  };
  if (among === undefined) for (let i = 0; i < atoms.length; i++) ask(i);
  else for (const index of among) ask(index);
  const spot: Spot = {
    mount,
    eyes,
    atoms: Int32Array.from(indices),
    areas: Float64Array.from(areas),
    size: sizeOf(eyes.ring),
    halves: once((): readonly [Spot, Spot] => {
      const [one, other] = halvesOf(eyes.ring);
      return [
        spotOf(mount, { ...eyes, ring: one }, poses, atoms, spot.atoms),
        spotOf(mount, { ...eyes, ring: other }, poses, atoms, spot.atoms),
      ];
    }),
  };
  return spot;
}

/** Returns the cells into which a root is first divided, in order of headings. Returns the same objects each time. */
export const firstCells = memoize((root: Root): readonly Cell[] => {
  const { tilts } = root;
  const [from, to] = root.headings;
  const count = Math.max(1, Math.ceil((to - from) / SECTOR - 1e-9));
  return Array.from({ length: count }, (_, i): Cell => {
    const headings: Range = [from + ((to - from) * i) / count, from + ((to - from) * (i + 1)) / count];
    return cellOf(root, root.spot, headings, tilts);
  });
});

function cellOf(root: Root, spot: Spot, headings: Range, tilts: Range, above?: Cell): Cell {
  const split = splitOf({ spot, headings, tilts });
  const cell: Cell = {
    root,
    spot,
    headings,
    tilts,
    depth: above === undefined ? 0 : above.depth + 1,
    first: above?.first ?? above,
    split,
    halves: once(() => halvesOfCell(cell)),
    openness: once(() => opennessOf(cell)),
  };
  return cell;
}

/** Returns the box of poses of a cell. */
export function boxOfCell({ root, spot, headings, tilts }: Cell): PoseBox {
  const { hfov } = root.type.lens;
  return { headings, tilts, fields: [hfov, hfov], places: spot.eyes };
}

function opennessOf(cell: Cell): Openness {
  const { root, spot, headings, tilts } = cell;
  const { contexts } = root;
  const [context] = contexts;
  if (context === undefined) return { is: 'open' };
  const middle = ([from, to]: Range) => (from + to) / 2;
  const at = middleOf({ at: spot.eyes.ring });
  const device = cameraAt(context, root.mount, root.type, { at, heading: middle(headings), tilt: middle(tilts) });
  const box = boxOfCell(cell);
  // Only what the pose in the middle sees can be seen by all. One zone at a time, since mostly the first decides.
  let isFree = true;
  for (const zone of zonesSeenBy(contexts, device, root.hint.zone)) {
    isFree = false;
    const by = root.seenByAll(box, new Set([zone]));
    if (by === undefined) continue;
    root.hint.zone = zone;
    return { is: 'closed', by };
  }
  if (seesUndrawn(contexts, device))
    return root.seesUndrawnInAll(box) ? { is: 'closed', by: undefined } : { is: 'open' };
  return { is: isFree ? 'free' : 'open' };
}

/** Widths that count as equal when a cell is split: m, degrees, degrees. */
const UNIT = { place: 0.5, headings: 10, tilts: 40 } as const;

/** Widths at which a cell isn't split any more: m, degrees, degrees. */
export const FINEST = { place: 0.01, headings: 0.1, tilts: 0.4 } as const;

/**
 * True if a cell is at most `times` as wide as {@link FINEST} in place, headings and tilts, or is too small to split.
 */
export function isFine({ spot, headings, tilts, split }: Cell, times: number): boolean {
  if (split === undefined) return true;
  return (
    spot.size <= times * FINEST.place &&
    headings[1] - headings[0] <= times * FINEST.headings &&
    tilts[1] - tilts[0] <= times * FINEST.tilts
  );
}

/** How a cell is split: across its place, its headings or its tilts. */
export type Split = 'S' | 'H' | 'T';

function splitOf({ spot, headings, tilts }: Pick<Cell, 'spot' | 'headings' | 'tilts'>): Split | undefined {
  return widestOf<Split>([
    { name: 'S', size: spot.size, unit: UNIT.place, finest: FINEST.place },
    { name: 'H', size: headings[1] - headings[0], unit: UNIT.headings, finest: FINEST.headings },
    { name: 'T', size: tilts[1] - tilts[0], unit: UNIT.tilts, finest: FINEST.tilts },
  ]);
}

function halvesOfCell(cell: Cell): readonly [Cell, Cell] {
  const { root, spot, headings, tilts, split } = cell;
  if (split === undefined) return [cell, cell];
  if (split === 'S') {
    const [one, other] = spot.halves();
    return [cellOf(root, one, headings, tilts, cell), cellOf(root, other, headings, tilts, cell)];
  }
  const half = (range: Range) =>
    split === 'H' ? cellOf(root, spot, range, tilts, cell) : cellOf(root, spot, headings, range, cell);
  const [one, other] = halvesOfRange(split === 'H' ? headings : tilts);
  return [half(one), half(other)];
}

/** A convex frame, as half-planes a·x + b·y ≤ c. */
interface Frame {
  readonly ring: Ring;
  /** a, b and c of each side in turn; zeros, which hold everything, for one that is skipped. */
  readonly sides: Float64Array;
  readonly box: Box;
}

/** Steps of the budget for the frames of a cell, and for each atom. */
const [FRAMES, ATOM] = [3000, 5];

/**
 * Returns an upper bound of the weight that any one pose of the cell can cover. Of an atom it counts the area that some
 * pose has in frame, but no more than is in sight from the cell's place.
 *
 * @param atoms all atoms of the plan, by index, as are `requirements` and `weights`
 * @param weights weight per m² of each atom
 * @param visit called with the index of each atom that some pose may see, and an upper bound of its area seen, m²
 */
export function mostCollected(
  cell: Cell,
  atoms: readonly Atom[],
  requirements: readonly Requirement[],
  weights: Float64Array,
  visit?: (atom: number, area: number) => void,
): number {
  const { spot, root } = cell;
  const box = boxOfCell(cell);
  const frames = new Map<number, readonly Frame[]>();
  let sum = 0;
  spendBudget(ATOM * spot.atoms.length);
  for (let i = 0; i < spot.atoms.length; i++) {
    const index = spot.atoms[i] ?? 0;
    const weight = weights[index] ?? 0;
    if (weight <= 0 && visit === undefined) continue;
    const atom = atoms[index];
    const density = requirements[atom?.of ?? -1]?.density;
    if (atom === undefined || density === undefined) continue;
    let known = frames.get(density);
    if (known === undefined) {
      spendBudget(FRAMES);
      known = root.poses.framesOfSome(box, density).map(frameOf);
      frames.set(density, known);
    }
    const area = areaInFrames(atom, known, spot.areas[i] ?? 0);
    if (area <= 0) continue;
    visit?.(index, area);
    sum += weight * area;
  }
  return sum;
}

/** m: the side of a frame that is shorter gets its direction from rounding alone, and is skipped. */
const SHORT = 1e-8;

function frameOf(ring: Ring): Frame {
  const turns = signedArea(ring) < 0 ? -1 : 1;
  const sides = new Float64Array(3 * ring.length);
  const box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
  ring.forEach(([x, y], i) => {
    const [nx, ny] = ring[(i + 1) % ring.length] ?? [x, y];
    const [a, b] = [turns * (ny - y), turns * (x - nx)];
    if (Math.hypot(a, b) >= SHORT) sides.set([a, b, a * x + b * y], 3 * i);
    box.minX = Math.min(box.minX, x);
    box.minY = Math.min(box.minY, y);
    box.maxX = Math.max(box.maxX, x);
    box.maxY = Math.max(box.maxY, y);
  });
  return { ring, sides, box };
}

/** m²: what rounding may take from an area that is clipped. */
const ROUNDING = 1e-9;

/** Returns the area of an atom in any of some frames, at most `most`. */
function areaInFrames(atom: Atom, frames: readonly Frame[], most: number): number {
  let sum = 0;
  for (const frame of frames) {
    const { box } = atom;
    if (box.minX > frame.box.maxX || box.maxX < frame.box.minX) continue;
    if (box.minY > frame.box.maxY || box.maxY < frame.box.minY) continue;
    const how = across(frame, box);
    if (how === 'out') continue;
    if (how === 'in') return most;
    spendBudget(200);
    sum += inFrame(atom, frame.ring) + ROUNDING;
    if (sum >= most) return most;
  }
  return sum;
}

function across({ sides }: Frame, box: Box): 'in' | 'out' | 'across' {
  let isIn = true;
  for (let i = 0; i < sides.length; i += 3) {
    const a = sides[i] ?? 0;
    const b = sides[i + 1] ?? 0;
    const c = sides[i + 2] ?? 0;
    const least = a * (a > 0 ? box.minX : box.maxX) + b * (b > 0 ? box.minY : box.maxY);
    if (least > c) return 'out';
    if (isIn && a * (a > 0 ? box.maxX : box.minX) + b * (b > 0 ? box.maxY : box.minY) > c) isIn = false;
  }
  return isIn ? 'in' : 'across';
}

function inFrame({ region }: Atom, frame: Ring): number {
  const clip = (rings: readonly Ring[]) => rings.map((ring) => clipConvex(ring, frame));
  return Math.max(0, areaOf({ rings: clip(region.rings), shadows: clip(region.shadows) }));
}
