import { describe, expect, test } from 'vitest';
import { nearestValidId } from '../../../src/features/repair/ids.js';
import { lint, loadPack, repairsOf } from '../../../src/index.js';
import { applyEdits } from '../../../src/source/edit/splice.js';

describe('the nearest id that may be one', () => {
  test.each([
    ['d 1', 'd-1'],
    ['  d 1  ', 'd-1'],
    ['d > / 1', 'd-1'],
    ['>d/', 'd'],
    ['d\u200b1', 'd1'],
    ['\ufeffd\u00ad1\u0007', 'd1'],
    ['d\u00a01', 'd-1'],
    ['e\u0301', '\u00e9'],
    ['\u0041\u200b\u030a', '\u00c5'],
    ['d\n1', 'd-1'],
    ['>', ''],
    ['门1', '门1'],
  ])('%j: %j', (id, to) => {
    expect(nearestValidId(id)).toBe(to);
  });
});

describe('ids are left', () => {
  const plan = (zones: string, more = '') => `sitecam: 1
site: {name: 测试, categories: [hotel], region: "150102"}
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: hall, kind: corridor, rect: [0, 0, 9, 3]}
${zones.replace(/^/gm, '      ')}
${more}`;
  const zone = (id: string, n: number) => `- {id: ${id}, kind: store, rect: [${10 * n}, 10, 4, 4]}`;
  const found = (text: string) => {
    const options = { pack: loadPack('nm-2017'), today: '2026-11-24' };
    const { edits, suggestions } = repairsOf('plan.yaml', () => new TextEncoder().encode(text), options);
    return {
      text: applyEdits(text, edits),
      left: suggestions.map(({ from, to, why }) => [from, to, why.id.replace('repair/', '')].join(' ')),
    };
  };

  test('where two would become the same', () => {
    const text = plan(`${zone('a b', 1)}\n${zone('a/b', 2)}\n${zone('c d', 3)}`);
    expect(found(text)).toEqual({
      text: text.replace('c d', 'c-d'),
      left: ['a b a-b taken', 'a/b a-b taken'],
    });
  });

  test('where nothing would be left of one', () => {
    const text = plan(zone('">"', 1));
    expect(found(text)).toEqual({ text, left: [] });
  });

  test('where a waiver names the old one, in whole or in part, or the new one as a part', () => {
    const waiver = (subject: string) =>
      `waivers:\n  - {rule: coverage/criterion, subject: "${subject}", reason: x, by: y, until: 2027-01-01}\n`;
    for (const subject of ['a b', 'C>a b', 'a-b', 'C>a-b', 'a-b/2', 'x:a-b', 'a-b@1']) {
      expect(found(plan(zone('a b', 1), waiver(subject))).left, subject).toEqual(['a b a-b waiver']);
    }
    for (const subject of ['a-bc', 'a']) {
      expect(found(plan(zone('a b', 1), waiver(subject))).left, subject).toEqual([]);
    }
  });

  test('where the id, or what refers to it, has an anchor', () => {
    const anchored = plan(zone('&x a b', 1));
    expect(found(anchored)).toEqual({ text: anchored, left: ['a b a-b marked'] });
    const door = `    openings:\n      - {id: d 1, kind: door, line: [[1, 3], [2, 3]]}\n    devices:\n      - {id: R1, kind: access-reader, at: [1, 2.9], opening: &o d 1}\n`;
    const alias = door.replace('opening: &o d 1', 'name: &o d 1, opening: *o');
    for (const more of [door, alias]) {
      expect(found(plan(zone('s', 1), more))).toEqual({ text: plan(zone('s', 1), more), left: ['d 1 d-1 references'] });
    }
  });

  test('but are renamed where types refer to them, and what is only called alike stays', () => {
    const more = `    openings:\n      - {id: d 1, kind: door, line: [[1, 3], [2, 3]]}\n    devices:\n      - {id: R1, type: t, at: [1, 2.9]}\n      - {id: C1, kind: camera, name: d 1, at: [5, 1]}\ndeviceTypes:\n  t: {kind: access-reader, opening: d 1}\n`;
    const text = plan(zone('s', 1), more);
    expect(found(text)).toEqual({
      text: text.replace('{id: d 1', '{id: d-1').replace('opening: d 1', 'opening: d-1'),
      left: [],
    });
    expect(lint(found(text).text, { today: '2026-11-24' })).toMatchObject({ ok: true, site: { faults: [] } });
  });

  test('levels, wherever they are named', () => {
    const text = plan(
      zone('s', 1).replace('rect', 'levels: [F 2], rect'),
      '  - {id: F 2, zones: []}\noverrides:\n  hall: {levels: [F 2]}\n',
    );
    expect(found(text).text).toBe(text.replaceAll('F 2', 'F-2'));
  });
});
