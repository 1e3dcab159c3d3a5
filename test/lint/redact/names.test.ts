import { expect, test } from 'vitest';
import { opaqueNames, planName, sortable } from '../../../src/lint/redact/names.js';
import { levelSite } from '../../plan/support.js';

const site = levelSite(`zones:
  - {id: hall, kind: lobby, rect: [0, 0, 4, 4]}
  - {id: wc, kind: restroom, rect: [4, 0, 4, 4]}
devices:
  - {id: C9, kind: camera, at: [1, 1]}
  - {id: C1, kind: camera, at: [2, 1]}`);

test('elements go by kind and place in the plan, pairs and second findings by their parts', () => {
  const { of, subjects } = opaqueNames(site, []);
  expect(['hall', 'C1', 'C9>wc', 'wc/2', 'F1'].map(of)).toEqual([
    'zone-1',
    'device-2',
    'device-1>zone-2',
    'zone-2/2',
    'level-1',
  ]);
  expect(subjects).toEqual({ 'zone-1': 'hall', 'zone-2': 'wc', 'device-1': 'C9', 'device-2': 'C1', 'level-1': 'F1' });
  expect(() => of('C1>nowhere')).toThrow('not mentioned');
});

test('all else is an item, numbered by what is said of it and never by its words or where it stands', () => {
  const one = { subject: 'hotel/8(8)/stairs', said: 'open' };
  const other = { subject: 'a>b', said: 'fail' };
  const third = { subject: '9.2(1)', said: 'pass' };
  for (const mentions of [
    [one, other, third],
    [third, one, other],
    [other, third, one],
  ]) {
    const { of } = opaqueNames(site, mentions);
    expect([other, one, third].map(({ subject }) => of(subject))).toEqual(['item-1', 'item-2', 'item-3']);
  }
});

test('what is said of elements doesn’t count among the items', () => {
  const mentions = [
    { subject: 'C1', said: 'a' },
    { subject: 'C9>wc', said: 'b' },
    { subject: 'x', said: 'c' },
    { subject: 'y', said: 'd' },
  ];
  const { of, subjects } = opaqueNames(site, mentions);
  expect(mentions.map(({ subject }) => of(subject))).toEqual(['device-2', 'device-1>zone-2', 'item-1', 'item-2']);
  expect(Object.keys(subjects).filter((name) => name.startsWith('item'))).toEqual(['item-1', 'item-2']);
});

test('names stand in the order of their numbers', () => {
  expect([planName(3, 9), planName(3, 12), planName(120, 1000)]).toEqual(['plan-3', 'plan-03', 'plan-0120']);
  const names = ['device-10>zone-1', 'device-2>zone-11', 'device-2>zone-9', 'device-1'];
  expect(names.toSorted((a, b) => (sortable(a) < sortable(b) ? -1 : 1))).toEqual([...names].reverse());
});

test('of a zone and a level that are called alike the zone is meant; pairs are of a device and a zone', () => {
  const alike = levelSite(`zones:
  - {id: F1, kind: lobby, rect: [0, 0, 4, 4]}
  - {id: b, kind: lobby, rect: [4, 0, 4, 4]}
devices:
  - {id: c, kind: camera, at: [1, 1]}`);
  const { of } = opaqueNames(alike, [
    { subject: 'b>c', said: '' },
    { subject: 'c/x', said: '' },
    { subject: 'x/2', said: '' },
  ]);
  expect(
    ['F1', 'b', 'c>b', 'F1>F1', 'c>F1', 'c/2', 'c>b/2'].map((subject) => {
      try {
        return of(subject);
      } catch {
        return 'not mentioned';
      }
    }),
  ).toEqual(['zone-1', 'zone-2', 'device-1>zone-2', 'not mentioned', 'device-1>zone-1', 'device-1/2', 'not mentioned']);
  expect(['b>c', 'c/x', 'x/2'].map(of).toSorted()).toEqual(['item-1', 'item-2', 'item-3']);
});
