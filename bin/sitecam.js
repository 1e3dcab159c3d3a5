#!/usr/bin/env node
// Starts the command from the bundle that `npm run build` makes.
const { existsSync, mkdirSync } = require('node:fs');
const nodeModule = require('node:module');
const { isAbsolute, join } = require('node:path');
const { setFlagsFromString } = require('node:v8');

const main = join(__dirname, '../dist/bundle/main.js');
const [asked, ...others] = process.argv.slice(2);

if (!existsSync(main)) {
  process.stderr.write(
    'sitecam: 尚未构建，请先运行 npm ci 和 npm run build。Not built yet: run npm ci and npm run build first.\n',
  );
  process.exitCode = 70;
} else if (others.length === 0 && (asked === '--version' || asked === '-V')) {
  // Scripts and editors wait for the version: it needs nothing else of sitecam.
  process.stdout.on('error', () => {
    process.exitCode = 2;
  });
  process.stdout.write(`${require('../package.json').version}\n`);
} else {
  // Most runs end before optimised code pays for its compilation. Later versions of V8 have no such flag and need none.
  if (process.versions.node.startsWith('20.')) setFlagsFromString('--interrupt-budget=1000000');
  const folder = nodeModule.enableCompileCache && compiledFolder();
  if (folder !== undefined) nodeModule.enableCompileCache(folder);
  // A process that ends before the run does, because nothing is left to wait for, has found nothing right.
  process.exitCode = 70;
  require(main)
    .run()
    .then((code) => {
      process.exitCode = code;
    });
}

/**
 * The folder where Node 22 and later keep what they compiled, for later runs; undefined where this user has no cache folder
 * or can't write there. It isn't Node's own choice, the temporary folder: code runs from here, and on a shared machine others
 * could put theirs there first.
 */
function compiledFolder() {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local, HOME: home } = process.env;
  const cache = [xdg, local, home && join(home, '.cache')].find((path) => path && isAbsolute(path));
  if (cache === undefined) return undefined;
  const folder = join(cache, 'sitecam-compiled');
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (error.code !== 'EEXIST') return undefined;
  }
  return folder;
}
