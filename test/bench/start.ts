import { spawnSync } from 'node:child_process';

const HOTEL = 'fixtures/sites/qingcheng-hotel/plan.yaml';

/** ms of wall time, medians of whole processes that took turns: whatever else the machine did, it did to all. */
export interface StartFigures {
  readonly node: number;
  readonly version: number;
  readonly hotel: number;
}

/** How long sitecam takes to start, and cold to lint a hotel of sixty zones, beside Node.js that does nothing. */
export function startFigures(runs: number): StartFigures {
  const commands = {
    node: ['-e', '0'],
    version: ['bin/sitecam.js', '--version'],
    hotel: ['bin/sitecam.js', 'lint', HOTEL],
  };
  const found = { node: [] as number[], version: [] as number[], hotel: [] as number[] };
  // The first round reads the files that the others find in memory.
  for (let run = -1; run < runs; run += 1) {
    for (const name of ['node', 'version', 'hotel'] as const) {
      const took = wall(commands[name]);
      if (run >= 0) found[name].push(took);
    }
  }
  return { node: median(found.node), version: median(found.version), hotel: median(found.hotel) };
}

function wall(argv: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${argv.join(' ')} ended with ${status}: ${stderr}`);
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
