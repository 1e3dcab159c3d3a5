// The band of a cone as planes: sectors of azimuths in each of which a plane bounds the slopes from either side.
import { Band, halves, type Slopes } from './band.js';
import type { Cone } from './cone.js';

/** Plane through the eye: in plan direction (cos θ, sin θ) its slope is x·cos θ + y·sin θ. */
export interface Plane {
  readonly x: number;
  readonly y: number;
}

/** Slopes between two planes; undefined: not bounded on that side. */
export interface Between {
  readonly low: Plane | undefined;
  readonly high: Plane | undefined;
}

/**
 * Azimuths (radians, in the axes in which the cone's headings are given) from `from` to `to`, at most {@link WIDEST}
 * apart, and the slopes in frame there.
 */
export interface Sector {
  readonly from: number;
  readonly to: number;
  /** One interval of slopes, or two where the camera looks over the horizon and under it but not at it. */
  readonly parts: readonly Between[];
}

/**
 * Radians: the greatest width of a sector. A cone of one pose has planes for sides and needs no narrower sectors; a
 * cone of many poses does.
 */
export const WIDEST = Math.PI / 3;
/** Radians: the widest sector of a cone that holds many. A plane is at most 1/cos(1.5°) steeper than a cone in it. */
const SWEPT = Math.PI / 60;
/** Radians: no sector is halved that is narrower than this. */
const NARROWEST = Math.PI / 720;
/** Share of a slope by which a plane may be off it in the middle of a sector before the sector is halved. */
const OFF = 0.003;
/** Radians: a sector is measured this far inside its ends, where a limit may jump. */
const INSIDE = 1e-9;

/**
 * Returns the sectors of a cone, ascending from −π to π; where nothing is in frame there is none. The planes of a
 * sector never cut into its band.
 *
 * All azimuths at which the band's limit f, a slope by azimuth, changes its kind are ends of sectors. So within one
 * sector f is a plane, a constant slope, or the slope of a side cone. Let e be f less the plane through f at both
 * ends: e″ + e = f″ + f keeps its sign, so e has one sign throughout and, if f is constant, is greatest in the
 * middle. Where the plane is within the band there (a constant slope that falls), it is moved out by that much. A
 * side cone lies within its plane.
 */
export function sectorsOf(cone: Cone): Sector[] {
  const bands = halves(cone).map((half) => new Band(half));
  const swept = cone.headings === undefined || cone.headings[1] > cone.headings[0] || cone.tilts[1] > cone.tilts[0];
  const ends = [...bands.flatMap((band) => band.knots()).map(wrapped), -Math.PI, Math.PI].sort((p, q) => p - q);
  const measured: Measured[] = [];
  for (let i = 1; i < ends.length; i += 1) {
    const [from, to] = [ends[i - 1], ends[i]];
    if (to - from <= 2 * INSIDE) continue;
    const wide = Math.ceil((to - from) / WIDEST - 1e-9);
    for (let k = 0; k < wide; k += 1) {
      measure(bands, from + ((to - from) * k) / wide, from + ((to - from) * (k + 1)) / wide, swept, measured);
    }
  }
  join(measured);
  return merged(measured.map(sectorOf));
}

/**
 * Returns the sectors in which at least one of several cones has something in frame, given the sectors of each cone.
 * Intervals of slopes that meet somewhere in a sector become one, whose planes never cut into any of them: where two
 * planes cross in the sector, the new one runs through the outer of the two at each end.
 */
export function sectorsOfAny(cones: readonly (readonly Sector[])[]): Sector[] {
  const ends = cones.flatMap((sectors) => sectors.flatMap(({ from, to }) => [from, to])).sort((p, q) => p - q);
  const found: Sector[] = [];
  for (let i = 1; i < ends.length; i += 1) {
    const [from, to] = [ends[i - 1], ends[i]];
    if (to - from <= 2 * INSIDE) continue;
    const middle = from + (to - from) / 2;
    const parts = cones.flatMap(
      (sectors) => sectors.find((one) => one.from <= middle && middle <= one.to)?.parts ?? [],
    );
    if (parts.length > 0) found.push({ from, to, parts: unitedIn(parts, from, to) });
  }
  return merged(found);
}

