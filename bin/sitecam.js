#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';

// Most runs are over before optimised code pays for its compilation: let V8 wait longer before it starts on that.
setFlagsFromString('--interrupt-budget=400000');

const main = new URL('../dist/bundle/main.js', import.meta.url);
if (existsSync(main)) {
  const { run } = await import(main.href);
  process.exitCode = await run();
} else {
  process.stderr.write(
    'sitecam: 尚未构建，请先运行 npm ci（或 npm run build）。Not built yet: run npm ci (or npm run build) first.\n',
  );
  process.exitCode = 70;
}
