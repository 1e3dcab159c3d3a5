import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { count } from './counter.js';
import { known } from './known.js';
import { MADE } from './make.js';
import { table } from './table.js';

const made = Object.values(MADE).map((make) => make());

// Every change of the importer shows here; `node test/import/drawings/count.mjs` prints it, with the drawings of others.
it('the import makes of drawings in ten manners what is recorded', async () => {
  await expect(table(made.map(count))).toMatchFileSnapshot('../../../fixtures/import/drawings/counted.txt');
}, 180_000);

const others = Object.values(known());

it.skipIf(others.length === 0)(
  'and what is recorded of drawings that others published',
  async () => {
    const counts = others.map((read) => count(read()));
    await expect(table(counts)).toMatchFileSnapshot('../../../fixtures/import/drawings/counted-others.txt');
  },
  180_000,
);

it('a drawing is made alike every time, and its mapping has at most ten lines', () => {
  for (const [name, make] of Object.entries(MADE)) {
    const [one, other] = [made.find((source) => source.name === name), make()];
    expect(Buffer.compare(one?.bytes ?? new Uint8Array(), other.bytes), name).toBe(0);
    expect((other.mapping ?? '').split('\n').length, name).toBeLessThanOrEqual(11);
    expect(other.expected.rooms.length, name).toBeGreaterThanOrEqual(8);
    expect(other.expected.rooms.length, name).toBeLessThanOrEqual(30);
  }
});

it('the drawing that the guide ships is the made KTV', () => {
  const shipped = readFileSync('fixtures/import/dxf/ktv.dxf');
  expect(Buffer.compare(shipped, made.find(({ name }) => name === 'ktv')?.bytes ?? new Uint8Array())).toBe(0);
});
