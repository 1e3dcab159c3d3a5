// Packs sitecam, installs the package in an empty folder as a user would, and runs every command there: `node
// tools/release/smoke.mjs [NODE...]`, where NODE are the programs of other Node.js lines. Each command must end with 0 or 1, say
// something, and write the same bytes on all of them.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, execPath, platform } from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'sitecam-smoke-'));

function run(program, args, cwd, shell = false) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8', shell, maxBuffer: 2 ** 28 });
  return { status, out: stdout ?? '', err: stderr ?? '' };
}

/** npm is a script of cmd on Windows. */
function npm(args, cwd) {
  const ran = run('npm', args, cwd, platform === 'win32');
  if (ran.status !== 0) throw new Error(`npm ${args.join(' ')}: ${ran.err}`);
  return ran.out.trim();
}

const archive = npm(['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], root).split('\n').at(-1);
writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
npm(['install', '--ignore-scripts', '--no-audit', '--no-fund', `./${archive}`], folder);

/** Where the commands run, by the same path each time: records have it in them. */
const desk = join(folder, 'desk');

function setUp() {
  mkdirSync(desk);
  for (const site of ['ktv', 'qingcheng-hotel']) {
    cpSync(join(root, 'fixtures/sites', site), join(desk, site), { recursive: true });
  }
  cpSync(join(root, 'fixtures/import/dxf/ktv.dxf'), join(desk, 'ktv.dxf'));
  writeFileSync(
    join(desk, 'use.mjs'),
    "import { lint } from 'sitecam-lint';\nconsole.log(lint('sitecam: 1', { today: '2026-11-24', path: 'plan.yaml' }).ok);\n",
  );
}

const day = ['--today', '2026-11-24'];
const bin = join(folder, 'node_modules/sitecam-lint/bin/sitecam.js');
const commands = [
  ['--version'],
  ['--help'],
  ['init', '--category', 'hotel'],
  ['lint', 'plan.sitecam.yaml', ...day],
  ['lint', 'ktv', '--workers', '2', ...day, '-f', 'json=ktv.json', '-f', 'html=ktv.html', '-f', 'sarif=ktv.sarif'],
  ['lint', 'ktv/violations.yaml', ...day, '--shard', '1/1', '-f', 'record=one.record', '-q'],
  ['merge', 'one.record', '-f', 'markdown=merged.md'],
  ['verify', 'ktv.json', 'ktv'],
  ['baseline', 'ktv/violations.yaml', ...day],
  ['diff', 'qingcheng-hotel/plan.yaml', 'qingcheng-hotel/violations.yaml', ...day],
  ['conflicts', 'ktv/plan.yaml', ...day],
  ['draw', 'ktv/plan.yaml', ...day, '-o', 'drawings'],
  ['import', 'ktv.dxf', '--survey'],
  ['inspect', 'ktv/plan.yaml'],
  ['explain', '9.2(3)'],
  ['rules'],
  ['words'],
  ['models'],
  ['schema', 'plan'],
  ['completion', 'bash'],
  ['pack', 'check', 'nm-2017'],
].map((args) => [bin, ...args]);

let failed = 0;
function fail(text) {
  failed += 1;
  console.log(`smoke: ${text}`);
}

/** Runs every command on a Node.js; returns what each said and wrote, by name. */
function commandsOn(node) {
  const made = new Map();
  setUp();
  for (const args of [...commands, ['use.mjs']]) {
    const { status, out, err } = run(node, args, desk);
    const shown = args.filter((arg) => arg !== bin).join(' ');
    made.set(shown, `${status}\n${out}\n${err}`);
    if ((status !== 0 && status !== 1) || (out + err).length === 0) fail(`${shown} ended with ${status}: ${out}${err}`);
  }
  for (const name of readdirSync(desk, { recursive: true })) {
    if (statSync(join(desk, name)).isFile()) made.set(name, readFileSync(join(desk, name), 'latin1'));
  }
  return made;
}

const expected = new Map();
for (const node of [execPath, ...argv.slice(2)]) {
  const version = run(node, ['--version'], folder).out.trim();
  const made = commandsOn(node);
  for (const [name, bytes] of made) {
    if (expected.size >= made.size && expected.get(name) !== bytes) fail(`${version}: other bytes: ${name}`);
  }
  if (expected.size === 0) for (const [name, bytes] of made) expected.set(name, bytes);
  else if (made.size !== expected.size) fail(`${version}: ${made.size} files, not ${expected.size}`);
  console.log(`smoke: Node.js ${version}: ${commands.length} commands, ${made.size} outputs`);
  renameSync(desk, join(folder, version));
}
if (failed === 0) rmSync(folder, { recursive: true });
else console.log(`smoke: ${failed} failures; what was written is in ${folder}`);
process.exitCode = failed === 0 ? 0 : 1;
