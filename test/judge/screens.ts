import { isEnclosedKind, TUNNEL } from './law.js';
import { apart, distance, edgesOfArea, inArea, type Point, type Stretch } from './plane.js';
import type { Level, Opening, Wall } from './read.js';

/**
 * What stands on a level, as upright screens: boundaries of enclosed zones and walls, with the openings of a world cut out.
 * `sure` has at least what stands there, `perhaps` at most: openings a little smaller or larger, tunnels deeper or
 * shallower, so that what is seen among `sure` is seen, and what isn't among `perhaps` is not.
 */
export type Slack = 'sure' | 'perhaps';
export type World = 'may' | 'must';

/** What somebody must do for a line to pass: nothing, open a leaf; either where the plan doesn't say what the pane is. */
export type Pass = 'standing' | 'either' | 'closed';

/** What of a screen lets lines through: between these heights, m. */
export interface Band {
  readonly below: number;
  readonly above: number;
  readonly pass: Pass;
}

export interface Screen extends Stretch, Band {
  /** Where openings lie over each other in one place, what each lets through; else the screen is its only band. */
  readonly bands?: readonly Band[];
  /** The opening, of which the line is crossed. */
  readonly gate?: Opening;
  /** The opening of whose tunnel it is a side, and half the tunnel's depth, m. */
  readonly side?: { readonly of: Opening; readonly half: number };
}

const FULL = { below: Infinity, above: -Infinity, pass: 'standing' } as const;
/** m: openings cut walls as near as this, or within the wall's thickness. */
const REACH = 0.05;
/** m by which openings are taken smaller or larger, and tunnels deeper or shallower. */
const SLACK = { end: 0.006, depth: 0.01, reach: 0.006 } as const;
const TEN_DEGREES = (10 * Math.PI) / 180;

interface Face extends Stretch {
  readonly thickness: number;
  /** m that it is high; Infinity: to the ceiling. */
  readonly below: number;
  /** Of frosted glass: what is seen through it may be nothing. */
  readonly frosted?: boolean;
}

export function screensOf(level: Level, world: World, slack: Slack): Screen[] {
  const sign = slack === 'sure' ? 1 : -1;
  let faces = facesOf(level, world, slack);
  const whole = faces;
  const gates: Screen[] = [];
  for (const opening of level.openings) {
    const pass = passOf(opening, world);
    if (pass === undefined && (world === 'must' || slack === 'perhaps')) continue;
    const reach = reachOf(opening, whole) - sign * SLACK.reach;
    const cuts = (face: Face) => shareOf(face, opening, Math.max(reach, face.thickness - sign * SLACK.reach), sign);
    const hit = whole.filter((face) => cuts(face) !== undefined);
    if (hit.length === 0) continue;
    if (pass === undefined) {
      // A shut opening may be longer than its wall. Nobody may count on a view past that end.
      gates.push(pane(opening, hit));
      continue;
    }
    faces = faces.flatMap((face) => without(face, cuts(face)));
    const over = level.openings.filter((other) => other !== opening && liesOver(other, opening));
    const own = gate(opening, pass, world, slack, hit);
    if (over.length > 0 && over.every((other) => isSameLine(other, opening))) {
      // Each is cut by itself, at the same place: one screen stands for all. How deep the wall is where they lie over each
      // other is said by none of them, so nobody may count on the sides.
      const seen = slack === 'sure' ? own : own.filter(({ side }) => side === undefined);
      gates.push(...seen.map((screen) => banded(screen, [opening, ...over], world)));
      continue;
    }
    // Where several lie over each other, or nothing is drawn beyond, at most the line itself hides.
    gates.push(
      ...(slack === 'sure' || (over.length === 0 && leadsOn(level, opening, world))
        ? own
        : loosest(own[0], over, world)),
    );
  }
  const walls = faces.map(
    ({ a, b, below, frosted = false }): Screen =>
      frosted
        ? { a, b, below: -Infinity, above: Infinity, pass: 'either', bands: frostedBands(below) }
        : below === Infinity
          ? { a, b, ...FULL }
          : { a, b, below, above: Infinity, pass: 'standing' },
  );
  return distinct([...walls, ...gates]);
}

/** What is shut stands along the whole line, as high as the walls that it lies in. */
function pane({ a, b }: Opening, hit: readonly Face[]): Screen {
  const below = Math.max(...hit.map((face) => face.below));
  return below === Infinity ? { a, b, ...FULL } : { a, b, below, above: Infinity, pass: 'standing' };
}

/** Through frosted glass, or over it. */
function frostedBands(height: number): Band[] {
  const through: Band = { below: -Infinity, above: height, pass: 'either' };
  return height === Infinity ? [through] : [through, { below: height, above: Infinity, pass: 'standing' }];
}

/** Whether two openings may lie over each other in one wall. */
function liesOver(other: Opening, opening: Opening): boolean {
  return shareOf(opening, other, 1, -1) !== undefined;
}

