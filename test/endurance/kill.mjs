// Kills every command that writes, at random moments: node test/endurance/kill.mjs [KILLS [SEED [COMMAND...]]].
// After each kill every file is whole: as it was, or as an undisturbed run writes it. The next run leaves just what an
// undisturbed one leaves. Prints a line a command, and exits with 1 if anything was lost or left.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { argv, execPath, stdout } from 'node:process';

const [kills = '100', seed = '1', ...only] = argv.slice(2);
const BIN = resolve('bin/sitecam.js');
const TODAY = ['--today', '2026-11-30'];

/** Files of the folder in which a command runs, by what they are copied from. */
const HOTEL = {
  'plan.sitecam.yaml': 'fixtures/sites/qingcheng-hotel/violations.yaml',
};

/** What needs mending by --fix: a full-width colon and a kind by another name. */
const SPELT = `sitecam: 1
site: {name: 小旅店, categories: [hotel], region: "150102"}
coordinates: metres
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: hall, kind: 走廊, rect: [0, 0, 12, 2]}
    devices:
      - {id: C1, kind: camera, at: [0.05, 1], height: 2.7, 朝向: 90, tilt: 20, hfov: 98, resolution: [2560, 1440], audio: none}
`;

/** Each command that writes. */
const COMMANDS = {
  'lint reports': {
    args: ['lint', 'plan.sitecam.yaml', ...TODAY, '--assets', 'pictures'].concat(
      ['sarif', 'json', 'markdown', 'html', 'record', 'opinion'].flatMap((name) => ['-f', `${name}=out/${name}`]),
    ),
    files: HOTEL,
  },
  'lint --redact-map': {
    args: ['lint', 'plan.sitecam.yaml', ...TODAY, '--redact', '--redact-map', 'map.json', '-f', 'sarif=out.sarif'],
    files: HOTEL,
    // Opaque names are made anew each time.
    varies: ['map.json', 'out.sarif'],
  },
  'lint --cache': {
    // A cache may not lie in the folder of a plan.
    args: ['lint', 'plans/plan.sitecam.yaml', ...TODAY, '--cache', 'cache', '-f', 'json=out.json'],
    files: { 'plans/plan.sitecam.yaml': HOTEL['plan.sitecam.yaml'] },
  },
  'lint --fix': { args: ['lint', 'plan.sitecam.yaml', ...TODAY, '--fix'], texts: { 'plan.sitecam.yaml': SPELT } },
  'lint --fix-geometry --write': {
    args: ['lint', 'plan.sitecam.yaml', ...TODAY, '--fix-geometry', '--write'],
    files: HOTEL,
  },
  baseline: { args: ['baseline', 'plan.sitecam.yaml', ...TODAY], files: HOTEL },
  init: { args: ['init', '--category', 'hotel'] },
  draw: { args: ['draw', 'plan.sitecam.yaml', ...TODAY, '-o', 'pictures'], files: HOTEL },
  'draw dxf': { args: ['draw', 'plan.sitecam.yaml', ...TODAY, '--level', 'F1', '-o', 'plan.dxf'], files: HOTEL },
  conflicts: { args: ['conflicts', 'plan.sitecam.yaml', ...TODAY, '--assets', 'pictures'], files: HOTEL },
  import: {
    args: ['import', 'annex.dxf', '--record', 'record.md', '-o', 'plan.yaml'],
    // Once the plan is in its place, the next run is a second import, and its record says so.
    varies: ['record.md'],
    files: { 'annex.dxf': 'fixtures/import/dxf/annex.dxf' },
  },
  merge: {
    before: [['lint', 'plan.sitecam.yaml', ...TODAY, '-f', 'record=one.json']],
    args: ['merge', 'one.json', '-f', 'html=out.html', '-f', 'sarif=out.sarif'],
    files: HOTEL,
  },
  suggest: {
    args: [
      'suggest',
      'plan.sitecam.yaml',
      ...TODAY,
      '-o',
      'better.yaml',
      '--certificate',
      'proof.json',
      '--assets',
      'pictures',
    ],
    texts: { 'plan.sitecam.yaml': SPELT.replace('朝向', 'heading').replace('走廊', 'corridor') },
  },
};

