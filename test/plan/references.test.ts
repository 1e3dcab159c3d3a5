// Which parts of a subject are ids that a new id of an element or a level changes.
import { expect, test } from 'vitest';
import { idsIn } from '../../src/plan/references/references.js';

test.each([
  ['capture/view-into-private-zone', 'C1>wc', ['C1 0', 'wc 3']],
  ['capture/view-into-private-zone', 'C1>wc@F2', ['C1 0', 'wc@F2 3', 'F2 6']],
  ['coverage/criterion', 'lobby/entrance', ['lobby 0']],
  ['coverage/criterion', 'lobby', ['lobby 0']],
  ['plan/overlapping-zones', 'a/bc', ['a 0', 'bc 2']],
  ['plan/opening-blocked', 'door/room', ['door 0', 'room 5']],
  ['plan/impossible-dimension', 'w/height', ['w 0']],
  ['plan/impossible-optics', 'C1/ptz.home', ['C1 0']],
  ['plan/unknown-reference', 'C1/area/wc', ['C1 0', 'wc 8']],
  ['plan/unknown-reference', 'overrides/C1', ['overrides 0', 'C1 10']],
  ['coverage/declared', 'hall/8(1)', []],
  ['plan/unknown-category', 'hotel', []],
  ['project/requirement', '5/retention', []],
  ['waiver/unused', 'capture/view-into-private-zone:C1>wc', ['C1 31', 'wc 34']],
  ['waiver/unknown', 'plan/overlapping-zones:a/b', ['a 23', 'b 25']],
  ['waiver/unknown', 'project/requirement:5/retention', []],
  ['waiver/unknown', 'C1', ['C1 0']],
])('%s of %s', (rule, subject, ids) => {
  expect(idsIn(rule, subject).map(({ id, at }) => `${id} ${at}`)).toEqual(ids);
  for (const { id, at } of idsIn(rule, subject)) expect(subject.slice(at, at + id.length)).toBe(id);
});
