// Climbs from handmade seeds to the inputs that take the command the most time of the processor or memory, for their size and at all.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { archives } from './archives.js';
import { type Change, changed } from './change.js';
import { configurations } from './configurations.js';
import { drawings } from './drawings.js';
import type { Json, Kind } from './kinds.js';
import { type Measured, measure } from './measure.js';
import { messages } from './messages.js';
import { packs } from './packs.js';
import { geojson, plans } from './plans.js';

const KINDS: Readonly<Record<string, Kind>> = { plans, geojson, drawings, archives, packs, configurations, messages };

/** What every run may take: beyond is a finding, unless a limit's sentence says so. */
const [SECONDS, MIB] = [5, 512];

/** Largest input that the search makes, bytes. */
const LARGEST = Number(process.env.SITECAM_BYTES ?? 1e6);

/** Inputs of each score from which the search goes on. */
const KEPT = 12;

/** How an input is made, so that a small change of it is another. */
interface Genome {
  readonly seed: string;
  /** Sizes, from 0 (the least) to 1. */
  readonly sizes: Readonly<Record<string, number>>;
  readonly changes: readonly Change[];
}

interface Candidate extends Measured {
  readonly genome: Genome;
  readonly absolute: number;
  readonly perByte: number;
}

const [name = '', seconds = '300', dice = '1'] = process.argv.slice(2);
const kind = KINDS[name];
if (kind === undefined) throw new Error(`no kind '${name}': ${Object.keys(KINDS).join(', ')}`);
const folder = join(process.env.SITECAM_WORST ?? 'dist/worst', name);
mkdirSync(folder, { recursive: true });

let state = Number(dice) >>> 0;
/** Mulberry32. */
function random(): number {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = state;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}

function documentOf({ seed, sizes, changes }: Genome): Json {
  const { knobs, make } = kind.seeds[seed];
  const made = Object.entries(knobs).map(([knob, [from, to]]) => [knob, Math.round(from * (to / from) ** sizes[knob])]);
  return changes.reduce(changed, make(Object.fromEntries(made)));
}

const pool: Candidate[] = [];
let [runs, found] = [0, 0];

async function tried(genome: Genome): Promise<void> {
  let job: ReturnType<Kind['jobOf']>;
  try {
    const document = documentOf(genome);
    if (JSON.stringify(document).length > 1.5 * LARGEST) return;
    job = kind.jobOf(document);
  } catch (error) {
    // A document changed beyond what a seed's writer knows.
    if (process.env.SITECAM_STACK === '1') console.log(genome.seed, error);
    return;
  }
  const measured = await measure(job);
  runs += 1;
  // What ends by its limit is bounded; it is worth less than what isn't.
  const weight = measured.limited && measured.fault === undefined ? 0.3 : 1;
  const absolute = weight * Math.max(measured.cpu / SECONDS, measured.mib / MIB);
  const beyond = Math.max((measured.cpu - 0.4) / SECONDS, (measured.mib - 95) / MIB);
  const perByte = (weight * beyond) / (measured.bytes + 3000);
  const one: Candidate = { ...measured, genome, absolute, perByte };
  pool.push(one);
  if (one.fault !== undefined || one.absolute > 1) {
    found += 1;
    const at = join(folder, `${found}-${genome.seed.replaceAll(/\W+/g, '-')}`);
    mkdirSync(at, { recursive: true });
    for (const [path, content] of Object.entries(job.files)) {
      mkdirSync(join(at, path, '..'), { recursive: true });
      writeFileSync(join(at, path), content);
    }
    if (job.frames !== undefined)
      writeFileSync(join(at, 'frames'), Buffer.concat(job.frames.map((frame) => Buffer.from(frame))));
    writeFileSync(join(at, 'argv'), JSON.stringify([job.argv, genome]));
    writeFileSync(join(at, 'said'), `${one.fault ?? ''}\n${one.said.slice(-5000)}`);
    print(`FOUND ${found}`, one);
  }
}

function print(what: string, { genome, cpu, mib, bytes, fault, limited }: Candidate): void {
  const ended = fault ?? (limited ? 'by its limit' : '');
  const sizes = JSON.stringify(genome.sizes, (_, value) =>
    typeof value === 'number' ? Number(value.toFixed(2)) : value,
  );
  console.log(
    `${what}: ${genome.seed} ${sizes} ${genome.changes.length} changes; ${bytes} bytes; ${cpu.toFixed(2)} s; ${mib.toFixed(0)} MiB ${ended}`,
  );
}

function best(score: 'absolute' | 'perByte'): Candidate[] {
  const seeds = new Map<string, number>();
  return [...pool]
    .sort((a, b) => b[score] - a[score])
    .filter(({ genome: { seed } }) => {
      const n = (seeds.get(seed) ?? 0) + 1;
      seeds.set(seed, n);
      return n <= 2;
    })
    .slice(0, KEPT);
}

function mutated({ seed, sizes, changes }: Genome): Genome {
  const turned = Object.fromEntries(
    Object.entries(sizes).map(([knob, size]) => {
      const step = random() < 0.6 ? (random() - 0.3) * 0.5 : 0;
      return [knob, Math.max(0, Math.min(1.2, size + step))];
    }),
  );
  const kept = random() < 0.2 && changes.length > 0 ? changes.slice(0, -1) : changes;
  const more = Array.from({ length: Math.floor(random() * 3) }, (): Change => [random(), random(), random()]);
  return { seed, sizes: turned, changes: [...kept, ...more].slice(0, 30) };
}

const end = Date.now() + 1000 * Number(seconds);
const first = process.env.SITECAM_SIZES?.split(',').map(Number) ?? [0.9];
const only = new RegExp(process.env.SITECAM_SEEDS ?? '');
for (const seed of Object.keys(kind.seeds).filter((one) => only.test(one))) {
  for (const size of first) {
    const sizes = Object.fromEntries(Object.keys(kind.seeds[seed].knobs).map((knob) => [knob, size]));
    await tried({ seed, sizes, changes: [] });
    const last = pool.at(-1);
    if (last?.genome.seed === seed) print('seed', last);
  }
}
console.log(`${runs} runs of seeds`);
while (Date.now() < end) {
  const parents = best(random() < 0.6 ? 'absolute' : 'perByte');
  if (parents.length === 0) break;
  const parent = parents[Math.floor(random() ** 2 * parents.length)];
  const before = parent.absolute;
  await tried(mutated(parent.genome));
  const child = pool.at(-1);
  if (child !== undefined && child.genome.seed === parent.genome.seed && child.absolute > 1.1 * before)
    print('worse', child);
}
for (const score of ['absolute', 'perByte'] as const) for (const one of best(score).slice(0, 8)) print(score, one);
console.log(`${runs} runs, ${found} findings in ${folder}`);
