// The measuring command; count.mjs starts it.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { count } from './counter.js';
import { known } from './known.js';
import { MADE } from './make.js';
import type { Source } from './source.js';
import { details, table } from './table.js';

const { values, positionals } = parseArgs({
  options: { write: { type: 'string' }, missing: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const all: Readonly<Record<string, () => Source>> = { ...MADE, ...known() };
const names = positionals.length > 0 ? positionals : Object.keys(all);
const sources = names.map((name) => {
  const make = all[name];
  if (make === undefined) throw new Error(`no drawing ${name}; there are: ${Object.keys(all).join(', ')}`);
  return make();
});
if (values.write !== undefined) {
  for (const { name, bytes, mapping, expected } of sources) {
    const folder = join(values.write, name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${name}.dxf`), bytes);
    writeFileSync(join(folder, 'expected.json'), `${JSON.stringify(expected, undefined, 1)}\n`);
    if (mapping !== undefined) writeFileSync(join(folder, 'mapping.yaml'), mapping);
  }
}
const counts = sources.map(count);
if (values.missing) process.stdout.write(`${counts.map(details).join('\n')}\n`);
process.stdout.write(table(counts));
