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
    const text = plan(['coridor', 'restrom', 'corridr']);
    const { kept, doubts, result, tries } = round(text);
    expect(kept).toEqual(['coridor', 'restrom', 'corridr']);
    expect([doubts, tries.length]).toEqual([[], 1]);
    expect(result.files[0]?.text).toBe(plan(['corridor', 'restroom', 'corridor']));
  });

  test('else each half by itself, so that one that can’t be proved keeps no other back', () => {
    // A type by a guess clears what would be a prohibited capture; the kinds of other zones on the level do not.
    const bad = `${plan(['coridor', 'restroom', 'corridr'])}    devices:
      - {id: C1, kind: camera, type: dmoe-4mp, at: [7, 1], height: 2.7, tilt: 20}
deviceTypes:
  dome-4mp: {kind: camera, heading: 120, hfov: 40, resolution: [2560, 1440], video: none, audio: none}
`;
    const { kept, doubts, result, tries } = round(bad);
    expect(kept.toSorted()).toEqual(['coridor', 'corridr']);
    expect(doubts).toEqual([['dmoe-4mp', 'repair/unproved']]);
    expect(result.files[0]?.text).toBe(bad.replace('coridor', 'corridor').replace('corridr', 'corridor'));
    expect(tries.length).toBeGreaterThan(2);
    expect(tries.length).toBeLessThan(6);
  });

  test('does nothing where nothing is misspelt', () => {
    const { kept, doubts, tries, result } = round(plan(['corridor']));
    expect([kept, doubts, tries]).toEqual([[], [], []]);
    expect(result.ok).toBe(true);
  });
});
