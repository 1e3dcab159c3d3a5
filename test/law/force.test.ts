// Which laws are in force where and when, and how they rank.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { byRank, governs, isInForce, packsInForce, shippedFor } from '../../src/law/force.js';
import { allPacks, loadPack } from '../../src/law/load.js';

const DAY = '2026-03-01';
const ids = (region: string | undefined, categories: readonly string[], today = DAY) =>
  packsInForce({ region, categories, today }).map(({ id }) => id);

describe('The laws in force', () => {
  it.each([
    ['150102', [], DAY, ['nm-2017', 'cn-799-2025']],
    ['150102', ['hotel'], DAY, ['nm-2017', 'cn-799-2025']],
    ['150102', ['cultural-entertainment-venue'], DAY, ['nm-2017', 'cn-799-2025', 'cn-entertainment']],
    ['150102', ['hotel', 'cultural-entertainment-venue'], DAY, ['nm-2017', 'cn-799-2025', 'cn-entertainment']],
    ['150102', ['key-unit'], DAY, ['nm-2017', 'cn-799-2025', 'cn-421-2004']],
    [
      '150102',
      ['key-unit', 'cultural-entertainment-venue'],
      DAY,
      ['nm-2017', 'cn-799-2025', 'cn-421-2004', 'cn-entertainment'],
    ],
    [undefined, ['hotel'], DAY, ['nm-2017', 'cn-799-2025']],
    ['440100', ['hotel'], DAY, ['cn-799-2025']],
    ['440100', ['cultural-entertainment-venue'], DAY, ['cn-799-2025', 'cn-entertainment']],
    ['150102', ['hotel'], '2025-04-01', ['nm-2017', 'cn-799-2025']],
    ['150102', ['hotel'], '2025-03-31', ['nm-2017']],
    ['440100', ['hotel'], '2025-03-31', []],
    ['150102', ['cultural-entertainment-venue'], '2025-03-31', ['nm-2017', 'cn-entertainment']],
    ['810000', ['hotel'], DAY, []],
    ['DE', ['hotel'], DAY, []],
  ] as const)('at %s for %j on %s are %j', (region, categories, today, expected) => {
    expect(ids(region, categories, today)).toEqual(expected);
  });

  it('end with the last day of a law', () => {
    const law = loadPack('nm-2017');
    const ended = { ...law, applies: { ...law.applies, until: '2026-02-28' } };
    const of = { region: '150102', categories: [] };
    expect(isInForce(ended, { ...of, today: '2026-02-28' })).toBe(true);
    expect(isInForce(ended, { ...of, today: '2026-03-01' })).toBe(false);
  });

  it('never contain a law whose text is incomplete', () => {
    for (const region of ['150102', '410100', '440100']) {
      expect(shippedFor({ region, categories: ['hotel', 'key-unit'] }).filter(({ incomplete }) => incomplete)).toEqual(
        [],
      );
    }
  });

  it('govern by prefix, by country, or by the code of another place', () => {
    const law = loadPack('nm-2017');
    const of = (...regions: readonly string[]) => ({ ...law, applies: { regions } });
    expect(governs(of('15'), '150102')).toBe(true);
    expect(governs(of('15'), '115000')).toBe(false);
    expect(governs(of('CN'), '150102')).toBe(true);
    expect(governs(of('CN'), '820000')).toBe(false);
    expect(governs(of('DE'), 'DE-BY')).toBe(true);
    expect(governs(of('DE'), 'DK')).toBe(false);
  });

  it('rank: those of the State Council before those of a region', () => {
    const ranked = allPacks().toSorted(byRank);
    expect(ranked.at(-1)?.applies.regions).not.toContain('CN');
    expect(byRank(loadPack('cn-799-2025'), loadPack('cn-entertainment'))).toBe(0);
  });

  it('begin on the day that the statute itself gives', () => {
    for (const { id, applies } of allPacks()) {
      const statute = readFileSync(`src/law/packs/${id}/statute.zh.txt`, 'utf8');
      const [, year, month, day] = /本条例自(\d+)年(\d+)月(\d+)日起施行。/.exec(statute) ?? [];
      if (year === undefined) continue;
      expect(applies.from, id).toBe(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
    }
  });
});
