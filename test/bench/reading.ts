import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareWalls } from '../../src/geometry/index.js';
import { loadPack } from '../../src/law/load.js';
import { readPlan } from '../../src/plan/read/read.js';
import { drawPlan, geoJsonOf, type PlanOptions, segmentsOf } from './plans.js';

/** ms, the fastest of three: what else the machine does only adds. */
export interface ReadingFigures {
  /** Pieces drawn, and what is left to look past. */
  readonly walls: number;
  readonly prepared: number;
  readonly prepare: number;
  /** From bytes to a site, walls derived and devices in their zones. */
  readonly read: number;
  readonly megabytes: number;
}

/** How long it takes to prepare the walls of a generated plan, and to read it as GeoJSON. */
export function readingFigures(options: PlanOptions): ReadingFigures {
  const drawing = drawPlan(options);
  const walls = segmentsOf(drawing, 'shut');
  const bytes = new TextEncoder().encode(geoJsonOf(drawing));
  const pack = loadPack('nm-2017');
  let prepared = 0;
  const prepare = fastest(() => {
    prepared = prepareWalls(walls, { closeGaps: true }).units.length / 4;
  });
  const read = fastest(() => {
    if (!readPlan('plan.geojson', () => bytes, { pack }).ok) throw new Error("the generated plan can't be read");
  });
  return { walls: walls.length, prepared, prepare, read, megabytes: bytes.length / 1e6 };
}

function fastest(work: () => void): number {
  const times = [0, 1, 2].map(() => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}

/** The whole command on a generated plan, as a user starts it: seconds, and megabytes of SARIF. */
export function commandFigures(options: PlanOptions): { readonly seconds: number; readonly megabytes: number } {
  const folder = mkdtempSync(join(tmpdir(), 'sitecam-'));
  try {
    const [plan, report] = [join(folder, 'plan.geojson'), join(folder, 'report.sarif')];
    writeFileSync(plan, geoJsonOf(drawPlan(options)));
    const start = performance.now();
    const { status, stderr } = spawnSync(
      process.execPath,
      ['bin/sitecam.js', 'lint', plan, '--quiet', '--format', `sarif=${report}`, '--today', '2026-01-15'],
      { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' },
    );
    if (status !== 0 && status !== 1) throw new Error(`exit code ${status}: ${stderr}`);
    return { seconds: (performance.now() - start) / 1000, megabytes: statSync(report).size / 1e6 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
