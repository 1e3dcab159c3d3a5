// The unit of a drawing: told by what it shows, by its header, or by the mapping.

import { addTo } from '../../../../base/arrays.js';
import type { Localized } from '../../../../i18n/locale.js';
import type { Drawing } from '../parse/drawing.js';
import { radiusOf, withLeaf } from './leaves.js';
import { eachPair } from './parallels.js';
import { type Item, itemsOf, shownBy } from './strokes.js';

/** Names of units and metres in each, by `$INSUNITS`. Source: DXF Reference, HEADER. */
const UNITS: Readonly<Record<string, { readonly metres: number; readonly zh: string; readonly en: string }>> = {
  '1': { metres: 0.0254, zh: '英寸', en: 'inches' },
  '2': { metres: 0.3048, zh: '英尺', en: 'feet' },
  '4': { metres: 0.001, zh: '毫米', en: 'millimetres' },
  '5': { metres: 0.01, zh: '厘米', en: 'centimetres' },
  '6': { metres: 1, zh: '米', en: 'metres' },
  '7': { metres: 1000, zh: '千米', en: 'kilometres' },
  '10': { metres: 0.9144, zh: '码', en: 'yards' },
  '14': { metres: 0.1, zh: '分米', en: 'decimetres' },
};

/** Units that buildings are drawn in, the usual first, with the points that each starts with. */
const CANDIDATES: readonly (readonly [code: string, points: number])[] = [
  ['4', 0],
  ['5', 0],
  ['6', 0],
  ['1', 0],
  // Few drawings are in feet or decimetres, and a door of 3 ft passes for one of 9 dm.
  ['2', -2],
  ['14', -2],
];

/** Points of a unit that the header names. */
const HEADER_POINTS = 1.5;

/** Lead in points from which on the best unit is taken. */
const LEAD = 2;

/** Lead in points of the best unit over the one in the mapping from which on the contradiction is told. */
const CONTRADICTION = 4;

/** A unit of length: metres per unit, and its name. */
export interface Unit {
  readonly metres: number;
  readonly name: Localized;
}

/**
 * Kinds of evidence for a drawing's unit: widths of door leaves (`leaf`), distances between the faces of walls (`gap`),
 * the size of the whole (`size`), heights of letters (`text`).
 */
export type WitnessName = 'leaf' | 'gap' | 'size' | 'text';

/** Range in m in which a building has such a measure, and the points of a unit that puts it there. Chosen by sitecam. */
const PLAUSIBLE: Readonly<Record<WitnessName, readonly [least: number, most: number, points: number]>> = {
  leaf: [0.55, 1.25, 3],
  gap: [0.07, 0.42, 2],
  size: [6, 150, 2],
  text: [0.08, 0.7, 1],
};

/** A measure of the drawing that tells its unit; `value` in drawing units. */
export interface Witness {
  readonly name: WitnessName;
  readonly value: number;
  /** For the size: width and height. */
  readonly box?: readonly [number, number];
}

/** A possible unit of a drawing, with the points that evidence gives it; more is likelier. */
export interface Candidate extends Unit {
  readonly points: number;
}

/** The unit of a drawing, with its source and the evidence for and against it. */
export interface UnitFinding {
  /** The unit to take; undefined if it has to be asked for. */
  readonly unit: Unit | undefined;
  readonly from: 'mapping' | 'header' | 'witnesses' | 'asked';
  readonly witnesses: readonly Witness[];
  /** The unit that the header names; undefined if it names none. */
  readonly header: Unit | undefined;
  /** All candidates, the best first. */
  readonly candidates: readonly Candidate[];
  /** True if the witnesses contradict the unit of the mapping. */
  readonly contradicted: boolean;
}

/** Returns the unit of a drawing; `given` is the one in the mapping, metres per unit. Throws TooMany. */
export function unitOf(drawing: Drawing, given: number | undefined): UnitFinding {
  return unitBy(itemsOf(shownBy(drawing).shown), drawing.header.get('$INSUNITS'), given);
}

/**
 * Returns the unit of a drawing that shows `items` and whose header has `insunits` as `$INSUNITS`; `given` is the one
 * in the mapping, metres per unit.
 */
export function unitBy(items: readonly Item[], insunits: string | undefined, given: number | undefined): UnitFinding {
  const witnesses = witnessesOf(items);
  const code = Object.hasOwn(UNITS, insunits?.trim() ?? '') ? (insunits?.trim() ?? '') : undefined;
  const header = code === undefined ? undefined : unitOfCode(code);
  const points = ({ metres }: Unit): number =>
    witnesses.reduce((sum, witness) => sum + (allows(witness, metres) ? PLAUSIBLE[witness.name][2] : 0), 0);
  const codes = code === undefined || CANDIDATES.some(([known]) => known === code) ? [] : [[code, 0] as const];
  const candidates = [...CANDIDATES, ...codes]
    .map(([known, start]): Candidate => {
      const unit = unitOfCode(known);
      return { ...unit, points: start + points(unit) + (known === code ? HEADER_POINTS : 0) };
    })
    .sort((a, b) => b.points - a.points);
  const [best, second] = candidates;
  const found = { witnesses, header, candidates, contradicted: false };
  if (given !== undefined) {
    const unit = { metres: given, name: { zh: `${given}米`, en: `${given} m` } };
    const named = candidates.find(({ metres }) => Math.abs(metres - given) <= 1e-9 * given);
    const own = points(unit) + (header !== undefined && header.metres === named?.metres ? HEADER_POINTS : 0);
    return { ...found, unit: named ?? unit, from: 'mapping', contradicted: best.points - own >= CONTRADICTION };
  }
  if (header !== undefined) {
    // Nothing speaks against it, or nothing speaks for another: a detail is smaller than any building.
    const isFree = witnesses.every((witness) => allows(witness, header.metres));
    const isAlone = candidates.every((unit) => unit.metres === header.metres || points(unit) === 0);
    if (isFree || isAlone) return { ...found, unit: header, from: 'header' };
  }
  // Without a door, gaps and sizes of machinery pass for those of a building: a header that says otherwise is heard.
  const isTold = header === undefined || header.metres === best.metres || witnesses.some(isLeafIn(best));
  if (witnesses.length > 0 && best.points - second.points >= LEAD && isTold && !isOdd(found)) {
    return { ...found, unit: best, from: best.metres === header?.metres ? 'header' : 'witnesses' };
  }
  return { ...found, unit: undefined, from: 'asked' };
}

