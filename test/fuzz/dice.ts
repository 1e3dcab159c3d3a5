import { randomFrom } from '../geometry/offices.js';

/** Everything drawn from one seed, in order: the same seed gives the same plan on any machine. */
export class Dice {
  readonly next: () => number;

  constructor(seed: number) {
    // Neighbouring seeds are far apart from the first number on.
    this.next = randomFrom(Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d) ^ 0x5eed);
  }

  chance(part: number): boolean {
    return this.next() < part;
  }

  /** A whole number from 0 up to but not `end`. */
  below(end: number): number {
    return Math.floor(end * this.next());
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)];
  }

  /** One of several ways, each as likely as its weight says. */
  way<T>(ways: readonly (readonly [weight: number, way: T])[]): T {
    let left = this.next() * ways.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, way] of ways) {
      left -= weight;
      if (left < 0) return way;
    }
    return ways[ways.length - 1][1];
  }

  /** Mostly `least`, now and then many more, never over `most`. */
  tail(least: number, most: number, spread = 1): number {
    const more = Math.floor((spread * this.next()) / Math.max(1e-9, 1 - this.next()) ** 0.8);
    return Math.min(most, least + more);
  }

  shuffled<T>(list: readonly T[]): T[] {
    const left = [...list];
    for (let i = left.length - 1; i > 0; i -= 1) {
      const j = this.below(i + 1);
      [left[i], left[j]] = [left[j], left[i]];
    }
    return left;
  }
}
