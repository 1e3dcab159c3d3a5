// The search for the design of one part, and for the proof that no cheaper one exists.

import FlatQueue from 'flatqueue';
import type { RuleContext } from '../../../facts/context.js';
import type { Point } from '../../../geometry/types.js';
import type { Device, Range } from '../../../plan/model.js';
import type { Solver } from '../solver.js';
import type { Atom } from '../space/atoms.js';
import { middleOf } from '../space/camera.js';
import { type Cell, firstCells, isFine, mostCollected, type Openness, type Root, type Spot } from '../space/space.js';
import type { Requirement } from '../types.js';
import { cameraIn, columnOf, isAdmissible } from './columns.js';
import { greedyDesign, roundedDesign } from './greedy.js';
import {
  type Chosen,
  choose,
  collected,
  costOf,
  massOf,
  type Offer,
  type Task,
  type Weights,
  weigh,
} from './master.js';

/**
 * Which poses a search leaves out because of what they see of private places. strict: those on which lint finds
 * anything; fails: those on which it finds a fail; none: no pose.
 */
export type Privacy = 'strict' | 'fails' | 'none';

/** Data that the searches of all parts share: plan, requirements, atoms, solver, costs, and which poses are left out. */
export interface Field {
  /** The plan with only those devices that stay, as seen by each pack. */
  readonly contexts: readonly [RuleContext, ...RuleContext[]];
  readonly requirements: readonly Requirement[];
  readonly atoms: readonly Atom[];
  readonly solve: Solver;
  /** Cost of a camera of a root. */
  readonly costOf: (root: Root) => number;
  /** All costs are multiples of it. */
  readonly unit: number;
  /**
   * Which poses the ban on capture leaves out. strict: those on which lint finds anything; fails: those on which it
   * finds a fail; none: no pose, to learn what the ban costs.
   */
  readonly privacy: Privacy;
  /** True if lint refused the pose of the device, or a pose next to it. */
  readonly isRefused: (device: Device) => boolean;
  /** True if the search is to end with what it has. */
  readonly isOver: () => boolean;
  /** What was done so far. */
  readonly effort: Effort;
}

/**
 * Counts work in steps that take about as long on any plan: weighing one box of poses is one step, some tenth of a
 * millisecond.
 */
export class Effort {
  done = 0;
  private readonly asked = new WeakSet<Cell>();

  /** Counts a pose that was looked at. */
  look(): void {
    this.done += LOOK;
  }

  /** Counts a box that was weighed. */
  weigh(): void {
    this.done += 1;
  }

  /** Counts a box of which it was asked whether any pose of it is free: it is worked out once. */
  ask(cell: Cell): void {
    if (this.asked.has(cell)) return;
    this.asked.add(cell);
    this.done += ASK;
  }
}

/** Steps of a look at a pose, and of the question whether a box has a free one. Measured on the shipped sites. */
const [LOOK, ASK] = [15, 40];

/**
 * Work as a generator: it yields its progress, or undefined if that hasn't changed, so that callers can do something
 * else between steps.
 */
export type Steps<T> = Generator<PartProgress | undefined, T, void>;

/** Runs `steps` to its end without a pause and returns its result. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** State of the search of one part, for a progress display: best cost, lower bound, cells examined. */
export interface PartProgress {
  /** Cost of the best design; undefined: none yet. */
  readonly cost: number | undefined;
  readonly bound: number;
  readonly cells: number;
}

/** Weights of the floor by which it is proved that no design of a part costs less than `bound`. */
export interface Proof {
  /** Per m², by index of atom. */
  readonly weights: Float64Array;
  /** No admissible pose collects more per unit of cost. */
  readonly most: number;
  readonly bound: number;
  readonly cells: number;
}

/** Result of the search of one part: the best design, the bound on its cost and the proof of it. */
export interface PartDesign {
  readonly task: Task;
  /**
   * The greedy design among the first poses, before the search made anything better; undefined if they don't cover
   * the task.
   */
  readonly start: Chosen | undefined;
  readonly chosen: Chosen | undefined;
  readonly proof: Proof | undefined;
  readonly bound: number;
  readonly pool: readonly Offer[];
  /** Indices of requirements that no design found meets. */
  readonly unmet: readonly number[];
  /** True if the search ended before it was through. */
  readonly stopped: boolean;
}

/** Times the finest width down to which cells are divided: coarse as long as that proves enough, or finds new poses. */
const WIDTHS = [12, 3, 1] as const;

/** Most rounds of weighing and pricing. */
const MOST_ROUNDS = 200;

