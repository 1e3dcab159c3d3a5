import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getHeapStatistics } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import type { Test } from './shim.js';

/** What a thread is started with. */
export interface ThreadData {
  /** Where the copy of the sources is. */
  readonly root: string;
  /** The module of vitest that has `expect`. */
  readonly vitest: string;
  /** The module of fast-check, whose dice are the same in each run. */
  readonly fastCheck: string;
  /** The mutant that is awake from the start; undefined where none is. */
  readonly active: number | undefined;
}

/** A test, and the ms it takes. */
export type Ask = readonly [path: string, name: string, took: number];

/** Asks which mutants the tests of a file reach, or which test of these notices a mutant. */
export type Asked = { readonly dry: string } | { readonly mutant: number; readonly tests: readonly Ask[] };

/** What a test reaches, and the ms it takes. */
export interface Reach {
  readonly path: string;
  readonly name: string;
  readonly took: number;
  /** The ms that what goes before it takes. */
  readonly before: number;
  readonly mutants: readonly number[];
}

export interface Dry {
  /** Mutants that are reached only as modules are loaded for the first time. */
  readonly once: readonly number[];
  readonly tests: readonly Reach[];
  /** Tests that fail with every mutant asleep. */
  readonly failed: readonly string[];
}

/** Said before each test of a look: what it may take of work is counted anew. */
export interface Step {
  readonly took: number;
}

export interface Look {
  /** The test that noticed, as `path: name`. */
  readonly noticed: string | undefined;
  /** It fails with the mutant asleep as well: something that was kept is spoilt. */
  readonly spoilt: boolean;
}

/** What the thread answers, and the bytes it keeps by now: modules that were loaded are never forgotten. */
export type Answer<T> = T & { readonly heap: number };

const { root, vitest, fastCheck, active: fromStart }: ThreadData = workerData;
let active: number | undefined = fromStart;
let reached: Set<number> | undefined;
globalThis.$mutant = (id) => {
  reached?.add(id);
  return id === active;
};
const { chai, expect }: typeof import('vitest') = await import(pathToFileURL(vitest).href);
globalThis.$expect = expect;
const fc: typeof import('fast-check') = await import(pathToFileURL(fastCheck).href);
let loads = 0;
let file = '';
// Vitest's own asks vitest which test is running.
chai.use(({ Assertion }, { flag }) => {
  Assertion.addMethod('toMatchFileSnapshot', function (path: string) {
    if (flag(this, 'object') !== readFileSync(resolve(dirname(file), path), 'utf8')) throw new Error(`not as ${path}`);
  });
});

/** The seed of random plans. */
const SEED = 20171201;
/** What loaded files asked to be run after their tests. */
const last: (() => unknown)[] = [];

async function finish(): Promise<void> {
  for (const run of last.splice(0)) {
    try {
      await run();
    } catch {
      // What was to be cleared away was never made.
    }
  }
}

/** The tests of a file, which is loaded anew: what it keeps is of no other run. */
async function load(path: string): Promise<readonly Test[]> {
  const tests: Test[] = [];
  globalThis.$tests = tests;
  globalThis.$last = last;
  fc.configureGlobal({ seed: SEED });
  loads += 1;
  file = join(root, 'test', path.replace(/ts$/, 'js'));
  await import(`${pathToFileURL(file).href}?${loads}`);
  return tests;
}

/** Whether the test passes. What goes before it is run unless `ran` holds it. */
async function passes(path: string, test: Test, ran: Set<() => unknown>): Promise<boolean> {
  file = join(root, 'test', path);
  try {
    for (const before of test.before) {
      if (ran.has(before)) continue;
      ran.add(before);
      await before();
    }
    await test.run();
    return true;
  } catch {
    return false;
  }
}

function reachedBy<T>(run: () => Promise<T>): Promise<readonly [T, ReadonlySet<number>]> {
  const ours = new Set<number>();
  reached = ours;
  return run().then((result) => [result, ours] as const);
}

/** A file that can't be loaded counts as one test that fails. */
async function dry(path: string): Promise<Dry> {
  try {
    return await reachOf(path);
  } catch (error) {
    return { once: [], tests: [], failed: [String(error).slice(0, 200)] };
  } finally {
    await finish();
  }
}

async function reachOf(path: string): Promise<Dry> {
  const [, first] = await reachedBy(() => load(path));
  const [tests, again] = await reachedBy(() => load(path));
  const found: Reach[] = [];
  const failed: string[] = [];
  const before = new Map<() => unknown, ReadonlySet<number>>();
  let hooks = 0;
  for (const test of tests) {
    for (const one of test.before) {
      if (before.has(one)) continue;
      const began = performance.now();
      const [, mutants] = await reachedBy(async () => {
        try {
          await one();
        } catch {
          // The tests that need it fail.
        }
      });
      before.set(one, mutants);
      hooks += performance.now() - began;
    }
    const start = performance.now();
    const [passed, ours] = await reachedBy(() => passes(path, test, new Set(test.before)));
    const took = performance.now() - start;
    const mutants = [...new Set([...again, ...test.before.flatMap((one) => [...(before.get(one) ?? [])]), ...ours])];
    if (passed) found.push({ path, name: test.name, took, before: hooks, mutants });
    else failed.push(test.name);
  }
  return { once: [...first].filter((id) => !again.has(id)), tests: found, failed };
}

async function look(mutant: number, asked: readonly Ask[]): Promise<Look> {
  active = mutant;
  reached = undefined;
  const files = new Map<string, readonly Test[]>();
  const ran = new Set<() => unknown>();
  try {
    for (const [path, name, took] of asked) {
      parentPort?.postMessage({ took } satisfies Step);
      if (await isPassed(path, name, files, ran)) continue;
      active = undefined;
      const spoilt = !(await isPassed(path, name, new Map(), new Set()));
      return { noticed: `${path}: ${name}`, spoilt };
    }
    return { noticed: undefined, spoilt: false };
  } finally {
    await finish();
  }
}

async function isPassed(
  path: string,
  name: string,
  files: Map<string, readonly Test[]>,
  ran: Set<() => unknown>,
): Promise<boolean> {
  try {
    const tests = files.get(path) ?? (await load(path));
    files.set(path, tests);
    const test = tests.find((one) => one.name === name);
    // Of a test that isn't there any more nothing is known.
    return test === undefined || (await passes(path, test, ran));
  } catch {
    return false;
  }
}

parentPort?.on('message', async (asked: Asked) => {
  const answer = 'dry' in asked ? await dry(asked.dry) : await look(asked.mutant, asked.tests);
  parentPort?.postMessage({ ...answer, heap: getHeapStatistics().used_heap_size } satisfies Answer<Dry | Look>);
});
