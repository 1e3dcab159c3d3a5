import { execFileSync } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';

/**
 * The last step of the build: runs the command on the example sites, and keeps in dist/code what V8 compiled for that.
 * Compiling took longer than linting. Only this very Node takes it; any other compiles for itself.
 */
const COMMANDS = [
  ['--help'],
  ['lint', '--help'],
  ['rules'],
  ['explain', '9.2(3)'],
  ['explain', 'capture/view-into-private-zone'],
  ['schema'],
];

const FORMATS = [
  'terminal',
  'sarif',
  'sarif-github',
  'markdown',
  'html',
  'json',
  'junit',
  'github',
  'gitlab',
  'schedule',
];

if (process.argv[2] === 'run') await run(process.argv[3]);
else build();

/** What the command says goes nowhere. */
function build() {
  const scratch = mkdtempSync(join(tmpdir(), 'sitecam-'));
  try {
    execFileSync(process.execPath, [fileURLToPath(import.meta.url), 'run', scratch], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

async function run(scratch) {
  const { keep, load } = createRequire(import.meta.url)('./dist/cli/load.cjs');
  // Code that hasn't run for a while would be thrown away. V8 takes kept code with the flags of the run alone.
  setFlagsFromString('--no-flush-bytecode');
  // Each run listens for what may go wrong with the streams, and none expects another.
  EventEmitter.defaultMaxListeners = 0;
  const command = load('main.cjs');
  for (const argv of [...COMMANDS, ...lints(scratch)]) {
    process.argv.splice(2, Infinity, ...argv);
    const code = await command.run();
    if (code > 1) throw new Error(`sitecam ${argv.join(' ')} ended with ${code}`);
  }
  setFlagsFromString('--flush-bytecode');
  keep();
}

/** Every site in the terminal's format, one in every other. */
function lints(scratch) {
  const plans = readdirSync('fixtures/sites', { recursive: true })
    .filter((path) => /\b(?:plan|violations)\.(?:yaml|geojson)$/.test(path))
    .sort()
    .map((path) => join('fixtures/sites', path));
  const all = FORMATS.flatMap((name) => ['--format', `${name}=${join(scratch, name)}`]);
  return [...plans.map((plan) => ['lint', plan]), ['lint', plans.at(-1), '--lang', 'en', ...all]];
}