/** Returns intervals of slopes with those that meet somewhere in a sector as one. */
function unitedIn(parts: readonly Between[], from: number, to: number): Between[] {
  const united: Between[] = [];
  for (const part of parts) {
    let one = part;
    for (let i = united.length - 1; i >= 0; i -= 1) {
      if (isApart(one, united[i], from, to) || isApart(united[i], one, from, to)) continue;
      const [other] = united.splice(i, 1);
      one = {
        low: outer(one.low, other.low, from, to, Math.min),
        high: outer(one.high, other.high, from, to, Math.max),
      };
      i = united.length;
    }
    united.push(one);
  }
  return united;
}

/** True if one interval lies below another throughout a sector. */
function isApart({ high }: Between, { low }: Between, from: number, to: number): boolean {
  return high !== undefined && low !== undefined && [from, to].every((at) => slopeAt(high, at) < slopeAt(low, at));
}

/** Returns a plane that in a sector is nowhere within either of two; undefined if one of them bounds nothing. */
function outer(
  one: Plane | undefined,
  other: Plane | undefined,
  from: number,
  to: number,
  most: (p: number, q: number) => number,
): Plane | undefined {
  if (one === undefined || other === undefined) return undefined;
  const [first, last] = [from, to].map((at) => most(slopeAt(one, at), slopeAt(other, at)));
  for (const plane of [one, other]) if (slopeAt(plane, from) === first && slopeAt(plane, to) === last) return plane;
  return planeThrough(first, last, from, to);
}

function slopeAt({ x, y }: Plane, azimuth: number): number {
  return x * Math.cos(azimuth) + y * Math.sin(azimuth);
}

/** Limits of a band at both ends of a sector, moved out to where a plane through them bounds it. */
interface Limits {
  low: [number, number];
  high: [number, number];
}

interface Measured {
  readonly from: number;
  readonly to: number;
  readonly parts: readonly Limits[];
}

/**
 * Appends a sector, or its parts if it is `swept` and no plane is its limit, or planes are too far off. A limit that is
 * a plane at both ends and in the middle is one throughout.
 */
function measure(bands: readonly Band[], from: number, to: number, swept: boolean, found: Measured[]): void {
  const half = (to - from) / 2;
  const middle = from + half;
  const parts: Limits[] = [];
  let off = 0;
  let bent = false;
  for (const band of bands) {
    const at = band.at(middle);
    if (at === undefined) continue;
    const ends = [band.at(from + INSIDE) ?? at, band.at(to - INSIDE) ?? at] as const;
    const low = moved(ends, at, half, 'low');
    const high = moved(ends, at, half, 'high');
    off = Math.max(off, low.off, high.off);
    bent ||= low.bent || high.bent;
    parts.push({ low: low.ends, high: high.ends });
  }
  if (parts.length === 0) return;
  const pieces = swept && bent ? piecesOf(2 * half, off) : 1;
  if (pieces > 1) {
    for (let k = 0; k < pieces; k += 1)
      measure(bands, from + ((to - from) * k) / pieces, from + ((to - from) * (k + 1)) / pieces, swept, found);
    return;
  }
  found.push({ from, to, parts: together(parts) });
}

/** Returns in how many parts a sector is taken whose limit is no plane, and at most `off` off it. */
function piecesOf(width: number, off: number): number {
  if (width > SWEPT * (1 + 1e-9)) return Math.ceil(width / SWEPT - 1e-9);
  return off > OFF && width > 2 * NARROWEST ? 2 : 1;
}

