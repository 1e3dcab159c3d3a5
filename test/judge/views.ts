import type { Across } from './across.js';
import { eyesOf } from './eyes.js';
import { GRAZE, VIEW } from './law.js';
import { type Picture, picturesOf, type Spread, shows, spreadOf } from './pictures.js';
import { distance, edgesOfArea, type Point, type Stretch } from './plane.js';
import { around, raysFrom, type Stage, sectorOf, stagesOf } from './rays.js';
import type { Device, Level, Opening } from './read.js';
import { before, type Screen, type Slack, screensOf, wallsOf } from './screens.js';
import { common, type Span, type Spans } from './spans.js';
import { holds, type Target } from './targets.js';

/**
 * Whether a device's largest view reaches into a private zone, by casting rays all round it and following each through
 * walls and openings. Three-valued: what is found among screens a little larger and by a picture a little narrower is
 * there; what isn't found among smaller ones by a wider picture isn't; the rest is too close to call.
 */
export type Sees = 'standing' | 'opened' | 'counts' | 'nothing' | 'unsure';

export interface Look {
  readonly sees: Sees;
  /** m² that it sees at least, mounted as drawn. */
  readonly least: number;
  /** m² that it may see at most; undefined where its place isn't exact, so that no view bounds it. */
  readonly most: number | undefined;
}

/** What rays found of a zone. */
interface Found {
  /** m² seen by what stands open, and in all. */
  standing: number;
  all: number;
  standingDepth: number;
  depth: number;
  /** Squares of {@link SQUARE} in which something is seen; none where no views from several places are put together. */
  readonly squares: Set<string>;
}

/** m: side of the squares in which views from several places are put together. */
const SQUARE = 0.1;

export interface Scene {
  readonly level: Level;
  readonly sure: readonly Screen[];
  readonly perhaps: readonly Screen[];
  readonly walls: readonly Stretch[];
}

export function sceneOf(level: Level): Scene {
  const of = (slack: Slack) => screensOf(level, 'may', slack);
  return { level, sure: of('sure'), perhaps: of('perhaps'), walls: wallsOf(level) };
}

/** What a device on the level sees of the level's private zones, or of those of another level that it looks across to. */
export function viewsOf(
  scene: Scene,
  device: Device,
  targets: readonly Target[],
  across?: Across,
): ReadonlyMap<Target, Look> {
  const pictures = picturesOf(device);
  const { eyes, doubtful } = eyesOf(scene, device);
  const { position } = device;
  const { sure, perhaps } = across ?? scene;
  const cast = (slack: Slack, list: readonly Picture[], from: readonly Point[], among: readonly Target[]) =>
    list.length === 0
      ? []
      : from.map((eye) =>
          look(slack === 'sure' ? sure : before(perhaps, eye), eye, device, list, among, slack, across),
        );

  const places = eyes.flatMap((eye) => placesAbout(eye, position));
  const most = cast('perhaps', pictures.perhaps, places, targets);
  const may = new Map(targets.map((target) => [target, strongest(most.map((found) => found.get(target)))]));
  const asked = targets.filter((target) => may.get(target) !== undefined);
  const certain =
    !doubtful &&
    device.lenses.every(({ masked, masks }) => !masked || masks !== undefined) &&
    !(position > 0 && eyes.length > 1);
  const drawn = certain && asked.length > 0 ? cast('sure', pictures.drawn, eyes, asked) : [];
  const least = new Map(asked.map((target) => [target, weakest(drawn.map((found) => found.get(target)))]));
  const sees = new Map(asked.map((target) => [target, harm(target, least.get(target), may.get(target))]));
  // Some mounting within its tolerances sees it: a question, for mounted as drawn it may not.
  const left = asked.filter((target) => sees.get(target) === undefined);
  const isExact =
    position === 0 && device.lenses.every(({ tolerance }) => tolerance.heading === 0 && tolerance.tilt === 0);
  if (certain && !isExact && left.length > 0) {
    const [eye] = eyes;
    const from = position > 0 ? [eye, ...circle(eye, 0.97 * position, 8)] : eyes;
    const found = cast('sure', pictures.sure, from, left);
    for (const target of left) {
      const all = found.map((one) => one.get(target));
      const seen = position > 0 ? strongest(all) : weakest(all);
      if (harm(target, seen, may.get(target)) !== undefined) sees.set(target, 'counts');
    }
  }
  return new Map(
    targets.map((target) => {
      const bound = may.get(target);
      return [
        target,
        {
          sees: sees.get(target) ?? perhapsSees(target, bound, position),
          least: least.get(target)?.all ?? 0,
          most: position > 0 ? undefined : (bound?.all ?? 0),
        },
      ];
    }),
  );
}

