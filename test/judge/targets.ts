import { excuses, isAsStrict, type Judged, type Law, type Regime, STRICTEST } from './law.js';
import { type Area, inArea, liesIn, type Point, sizeOf } from './plane.js';
import type { Level, Zone } from './read.js';

/** A private zone, and what of it isn't another's: views go to the innermost zone that is judged as gravely. */
export interface Target {
  readonly zone: Zone;
  /** How it is judged; of one zone in several ways, each by itself. */
  readonly judged: Judged;
  readonly regime: Regime;
  /** px/m from which a view counts. */
  readonly density: number;
  /** Of the ways its zone is judged it is the one that asks most. */
  readonly isMain: boolean;
  /** Places in it of which what is seen isn't its own, and those of which that hangs on more than kinds. */
  readonly nested: readonly Zone[];
  readonly doubted: readonly Zone[];
  /** Private places in it: what is heard is the innermost one's. */
  readonly inner: readonly Zone[];
  /** Those of them that are named as strictly as it is, of which that is certain. */
  readonly strict: readonly Zone[];
  /** m², nested zones included. */
  readonly size: number;
  /** m between the points looked at. */
  readonly step: number;
  /** True of the points that certainly belong to it, where that hangs on more than its outline. */
  readonly isOpen?: (at: Point) => boolean;
}

/**
 * Every way a zone is judged, the one that asks most first: by its kind, by what it is said to be beside that, and by what
 * its name says that it is; what nobody could tell is judged as a room.
 */
export function waysOf({ kind, named, roles, untold }: Zone, law: Law): readonly Judged[] {
  const known = [kind, named, ...roles].flatMap((one) => (one === undefined ? [] : (law.places[one] ?? [])));
  const all = [...new Set(known)].sort((p, q) => rank(p) - rank(q));
  return all.length === 0 && untold ? [law.untold] : all;
}

function rank({ regime, inside, hangsOnRoom, seen }: Judged): number {
  const ofInside = inside === 'fail' ? 0 : inside === 'review' ? 1 : 2;
  return STRICTEST.indexOf(regime) * 12 + ofInside * 4 + (hangsOnRoom ? 2 : 0) + (seen.glass === seen.free ? 0 : 1);
}

/** The way that asks most; undefined of a zone that isn't private. */
export function regimeOf(zone: Zone, law: Law): Regime | undefined {
  return waysOf(zone, law)[0]?.regime;
}

/** Every private zone of a level, once for each way it is judged; of one zone the way that asks most comes first. */
export function targetsOf(level: Level, law: Law): Target[] {
  const isSpared = (zone: Zone) => law.publicOnly && zone.closed;
  // What has no walls in another zone is a part of that, as long as nobody says more of it.
  const isPart = (zone: Zone) =>
    zone.untold && zone.enclosed === false && level.zones.some((other) => other !== zone && liesIn(zone, other));
  return level.zones.flatMap((zone) => {
    const ways = isSpared(zone) ? [] : waysOf(isPart(zone) ? { ...zone, untold: false } : zone, law);
    if (ways.length === 0) return [];
    const size = sizeOf(zone);
    const inner = level.zones.filter((other) => other !== zone && waysOf(other, law).length > 0 && liesIn(other, zone));
    return ways.map((judged, i) => {
      const told = inner.filter(({ untold }) => !untold);
      const excused = told.map((other) => (isSpared(other) ? undefined : excuses(waysOf(other, law), judged)));
      return {
        zone,
        judged,
        regime: judged.regime,
        density: judged.density,
        isMain: i === 0,
        nested: told.filter((_, n) => excused[n] === true),
        doubted: told.filter((_, n) => excused[n] === undefined),
        inner,
        strict: told.filter((other) => isAsStrict(waysOf(other, law), judged)),
        size,
        step: size > 10 ? 0.1 : 0.05,
      };
    });
  });
}

/** Whether what is seen at a point of the zone is its own: certainly, or as far as can be told. */
export function holds(
  { zone, nested, doubted }: Pick<Target, 'zone' | 'nested' | 'doubted'>,
  at: Point,
  certainly: boolean,
): boolean {
  const isIn = (other: Area) => inArea(other, at);
  return inArea(zone, at) && !nested.some(isIn) && !(certainly && doubted.some(isIn));
}
