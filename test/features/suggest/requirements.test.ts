// What a design must cover: named zones, and zones that the plan as drawn protects.

import { expect, test } from 'vitest';
import { withProtected } from '../../../src/features/suggest/requirements.js';
import { searchSpaceOf } from '../../../src/features/suggest/search-space.js';
import { replacedIn } from '../../../src/features/suggest/suggest.js';
import { bareOf } from '../../../src/features/suggest/write.js';
import { sitecam } from '../../support/io.js';
import { judged } from './suggestions.js';

test('what replaced cameras protect stays protected, though no clause names it', () => {
  const { report, catalogue } = judged('fixtures/sites/hospital-outpatient/plan.yaml');
  const asked = { goal: 'criterion', related: false, levels: ['F1'] } as const;
  const replaced = replacedIn(report, catalogue, asked);
  expect(replaced.map(({ id }) => id)).toContain('C13');
  const bare = bareOf(report, replaced);
  const required = (scope: typeof asked) =>
    searchSpaceOf(bare, catalogue, scope, 'strict').requirements.map(({ zone, goal, asDrawn }) => [
      zone.id,
      goal,
      asDrawn,
    ]);
  const named = required(asked);
  expect(named.map(([zone]) => zone)).not.toContain('elevator-lobby');
  const all = required(withProtected(asked, report, bare, replaced, 'strict') as typeof asked);
  expect(all).toEqual(expect.arrayContaining([...named, ['elevator-lobby', 'law', true]]));
  // Without its cameras the plan protects nothing that a design could take away.
  expect(required(withProtected(asked, bare, bare, [], 'strict') as typeof asked)).toEqual(named);
});

/** A waiting hall, a lift lobby that no clause names, and a restroom behind glass. */
const LOBBY = `
sitecam: 1
site: {name: 小诊所, categories: [hospital], region: "150102"}
coordinates: metres
deviceTypes:
  dome: {kind: camera, form: fixed, hfov: 98, resolution: [2560, 1440], audio: none}
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: hall, kind: waiting-hall, rect: [0, 4, 6, 2]}
      - {id: lobby, kind: elevator-lobby, rect: [6, 0, 4, 12]}
      - {id: wc, kind: restroom, rect: [6, 12, 4, 3]}
    openings:
      - {id: way, kind: passage, line: [[6, 4], [6, 6]]}
      - {id: glass, kind: window, line: [[7, 12], [9, 12]], glazing: clear, fixed: true}
    devices:
      - {id: C1, kind: camera, type: dome, at: [9.96, 2], height: 2.7, heading: 335, tilt: 30}
      - {id: C2, kind: camera, type: dome, at: [9.96, 11.96], height: 2.7, heading: 225, tilt: 30}
`;

test('what only a camera protects that sees a private place needn’t be kept', () => {
  const required = (text: string) => {
    const { report } = judged('plan.yaml', text);
    const asked = { goal: 'criterion', related: false, levels: ['F1'] } as const;
    const drawn = report.site.levels.flatMap(({ devices }) => devices);
    const { asDrawn } = withProtected(asked, report, bareOf(report, drawn), drawn, 'strict');
    return [...(asDrawn ?? [])];
  };
  const without = (id: string) => LOBBY.replace(new RegExp(` {6}- \\{id: ${id},.*\n`), '');
  // C1 sees into the restroom, C2 doesn't.
  expect(required(without('C2'))).toEqual([]);
  expect(required(without('C1'))).toEqual(['lobby']);
  expect(required(LOBBY)).toEqual(['lobby']);
  expect(required(without('C2').replace(/ {6}- \{id: glass,.*\n/, ''))).toEqual(['lobby']);
});

test('a change keeps protected what no clause names, too', async () => {
  const { code, out } = await sitecam(['suggest', 'plan.yaml', '--repair', '--only-packs', 'nm-2017'], {
    given: { 'plan.yaml': LOBBY.replace(/ {6}- \{id: (?:C2|glass),.*\n/g, '') },
  });
  expect(code).toBe(0);
  expect(out).toMatch(/lobby.*50%/);
});
