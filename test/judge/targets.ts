import { PRIVATE, type Regime, STRICTEST, STRICTNESS } from './law.js';
import { type Area, inArea, liesIn, type Point, sizeOf } from './plane.js';
import type { Level, Zone } from './read.js';

/** A private zone, and what of it isn't another's: views go to the innermost zone that is judged as strictly. */
export interface Target {
  readonly zone: Zone;
  readonly regime: Regime;
  /** Of the ways its zone is judged it is the one that asks most. */
  readonly isMain: boolean;
  readonly nested: readonly Zone[];
  /** m², nested zones included. */
  readonly size: number;
  /** m between the points looked at. */
  readonly step: number;
}

/**
 * Every way a zone is judged, the one that asks most first: by its kind, by what it is said to be beside that, and by what
 * its name says that it is; what nobody could tell is judged as a room.
 */
export function regimesOf({ kind, named, roles, untold }: Zone): readonly Regime[] {
  const known = [kind, named, ...roles].flatMap((one) => (one === undefined ? [] : (PRIVATE[one] ?? [])));
  const all = STRICTEST.filter((regime) => known.includes(regime));
  return all.length === 0 && untold ? ['room'] : all;
}

/** The way that asks most; undefined of a zone that isn't private. */
export function regimeOf(zone: Zone): Regime | undefined {
  return regimesOf(zone)[0];
}

/** Every private zone of a level, once for each way it is judged; of one zone the way that asks most comes first. */
export function targetsOf(level: Level): Target[] {
  return level.zones.flatMap((zone) => {
    const size = sizeOf(zone);
    return regimesOf(zone).map((regime, i) => {
      const nested = level.zones.filter((other) => {
        const theirs = other.untold ? undefined : regimeOf(other);
        return (
          other !== zone && theirs !== undefined && STRICTNESS[theirs] >= STRICTNESS[regime] && liesIn(other, zone)
        );
      });
      return { zone, regime, isMain: i === 0, nested, size, step: size > 10 ? 0.1 : 0.05 };
    });
  });
}

export function holds({ zone, nested }: Pick<Target, 'zone' | 'nested'>, at: Point): boolean {
  return inArea(zone, at) && !nested.some((other: Area) => inArea(other, at));
}
