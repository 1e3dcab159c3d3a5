#!/usr/bin/env node
import { existsSync } from 'node:fs';

const main = new URL('../dist/cli/main.js', import.meta.url);
if (existsSync(main)) {
  const { run } = await import(main.href);
  process.exitCode = await run();
} else {
  process.stderr.write(
    'sitecam: 尚未构建，请先运行 npm ci（或 npm run build）。Not built yet: run npm ci (or npm run build) first.\n',
  );
  process.exitCode = 70;
}
