// Lints many plans in one run and prints its memory: node test/endurance/memory.mjs [PLANS [WORKERS]].
// Two workers, a cache, SARIF, the page and a summary, first with an empty cache, then with a full one.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { argv, execPath, stdout } from 'node:process';

const [plans = '5000', workers = '2'] = argv.slice(2);
const home = mkdtempSync(join(tmpdir(), 'sitecam-memory-'));
const fleet = join(home, 'fleet');

/** Returns the memory that a process holds and has held at most, in MB. */
function memoryOf(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const figure = (name) => Math.round(Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0) / 1024);
  return { now: figure('VmRSS'), most: figure('VmHWM') };
}

async function linted(name) {
  const args = ['lint', fleet, '--workers', workers, '--cache', join(home, 'cache'), '--today', '2026-11-30', '-q'];
  for (const format of ['sarif', 'html', 'markdown']) args.push('-f', `${format}=${join(home, `report.${format}`)}`);
  args.push('--budget', 'github');
  const start = performance.now();
  const child = spawn(execPath, [resolve('bin/sitecam.js'), ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  const seen = [];
  let most = 0;
  const timer = setInterval(() => {
    try {
      const memory = memoryOf(child.pid);
      if (memory.most === 0) return;
      most = memory.most;
      seen.push(memory.now);
    } catch {
      // It has ended.
    }
  }, 1000);
  const code = await new Promise((done) => child.once('exit', done));
  clearInterval(timer);
  const tenths = Array.from({ length: 10 }, (_, n) => seen[Math.floor(((n + 0.5) * seen.length) / 10)] ?? 0);
  const seconds = Math.round((performance.now() - start) / 1000);
  stdout.write(`${name}: ${plans} plans, ${workers} workers, exit code ${code}, ${seconds} s, at most ${most} MB\n`);
  stdout.write(`  MB after each tenth of the time: ${tenths.join(', ')}\n`);
}

try {
  spawnSync(execPath, ['test/bench/fleet.mjs', fleet, plans, String(Math.round(Number(plans) / 10))], {
    stdio: 'inherit',
  });
  await linted('empty cache');
  await linted('full cache');
} finally {
  rmSync(home, { recursive: true, force: true });
}
