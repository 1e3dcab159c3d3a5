import type { expect as Expect } from 'vitest';

/** A test, and what is to be run once before the first of its group. */
export interface Test {
  readonly name: string;
  readonly run: () => unknown;
  readonly before: readonly (() => unknown)[];
}

type Run = () => unknown;

/** Tests of a group, and what is run around them: once, or with each test. */
interface Group {
  readonly name: string;
  readonly before: readonly Run[];
  readonly each: readonly Run[];
  readonly after: readonly Run[];
}

declare global {
  /** Whether the mutant of this number is the one that is awake. */
  var $mutant: ((id: number) => boolean) | undefined;
  /** The tests of the file that is being loaded. */
  var $tests: Test[];
  /** What is to be run after them. */
  var $last: (() => unknown)[];
  var $expect: typeof Expect;
}

/**
 * What stands for vitest in a copy of the sources: test files are loaded and run in one warm thread, a test at a time,
 * where vitest would take seconds to start for each of thousands of runs. `expect` is vitest's own.
 */
export const expect = globalThis.$expect;

type Body = (...row: never[]) => unknown;

let group: Group = { name: '', before: [], each: [], after: [] };
/** What the test that runs asked for at its end. */
let finishing: Run[] = [];

function bodyOf(rest: readonly unknown[]): Run | undefined {
  return rest.find((one): one is Run => typeof one === 'function');
}

function add(name: unknown, ...rest: readonly unknown[]): void {
  const body = bodyOf(rest);
  if (body === undefined) return;
  const own = group;
  const run = async () => {
    try {
      for (const one of own.each) await one();
      await body();
    } finally {
      const last = [...finishing, ...own.after];
      finishing = [];
      for (const one of last) await one();
    }
  };
  globalThis.$tests.push({ name: `${own.name}${String(name)}`, run, before: own.before });
}

/** Adds a test that is known to fail. */
function fails(name: unknown, ...rest: readonly unknown[]): void {
  const body = bodyOf(rest);
  add(name, async () => {
    try {
      await body?.();
    } catch {
      return;
    }
    throw new Error('passes');
  });
}

function within(name: unknown, body: () => void): void {
  const outer = group;
  group = { ...outer, name: `${outer.name}${String(name)} > ` };
  try {
    body();
  } finally {
    // Also where the body throws, by a mutant: the tests of the next file would have its name before theirs.
    group = outer;
  }
}

const skipped = Object.assign(() => undefined, { each: () => () => undefined });

/** Rows as vitest gives them: what is no row stands for a row of one. */
function each(give: (name: string, run: () => void) => void) {
  return (rows: readonly unknown[]) =>
    (name: string, ...rest: readonly (Body | object | number)[]) => {
      const body = rest.find((one): one is Body => typeof one === 'function');
      rows.forEach((row, n) => {
        const values = (Array.isArray(row) ? row : [row]) as never[];
        give(`${name} #${n} ${String(values[0]).slice(0, 60)}`, () => body?.(...values));
      });
    };
}

/** A function that adds, with all that hangs on it in vitest. */
function whole<F extends (name: string, body: () => void) => void>(give: F) {
  const known = Object.assign(give, { each: each(give), skip: skipped, concurrent: give, sequential: give });
  const runIf = (condition: unknown) => (condition ? known : skipped);
  return Object.assign(known, { runIf, skipIf: (no: unknown) => runIf(!no), fails });
}

export const test = whole(add);
export const it = test;
export const describe = whole(within);

export function beforeAll(run: Run): void {
  group = { ...group, before: [...group.before, run] };
}

export function beforeEach(run: Run): void {
  group = { ...group, each: [...group.each, run] };
}

export function afterEach(run: Run): void {
  group = { ...group, after: [run, ...group.after] };
}

export function afterAll(run: Run): void {
  globalThis.$last.push(run);
}

export function onTestFinished(run: Run): void {
  finishing.push(run);
}

/** Types are not looked at: whatever is asked of them holds. */
export const expectTypeOf = (): unknown => {
  const holds: object = new Proxy(() => holds, { get: () => holds, apply: () => holds });
  return holds;
};

/** Files that put modules in the place of others are left out: they can't be loaded. */
export const vi = undefined;