/**
 * Results of an earlier search of a part from which a new one starts. If lint refused poses since, there is less to
 * choose from, so the bound stays valid.
 */
export type PriorBound = Pick<PartDesign, 'proof' | 'bound' | 'start'>;

/** Searches the cheapest design of a task among the poses of some roots, beginning with those of `seeds`. */
export function searchPart(field: Field, task: Task, roots: readonly Root[], seeds: readonly Offer[]): PartDesign {
  return finish(partSearch(field, task, roots, seeds));
}

/**
 * Searches the best design of one part like {@link searchPart}, and yields its progress between steps. `before`: results
 * of an earlier search, from which it starts.
 */
export function* partSearch(
  field: Field,
  task: Task,
  roots: readonly Root[],
  seeds: readonly Offer[],
  before?: PriorBound,
): Steps<PartDesign> {
  const { atoms, solve, unit } = field;
  const pool: Offer[] = [];
  const known = new Set<string>();
  /** Adds those that the pool doesn't have yet, and returns how many. */
  const add = (offers: readonly Offer[]): number => {
    const size = pool.length;
    for (const offer of offers) {
      if (known.has(offer.column.device.id)) continue;
      known.add(offer.column.device.id);
      pool.push(offer);
    }
    return pool.length - size;
  };
  add(seeds);
  let asked = task;
  let best = verified(field, task, (raised) => greedyDesign(raised, pool, atoms));
  const start = before === undefined ? best : before.start;
  let proof = before?.proof;
  let isDense = false;
  let isFilled = false;
  let [bound, cells, unmet, stopped, chose, width] = [
    before?.bound ?? 0,
    proof?.cells ?? 0,
    task.requirements,
    false,
    -1,
    0,
  ];
  const take = (design: Chosen | undefined) => {
    if (design !== undefined && (best === undefined || design.cost < best.cost)) best = design;
  };
  const progress = (): PartProgress => ({ cost: best?.cost, bound, cells });
  for (let round = 0; round < MOST_ROUNDS; round++) {
    yield progress();
    if (best !== undefined && best.cost <= bound) break;
    const weights = weigh(asked, pool, atoms, solve);
    if (weights === undefined) break;
    unmet = weights.unmet;
    if (unmet.length > 0 && !isDense && !field.isOver()) {
      isDense = true;
      const lacking = new Set(unmet);
      const helpful = roots.filter(({ spot }) => spot.atoms.some((atom) => lacking.has(atoms[atom]?.of ?? -1)));
      add(yield* seeding(field, helpful, DENSE));
      continue;
    }
    if (unmet.length > 0 && asked.addsUp !== true) {
      asked = { ...task, addsUp: true };
      continue;
    }
    // Whether any pose sees what is missing is a question of its own.
    if (unmet.length > 0) {
      stopped = field.isOver();
      break;
    }
    take(verified(field, asked, (raised) => roundedDesign(raised, pool, atoms, weights.taken)));
    if (field.isOver()) {
      // Better a design that took a moment more than none.
      if (best === undefined)
        take(chosenDesign(field, asked, pool, weights, { upper: Number.POSITIVE_INFINITY, bound }));
      stopped = true;
      break;
    }
    const upper = best?.cost ?? Number.POSITIVE_INFINITY;
    const least = unit * Math.ceil(weights.cost / unit - 1e-6);
    const goal = Math.min(upper, least) - unit;
    // Where nothing needs a proof, poses are sought all the same as long as the design may get cheaper.
    const aim = goal <= 0 && least < upper ? Number.POSITIVE_INFINITY : goal;
    const priced = yield* price(field, task, roots, weights, aim, WIDTHS[width] ?? 1);
    cells = priced.cells;
    const proved = unit * Math.ceil(priced.bound / unit - 1e-6);
    if (proof === undefined || proved > bound) {
      proof = { weights: weights.weights, most: priced.most, bound: Math.min(proved, upper), cells };
      bound = Math.max(bound, proof.bound);
    }
    if (bound >= (best?.cost ?? Number.POSITIVE_INFINITY)) break;
    const offers = priced.found.filter((offer) => collected(offer, atoms, weights.weights) > MORE);
    if (add(offers) > 0) continue;
    if (priced.isCut && field.isOver()) stopped = true;
    if (stopped) break;
    if (proved < least && width < WIDTHS.length - 1) {
      width += 1;
      continue;
    }
    if (chose === pool.length) break;
    // No pose helps the program without whole numbers any more: the one with them is asked, once for a pool.
    chose = pool.length;
    const before = best?.cost;
    take(chosenDesign(field, asked, pool, weights, { upper, bound }));
    if (best?.cost !== before) continue;
    if (asked.addsUp !== true) {
      // Views may complete each other, and weights prove nothing of a limit on squares that are never wholly seen.
      asked = { ...task, addsUp: true };
      width = 0;
      chose = -1;
      continue;
    }
    // A design may need poses that only whole numbers ask for: those of a grid are tried, once.
    if (isFilled || field.isOver()) break;
    isFilled = true;
    const more = yield* seeding(field, roots, BETWEEN);
    const most = (best?.cost ?? Number.POSITIVE_INFINITY) - unit;
    if (add(more.filter((offer) => isOfUse(offer, atoms, weights, most))) === 0) break;
  }
  yield progress();
  return { task, start, chosen: best, proof, bound, pool, unmet: best === undefined ? unmet : [], stopped };
}

