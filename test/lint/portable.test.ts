import { describe, expect, test } from 'vitest';
import { loadPack } from '../../src/law/load.js';
import { compareWithBaseline } from '../../src/lint/baseline/compare.js';
import { snapshotOf } from '../../src/lint/baseline/snapshot.js';
import { fixesFor } from '../../src/lint/fixes/fixes.js';
import { decode, encode } from '../../src/lint/support/codec.js';
import { fromPortable, type Portable, toPortable } from '../../src/lint/support/portable.js';
import type { LintResult, Report } from '../../src/lint/types.js';
import { locate } from '../../src/source/place/locate.js';
import { fixturePlans, lintedPlan } from '../support/linted.js';

const pack = loadPack('nm-2017');

/** As it comes out of a file or another thread. */
function carried(result: LintResult, today = '2026-03-01'): LintResult {
  return fromPortable(decode(encode(toPortable(result))) as Portable, { pack, today });
}

function read(result: LintResult): Report {
  if (!result.ok) throw new Error('the plan is readable');
  return result;
}

describe('a result that was carried elsewhere', () => {
  test.each([...fixturePlans('sites'), ...fixturePlans('malformed')])('%s is the same', (path) => {
    const result = lintedPlan(path);
    expect(carried(result)).toEqual(result);
  });

  test('shares the pack and its kinds, which are not carried', () => {
    const result = read(lintedPlan('fixtures/sites/ktv/violations.yaml'));
    const again = read(carried(result));
    expect(again.pack).toBe(pack);
    expect(again.site.pack).toBe(pack);
    const specs = again.site.levels.flatMap(({ zones }) => zones.map(({ spec }) => spec));
    expect(specs.length).toBeGreaterThan(0);
    for (const spec of specs) expect(pack.zoneKinds).toContain(spec);
    expect(encode(toPortable(result)).includes(pack.clauses[0].text.zh)).toBe(false);
  });

  test('has waivers and fixes that are those of its own verdicts', () => {
    const plan = `sitecam: 1
site: {name: 旅店, categories: [hotel]}
levels: [{id: F1, ceiling: 3, zones: [{id: way, kind: corridor, rect: [0, 0, 12, 2]}]}]
waivers: [{rule: coverage/criterion, subject: way, reason: 二期, by: 张某, until: 2099-01-01}]
`;
    const again = read(carried(lintedPlan('w.yaml', { 'w.yaml': plan })));
    const waived = again.verdicts.filter(({ waiver }) => waiver !== undefined);
    expect(waived).toHaveLength(1);
    expect(waived[0].waiver).toBe(again.site.waivers[0]);

    const found = read(lintedPlan('fixtures/sites/ktv/violations.yaml'));
    const fixed = { ...found, fixes: fixesFor(found) };
    const { fixes, verdicts } = read(carried(fixed));
    expect(fixes?.of.size).toBe(fixed.fixes.of.size);
    expect(fixes?.of.size).toBeGreaterThan(0);
    for (const verdict of fixes?.of.keys() ?? []) expect(verdicts).toContain(verdict);
  });

  test('beside a baseline is the same, too', () => {
    const found = read(lintedPlan('fixtures/sites/ktv/violations.yaml'));
    for (const findings of [snapshotOf(found), undefined]) {
      const compared = compareWithBaseline(found, { file: { path: 'b.json', sha256: 'ab' }, findings });
      expect(carried(compared)).toEqual(compared);
    }
    const portable = toPortable(found);
    const baseline = { file: { path: 'b.json', sha256: 'ab' }, findings: [] };
    const again = read(fromPortable(portable, { pack, today: '2026-03-01', baseline }));
    expect(again.options).toEqual({ pack, today: '2026-03-01' });
  });

  test('is of the day that is said, where the day changes no verdict', () => {
    const result = read(lintedPlan('fixtures/sites/ktv/plan.yaml'));
    const later = read(carried(result, '2027-05-06'));
    expect(later.today).toBe('2027-05-06');
    expect(JSON.stringify(later.assumptions)).toContain('2027年5月6日');
    expect(later.verdicts).toEqual(result.verdicts);
  });

  test('knows the places that were looked up, and finds the others', () => {
    const again = read(carried(lintedPlan('fixtures/sites/ktv/plan.yaml')));
    const fresh = read(lintedPlan('fixtures/sites/ktv/plan.yaml'));
    const place = (pointer: string) => ({ path: again.path, pointer });
    for (const pointer of [again.verdicts[0].place.pointer, '/site/name', '/levels/0/zones/0/kind']) {
      expect(locate(again.files[0], place(pointer))).toEqual(locate(fresh.files[0], place(pointer)));
    }
  });
});
