// Law words come from packs: no article number, name of a law or clause id stands in code outside src/law.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const SOURCES = join(import.meta.dirname, '..', '..', 'src');
const LAW_WORDS = /第[一二三四五六七八九十百零]+条|Art\. ?[0-9]|nm-2017\/|cn-[a-z0-9-]+\/|国务院令|799/;

/** Lines that still have such words, by file. No number may grow, and no file may join. */
const STILL: Readonly<Record<string, number>> = {
  'rules/capture/device-in-private-zone.ts': 2,
  'rules/capture/docs/device-in-private-zone.ts': 4,
  'rules/capture/docs/view-into-private-zone.ts': 2,
  'rules/capture/sound-from-private-zone.ts': 2,
  'rules/capture/view-into-private-zone.ts': 1,
  'rules/capture/wording/statements.ts': 1,
};

test('no law words stand in code outside src/law but for a list that only shrinks', () => {
  const grown = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.gen.ts') && !path.startsWith('law/'))
    .map((path) => {
      const lines = readFileSync(join(SOURCES, path), 'utf8').split('\n');
      return { path, lines: lines.flatMap((line, n) => (LAW_WORDS.test(line) ? [`${n + 1}: ${line.trim()}`] : [])) };
    })
    .filter(({ path, lines }) => lines.length > (STILL[path] ?? 0));
  expect(grown).toEqual([]);
});