/** Returns a design cheaper than `upper` that the program with whole numbers finds in a pool; undefined if it finds none. */
function chosenDesign(
  field: Field,
  task: Task,
  pool: readonly Offer[],
  weights: Weights,
  { upper, bound }: { readonly upper: number; readonly bound: number },
): Chosen | undefined {
  const { atoms, solve, unit } = field;
  const offers = pool.filter((offer) => isOfUse(offer, atoms, weights, upper - unit));
  return verified(
    field,
    task,
    (raised) => choose(raised, offers, atoms, solve, { unit, below: upper, enough: bound })?.offers,
  );
}

/** True if a design with a pose may cost no more than `most`: by so much it costs more than the program without whole numbers. */
function isOfUse(offer: Offer, atoms: readonly Atom[], { weights, cost }: Weights, most: number): boolean {
  return cost + offer.cost * (1 - collected(offer, atoms, weights)) <= most + 1e-6;
}

/** Weight that a pose must collect to be worth a column: those of the pool collect 1 at most. */
const MORE = 1.001;

/** Most times that a requirement is raised because views overlap within a square. */
const MOST_RAISES = 8;

/** m² by which a raised requirement exceeds what was missing. */
const SPARE = 1e-3;

/**
 * Returns a design whose true coverage is enough; undefined if `make` makes none. A program counts views that overlap
 * within a square as if they didn't; where that was too much, more is required.
 */
function verified(field: Field, task: Task, make: (raised: Task) => readonly Offer[] | undefined): Chosen | undefined {
  const needed = new Map(task.needed);
  for (let i = 0; i < MOST_RAISES; i++) {
    const offers = make({ ...task, needed });
    if (offers === undefined) return undefined;
    const short = shortfalls(
      field,
      task,
      offers.map(({ column }) => column.device),
    );
    if (short.size === 0) return { offers, cost: costOf(offers), unmet: [] };
    for (const [one, by] of short) needed.set(one, (needed.get(one) ?? 0) + by + SPARE);
  }
  return undefined;
}

/**
 * Returns, by index of requirement, how many m² are still to be covered when `devices` are added to those that stay,
 * by exact coverage. Each requirement must be exceeded by the fraction {@link CLEAR}; those that are get no entry.
 */
export function shortfalls(
  { contexts: [context], requirements }: Field,
  task: Task,
  devices: readonly Device[],
): Map<number, number> {
  const sight = devices.reduce((all, device) => all.moved(device), context.sight);
  const found = new Map<number, number>();
  for (const one of task.requirements) {
    const requirement = requirements[one];
    if (requirement === undefined) continue;
    const { zone, density, detectors, minus, share } = requirement;
    const { area, fraction } = sight.coverage(zone, density, { detectors, minus });
    const missing = share * area * (1 + CLEAR) - fraction * area;
    if (missing > 0) found.set(one, missing);
  }
  return found;
}

/** Fraction by which designs exceed each required area, so that rounding and tolerances don't bring them below it. */
export const CLEAR = 2e-3;

interface Pricing {
  /** Poses that collect much. */
  readonly found: readonly Offer[];
  /** No pose collects more per unit of cost. */
  readonly most: number;
  /** Any design costs as much. */
  readonly bound: number;
  readonly cells: number;
  /** True if the search of cells was cut short. */
  readonly isCut: boolean;
}

/** Poses found after which cells are left, to weigh the floor anew. */
const ENOUGH = 30;

/** Cells after which a pose in the middle of one is looked at. */
const LOOK_EVERY = 25;

