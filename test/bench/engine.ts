import { loadPack } from '../../src/law/load.js';
import { prohibitionOf } from '../../src/law/lookup.js';
import type { Device, Site } from '../../src/plan/model.js';
import { readPlan } from '../../src/plan/read/read.js';
import { createSight } from '../../src/sight/sight.js';
import type { Sight } from '../../src/sight/types.js';
import { drawPlan, geoJsonOf, type PlanOptions } from './plans.js';

/** px/m asked of every zone, and from which a private zone counts as seen. */
const DETECT = 25;
const PRIVACY = 12.5;

/** The plan as typed: what reading gives, walls not yet prepared. */
export function siteOf(options: PlanOptions): Site {
  const text = geoJsonOf(drawPlan(options));
  const bytes = new TextEncoder().encode(text);
  const result = readPlan('plan.geojson', () => bytes, { pack: loadPack('nm-2017') });
  if (!result.ok) throw new Error(`the generated plan can't be read: ${JSON.stringify(result.unreadable[0])}`);
  return result.site;
}

/** What a run of the engine came to: so that nothing is optimised away, and two runs can be told apart. */
export interface Numbers {
  readonly views: number;
  readonly covered: number;
  readonly watched: number;
  readonly pairs: number;
  readonly uncovered: number;
}

/** Both worlds of every camera: how much of each zone is covered, and which private zones each camera may see into. */
export function runEngine(site: Site, options: { readonly remainders: boolean }): Numbers {
  return numbersOf(site, createSight(site), options);
}

function numbersOf(site: Site, sight: Sight, { remainders }: { readonly remainders: boolean }): Numbers {
  let [covered, watched, pairs, uncovered, views] = [0, 0, 0, 0, 0];
  for (const level of site.levels) {
    for (const zone of level.zones) {
      const coverage = sight.coverage(zone, DETECT, { detectors: true, minus: [] });
      covered += coverage.fraction;
      if (remainders) uncovered += coverage.uncovered.length;
    }
    for (const device of level.devices) {
      views += 2;
      for (const zone of sight.within(device, level.id, PRIVACY)) {
        if (prohibitionOf(site.pack, zone.kind) === undefined) continue;
        pairs += 1;
        if (sight.reach(device, level.id, zone.region, PRIVACY, 'may') !== undefined) watched += 1;
      }
    }
  }
  return { views, covered, watched, pairs, uncovered };
}

/** ms that verdict numbers take when one camera has been turned and everything else is known. */
export function moveOne(site: Site, times: number): number[] {
  let sight = createSight(site);
  numbersOf(site, sight, { remainders: false });
  const level = site.levels[0];
  if (level === undefined) return [];
  return Array.from({ length: times }, (_, i) => {
    const device = level.devices[(i * 37) % level.devices.length];
    const start = performance.now();
    if (device !== undefined) sight = answer(sight, turned(device, 7 + i));
    return performance.now() - start;
  });
}

function answer(before: Sight, device: Device): Sight {
  const sight = before.moved(device);
  for (const zone of sight.within(device, device.level, PRIVACY)) {
    sight.coverage(zone, DETECT, { detectors: true, minus: [] });
    sight.reach(device, device.level, zone.region, PRIVACY, 'may');
  }
  return sight;
}

function turned(device: Device, by: number): Device {
  const lenses = device.lenses.map((lens) => ({ ...lens, heading: ((lens.heading ?? 0) + by) % 360 }));
  return { ...device, lenses };
}