/** Returns the limit at both ends, moved out so that a plane bounds it, and by what share the plane is off it. */
function moved(
  [first, last]: readonly [Slopes, Slopes],
  middle: Slopes,
  half: number,
  side: 'low' | 'high',
): { readonly ends: [number, number]; readonly off: number; readonly bent: boolean } {
  const [a, b, m] = [first[side], last[side], middle[side]];
  const endless = side === 'low' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  if (!Number.isFinite(a + b + m)) return { ends: [endless, endless], off: 0, bent: false };
  const plane = (a + b) / (2 * Math.cos(half));
  const out = side === 'low' ? -1 : 1;
  const within = out * (m - plane);
  const slack = 1e-12 * (1 + Math.abs(m));
  if (within > slack) {
    const by = out * (within * Math.cos(half) * (1 + 1e-9) + slack);
    return { ends: [a + by, b + by], off: 0, bent: true };
  }
  return { ends: [a, b], off: -within / Math.max(1e-3, Math.abs(m)), bent: within < -1e-9 * (1 + Math.abs(m)) };
}

/** Returns the upper and the lower part as one where they meet throughout. */
function together(parts: readonly Limits[]): readonly Limits[] {
  const [up, down] = parts;
  if (up === undefined || down === undefined) return parts;
  const apart =
    [0, 1].some((i) => up.low[i] > down.high[i] + 1e-9) || [0, 1].every((i) => up.low[i] >= down.high[i] - 1e-9);
  if (apart) return parts;
  return [
    {
      low: [Math.min(up.low[0], down.low[0]), Math.min(up.low[1], down.low[1])],
      high: [Math.max(up.high[0], down.high[0]), Math.max(up.high[1], down.high[1])],
    },
  ];
}

/** Share of a slope by which two sectors may differ where they meet, for both to take the worse. */
const STEPPED = 0.01;

/** Makes sectors that meet agree at the azimuth where they do: both take the outer limit. */
function join(sectors: readonly Measured[]): void {
  for (let i = 1; i < sectors.length; i += 1) {
    const [before, after] = [sectors[i - 1], sectors[i]];
    if (after.from - before.to > INSIDE || before.parts.length !== after.parts.length) continue;
    before.parts.forEach((one, k) => {
      const other = after.parts[k];
      const near = (p: number, q: number) => Math.abs(p - q) <= STEPPED * Math.max(Math.abs(p), Math.abs(q));
      if (near(one.low[1], other.low[0])) one.low[1] = other.low[0] = Math.min(one.low[1], other.low[0]);
      if (near(one.high[1], other.high[0])) one.high[1] = other.high[0] = Math.max(one.high[1], other.high[0]);
    });
  }
}

function sectorOf({ from, to, parts }: Measured): Sector {
  const plane = ([a, b]: readonly [number, number]) =>
    Number.isFinite(a + b) ? planeThrough(a, b, from, to) : undefined;
  return { from, to, parts: parts.map(({ low, high }) => ({ low: plane(low), high: plane(high) })) };
}

/** Returns the plane of two slopes, at the azimuths `from` and `to`. */
function planeThrough(first: number, last: number, from: number, to: number): Plane {
  const turn = Math.sin(to - from);
  return {
    x: (first * Math.sin(to) - last * Math.sin(from)) / turn,
    y: (last * Math.cos(from) - first * Math.cos(to)) / turn,
  };
}

/** Joins neighbours with the same planes. */
function merged(sectors: readonly Sector[]): Sector[] {
  const kept: Sector[] = [];
  for (const sector of sectors) {
    const last = kept.at(-1);
    if (
      last !== undefined &&
      sector.from - last.to <= INSIDE &&
      sector.to - last.from <= WIDEST &&
      alike(last, sector)
    ) {
      kept[kept.length - 1] = { ...last, to: sector.to };
    } else kept.push(sector);
  }
  return kept;
}

function alike(one: Sector, other: Sector): boolean {
  const same = (p: Plane | undefined, q: Plane | undefined): boolean => {
    if (p === undefined || q === undefined) return p === q;
    return Math.hypot(p.x - q.x, p.y - q.y) <= 1e-9 * Math.max(1, Math.hypot(p.x, p.y));
  };
  return (
    one.parts.length === other.parts.length &&
    one.parts.every(({ low, high }, i) => same(low, other.parts[i].low) && same(high, other.parts[i].high))
  );
}

function wrapped(angle: number): number {
  const turn = 2 * Math.PI;
  return angle - turn * Math.round(angle / turn);
}
