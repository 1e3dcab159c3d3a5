// The program of a design: the fewest poses of a pool that together cover what is required.

import type { Program, Solved, Solver } from '../solver.js';
import type { Atom } from '../space/atoms.js';
import type { Column, Seen } from './columns.js';

/** The covering problem of one part: requirements and atoms by index, and the m² needed. */
export interface Task {
  /** Indices of its requirements. */
  readonly requirements: readonly number[];
  /** Indices of its atoms. */
  readonly atoms: readonly number[];
  /** m² to be covered, by index of requirement. */
  readonly needed: ReadonlyMap<number, number>;
  /** Share (0–1) of each atom that the devices that stay cover, by index of atom. */
  readonly kept: Float64Array;
  /**
   * m² at most, by index of requirement, that cover nothing of its atoms: slivers of floor beyond a wall, seen by cameras of
   * other parts, and specks that are in no atom.
   */
  readonly beyond: ReadonlyMap<number, number>;
  /**
   * True if views that see parts of one atom count together with the sum of their shares; absent: with no more than the best
   * share of the pool. Neither is right, since they may see the same part or not: true coverage decides.
   */
  readonly addsUp?: boolean;
}

/**
 * Returns a task without some of its requirements and without their atoms. Indices stay as they are.
 *
 * @param atoms all atoms, by index
 * @param without indices of the requirements to leave out
 */
export function reducedTask(task: Task, atoms: readonly Atom[], without: ReadonlySet<number>): Task {
  const requirements = task.requirements.filter((one) => !without.has(one));
  const own = new Set(requirements);
  return {
    ...task,
    requirements,
    atoms: task.atoms.filter((atom) => own.has(atoms[atom]?.of ?? -1)),
    needed: new Map([...task.needed].filter(([one]) => own.has(one))),
  };
}

/** A candidate pose of the pool that the solver chooses from, with its cost. */
export interface Offer extends Priced {
  readonly column: Column;
}

/** Covered floor with its cost: what the solver needs of a candidate. */
export interface Priced {
  readonly column: Seen;
  readonly cost: number;
}

/**
 * Returns the linear program of covering a task with offers at least cost. If `whole`, each offer is taken entirely or
 * not at all.
 *
 * @param atoms all atoms of the plan, by index
 * @param groupOf name of a group of offers of which at most one may be taken; absent: no groups
 */
export function programOf<T extends Priced>(
  task: Task,
  offers: readonly T[],
  atoms: readonly Atom[],
  whole: boolean,
  groupOf: (offer: T) => string | undefined = () => undefined,
): Program {
  const groups = [...new Set(offers.flatMap((offer) => groupOf(offer) ?? []))];
  const groupRow = new Map(groups.map((one, n) => [one, task.atoms.length + task.requirements.length + n]));
  const rowOf = new Map(task.atoms.map((atom, row) => [atom, row]));
  const needRow = new Map(task.requirements.map((one, n) => [one, task.atoms.length + n]));
  const [costs, lower, upper, isWhole, starts, rows, values]: [
    number[],
    number[],
    number[],
    boolean[],
    number[],
    number[],
    number[],
  ] = [[], [], [], [], [0], [], []];
  for (const offer of offers) {
    const { column, cost } = offer;
    costs.push(cost);
    lower.push(0);
    // Without whole numbers a pose may be taken more than once: what it then earned by the limit no weight of floor proves.
    upper.push(whole ? 1 : Number.POSITIVE_INFINITY);
    isWhole.push(whole);
    column.atoms.forEach((atom, i) => {
      const row = rowOf.get(atom);
      if (row === undefined) return;
      rows.push(row);
      values.push(column.shares[i] ?? 0);
    });
    const group = groupRow.get(groupOf(offer) ?? '');
    if (group !== undefined) {
      rows.push(group);
      values.push(1);
    }
    starts.push(rows.length);
  }
  // One column for the covered share of each atom.
  const best = bestShares(task, offers, atoms.length);
  for (const atom of task.atoms) {
    costs.push(0);
    lower.push(0);
    upper.push(best[atom] ?? 0);
    isWhole.push(false);
    rows.push(rowOf.get(atom) ?? 0, needRow.get(atoms[atom]?.of ?? -1) ?? 0);
    values.push(-1, atoms[atom]?.area ?? 0);
    starts.push(rows.length);
  }
  // Floor that stays uncovered, at more than any camera costs: a task that can't be met has a program all the same.
  for (const one of task.requirements) {
    costs.push(shortfallCost(task, offers, one));
    lower.push(0);
    upper.push(Number.POSITIVE_INFINITY);
    isWhole.push(false);
    rows.push(needRow.get(one) ?? 0);
    values.push(1);
    starts.push(rows.length);
  }
  const rowLower = [
    ...task.atoms.map((atom) => -(task.kept[atom] ?? 0)),
    ...task.requirements.map((one) => task.needed.get(one) ?? 0),
    ...groups.map(() => Number.NEGATIVE_INFINITY),
  ];
  return {
    costs,
    lower,
    upper,
    ...(whole && { whole: isWhole }),
    rowLower,
    rowUpper: rowLower.map((_, row) => (row < rowLower.length - groups.length ? Number.POSITIVE_INFINITY : 1)),
    starts,
    rows,
    values,
  };
}

