import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkOut, mutantsIn } from './checkout.js';
import { judgedEquivalent } from './equivalent.js';
import type { Numbered } from './instrument.js';
import { Runner } from './runner.js';
import { intervalOf, randomOf, sampleOf } from './sample.js';
import { SAMPLES } from './samples.js';
import type { Dry, Reach } from './thread.js';

/**
 * How many breaks of the core the tests notice. A sample of all mutants is made, by a seed; each is held against the tests
 * that reach it, quick ones first, until one notices. A run that is broken off goes on where it was, as long as the
 * sources are the same.
 */
const { values } = parseArgs({
  options: {
    /** Named samples, parted by commas, as NAME:SEED; one after the other. */
    sample: { type: 'string', default: Object.keys(SAMPLES).join(',') },
    /** Of those that say none. */
    seed: { type: 'string', default: '1' },
    /** Of each sample. */
    count: { type: 'string', default: '150' },
    /** Only so many of each sample, by chance; the others another time. */
    first: { type: 'string', default: 'Infinity' },
    /** Modules of these folders, by their paths. */
    modules: { type: 'string', default: '' },
    /** Test files that are asked, in place of those of the sample. */
    tests: { type: 'string' },
    /** JSON lines, one a mutant. */
    out: { type: 'string', default: 'dist/mutants/result.jsonl' },
    /** s: how long a mutant is held against tests; what is left then counts as surviving. */
    budget: { type: 'string', default: '60' },
    /** Where the copy of the sources is made. */
    at: { type: 'string', default: 'dist/mutants/checkout' },
    /** Test files that changed since a run that was broken off: what they reach is told anew. */
    changed: { type: 'string' },
    /** Only these mutants, by sample/seed/number, or `survivors`: to see whether a new test notices. */
    again: { type: 'string' },
  },
});

interface Seeded extends Numbered {
  /** sample/seed/number. */
  readonly name: string;
}

interface Result extends Seeded {
  /** What noticed it; undefined where it survives. */
  readonly noticed: string | undefined;
}

const root = resolve(values.at);
const modules = new RegExp(values.modules);
const chosen = values.sample.split(',').map((one) => {
  const [name = '', seed = values.seed] = one.split(':');
  const sample = SAMPLES[name];
  if (sample === undefined) throw new Error(`no sample ${name}; there are ${Object.keys(SAMPLES).join(', ')}`);
  const all = mutantsIn(sample.folders).filter(
    ({ path }) => modules.test(path) && sample.without?.some((folder) => path.startsWith(`${folder}/`)) !== true,
  );
  return { title: `${name}/${seed}`, tests: new RegExp(values.tests ?? sample.tests), all, seed: Number(seed) };
});
const sample = chosen
  .flatMap(({ title, all, seed }) =>
    sampleOf(all, Number(values.count), seed).map((mutant, nth) => ({ ...mutant, name: `${title}/${nth}` })),
  )
  .map((mutant, id): Seeded => ({ ...mutant, id }));
const before = earlier();
const again =
  values.again === 'survivors'
    ? before.filter((one) => one.noticed === undefined && judgedEquivalent(one) === undefined).map(({ name }) => name)
    : values.again?.split(',');
const results: Result[] = before.filter(({ name }) => again?.includes(name) !== true);
/**
 * File with the name of the mutant that is looked at. It stays where the mutant ended the whole process, by taking all
 * memory for example: that is noticed. Whoever stops the run takes it away.
 */
const inHand = `${values.out}.in-hand`;
if (existsSync(inHand)) {
  const fatal = sample.find(({ name }) => name === readFileSync(inHand, 'utf8'));
  if (fatal !== undefined && !results.some(({ name }) => name === fatal.name)) note(fatal, 'the process ends');
  rmSync(inHand);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    rmSync(inHand, { force: true });
    process.exit(1);
  });
}
const left = sample.filter(({ name }) => (again?.includes(name) ?? true) && !results.some((one) => one.name === name));
for (const { title, all } of chosen) process.stdout.write(`${title}: of ${all.length} mutants\n`);
process.stdout.write(`${sample.length} in the samples, ${left.length} to look at\n`);
checkOut(root, sample);
// In an order by chance within each: what a run that is broken off has seen is a sample too.
const random = randomOf(sample.length);
const order = sample.map(() => random());
if (left.length > 0) {
  const runner = new Runner(root);
  const dry = await dryRun(runner);
  await runner.end();
  for (const { title, tests } of chosen) {
    const ours = sample.filter(({ name }) => name.startsWith(`${title}/`));
    const sorted = ours.toSorted((a, b) => (order[a.id] ?? 0) - (order[b.id] ?? 0)).slice(0, Number(values.first));
    await lookAt(
      runner,
      sorted.filter((one) => left.includes(one)),
      { ...dry, tests: dry.tests.filter(({ path }) => tests.test(path)) },
    );
  }
  await runner.end();
}
for (const { title } of chosen) summarise(title);

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

