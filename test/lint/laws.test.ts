// Which laws a plan is judged by: by region, category, day and choice, and what its report says of them.
import { describe, expect, test } from 'vitest';
import { partsOf } from '../../src/law/compose.js';
import { loadPack } from '../../src/law/load.js';
import { lint } from '../../src/lint/lint.js';
import type { LintResult } from '../../src/lint/types.js';

const HOTEL = 'hotel';
const VENUE = 'cultural-entertainment-venue';
const DAY = '2026-06-30';
const [NM, ORDER, SHOWS] = ['nm-2017', 'cn-799-2025', 'cn-entertainment'] as const;

type Options = Partial<Parameters<typeof lint>[1]>;

function judged(region: string | undefined, category: string, options: Options = {}): LintResult {
  const plan = `sitecam: 1
site: {name: 示例, categories: [${category}]${region === undefined ? '' : `, region: "${region}"`}}
levels: [{id: F1, zones: [{id: z, kind: lobby, rect: [0, 0, 4, 4]}]}]
`;
  return lint(plan, { today: DAY, ...options });
}

function lawsOf(result: LintResult): string[] {
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  return partsOf(result.pack).map(({ id }) => id);
}

function cautionsOf(result: LintResult): string[] {
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  return (result.cautions ?? []).map(({ text }) => text.zh);
}

describe('A plan is judged by', () => {
  test.each<[string | undefined, string, string, Options, readonly string[]]>([
    ['150102', HOTEL, DAY, {}, [NM, ORDER]],
    ['150102', VENUE, DAY, {}, [NM, ORDER, SHOWS]],
    ['150102', 'key-unit', DAY, {}, [NM, ORDER, 'cn-421-2004']],
    [undefined, HOTEL, DAY, {}, [NM, ORDER]],
    ['440100', HOTEL, DAY, {}, [ORDER]],
    ['440100', VENUE, DAY, {}, [ORDER, SHOWS]],
    ['150102', HOTEL, '2025-03-31', {}, [NM]],
    ['150102', HOTEL, '2025-04-01', {}, [NM, ORDER]],
    // Packs that are added come first, and drop none.
    ['150102', HOTEL, DAY, { added: loadPack(SHOWS) }, [SHOWS, NM, ORDER]],
    ['150102', HOTEL, DAY, { added: loadPack(ORDER) }, [ORDER, NM]],
    ['150102', HOTEL, DAY, { added: loadPack(`${ORDER}+${SHOWS}`) }, [ORDER, SHOWS, NM]],
    ['440100', HOTEL, DAY, { added: loadPack(NM) }, [NM, ORDER]],
    ['440100', HOTEL, '2025-03-31', { added: loadPack(NM) }, [NM]],
    // A pack that is given is all there is.
    ['150102', HOTEL, DAY, { pack: NM }, [NM]],
    ['440100', VENUE, DAY, { pack: NM }, [NM]],
    ['150102', HOTEL, DAY, { pack: loadPack(`${ORDER}+${NM}`) }, [ORDER, NM]],
    ['150102', HOTEL, DAY, { pack: NM, added: loadPack(ORDER) }, [NM]],
  ])('in %s, a %s on %s (%#)', (region, category, today, options, expected) => {
    expect(lawsOf(judged(region, category, { ...options, today }))).toEqual(expected);
  });

  test('no law that isn’t in force: then it isn’t judged at all', () => {
    for (const [region, today] of [
      ['440100', '2025-03-31'],
      ['810000', DAY],
    ] as const) {
      const result = judged(region, HOTEL, { today });
      expect(result).toMatchObject({ ok: false, terms: { plans: ['plan.yaml'] } });
      expect(result.ok ? [] : result.unreadable.map(({ code }) => code)).toEqual(['engine/no-law']);
    }
  });

  test('the same pack object as other plans of its kind, for what is worked out once for a pack', () => {
    const added = loadPack(SHOWS);
    for (const options of [{}, { added }]) {
      const [a, b] = [judged('150102', HOTEL, options), judged('150103', HOTEL, options)];
      expect(a.ok && b.ok && a.pack === b.pack).toBe(true);
    }
  });
});

