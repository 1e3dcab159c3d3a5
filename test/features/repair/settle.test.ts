import { describe, expect, test } from 'vitest';
import { applyProven, encoded } from '../../../src/features/repair/apply-proven.js';
import { loadPack } from '../../../src/law/load.js';
import { lintPlan } from '../../../src/lint/lint.js';

test('a text is read again as it is, whatever it begins with', () => {
  for (const text of ['', 'x', '\ufeffx', '\ufeff\ufeffx']) {
    expect(new TextDecoder().decode(encoded(text))).toBe(text);
  }
});

describe('a round of repairs', () => {
  const plan = (kinds: readonly string[]) => `sitecam: 1
site: {name: 测试, categories: [hotel], region: "150102"}
levels:
  - id: F1
    ceiling: 3
    zones:
${kinds.map((kind, n) => `      - {id: z${n}, kind: ${kind}, rect: [${n * 5}, 0, 4, 3]}\n`).join('')}`;

  function round(text: string) {
    const options = { pack: loadPack('nm-2017'), today: '2026-11-24' };
    const lint = (files: ReadonlyMap<string, Uint8Array>) => {
      tries.push([...files.values()].map((bytes) => new TextDecoder().decode(bytes)).join());
      return lintPlan('plan.yaml', (name) => files.get(name) ?? encoded(text), options);
    };
    const tries: string[] = [];
    const before = lintPlan('plan.yaml', () => encoded(text), options);
    const { kept, doubts, result } = applyProven(before, lint);
    return { kept: kept.map(({ from }) => from), doubts: doubts.map(({ from, why }) => [from, why.id]), result, tries };
  }

  test('tries all at once, and takes them where that is proved', () => {
    const text = plan(['走廊', 'toilet', 'Corridor']);
    const { kept, doubts, result, tries } = round(text);
    expect(kept).toEqual(['走廊', 'toilet', 'Corridor']);
    expect([doubts, tries.length]).toEqual([[], 1]);
    expect(result.files[0]?.text).toBe(plan(['corridor', 'restroom', 'corridor']));
  });

  test('else each half by itself, so that one that can’t be proved keeps no other back', () => {
    // A part that is then stated to be absent changes what is said of it, whatever the kinds of devices are.
    const text = `${plan(['corridor'])}    devices:
      - {id: S1, kind: 烟感, at: [1, 1]}
      - {id: S2, kind: Smoke-Detector, at: [2, 1]}
`;
    const bad = text.replace('region', 'absent: [{role: 主要出入口, reason: 无, by: 甲}], region');
    const { kept, doubts, result, tries } = round(bad);
    expect(kept.toSorted()).toEqual(['Smoke-Detector', '烟感']);
    expect(doubts).toEqual([['主要出入口', 'repair/unproved']]);
    expect(result.files[0]?.text).toBe(bad.replace('烟感', 'smoke-detector').replace('Smoke-D', 'smoke-d'));
    expect(tries.length).toBeGreaterThan(2);
    expect(tries.length).toBeLessThan(6);
  });

  test('does nothing where nothing is misspelt', () => {
    const { kept, doubts, tries, result } = round(plan(['corridor']));
    expect([kept, doubts, tries]).toEqual([[], [], []]);
    expect(result.ok).toBe(true);
  });
});
