import type { Segment } from '../geometry/types.js';
import type { Opening } from '../plan/model.js';
import { type Face, jambs, type LevelWalls, lineOf } from '../plan/walls.js';

/**
 * must: the smallest view (doors closed unless normally open, only declared clear glass is clear).
 * may: the largest (everything that can open is open).
 * standing: may, but nobody opens a door or a curtain.
 */
export type World = 'must' | 'may' | 'standing';

/** A segment nothing is seen through, and what it stands for: an opening that is closed, a wall or zone, the zoned edge. */
export interface Barrier extends Segment {
  readonly of: readonly string[];
}

/** m: who stands behind something lower than this may still be seen over it. */
const PERSON = 2;

/** Whether an opening lets sight through. The table of the plan format, one line a world. */
export function isOpen(opening: Opening, world: World): boolean {
  const pane = opening.kind === 'window' || opening.kind === 'glass-door';
  const covered = opening.film || opening.glazing === 'opaque';
  if (opening.kind === 'passage') return true;
  if (world === 'must') {
    if (opening.normallyOpen && opening.kind !== 'window') return true;
    return pane && opening.glazing === 'clear' && !opening.film;
  }
  if (pane && covered && opening.fixed) return false;
  if (world === 'may' || opening.normallyOpen) return true;
  return pane && !covered;
}

/** Whether sight through it passes glass rather than a gap. */
export function isGlazed(opening: Opening): boolean {
  return (opening.kind === 'window' || opening.kind === 'glass-door') && !opening.normallyOpen;
}

/**
 * Stand-in for the shadows of what doesn't reach from floor to ceiling: it hides everything in must-see, and nothing
 * in may-see unless it is higher than both the camera and a person, when every line over it climbs. `eye` is the
 * camera's height in m, undefined where unknown.
 */
function hidesAll(height: number, eye: number | undefined): boolean {
  return eye !== undefined && height > Math.max(eye, PERSON);
}

/** Heights in may-see at which a low wall or a sill hides everything; cameras between two of them see the same walls. */
export function heightSteps(walls: LevelWalls): readonly number[] {
  const heights = [...walls.faces.map((face) => face.height), ...walls.cuts.map((cut) => cut.opening.sill)];
  return [...new Set(heights.filter((height): height is number => height !== undefined && height > PERSON))].sort(
    (a, b) => a - b,
  );
}

function faceBlocks(face: Face, world: World, eye: number | undefined, ceiling: number | undefined): boolean {
  if (face.material === 'frosted') return world === 'must';
  if (face.material === 'clear') return false;
  if (world === 'must' || face.height === undefined) return true;
  return (ceiling !== undefined && face.height >= ceiling) || hidesAll(face.height, eye);
}

function openingBlocks(
  opening: Opening,
  world: World,
  eye: number | undefined,
  ceiling: number | undefined,
  leadsOn: boolean,
): boolean {
  if (!isOpen(opening, world)) return true;
  const { sill = 0, head } = opening;
  if (world !== 'must') return hidesAll(sill, eye);
  return !leadsOn || sill > 0 || (head !== undefined && !(ceiling !== undefined && head >= ceiling));
}

/**
 * What blocks sight in `world` for a device at height `eye` (m; undefined: unknown) on a level with this `ceiling`.
 * must-see has every barrier of the others: its faces, jambs and leaves contain theirs.
 */
export function barriers(
  walls: LevelWalls,
  world: World,
  eye: number | undefined,
  ceiling: number | undefined,
): Barrier[] {
  const found: Barrier[] = [];
  for (const face of walls.faces) {
    if (faceBlocks(face, world, eye, ceiling)) found.push({ a: face.a, b: face.b, of: face.owners });
  }
  if (world === 'must') {
    for (const edge of walls.edges) found.push({ a: edge.a, b: edge.b, of: [edge.zone] });
  }
  for (const cut of walls.cuts) {
    const of = [cut.opening.id];
    for (const jamb of jambs(cut, world === 'must' ? 'must' : 'may')) found.push({ ...jamb, of });
    const leadsOn = cut.joins[0] !== undefined && cut.joins[1] !== undefined;
    if (openingBlocks(cut.opening, world, eye, ceiling, leadsOn)) found.push({ ...lineOf(cut.opening), of });
  }
  return found;
}
