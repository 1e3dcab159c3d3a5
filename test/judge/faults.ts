import { type Chance, chanceOf } from './chance.js';
import type { Guised } from './guise.js';
import type { Keys } from './wide.js';

/** Plans with a fault, as people and programs make them. The plan without it is one way to mend it. */
export interface Faulted extends Guised {
  /** What was done, in a few words. */
  readonly what: string;
}

const LISTS = ['zones', 'walls', 'openings', 'devices'] as const;

/** Figures that no element can have. */
const IMPOSSIBLE = [-5, 0, 1e6, 181, 1e-9];

interface Drawn extends Chance {
  readonly isInMetres: boolean;
  readonly levels: readonly Keys[];
  readonly list: (typeof LISTS)[number];
  readonly element: Keys;
}

/** Puts the fault into the element; undefined where it can't be. */
type Fault = (drawn: Drawn) => string | undefined;

/** An element of a level, in one of the level's lists. */
interface Listed {
  readonly level: Keys;
  readonly list: (typeof LISTS)[number];
  readonly element: Keys;
}

/** Returns the plan with one or two faults more, by the seed; undefined where those drawn fit nothing that is drawn. */
export function faulted({ plan, files }: Guised, seed: number): Faulted | undefined {
  const dice = chanceOf(seed + 0xfa17);
  const copy = { plan: structuredClone(plan), files: new Map(structuredClone([...files])) };
  const what = dice.chance(0.5) ? [slip(copy, dice)] : faults(copy, dice);
  const put = what.filter((one) => one !== undefined);
  return put.length === 0 ? undefined : { ...copy, what: put.join(' and ') };
}

/**
 * Puts a fault into an element that is drawn in the plan, or into two: anywhere, or where they meet, such as a door and
 * its wall. What a slip changes may not be told: beside another fault it would be taken for what that one hides.
 */
function faults({ plan }: Guised, dice: Chance): (string | undefined)[] {
  const first = listedIn(plan, dice);
  if (first === undefined) return [];
  if (dice.chance(0.5)) return [fault(plan, first, dice)];
  const second = dice.chance(0.5) ? listedIn(plan, dice) : dice.pick([undefined, ...besides(first)]);
  return [first, second].flatMap((listed) => (listed === undefined ? [] : [fault(plan, listed, dice)]));
}

function fault(plan: Keys, { list, element }: Listed, dice: Chance): string | undefined {
  const name = `${list} ${String(element.id)}`;
  const isInMetres = (plan.coordinates ?? 'metres') === 'metres';
  const what = dice.pick(FAULTS)({ ...dice, isInMetres, levels: listOf(plan.levels), list, element });
  return what === undefined ? undefined : `${name}: ${what}`;
}

function listedIn(plan: Keys, { pick }: Chance): Listed | undefined {
  const levels = listOf(plan.levels);
  if (levels.length === 0) return undefined;
  const [list, level] = [pick(LISTS), pick(levels)];
  const elements = listOf(level[list]);
  return elements.length === 0 ? undefined : { level, list, element: pick(elements) };
}

/** Returns the other elements of a level whose box shares a point with that of one of them. */
function besides({ level, element }: Listed): Listed[] {
  const box = boxOf(element);
  return LISTS.flatMap((list) => listOf(level[list]).map((other): Listed => ({ level, list, element: other }))).filter(
    ({ element: other }) => {
      const its = boxOf(other);
      return other !== element && [0, 1].every((axis) => box[axis] <= its[axis + 2] && its[axis] <= box[axis + 2]);
    },
  );
}

/** Returns [least x, least y, greatest x, greatest y] of what is drawn of an element, in the plan's unit. */
function boxOf({ polygon, line, rect, at }: Keys): number[] {
  const corners = (value: unknown): number[][] => (Array.isArray(value) ? value : []);
  const [x, y, width, height] = isNumbers(rect) ? rect : [];
  const points = [
    ...corners(polygon),
    ...corners(line),
    ...(isNumbers(at) ? [at] : []),
    ...(isNumbers(rect)
      ? [
          [x, y],
          [x + width, y + height],
        ]
      : []),
  ];
  return [Math.min, Math.max].flatMap((end) => [0, 1].map((axis) => end(...points.map((point) => point[axis]))));
}

/** Where keys are names that others refer to, or refer to names. */
const NAMED = ['.overrides', '.deviceTypes'];

/** Keys that say where something is. */
const PLACES = ['coordinates', 'origin', 'at', 'drawnAt', 'rect', 'line', 'polygon', 'holes'];

