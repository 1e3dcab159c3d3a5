// What a design must cover: named zones, and zones that the plan as drawn protects.

import { expect, test } from 'vitest';
import { groundOf } from '../../../src/features/suggest/ground.js';
import { withProtected } from '../../../src/features/suggest/requirements.js';
import { replacedIn } from '../../../src/features/suggest/suggest.js';
import { bareOf } from '../../../src/features/suggest/write.js';
import { judged } from './suggestions.js';

test('what replaced cameras protect stays protected, though no clause names it', () => {
  const { report, catalogue } = judged('fixtures/sites/hospital-outpatient/plan.yaml');
  const asked = { goal: 'criterion', related: false, levels: ['F1'] } as const;
  const replaced = replacedIn(report, catalogue, asked);
  expect(replaced.map(({ id }) => id)).toContain('C13');
  const bare = bareOf(report, replaced);
  const required = (scope: typeof asked) =>
    groundOf(bare, catalogue, scope, 'strict').requirements.map(({ zone, goal, asDrawn }) => [zone.id, goal, asDrawn]);
  const named = required(asked);
  expect(named.map(([zone]) => zone)).not.toContain('elevator-lobby');
  const all = required(withProtected(asked, report, bare) as typeof asked);
  expect(all).toEqual(expect.arrayContaining([...named, ['elevator-lobby', 'law', true]]));
  // Without its cameras the plan protects nothing that a design could take away.
  expect(required(withProtected(asked, bare, bare) as typeof asked)).toEqual(named);
});
