// Large sites by the whole command, each in a process of its own: seconds, peak memory and size of the report.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blockOf, compoundOf, hallOf, towerOf } from './large.js';
import { drawPlan, geoJsonOf } from './plans.js';

export interface SiteFigures {
  readonly seconds: number;
  /** Largest resident set of the process, MB. */
  readonly peak: number;
  /** MB of SARIF. */
  readonly report: number;
}

/** The sites, and the text and ending of each one's file. */
export const SITES: Readonly<Record<string, () => readonly [text: string, ending: string]>> = {
  'office, 5,000 cameras, 100,000 walls, 10,000 zones': () => [
    geoJsonOf(drawPlan({ kind: 'office', walls: 100_000, zones: 10_000, cameras: 5_000 })),
    'geojson',
  ],
  'compound of 1 km², 400 PTZ, 3,000 windows': () => [
    compoundOf({ ptz: 400, sills: false, limits: false, buildings: 250, gap: 40 }),
    'json',
  ],
  'the same, windows with sills': () => [
    compoundOf({ ptz: 400, sills: true, limits: false, buildings: 250, gap: 40 }),
    'json',
  ],
  '50 buildings of 6 floors': () => [blockOf(50), 'json'],
  'tower of 60 equal floors': () => [towerOf(60), 'json'],
  'hall of 5,000 corners, 500 cameras': () => [hallOf(5000, 500), 'json'],
};

/** Writes the process's largest resident set (KB) as the last line of its errors. */
const PEAK = 'process.on("exit",()=>process.stderr.write("\\n"+process.resourceUsage().maxRSS))';

/** Lints a site as a user starts it, SARIF to a file. Throws if the command doesn't end with a judgement. */
export function siteFigures(site: () => readonly [text: string, ending: string]): SiteFigures {
  const folder = mkdtempSync(join(tmpdir(), 'sitecam-'));
  try {
    const [text, ending] = site();
    const [plan, report] = [join(folder, `plan.${ending}`), join(folder, 'report.sarif')];
    writeFileSync(plan, text);
    const start = performance.now();
    const { status, stderr } = spawnSync(
      process.execPath,
      [
        ...['--import', `data:text/javascript,${PEAK}`, 'bin/sitecam.js', 'lint', plan, '--quiet'],
        ...['--format', `sarif=${report}`, '--today', '2026-01-15'],
      ],
      { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' },
    );
    const seconds = (performance.now() - start) / 1000;
    if (status !== 0 && status !== 1) throw new Error(`exit code ${status}: ${stderr.slice(0, 2000)}`);
    const peak = Number(stderr.slice(stderr.lastIndexOf('\n'))) / 1024;
    return { seconds, peak, report: statSync(report).size / 1e6 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
