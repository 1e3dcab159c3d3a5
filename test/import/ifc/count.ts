// The measuring command; count.mjs starts it.

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { count, table } from './counter.js';
import { knownModels } from './known.js';

const { values, positionals } = parseArgs({
  options: { wrong: { type: 'boolean', default: false } },
  allowPositionals: true,
});
for (const path of positionals.length > 0 ? positionals : Object.values(knownModels())) {
  const counted = await count(basename(path), { path: basename(path), bytes: readFileSync(path) });
  process.stdout.write(table([counted]));
  if (values.wrong)
    process.stdout.write([...counted.spaces.wrong, ...counted.doors.wrong].map((one) => `  ${one}\n`).join(''));
}
