import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { recordOf } from './recorded/record.js';

const folder = join(import.meta.dirname, '../../fixtures/golden/recorded');
const names = readdirSync(folder).map((name) => basename(name, '.txt'));

/**
 * The verdicts on an unchanged plan never change unnoticed, nor any figure that they rest on. A file is a plan, in its first
 * line, and what is said of it. Where a change is meant, `-u` writes it: read what it changes, and tell it in CHANGELOG.md.
 */
test.each(names)('%s says what it said', async (name) => {
  const path = join(folder, `${name}.txt`);
  const [plan = ''] = readFileSync(path, 'utf8').split('\n', 1);
  await expect([plan, ...recordOf(plan), ''].join('\n')).toMatchFileSnapshot(path);
});
