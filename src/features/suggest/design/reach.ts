// How much of a zone any number of cameras can cover without intruding: proof that a requirement can't be met.

import FlatQueue from 'flatqueue';
import type { Zone } from '../../../plan/model.js';
import { type Cell, firstCells, mostCollected, type Root } from '../space/space.js';
import type { Offer, Task } from './master.js';
import { type Field, offerIn, type Steps } from './part.js';

/**
 * An upper bound of what any cameras can cover of one requirement, and the private zones that forbid the poses that
 * would cover more.
 */
export interface Reachable {
  /** Share of its area, 0–1; an upper bound. */
  readonly most: number;
  /** True if that is too little, so that no design exists. False where there is no mount to examine. */
  readonly isImpossible: boolean;
  /** Private zones that forbid the poses from which more could be seen. */
  readonly by: readonly Zone[];
  /** Poses found that cover floor which no other one of the pool does. */
  readonly found: readonly Offer[];
}

/** Cells examined for one requirement. */
const MOST_CELLS = 3000;

/** Share of a square from which on it counts as covered by a pose that was found. */
const REACHED = 0.2;

/** Cells between two looks at the pose in the middle of one. */
const LOOK_EVERY = 10;

/**
 * Computes an upper bound of the share of a requirement that staying devices and new cameras, in poses that
 * `field.privacy` allows, can cover together. Atoms that a pose of `pool` covers count in full. Of the others, those
 * count that some box of poses may see, unless `field.privacy` is strict and every pose of the box is surely a finding.
 * Boxes are divided until all atoms are decided or the limit on cells is reached.
 *
 * @param requirement its index
 * @param roots those of the requirement's part
 */
export function* reachable(
  field: Field,
  { needed, kept, atoms: own, beyond }: Task,
  requirement: number,
  roots: readonly Root[],
  pool: readonly Offer[],
): Steps<Reachable> {
  const { atoms, requirements } = field;
  const { area = 0 } = requirements[requirement] ?? {};
  const open = new Float64Array(atoms.length);
  for (const atom of own) if (atoms[atom]?.of === requirement && (kept[atom] ?? 0) < REACHED) open[atom] = 1;
  const reach = ({ column }: Offer) =>
    column.atoms.forEach((atom, i) => {
      if ((column.shares[i] ?? 0) >= REACHED) open[atom] = 0;
    });
  pool.forEach(reach);
  const need = needed.get(requirement) ?? 0;
  const by = new Map<string, Zone>();
  const found: Offer[] = [];
  const cells: Cell[] = roots.flatMap((root) => firstCells(root));
  let examined = 0;
  const heap = new FlatQueue<Cell>();
  const put = (cell: Cell) => {
    examined += 1;
    field.effort.weigh();
    field.effort.ask(cell);
    const weight = mostCollected(cell, atoms, requirements, open);
    if (weight <= 0) return;
    const openness = field.privacy === 'strict' ? cell.openness() : undefined;
    if (openness?.is !== 'closed') heap.push(cell, -weight);
    else if (openness.by !== undefined) by.set(openness.by.id, openness.by);
  };
  for (const cell of cells) {
    put(cell);
    yield undefined;
  }
  const finest: Cell[] = [];
  while (heap.length > 0 && examined < MOST_CELLS && !field.isOver()) {
    const cell = heap.pop();
    if (cell === undefined) break;
    yield undefined;
    if (examined % LOOK_EVERY === 0) {
      const offer = offerIn(field, cell);
      if (
        offer?.column.atoms.some((atom, i) => open[atom] === 1 && (offer.column.shares[i] ?? 0) >= REACHED) === true
      ) {
        found.push(offer);
        reach(offer);
      }
    }
    if (cell.split === undefined) finest.push(cell);
    else for (const half of cell.halves()) put(half);
  }
  // What is left: cells about which nothing is known, each with the floor that it may see.
  const left = new Float64Array(atoms.length);
  const rest = [...finest];
  for (let cell = heap.pop(); cell !== undefined; cell = heap.pop()) rest.push(cell);
  for (const cell of rest) {
    mostCollected(cell, atoms, requirements, open, (atom, seen) => {
      if (open[atom] === 1) left[atom] = Math.min(atoms[atom]?.area ?? 0, (left[atom] ?? 0) + seen);
    });
  }
  // Floor in no atom, and what cameras of other parts see of it, may be covered too.
  let most = beyond.get(requirement) ?? 0;
  for (const atom of own) {
    const { of, area: whole } = atoms[atom] ?? { of: -1, area: 0 };
    if (of !== requirement) continue;
    // Staying devices may cover another piece of it than new ones.
    most += open[atom] === 1 ? Math.min(whole, (left[atom] ?? 0) + (kept[atom] ?? 0) * whole) : whole;
  }
  return {
    most: area === 0 ? 0 : Math.min(1, most / area),
    // Without a mount no cell was examined, so nothing is proved.
    isImpossible: roots.length > 0 && most < need,
    by: [...by.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    found,
  };
}
