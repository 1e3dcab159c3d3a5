import { describe, expect, it } from 'vitest';
import { densityLevels, densityStandard } from '../../src/law/complete-pack.js';

const IDS = ['monitor', 'detect', 'observe', 'recognise', 'identify'];

describe('levels of detail', () => {
  it('are those of EN 62676-4:2015, finer and finer, and name their source', () => {
    const levels = densityLevels('2015');
    expect(levels.map(({ id, density }) => [id, density])).toEqual([
      ['monitor', 12.5],
      ['detect', 25],
      ['observe', 62.5],
      ['recognise', 125],
      ['identify', 250],
    ]);
    for (const { name, source, edition, confirmed } of levels) {
      expect([name.zh, name.en].every((text) => text.length > 0)).toBe(true);
      expect([source.zh, source.en, edition, confirmed]).toEqual(['EN 62676-4:2015', 'EN 62676-4:2015', '2015', true]);
    }
  });

  it('say that they are no national standard', () => {
    expect(densityStandard.note.zh).toContain('不是条例所称国家有关标准');
    expect(densityStandard.note.en).toContain('none of the national standards');
  });

  it('of the 2025 edition are unconfirmed but for the 500 px/m to identify, and without a name judge nothing', () => {
    const edition = densityStandard.editions.find((one) => one.edition === '2025');
    expect(edition?.levels.filter(({ confirmed }) => confirmed)).toEqual([
      { id: 'identify', density: 500, confirmed: true },
    ]);
    expect(edition?.levels.flatMap(({ confirmed, density }) => (confirmed ? [] : [density]))).toEqual(
      IDS.slice(0, 4).map(() => undefined),
    );
    expect(edition?.note?.zh).toContain('未经核对');
    expect(densityLevels('2025')).toEqual([]);
  });

  it('have the same ids in every edition, and there is no other edition', () => {
    for (const { levels } of densityStandard.editions) expect(levels.map(({ id }) => id)).toEqual(IDS);
    expect(() => densityLevels('2019')).toThrow("no edition '2019'");
  });
});