const TEMPORARY = /(?:^|\/)\.sitecam-[^/]*\.tmp$/;

/** Numbers from 0 to 1, the same for the same seed: mulberry32 (Tommy Ettinger, public domain). */
function randomOf(start) {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Returns the hash of every file of a folder by its path. */
function contents(folder) {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return new Map(
    all.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(folder.length + 1), createHash('sha256').update(readFileSync(path)).digest('hex')];
    }),
  );
}

const environment = { ...process.env, LANG: 'C.UTF-8', NO_COLOR: '1' };
const options = (cwd) => ({ cwd, env: environment, stdio: 'ignore' });

/** Runs a command; with `ms`, kills it then. Returns how many ms it took. */
async function run(args, cwd, ms) {
  const start = performance.now();
  const child = spawn(execPath, [BIN, ...args], options(cwd));
  const timer = ms === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), ms);
  await new Promise((done) => child.once('exit', done));
  clearTimeout(timer);
  return performance.now() - start;
}

/** Tries one command; returns what was lost or left. */
async function tried(name, { args, files = {}, texts = {}, before = [], varies = [] }, random) {
  const home = mkdtempSync(join(tmpdir(), 'sitecam-endurance-'));
  const [template, place] = ['template', 'place'].map((part) => join(home, part));
  const problems = [];
  try {
    for (const [file, from] of Object.entries(files)) cpSync(from, join(template, file));
    cpSync('LICENSE', join(template, 'untouched.txt'));
    for (const [file, text] of Object.entries(texts)) writeFileSync(join(template, file), text);
    for (const one of before) spawnSync(execPath, [BIN, ...one], options(template));
    cpSync(template, place, { recursive: true });
    const times = [await run(args, place)];
    const [was, will] = [contents(template), contents(place)];
    if ([...will].every(([file, hash]) => was.get(file) === hash)) problems.push('an undisturbed run writes nothing');
    let ended = 0;
    for (let n = 0; n < Number(kills); n += 1) {
      rmSync(place, { recursive: true, force: true });
      cpSync(template, place, { recursive: true });
      const long = times.reduce((a, b) => a + b) / times.length;
      // Half of the moments are in the last part of the run, where files are put in their places.
      const at = random() < 0.5 ? random() * long : (0.6 + 0.5 * random()) * long;
      const took = await run(args, place, at);
      if (took < at) {
        ended += 1;
        times.push(took);
      }
      const told = `kill ${n + 1} at ${Math.round(at)} ms of ${Math.round(long)}`;
      const after = contents(place);
      for (const [file, hash] of after) {
        if (TEMPORARY.test(file) || varies.includes(file)) continue;
        if (hash !== was.get(file) && hash !== will.get(file))
          problems.push(`${told}: ${file} is neither as it was nor as it should be`);
      }
      for (const file of was.keys()) if (!after.has(file)) problems.push(`${told}: ${file} is lost`);
      await run(args, place);
      const next = contents(place);
      for (const file of next.keys()) if (!will.has(file)) problems.push(`${told}, next run: ${file} is left behind`);
      for (const [file, hash] of will) {
        if (!next.has(file) || (next.get(file) !== hash && !varies.includes(file)))
          problems.push(`${told}, next run: ${file} isn't as an undisturbed run writes it`);
      }
    }
    stdout.write(`${name}: ${kills} kills, ${ended} runs had ended; ${problems.length} problems\n`);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
  for (const one of problems.slice(0, 10)) stdout.write(`  ${one}\n`);
  return problems.length;
}

const random = randomOf(Number(seed));
let sum = 0;
for (const [name, command] of Object.entries(COMMANDS)) {
  if (only.length > 0 && !only.includes(name)) continue;
  sum += await tried(name, command, random);
}
process.exitCode = sum > 0 ? 1 : 0;
