import { appendFileSync } from 'node:fs';
import { originals, runBytes } from './bytes.js';
import { runMotions } from './moved.js';
import { emptyTally, runPlans } from './run.js';

/**
 * The long runs: `npm run fuzz -- plans FROM TO [LOG]` draws and checks the plans of the seeds from FROM up to but not TO,
 * `bytes` breaks files of the fixtures, `motions` lays plans on a grid of millimetres in ten ways that change no verdict. It says how far it is, so that a run that was stopped goes on from there.
 */
const [what = 'plans'] = process.argv.slice(2);
const [from = 0, to = 1000] = process.argv.slice(3, 5).map(Number);
const log = process.argv[5];
const STEP = Number(process.env.SITECAM_FUZZ_STEP ?? 1000);

function say(line: string): void {
  process.stdout.write(`${line}\n`);
  if (log !== undefined) appendFileSync(log, `${line}\n`);
}

/** The first of what is said, and how much more there is. */
function brief(said: string): string {
  const lines = said.split('\n');
  const rest = lines.length > MOST ? [`and ${lines.length - MOST} more`] : [];
  return [...lines.slice(0, MOST), ...rest].join('; ');
}

const MOST = 4;

function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(0);
}

const tally = emptyTally();
const start = performance.now();
const files = what === 'bytes' ? await originals() : undefined;
let told = 0;
let named = 0;
for (let at = from; at < to; at += STEP) {
  const end = Math.min(to, at + STEP);
  if (files !== undefined) await runBytes(at, end, files, tally);
  else if (what === 'motions') runMotions(at, end, tally);
  else await runPlans(at, end, tally);
  for (const { seed, check, said, plan } of tally.faults.slice(told)) say(`FAULT ${seed} ${check}: ${said}\n  ${plan}`);
  told = tally.faults.length;
  for (const { seed, check, bound, said } of tally.within.slice(named))
    say(`WITHIN ${seed} ${check}: the plan moved by less than the bound of ${bound} m says the same: ${brief(said)}`);
  named = tally.within.length;
  const seconds = (performance.now() - start) / 1000;
  const [slowest] = tally.slowest;
  say(
    `${what} ${from}..${end}: ${tally.plans} readable ${tally.readable} faults ${told} within the bound ${named} ` +
      `${(tally.plans / seconds).toFixed(0)}/s cpu ${(process.cpuUsage().user / 1e6).toFixed(0)} s ` +
      `slowest ${slowest?.took.toFixed(0)} ms (${slowest?.seed}) ` +
      `heap ${megabytes(process.memoryUsage().heapUsed)} rss ${megabytes(process.memoryUsage.rss())} ` +
      `most ${megabytes(process.resourceUsage().maxRSS * 1024)} MB`,
  );
}
say(JSON.stringify({ asked: tally.asked, slowest: tally.slowest }));
