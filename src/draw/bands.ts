// What one device sees, by pixel density, as outlines.
import { areaOfPieces, boxOfRegions, coveredPieces, type Region, type Ring, ringOfBox } from '../geometry/index.js';
import { parameter } from '../law/lookup.js';
import { sightForReport } from '../lint/support/report-sight.js';
import type { Report } from '../lint/types.js';
import type { Device } from '../plan/model.js';

/** What a device sees at a pixel density or finer, on one level. */
export interface Band {
  /** px/m. */
  readonly density: number;
  readonly must: BandView;
  readonly may: BandView;
}

/** What a band contains in one world, must-see or may-see: outlines and area. */
export interface BandView {
  /** Rings, even-odd, plan metres. */
  readonly outlines: readonly Ring[];
  /** m². */
  readonly area: number;
}

const NOTHING: BandView = { outlines: [], area: 0 };

/**
 * Returns what the device sees of `level` (id) at each density that the pack names, the lowest first; [] if it has no
 * picture or is removed.
 */
export function bandsOf(report: Report, device: Device, level: string): Band[] {
  if (device.video === 'none' || device.status === 'removed') return [];
  const sight = sightForReport(report);
  const view = (density: number, world: 'must' | 'may') => bandView(sight.view(device, level, density, world));
  return densitiesOf(report).map((density) => ({
    density,
    must: view(density, 'must'),
    may: view(density, 'may'),
  }));
}

/** Returns the densities of the pack, px/m: that from which a view counts, and those of the levels of detail. */
function densitiesOf({ pack }: Report): number[] {
  const all = new Set([parameter(pack, 'privacyDensity'), ...pack.densityLevels.map(({ density }) => density)]);
  return [...all].sort((a, b) => a - b);
}

function bandView(regions: readonly Region[]): BandView {
  const box = boxOfRegions(regions);
  if (box === undefined) return NOTHING;
  const pieces = coveredPieces({ rings: [ringOfBox(box)], shadows: [] }, regions);
  return { outlines: pieces.flatMap(({ outline }) => outline), area: areaOfPieces(pieces) };
}