function isSameLine(one: Stretch, other: Stretch): boolean {
  const same = (p: Point, q: Point) => distance(p, q) < 1e-9;
  return (same(one.a, other.a) && same(one.b, other.b)) || (same(one.a, other.b) && same(one.b, other.a));
}

/** A screen of an opening, passed by each of those over each other at its own heights. */
function banded(screen: Screen, openings: readonly Opening[], world: World): Screen {
  if (screen.side !== undefined) return screen;
  const bands = openings.flatMap((opening): Band[] => {
    const pass = passOf(opening, world);
    return pass === undefined ? [] : [{ pass, below: opening.sill ?? -Infinity, above: opening.head ?? Infinity }];
  });
  return { ...screen, bands };
}

/** Must-see ends at the outer edge of what is drawn, and an opening there has no sides that matter. */
function leadsOn({ zones }: Level, opening: Opening, world: World): boolean {
  const half = distance(opening.a, opening.b) / 2;
  const beyond = [-0.3, 0.3].map((off) => beside(opening, 0, off, -half));
  return world === 'may' || beyond.every((at) => zones.some((zone) => inArea(zone, at)));
}

/** An opening's line, passed by whichever of those over each other lets the most through. */
function loosest(line: Screen, others: readonly Opening[], world: World): Screen[] {
  const open = others.flatMap((other) => {
    const pass = passOf(other, world);
    return pass === undefined ? [] : [{ pass, below: other.sill ?? -Infinity, above: other.head ?? Infinity }];
  });
  return [
    {
      ...line,
      below: Math.min(line.below, ...open.map(({ below }) => below)),
      above: Math.max(line.above, ...open.map(({ above }) => above)),
      pass: open.some(({ pass }) => pass !== 'closed') ? 'standing' : line.pass,
    },
  ];
}

/** What a line passes an opening by; undefined where it is shut. */
function passOf({ kind, stands, film, fixed, glazing }: Opening, world: World): Pass | undefined {
  // A window that is said to stand open is no way that the smallest view may count on.
  if (stands && !(world === 'must' && kind === 'window')) return 'standing';
  const clear = glazing === 'clear' && !film;
  if (world === 'must') return (kind === 'window' || kind === 'glass-door') && clear ? 'standing' : undefined;
  if (kind === 'door' || kind === 'curtain') return 'closed';
  const hidden = film || glazing === 'opaque';
  if (hidden) return fixed ? undefined : 'closed';
  // What is seen through frosted glass alone is for a person.
  return glazing === 'frosted' || (kind === 'glass-door' && glazing === undefined) ? 'either' : 'standing';
}

function facesOf(level: Level, world: World, slack: Slack): Face[] {
  const rooms = level.zones
    .filter(({ enclosed, kind }) => enclosed ?? isEnclosedKind(kind))
    .flatMap(edgesOfArea)
    .map(({ a, b }): Face => ({ a, b, thickness: 0, below: Infinity }));
  const drawn = level.walls.flatMap((wall) => stretchesOf(wall).map(({ a, b }) => ({ wall, a, b })));
  const sign = slack === 'sure' ? 1 : -1;
  // Where a drawn wall says that a room's boundary is low, or glass, that is what stands there.
  const special = drawn.filter(({ wall }) => wall.material !== 'opaque' || wall.height !== undefined);
  const left = special.reduce<Face[]>(
    (faces, { wall, a, b }) =>
      faces.flatMap((face) =>
        without(face, shareOf(face, { a, b }, Math.max(REACH, wall.thickness) - sign * SLACK.reach, sign)),
      ),
    rooms,
  );
  const walls = drawn.flatMap(({ wall, a, b }): Face[] => {
    if (wall.material === 'clear') return [];
    const frosted = world === 'may' && wall.material === 'frosted';
    const low = wall.height !== undefined && !(level.ceiling !== undefined && wall.height >= level.ceiling);
    return [{ a, b, thickness: wall.thickness, below: low ? (wall.height ?? Infinity) : Infinity, frosted }];
  });
  return [...left, ...walls];
}

function stretchesOf({ line }: Wall): Stretch[] {
  return line.slice(1).map((b, i) => ({ a: line[i], b }));
}

/** The opening's own line, what stands below and above it, and the sides of its tunnel. */
function gate(opening: Opening, pass: Pass, world: World, slack: Slack, hit: readonly Face[]): Screen[] {
  const { sill = -Infinity, head = Infinity, thickness } = opening;
  const sign = slack === 'sure' ? 1 : -1;
  const shallow = thickness === undefined ? TUNNEL[world] / 2 : thickness / 2;
  const across = Math.max(...hit.map(({ a, b }) => Math.max(apart(opening.a, { a, b }), apart(opening.b, { a, b }))));
  const thick = Math.max(...hit.map((face) => face.thickness)) / 2;
  const half =
    slack === 'sure'
      ? Math.max(TUNNEL[world] / 2, shallow, thick, Math.min(across, 0.4)) + SLACK.depth
      : shallow - SLACK.depth;
  const [a, b] = [beside(opening, 0, 0, -sign * SLACK.end), beside(opening, 1, 0, -sign * SLACK.end)];
  const side = (end: 0 | 1): Screen => ({
    a: beside(opening, end, -half, -sign * SLACK.end),
    b: beside(opening, end, half, -sign * SLACK.end),
    ...FULL,
    side: { of: opening, half },
  });
  const partial = sill > -Infinity || head < Infinity;
  const deep = slack === 'sure' && partial ? [-half, half] : [];
  return [
    { a, b, below: sill, above: head, pass, gate: opening },
    ...deep.map(
      (off): Screen => ({
        a: beside(opening, 0, off, 0),
        b: beside(opening, 1, off, 0),
        below: sill,
        above: head,
        pass,
      }),
    ),
    side(0),
    side(1),
  ];
}

