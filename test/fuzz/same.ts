import { distanceToSegment, type Point, type Segment } from '../../src/geometry/index.js';
import { unproject } from '../../src/plan/read/frame.js';
import { deriveWalls } from '../../src/plan/walls/walls.js';
import { barriersOf } from '../../src/sight/scene/barriers.js';
import { zonesOn } from '../../src/sight/scene/scene.js';
import { type Motion, mirrored, moved } from '../support/transform.js';
import { ADDITIONS, type Addition, hangsOn, withAdded } from './additions.js';
import type { Dice } from './dice.js';
import type { DeviceDoc, PlanDoc, XY } from './document.js';
import { differing, linted, said } from './lint.js';
import { shifted, spun } from './motions.js';
import type { Drawn } from './plan.js';
import { box as cornersOf } from './rings.js';
import { one } from './spell.js';

/** Ways in which a plan may be written or lie that decide nothing. */
export const SAMENESSES = [
  'order',
  'ids',
  'outlines',
  'shift',
  'millimetres',
  'turn',
  'mirror',
  'wgs84',
  ...ADDITIONS,
] as const;
export type Sameness = (typeof SAMENESSES)[number];

/** What a plan in another guise says otherwise: `-` what only the plan says, `+` what only the other does. */
export interface Otherwise {
  /** A fault: nothing that may move a plan accounts for it. */
  readonly unexplained: readonly string[];
  /** Proved to hang on less than a stated bound: a plan whose points lie within it of where they are says the same. */
  readonly within: readonly string[];
  /** m: the bound within which that plan was found, {@link BOUND} or {@link WELD}. */
  readonly bound: number;
}

/** What a plan in another guise says otherwise; undefined where this can't be asked of it. */
export function otherwise(drawn: Drawn, how: Sameness, dice: Dice): Otherwise | undefined {
  const { doc } = drawn;
  switch (how) {
    case 'order':
      return strictly(asDrawn(doc).map(paired), said(shuffled(doc, dice)).map(paired));
    case 'ids':
      return renamedAlike(doc, dice);
    case 'outlines':
      return strictly(certain(asDrawn(doc)), certain(said(outlined(doc, dice))));
    case 'shift': {
      if (!drawn.exact) return undefined;
      const by: XY = [power(dice), power(dice)];
      const { other, isRounded } = laidElsewhere(doc, by);
      if (!isRounded && Math.max(...by.map(Math.abs)) < FAR)
        return strictly(certain(asDrawn(doc)), certain(said(other)));
      return withinBounds(doc, other, dice);
    }
    case 'millimetres':
      return withinBounds(doc, moved(doc, shifted([millimetres(dice), millimetres(dice)])), dice);
    case 'turn':
      return withinBounds(doc, moved(doc, turn(dice)), dice);
    case 'mirror':
      return withinBounds(doc, moved(doc, mirrored), dice);
    case 'wgs84': {
      const other = onGlobe(doc);
      // Of metres the unit is guessed, and of degrees not.
      return other === undefined || isUnread(asDrawn(doc)) ? undefined : withinBounds(doc, other, dice);
    }
    default:
      return withAddition(doc, how, dice);
  }
}

/** What is said otherwise once something is added that changes nothing; of what is added itself anything may be said. */
function withAddition(doc: PlanDoc, what: Addition, dice: Dice): Otherwise | undefined {
  const other = withAdded(doc, what, dice);
  // What can't be read is told of each element by itself; a yard may be too far away to be of one site.
  if (other === undefined || isUnread(asDrawn(doc))) return undefined;
  if (what === 'split') return withinBounds(doc, other, dice);
  if (what === 'yard' && isUnread(said(other))) return undefined;
  const kept = (lines: readonly string[]) => certain(lines.filter((line) => !hangsOn(what, line)));
  return strictly(kept(asDrawn(doc)), kept(said(other)));
}

function isUnread(lines: readonly string[]): boolean {
  return lines.some((line) => line.startsWith('unreadable'));
}

/** Hohhot. */
const ORIGIN: XY = [111.75, 40.84];
/** m: a degree's last digit is more than the bound on rounding farther out. */
const NEAR_ORIGIN = 10_000;