/** Cells for each look at a pose of which it is known that it is free. */
const LOOK_FREE = 12;

/** Coarse cells of one first cell that are gone into: the others may be of more use. */
const QUOTA = 4;

/** Cells of one pricing that isn't the finest. */
const MOST_COARSE = 20_000;

/** Cells of the finest width that may stay above the goal before pricing ends: it won't be reached. */
const MOST_FINE = 100;

/** Cells of one pricing. */
const MOST_CELLS = 400_000;

/** Splits between two questions whether all poses of a cell see into a private place. */
const ASK_EVERY = 3;

interface Open {
  readonly cell: Cell;
  readonly weight: number;
}

/** Finds poses that collect more than they cost, and a bound on what any pose collects. */
function* price(
  field: Field,
  task: Task,
  roots: readonly Root[],
  { weights }: Weights,
  goal: number,
  width: number,
): Steps<Pricing> {
  const { atoms, requirements, costOf, privacy } = field;
  const mass = massOf(task, atoms, weights);
  const threshold = Math.max(1.0005, goal <= 0 ? Number.POSITIVE_INFINITY : (mass / goal) * (1 - 1e-4));
  const heap = new FlatQueue<Open>();
  const found: Offer[] = [];
  const tried = new Set<string>();
  const fineOf = new Map<Cell, number>();
  let [most, cells, fine, looked] = [0, 0, 0, 0];
  const put = (cell: Cell) => {
    cells += 1;
    field.effort.weigh();
    const weight = mostCollected(cell, atoms, requirements, weights) / costOf(cell.root);
    if (weight <= threshold) {
      most = Math.max(most, weight);
      return;
    }
    if (cell.depth >= ASK_EVERY && cell.depth % ASK_EVERY === 0) {
      const is = ask(cell);
      if (is === 'closed') return;
      if (is === 'free' && tried.size < cells / LOOK_FREE) look(cell);
    }
    heap.push({ cell, weight }, -weight);
  };
  const ask = (cell: Cell): Openness['is'] => {
    if (privacy !== 'strict') return 'open';
    field.effort.ask(cell);
    return cell.openness().is;
  };
  const look = (cell: Cell) => {
    const offer = offerIn(field, cell);
    const key = offer === undefined ? '' : keyOf(offer.column.device);
    if (offer === undefined || tried.has(key)) return;
    tried.add(key);
    if (collected(offer, atoms, weights) > LOOKED) found.push(offer);
  };
  for (const root of roots) {
    for (const cell of firstCells(root)) put(cell);
    yield undefined;
  }
  let isCut = false;
  for (let open = heap.pop(); open !== undefined; open = heap.pop()) {
    const { cell, weight } = open;
    looked += 1;
    const first = cell.first ?? cell;
    const own = fineOf.get(first) ?? 0;
    if (isFine(cell, width) && ask(cell) === 'closed') continue;
    if (isFine(cell, width) || (width > 1 && own >= QUOTA)) {
      most = Math.max(most, weight);
      if (own >= QUOTA && width > 1) continue;
      fineOf.set(first, own + 1);
      fine += 1;
      if (found.length < ENOUGH) look(cell);
      if (width > 1 ? cells > MOST_COARSE : fine > MOST_FINE) {
        isCut = true;
        break;
      }
      continue;
    }
    for (const half of cell.halves()) put(half);
    yield undefined;
    if (looked % LOOK_EVERY === 0) {
      look(cell);
      if (cells > MOST_CELLS || field.isOver()) isCut = true;
    }
    if (isCut || found.length >= ENOUGH) {
      isCut = true;
      break;
    }
  }
  const rest = heap.peek();
  if (rest !== undefined) most = Math.max(most, rest.weight);
  return { found, most, bound: most <= 0 ? 0 : mass / most, cells, isCut };
}

/** Weight from which a pose that was looked at is offered. */
const LOOKED = 1.02;

function keyOf({ at, lenses: [lens], type }: Device): string {
  return `${type} ${at.join(' ')} ${lens?.heading} ${lens?.tilt}`;
}

/**
 * Returns the pose in the middle of a cell as an offer; in a wide span of tilts, the one at which the picture's upper
 * edge is level. Undefined if it sees nothing required, lint refused it, or `field.privacy` leaves it out.
 */
export function offerIn(field: Field, { root, spot, headings, tilts }: Cell): Offer | undefined {
  return offerAt(field, root, alongOf(spot, 0.5), (headings[0] + headings[1]) / 2, tiltIn(root, tilts));
}

