// Suggested cameras on the shipped sites and, where they are at hand, on buildings that others published: how many, what is proved, how long it takes.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { defaultCatalogue, readCatalogue } from '../../src/features/suggest/catalogue/catalogue.js';
import { checkCertificate } from '../../src/features/suggest/certificate/check.js';
import { certifying } from '../../src/features/suggest/certificate/make.js';
import { EFFORT, suggesting } from '../../src/features/suggest/suggest.js';
import type { Catalogue } from '../../src/features/suggest/types.js';
import { loadSolver } from '../../src/host/suggest/solver.js';
import { lintPlan } from '../../src/lint/lint.js';
import { drawnOf } from '../../src/lint/support/drawn.js';
import type { Report } from '../../src/lint/types.js';

/** What came of one level of a building. Seconds are of this machine, and of one core. */
export interface SuggestFigures {
  readonly floor: string;
  /** Zones that cameras are required in, and parts that they fall into. */
  readonly zones: number;
  readonly parts: number;
  /** Planned cameras that were there to be replaced. */
  readonly drawn: number;
  /** Cameras of the greedy design among the first poses; undefined: they don't meet what is required. */
  readonly greedy: number | undefined;
  readonly cameras: number;
  readonly bound: number;
  /** True if the cameras meet all that is required; false: only what is required of some parts. */
  readonly isWhole: boolean;
  /** Of the search, of making its certificate, and of checking that. */
  readonly seconds: { readonly search: number; readonly certify: number; readonly verify: number };
  /** True if the time was up, or the steps. */
  readonly isStopped: boolean;
  readonly bytes: number;
  /** Kinds of what is wrong with the certificate; [] as it should be. */
  readonly faults: readonly string[];
}

/** A building, and what may be suggested in it. */
interface Building {
  readonly name: string;
  /** Judges it anew: nothing that an earlier question worked out is known. */
  readonly judge: () => Report;
  readonly catalogueOf: (report: Report) => Catalogue;
}

const TODAY = '2026-03-01';
const DATA = '../shared/data';

/** Seconds after which the search of a level ends with what it has. SITECAM_SECONDS sets others. */
const SECONDS = Number(process.env.SITECAM_SECONDS ?? 60);

/** Part of the names of the buildings that are asked about, and the only level: SITECAM_FLOORS=hotel/F2. All if it isn't set. */
const [BUILDING = '', LEVEL] = (process.env.SITECAM_FLOORS ?? '').split('/');

/** Types for buildings that have none. */
const TYPES = `types:
  corridor-4mp: {kind: camera, form: fixed, hfov: 54, resolution: [2560, 1440], audio: none}
  dome-4mp: {kind: camera, form: fixed, hfov: 98, resolution: [2560, 1440], audio: none}
`;

/** Searches cameras for each level of each building, and tells what came of it as soon as it is known. */
export async function suggestFigures(tell: (figures: SuggestFigures) => void): Promise<void> {
  const solve = await loadSolver();
  const folder = mkdtempSync(join(tmpdir(), 'sitecam-'));
  try {
    for (const { name, judge, catalogueOf } of buildings(folder)) {
      for (const { id } of judge().site.levels) {
        if (LEVEL !== undefined && id !== LEVEL) continue;
        const report = judge();
        const catalogue = catalogueOf(report);
        const start = performance.now();
        const took = () => (performance.now() - start) / 1000;
        const { suggestion, proved } = last(
          suggesting(report, {
            ...{ catalogue, levels: [id], goal: 'criterion', related: false, objective: 'count', privacy: 'strict' },
            ...{ solve, withPrice: false, effort: EFFORT, isOver: () => took() > SECONDS },
          }),
        );
        const search = took();
        if (proved === undefined) continue;
        const making = certifying(suggestion, proved, { version: '0.2.0', related: false, privacy: 'strict' });
        const text = JSON.stringify(last(making));
        const certify = took() - search;
        const fresh = judge();
        const again = catalogueOf(fresh);
        const before = took();
        const { faults } = checkCertificate(fresh, JSON.parse(text), again);
        const { parts, met, after, replaced, stopped } = suggestion;
        const starts = proved.solved.map(({ found }) => found.start?.cost);
        tell({
          floor: `${name} ${id}`,
          zones: met.length,
          parts: parts.length,
          drawn: replaced.length,
          greedy: starts.reduce<number | undefined>(
            (sum, one) => (sum === undefined || one === undefined ? undefined : sum + one),
            0,
          ),
          cameras: parts.reduce((sum, { cameras }) => sum + cameras.length, 0),
          bound: parts.reduce((sum, { bound }) => sum + bound, 0),
          isWhole: after !== undefined && met.every(({ isMet }) => isMet),
          seconds: { search, certify, verify: took() - before },
          isStopped: stopped,
          bytes: text.length,
          faults: faults.map(({ kind }) => kind),
        });
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Returns the buildings, those published by others as far as they are here. `folder`: where their plans are written. */
function buildings(folder: string): Building[] {
  const sites = readdirSync('fixtures/sites').flatMap((name) =>
    readdirSync(join('fixtures/sites', name))
      .filter((file) => /^plan\.(?:yaml|geojson)$/.test(file))
      .map((file): Building => {
        const judge = () => judged(join('fixtures/sites', name, file));
        return { name, judge, catalogueOf: (report) => defaultCatalogue(drawnFrom(report)) };
      }),
  );
  const published = (
    [
      ['dresden', `${DATA}/osm-apb-dresden/apb.geojson`],
      ['campus', `${DATA}/imdf-spbstu-campus`],
    ] as const
  ).flatMap(([name, source]): Building[] => {
    if (!existsSync(source)) return [];
    let plan: string | undefined;
    const judge = () => {
      plan ??= imported(source, join(folder, name));
      return judged(plan);
    };
    return [{ name, judge, catalogueOf }];
  });
  return [...sites, ...published].filter(({ name }) => name.includes(BUILDING));
}

/** Imports a building as a user does and returns the path of its plan. */
function imported(source: string, target: string): string {
  const plan = `${target}.yaml`;
  const { status, stderr } = spawnSync(
    process.execPath,
    ['bin/sitecam.js', 'import', source, '-o', plan, '--category', 'hotel'],
    { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' },
  );
  // 1: something was refused, which the record lists.
  if (status !== 0 && status !== 1) throw new Error(`${source}: exit code ${status}: ${stderr.slice(0, 2000)}`);
  return plan;
}

function judged(path: string): Report {
  const folder = dirname(path);
  const read = (asked: string) => {
    const file = join(folder, asked);
    return existsSync(file) && statSync(file).isFile() ? readFileSync(file) : undefined;
  };
  const report = lintPlan(basename(path), read, { today: TODAY });
  if (!report.ok) throw new Error(`${path}: ${JSON.stringify(report.unreadable.slice(0, 3))}`);
  return report;
}

function drawnFrom(report: Report) {
  const drawn = drawnOf(report);
  if (drawn === undefined) throw new Error('a plan that was judged can be read');
  return drawn;
}

function catalogueOf(report: Report): Catalogue {
  const read = readCatalogue('sitecam.suggest.yaml', new TextEncoder().encode(TYPES), drawnFrom(report), true);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.catalogue;
}

function last<T>(steps: Generator<unknown, T, void>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
