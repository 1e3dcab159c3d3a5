// The may-see views of large sites: what one costs, warm, and how many corners it has.
import { loadPack } from '../../src/law/load.js';
import type { Device, Site } from '../../src/plan/model.js';
import { readPlan } from '../../src/plan/read/read.js';
import { createScene } from '../../src/sight/scene/scene.js';
import { viewOf } from '../../src/sight/view/views.js';
import { siteOf } from './engine.js';
import { compoundOf } from './large.js';

export interface ViewFigures {
  readonly name: string;
  /** µs of processor time for one view, the mean of all devices, warm. */
  readonly mean: number;
  /** Corners of a view, the mean of all devices. */
  readonly corners: number;
  /** m² of all views together, each counted by itself. */
  readonly area: number;
}

/** px/m from which a view counts. */
const PRIVACY = 12.5;

/** What one may-view costs on sites of different kinds. */
export function viewFigures(): ViewFigures[] {
  const compound = (sills: boolean, limits: boolean) => siteFrom(compoundOf({ ptz: 30, sills, limits }));
  return [
    figuresOf('office, 1,000 fixed', siteOf({ kind: 'office', walls: 12_000, cameras: 1_000, zones: 2_000 })),
    figuresOf('compound, 30 PTZ', compound(false, false)),
    figuresOf('the same, windows with sill and head', compound(true, false)),
    figuresOf('the same, hard pan limits', compound(true, true)),
  ];
}

function siteFrom(text: string): Site {
  const bytes = new TextEncoder().encode(text);
  const result = readPlan('plan.json', () => bytes, { pack: loadPack('nm-2017') });
  if (!result.ok) throw new Error(`the generated plan can't be read: ${JSON.stringify(result.unreadable[0])}`);
  return result.site;
}

function figuresOf(name: string, site: Site): ViewFigures {
  const [level] = site.levels;
  if (level === undefined) throw new Error('no level');
  const scene = createScene(site, level);
  const look = (device: Device) => viewOf(scene, device, 'may', { density: PRIVACY, target: 1.5 });
  let corners = 0;
  let area = 0;
  for (const device of level.devices) {
    for (const { rings } of look(device)) {
      for (const ring of rings) {
        corners += ring.length;
        area += Math.abs(
          ring.reduce((sum, [x, y], i) => {
            const [u, v] = ring[(i + 1) % ring.length];
            return sum + (x - ring[0][0]) * (v - ring[0][1]) - (u - ring[0][0]) * (y - ring[0][1]);
          }, 0) / 2,
        );
      }
    }
  }
  const n = level.devices.length;
  const rounds = Math.ceil(600 / n);
  let best = Number.POSITIVE_INFINITY;
  for (let pass = 0; pass < 3; pass += 1) {
    const start = process.cpuUsage().user;
    for (let round = 0; round < rounds; round += 1) for (const device of level.devices) look(device);
    best = Math.min(best, (process.cpuUsage().user - start) / rounds / n);
  }
  return { name, mean: best, corners: corners / n, area };
}
