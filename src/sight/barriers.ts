import type { Point, Segment } from '../geometry/types.js';
import type { Opening } from '../plan/model.js';
import { type Cut, type Face, jambs, type LevelWalls, lineOf, TUNNEL } from '../plan/walls.js';
import { toFrame } from '../plan/walls-plane.js';

/**
 * must: the smallest view (doors closed unless normally open, only declared clear glass is clear).
 * may: the largest (everything that can open is open).
 * standing: may, but nobody opens a door or a curtain.
 */
export type World = 'must' | 'may' | 'standing';

/** A segment that may block sight, and what it stands for. */
export interface Barrier extends Segment {
  /** Ids of what it stands for: the wall, the rooms, the opening. */
  readonly of: readonly string[];
  /** A tunnel's side: nothing is mounted on it. */
  readonly jamb: boolean;
  /**
   * Of a tunnel's side in may-see: whether an eye is within the wall's thickness there. What is mounted on a wall is put
   * on its line; the tunnels of that wall, drawn as thick as the wall, must not hide what runs along it.
   */
  within?(eye: Point): boolean;
  /** Whether a camera at height `eye` (m; undefined: unknown) sees nothing through it in `world`. */
  blocks(world: World, eye: number | undefined): boolean;
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
  if (pane && covered && opening.fixed && !opening.normallyOpen) return false;
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
 * Everything on a level that may block sight. Whatever blocks in may-see does so in must-see, and whatever blocks in
 * may-see does so with every door closed: that is what keeps must-see within may-see.
 */
export function barriersOf(walls: LevelWalls, ceiling: number | undefined): Barrier[] {
  const found: Barrier[] = [];
  for (const face of walls.faces) {
    const { a, b, owners } = face;
    if (face.material === 'clear') continue;
    found.push({ a, b, of: owners, jamb: false, blocks: (world, eye) => faceBlocks(face, world, eye, ceiling) });
  }
  for (const { a, b, zone } of walls.edges) {
    found.push({ a, b, of: [zone], jamb: false, blocks: (world) => world === 'must' });
  }
  for (const cut of walls.cuts) {
    const of = [cut.opening.id];
    const leadsOn = cut.joins[0] !== undefined && cut.joins[1] !== undefined;
    for (const jamb of jambs(cut, 'must')) found.push({ ...jamb, of, jamb: true, blocks: (world) => world === 'must' });
    const within = (eye: Point) => liesWithin(cut, eye);
    for (const jamb of jambs(cut, 'may')) found.push({ ...jamb, of, jamb: true, within, blocks: () => true });
    found.push({
      ...lineOf(cut.opening),
      of,
      jamb: false,
      blocks: (world, eye) => openingBlocks(cut.opening, world, eye, ceiling, leadsOn),
    });
  }
  return found;
}

function liesWithin({ frame, spans, opening }: Cut, eye: Point): boolean {
  const [, across] = toFrame(frame, eye);
  const half = (opening.thickness ?? TUNNEL.may) / 2;
  return (
    across >= Math.min(-half, ...spans.map(([near]) => near)) &&
    across <= Math.max(half, ...spans.map(([, far]) => far))
  );
}
