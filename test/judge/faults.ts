import { type Chance, chanceOf } from './chance.js';
import type { Keys } from './wide.js';

/** Plans with a fault of one element, as people and programs make them. The plan without it is one way to mend it. */
export interface Faulted {
  readonly plan: Keys;
  /** What was done, in a few words. */
  readonly what: string;
}

const LISTS = ['zones', 'walls', 'openings', 'devices'] as const;

/** Figures that no element can have. */
const IMPOSSIBLE = [-5, 0, 1e6, 181, 1e-9];

interface Drawn extends Chance {
  readonly levels: readonly Keys[];
  readonly list: (typeof LISTS)[number];
  readonly element: Keys;
}

/** Puts the fault into the element; undefined where it can't be. */
type Fault = (drawn: Drawn) => string | undefined;

/** Returns the plan with one fault more, by the seed; undefined where the fault drawn fits no element drawn. */
export function faulted(plan: Keys, seed: number): Faulted | undefined {
  const dice = chanceOf(seed + 0xfa17);
  const copy = structuredClone(plan);
  const levels = listOf(copy.levels);
  const list = dice.pick(LISTS);
  const elements = listOf(dice.pick(levels)[list]);
  if (elements.length === 0) return undefined;
  const element = dice.pick(elements);
  const name = `${list} ${String(element.id)}`;
  const what = dice.pick(FAULTS)({ ...dice, levels, list, element });
  return what === undefined ? undefined : { plan: copy, what: `${name}: ${what}` };
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
  ({ element, between }) => {
    const points = pointsOf(element);
    if (points.length === 0) return undefined;
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
  ({ element, list, between }) => {
    const points = pointsOf(element);
    if (list !== 'openings') return undefined;
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
