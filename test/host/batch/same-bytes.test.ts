import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { REPORT_FORMATS } from '../../../src/report/formats.gen.js';
import { fixturePlans } from '../../support/linted.js';
import { type Built, built, type Ended, smallPlan } from './bundle.js';

const KINDS = ['sites', 'malformed'] as const;
/** Of a site the plans with findings; SITECAM_LONG=1 takes all. */
const PLANS = KINDS.flatMap((kind) => fixturePlans(kind)).filter(
  (path) => process.env.SITECAM_LONG !== undefined || !/\/sites\/.*\/plan\./.test(path),
);
const SMALL = Array.from({ length: 12 }, (_, n) => `plans/small-${n}.yaml`);

let command: Built;
beforeAll(async () => {
  command = await built();
});
afterAll(() => rmSync(command.root, { recursive: true }));

interface Written extends Ended {
  readonly files: ReadonlyMap<string, string>;
}

/** Lints what is shipped, into all formats. */
function lint(name: string, ...argv: readonly string[]): Written {
  const folder = join(command.root, name);
  mkdirSync(join(folder, 'plans'), { recursive: true });
  for (const kind of KINDS) cpSync(`fixtures/${kind}`, join(folder, 'fixtures', kind), { recursive: true });
  for (const [n, path] of SMALL.entries()) writeFileSync(join(folder, path), smallPlan(n));
  const outputs = REPORT_FORMATS.flatMap((format) => ['-f', `${format}=out/${format}`]);
  const all = ['lint', ...PLANS, ...SMALL, ...outputs, '--today', '2026-11-24', '--assets', 'out/assets', ...argv];
  const ended = command.run(all, folder);
  const out = readdirSync(join(folder, 'out'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const files = out.map((one) => [one.name, readFileSync(join(one.parentPath, one.name), 'utf8')] as const);
  rmSync(join(folder, 'out'), { recursive: true });
  return { ...ended, files: new Map(files) };
}

function expectSame(one: Written, other: Omit<Written, 'status'>): void {
  expect(one.err).toBe('');
  expect(one.out === other.out).toBe(true);
  expect([...one.files.keys()]).toEqual([...other.files.keys()]);
  for (const [name, text] of other.files) expect(one.files.get(name) === text, name).toBe(true);
}

/** Some ninety plans in every format take their time. */
const TIMEOUT = 180_000;

describe('every format of the plans that are shipped', () => {
  let alone: Written;
  beforeAll(() => {
    alone = lint('alone', '--workers', '1');
    expect(alone.err).toBe('');
    expect(alone.status).toBe(3);
    expect(alone.files.size).toBeGreaterThan(REPORT_FORMATS.length);
  }, TIMEOUT);

  test('is the same on three threads, and with the cache that they fill: plan by plan, a whole run', {
    timeout: TIMEOUT,
  }, () => {
    const cache = join(command.root, 'kept');
    const entries = () => readdirSync(cache, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    const threads = lint('first', '--cache', cache, '--workers', '3');
    expect(threads.status).toBe(3);
    expectSame(threads, alone);
    const filled = entries().length;
    expect(filled).toBeGreaterThan(PLANS.length);
    // Another command line: each plan is known, the run isn't, and is kept.
    expectSame(lint('second', '--cache', cache, '--fail-on', 'never'), alone);
    expect(entries()).toHaveLength(filled + 1);
    const third = lint('third', '--cache', cache);
    expect(third.status).toBe(3);
    expectSame(third, alone);
    expect(entries()).toHaveLength(filled + 1);
  });
});
