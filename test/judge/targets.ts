import { PRIVATE, type Regime, STRICTEST, STRICTNESS } from './law.js';
import { type Area, inArea, liesIn, type Point, sizeOf } from './plane.js';
import type { Level, Zone } from './read.js';

/** A private zone, and what of it isn't another's: views go to the innermost zone that is judged as strictly. */
export interface Target {
  readonly zone: Zone;
  readonly regime: Regime;
  readonly nested: readonly Zone[];
  /** m², nested zones included. */
  readonly size: number;
  /** m between the points looked at. */
  readonly step: number;
}

/**
 * By its kind, what it is said to be beside that, or what its name says that it is, whichever asks more; what nobody
 * could tell is judged as a room.
 */
export function regimeOf({ kind, named, roles, untold }: Zone): Regime | undefined {
  const known = [kind, named, ...roles].flatMap((one) => (one === undefined ? [] : (PRIVATE[one] ?? [])));
  return STRICTEST.find((regime) => known.includes(regime)) ?? (untold ? 'room' : undefined);
}

export function targetsOf(level: Level): Target[] {
  return level.zones.flatMap((zone) => {
    const regime = regimeOf(zone);
    if (regime === undefined) return [];
    const nested = level.zones.filter((other) => {
      const theirs = other.untold ? undefined : regimeOf(other);
      return other !== zone && theirs !== undefined && STRICTNESS[theirs] >= STRICTNESS[regime] && liesIn(other, zone);
    });
    const size = sizeOf(zone);
    return [{ zone, regime, nested, size, step: size > 10 ? 0.1 : 0.05 }];
  });
}

export function holds({ zone, nested }: Pick<Target, 'zone' | 'nested'>, at: Point): boolean {
  return inArea(zone, at) && !nested.some((other: Area) => inArea(other, at));
}
