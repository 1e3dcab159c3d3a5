// Units of length in which a file may give its coordinates, and their conversion into metres.

import { LISTS } from './overrides.js';
import { isRecord, listIn, memberOf, type Unchecked } from './unknown.js';

/** How many of each unit make a metre. Only coordinates are converted: heights, ranges and thicknesses stay metres. */
const PER_METRE = { metres: 1, centimetres: 100, millimetres: 1000 } as const;

/** A unit of length in which a file may give its coordinates. */
export type LengthUnit = keyof typeof PER_METRE;

/** Returns the unit that the key `coordinates` names; undefined for degrees, and for what the schema refuses. */
export function lengthUnit(written: unknown): LengthUnit | undefined {
  return typeof written === 'string' && isLengthUnit(written) ? written : undefined;
}

function isLengthUnit(written: string): written is LengthUnit {
  return Object.hasOwn(PER_METRE, written);
}

/** Returns how many of `unit` make a metre. */
export function unitsPerMetre(unit: LengthUnit): number {
  return PER_METRE[unit];
}

/**
 * Returns a plan with the coordinates of its own elements, device types and overrides in metres, converted from the unit
 * that its key `coordinates` names. Degrees stay.
 */
export function planInMetres(plan: Unchecked): Unchecked {
  const unit = lengthUnit(memberOf(plan, 'coordinates'));
  if (unit === undefined || unit === 'metres') return plan;
  const levels = listIn(plan, 'levels');
  const converted: Record<string, unknown> = { ...plan };
  if (levels !== undefined) converted.levels = levels.map((level) => (isRecord(level) ? levelIn(level, unit) : level));
  for (const key of ['deviceTypes', 'overrides']) {
    const written = memberOf(plan, key);
    if (isRecord(written)) converted[key] = Object.fromEntries(entriesIn(written, unit));
  }
  return converted;
}

function levelIn(level: Unchecked, unit: LengthUnit): Unchecked {
  const converted: Record<string, unknown> = { ...level };
  for (const [key] of LISTS) {
    const list = listIn(level, key);
    if (list !== undefined) converted[key] = list.map((element) => elementInMetres(element, unit));
  }
  return converted;
}

function entriesIn(record: Unchecked, unit: LengthUnit): (readonly [string, unknown])[] {
  return Object.entries(record).map(([key, element]) => [key, elementInMetres(element, unit)] as const);
}

const SHAPES = ['polygon', 'holes', 'rect', 'line', 'at', 'drawnAt'] as const;

/**
 * Returns an element with the coordinates of its shapes converted from `unit` to metres. Values that aren't numbers
 * stay, for the schema's check to report.
 */
export function elementInMetres<T>(element: T, unit: LengthUnit): T {
  if (unit === 'metres' || !isRecord(element)) return element;
  const by = PER_METRE[unit];
  const converted: Record<string, unknown> = {};
  for (const key of SHAPES) {
    if (Object.hasOwn(element, key)) converted[key] = divided(element[key], by);
  }
  const masks = listIn(element, 'masks');
  if (masks !== undefined) converted.masks = masks.map((mask) => elementInMetres(mask, unit));
  return { ...element, ...converted };
}

/** Lists in lists of numbers: holes, rings, points. */
const DEEPEST = 3;

function divided(value: unknown, by: number, depth = 0): unknown {
  if (typeof value === 'number') return value / by;
  return Array.isArray(value) && depth < DEEPEST ? value.map((item) => divided(item, by, depth + 1)) : value;
}
