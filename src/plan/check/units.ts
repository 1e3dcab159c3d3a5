// The check that a plan is drawn in the unit it says.

import { convexHull, distance, widthOf } from '../../geometry/index.js';
import type { Text } from '../../i18n/catalogue.js';
import { fixed } from '../../i18n/number.js';
import { zoneKind } from '../../law/lookup.js';
import type { Pack } from '../../law/types.js';
import { child } from '../../source/place/pointer.js';
import { problemOf } from '../../source/problem.js';
import { rectPoints } from '../build/zone.js';
import type { Unreadable } from '../model.js';
import type { PlanDocument, RawLevel, RawZone } from '../read/document.js';
import { planText, unitText } from '../read/texts.js';
import type { LengthUnit } from '../read/units.js';
import { DOORS } from './dimensions.js';
import type { GeometryContext } from './geometry.js';

/**
 * Metres, all ours and not the law's. No plan's narrowest door, other opening, room or open place is wider. In
 * centimetres taken for metres the narrowest door is 60 m wide, and in millimetres the narrowest room 900 m.
 */
const WIDEST = { door: 30, opening: 60, room: 150, place: 5000 } as const;

/** Metres: of no plan all doors are narrower. */
const NARROWEST = 0.05;

/** A length of an element as read, in m. */
interface Measure {
  readonly id: string;
  readonly width: number;
  readonly pointer: string;
}

/** What can be measured of one level in one file: all that is in one unit. */
interface Measures extends Readonly<Record<keyof typeof WIDEST, Measure[]>> {
  readonly unit: LengthUnit;
}

/** Returns a fault for the first level that is drawn in another unit than its file says; [] if none is. */
export function wrongUnit(document: PlanDocument, pack: Pack, context: GeometryContext): Unreadable[] {
  for (const [index, level] of document.levels.entries()) {
    for (const measures of measuresByFile(level, child('/levels', index), pack, context)) {
      const fault = faultOf(measures);
      if (fault !== undefined) return [problemOf(fault.message, context.placeOf(fault.pointer))];
    }
  }
  return [];
}

/**
 * Returns the hint that a file seems to be in metres, for a file that says millimetres or centimetres and in which the
 * caller found everything tiny. Undefined if the file says metres or degrees.
 */
export function unitHint(unit: LengthUnit | undefined): Text | undefined {
  return unit === 'millimetres' || unit === 'centimetres' ? planText.seemMetres : undefined;
}

function faultOf(measures: Measures): { readonly message: Text; readonly pointer: string } | undefined {
  const { unit } = measures;
  for (const what of ['door', 'opening', 'room', 'place'] as const) {
    const narrowest = least(measures[what], ({ width }) => width);
    if (narrowest === undefined) continue;
    const { id, width, pointer } = narrowest;
    if (width <= WIDEST[what]) break;
    const evidence = unitText[what]({ id, width: fixed(width, 1) });
    const message =
      unit === 'metres' ? planText.millimetres({ evidence }) : planText.huge({ unit: unitText[unit], evidence });
    return { message, pointer };
  }
  const widest = least(measures.door, ({ width }) => -width);
  if (unit === 'metres' || widest === undefined || widest.width >= NARROWEST) return undefined;
  const evidence = unitText.thin({ id: widest.id, width: fixed(widest.width * 1000, 1) });
  return { message: planText.metres({ unit: unitText[unit], evidence }), pointer: widest.pointer };
}

function least(list: readonly Measure[], of: (measure: Measure) => number): Measure | undefined {
  let best: Measure | undefined;
  for (const one of list) if (best === undefined || of(one) < of(best)) best = one;
  return best;
}

/** Returns the measures of a level for each file in metres that draws a part of it. */
function measuresByFile(level: RawLevel, pointer: string, pack: Pack, context: GeometryContext): Iterable<Measures> {
  const files = new Map<string, Measures>();
  const add = (what: keyof typeof WIDEST, key: string, index: number, id: string, width: number) => {
    const element = child(pointer, key, index);
    if (context.systemOf(element) !== 'metres' || !(width > 0 && width < Infinity)) return;
    const { path } = context.placeOf(element);
    const measures = files.get(path) ?? {
      unit: context.unitOf(element) ?? 'metres',
      door: [],
      opening: [],
      room: [],
      place: [],
    };
    files.set(path, measures);
    measures[what].push({ id, width, pointer: element });
  };
  for (const [index, { id, kind, line }] of (level.openings ?? []).entries()) {
    add(DOORS.has(kind) ? 'door' : 'opening', 'openings', index, id, distance(...line));
  }
  for (const [index, zone] of (level.zones ?? []).entries()) {
    add(isRoom(zone, pack) ? 'room' : 'place', 'zones', index, zone.id, narrowSide(zone));
  }
  return files.values();
}

function isRoom({ kind, enclosed }: RawZone, pack: Pack): boolean {
  return enclosed ?? zoneKind(pack, kind)?.enclosed ?? true;
}

function narrowSide(zone: RawZone): number {
  return widthOf(convexHull(zone.polygon ?? rectPoints(zone)));
}
