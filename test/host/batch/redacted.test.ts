import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { REPORT_FORMATS } from '../../../src/report/formats.gen.js';
import { CANARY } from '../../support/canaries.js';
import { type Built, built, smallPlan } from './bundle.js';

/** sitecam as it would be with a fault of its own, which one plan brings out and whose words quote it. */
const RUN_JOB = 'const result = lintPlan(';
const FAULTY = `
  if (path.endsWith('broken.yaml')) throw new RangeError('no room for ' + path);
  if (path.endsWith('differs.yaml'))
    throw new (await import('../../geometry/visibility/mismatch.js')).ViewshedMismatch([137.431, 2], { expansion: 10, sweep: 9.5, difference: 0.5 });
  ${RUN_JOB}`;

let command: Built;
beforeAll(async () => {
  command = await built({ 'batch/job.ts': [RUN_JOB, FAULTY] });
});
afterAll(() => rmSync(command.root, { recursive: true }));

const FOLDER = `${CANARY}plans`;
const outputs = REPORT_FORMATS.flatMap((format) => ['-f', `${format}=out/${format}`]);

/** Two dozen plans, one of which can't be read, in a folder of their own; all that a run over them said and wrote. */
function lint(name: string, ...argv: readonly string[]) {
  const folder = join(command.root, name);
  mkdirSync(join(folder, FOLDER), { recursive: true });
  for (let n = 0; n < 24; n += 1) {
    const text = n === 7 ? `sitecam: 1\n${CANARY}: [` : smallPlan(n).replace(/name: /g, `name: ${CANARY}`);
    writeFileSync(join(folder, FOLDER, `${CANARY}${String(n).padStart(2, '0')}.yaml`), text);
  }
  const ended = command.run(['lint', FOLDER, '--redact', '--today', '2026-11-24', ...outputs, ...argv], folder);
  const files = ended.status === 70 ? [] : readdirSync(join(folder, 'out')).sort();
  return { ...ended, files: files.map((file) => [file, readFileSync(join(folder, 'out', file), 'utf8')]), folder };
}

test('threads and a cache, filled or used, give the same, and nothing of the plans', { timeout: 180_000 }, () => {
  const alone = lint('alone', '--workers', '1');
  expect(alone.status).toBe(3);
  expect(alone.files).toHaveLength(REPORT_FORMATS.length);
  expect(alone.out).toContain('plan-24');
  expect(JSON.stringify([alone.out, alone.err, alone.files])).not.toContain(CANARY);
  const cache = `--cache=${join(command.root, 'cache')}`;
  for (const [name, ...argv] of [
    ['threads', '--workers', '3'],
    ['filled', cache],
    ['used', cache],
  ]) {
    const other = lint(name, ...argv);
    expect([other.status, other.out, other.err], name).toEqual([alone.status, alone.out, alone.err]);
    expect(other.files, name).toEqual(alone.files);
  }
  // Results are kept whole, where only their owner can read: a run that isn't redacted is another run.
  const open = command.run(
    ['lint', FOLDER, '--today', '2026-11-24', '--lang', 'en', cache],
    join(command.root, 'used'),
  );
  expect(open.out).toContain(CANARY);
});

test.each([1, 3])('a fault of sitecam itself names neither the plan nor what is in it (%i threads)', (workers) => {
  for (const name of ['broken', 'differs']) {
    const folder = join(command.root, 'faulty', name, FOLDER);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${name}.yaml`), smallPlan(99));
    const ended = lint(join('faulty', name), '--workers', String(workers));
    expect(ended.status).toBe(70);
    // The other plans keep their verdicts.
    expect(ended.out).toContain('plan-24');
    for (const secret of [CANARY, `${name}.yaml`, 'no room', '137.431', command.root])
      expect(ended.out + ended.err).not.toContain(secret);
  }
});