/** Changes a value anywhere in the plan or in a file of a level: in a type, an override, a mask, a lens. */
function slip({ plan, files }: Guised, dice: Chance): string | undefined {
  const { pick, chance } = dice;
  // Another unit or place makes another plan, and only by chance one that is told.
  const { holder, at } = pick([plan, ...files.values()].flatMap((document) => holdersOf(document, '')));
  const keys = Object.keys(holder).filter((key) => !PLACES.includes(key));
  if (keys.length === 0) return undefined;
  const key = pick(keys);
  const was = holder[key];
  if (NAMED.includes(at) && chance(0.5)) {
    delete holder[key];
    holder[`${key}x`] = was;
    return `${at}.${key} has another name`;
  }
  if (typeof was === 'number') holder[key] = pick([...IMPOSSIBLE, was * 1000, -was]);
  else if (typeof was === 'string') holder[key] = chance(0.5) ? `${was}x` : pick(valuesOf(plan, key));
  else if (isNumbers(was) && was.length > 0) holder[key] = was.map((one) => (chance(0.5) ? pick(IMPOSSIBLE) : one));
  else if (!Array.isArray(was) || was.length === 0) delete holder[key];
  else if (was.every((one) => typeof one === 'string')) holder[key] = was.map((one) => (chance(0.5) ? `${one}x` : one));
  else if (chance(0.5)) was.push(structuredClone(pick(was)));
  else was.splice(Math.floor(dice.between(0, was.length)), 1);
  const now = JSON.stringify(holder[key]);
  return `${at}.${key} is ${now?.slice(0, 60)}, not ${JSON.stringify(was).slice(0, 60)}`;
}

/** Returns what else stands under a key. */
function valuesOf(plan: Keys, key: string): unknown[] {
  return holdersOf(plan, '').flatMap(({ holder }) => (holder[key] === undefined ? [] : [holder[key]]));
}

function isNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'number');
}

/** Returns every object in a document that has keys, and where it is. */
function holdersOf(value: unknown, at: string): { holder: Keys; at: string }[] {
  if (Array.isArray(value)) return value.flatMap((one, n) => holdersOf(one, `${at}[${n}]`));
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, one]) => holdersOf(one, `${at}.${key}`));
  return [{ holder: value as Keys, at }, ...inside];
}

const FAULTS: readonly Fault[] = [
  ({ levels, element, pick }) => {
    const others = levels.flatMap((level) => LISTS.flatMap((list) => listOf(level[list])));
    const other = pick(others);
    if (other === element) return undefined;
    element.id = other.id;
    return `has the id of '${String(other.id)}'`;
  },
  ({ levels, pick }) => {
    const [level, other] = [pick(levels), pick(levels)];
    if (level === other) return undefined;
    level.id = other.id;
    return `its plan has two levels '${String(other.id)}'`;
  },
  ({ element, list }) => {
    if (list === 'walls') return undefined;
    element.kind = 'gizmo';
    return 'is of no kind';
  },
  ({ element, pick }) => {
    const key = pick(Object.keys(element));
    if (typeof element[key] !== 'number') return undefined;
    element[key] = pick(IMPOSSIBLE);
    return `has ${key} ${String(element[key])}`;
  },
  ({ element, between }) => {
    const points = pointsOf(element);
    if (element.polygon === undefined || points.length < 4) return undefined;
    const at = Math.floor(between(0, points.length - 1));
    [points[at], points[at + 1]] = [points[at + 1], points[at]];
    return `its outline crosses itself at corner ${at}`;
  },
  ({ element, list, between }) => {
    const points = pointsOf(element);
    // So long a wall or zone is drawn as it may be meant: what is implausible is told for review.
    if (points.length === 0 || list !== 'openings') return undefined;
    const at = Math.floor(between(0, points.length));
    points[at] = [points[at][0] + 1e5, points[at][1]];
    return `its corner ${at} is far away`;
  },
  ({ element, list }) => {
    const points = pointsOf(element);
    if (list !== 'openings' && list !== 'walls') return undefined;
    points.fill(points[0]);
    return 'has no length';
  },
  ({ element, list, between, isInMetres }) => {
    const points = pointsOf(element);
    if (list !== 'openings' || !isInMetres) return undefined;
    const [[x0, y0], [x1, y1]] = [points[0], points.at(-1) ?? points[0]];
    const by = between(0.1, 0.9) / (Math.hypot(x1 - x0, y1 - y0) || 1);
    for (const [n, [x, y]] of points.entries()) points[n] = [x - (y1 - y0) * by, y + (x1 - x0) * by];
    return 'is off its wall';
  },
  ({ element, list }) => {
    const points = pointsOf(element);
    if (list !== 'openings') return undefined;
    const [[x0, y0], [x1, y1]] = [points[0], points.at(-1) ?? points[0]];
    points[points.length - 1] = [3 * x1 - 2 * x0, 3 * y1 - 2 * y0];
    return 'is longer than its wall, perhaps';
  },
];

function pointsOf({ polygon, line }: Keys): [number, number][] {
  const points = polygon ?? line;
  return Array.isArray(points) ? points : [];
}

function listOf(value: unknown): Keys[] {
  return Array.isArray(value) ? value : [];
}