/** The plan in WGS 84, to the last digit a double has; undefined where its north isn't up or it lies far out. */
function onGlobe(doc: PlanDoc): PlanDoc | undefined {
  if ((doc.north ?? 0) !== 0 || doc.coordinates === 'wgs84') return undefined;
  let isFar = false;
  const move = (point: Point): Point => {
    isFar ||= Math.hypot(...point) > NEAR_ORIGIN;
    return unproject(point, ORIGIN);
  };
  const other = moved(doc, { move, bearing: (heading) => heading, mirrored: false });
  return isFar ? undefined : { ...other, coordinates: 'wgs84', origin: ORIGIN };
}

const known = new WeakMap<PlanDoc, readonly string[]>();

/** What is said of the plan as it is drawn; remembered, since one plan is held against several others. */
function asDrawn(doc: PlanDoc): readonly string[] {
  const lines = known.get(doc) ?? said(doc);
  known.set(doc, lines);
  return lines;
}

/** The plan moved, and whether that rounded any of its coordinates: of multiples of a power of 2 it rounds none. */
function laidElsewhere(doc: PlanDoc, [dx, dy]: XY): { readonly other: PlanDoc; readonly isRounded: boolean } {
  const { move, ...more } = shifted([dx, dy]);
  let isRounded = false;
  const other = moved(doc, {
    ...more,
    move: (from) => {
      const to = move(from);
      isRounded ||=
        to[0] - dx !== from[0] || to[0] - from[0] !== dx || to[1] - dy !== from[1] || to[1] - from[1] !== dy;
      return to;
    },
  });
  return { other, isRounded };
}

/** m: a plan moved less far than this, and not rounded by it, has to say exactly the same. */
const FAR = 1000;

function power(dice: Dice): number {
  return dice.below(2000) / 64 - 16 + dice.pick([0, 0, 0, 4096, -4096, 2 ** 20]);
}

function millimetres(dice: Dice): number {
  return dice.below(100_000) / 1000 + dice.pick([0, 0, 0, 5000, -5000, 500_000]);
}

function turn(dice: Dice): Motion {
  return spun(dice.pick([90, 180, dice.between(0, 360), dice.between(0, 360), 45]));
}

function strictly(was: readonly string[], is: readonly string[]): Otherwise {
  return { unexplained: told(was, is), within: [], bound: 0 };
}

/** What only one of two lists says: `-` the first, `+` the second. */
export function told(was: readonly string[], is: readonly string[]): string[] {
  const { gone, come } = differing(was, is);
  return [...gone.map((line) => `- ${line}`), ...come.map((line) => `+ ${line}`)];
}

/** Every list in another order. */
export function shuffled(source: PlanDoc, dice: Dice): PlanDoc {
  const doc = structuredClone(source);
  for (const level of doc.levels) {
    level.zones = dice.shuffled(level.zones);
    level.walls = dice.shuffled(level.walls);
    level.openings = dice.shuffled(level.openings);
    level.devices = dice.shuffled(level.devices);
  }
  doc.levels = dice.shuffled(doc.levels);
  doc.site.categories = dice.shuffled(doc.site.categories);
  return doc;
}

/** Every id another one, whose order is another too. */
function renamedAlike(source: PlanDoc, dice: Dice): Otherwise {
  const doc = structuredClone(source);
  const elements = doc.levels.flatMap((level) => [
    level,
    ...level.zones,
    ...level.walls,
    ...level.openings,
    ...level.devices,
  ]);
  const ids = [...new Set(elements.map(({ id }) => id))];
  const numbers = dice.shuffled(ids.map((_, i) => i));
  const renamed = new Map(ids.map((id, i) => [id, `q${1000 + numbers[i]}q`]));
  const back = new Map([...renamed].map(([id, other]) => [other, id]));
  const put = (id: string) => renamed.get(id) ?? id;
  for (const element of elements) element.id = put(element.id);
  for (const { zones, devices } of doc.levels) {
    for (const zone of zones) if (zone.levels !== undefined) zone.levels = zone.levels.map(put);
    for (const device of devices) if (device.opening !== undefined) device.opening = put(device.opening);
  }
  const original = said(doc).map((line) => line.replace(/q\d{4,}q/g, (id) => back.get(id) ?? id));
  const twins = twinsOf(source);
  const alike = (line: string) => paired(line.replace(/\bz\d+\b/g, (id) => twins.get(id) ?? id));
  return strictly(asDrawn(source).map(alike), original.map(alike));
}

