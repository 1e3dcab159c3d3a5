import { appendFileSync } from 'node:fs';
import { emptyTally, runPlans } from './run.js';

/**
 * The long run: `npm run fuzz -- FROM TO [LOG]` draws and checks the plans of the seeds from FROM up to but not TO, and says
 * how far it is every thousand plans; a run that was stopped goes on from there.
 */
const [from = 0, to = 1000] = process.argv.slice(2, 4).map(Number);
const log = process.argv[4];
const STEP = Number(process.env.SITECAM_FUZZ_STEP ?? 1000);

function say(line: string): void {
  process.stdout.write(`${line}\n`);
  if (log !== undefined) appendFileSync(log, `${line}\n`);
}

const tally = emptyTally();
const start = performance.now();
let told = 0;
for (let at = from; at < to; at += STEP) {
  await runPlans(at, Math.min(to, at + STEP), tally);
  for (const { seed, check, said, plan } of tally.faults.slice(told)) say(`FAULT ${seed} ${check}: ${said}\n  ${plan}`);
  told = tally.faults.length;
  const seconds = (performance.now() - start) / 1000;
  const [slowest] = tally.slowest;
  say(
    `${from}..${Math.min(to, at + STEP)} plans ${tally.plans} readable ${tally.readable} faults ${told} ` +
      `${(tally.plans / seconds).toFixed(0)}/s cpu ${(process.cpuUsage().user / 1e6).toFixed(0)} s ` +
      `slowest ${slowest?.took.toFixed(0)} ms (${slowest?.seed}) ` +
      `rss ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
  );
}
say(JSON.stringify({ asked: tally.asked, slowest: tally.slowest }));
