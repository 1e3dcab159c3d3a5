// The measuring command; count.mjs starts it.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { count, table } from './counter.js';
import { known } from './known.js';
import { MADE } from './make.js';
import type { Source } from './source.js';

const { values, positionals } = parseArgs({ options: { write: { type: 'string' } }, allowPositionals: true });
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
process.stdout.write(table(sources.map(count)));