/** For each zone the first that is the same but for its id: what is said of the one may as well be said of the other. */
function twinsOf({ levels }: PlanDoc): Map<string, string> {
  const first = new Map<string, string>();
  return new Map(
    levels.flatMap((level) =>
      level.zones.map(({ id, rect, polygon, ...more }): [string, string] => {
        const corners = (polygon ?? box(rect)).map(String).sort();
        const key = JSON.stringify([level.id, [...new Set(corners)], more]);
        const known = first.get(key) ?? id;
        first.set(key, known);
        return [id, known];
      }),
    ),
  );
}

function box([x, y, width, depth]: readonly number[] = []): XY[] {
  return cornersOf(x, y, width, depth);
}

/**
 * A subject that names two elements names them in the order they are written in, or of their ids; of levels at one
 * elevation it names the first.
 */
function paired(line: string): string {
  const [rule, whole, outcome] = line.split(' ');
  // Gaps between the same walls are numbered along the first of them as it is drawn.
  const subject = rule === 'plan/light-leak' ? whole.replace(/\/\d+$/, '') : whole;
  if (rule === 'capture/cross-level' && /^F\d+$/.test(subject)) return `${rule} F ${outcome}`;
  return `${rule} ${subject.split('/').sort().join('/')} ${outcome}`;
}

/** Rings from another corner and the other way round, lines from their other end. */
export function outlined(source: PlanDoc, dice: Dice): PlanDoc {
  const doc = structuredClone(source);
  const ring = (points: XY[]): XY[] => {
    const from = dice.below(points.length);
    const turned = [...points.slice(from), ...points.slice(0, from)];
    return dice.chance(0.5) ? turned.reverse() : turned;
  };
  for (const { zones, walls, openings, devices } of doc.levels) {
    for (const zone of zones) {
      if (zone.polygon !== undefined) zone.polygon = ring(zone.polygon);
      zone.holes = zone.holes?.map(ring);
    }
    for (const line of [...walls, ...openings]) if (dice.chance(0.5)) line.line.reverse();
    for (const { masks } of devices) for (const mask of masks ?? []) mask.polygon = ring(mask.polygon);
  }
  return doc;
}

/**
 * m, and degrees of a heading: how far rounding may move anything when a plan is turned, or laid elsewhere so that its
 * coordinates are rounded. Walls go to a grid of 0.1 µm, and a double at 10,000 km is known to 2 nm.
 */
export const BOUND = 3e-7;

/** m: points nearer than this are welded, which bends walls by as much, and each turn of a plan in its own way. */
export const WELD = 0.005;

/** As often as a verdict that flips is looked for among plans as good as the same. */
const TRIES = 24;

/**
 * What `other` says otherwise, and what of it is proved to hang on less than a bound: said of a plan all of whose points
 * lie within the bound of where they are, so that a verdict may go either way. First devices alone are moved, in eight
 * directions; then everything, at random. Within {@link WELD} it is looked for only where the plan has points to weld.
 */
function withinBounds(doc: PlanDoc, other: PlanDoc, dice: Dice): Otherwise {
  const was = certain(asDrawn(doc));
  const all = told(was, certain(said(other)));
  let unexplained = all;
  let bound = 0;
  for (const size of unexplained.length === 0 ? [] : isWelded(doc) ? [BOUND, WELD] : [BOUND]) {
    for (let i = 0; i < DIRECTIONS + TRIES && unexplained.length > 0; i += 1) {
      const like = i < DIRECTIONS ? besides(doc, size, i) : trembling(doc, dice, i - DIRECTIONS, size);
      const heard = new Set(told(was, certain(said(like))));
      const left = unexplained.filter((line) => !heard.has(line));
      if (left.length < unexplained.length) bound = size;
      unexplained = left;
    }
  }
  return { unexplained, within: all.filter((line) => !unexplained.includes(line)), bound };
}

const DIRECTIONS = 8;

