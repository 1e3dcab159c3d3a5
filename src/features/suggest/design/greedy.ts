// Designs made by hand, so to speak: the most useful pose first, then without those that turn out to be needless.

import type { Atom } from '../space/atoms.js';
import { bestShares, type Offer, type Task } from './master.js';

/** How much of each square is covered, and what is left to cover of each requirement. */
class Cover {
  private readonly shares: Float64Array;
  private readonly left: Map<number, number>;

  constructor(
    task: Task,
    private readonly atoms: readonly Atom[],
    /** Greatest share of each square that counts: two views may see the same part of it. */
    private readonly most: Float64Array,
  ) {
    this.shares = Float64Array.from(task.kept);
    this.left = new Map(task.needed);
    for (const index of task.atoms) this.lessen(index, Math.min(1, task.kept[index] ?? 0));
  }

  /** True if nothing is left to cover. */
  get isDone(): boolean {
    return [...this.left.values()].every((left) => left <= 0);
  }

  /** Returns the m² of what is left that an offer would cover. */
  gain({ column }: Offer): number {
    const more = new Map<number, number>();
    for (let i = 0; i < column.atoms.length; i++) {
      const index = column.atoms[i] ?? 0;
      const atom = this.atoms[index];
      if (atom === undefined) continue;
      const covered = Math.min(this.most[index] ?? 0, this.shares[index] ?? 0);
      const added = Math.min(this.most[index] ?? 0, covered + (column.shares[i] ?? 0)) - covered;
      if (added > 0) more.set(atom.of, (more.get(atom.of) ?? 0) + added * atom.area);
    }
    let sum = 0;
    for (const [of, by] of more) sum += Math.min(by, Math.max(0, this.left.get(of) ?? 0));
    return sum;
  }

  /** Takes an offer in. */
  add({ column }: Offer): void {
    for (let i = 0; i < column.atoms.length; i++) {
      const index = column.atoms[i] ?? 0;
      const before = Math.min(this.most[index] ?? 0, this.shares[index] ?? 0);
      this.shares[index] = (this.shares[index] ?? 0) + (column.shares[i] ?? 0);
      this.lessen(index, Math.min(this.most[index] ?? 0, this.shares[index] ?? 0) - before);
    }
  }

  private lessen(index: number, by: number): void {
    const atom = this.atoms[index];
    const left = atom && this.left.get(atom.of);
    if (atom !== undefined && left !== undefined) this.left.set(atom.of, left - by * atom.area);
  }
}

/**
 * Returns a design that covers a task: the offers `first`, then one by one the offer that adds the most floor for its
 * cost; those that the others make needless are left out again. Undefined if the offers don't cover the task. The
 * same input gives the same design. `atoms`: all of the plan, by index.
 */
export function greedyDesign(
  task: Task,
  offers: readonly Offer[],
  atoms: readonly Atom[],
  first: readonly Offer[] = [],
): Offer[] | undefined {
  const most = bestShares(task, offers, atoms.length);
  const cover = new Cover(task, atoms, most);
  const chosen: Offer[] = [];
  for (const offer of first) {
    if (cover.isDone) break;
    if (cover.gain(offer) <= 0) continue;
    cover.add(offer);
    chosen.push(offer);
  }
  // What an offer gains only falls: one whose last known gain is too small needn't be asked again.
  const gains = offers.map((offer) => cover.gain(offer) / offer.cost);
  while (!cover.isDone) {
    let best = -1;
    for (const [n, offer] of offers.entries()) {
      const known = gains[n] ?? 0;
      if (known <= 0 || (best >= 0 && known <= (gains[best] ?? 0))) continue;
      gains[n] = cover.gain(offer) / offer.cost;
      if ((gains[n] ?? 0) > 0 && (best < 0 || (gains[n] ?? 0) > (gains[best] ?? 0))) best = n;
    }
    const offer = offers[best];
    if (offer === undefined) return undefined;
    cover.add(offer);
    chosen.push(offer);
    gains[best] = 0;
  }
  return withoutNeedless(task, chosen, atoms, most);
}

/** Returns a design without the poses that the others make needless, the dearest first. */
function withoutNeedless(task: Task, chosen: readonly Offer[], atoms: readonly Atom[], most: Float64Array): Offer[] {
  let kept = [...chosen];
  for (const offer of [...chosen].sort((a, b) => b.cost - a.cost)) {
    const others = kept.filter((one) => one !== offer);
    const cover = new Cover(task, atoms, most);
    for (const one of others) cover.add(one);
    if (cover.isDone) kept = others;
  }
  return kept;
}

/** Parts of an offer, from which on it is taken whole. */
const TAKEN = [0.9, 0.6, 0.4, 0.2, 0.1] as const;

/**
 * Returns the cheapest of some greedy designs that begin with the offers of which the linear program takes most
 * (`taken`, 0–1, by offer); undefined if none covers the task.
 */
export function roundedDesign(
  task: Task,
  offers: readonly Offer[],
  atoms: readonly Atom[],
  taken: Float64Array,
): Offer[] | undefined {
  const order = offers.map((_, n) => n).sort((a, b) => (taken[b] ?? 0) - (taken[a] ?? 0));
  let best: Offer[] | undefined;
  const cost = (design: readonly Offer[]) => design.reduce((sum, one) => sum + one.cost, 0);
  for (const least of TAKEN) {
    const first = order.filter((n) => (taken[n] ?? 0) >= least).flatMap((n) => offers[n] ?? []);
    const design = greedyDesign(task, offers, atoms, first);
    if (design !== undefined && (best === undefined || cost(design) < cost(best))) best = design;
  }
  return best;
}
