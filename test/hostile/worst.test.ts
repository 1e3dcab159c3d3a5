import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Folder } from '../support/folder.js';
import { WORST } from './worst.js';

/**
 * The longest time and the most memory that the built command takes for the worst plans known of a given size:
 * `SITECAM_LONG=1 npx vitest run test/hostile/worst.test.ts`, with `SITECAM_BYTES` (1,000,000 when absent). What it prints
 * are this machine's figures; what must hold on any is that each plan ends, and none as a pass that isn't one.
 */
const LONG = process.env.SITECAM_LONG === '1';
const BYTES = Number(process.env.SITECAM_BYTES ?? 1e6);

/** Loaded before the command, to say at its end what it took. */
const METER = `
import { writeFileSync } from 'node:fs';
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeFileSync(process.env.METER, JSON.stringify({ ms: (userCPUTime + systemCPUTime) / 1000, mib: maxRSS / 1024 }));
});
`;

describe.runIf(LONG)('the worst plans end', () => {
  test.each(['json', 'yaml'])('as %s', { timeout: 3_600_000 }, (ending) => {
    const folder = new Folder({ 'meter.mjs': METER });
    const command = join(import.meta.dirname, '..', '..', 'bin', 'sitecam.js');
    const rows: string[] = [];
    for (const [name, make] of Object.entries(WORST)) {
      const plan = `${name}.${ending}`;
      folder.write({ [plan]: make(BYTES) });
      const start = performance.now();
      const { status, signal } = spawnSync(
        process.execPath,
        ['--import', folder.at('meter.mjs'), command, 'lint', folder.at(plan), '--workers', '1'],
        { cwd: folder.path, env: { ...process.env, METER: folder.at('taken.json') }, maxBuffer: 1e9 },
      );
      const seconds = (performance.now() - start) / 1000;
      const { ms, mib }: { ms: number; mib: number } = JSON.parse(folder.read('taken.json'));
      rows.push(
        `${plan.padEnd(28)} exit ${status}  ${seconds.toFixed(1)} s, of the processor ${(ms / 1000).toFixed(1)} s, ${mib.toFixed(0)} MiB`,
      );
      process.stdout.write(`${rows.at(-1)}\n`);
      expect([plan, signal]).toEqual([plan, null]);
      expect([plan, [0, 1, 3].includes(status ?? 70)]).toEqual([plan, true]);
    }
    expect(rows).toHaveLength(Object.keys(WORST).length);
  });
});

describe('each of them', () => {
  test.each(Object.keys(WORST) as (keyof typeof WORST)[])('%s is as large as asked for', (name) => {
    const { length } = WORST[name](40_000);
    expect(length).toBeGreaterThan(10_000);
    expect(length).toBeLessThan(560_000);
  });
});