/** The plan with all its devices moved by `size` m in one of eight directions. */
function besides(source: PlanDoc, size: number, direction: number): PlanDoc {
  const angle = (2 * Math.PI * direction) / DIRECTIONS;
  const [dx, dy] = [size * Math.cos(angle), size * Math.sin(angle)];
  const doc = structuredClone(source);
  for (const { devices } of doc.levels)
    for (const device of devices) device.at = [device.at[0] + dx, device.at[1] + dy];
  return doc;
}

/**
 * What hangs on the last digit of nothing: of a plan with a ring that crosses itself, whose extent the plan doesn't say, only
 * what is wrong with it, and what is said although it is.
 */
export function certain(lines: readonly string[]): string[] {
  const alike = lines.map(paired);
  if (!alike.some((line) => line.startsWith('plan/self-crossing-ring'))) return alike;
  return alike.filter((line) => line.startsWith('plan/self-crossing-ring') || line.startsWith('plan/unknown'));
}

/** The plan with everything moved by less than the bound: points that are one stay one, or each goes its own way. */
function trembling(source: PlanDoc, dice: Dice, n: number, bound: number): PlanDoc {
  const size = bound * (n % 3 === 0 ? 0.3 : 1);
  const moves = new Map<string, XY>();
  const own = n % 2 === 1;
  const drift = (): XY => [size * dice.between(-1, 1), size * dice.between(-1, 1)];
  const move = (point: readonly [number, number]): XY => {
    const key = own ? '' : point.join();
    const [dx, dy] = own ? drift() : (moves.get(key) ?? drift());
    if (!own) moves.set(key, [dx, dy]);
    return [point[0] + dx, point[1] + dy];
  };
  const lean = n % 4 < 2 ? 0 : size;
  const bearing = (heading: number) => heading + lean * dice.between(-1, 1);
  return moved(source, { move, bearing: (heading) => (bearing(heading) + 360) % 360, mirrored: false });
}

/**
 * Whether any end or crossing of what stands on a level lies as near to something else as is welded, without lying on it:
 * what is drawn, and what is made of it, as outer edges that end where another zone begins.
 */
function isWelded(doc: PlanDoc): boolean {
  const result = linted(one('plan.json', JSON.stringify(doc)));
  if (!result.ok) return false;
  const { site } = result;
  return site.levels.some((level) => {
    const segments = barriersOf(deriveWalls(level, zonesOn(site, level.id)), level.ceiling);
    const points = segments.flatMap(({ a, b }, i) => [
      a,
      b,
      ...segments.slice(0, i).flatMap((other) => crossing({ a, b }, other)),
    ]);
    return points.some((point) =>
      segments.some((segment) => {
        const distance = distanceToSegment(point, segment);
        return distance > GRID && distance <= WELD + BOUND;
      }),
    );
  });
}

/** m: what is this near lies on it. */
const GRID = 1e-7;

function crossing(p: Segment, q: Segment): Point[] {
  const [ux, uy] = [p.b[0] - p.a[0], p.b[1] - p.a[1]];
  const [vx, vy] = [q.b[0] - q.a[0], q.b[1] - q.a[1]];
  const cross = ux * vy - uy * vx;
  if (cross === 0) return [];
  const [ox, oy] = [q.a[0] - p.a[0], q.a[1] - p.a[1]];
  const [s, t] = [(ox * vy - oy * vx) / cross, (ox * uy - oy * ux) / cross];
  return s >= 0 && s <= 1 && t >= 0 && t <= 1 ? [[p.a[0] + s * ux, p.a[1] + s * uy]] : [];
}

/** Whether any bearing is one that no device can have: it is a fault as it stands, and would be none turned. */
export function hasOddBearing(doc: PlanDoc): boolean {
  const odd = ({ heading, ptz, sensors }: Pick<DeviceDoc, 'heading' | 'ptz' | 'sensors'>): boolean =>
    [heading, ptz?.home?.heading, ...(sensors ?? []).map((sensor) => sensor.heading)].some(
      (value) => Math.abs(value ?? 0) > 360,
    ) || (ptz?.pan ?? []).some((value) => value < -360 || value > 720);
  return [...Object.values(doc.deviceTypes ?? {}), ...doc.levels.flatMap(({ devices }) => devices)].some(odd);
}
