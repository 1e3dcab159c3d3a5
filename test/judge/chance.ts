/** Numbers of a seed, the same on every machine (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Ways to draw from the numbers of a seed. */
export interface Chance {
  readonly between: (low: number, high: number) => number;
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
  /** To the centimetre. */
  readonly metres: (low: number, high: number) => number;
  /** To a tenth. */
  readonly degrees: (low: number, high: number) => number;
}

export function chanceOf(seed: number): Chance {
  const random = randomFrom(seed);
  const between = (low: number, high: number) => low + random() * (high - low);
  return {
    between,
    chance: (share) => random() < share,
    pick: (list) => list[Math.floor(random() * list.length)],
    metres: (low, high) => Math.round(between(low, high) * 100) / 100,
    degrees: (low, high) => Math.round(between(low, high) * 10) / 10,
  };
}
