import { boxOfRings } from '../../../../geometry/shapes/ring.js';
import type { Point } from '../../../../geometry/types.js';

/** m of the units that buildings are drawn in, by `$INSUNITS`. Source: DXF Reference, HEADER. */
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

export interface Unit {
  readonly metres: number;
  readonly name: { readonly zh: string; readonly en: string };
  readonly from: 'mapping' | 'header' | 'extent';
}

/** How many metres a building's walls extend at most, and a drawing in metres: beyond it is in millimetres. */
const LARGEST = 1000;

/**
 * The unit of a drawing: what the user says, what its header says, else by how far its walls extend. Millimetres are what
 * buildings are drawn in (GB/T 50104); what extends no more than 1,000 is in metres.
 */
export function unitOf(insunits: string | undefined, given: number | undefined, extent: number): Unit {
  if (given !== undefined) return { metres: given, name: { zh: `${given} 米`, en: `${given} m` }, from: 'mapping' };
  const known = UNITS[insunits ?? ''];
  if (known !== undefined) return { metres: known.metres, name: known, from: 'header' };
  const [code, from] = [extent > LARGEST ? '4' : '6', 'extent'] as const;
  const { metres, zh, en } = UNITS[code] ?? { metres: 1, zh: '米', en: 'metres' };
  return { metres, name: { zh, en }, from };
}

/** m between which the middle one of a drawing's doors is wide; beyond, its unit isn't the one it says. */
export const DOOR_WIDTHS = [0.4, 4] as const;

/** The longer side of the box about some lines; 0 of none. */
export function extentOf(lines: readonly (readonly Point[])[]): number {
  const box = boxOfRings(lines);
  return box === undefined ? 0 : Math.max(box.maxX - box.minX, box.maxY - box.minY);
}
