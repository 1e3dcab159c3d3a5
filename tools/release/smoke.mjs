// Packs sitecam, installs the package in an empty folder as a user would, and runs every command there: `node
// tools/release/smoke.mjs [FOLDER]`. Each must end with 0 or 1 and say something; FOLDER keeps what they wrote.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { argv, execPath, platform, version } from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = resolve(argv[2] ?? mkdtempSync(join(tmpdir(), 'sitecam-smoke-')));

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

mkdirSync(folder, { recursive: true });
const archive = npm(['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], root).split('\n').at(-1);
writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
npm(['install', '--ignore-scripts', '--no-audit', '--no-fund', `./${archive}`], folder);
for (const site of ['ktv', 'qingcheng-hotel']) {
  cpSync(join(root, 'fixtures/sites', site), join(folder, site), { recursive: true });
}
cpSync(join(root, 'fixtures/import/dxf/ktv.dxf'), join(folder, 'ktv.dxf'));
writeFileSync(
  join(folder, 'use.mjs'),
  "import { lint } from 'sitecam-lint';\nconsole.log(lint('sitecam: 1', { today: '2026-11-24', path: 'plan.yaml' }).ok);\n",
);

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
for (const args of [...commands, ['use.mjs']]) {
  const { status, out, err } = run(execPath, args, folder);
  const shown = args.filter((arg) => arg !== bin).join(' ');
  if ((status === 0 || status === 1) && (out + err).length > 0) continue;
  failed += 1;
  console.log(`smoke: ${shown} ended with ${status} and said: ${out}${err}`);
}
const files = readdirSync(folder).length;
console.log(`smoke: Node.js ${version}: ${commands.length} commands, ${failed} failed; ${files} files in ${folder}`);
process.exitCode = failed === 0 ? 0 : 1;