/** Returns the point of a spot that lies at a part of its length; of a polygon, of the way from one corner to another. */
function alongOf({ eyes: { ring } }: Spot, part: number): Point {
  const [first = [0, 0]] = ring;
  const last = ring[ring.length > 2 ? ring.length >> 1 : 1] ?? first;
  const between = ([ax, ay]: Point, [bx, by]: Point, by1: number): Point => [
    ax + by1 * (bx - ax),
    ay + by1 * (by - ay),
  ];
  if (ring.length <= 2) return between(first, last, part);
  const middle = middleOf({ at: ring });
  return part < 0.5 ? between(first, middle, 2 * part) : between(middle, last, 2 * part - 1);
}

function offerAt(field: Field, root: Root, at: Point, heading: number, tilt: number): Offer | undefined {
  const { contexts, atoms, requirements, privacy, costOf } = field;
  const [context] = contexts;
  field.effort.look();
  const device = cameraIn(context, root, at, heading, tilt);
  if (field.isRefused(device)) return undefined;
  const column = columnOf(context, root, device, atoms, requirements);
  if (column === undefined || !isAdmissible(contexts, device, privacy)) return undefined;
  return { column, cost: costOf(root) };
}

/** Degrees: of a wider span of tilts the one is tried at which the picture's upper edge is level. */
const WIDE = 60;

function tiltIn({ type: { lens } }: Root, [from, to]: Range): number {
  if (to - from <= WIDE) return (from + to) / 2;
  return Math.min(to, Math.max(from, upperEdge(lens)));
}

/**
 * Returns half the vertical field of view of a lens, degrees: with this tilt the upper edge of the picture is
 * horizontal.
 */
export function upperEdge({ hfov, vfov, resolution: [across, down] }: Root['type']['lens']): number {
  if (vfov !== undefined) return vfov / 2;
  return (Math.atan((Math.tan((hfov * Math.PI) / 360) * down) / across) * 180) / Math.PI;
}

/** Where poses are tried first: at which headings, as parts of what a mount leaves open, and how far below the level view. */
interface Grid {
  readonly headings: readonly number[];
  /** Degrees added to the tilt at which the picture's upper edge is level. */
  readonly tilts: readonly number[];
  /** Where in a mount, as parts of its length. */
  readonly places: readonly number[];
}

/**
 * Grid of poses to begin with. A few suffice, since the search adds better ones. `headings`, `places`: shares (0–1) of
 * the headings that a root leaves open and of its mount's length; `tilts`: degrees added to {@link upperEdge}.
 */
export const COARSE: Grid = { headings: [0.12, 0.31, 0.5, 0.69, 0.88], tilts: [-4, 16], places: [0.5] };

/**
 * Grid of poses, as {@link COARSE}, to begin with where few poses avoid private places, so that the coarse one may have
 * none.
 */
export const DENSE: Grid = {
  headings: [0.02, 0.08, 0.16, 0.28, 0.39, 0.5, 0.61, 0.72, 0.84, 0.92, 0.98],
  tilts: [-6, 4, 20],
  places: [0, 0.5, 1],
};

/** Poses besides the coarse ones, for a design that whole numbers keep from its bound. */
const BETWEEN: Grid = { headings: [0.03, 0.21, 0.4, 0.6, 0.79, 0.97], tilts: [6], places: [0.5] };

/**
 * Returns the poses of a grid at the mounts of some roots that see something required and that neither lint nor
 * `field.privacy` refuses; once the search is over (`field.isOver`), those found by then.
 */
export function seedsOf(field: Field, roots: readonly Root[], grid: Grid = COARSE): Offer[] {
  return finish(seeding(field, roots, grid));
}

/** Computes the poses that {@link seedsOf} returns; yields its progress between steps. */
export function* seeding(field: Field, roots: readonly Root[], grid: Grid = COARSE): Steps<Offer[]> {
  const found: Offer[] = [];
  for (const root of roots) {
    const upper = upperEdge(root.type.lens);
    const [low, high] = root.tilts;
    const tilts = [...new Set(grid.tilts.map((more) => Math.min(high, Math.max(low, upper + more))))];
    const [from, to] = root.headings;
    for (const place of grid.places) {
      const at = alongOf(root.spot, place);
      for (const part of grid.headings) {
        for (const tilt of tilts) {
          if (field.isOver()) return found;
          const offer = offerAt(field, root, at, from + part * (to - from), tilt);
          if (offer !== undefined) found.push(offer);
        }
      }
      yield undefined;
    }
  }
  return found;
}
