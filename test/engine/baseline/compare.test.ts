import { describe, expect, test } from 'vitest';
import { withBaseline } from '../../../src/engine/baseline/compare.js';
import type { Assumption } from '../../../src/engine/types.js';

const row = (zh: string, origin: Assumption['origin']): Assumption => ({
  what: { zh, en: zh },
  value: { zh: '', en: '' },
  origin,
});

const NOTHING = { counts: { new: 0, changed: 0, unchanged: 0 }, unjudged: 0, gone: [] };

describe('the baseline among the assumptions', () => {
  const file = { path: 'b.json', sha256: 'abc' };
  const rows = (known: boolean) =>
    withBaseline([row('文本', 'law'), row('审查日', 'run'), row('拾音距离', 'law')], { file, known, ...NOTHING });

  test('stands once, after what else the run was given, and all else stands as it did', () => {
    expect(rows(true).map(({ what }) => what.zh)).toEqual([
      '文本',
      '审查日',
      '比对基准“b.json”（SHA-256）',
      '拾音距离',
    ]);
  });

  test('says so where it doesn’t have the plan', () => {
    expect(rows(true)[2]?.value).toEqual({ zh: 'abc', en: 'abc' });
    expect(rows(false)[2]?.value.zh).toBe('abc；其中没有本设计图，各项问题均按新增计');
  });
});