/**
 * Returns, for each of `count` atoms, the greatest share (0–1) that may be counted as covered: the best share of any
 * offer or of the staying devices or, if the task has `addsUp` (views that see parts of one atom count together), their
 * sum, at most 1.
 */
export function bestShares({ kept, addsUp }: Task, offers: readonly Priced[], count: number): Float64Array {
  const best = new Float64Array(count).map((_, n) => kept[n] ?? 0);
  for (const { column } of offers) {
    for (let i = 0; i < column.atoms.length; i++) {
      const atom = column.atoms[i] ?? 0;
      const [known, share] = [best[atom] ?? 0, column.shares[i] ?? 0];
      best[atom] = addsUp === true ? Math.min(1, known + share) : Math.max(known, share);
    }
  }
  return best;
}

/** Times the dearest camera that leaving all of a zone uncovered costs in the program. */
const DEAR = 1000;

function shortfallCost({ needed }: Task, offers: readonly Priced[], requirement: number): number {
  const dearest = offers.reduce((most, { cost }) => Math.max(most, cost), 1);
  return (DEAR * dearest) / Math.max(1e-6, needed.get(requirement) ?? 0);
}

/** A design as the solver sees it: chosen poses, their cost, and requirements not met. */
export interface Chosen {
  readonly offers: readonly Offer[];
  readonly cost: number;
  /** Indices of the requirements that it doesn't meet. */
  readonly unmet: readonly number[];
}

/** m²: floor left uncovered that is rounding of the solver. */
const NOTHING = 1e-6;

export function unmetIn({ atoms, requirements }: Task, offers: readonly Priced[], values: Float64Array): number[] {
  return requirements.filter((_, n) => (values[offers.length + atoms.length + n] ?? 0) > NOTHING);
}

/**
 * Returns the cheapest choice of offers that costs less than `below`; undefined if there is none, or if the solver gave
 * up.
 *
 * @param unit all costs are multiples of it
 * @param enough cost at which any choice is taken at once, even if a cheaper one may exist
 */
export function choose(
  task: Task,
  offers: readonly Offer[],
  atoms: readonly Atom[],
  solve: Solver,
  { unit, below, enough }: { readonly unit: number; readonly below: number; readonly enough: number },
): Chosen | undefined {
  const program = programOf(task, offers, atoms, true);
  const solved = solve(program, { apart: unit, below: below - unit / 2, enough: enough + unit / 2 });
  if (solved.is === 'infeasible' || solved.values.length === 0) return undefined;
  const chosen = offers.filter((_, n) => (solved.values[n] ?? 0) > 0.5);
  return {
    offers: chosen,
    cost: costOf(chosen),
    unmet: unmetIn(task, offers, solved.values),
  };
}

