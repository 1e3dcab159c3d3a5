import { describe, expect, test } from 'vitest';
import { loadPack } from '../../../src/law/load.js';
import { lintPlan } from '../../../src/lint/lint.js';
import { clausesOf } from '../../../src/rules/bases.js';
import { advice, text } from './judged.js';

const pack = loadPack('nm-2017');

const YARD = (camera: string, f1 = 'ceiling: 3') => `
sitecam: 1
site: {name: 示例, categories: [hotel], region: "150102"}
coordinates: metres
levels:
  - id: F1
    name: 一层
    elevation: 0
    ${f1}
    zones:
      - {id: yard, kind: yard, name: 院落, rect: [-10, -30, 40, 30]}
    devices:
      - {id: C1, kind: camera, at: [2, -15], ${camera}, heading: 0, tilt: 5, hfov: 60, resolution: [1920, 1080], audio: none}
  - id: F2
    name: 二层
    elevation: 3.3
    ceiling: 3
    zones:
      - {id: r201, kind: guest-room, name: 客房201, rect: [0, 0, 4, 5]}
      - {id: hall2, kind: corridor, name: 走廊, rect: [0, 5, 20, 2]}
    openings:
      - {id: w201, kind: window, line: [[1, 0], [3, 0]], sill: 0.9}
      - {id: d201, kind: door, line: [[1, 5], [1.9, 5]]}
`;

function said(plan: string, rule: string, subject: string) {
  const bytes = new TextEncoder().encode(plan);
  const result = lintPlan('plan.yaml', (path) => (path === 'plan.yaml' ? bytes : undefined), {
    pack,
    today: '2026-03-01',
  });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  const found = result.verdicts.find((verdict) => verdict.rule === rule && verdict.subject === subject);
  if (found === undefined) throw new Error(`${rule} says nothing of ${subject}`);
  return found;
}

describe('a view of another level', () => {
  const found = said(YARD('height: 3'), 'capture/view-into-private-zone', 'C1>r201');

  test('is judged like one of the same level', () => {
    expect(found.outcome).toBe('fail');
    expect(clausesOf(found)).toContain('nm-2017/9.2(1)');
  });

  test('names both levels, in both languages', () => {
    expect(found.message.params.stands).toEqual({ zh: '“院落”（一层）', en: "'院落' (一层)" });
    expect(found.message.params.zoneKind).toEqual({ zh: '客房，位于二层', en: 'guest room, on 二层' });
    expect(text(found)).toMatch(
      /^设备“C1”设于“院落”（一层），其最大可视范围经“w201”（窗，未标明永久遮蔽）可及“客房201”（客房，位于二层）/,
    );
    expect(text(found, 'en')).toContain("of '客房201' (guest room, on 二层)");
    expect(found.evidence?.level).toBe('F2');
    expect(found.evidence?.from).toBe('F1');
    expect(found.evidence?.sightLine?.openings).toEqual(['w201']);
  });

  test('upwards is not helped by a mask, which lies on the floor', () => {
    expect(advice(found)).toContain('不能遮挡向上的视线');
    expect(advice(found, 'en')).not.toContain('permanent mask');
  });
});

describe('what the plan says too little to tell', () => {
  const review = (plan: string) => {
    const verdict = said(plan, 'capture/cross-level', 'C1>r201');
    expect(verdict.outcome).toBe('review');
    return verdict.message.params.reason;
  };

  test('says what is missing', () => {
    expect(review(YARD('name: x'))).toEqual({
      zh: '图中未标明其安装高度',
      en: 'the drawing does not give its mount height',
    });
    expect(review(YARD('height: 3', 'walls: []'))).toEqual({
      zh: '图中未标明“一层”的净高',
      en: "the drawing does not say how high the rooms of '一层' are",
    });
    expect(review(YARD('height: 3, tolerance: {position: 0.5}'))).toEqual({
      zh: '图中标明其位置有允许偏差',
      en: 'the drawing gives a tolerance for its position',
    });
  });

  test('is not also a view that counts', () => {
    const verdict = said(YARD('name: x'), 'capture/view-into-private-zone', 'r201');
    expect(verdict.outcome).toBe('pass');
  });
});