/**
 * Factor by which a measure may miss its range before it contradicts a unit: doors may be narrow, walls thick. Chosen by
 * sitecam.
 */
const NEAR = 2;

/**
 * True if the measures of the drawing that contradict even the best unit weigh more than all that speaks for that unit,
 * so that it may fit by chance.
 */
export function isOdd({ witnesses, candidates: [best] }: Pick<UnitFinding, 'witnesses' | 'candidates'>): boolean {
  const isNear = (witness: Witness) => [1, NEAR, 1 / NEAR].some((factor) => allows(witness, factor * best.metres));
  const against = witnesses.filter((witness) => !isNear(witness));
  return against.reduce((sum, { name }) => sum + PLAUSIBLE[name][2], 0) > best.points;
}

/**
 * True if the unit found is supported by the drawing's doors: in that unit some measure of door leaves has a width that
 * leaves can have.
 */
export function isByLeaf({ unit, witnesses }: UnitFinding): boolean {
  return unit !== undefined && witnesses.some(isLeafIn(unit));
}

/** Returns a test for witnesses that are the leaf of a door in `unit`. */
function isLeafIn({ metres }: Unit): (witness: Witness) => boolean {
  return (witness) => witness.name === 'leaf' && allows(witness, metres);
}

/** True if the measure is plausible for a building when a drawing unit is `metres` long. */
export function allows({ name, value }: Witness, metres: number): boolean {
  const [least, most] = PLAUSIBLE[name];
  return value * metres >= least && value * metres <= most;
}

function unitOfCode(code: string): Unit {
  const { metres, zh, en } = UNITS[code];
  return { metres, name: { zh, en } };
}

/** Share of a drawing's size that no wall's thickness, and no line that counts for walls, comes near to. */
const WIDEST_GAP = 0.03;
const SHORTEST = 0.02;

/** A gap between faces of a wall is shorter than a fifth of the faces. */
const SLENDER = 5;

/** Gaps and sizes that differ by less than these shares count as one. */
const SAME_GAP = 1e-4;
const SAME_RADIUS = 0.15;

function witnessesOf(items: readonly Item[]): Witness[] {
  const strokes = items.flatMap((item) => item.strokes);
  const witnesses: Witness[] = [];
  const leaves = withLeaf(
    items.flatMap(({ swings }) => swings),
    strokes,
  );
  const radius = commonest(leaves.map(radiusOf));
  if (radius !== undefined) witnesses.push({ name: 'leaf', value: radius });
  const box = sizeOf(items);
  const size = Math.max(...box);
  if (size > 0) {
    const gap = commonestGap(strokes, size);
    if (gap !== undefined) witnesses.push({ name: 'gap', value: gap });
    witnesses.push({ name: 'size', value: size, box });
  }
  const height = middle(items.flatMap((item) => (item.height === undefined ? [] : [item.height])));
  if (height !== undefined && height > 0) witnesses.push({ name: 'text', value: height });
  return witnesses;
}

/** Returns the middle one of the radii that most arcs have, within 15 %; undefined if there are none. */
function commonest(radii: readonly number[]): number | undefined {
  const groups = new Map<number, number[]>();
  for (const radius of radii) {
    const key = Math.round(Math.log(radius) / SAME_RADIUS);
    addTo(groups, key, radius);
  }
  const [largest] = [...groups.values()].sort((a, b) => b.length - a.length);
  return largest === undefined ? undefined : middle(largest);
}

/** Returns width and height of what lies between the 2nd and the 98th percentile: sheet frames and strays don't count. */
function sizeOf(items: readonly Item[]): readonly [number, number] {
  const points = items.flatMap(({ lines }) => lines.flat());
  if (points.length === 0) return [0, 0];
  const between = (values: number[]): number => {
    values.sort((a, b) => a - b);
    const last = values.length - 1;
    return values[Math.ceil(0.98 * last)] - values[Math.floor(0.02 * last)];
  };
  return [between(points.map(([x]) => x)), between(points.map(([, y]) => y))];
}

function commonestGap(strokes: Item['strokes'], size: number): number | undefined {
  const long = strokes.filter(({ a, b }) => Math.hypot(b[0] - a[0], b[1] - a[1]) > SHORTEST * size);
  const lengths = new Map<number, { readonly gap: number; length: number }>();
  eachPair(long, WIDEST_GAP * size, ({ gap, overlap }) => {
    if (gap < SAME_GAP * size || overlap < SLENDER * gap) return false;
    const key = Math.round(gap / (SAME_GAP * size));
    const known = lengths.get(key) ?? { gap, length: 0 };
    known.length += overlap;
    lengths.set(key, known);
    return true;
  });
  const [best] = [...lengths.values()].sort((p, q) => q.length - p.length || p.gap - q.gap);
  return best?.gap;
}

function middle(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** Range in m for the median door width of a drawing. Outside it the unit must be wrong. */
export const DOOR_WIDTHS = [0.4, 4] as const;
