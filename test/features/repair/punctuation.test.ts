import { describe, expect, test } from 'vitest';
import { repairsOf } from '../../../src/features/repair/repair.js';
import { loadPack } from '../../../src/law/load.js';
import { applyEdits } from '../../../src/source/edit/splice.js';

const options = { pack: loadPack('nm-2017'), today: '2026-11-24' };

const PLAN = `sitecam: 1
site: {name: 测试, categories: [hotel], region: "150102"}
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: hall, kind: corridor, name: 走廊, rect: [0, 0, 9, 3]}
      - {id: wc, kind: restroom, name: 男、女，卫生间, rect: [0, 3, 4, 4]}
    devices:
      - {id: C1, kind: camera, at: [2, 1], height: 2.8, heading: 90, audio: none}
`;

/** The text after repair, and the words that were changed, with line and column. */
function repaired(text: string) {
  const { edits, repairs, after } = repairsOf('plan.yaml', () => new TextEncoder().encode(text), options);
  return {
    text: applyEdits(text, edits),
    made: repairs.map(({ at, from, to }) => `${at.line}:${at.column} ${from} ${to}`),
    ok: after.ok,
  };
}

/** The plan with one thing miswritten. */
function with_(right: string, wrong: string): string {
  expect(PLAN).toContain(right);
  return PLAN.replace(right, wrong);
}

describe('full-width signs of a Chinese keyboard are written as YAML’s', () => {
  test.each([
    ['a colon after a key, in brackets', 'heading: 90', 'heading：90', '10:57 ： :'],
    ['a colon after a key, on a line of its own', 'ceiling: 3', 'ceiling：3', '5:12 ： :'],
    ['commas between numbers', '[0, 0, 9, 3]', '[0，0，9，3]', '7:53 ， ,'],
    ['commas between keys', 'kind: restroom, name', 'kind: restroom， name', '8:32 ， ,'],
    ['a dash', '- id: F1', '－ id： F1', '4:3 －： -:'],
    [
      'all of them',
      'id: hall, kind: corridor, name: 走廊, rect: [0, 0, 9, 3]',
      'id：hall，kind：corridor，name：走廊，rect：［0，0，9，3］',
      '7:10 ：，［］ :,[]',
    ],
    ['quotes', '"150102"', '“150102”', '2:47 “150102” 150102'],
  ])('%s', (_, right, wrong, made) => {
    expect(repaired(with_(right, wrong))).toEqual({ text: PLAN, made: [made], ok: true });
  });

  test('in several places at once, and beside other misspellings', () => {
    const text = with_('ceiling: 3', 'ceiling：3')
      .replace('[0, 3, 4, 4]', '［0，3，4，4］')
      .replace('kind: camera', '类型: cctv');
    expect(repaired(text).text).toBe(PLAN);
  });

  test('and never within a text, so that no name becomes a key', () => {
    const text = with_('kind: restroom, name', 'kind: restroom，name').replace('男、女，卫生间', '男：女，卫生间');
    expect(repaired(text).text).toBe(text.replace('restroom，name', 'restroom, name'));
    for (const plain of [PLAN, PLAN.replace('测试', '【测试】：甲，乙')]) {
      expect(repaired(plain)).toEqual({ text: plain, made: [], ok: true });
    }
  });

  test('what else was meant is left to the author', () => {
    const text = with_('rect: [0, 0, 9, 3]', 'rect: [0，甲，9，3]');
    expect(repaired(text)).toEqual({ text, made: [], ok: false });
    const twice = with_('heading: 90', 'heading: 90, heading：180');
    expect(repaired(twice)).toEqual({ text: twice, made: [], ok: false });
  });
});

describe('a heading', () => {
  test.each([
    ['东', 90],
    ['"东"', 90],
    ['朝北', 0],
    ['西南方向', 225],
    ['NW', 315],
    ['９０', 90],
  ])('%s is written in degrees', (word, degrees) => {
    expect(repaired(with_('heading: 90', `heading: ${word}`)).text).toBe(with_('heading: 90', `heading: ${degrees}`));
  });

  test.each(['西偏南', '北偏东30度', '门口', '90°'])('%s is left', (word) => {
    const text = with_('heading: 90', `heading: ${word}`);
    expect(repaired(text)).toEqual({ text, made: [], ok: false });
  });

  test('no other figure is a direction', () => {
    const text = with_('height: 2.8', 'height: 东');
    expect(repaired(text)).toEqual({ text, made: [], ok: false });
  });
});
