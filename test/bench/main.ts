import { areaFigures } from './areas.js';
import { batchFigures } from './batch.js';
import { moveOne, runEngine, siteOf } from './engine.js';
import { footprintFigures } from './footprints.js';
import { editorFigures, moveFigures, stepFigures } from './moves.js';
import type { PlanOptions } from './plans.js';
import { commandFigures, readingFigures } from './reading.js';
import { SITES, siteFigures } from './sites.js';
import { startFigures } from './start.js';
import { suggestFigures } from './suggest.js';
import { viewFigures } from './views.js';
import { viewshedFigures } from './viewsheds.js';

/**
 * The bars of the sight engine as ratios and exponents, beside what runs with it in the same process. Absolute figures
 * are for orientation: they are this machine's. `npm run bench` runs all; names of parts run those.
 */
const parts: Readonly<Record<string, () => void | Promise<void>>> = {
  machine: () => say('1e9 additions', ms(additions())),
  viewsheds: benchViewsheds,
  views: benchViews,
  footprints: benchFootprints,
  areas: benchAreas,
  reading: benchReading,
  engine: benchEngine,
  moved: benchMoved,
  verdicts: benchVerdicts,
  steps: benchSteps,
  editor: benchEditor,
  command: benchCommand,
  sites: benchSites,
  start: benchStart,
  batch: benchBatch,
  suggest: benchSuggest,
};

/** Drawn pieces that prepare to about 100,000 walls: openings have tunnels, and crossings split. */
const DRAWN_FOR_100_000 = 58_400;

const asked = process.argv.slice(2);
for (const name of asked.length > 0 ? asked : Object.keys(parts)) {
  process.stdout.write(`\n## ${name}\n`);
  const part = parts[name];
  if (part === undefined) say(name, `no such part; there are ${Object.keys(parts).join(', ')}`);
  else await part();
}

function say(what: string, ...figures: string[]): void {
  process.stdout.write(`${what.padEnd(52)} ${figures.join('   ')}\n`);
}

function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}

function us(value: number): string {
  return `${value.toFixed(value < 100 ? 1 : 0)} µs`;
}

