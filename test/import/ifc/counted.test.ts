import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { count, table } from './counter.js';
import { knownModels } from './known.js';
import { house } from './make-model.js';

const models = Object.values(knownModels());

// Every change of the importer shows here; `node test/import/ifc/count.mjs` prints it.
it.skipIf(models.length === 0)(
  'the import makes of models that others published what is recorded',
  async () => {
    const counts = [];
    for (const path of models)
      counts.push(await count(basename(path), { path: basename(path), bytes: readFileSync(path) }));
    await expect(table(counts)).toMatchFileSnapshot('../../../fixtures/import/ifc-counted.txt');
    for (const { spaces, doors } of counts) {
      expect(spaces.right / spaces.of).toBeGreaterThanOrEqual(0.98);
      expect(doors.right / doors.of).toBeGreaterThanOrEqual(0.95);
    }
  },
  180_000,
);

it('the model that is shipped is the made house', () => {
  expect(readFileSync('fixtures/import/ifc/house.ifc', 'utf8')).toBe(house());
});