describe('A report says first', () => {
  test('nothing of laws where all in force judge', () => {
    expect(cautionsOf(judged('150102', HOTEL))).toEqual([]);
    expect(cautionsOf(judged('150102', VENUE))).toEqual([]);
  });

  test('which laws in force it isn’t judged by, and who chose so', () => {
    const only = { pack: NM };
    expect(cautionsOf(judged('150102', HOTEL, only))[0]).toBe(
      '依运行时的指定，未按下列现行法规审查：公共安全视频图像信息系统管理条例。',
    );
    expect(cautionsOf(judged('150102', VENUE, { ...only, distrust: true }))[0]).toBe(
      '依审查人指定，未按下列现行法规审查：公共安全视频图像信息系统管理条例、娱乐场所管理条例。',
    );
    expect(cautionsOf(judged('150102', HOTEL, { pack: ORDER }))[0]).toBe(
      '依运行时的指定，未按下列现行法规审查：内蒙古自治区公共安全技术防范管理条例。',
    );
  });

  test('that the law of the region itself isn’t there', () => {
    expect(cautionsOf(judged('440100', HOTEL))).toEqual([
      '本地区地方性法规未收入，未按其审查；图中载明的地区代码为440100。',
    ]);
  });

  test('that a law wasn’t in force yet', () => {
    expect(cautionsOf(judged('150102', HOTEL, { today: '2025-03-31' }))).toEqual([
      '公共安全视频图像信息系统管理条例自2025年4月1日起施行，审查日在此之前，未列入审查依据。',
    ]);
  });

  test('that a law judges which isn’t in force there', () => {
    const far = cautionsOf(judged('440100', HOTEL, { added: loadPack(NM) }));
    expect(far).toContain('下列审查依据在审查日不适用于本地区，系依指定列入：内蒙古自治区公共安全技术防范管理条例。');
    const early = cautionsOf(judged('150102', HOTEL, { added: loadPack(ORDER), today: '2025-03-31' }));
    expect(early).toEqual(['下列审查依据在审查日不适用于本地区，系依指定列入：公共安全视频图像信息系统管理条例。']);
  });

  test('what a text lacks that somebody chose to judge by, which never judges by default', () => {
    const byDefault = judged('410102', HOTEL);
    expect(lawsOf(byDefault)).toEqual([ORDER]);
    expect(cautionsOf(byDefault)).toEqual([
      '适用于本地区的河南省公共安全技术防范管理条例文本不全（现有文本止于第二十八条，未载施行日期和附则），未列入审查依据；需按其审查的，请加 --pack hen-2016。',
    ]);
    expect(byDefault.ok && byDefault.cautions?.[0]?.text.en).toContain('say --pack hen-2016.');
    const chosen = judged('410102', HOTEL, { added: loadPack('hen-2016') });
    expect(lawsOf(chosen)).toEqual(['hen-2016', ORDER]);
    expect(cautionsOf(chosen)[0]).toBe(
      '依指定列入审查依据的河南省公共安全技术防范管理条例，现有文本止于第二十八条，未载施行日期和附则；请核对现行文本。',
    );
  });

  test('which region is assumed where the plan states none', () => {
    expect(cautionsOf(judged(undefined, HOTEL))).toEqual([
      '图中未载明地区代码，按适用内蒙古自治区公共安全技术防范管理条例的地区审查。',
    ]);
  });
});

test('A camera in a fitting room of a mall fails by default', () => {
  const result = lint(
    `sitecam: 1
site: {name: 商场, categories: [shopping-mall], region: "150102"}
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: fitting, kind: fitting-room, name: 试衣间, rect: [0, 0, 3, 3]}
    devices:
      - {id: C1, kind: camera, at: [1, 1], heading: 90, hfov: 90, tilt: 30, height: 2.6, resolution: [1920, 1080]}
`,
    { today: DAY },
  );
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  const about = result.verdicts.filter(({ subject }) => subject === 'C1>fitting');
  expect(about.some(({ outcome }) => outcome === 'fail')).toBe(true);
});