/**
 * Places about an eye from which what it may see is tried, up to twice as far away: a bound may be too large by as much,
 * and by what the picture, each sill and each wall let through from another of these places.
 */
function placesAbout(eye: Point, position: number): readonly Point[] {
  return position === 0 ? [eye] : [eye, ...circle(eye, position, 8), ...circle(eye, 2 * position, 12)];
}

function circle([x, y]: Point, radius: number, count: number): Point[] {
  return Array.from({ length: count }, (_, i): Point => {
    const angle = (2 * Math.PI * i) / count;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
}

/** What is certain of what is seen; undefined: nothing. */
function harm({ zone, regime, size }: Target, seen: Found | undefined, may: Found | undefined): Sees | undefined {
  const { least, deep, rooms } = limitsOf(regime, size);
  if (seen === undefined) return undefined;
  if (seen.standing > least * 1.3 && seen.standingDepth > deep + 0.03) return 'standing';
  // Of a place of unknown use nobody asks what is seen if a door is opened.
  if (zone.untold) return undefined;
  const opened = seen.all > least * 1.3 && seen.depth > deep + 0.03;
  if (opened && !rooms) return 'counts';
  const isDeep = seen.depth > GRAZE.depth + 0.05;
  if (opened && (isDeep || seen.all > GRAZE.fraction * size * 1.1)) {
    // Where something standing might count too, only that it counts is certain.
    return may !== undefined && may.standing > least * 0.5 && may.standingDepth > deep * 0.5 ? 'counts' : 'opened';
  }
  return undefined;
}

/**
 * Part of the least area that counts below which nothing is seen: a view may be 0.02 m² larger than what is found here at
 * most, and one that is short of 0.05 m² by a millimetre along its edge is asked about.
 */
const PERHAPS = 0.5;

/**
 * Part of the limits of a glimpse below which a view is one. From each of many places a different part is seen: 12,000
 * mountings of one camera saw 0.52 m² together, no single place of those tried 0.48 m². What the places tried see
 * together must be below the limits, too.
 */
const GLIMPSE = { fixed: 0.88, moved: 0.5 } as const;

function perhapsSees({ regime, size }: Target, may: Found | undefined, position: number): Sees {
  const { least, deep, rooms } = limitsOf(regime, size);
  if (may === undefined) return 'nothing';
  if (may.all < least * PERHAPS || may.depth < deep - 0.03) return 'nothing';
  const stands = may.standing > least * PERHAPS && may.standingDepth > deep - 0.03;
  const part = position > 0 ? GLIMPSE.moved : GLIMPSE.fixed;
  const together = may.squares.size * SQUARE ** 2;
  const isSmall = may.all < GRAZE.fraction * size * part && together < GRAZE.fraction * size;
  const slight = may.depth < GRAZE.depth - 0.06 && isSmall;
  return rooms && !stands && slight ? 'nothing' : 'unsure';
}

function limitsOf(regime: Target['regime'], size: number) {
  return {
    least: Math.min(VIEW.area, size / 2),
    deep: regime === 'anchor' ? -1 : VIEW.depth,
    rooms: regime === 'room' || regime === 'reading',
  };
}

function weakest(found: readonly (Found | undefined)[]): Found | undefined {
  if (found.length === 0) return undefined;
  return found.reduce((a, b) => (a === undefined || b === undefined ? undefined : merged(a, b, Math.min)));
}

function strongest(found: readonly (Found | undefined)[]): Found | undefined {
  if (found.length === 0) return undefined;
  return found.reduce((a, b) => (a === undefined || b === undefined ? (a ?? b) : merged(a, b, Math.max)));
}

function squareOf([x, y]: Point): string {
  return `${Math.floor(x / SQUARE)} ${Math.floor(y / SQUARE)}`;
}

function merged(a: Found, b: Found, of: (p: number, q: number) => number): Found {
  return {
    squares: new Set([...a.squares, ...b.squares]),
    standing: of(a.standing, b.standing),
    all: of(a.all, b.all),
    standingDepth: of(a.standingDepth, b.standingDepth),
    depth: of(a.depth, b.depth),
  };
}

function look(
  given: readonly Screen[],
  eye: Point,
  device: Device,
  pictures: readonly Picture[],
  targets: readonly Target[],
  slack: Slack,
  across: Across | undefined,
): Map<Target, Found> {
  const height = (device.height ?? 0) - (across?.rise ?? 0);
  const unknown = device.height === undefined;
  // Of a camera of unknown height nobody knows over or under what it looks.
  const screens = unknown ? given.map(atAnyHeight) : given;
  const found = new Map<Target, Found>();
  const index = around(screens, eye);
  const spread = slack === 'perhaps' ? device.position : 0;
  const lens = pictures.map((picture): Lens => (spread > 0 ? { ...picture, spread: spreadOf(picture) } : picture));
  const edges = around(
    targets.flatMap((target) => edgesOfArea(target.zone).map(({ a, b }): Edge => ({ a, b, target }))),
    eye,
  );
  for (const { angle, turn } of raysFrom(screens, eye)) {
    const dx = Math.cos(angle);
    const dy = Math.sin(angle);
    const sector = sectorOf(dx, dy);
    const ahead = edges[sector];
    if (ahead.length === 0) continue;
    const through = across?.passes(slack, eye, dx, dy);
    if (through?.length === 0) continue;
    const stages = stagesOf(index[sector], eye, dx, dy, height, slack, spread);
    const end = stages.at(-1)?.to ?? 0;
    // Edges of one target follow each other.
    for (let first = 0; first < ahead.length; ) {
      const { target } = ahead[first];
      let next = first + 1;
      while (next < ahead.length && ahead[next].target === target) next++;
      const within = stretchesIn(ahead, first, next, eye, dx, dy, end);
      first = next;
      const isShared = target.nested.length > 0 || target.doubted.length > 0;
      const sighted: Sighted[] = [];
      for (const { from, to, edge, index } of within.flatMap((run) => inStages(run, stages))) {
        const steps = Math.max(1, Math.ceil((to - from) / target.step));
        const step = (to - from) / steps;
        const stage = stages[index];
        const off = Math.max(stage.from, within[0].from);
        sighted[index] ??= sightedIn(stage, lens, dx, dy, unknown, spread / off, through);
        const { all, standing: open } = sighted[index];
        if (all.length === 0) continue;
        const least = slack === 'sure' ? 0.02 : 0;
        const seenIn = (views: readonly Free[], r: number) =>
          unknown
            ? views.length > 0
            : views.some(({ spans, focal }) => shows(spans, r, height, least, focal / target.density));
        // From the far end, since past an opening the farthest is the deepest.
        let isDeepest = true;
        let isStanding = true;
        const parts = Array.from({ length: steps }, (_, k) => to - k * step).flatMap((far) =>
          seenParts([far - step, far], (r) => seenIn(all, r), slack, HALVED),
        );
        for (const [near, far] of parts) {
          const r = (near + far) / 2;
          const at: Point = [eye[0] + r * dx, eye[1] + r * dy];
          if (isShared && !holds(target, at, slack === 'sure')) continue;
          if (slack === 'sure' && target.isOpen?.(at) === false) continue;
          const known = found.get(target) ?? { standing: 0, all: 0, standingDepth: 0, depth: 0, squares: new Set() };
          found.set(target, known);
          const size = r * (far - near) * turn;
          const end = slack === 'sure' ? r : far;
          const deep = () => depthOf([eye[0] + end * dx, eye[1] + end * dy], stage.gate, edge, slack);
          known.all += size;
          if (spread > 0) known.squares.add(squareOf(at));
          if (isDeepest) known.depth = Math.max(known.depth, deep());
          isDeepest = false;
          if (open === all || seenParts([near, far], (one) => seenIn(open, one), slack, 0).length > 0) {
            known.standing += size;
            if (isStanding) known.standingDepth = Math.max(known.standingDepth, deep());
            isStanding = false;
          }
        }
      }
    }
  }
  return found;
}

function atAnyHeight(screen: Screen): Screen {
  const bands = screen.bands?.map(({ pass }) => ({ below: -Infinity, above: Infinity, pass }));
  return screen.below === Infinity ? screen : { ...screen, below: -Infinity, above: Infinity, ...(bands && { bands }) };
}

/** Slopes that are in a picture and free. */
interface Free {
  readonly spans: Spans;
  readonly focal: number;
}

interface Sighted {
  readonly standing: readonly Free[];
  readonly all: readonly Free[];
}

/** A picture, and what it has from other eyes that the device may look from; undefined: there are none. */
interface Lens extends Picture {
  readonly spread?: Spread;
}

/** What of a stage is in the pictures; of a camera of unknown height anything may be. */
function sightedIn(
  stage: Stage,
  lenses: readonly Lens[],
  dx: number,
  dy: number,
  unknown: boolean,
  share: number,
  through: Spans | undefined,
): Sighted {
  const free = (passed: Spans): Free[] =>
    lenses.flatMap(({ along, focal, spread }) => {
      const open = through === undefined ? passed : common(passed, through);
      const spans = unknown ? open : common(spread?.(dx, dy, share) ?? along(dx, dy), open);
      return spans.length === 0 ? [] : [{ spans, focal }];
    });
  const all = free(stage.all);
  return { all, standing: stage.standing === stage.all ? all : free(stage.standing) };
}

interface Edge extends Stretch {
  readonly target: Target;
}

/** m past the line of the opening last crossed, or of the edge by which the ray came in. */
function depthOf(at: Point, gate: Opening | undefined, edge: Stretch | undefined, slack: Slack): number {
  const past = [gate, edge].flatMap((line) => (line === undefined ? [] : [offLine(at, line)]));
  if (past.length === 0) return slack === 'sure' ? 0 : Infinity;
  return slack === 'sure' ? Math.min(...past) : Math.max(...past);
}

function offLine([x, y]: Point, { a, b }: Stretch): number {
  return Math.abs((b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0])) / distance(a, b);
}

interface Run {
  readonly from: number;
  readonly to: number;
  readonly edge: Stretch | undefined;
}

/** How often a step is halved in which only part is seen. */
const HALVED = 4;

/** What of a step is seen, from the far end: of the smallest part in which that changes all (perhaps) or nothing (sure). */
function seenParts([from, to]: Span, isSeen: (r: number) => boolean, slack: Slack, left: number): readonly Span[] {
  const middle = (from + to) / 2;
  const seen = [from, middle, to].map(isSeen);
  if (!seen.includes(true)) return [];
  if (!seen.includes(false)) return [[from, to]];
  if (left === 0) return slack === 'sure' ? [] : [[from, to]];
  return [...seenParts([middle, to], isSeen, slack, left - 1), ...seenParts([from, middle], isSeen, slack, left - 1)];
}

/** A run stage by stage, each with its place among the stages. */
function inStages({ from, to, edge }: Run, stages: readonly Stage[]): (Run & { readonly index: number })[] {
  return stages.flatMap((stage, index) => {
    const part = { from: Math.max(from, stage.from), to: Math.min(to, stage.to), edge, index };
    return part.from < part.to ? [part] : [];
  });
}

/** Where a ray runs in an area of which `edges` from `first` up to `next` may be met, with the edge by which it comes in. */
function stretchesIn(
  edges: readonly Edge[],
  first: number,
  next: number,
  eye: Point,
  dx: number,
  dy: number,
  end: number,
): Run[] {
  const met: { readonly at: number; readonly edge: Stretch }[] = [];
  for (let i = first; i < next; i++) {
    const { a, b } = edges[i];
    // On which side of the ray its ends lie; an end on it belongs to one side.
    const p = dx * (a[1] - eye[1]) - dy * (a[0] - eye[0]);
    const q = dx * (b[1] - eye[1]) - dy * (b[0] - eye[0]);
    if (p > 0 === q > 0) continue;
    const t = p / (p - q);
    const at = (a[0] + t * (b[0] - a[0]) - eye[0]) * dx + (a[1] + t * (b[1] - a[1]) - eye[1]) * dy;
    if (at > 0) met.push({ at, edge: edges[i] });
  }
  if (met.length > 1) met.sort((one, other) => one.at - other.at);
  const runs: Run[] = [];
  // With an odd number of edges ahead the ray begins inside.
  let inside = met.length % 2 === 1;
  let from = 0;
  let edge: Stretch | undefined;
  for (const one of met) {
    if (from >= end) break;
    if (inside) runs.push({ from, to: Math.min(one.at, end), edge });
    inside = !inside;
    from = one.at;
    edge = one.edge;
  }
  return runs;
}
