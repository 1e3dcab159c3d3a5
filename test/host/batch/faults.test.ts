import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { REPORT_FORMATS } from '../../../src/report/formats.gen.js';
import { type Built, built, smallPlan } from './bundle.js';

/** sitecam as it would be with faults of its own, which three plans bring out. */
const RUN_JOB = 'const result = lintPlan(';
const FAULTY = `
  if (path.endsWith('broken.yaml')) throw new RangeError('a slip of ours');
  if (path.endsWith('differs.yaml'))
    throw new (await import('../../geometry/visibility/mismatch.js')).ViewshedMismatch([1, 2], { expansion: 10, sweep: 9.5, difference: 0.5 });
  if (path.endsWith('endless.yaml')) for (const held = []; ; ) held.push(new Array(1e5).fill(path));
  ${RUN_JOB}`;

let command: Built;
beforeAll(async () => {
  command = await built({
    'batch/job.ts': [RUN_JOB, FAULTY],

    'batch/lint-all.ts': ['maxYoungGenerationSizeMb', 'maxOldGenerationSizeMb: 48, maxYoungGenerationSizeMb'],
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

/** Of each plan of a report in JSON whether there are verdicts on it. */
function judged(out: string): Map<string, boolean> {
  const report: { plans: { path: string; readable: boolean; verdicts?: object[] }[] } = JSON.parse(out);
  return new Map(report.plans.map(({ path, readable, verdicts = [] }) => [path, readable && verdicts.length > 0]));
}

test.each([1, 3])(
  'a fault in linting one plan names it, and leaves the others their verdicts (%i threads)',
  (workers) => {
    const { status, out, err } = lint(workers, 'broken.yaml');
    expect(status).toBe(70);
    const of = judged(out);
    expect(of.size).toBe(25);
    expect([...of].filter(([, known]) => !known)).toEqual([['broken.yaml', false]]);
    expect(out).toContain('审查该设计图时本工具自身出现故障');
    expect(err).toContain('未作出任何判定');
    expect(err).toContain('设计图 broken.yaml');
    expect(err).toContain('RangeError: a slip of ours');
  },
);

test('a fault on the only plan gives no report at all', () => {
  writeFileSync(join(command.root, 'broken.yaml'), smallPlan(99));
  const { status, out, err } = command.run(['lint', 'broken.yaml', '-f', 'json'], command.root);
  expect(status).toBe(70);
  expect(out).toBe('');
  expect(err).toContain('设计图 broken.yaml');
});

test('no format calls such a plan unreadable, or one that passed', () => {
  writeFileSync(join(command.root, 'broken.yaml'), smallPlan(99));
  const outputs = REPORT_FORMATS.flatMap((format) => ['-f', `${format}=out/${format}`]);
  expect(command.run(['lint', 'plans/p00.yaml', 'broken.yaml', ...outputs], command.root).status).toBe(70);
  for (const format of REPORT_FORMATS) {
    const report = readFileSync(join(command.root, 'out', format), 'utf8');
    expect(report, format).toContain('故障');
    expect(report, format).not.toContain('图纸无法读取');
  }
});

test('a redacted run tells of the fault and names no plan', () => {
  writeFileSync(join(command.root, 'broken.yaml'), smallPlan(99));
  const asked = ['lint', 'plans/p00.yaml', 'broken.yaml', '--redact', '-f', 'json'];
  const { status, out, err } = command.run(asked, command.root);
  expect(status).toBe(70);
  expect(out).toContain('engine/fault');
  expect(err).toContain('RangeError');
  expect(out + err).not.toMatch(/broken|p00|a slip of ours/);
});

test('a fault is never kept: the next run meets it again', () => {
  for (let n = 0; n < 2; n += 1) {
    const cache = `--cache=${join(command.root, 'cache')}`;
    writeFileSync(join(command.root, 'plans', 'broken.yaml'), smallPlan(99));
    const { status, err } = command.run(['lint', 'plans/p00.yaml', 'plans/broken.yaml', cache], command.root);
    expect(status).toBe(70);
    expect(err).toContain('设计图 plans/broken.yaml');
  }
  rmSync(join(command.root, 'plans', 'broken.yaml'));
});

test.each([1, 3])('what --verify finds keeps its figures (%i threads)', (workers) => {
  const { status, out, err } = lint(workers, 'differs.yaml');
  expect(status).toBe(70);
  expect(judged(out).get('differs.yaml')).toBe(false);
  expect(err).toContain('设计图 differs.yaml');
  expect(err).toContain('自（1.000，2.000）处的视域，一种算法为 10.000000 平方米，另一种为 9.500000 平方米');
  expect(err).not.toMatch(/\n\s+at /);
});

test('several faults are told in the order of the plans, whoever met them', () => {
  for (const workers of [1, 2, 3]) {
    const told = lint(workers, 'broken.yaml', 'differs.yaml').err.split('\n');
    expect(told.filter((line) => line.startsWith('设计图 '))).toEqual(['设计图 broken.yaml', '设计图 differs.yaml']);
  }
});

test('a thread that breaks down altogether costs the plan that it had in hand, which is named, and no other', () => {
  // On this thread alone the whole process would break down: as many as there are plans before it keep it elsewhere.
  const plans = ['endless.yaml', ...Array.from({ length: 24 }, (_, n) => `plans/p${String(n).padStart(2, '0')}.yaml`)];
  writeFileSync(join(command.root, 'endless.yaml'), smallPlan(99));
  const { status, out, err } = command.run(['lint', ...plans, '--workers', '2', '-f', 'json'], command.root);
  expect(status).toBe(70);
  expect([...judged(out)].filter(([, known]) => !known)).toEqual([['endless.yaml', false]]);
  expect(judged(out).size).toBe(25);
  expect(err).toContain('设计图 endless.yaml');
  expect(err).toContain('ERR_WORKER_OUT_OF_MEMORY');
});
