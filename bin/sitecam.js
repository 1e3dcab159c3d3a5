#!/usr/bin/env node
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const start = join(__dirname, '../dist/cli/start.cjs');
if (existsSync(start)) {
  require(start);
} else {
  process.stderr.write(
    'sitecam: 尚未构建，请先运行 npm ci（或 npm run build）。Not built yet: run npm ci (or npm run build) first.\n',
  );
  process.exitCode = 70;
}
