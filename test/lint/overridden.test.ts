import { expect, test } from 'vitest';
import { render } from '../../src/i18n/locale.js';
import { leftOutElements, overrideRows, relabelledZones, withdrawnUse } from '../../src/lint/notes/overrides.js';
import type { Override } from '../../src/plan/model.js';
import { levelSite } from '../plan/support.js';
import { place } from './support.js';

const site = levelSite(`zones:
  - {id: wc, kind: store, name: 库房, rect: [0, 0, 4, 4]}
  - {id: shaft, kind: restroom, rect: [4, 0, 4, 4]}
  - {id: odd, kind: other, rect: [8, 0, 4, 4]}
  - {id: male, kind: store, name: 男卫生间, kindConfirmed: {reason: 旧名, by: 甲}, rect: [12, 0, 4, 4]}
  - {id: still, kind: restroom, name: 卫生间, rect: [16, 0, 4, 4]}`);

const stated = (id: string, key: string, from: unknown, parts: Partial<Override> = {}): Override => {
  return { element: 'zone', id, key, from, to: undefined, place: place(), ...parts };
};
const found = (...overrides: readonly Override[]) =>
  relabelledZones({ ...site, overrides }).map(({ id, was, is }) => `${id}: ${was.en} → ${is.en}`);

test('a private place that is stated to be none, by whatever is stated', () => {
  expect(found(stated('wc', 'kind', 'restroom'))).toEqual(["wc: 'Restroom' → 'Store'"]);
  expect(found(stated('wc', 'name', '女卫生间'))).toEqual(["wc: 'Restroom' → 'Store'"]);
  expect(found(stated('wc', 'kind', 'other', { unknown: '男卫' }), stated('wc', 'name', '男卫生间'))).toEqual([
    "wc: 'Restroom' → 'Store'",
  ]);
  expect(found(stated('wc', 'kind', 'restroom', { unknown: 'toilet' }))).toEqual([
    "wc: 'Restroom' (use unknown, 'toilet' in its source) → 'Store'",
  ]);
  expect(found(stated('male', 'kindConfirmed', undefined))).toEqual(["male: 'Restroom' → 'Store'"]);
  expect(found(stated('male', 'kindConfirmed', null))).toEqual(["male: 'Restroom' → 'Store'"]);
  for (const [reason, by] of [
    ['', '甲'],
    ['旧名', '待定'],
    ['待补充', ''],
  ])
    expect(found(stated('male', 'kindConfirmed', { reason, by }))).toEqual(["male: 'Restroom' → 'Store'"]);
  expect(found(stated('shaft', 'levels', ['F2', 'F1', 3]))).toEqual(["shaft: 'Restroom' → not on level F2 and 3"]);
});

test('but not one that is private still, nor one that never was', () => {
  expect(found(stated('still', 'name', '女卫生间'))).toEqual([]);
  expect(found(stated('still', 'kind', 'shower'))).toEqual([]);
  expect(found(stated('wc', 'kind', 'corridor'))).toEqual([]);
  expect(found(stated('wc', 'kind', 7))).toEqual([]);
  expect(found(stated('wc', 'name', undefined))).toEqual([]);
  expect(found(stated('male', 'name', '男卫生间'))).toEqual([]);
  expect(found(stated('male', 'kindConfirmed', { reason: '原为库房', by: '乙' }))).toEqual([]);
  expect(found(stated('shaft', 'levels', ['F1']), stated('still', 'levels', 'F2'))).toEqual([]);
  expect(found(stated('gone', 'kind', 'restroom'))).toEqual([]);
  expect(found()).toEqual([]);
});

test('what is stated of another element is no matter', () => {
  const door: Override = { ...stated('wc', 'kind', 'door'), element: 'opening' };
  expect(found(stated('wc', 'kind', 'restroom'), door)).toEqual(["wc: 'Restroom' → 'Store'"]);
  expect(found({ ...stated('wc', 'kind', 'restroom'), element: 'device' })).toEqual([]);
});

test('a use that nobody told, taken away without telling one', () => {
  const ids = (...overrides: readonly Override[]) => withdrawnUse({ ...site, overrides });
  expect(ids(stated('odd', 'kindUnknown', ''))).toEqual(['odd']);
  expect(ids(stated('odd', 'kind', 'other', { unknown: 'room' }))).toEqual(['odd']);
  expect(ids(stated('wc', 'kindUnknown', 'room'))).toEqual([]);
  expect(ids(stated('odd', 'name', 'x'))).toEqual([]);
  expect(ids({ ...stated('odd', 'kindUnknown', ''), element: 'wall' })).toEqual([]);
});

test('a change that is stated of several elements is told once, of each word that their source had for their use', () => {
  const to = 'store';
  const rows = overrideRows({
    ...site,
    overrides: [
      stated('odd', 'kind', 'other', { unknown: 'RM', to }),
      stated('wc', 'kind', 'other', { unknown: 'RM', to }),
      stated('male', 'kind', 'other', { unknown: '', to }),
      stated('shaft', 'kind', 'other', { unknown: 'XX', to }),
      stated('still', 'kind', 'other', { to }),
    ],
  }).map(([, value]) => render(value, 'en'));
  expect(rows).toHaveLength(4);
  expect(rows.map((row) => /(?:odd|wc|male|shaft|still)(?:.*(?:odd|wc))?/.exec(row)?.[0])).toEqual([
    expect.stringMatching(/^odd\b.*\bwc$/),
    'male',
    'shaft',
    'still',
  ]);
  expect(rows[0]).toContain('RM');
  expect(rows[2]).toContain('XX');
});

test('of what is left out private places come first, then zones, devices, openings, walls and signs', () => {
  const gone = (element: Override['element'], id: string, kind?: string): Override => ({
    ...stated(id, 'remove', undefined, { to: true }),
    element,
    leftOut: { reason: '旧图', levels: ['F1'], ...(kind !== undefined && { kind }) },
  });
  const overrides = [
    gone('sign', 'S'),
    gone('wall', 'W'),
    gone('opening', 'D', 'door'),
    gone('device', 'C', 'camera'),
    gone('zone', 'hall', 'lobby'),
    gone('zone', 'wc2', 'restroom'),
    stated('wc', 'kind', 'restroom'),
  ];
  const told = leftOutElements({ ...site, overrides });
  expect(told.map(({ element, text }) => `${element} ${text.en.split(' ')[0]}`)).toEqual([
    'zone wc2',
    'zone hall',
    'device C',
    'opening D',
    'wall W',
    'sign S',
  ]);
  expect(told[0]?.text.en).toContain('Restroom');
});
