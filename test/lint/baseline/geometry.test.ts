import { expect, test } from 'vitest';
import { lint } from '../../../src/index.js';
import { geometryOf } from '../../../src/lint/baseline/geometry.js';
import type { LintVerdict, Report } from '../../../src/lint/types.js';
import { verdictOf } from '../support.js';

const PLAN = `sitecam: 1
site: {name: 测试, categories: [hotel]}
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: hall, kind: corridor, rect: [0, 0, 9, 3]}
      - {id: wc, kind: restroom, rect: [0, 3, 4, 4]}
      - {id: shop, kind: store, rect: [4, 3, 4, 4]}
    walls:
      - {id: w1, line: [[0, 3], [4, 3]], height: 2}
    openings:
      - {id: d1, kind: door, line: [[1, 3], [2, 3]]}
    devices:
      - {id: C1, kind: camera, at: [1, 1], height: 2.8}
      - {id: R1, kind: access-reader, at: [1.5, 2.9], opening: d1}
  - {id: F2, elevation: 4, zones: [{id: up, kind: corridor, rect: [0, 0, 9, 3]}]}
`;

/** What a change of one element does to it, by what is changed. */
const CHANGES: Readonly<Record<string, readonly [from: string, to: string]>> = {
  hall: ['rect: [0, 0, 9, 3]}\n      - {id: wc', 'rect: [0, 0, 9.5, 3]}\n      - {id: wc'],
  wc: ['[0, 3, 4, 4]', '[0, 3, 4, 4.5]'],
  w1: ['height: 2}', 'height: 2.1}'],
  d1: ['[[1, 3], [2, 3]]', '[[1, 3], [2.1, 3]]'],
  C1: ['2.8', '2.9'],
  R1: ['[1.5, 2.9]', '[1.6, 2.9]'],
  F1: ['ceiling: 3', 'ceiling: 3.1'],
  F2: ['elevation: 4', 'elevation: 5'],
};

function read(text: string): Report {
  const result = lint(text, { today: '2026-06-30' });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  return result;
}

const plain = read(PLAN);
const changed = Object.entries(CHANGES).map(([id, [from, to]]) => [id, read(PLAN.replace(from, to))] as const);

/** The elements on which a finding hangs. */
function about(parts: Partial<LintVerdict> & { readonly subject: string }): string {
  const verdict: LintVerdict = {
    ...verdictOf(parts.subject),
    rule: 'coverage/x',
    ...parts,
  };
  const was = geometryOf(plain);
  expect(was.own(verdict)).toMatch(/^[0-9a-f]{32}$/);
  return changed
    .filter(([, report]) => {
      const is = geometryOf(report);
      expect(is.own(verdict) === was.own(verdict)).toBe(is.fromCorner(verdict) === was.fromCorner(verdict));
      return is.own(verdict) !== was.own(verdict);
    })
    .map(([id]) => id)
    .join(' ');
}

const at = (pointer: string) => ({ path: 'plan.yaml', pointer });

test('a finding hangs on the elements that its subject names, and no others', () => {
  expect(about({ subject: 'C1>wc' })).toBe('wc C1');
  expect(about({ subject: 'wc' })).toBe('wc');
  expect(about({ subject: 'F1' })).toBe('F1');
  expect(about({ subject: 'R1' })).toBe('d1 R1');
  expect(about({ subject: 'nothing' })).toBe('');
  expect(about({ subject: 'C1/ptz' })).toBe('');
  expect(about({ subject: 'C1/wc', rule: 'plan/x' })).toBe('wc C1');
  expect(about({ subject: 'C1>wc', rule: 'plan/x' })).toBe('wc C1');
  expect(about({ subject: 'coverage/x:C1>wc', rule: 'waiver/x' })).toBe('wc C1');
  expect(about({ subject: 'C1:wc', rule: 'coverage/x' })).toBe('');
  expect(about({ subject: 'coverage/x:hall/2', rule: 'waiver/x' })).toBe('');
});

test('on the element that it stands in, at whatever depth, and on those it points at', () => {
  expect(about({ subject: 's', place: at('/levels/0/zones/1') })).toBe('wc');
  expect(about({ subject: 's', place: at('/levels/0/zones/1/rect/3') })).toBe('wc');
  expect(about({ subject: 's', place: at('/levels/0/zones/10') })).toBe('F1');
  expect(about({ subject: 's', place: at('/levels/0/name') })).toBe('F1');
  expect(about({ subject: 's', place: at('/levels/0/walls/0/line') })).toBe('w1');
  expect(about({ subject: 's', place: at('/site/name') })).toBe('');
  expect(about({ subject: 's', place: { path: 'other.yaml', pointer: '/levels/0/zones/1' } })).toBe('');
  const caption = { zh: '', en: '' };
  const related = [at('/levels/0/openings/0'), at('/levels/0/zones/0')].map((place) => ({ place, caption }));
  expect(about({ subject: 'C1', related })).toBe('hall d1 C1');
  // In whatever order, and once.
  const verdict: LintVerdict = verdictOf('wc', { related });
  const { own } = geometryOf(plain);
  expect(own({ ...verdict, related: [...related].reverse() })).toBe(own(verdict));
  expect(own({ ...verdict, place: at('/levels/0/zones/1') })).toBe(own(verdict));
});

test('on both levels of a view from one to another', () => {
  expect(about({ subject: 'C1>up', evidence: { level: 'F2', from: 'F1' } })).toBe('C1 F1 F2');
  expect(about({ subject: 'C1>up', evidence: { level: 'F2' } })).toBe('C1');
});

test('not on the faults of the plan that leave it open', () => {
  const report = read(PLAN.replace('kind: store', 'kind: no-such-kind'));
  const [fault] = report.site.faults;
  if (fault === undefined) throw new Error('it has a fault');
  const related = [{ place: fault.place, caption: { zh: '', en: '' } }];
  const verdict: LintVerdict = verdictOf('wc');
  const { own } = geometryOf(report);
  const tainted = { outcome: 'pass' as const, message: verdict.message, by: [] };
  expect(own({ ...verdict, related, tainted })).toBe(own(verdict));
  expect(own({ ...verdict, related })).not.toBe(own(verdict));
});
