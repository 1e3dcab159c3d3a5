import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkOut, mutantsIn } from './checkout.js';
import { judgedEquivalent } from './equivalent.js';
import type { Numbered } from './instrument.js';
import { Runner } from './runner.js';
import { intervalOf, randomOf, sampleOf } from './sample.js';
import type { Dry, Reach } from './thread.js';

/**
 * How many breaks of the core the tests notice. A sample of all mutants is made, by a seed; each is held against the tests
 * that reach it, quick ones first, until one notices. A run that is broken off goes on where it was, as long as the
 * sources are the same.
 */
const { values } = parseArgs({
  options: {
    /** Several, parted by commas: a sample of each. */
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '400' },
    folders: { type: 'string', default: 'rules,sight,engine' },
    /** Modules of these folders, by their paths. */
    modules: { type: 'string', default: '' },
    /** JSON lines, one a mutant. */
    out: { type: 'string', default: 'dist/mutants/result.jsonl' },
    /** Test files that are run. */
    tests: { type: 'string', default: '^(rules|sight|engine(?!/repair/random)|law|fuzz/recorded)\\b|^sites\\.' },
    /** s: how long a mutant is held against tests; what is left then counts as surviving. */
    budget: { type: 'string', default: 'Infinity' },
    /** Where the copy of the sources is made. */
    at: { type: 'string', default: 'dist/mutants/checkout' },
    /** Test files that changed since a run that was broken off: what they reach is told anew. */
    changed: { type: 'string' },
    /** Only these mutants, by seed/number, or `survivors`: to see whether a new test notices. */
    again: { type: 'string' },
  },
});

interface Seeded extends Numbered {
  /** seed/number. */
  readonly name: string;
}

interface Result extends Seeded {
  /** What noticed it; undefined where it survives. */
  readonly noticed: string | undefined;
}

const root = resolve(values.at);
const modules = new RegExp(values.modules);
const all = mutantsIn(values.folders.split(',')).filter(({ path }) => modules.test(path));
const sample = values.seed.split(',').flatMap((seed, nth) =>
  sampleOf(all, Number(values.count), Number(seed)).map((mutant, id): Seeded => {
    return { ...mutant, id: nth * Number(values.count) + id, name: `${seed}/${id}` };
  }),
);
const before = earlier();
const again =
  values.again === 'survivors'
    ? before.filter(({ noticed }) => noticed === undefined).map(({ name }) => name)
    : values.again?.split(',');
const results: Result[] = before.filter(({ name }) => again?.includes(name) !== true);
const left = sample.filter(({ name }) => (again?.includes(name) ?? true) && !results.some((one) => one.name === name));
process.stdout.write(`${all.length} mutants, ${sample.length} in the sample, ${left.length} to look at\n`);
checkOut(root, sample);
// In an order by chance: what a run that is broken off has seen is a sample too.
const random = randomOf(sample.length);
const order = sample.map(() => random());
await lookAt(left.toSorted((a, b) => (order[a.id] ?? 0) - (order[b.id] ?? 0)));
for (const seed of values.seed.split(',')) summarise(seed);

/** What a run that was broken off found. */
function earlier(): Result[] {
  if (!existsSync(values.out)) return [];
  const lines = readFileSync(values.out, 'utf8').split('\n').filter(Boolean);
  const last = new Map<string, Result>();
  for (const line of lines) {
    const result: Result = JSON.parse(line);
    last.set(result.name, result);
  }
  const known = [...last.values()];
  const isSame = (one: Result) => sample[one.id]?.name === one.name && sample[one.id]?.shown === one.shown;
  if (!known.every(isSame)) throw new Error(`${values.out} is of other sources or another sample`);
  return known;
}

function note(mutant: Seeded, noticed: string | undefined): void {
  const result = { ...mutant, noticed };
  results.push(result);
  appendFileSync(values.out, `${JSON.stringify(result)}\n`);
  process.stdout.write(`${results.length} ${told(mutant)}  ${noticed ?? 'SURVIVES'}\n`);
}

function told({ name, path, line, shown }: Seeded): string {
  return `${name} ${path}:${line}  ${shown}`;
}