function times(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 0)} ×`;
}

/** ms of a plain loop: what this machine is worth. */
function additions(): number {
  const start = performance.now();
  let sum = 0;
  for (let i = 0; i < 1e9; i += 1) sum += i;
  const took = performance.now() - start;
  return sum > 0 ? took : Number.NaN;
}

function benchViewsheds(): void {
  const plans: PlanOptions[] = [
    ...[1_000, 10_000, 94_000].map((walls): PlanOptions => ({ kind: 'office', walls })),
    { kind: 'office', walls: 94_000, rotation: 17 },
    { kind: 'hall', walls: 94_000 },
    { kind: 'corridor', walls: 94_000 },
    { kind: 'corridor', walls: 94_000, rotation: 17 },
  ];
  const found = plans.map((options) => ({ options, figures: viewshedFigures(options) }));
  for (const { options, figures } of found) {
    const name = `${options.kind} ${options.rotation ?? 0}°, ${figures.walls} prepared walls`;
    say(name, `must ${us(figures.must)}`, `may ${us(figures.may)}`, `all round ${us(figures.allRound)}`);
    say('', `sweep ${us(figures.sweep)}`, `npm ${us(figures.npm)}`, `npm, culled ${us(figures.npmCulled)}`);
    say(
      '  faster than npm on all walls; on culled',
      `must ${times(figures.npm / figures.must)}`,
      `may ${times(figures.npm / figures.may)}`,
      `culled ${times(figures.npmCulled / figures.must)}`,
    );
    say('  prepare; triangulate', ms(figures.prepare / 1000), ms(figures.triangulate / 1000));
  }
  const [small, , large] = found;
  if (small === undefined || large === undefined) return;
  const size = Math.log(large.figures.walls / small.figures.walls);
  const exponent = (of: 'must' | 'may') => (Math.log(large.figures[of] / small.figures[of]) / size).toFixed(2);
  say('growth exponent, office 1,000 to 94,000', `must ${exponent('must')}`, `may ${exponent('may')}`);
}

function benchViews(): void {
  for (const { name, mean, corners, area } of viewFigures())
    say(name, `${us(mean)} a view`, `${corners.toFixed(0)} corners`, `${area.toFixed(0)} m²`);
}

function benchFootprints(): void {
  for (const { name, may, must, mayCorners, mustCorners } of footprintFigures()) {
    say(name, `may ${us(may)}`, `must ${us(must)}`, `corners ${mayCorners} and ${mustCorners}`);
  }
}

function benchAreas(): void {
  for (const degrees of [0, 17]) {
    const figures = areaFigures((degrees * Math.PI) / 180);
    say(
      `zones turned by ${degrees}°`,
      `measure ${us(figures.measure)}`,
      `pieces ${us(figures.pieces)}`,
      `one view ${us(figures.single)}`,
      `growth with views ${figures.exponent.toFixed(2)}`,
    );
  }
}

function benchReading(): void {
  for (const rotation of [0, 17]) {
    const found = [10_000, 30_000, 100_000, 300_000].map((walls) =>
      readingFigures({ kind: 'office', walls, cameras: walls / 20, rotation }),
    );
    for (const { walls, prepared, prepare, read, megabytes } of found) {
      say(
        `office ${rotation}°, ${walls} walls, ${megabytes.toFixed(0)} MB`,
        `prepare ${ms(prepare)} (${prepared})`,
        `read ${ms(read)}`,
      );
    }
    const [small, , , large] = found;
    if (small === undefined || large === undefined) continue;
    const exponent = (of: 'prepare' | 'read') => (Math.log(large[of] / small[of]) / Math.log(30)).toFixed(2);
    say('growth exponent, 10,000 to 300,000 walls', `prepare ${exponent('prepare')}`, `read ${exponent('read')}`);
  }
}

function benchCommand(): void {
  const loop = additions();
  for (const walls of [10_000, 100_000]) {
    const plan: PlanOptions = { kind: 'office', walls, zones: walls / 10, cameras: walls / 20 };
    const { seconds, megabytes } = commandFigures(plan);
    say(
      `the whole command, ${walls} walls, ${megabytes.toFixed(0)} MB of SARIF`,
      `${seconds.toFixed(1)} s`,
      `${((1000 * seconds) / loop).toFixed(1)} loops`,
    );
  }
}

function benchSites(): void {
  const loop = additions();
  for (const [name, site] of Object.entries(SITES)) {
    try {
      const { seconds, peak, report } = siteFigures(site);
      const loops = `${((1000 * seconds) / loop).toFixed(1)} loops`;
      say(name, `${seconds.toFixed(1)} s`, loops, `peak ${peak.toFixed(0)} MB`, `${report.toFixed(1)} MB of SARIF`);
    } catch (error) {
      say(name, error instanceof Error ? error.message.slice(0, 200) : String(error));
    }
  }
}

function benchStart(): void {
  const { node, version, hotel } = startFigures(21);
  say('node -e 0', ms(node));
  say('sitecam --version', ms(version), times(version / node));
  say('sitecam lint, the hotel, cold', ms(hotel), times(hotel / node));
}

function benchBatch(): void {
  for (const format of ['terminal', 'sarif']) {
    const { plans, start, workers, cache } = batchFigures(1000, format);
    const [one = Number.NaN, two = Number.NaN] = workers;
    const rate = plans / (one - start);
    const seconds = (value: number) => `${value.toFixed(2)} s`;
    say(`${plans} small plans, ${format}`, seconds(one), `${rate.toFixed(0)} plans/s after start`);
    say('  two workers', seconds(two), times(one / two), `after start ${times((one - start) / (two - start))}`);
    say('  cache: first, second run', seconds(cache.first), seconds(cache.second), times(cache.first / cache.second));
    say('  second run with the cache, first without', times(one / cache.second));
  }
}

/** Cameras that meet only what is asked of some parts are marked *; a search that ended before it was through, +. */
async function benchSuggest(): Promise<void> {
  const row = (cells: readonly string[]) =>
    say(
      cells[0] ?? '',
      cells
        .slice(1)
        .map((one) => one.padStart(9))
        .join(''),
    );
  row(['floor', 'zones', 'parts', 'drawn', 'greedy', 'cameras', 'bound', 'gap', 's', 'proof s', 'bytes', 'verify s']);
  await suggestFigures(({ floor, zones, parts, drawn, greedy, cameras, bound, isWhole, isStopped, ...rest }) => {
    const { seconds, bytes, faults } = rest;
    const gap = isWhole && cameras > 0 ? `${(100 * (1 - bound / cameras)).toFixed(1)} %` : '—';
    row([
      floor,
      ...[zones, parts, drawn, greedy ?? '—'].map(String),
      `${cameras}${isWhole ? '' : '*'}`,
      `${bound}`,
      gap,
      `${seconds.search.toFixed(1)}${isStopped ? '+' : ''}`,
      seconds.certify.toFixed(1),
      `${bytes}`,
      seconds.verify.toFixed(1),
      ...(faults.length === 0 ? [] : [`  refused: ${[...new Set(faults)].join()}`]),
    ]);
  });
}

/** Median of three runs, ms, and the numbers. */
function engineRun(options: PlanOptions, remainders: boolean) {
  const site = siteOf(options);
  const runs = [0, 1, 2].map(() => {
    const start = performance.now();
    const numbers = runEngine(site, { remainders });
    return { took: performance.now() - start, numbers };
  });
  const sorted = runs.toSorted((a, b) => a.took - b.took);
  return { took: sorted[1]?.took ?? Number.NaN, first: runs[0]?.took ?? Number.NaN, numbers: runs[0]?.numbers };
}

function benchEngine(): void {
  const loop = additions();
  const campus = (walls: number, rotation = 0): PlanOptions => {
    return { kind: 'office', walls, zones: 10_000, cameras: 5_000, rotation };
  };
  for (const [name, options, remainders] of [
    ['100,000 prepared walls', campus(DRAWN_FOR_100_000), false],
    ['100,000 prepared walls, remainders', campus(DRAWN_FOR_100_000), true],
    ['100,000 drawn walls', campus(100_000), false],
    ['100,000 drawn walls, remainders', campus(100_000), true],
    ['100,000 drawn walls, turned by 17°', campus(100_000, 17), false],
  ] as const) {
    const { took, first, numbers } = engineRun(options, remainders);
    say(name, ms(took), `first ${ms(first)}`, `${(took / loop).toFixed(2)} loops`, `peak ${peak()}`);
    say('', JSON.stringify(numbers));
  }
  const scaled = (walls: number) =>
    engineRun({ kind: 'office', walls, zones: walls / 10, cameras: walls / 20 }, false).took;
  const [small, large] = [scaled(10_000), scaled(300_000)];
  const exponent = (Math.log(large / small) / Math.log(30)).toFixed(2);
  say('growth exponent, 10,000 to 300,000 walls', exponent, ms(small), ms(large), `peak ${peak()}`);
}

/** Of the process so far, plans included. */
function peak(): string {
  return `${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`;
}

function benchMoved(): void {
  const site = siteOf({ kind: 'office', walls: 100_000, zones: 10_000, cameras: 5_000 });
  const sorted = moveOne(site, 41).sort((a, b) => a - b);
  say('one camera turned, all else known: median, worst', ms(sorted[20] ?? Number.NaN), ms(sorted[40] ?? Number.NaN));
}

function benchVerdicts(): void {
  for (const { name, cameras, verdicts, whole, moved, worst, session } of moveFigures()) {
    say(`${name}: ${cameras} cameras, ${verdicts} verdicts`, `whole ${ms(whole)}`);
    say('  one camera turned: median, 95th of 100', ms(moved), ms(worst), `whole ÷ median ${times(whole / moved)}`);
    for (const { step, median, worst: slow } of session) say(`  session, ${step}`, ms(median), ms(slow));
  }
}

async function benchEditor(): Promise<void> {
  for (const { name, median, worst, cpu } of await editorFigures()) {
    say(`${name}: text to marks, median, 95th; CPU`, ms(median), ms(worst), ms(cpu));
  }
}

function benchSteps(): void {
  for (const { name, whole, parts } of stepFigures()) {
    say(name, `whole ${ms(whole)}`);
    for (const { part, median, worst } of parts) {
      say(`  ${part}: median, 95th of 100`, ms(median), ms(worst), `whole ÷ median ${times(whole / median)}`);
    }
  }
}