/** Returns what offers cost together. */
export function costOf(offers: readonly Priced[]): number {
  return offers.reduce((sum, { cost }) => sum + cost, 0);
}

/** Solution of the linear program without whole numbers: the weights that it gives the floor, and its cost. */
export interface Weights {
  /** Per m², by index of atom. */
  readonly weights: Float64Array;
  readonly cost: number;
  /** How much of each offer is taken, 0–1. */
  readonly taken: Float64Array;
  /** Indices of the requirements that the pool doesn't meet. */
  readonly unmet: readonly number[];
}

/**
 * Solves the linear program of a task without whole numbers and returns the weights of the floor, which are its dual
 * prices; undefined if the solver gave up.
 */
export function weigh(
  task: Task,
  offers: readonly Offer[],
  atoms: readonly Atom[],
  solve: Solver,
): Weights | undefined {
  const solved: Solved = solve(programOf(task, offers, atoms, false));
  if (solved.is !== 'optimal') return undefined;
  const weights = new Float64Array(atoms.length);
  const best = bestShares(task, offers, atoms.length);
  task.atoms.forEach((atom, row) => {
    const { area = 1, of = -1 } = atoms[atom] ?? {};
    const paid = solved.duals[task.atoms.length + task.requirements.indexOf(of)] ?? 0;
    // Floor that no pose of the pool reaches weighs what its zone pays: with nothing, all weight would gather there.
    weights[atom] = Math.max(0, (solved.duals[row] ?? 0) / area, paid * (1 - (best[atom] ?? 0)));
  });
  return {
    weights,
    cost: solved.cost,
    taken: solved.values.slice(0, offers.length),
    unmet: unmetIn(task, offers, solved.values),
  };
}

/**
 * Returns a lower bound of the weight that the new cameras of any design cover: the weight of the area required,
 * taken from the lightest floor of each zone, less what the staying devices cover of it. Unlike a certificate's
 * bound, it has no margin for rounding.
 *
 * @param weights per m², by index of atom
 */
export function massOf(task: Task, atoms: readonly Atom[], weights: Float64Array): number {
  let mass = 0;
  for (const one of task.requirements) {
    const own = task.atoms.filter((atom) => atoms[atom]?.of === one);
    let left = (task.needed.get(one) ?? 0) - (task.beyond.get(one) ?? 0);
    let least = 0;
    for (const atom of [...own].sort((a, b) => (weights[a] ?? 0) - (weights[b] ?? 0))) {
      const taken = Math.max(0, Math.min(left, atoms[atom]?.area ?? 0));
      least += taken * (weights[atom] ?? 0);
      left -= taken;
      if (left <= 0) break;
    }
    const stays = own.reduce(
      (sum, atom) => sum + (task.kept[atom] ?? 0) * (atoms[atom]?.area ?? 0) * (weights[atom] ?? 0),
      0,
    );
    mass += Math.max(0, least - stays);
  }
  return mass;
}

/** Returns the weight of the floor that a pose covers, per unit of its cost. `weights`: per m², by index of atom. */
export function collected({ column, cost }: Offer, atoms: readonly Atom[], weights: Float64Array): number {
  let sum = 0;
  column.atoms.forEach((atom, i) => {
    sum += (weights[atom] ?? 0) * (column.shares[i] ?? 0) * (atoms[atom]?.area ?? 0);
  });
  return sum / cost;
}

/** Returns the indices of the requirements to which atoms belong. */
export function requirementsOfAtoms(indices: Iterable<number>, atoms: readonly Atom[]): Set<number> {
  return new Set([...indices].flatMap((index) => atoms[index]?.of ?? []));
}
