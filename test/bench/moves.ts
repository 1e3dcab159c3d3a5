// One camera turned: all verdicts anew, beside a whole judgement of the same plan.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withDevice } from '../../src/lint/fixes/prove.js';
import { judge, lintPlan } from '../../src/lint/lint.js';
import type { Report } from '../../src/lint/types.js';
import type { Device } from '../../src/plan/model.js';
import { rules } from '../../src/rules/registry.gen.js';
import { drawPlan, geoJsonOf } from './plans.js';

const HOTEL = 'fixtures/sites/qingcheng-hotel/violations.yaml';
const TODAY = '2026-11-28';

export interface MoveFigures {
  readonly name: string;
  readonly cameras: number;
  readonly verdicts: number;
  /** Median ms of CPU of judging the plan that was read. */
  readonly whole: number;
  /** ms of CPU of all verdicts after one camera is turned: median, and that of the slowest twentieth. */
  readonly moved: number;
  readonly worst: number;
}

/** Turns one camera after the other in the hotel and in an office plan of 1,000 cameras. */
export function moveFigures(times = 40): MoveFigures[] {
  const office = geoJsonOf(drawPlan({ kind: 'office', walls: 12_000, zones: 2_000, cameras: 1_000 }));
  return [
    figuresOf(
      'the hotel',
      reportOf(HOTEL, (path) => readFileSync(join(dirname(HOTEL), path))),
      times,
    ),
    figuresOf(
      'an office, 1,000 cameras',
      reportOf('plan.geojson', () => new TextEncoder().encode(office)),
      times,
    ),
  ];
}

function reportOf(path: string, read: (path: string) => Uint8Array): Report {
  const report = lintPlan(path.slice(path.lastIndexOf('/') + 1), read, { today: TODAY });
  if (!report.ok) throw new Error(`${path} can't be read: ${JSON.stringify(report.unreadable[0])}`);
  return report;
}

function figuresOf(name: string, drawn: Report, times: number): MoveFigures {
  const whole = [0, 1, 2].map(() => timed(() => judge({ ...drawn.site }, { today: TODAY, rules }))[1]);
  const cameras = drawn.site.levels.flatMap(({ devices }) => devices).filter(({ lenses }) => lenses.length > 0);
  let report = drawn;
  const moved = Array.from({ length: times }, (_, i) => {
    const device = turned(cameras[(i * 37) % cameras.length], 7 + i);
    const [after, took] = timed(() => withDevice(report, device));
    report = after;
    return took;
  });
  return {
    name,
    cameras: cameras.length,
    verdicts: report.verdicts.length,
    whole: quantile(whole, 0.5),
    moved: quantile(moved, 0.5),
    worst: quantile(moved, 0.95),
  };
}

function turned(device: Device, by: number): Device {
  const lenses = device.lenses.map((lens) => ({ ...lens, heading: ((lens.heading ?? 0) + by) % 360 }));
  return { ...device, lenses };
}

function timed<T>(work: () => T): [T, number] {
  const start = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(start);
  return [result, (user + system) / 1000];
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
