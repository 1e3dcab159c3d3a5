// Parts of a plan that no camera covers together: each is searched by itself.

import type { Task } from './design/master.js';
import type { Atom } from './space/atoms.js';
import { firstCells, mostCollected, type Root } from './space/space.js';
import type { Requirement } from './types.js';

/** Requirements that some camera may cover together, and the roots of all cameras that may cover any of them. */
export interface PartTask {
  readonly task: Task;
  readonly roots: readonly Root[];
}

/**
 * Returns the parts of what is required, in the order of their first requirements. Two requirements are of one part if
 * some box of poses may see floor of both.
 *
 * @param kept share of each atom that the devices that stay cover
 * @param isMet true for a requirement that they meet
 */
export function partsOf(
  requirements: readonly Requirement[],
  atoms: readonly Atom[],
  roots: readonly Root[],
  kept: Float64Array,
  isMet: (requirement: Requirement) => boolean,
): PartTask[] {
  const above = requirements.map((_, n) => n);
  const topOf = (n: number): number => {
    const next = above[n] ?? n;
    return next === n ? n : topOf(next);
  };
  const open = new Set(requirements.flatMap((one, n) => (isMet(one) ? [] : [n])));
  const weights = Float64Array.from(atoms, ({ of }) => (open.has(of) ? 1 : 0));
  const touched = roots.map((root) => {
    const own = new Set<number>();
    for (const cell of firstCells(root)) {
      const seen = new Set<number>();
      mostCollected(cell, atoms, requirements, weights, (atom) => {
        const of = atoms[atom]?.of;
        if (of !== undefined && open.has(of)) seen.add(of);
      });
      const [first, ...others] = seen;
      if (first === undefined) continue;
      for (const one of seen) own.add(one);
      for (const other of others) above[topOf(other)] = topOf(first);
    }
    return own;
  });
  const groups = new Map<number, number[]>();
  for (const n of open) groups.set(topOf(n), [...(groups.get(topOf(n)) ?? []), n]);
  return [...groups.values()].map((members) => {
    const own = new Set(members);
    return {
      task: {
        requirements: members,
        atoms: atoms.flatMap(({ of }, n) => (own.has(of) ? [n] : [])),
        needed: new Map(members.map((n) => [n, neededOf(requirements[n])])),
        kept,
      },
      roots: roots.filter((_, n) => [...(touched[n] ?? [])].some((one) => own.has(one))),
    };
  });
}

function neededOf(requirement: Requirement | undefined): number {
  return requirement === undefined ? 0 : requirement.share * requirement.area;
}