/** A point at an end of a stretch, `off` m across it and `out` m beyond it. */
function beside({ a, b }: Stretch, end: 0 | 1, off: number, out: number): Point {
  const length = distance(a, b);
  const [ux, uy] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
  const along = end === 0 ? -out : length + out;
  return [a[0] + along * ux - off * uy, a[1] + along * uy + off * ux];
}

/** m within which an opening cuts: the thickness it says, or that of the thickest drawn wall in which it lies. */
function reachOf({ a, b, thickness }: Opening, faces: readonly Face[]): number {
  if (thickness !== undefined) return Math.max(REACH, thickness);
  const thick = faces.filter(
    (face) => face.thickness > REACH && shareOf(face, { a, b }, face.thickness, 1) !== undefined,
  );
  return Math.max(REACH, ...thick.map((face) => face.thickness));
}

type Share = readonly [from: number, to: number];

/** The stretch of a face along a line, m from the face's start; undefined where the two don't run along each other. */
function shareOf(face: Stretch, line: Stretch, reach: number, sign: number): Share | undefined {
  const whole = distance(face.a, face.b);
  const long = distance(line.a, line.b);
  if (whole === 0 || long === 0) return undefined;
  const [ux, uy] = [(face.b[0] - face.a[0]) / whole, (face.b[1] - face.a[1]) / whole];
  const [vx, vy] = [(line.b[0] - line.a[0]) / long, (line.b[1] - line.a[1]) / long];
  if (Math.abs(ux * vy - uy * vx) > Math.sin(TEN_DEGREES - sign * 0.005)) return undefined;
  const place = ([x, y]: Point) => (x - face.a[0]) * ux + (y - face.a[1]) * uy;
  const ends = [place(line.a), place(line.b)].sort((p, q) => p - q);
  const from = Math.max(0, ends[0] + sign * SLACK.end);
  const to = Math.min(whole, ends[1] - sign * SLACK.end);
  if (to - from < 0.005) return undefined;
  const at = (t: number): Point => [face.a[0] + t * ux, face.a[1] + t * uy];
  const off = ([x, y]: Point) => (x - line.a[0]) * -vy + (y - line.a[1]) * vx;
  const [d, e] = [off(at(from)), off(at(to))];
  const nearest = d * e <= 0 ? 0 : Math.min(Math.abs(d), Math.abs(e));
  return nearest <= reach + 1e-9 ? [from, to] : undefined;
}

function without(face: Face, share: Share | undefined): Face[] {
  if (share === undefined) return [face];
  const whole = distance(face.a, face.b);
  const at = (t: number): Point => [
    face.a[0] + (t / whole) * (face.b[0] - face.a[0]),
    face.a[1] + (t / whole) * (face.b[1] - face.a[1]),
  ];
  const left: Face[] = [];
  if (share[0] > 1e-9) left.push({ ...face, b: at(share[0]) });
  if (whole - share[1] > 1e-9) left.push({ ...face, a: at(share[1]) });
  return left;
}

/**
 * What may hide something from an eye: whoever hangs on a wall, within the depth of an opening beside it, has the wall
 * behind, and that opening's sides don't stand out before it.
 */
export function before(screens: readonly Screen[], eye: Point): readonly Screen[] {
  return screens.filter(({ side }) => {
    if (side === undefined) return true;
    const { a, b } = side.of;
    const off = Math.abs((b[0] - a[0]) * (eye[1] - a[1]) - (b[1] - a[1]) * (eye[0] - a[0])) / distance(a, b);
    // The side that stands is deeper by the slack; one that the eye is just as far from may count either way.
    return off > side.half + 2 * SLACK.depth;
  });
}

/** Two rooms share a wall, and openings over each other a place: it is looked at once. */
function distinct(screens: readonly Screen[]): Screen[] {
  const key = ({ a, b, below, above, gate: opening, bands }: Screen) =>
    `${[a, b].map(String).sort().join(' ')} ${bands === undefined ? `${below} ${above} ${opening?.id}` : opening !== undefined}`;
  return [...new Map(screens.map((screen) => [key(screen), screen])).values()];
}

/** The walls a device may hang on, before openings are cut. */
export function wallsOf(level: Level): Stretch[] {
  const rooms = level.zones.filter(({ enclosed, kind }) => enclosed ?? isEnclosedKind(kind)).flatMap(edgesOfArea);
  return [...rooms, ...level.walls.flatMap(stretchesOf)];
}
