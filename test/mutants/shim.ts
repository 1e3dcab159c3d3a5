import type { expect as Expect } from 'vitest';

/** A test, and what is to be run once before the first of its group. */
export interface Test {
  readonly name: string;
  readonly run: () => unknown;
  readonly before: readonly (() => unknown)[];
}

declare global {
  /** Whether the mutant of this number is the one that is awake. */
  var $mutant: ((id: number) => boolean) | undefined;
  /** The tests of the file that is being loaded. */
  var $tests: Test[];
  var $expect: typeof Expect;
}

/**
 * What stands for vitest in a copy of the sources: test files are loaded and run in one warm thread, a test at a time,
 * where vitest would take seconds to start for each of thousands of runs. `expect` is vitest's own.
 */
export const expect = globalThis.$expect;

type Body = (...row: never[]) => unknown;

let group: { readonly name: string; readonly before: (() => unknown)[] } = { name: '', before: [] };

function add(name: unknown, ...rest: readonly unknown[]): void {
  const run = rest.find((one): one is () => unknown => typeof one === 'function');
  if (run === undefined) return;
  globalThis.$tests.push({ name: `${group.name}${String(name)}`, run, before: group.before });
}

function within(name: unknown, body: () => void): void {
  const outer = group;
  group = { name: `${outer.name}${String(name)} > `, before: [...outer.before] };
  body();
  group = outer;
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

const runIf = (condition: unknown) => (condition ? test : skipped);
export const test = Object.assign(add, { each: each(add), skip: skipped, runIf, skipIf: (no: unknown) => runIf(!no) });
export const it = test;
export const describe = Object.assign(within, { each: each(within), skip: skipped });

export function beforeAll(run: () => unknown): void {
  group.before.push(run);
}
