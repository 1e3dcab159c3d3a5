// What npm runs before it packs: the build, unless there is one that is newer than everything it is made of. The published
// package has nothing that npm would run, or warn of, when it is installed: `prepare` is such a script.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { execPath } from 'node:process';

const BUILT = 'dist/bundle/main.js';
const SOURCES = [
  'package.json',
  'rolldown.config.js',
  'schemas',
  'src',
  'tools/build',
  'tsconfig.build.json',
  'tsconfig.json',
];

/** The newest change of a file, or of anything in a folder, in milliseconds. */
function newest(path) {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

if (!existsSync(BUILT) || statSync(BUILT).mtimeMs < Math.max(...SOURCES.map(newest))) {
  // The npm that runs this, on the Node.js that runs it.
  process.exitCode = spawnSync(execPath, [process.env.npm_execpath, 'run', 'build'], { stdio: 'inherit' }).status ?? 1;
}
