import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Built, built, smallPlan } from './bundle.js';

/** sitecam as it would be with faults of its own, which three plans bring out. */
const RUN_JOB = 'const result = lintPlan(';
const FAULTY = `
  if (path.endsWith('broken.yaml')) throw new RangeError('a slip of ours');
  if (path.endsWith('differs.yaml'))
    throw new (await import('../../geometry/mismatch.js')).ViewshedMismatch([1, 2], { expansion: 10, sweep: 9.5, difference: 0.5 });
  if (path.endsWith('endless.yaml')) for (const held = []; ; ) held.push(new Array(1e5).fill(path));
  ${RUN_JOB}`;

let command: Built;
beforeAll(async () => {
  command = await built({
    'batch/job.ts': [RUN_JOB, FAULTY],

    'batch/pool.ts': ['maxYoungGenerationSizeMb', 'maxOldGenerationSizeMb: 48, maxYoungGenerationSizeMb'],
  });
  mkdirSync(join(command.root, 'plans'));
  for (let n = 0; n < 24; n += 1)
    writeFileSync(join(command.root, `plans/p${String(n).padStart(2, '0')}.yaml`), smallPlan(n));
});
afterAll(() => rmSync(command.root, { recursive: true }));

/** Two dozen plans with these after the first half, so that they go to another thread. */
function lint(workers: number, ...more: readonly string[]) {
  for (const name of more) writeFileSync(join(command.root, name), smallPlan(99));
  const all = Array.from({ length: 24 }, (_, n) => `plans/p${String(n).padStart(2, '0')}.yaml`);
  const plans = [...all.slice(0, 12), ...more, ...all.slice(12)];
  return command.run(['lint', ...plans, '--workers', String(workers), '-f', 'json'], command.root);
}

test.each([1, 3])('a fault in linting one plan ends the run, and names the plan (%i threads)', (workers) => {
  const { status, out, err } = lint(workers, 'broken.yaml');
  expect(status).toBe(70);
  expect(out).toBe('');
  expect(err).toContain('未作出任何判定');
  expect(err).toContain('设计图 broken.yaml');
  expect(err).toContain('RangeError: a slip of ours');
});

test.each([1, 3])('what --verify finds keeps its figures (%i threads)', (workers) => {
  const { status, out, err } = lint(workers, 'differs.yaml');
  expect(status).toBe(70);
  expect(out).toBe('');
  expect(err).toContain('设计图 differs.yaml');
  expect(err).toContain('自（1.000，2.000）处的视域，一种算法为 10.000000 平方米，另一种为 9.500000 平方米');
  expect(err).not.toMatch(/\n\s+at /);
});

test('of several faults the first in the order of the plans is told, whoever met it', () => {
  const runs = [1, 2, 3].map((workers) => lint(workers, 'broken.yaml', 'differs.yaml').err.split('\n')[1]);
  expect(runs).toEqual(['设计图 broken.yaml', '设计图 broken.yaml', '设计图 broken.yaml']);
});

test('a thread that breaks down altogether ends the run, and its plan is named', () => {
  // On this thread alone the whole process would break down: as many as there are plans before it keep it elsewhere.
  const plans = ['endless.yaml', ...Array.from({ length: 24 }, (_, n) => `plans/p${String(n).padStart(2, '0')}.yaml`)];
  writeFileSync(join(command.root, 'endless.yaml'), smallPlan(99));
  const { status, out, err } = command.run(['lint', ...plans, '--workers', '2'], command.root);
  expect(status).toBe(70);
  expect(out).toBe('');
  expect(err).toContain('设计图 endless.yaml');
  expect(err).toContain('ERR_WORKER_OUT_OF_MEMORY');
});