async function lookAt(mutants: readonly Seeded[]): Promise<void> {
  if (mutants.length === 0) return;
  const runner = new Runner(root);
  const { once, tests } = await dryRun(runner);
  await runner.end();
  /** Tests that noticed a mutant of a module notice others too. */
  const telling = new Map<string, string[]>();
  for (const mutant of mutants) {
    const fresh = once.includes(mutant.id);
    const known = telling.get(mutant.path) ?? [];
    const ours = tests.filter(({ mutants: reached }) => once.includes(mutant.id) || reached.has(mutant.id));
    const noticed = await runner.look(mutant.id, within(inOrder(ours, mutant, known, fresh)), fresh);
    if (noticed !== undefined)
      telling.set(mutant.path, [noticed, ...known.filter((one) => one !== noticed)].slice(0, 9));
    note(mutant, noticed);
  }
  await runner.end();
}

/** First those that told before, then what is quick and about little else: of the mutant's own rule, room, few mutants. */
function inOrder(tests: readonly Reached[], mutant: Seeded, known: readonly string[], isOnce: boolean): Reached[] {
  const room = `${mutant.path.split('/')[0]}/`;
  const rule = mutant.path.replace(/^rules\/|\.ts$/g, '');
  const rank = ({ path, name, took, mutants }: Reached) => {
    const at = known.indexOf(`${path}: ${name}`);
    if (at >= 0) return at - known.length;
    if (isOnce && name.includes(rule)) return 0;
    return took * mutants.size * (path.startsWith(room) ? 0.25 : 1) * (name.includes(rule) ? 0.001 : 1);
  };
  return tests.toSorted((a, b) => rank(a) - rank(b));
}

function within(tests: readonly Reached[]): readonly Reached[] {
  let left = 1000 * Number(values.budget);
  return tests.filter(({ took }) => {
    left -= took;
    return left >= 0;
  });
}

interface Reached extends Omit<Reach, 'mutants'> {
  readonly mutants: ReadonlySet<number>;
}

/** What each test reaches. Tests that fail with every mutant asleep are left out, and named. */
async function dryRun(
  runner: Runner,
): Promise<{ readonly once: readonly number[]; readonly tests: readonly Reached[] }> {
  const wanted = new RegExp(values.tests);
  const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.test.ts') && wanted.test(path))
    .sort();
  const kept = `dist/mutants/reach-${values.seed}-${values.count}-${all.length}.json`;
  const known: Record<string, Dry> = existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : {};
  for (const file of files) {
    if (known[file] !== undefined && !(values.changed !== undefined && new RegExp(values.changed).test(file))) continue;
    const start = performance.now();
    const found = await runner.dry(file);
    known[file] = found;
    const left = found.failed.map((name) => `\n  left out: ${name}`).join('');
    process.stdout.write(`${file} ${((performance.now() - start) / 1000).toFixed(1)} s${left}\n`);
    writeFileSync(kept, JSON.stringify(known));
  }
  const dry = files.flatMap((file) => known[file] ?? []);
  return {
    once: dry.flatMap(({ once }) => once),
    tests: dry.flatMap(({ tests }) => tests).map((test) => ({ ...test, mutants: new Set(test.mutants) })),
  };
}

function summarise(seed: string): void {
  const ours = results.filter(({ name }) => name.startsWith(`${seed}/`));
  if (ours.length === 0) return;
  const survivors = ours.filter((one) => one.noticed === undefined);
  const noticed = ours.length - survivors.length;
  const equivalent = survivors.filter((one) => judgedEquivalent(one) !== undefined);
  const share = (hits: number, of: number) => {
    const [low, high] = intervalOf(hits, of).map((value) => (100 * value).toFixed(1));
    return `${hits} of ${of}, ${((100 * hits) / of).toFixed(1)} % (95 %: ${low} to ${high})`;
  };
  process.stdout.write(`\nseed ${seed}\nnoticed ${share(noticed, ours.length)}\n`);
  process.stdout.write(
    `without ${equivalent.length} judged equivalent: ${share(noticed, ours.length - equivalent.length)}\n`,
  );
  for (const one of survivors) {
    const reason = judgedEquivalent(one);
    process.stdout.write(`${reason === undefined ? 'SURVIVES' : 'equivalent'} ${told(one)}  ${reason ?? ''}\n`);
  }
}
