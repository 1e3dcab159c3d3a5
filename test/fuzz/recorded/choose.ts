import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { checkOut, mutantsIn } from '../../mutants/checkout.js';
import { randomOf, sampleOf } from '../../mutants/sample.js';
import { drawPlan } from '../plan.js';
import type { Asked, Dry, ThreadData } from './choose-thread.js';
import { drawn, nameOf } from './drawn.js';

/**
 * Chooses plans to be recorded: those that notice mutants which none that was chosen before does, then those that reach
 * what few others do. `npx rolldown -c test/mutants/rolldown.config.js` builds it, `node dist/mutants/choose.js` writes the
 * plans, and `npx vitest run test/fuzz/recorded.test.ts -u` what is said of them.
 */
const { values } = parseArgs({
  options: {
    /** Seeds of plans, from up to but not to. */
    from: { type: 'string', default: '1' },
    to: { type: 'string', default: '1000' },
    /** ms that a plan may take. */
    took: { type: 'string', default: '20' },
    /** Of the mutants. */
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '1000' },
    folders: { type: 'string', default: 'rules,facts,sight' },
    /** ms for which a plan is looked for that notices a mutant. */
    budget: { type: 'string', default: '300' },
    /** Folder of plans that are recorded: a file each, its first line the plan. */
    out: { type: 'string', default: 'fixtures/golden/recorded' },
    /** So many plans are to reach each mutant that any reaches, for as long as all take no more than `total` ms. */
    reach: { type: 'string', default: '5' },
    total: { type: 'string', default: '5000' },
    log: { type: 'string', default: 'dist/mutants/chosen.log' },
  },
});

const root = resolve('dist/mutants/choosing');
const mutants = sampleOf(mutantsIn(values.folders.split(',')), Number(values.count), Number(values.seed)).map(
  (mutant, id) => ({ ...mutant, id }),
);
const chosen = readdirSync(values.out).map((name) => readFileSync(join(values.out, name), 'utf8').split('\n')[0] ?? '');
const seeds = Array.from({ length: Number(values.to) - Number(values.from) }, (_, i) => Number(values.from) + i);
const rich = seeds.filter(isRich);
const plans = [...chosen, ...rich.map((seed) => JSON.stringify(drawn(seed)))];
checkOut(root, mutants);
let worker: Worker | undefined;

/** With devices, and few of those of one level in which nothing is as in a building. */
function isRich(seed: number): boolean {
  if (seed % 2 === 0) return true;
  const { levels } = drawPlan(seed).doc;
  return levels.some(({ devices }) => devices.length > 0) && (levels.length > 1 || seed % 5 === 0);
}

function ask<T>(asked: Asked, limit: number): Promise<T> {
  worker ??= new Worker(join(import.meta.dirname, 'choose-thread.js'), {
    workerData: { root, plans } satisfies ThreadData,
  });
  const thread = worker;
  const begin = process.cpuUsage();
  return new Promise<T>((done, fail) => {
    const watch = setInterval(() => {
      const { user, system } = process.cpuUsage(begin);
      if (user + system > limit * 1000) finish(() => fail(new Error('no end')));
    }, 500);
    const finish = (how: () => void) => {
      clearInterval(watch);
      thread.removeAllListeners('message').removeAllListeners('error');
      how();
    };
    thread.once('message', (answer: T) => finish(() => done(answer)));
    thread.once('error', (error) => finish(() => fail(error)));
    thread.postMessage(asked);
  });
}

async function end(): Promise<void> {
  await worker?.terminate();
  worker = undefined;
}

const dry: (Dry | undefined)[] = [];
const reaching = mutants.map((): number[] => []);
for (const n of plans.keys()) {
  if (n % 100 === 0) process.stdout.write(`${n} dry\n`);
  const found = await ask<Dry>({ dry: n }, 20_000).catch(() => undefined);
  if (found === undefined) await end();
  const isCheap = found !== undefined && (n < chosen.length || found.took <= Number(values.took));
  dry[n] = isCheap ? { ...found, reached: [] } : undefined;
  if (isCheap) for (const id of found.reached) reaching[id]?.push(n);
}
process.stdout.write(
  `${plans.length} plans, ${dry.filter(Boolean).length} cheap, ${reaching.filter((of) => of.length > 0).length} of ${mutants.length} mutants reached\n`,
);

/** How many mutants each plan that was chosen has noticed. */
const told = new Map<number, number>(chosen.map((_, n) => [n, 0]));
const random = randomOf(Number(values.seed));
const order = mutants.map(() => random());
let seen = 0;
for (const { id, path, line, shown } of mutants.toSorted((a, b) => (order[a.id] ?? 0) - (order[b.id] ?? 0))) {
  const all = reaching[id] ?? [];
  const old = all.filter((n) => told.has(n)).sort((a, b) => (told.get(b) ?? 0) - (told.get(a) ?? 0));
  let left = Number(values.budget);
  const asked = [...old, ...all.filter((n) => !told.has(n))].filter((n) => {
    left -= dry[n]?.took ?? 0;
    return left >= 0;
  });
  const look = asked.map((n) => [n, dry[n]?.record ?? ''] as const);
  const answer = await ask<{ readonly noticed: number | undefined }>(
    { mutant: id, plans: look },
    3000 + 4 * Number(values.budget),
  ).catch(async () => {
    await end();
    return { noticed: -1 };
  });
  seen += 1;
  const { noticed } = answer;
  if (noticed !== undefined && noticed >= 0) told.set(noticed, (told.get(noticed) ?? 0) + 1);
  const how =
    noticed === undefined ? `SURVIVES ${asked.length} of ${all.length}` : noticed < 0 ? 'no end' : `plan ${noticed}`;
  appendFileSync(values.log, `${seen} ${told.size} ${path}:${line} ${shown} ${how}\n`);
  if (seen % 50 === 0) keep();
}
fill();
keep();
await end();

function fill(): void {
  const lacking = reaching.map(
    (of) => Math.min(Number(values.reach), of.length) - of.filter((n) => told.has(n)).length,
  );
  const reached = new Map<number, number[]>();
  for (const [id, of] of reaching.entries()) for (const n of of) reached.set(n, [...(reached.get(n) ?? []), id]);
  const worth = (n: number) =>
    (reached.get(n) ?? []).filter((id) => (lacking[id] ?? 0) > 0).length / (5 + (dry[n]?.took ?? 0));
  const left = new Set([...reached.keys()].filter((n) => !told.has(n)));
  let total = [...told.keys()].reduce((sum, n) => sum + (dry[n]?.took ?? 0), 0);
  while (total < Number(values.total)) {
    let [best, most] = [-1, 0];
    for (const n of left) if (worth(n) > most) [best, most] = [n, worth(n)];
    if (best < 0) break;
    left.delete(best);
    told.set(best, 0);
    total += dry[best]?.took ?? 0;
    for (const id of reached.get(best) ?? []) lacking[id] = (lacking[id] ?? 0) - 1;
  }
  process.stdout.write(`${told.size} plans of ${total.toFixed(0)} ms\n`);
}

/** Of those that are recorded already nothing is written. */
function keep(): void {
  for (const n of told.keys()) {
    const seed = rich[n - chosen.length];
    if (seed !== undefined) writeFileSync(join(values.out, `${nameOf(seed)}.txt`), `${plans[n]}\n`);
  }
}
