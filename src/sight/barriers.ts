import type { Point, Segment } from '../geometry/types.js';
import type { Opening } from '../plan/model.js';
import { type Cut, type Face, jambs, type LevelWalls, lineOf, type Span } from '../plan/walls.js';
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
   * Of the part of a tunnel's side that stands out from the wall as drawn: whether an eye is no further from the wall
   * than it. What is mounted on a wall shows where its surface is: no tunnel in that wall stands out to hide what runs
   * along it.
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

/** In must-see whatever the height of the eye. */
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
    const closed: Barrier['blocks'] = (world, eye) => openingBlocks(cut.opening, world, eye, ceiling, leadsOn);
    // A wall with something closed in it is whole: only what sight passes through has sides. May-see's sides stand in
    // every world, since what they hide there must be hidden in the others too.
    if (isOpen(cut.opening, 'may')) found.push(...sidesOf(cut, 'may', (_, eye) => !closed('may', eye)));
    if (!closed('must', undefined)) found.push(...sidesOf(cut, 'must', (world) => world === 'must'));
    found.push({ ...lineOf(cut.opening), of, jamb: false, blocks: closed });
  }
  return found;
}

function sidesOf(cut: Cut, tunnel: 'may' | 'must', blocks: Barrier['blocks']): Barrier[] {
  return jambs(cut, tunnel).map(({ a, b, out }) => {
    const within = out && ((eye: Point) => liesIn(cut, out, eye));
    return { a, b, of: [cut.opening.id], jamb: true, blocks, ...(within && { within }) };
  });
}

/** Whether the eye is as near to the wall as what stands out of it there. */
function liesIn({ frame }: Cut, [from, to]: Span, eye: Point): boolean {
  const [, across] = toFrame(frame, eye);
  return across >= from - ON_FACE && across <= to + ON_FACE;
}

/** m: rounding, across a face. */
const ON_FACE = 1e-6;
