// Which levels have a hole in every floor between them.
import { expect, test } from 'vitest';
import { areJoined } from '../../src/lint/doubts/holes.js';
import { HEAD, siteOf } from '../plan/support.js';

/** Pairs of levels, from the lowest, with a hole in every floor between them. */
function joinedIn(levels: readonly string[]): string[] {
  const heights = levels.map(
    (zones, n) => `  - {id: F${n + 1}, elevation: ${3.3 * n}, ceiling: 3, zones: [${zones}]}\n`,
  );
  const site = siteOf({ 'plan.yaml': `${HEAD}levels:\n${heights.join('')}` });
  return site.levels.flatMap((one, n) =>
    site.levels.slice(n + 1).flatMap((other) => {
      expect(areJoined(site, other, one)).toBe(areJoined(site, one, other));
      return areJoined(site, one, other) ? [`${one.id}-${other.id}`] : [];
    }),
  );
}

const HALL = '{id: hall, kind: corridor, rect: [0, 0, 10, 10]}';
const over = (id: string) => `{id: ${id}, kind: office, rect: [0, 0, 10, 10]}`;
const half = (id: string) => `{id: ${id}, kind: office, rect: [0, 0, 5, 10]}`;

test('rooms under a floor or a ceiling of their own see no other level', () => {
  expect(joinedIn([HALL, over('o2'), over('o3')])).toEqual([]);
  // A lower part of the building has a roof.
  expect(joinedIn([HALL, half('o2')])).toEqual([]);
});

test('a zone of several levels joins those that it spans', () => {
  const atrium = '{id: atrium, kind: lobby, rect: [5, 0, 5, 10], levels: [F1, F2]}';
  expect(joinedIn([`${half('o1')}, ${atrium}`, half('o2'), over('o3')])).toEqual(['F1-F2']);
});

test('so does what lies in the open, and a shaft of the upper level', () => {
  const yard = '{id: yard, kind: yard, rect: [10, 0, 10, 10]}';
  expect(joinedIn([`${HALL}, ${yard}`, over('o2'), over('o3')])).toEqual(['F1-F2', 'F1-F3', 'F2-F3']);
  const shaft = '{id: shaft, kind: shaft, rect: [5, 0, 5, 10]}';
  expect(joinedIn([HALL, `${half('o2')}, ${shaft}`])).toEqual(['F1-F2']);
});