async function lookAt(runner: Runner, mutants: readonly Seeded[], { once, tests }: Found): Promise<void> {
  /** Tests that noticed a mutant of a module notice others too. */
  const telling = new Map<string, string[]>();
  for (const mutant of mutants) {
    // What is remembered of a first run is no more reached: another look begins anew, at all tests.
    const fresh = once.has(mutant.id) || again !== undefined;
    const known = telling.get(mutant.path) ?? [];
    const near = fresh ? nearTo(mutant) : undefined;
    const ours = tests.filter(({ mutants: reached }) => fresh || reached.has(mutant.id));
    writeFileSync(inHand, mutant.name);
    const noticed = await runner.look(mutant.id, within(inOrder(ours, mutant, known, near)), fresh);
    if (noticed !== undefined)
      telling.set(mutant.path, [noticed, ...known.filter((one) => one !== noticed)].slice(0, 9));
    note(mutant, noticed);
    rmSync(inHand);
  }
}

/** Mutants of the module, or else of its folder: tests that reach them reach what is set as the module is loaded. */
function nearTo({ id, path }: Seeded): ReadonlySet<number> {
  const others = sample.filter((other) => other.id !== id);
  const own = others.filter((other) => other.path === path);
  return new Set((own.length > 0 ? own : others.filter((o) => dirname(o.path) === dirname(path))).map((o) => o.id));
}

/** First those that told before, then what is quick and about little else: of the mutant's own rule, room, few mutants. */
function inOrder(
  tests: readonly Reached[],
  mutant: Seeded,
  known: readonly string[],
  near: ReadonlySet<number> | undefined,
): Reached[] {
  const room = `${mutant.path.split('/')[0]}/`;
  const rule = mutant.path.replace(/^rules\/|\.ts$/g, '');
  const rank = ({ path, name, took, mutants }: Reached) => {
    const at = known.indexOf(`${path}: ${name}`);
    if (at >= 0) return at - known.length;
    if (near !== undefined && name.includes(rule)) return 0;
    const isNear = near === undefined || mutants.has(mutant.id) || [...near].some((id) => mutants.has(id));
    return (
      (isNear ? 1 : 100) *
      (took + 1) *
      (mutants.size + 1) *
      (path.startsWith(room) ? 0.25 : 1) *
      (name.includes(rule) ? 0.001 : 1)
    );
  };
  const ranks = new Map(tests.map((test) => [test, rank(test)]));
  return tests.toSorted((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
}

function within(tests: readonly Reached[]): readonly Reached[] {
  let left = 1000 * Number(values.budget);
  return tests.filter(({ took }) => {
    if (took > left) return false;
    left -= took;
    return true;
  });
}

interface Reached extends Omit<Reach, 'mutants'> {
  readonly mutants: ReadonlySet<number>;
}

interface Found {
  /** Mutants reached only as modules are loaded. */
  readonly once: ReadonlySet<number>;
  readonly tests: readonly Reached[];
}

/** What each test reaches. Tests that fail with every mutant asleep are left out, and named. */
async function dryRun(runner: Runner): Promise<Found> {
  const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.test.ts') && chosen.some(({ tests }) => tests.test(path)))
    .sort();
  const key = createHash('sha256').update(JSON.stringify(sample)).digest('hex').slice(0, 12);
  const dry: Dry[] = [];
  for (const file of files) {
    const kept = join('dist/mutants/reach', key, `${file}.json`);
    const isKnown = existsSync(kept) && !(values.changed !== undefined && new RegExp(values.changed).test(file));
    dry.push(isKnown ? JSON.parse(readFileSync(kept, 'utf8')) : await reachOf(runner, file, kept));
  }
  const tests = dry.flatMap(({ tests }) => tests).map((test) => ({ ...test, mutants: new Set(test.mutants) }));
  const reached = new Set(tests.flatMap(({ mutants }) => [...mutants]));
  return { once: new Set(dry.flatMap(({ once }) => once).filter((id) => !reached.has(id))), tests };
}

async function reachOf(runner: Runner, file: string, kept: string): Promise<Dry> {
  const start = performance.now();
  const found = await runner.dry(file);
  const left = found.failed.map((name) => `\n  left out: ${name}`).join('');
  process.stdout.write(`${file} ${((performance.now() - start) / 1000).toFixed(1)} s${left}\n`);
  mkdirSync(dirname(kept), { recursive: true });
  writeFileSync(kept, JSON.stringify(found));
  return found;
}

function summarise(title: string): void {
  const ours = results.filter(({ name }) => name.startsWith(`${title}/`));
  if (ours.length === 0) return;
  const survivors = ours.filter((one) => one.noticed === undefined);
  const noticed = ours.length - survivors.length;
  const equivalent = survivors.filter((one) => judgedEquivalent(one) !== undefined);
  const share = (hits: number, of: number) => {
    const [low, high] = intervalOf(hits, of).map((value) => (100 * value).toFixed(1));
    return `${hits} of ${of}, ${((100 * hits) / of).toFixed(1)} % (95 %: ${low} to ${high})`;
  };
  process.stdout.write(`\n${title}\nnoticed ${share(noticed, ours.length)}\n`);
  process.stdout.write(
    `without ${equivalent.length} judged equivalent: ${share(noticed, ours.length - equivalent.length)}\n`,
  );
  for (const one of survivors) {
    const reason = judgedEquivalent(one);
    process.stdout.write(`${reason === undefined ? 'SURVIVES' : 'equivalent'} ${told(one)}  ${reason ?? ''}\n`);
  }
}
