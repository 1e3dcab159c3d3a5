import { describe, expect, test } from 'vitest';
import {
  exclusiveRegion,
  itemSubject,
  items,
  privateZones,
  unknownUseTargets,
} from '../../../src/facts/capture/private-zones.js';
import { rule as sound } from '../../../src/rules/capture/sound-from-private-zone.js';
import { createSight } from '../../../src/sight/sight.js';
import { CAMERA, CORRIDOR, opening, room, saidBy, site, TODAY } from '../../rules/capture/judged.js';

describe('a zone whose name means another kind', () => {
  const regime = (kind: string, name: string) => {
    const [found] = privateZones(site('hotel', { zones: [room(kind, name)] }));
    return found && `${found.kind.id} ${found.prohibition.regime}`;
  };

  test.each([
    ['restroom', '病房', 'restroom room'],
    ['ward', '女卫生间', 'restroom room'],
    ['ballot-box', '女卫生间', 'restroom room'],
    ['restroom', '选票箱', 'restroom room'],
    ['ward', '投票箱', 'ballot-box anchor'],
    ['ballot-box', '病房', 'ballot-box anchor'],
    ['customer-information-area', '投票箱', 'ballot-box anchor'],
    ['ballot-box', '客户信息录入区', 'ballot-box anchor'],
    ['customer-information-area', '病房', 'customer-information-area information'],
    ['store', '女卫生间', 'restroom room'],
    ['store', '库房', undefined],
  ])('%s called %s is judged by whichever asks more: %s', (kind, name, is) => {
    expect(regime(kind, name)).toBe(is);
  });
});

test('the items of the prohibition are each named once, in their order', () => {
  const { pack } = site('hotel', { zones: [room('restroom', '卫')] });
  expect(items(pack)).toEqual([1, 2, 3, 4, 5, 6].map((n) => `nm-2017/9.2(${n})`));
  expect(itemSubject('nm-2017/9.2(1)')).toBe('9.2(1)');
});

describe('a zone of unknown use', () => {
  const plan = site('hotel', {
    zones: [
      CORRIDOR,
      'id: u, kind: other, kindUnknown: 间, rect: [0, 0, 4, 5]',
      'id: in, kind: restroom, rect: [1, 1, 1, 1]',
    ],
  });
  const context = { site: plan, sight: createSight(plan), pack: plan.pack, today: TODAY };
  const area = (target: Parameters<typeof exclusiveRegion>[1]) => {
    const { rings, shadows } = exclusiveRegion(context, target, 'F1', 'view');
    return [rings.length, shadows.length];
  };

  test('is looked at as the strictest room, of no item in particular', () => {
    const [target, ...others] = unknownUseTargets(plan);
    expect(others).toEqual([]);
    expect(target).toMatchObject({
      zone: { id: 'u' },
      applies: true,
      unsettled: true,
      prohibition: { clause: 'nm-2017/9.2', regime: 'room' },
    });
  });

  test('a view goes to the innermost: to the private place in it, and not to it for that', () => {
    const [unsettled] = unknownUseTargets(plan);
    const [restroom] = privateZones(plan);
    expect(unsettled && area(unsettled)).toEqual([1, 1]);
    expect(restroom && area(restroom)).toEqual([1, 0]);
  });
});

describe('a private place in another', () => {
  const own = (outer: string, inner: string, categories = 'hotel', law = 'nm-2017') => {
    const zones = [`id: outer, kind: ${outer}, rect: [0, 0, 6, 5]`, `id: inner, kind: ${inner}, rect: [1, 1, 1, 1]`];
    const plan = site(categories, { zones }, law);
    const context = { site: plan, sight: createSight(plan), pack: plan.pack, today: TODAY };
    const target = privateZones(plan).find(({ zone }) => zone.id === 'outer');
    return target && exclusiveRegion(context, target, 'F1', 'view').shadows.length;
  };

  test.each([
    ['restroom', 'shower', undefined],
    ['restroom', 'changing-room', 1],
    ['restroom', 'ward', 0],
    ['ward', 'restroom', 1],
    ['ward', 'consulting-room', 1],
    ['ward', 'ballot-box', 0],
    ['ballot-box', 'ward', 0],
    ['ballot-box', 'report-box', 1],
    ['ballot-box', 'opinion-box', 0],
    ['ballot-box', 'customer-information-area', 0],
    ['dwelling', 'washroom', 0],
    ['dwelling', 'restroom', 1],
    ['washroom', 'dwelling', 1],
  ])('of a %s in which a %s lies so many parts are left out: %s', (outer, inner, count) => {
    if (count === undefined) return expect(own(outer, inner)).toBeDefined();
    expect(own(outer, inner)).toBe(count);
  });

  test.each([
    ['customer-information-area', 'ballot-box', 'a view of which is for the reviewer elsewhere', 0, 'bank', 'nm-2017'],
    ['guest-room', 'private-area', 'which only a reviewer judges', 0, 'hotel', 'cn-799-2025'],
    ['private-area', 'guest-room', 'which is judged more gravely', 1, 'hotel', 'cn-799-2025'],
    ['guest-room', 'entertainment-private-room', 'judged alike', 1, 'hotel', 'nm-2017'],
    [
      'guest-room',
      'entertainment-private-room',
      'for which another law orders clear doors',
      0,
      'hotel, cultural-entertainment-venue',
      'nm-2017',
    ],
  ])('of a %s, of a %s, %s: %s (%s, %s)', (outer, inner, _, count, categories, law) => {
    expect(own(outer, inner, categories, law)).toBe(count);
  });
});

describe('a room of which no opening is drawn', () => {
  const told = (...openings: string[]) =>
    saidBy(
      sound,
      site('hotel', {
        zones: [CORRIDOR, room('restroom', '女卫生间')],
        openings,
        devices: [CAMERA.replace('audio: none', 'audio: microphone')],
      }),
    ).filter(({ subject }) => subject.includes('room'));

  test('is open for what is heard, beside what is', () => {
    expect(told().map(({ subject, outcome, message }) => [subject, outcome, message.id])).toEqual([
      ['room', 'open', 'sealed'],
    ]);
    expect(told(opening('passage')).map(({ outcome }) => outcome)).toEqual(['review']);
  });
});
