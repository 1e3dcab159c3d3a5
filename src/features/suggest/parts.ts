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
 * mm²: floor that a camera sees of a zone, so that the two belong together. Where zones are drawn a little beyond their
 * walls, the cameras next door see slivers of them; what these amount to is taken off what is to be proved.
 */
const JOINED = 20_000;

/**
 * True if a camera's view and a zone overlap by enough m² to put them into one part. The area is rounded to whole mm²,
 * so that its last digits, which may differ between machines, decide nothing: otherwise a certificate could be of other
 * parts there.
 */
export function isJoined(area: number): boolean {
  return Math.round(1e6 * area) >= JOINED;
}

/**
 * Returns the parts of what is required, in the order of their first requirements. Two requirements are of one part
 * if some box of poses may see floor of both.
 *
 * @param kept share (0–1) of each atom that the devices that stay cover
 * @param isMet true for a requirement that the devices that stay meet
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
      const areas = new Map<number, number>();
      mostCollected(cell, atoms, requirements, weights, (atom, area) => {
        const of = atoms[atom]?.of;
        if (of !== undefined && open.has(of)) areas.set(of, (areas.get(of) ?? 0) + area);
      });
      const seen = [...areas].flatMap(([of, area]) => (isJoined(area) ? [of] : []));
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
    const near = roots.filter((_, n) => [...(touched[n] ?? [])].some((one) => own.has(one)));
    return {
      task: {
        requirements: members,
        atoms: atoms.flatMap(({ of }, n) => (own.has(of) ? [n] : [])),
        needed: new Map(members.map((n) => [n, neededOf(requirements[n])])),
        kept,
        beyond: beyondOf(own, requirements, roots, new Set(near), atoms),
      },
      roots: near,
    };
  });
}

/**
 * Returns the m² of each requirement that cameras of other parts may see, at most, and those that no square holds: what
 * is cut off at the edges, too little to be one.
 */
function beyondOf(
  own: ReadonlySet<number>,
  requirements: readonly Requirement[],
  roots: readonly Root[],
  near: ReadonlySet<Root>,
  atoms: readonly Atom[],
): Map<number, number> {
  const inSight = new Map<number, number>();
  const isOwn = (atom: number) => own.has(atoms[atom]?.of ?? -1);
  const weights = Float64Array.from(atoms, (_, n) => (isOwn(n) ? 1 : 0));
  for (const root of roots) {
    if (near.has(root) || !root.spot.atoms.some(isOwn)) continue;
    for (const cell of firstCells(root)) {
      mostCollected(cell, atoms, requirements, weights, (atom, area) => {
        if (isOwn(atom)) inSight.set(atom, (inSight.get(atom) ?? 0) + area);
      });
    }
  }
  const sums = new Map([...own].map((one) => [one, requirements[one]?.area ?? 0]));
  for (const { of, area } of atoms) if (own.has(of)) sums.set(of, (sums.get(of) ?? 0) - area);
  for (const [one, rest] of sums) sums.set(one, Math.max(0, rest));
  for (const [atom, area] of inSight) {
    const { of = -1, area: whole = 0 } = atoms[atom] ?? {};
    sums.set(of, (sums.get(of) ?? 0) + Math.min(area, whole));
  }
  return sums;
}

function neededOf(requirement: Requirement | undefined): number {
  return requirement === undefined ? 0 : requirement.share * requirement.area;
}
