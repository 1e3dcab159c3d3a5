// Units of a drawing.

import { boxOfRings } from '../../../../geometry/shapes/ring.js';
import type { Point } from '../../../../geometry/types.js';

/** Metres per unit for the units that buildings are drawn in, by `$INSUNITS`. Source: DXF Reference, HEADER. */
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

/** The unit of a drawing: metres per unit, its name, and where it was found. */
export interface Unit {
  readonly metres: number;
  readonly name: { readonly zh: string; readonly en: string };
  readonly from: 'mapping' | 'header' | 'extent';
}

/** Largest extent of a building in m. A drawing with a larger number is in mm. */
const LARGEST = 1000;

/**
 * Returns the unit of a drawing: `given` by the user, else the header's, else by the extent of its walls in drawing
 * units. Buildings are drawn in mm (GB/T 50104); an extent of 1,000 or less means metres.
 */
export function unitOf(insunits: string | undefined, given: number | undefined, extent: number): Unit {
  if (given !== undefined) return { metres: given, name: { zh: `${given} 米`, en: `${given} m` }, from: 'mapping' };
  const known = UNITS[insunits ?? ''];
  if (known !== undefined) return { metres: known.metres, name: known, from: 'header' };
  const [code, from] = [extent > LARGEST ? '4' : '6', 'extent'] as const;
  const { metres, zh, en } = UNITS[code] ?? { metres: 1, zh: '米', en: 'metres' };
  return { metres, name: { zh, en }, from };
}

/** Range in m for the median door width of a drawing. Outside it the unit must be wrong. */
export const DOOR_WIDTHS = [0.4, 4] as const;

/** Returns the longer side of the bounding box of some lines, in their unit; 0 if there are none. */
export function extentOf(lines: readonly (readonly Point[])[]): number {
  const box = boxOfRings(lines);
  return box === undefined ? 0 : Math.max(box.maxX - box.minX, box.maxY - box.minY);
}
