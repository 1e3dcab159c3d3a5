import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { groupBy } from '../../src/base/arrays.js';
import { privateZones } from '../../src/facts/capture/private-zones.js';
import { roomUses } from '../../src/facts/rooms/use.js';
import { loadPack } from '../../src/law/load.js';
import { type NameReading, readRoomName } from '../../src/law/names/room-name.js';
import type { Site } from '../../src/plan/model.js';
import { readPlan } from '../../src/plan/read/read.js';

const PACK = loadPack('nm-2017+cn-799-2025');

describe('what a name says of a room', () => {
  test.each<[string | undefined, NameReading]>([
    [undefined, 'none'],
    [' ', 'none'],
    ['走廊', 'plain'],
    ['走廊/', 'plain'],
    ['更衣室外走廊2', 'plain'],
    ['住院部走廊（东）', 'plain'],
    ['库房（女更衣）', 'alarm'],
    ['走廊兼足疗', 'alarm'],
    ['201', 'neutral'],
    ['听雨', 'neutral'],
    ['聆音间', 'room'],
    ['女士试身处', 'alarm'],
    ['搓背处', 'alarm'],
    ['民主评议投票台', 'alarm'],
    ['哺乳动物展厅', 'plain'],
    ['货舱装载区', 'plain'],
    ['洗浴大厅', 'alarm'],
    ['门诊大厅', 'plain'],
    ['医护值班室', 'alarm'],
    ['ᠭᠡᠷ', 'unread'],
    ['ᠭᠡᠷ 主走廊', 'plain'],
    ['Corridor 2', 'plain'],
    ['Locker area', 'alarm'],
    ['NV GENG YI', 'alarm'],
    ['North wing', 'neutral'],
  ])('%s: %s', (name, reading) => {
    expect(readRoomName(PACK, name)).toBe(reading);
  });
});

/** fixtures/names/*.txt: names of rooms as plans have them, with the kind of site (private) or the kind of zone (plain). */
function namesIn(file: string): (readonly [name: string, context: string])[] {
  return readFileSync(join(import.meta.dirname, `../../fixtures/names/${file}.txt`), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [name = '', context = ''] = line.split('\t');
      return [name, context] as const;
    });
}

/** Returns a site of one category with rooms side by side. */
function siteWith(rooms: readonly { readonly name: string; readonly kind: string }[], category: string): Site {
  const zones = rooms.map((room, i) => ({ id: `x${i}`, ...room, rect: [i * 5, 0, 4, 5] }));
  const plan = {
    sitecam: 1,
    site: { name: '示例', categories: [category], region: '150102' },
    coordinates: 'metres',
    levels: [{ id: 'F1', zones }],
  };
  const bytes = new TextEncoder().encode(JSON.stringify(plan));
  const result = readPlan('plan.yaml', (path) => (path === 'plan.yaml' ? bytes : undefined), { pack: PACK });
  if (!result.ok) throw new Error(`can't be read: ${JSON.stringify(result.unreadable)}`);
  return result.site;
}

interface Room {
  readonly name: string;
  readonly kind: string;
  /** Category of the site. */
  readonly on: string;
}

/** Returns those of `rooms` of which nothing would be said with a camera in them. */
function silentOf(rooms: readonly Room[]): Room[] {
  return [...groupBy(rooms, ({ on }) => on)].flatMap(([category, group]) => {
    const site = siteWith(
      group.map(({ name, kind }) => ({ name, kind })),
      category,
    );
    const hidden = new Set(privateZones(site).map(({ zone }) => zone.id));
    const uses = roomUses(site);
    return group.filter((_, i) => !hidden.has(`x${i}`) && uses.get(`x${i}`)?.settledBy !== undefined);
  });
}

/** Categories by the context of a private name; a park says nothing of its rooms. */
const CATEGORIES: Readonly<Record<string, string>> = { hotel: 'hotel', hospital: 'hospital' };

describe('the closed world, measured', () => {
  const secret = namesIn('private');
  const plain = namesIn('plain');

  test('the lists are long enough', () => {
    expect(secret.length).toBeGreaterThanOrEqual(300);
    expect(plain.length).toBeGreaterThanOrEqual(300);
  });

  test.each([
    ['other', 1],
    ['office', 1],
    ['corridor', 0.95],
  ])('private names on a zone of kind %s: at least %f are not silent', (kind, least) => {
    const rooms = secret.map(([name, context]) => ({ name, kind, on: CATEGORIES[context] ?? 'park' }));
    expect(1 - silentOf(rooms).length / rooms.length).toBeGreaterThanOrEqual(least);
  });

  test('at least 95 % of the plain names are quiet on the kind that they have', () => {
    const rooms = plain.map(([name, kind]) => ({ name, kind, on: 'park' }));
    expect(silentOf(rooms).length / rooms.length).toBeGreaterThanOrEqual(0.95);
  });
});
