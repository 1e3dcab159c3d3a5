import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { difference, isEmpty } from '../../../src/features/diff/compare/diff.js';
import type { AreaChange, Compared } from '../../../src/features/diff/compare/types.js';
import { diffCode } from '../../../src/features/diff/compare/verdicts.js';
import { editText } from '../../../src/features/diff/edits.js';
import { changeText } from '../../../src/features/diff/sentences.js';
import { containsPoint } from '../../../src/geometry/index.js';
import { loadPack } from '../../../src/law/load.js';
import { lint } from '../../../src/lint/lint.js';
import { sightForReport } from '../../../src/lint/support/report-sight.js';
import type { Report } from '../../../src/lint/types.js';
import { fixturePlans, lintedPlan } from '../../support/linted.js';
import { lintedWith } from '../../support/linted-with.js';
import { NEW, OLD } from './plans.js';

function judged(text: string, path = OLD): Report {
  const result = lintedPlan(path, { [path]: text });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable[0]));
  return result;
}

const text = readFileSync(OLD, 'utf8');
const [old, now] = [judged(text), judged(readFileSync(NEW, 'utf8'))];
const [there, back] = [difference(old, now), difference(now, old)];

describe('a plan beside itself', () => {
  test.each(fixturePlans('sites').filter((path) => /plan\.(yaml|geojson)$/.test(path)))('%s: nothing', (path) => {
    const first = judged(readFileSync(path, 'utf8'), path);
    // As it comes from another thread or a cache: nothing is the same object.
    expect(isEmpty(difference(first, structuredClone(first)))).toBe(true);
  });

  test('with faults: nothing', () => {
    const path = 'fixtures/malformed/duplicate-id.yaml';
    const faulty = fixturePlans('malformed').find((one) => {
      const result = lintedPlan(one);
      return result.ok && result.site.faults.length > 0;
    });
    const one = faulty ?? path;
    expect(isEmpty(difference(judged(readFileSync(one, 'utf8'), one), judged(readFileSync(one, 'utf8'), one)))).toBe(
      true,
    );
  });

  test('with comments, other quotes and more room: nothing', () => {
    const spelt = text
      .replace(/^( +)- \{id: (\w+), /gm, '$1- {"id":   $2,   ')
      .replace(/\n/g, '   # x\n')
      .replace('sitecam: 1   # x', 'sitecam: 1');
    expect(isEmpty(difference(old, judged(spelt)))).toBe(true);
  });

  test('as JSON: nothing', async () => {
    const { parse } = await import('yaml');
    const path = OLD.replace('.yaml', '.json');
    expect(isEmpty(difference(old, judged(JSON.stringify(parse(text)), path)))).toBe(true);
  });

  test('shifted as a whole: nothing but that', () => {
    const moved = text
      .replace(/rect: \[([\d.]+), ([\d.]+)/g, (_, x, y) => `rect: [${Number(x) + 100}, ${Number(y) + 50}`)
      .replace(
        /(line: |at: )(\[.*?\])(?=[,}] ?[a-z}]|\})/g,
        (_, key, list) =>
          `${key}${list.replace(/\[(-?[\d.]+), (-?[\d.]+)\]/g, (_: string, x: string, y: string) => `[${Number(x) + 100}, ${Number(y) + 50}]`)}`,
      );
    const found = difference(old, judged(moved));
    expect(found.shift).toEqual({
      east: expect.closeTo(100, 6),
      north: expect.closeTo(50, 6),
      distance: expect.closeTo(Math.hypot(100, 50), 6),
    });
    expect(isEmpty(found)).toBe(true);
  });
});

/** What is said of a verdict, short. */
function told(compared: Compared, rule: string, subject: string) {
  const edit = compared.verdicts.find(
    (one) => (one.new ?? one.old)?.rule === rule && (one.new ?? one.old)?.subject === subject,
  );
  return edit && { change: edit.change, from: edit.old?.outcome, to: edit.new?.outcome, why: edit.why };
}

const numberOf = (id: string) => there.edits.find((edit) => edit.of === 'element' && edit.id === id)?.number;

describe('verdicts', () => {
  test('a camera that looks through a door that is open now: new, for camera and door', () => {
    const found = told(there, 'capture/view-into-private-zone', 'C09>changing');
    expect(found).toMatchObject({ change: 'new', to: 'fail' });
    expect(found?.why.slice(0, 2)).toEqual([
      { edit: numberOf('C09'), how: 'subject' },
      { edit: numberOf('d-changing'), how: 'evidence' },
    ]);
  });

  test('an entrance without its camera: worse, for the camera', () => {
    const found = told(there, 'coverage/protected', 'entrance-rear');
    expect(found).toMatchObject({ change: 'worse', from: 'pass', to: 'fail' });
    expect(found?.why[0]).toEqual({ edit: numberOf('C08'), how: 'evidence' });
  });

  test('the other way round what was worse is better, and what is new is gone', () => {
    expect(told(back, 'coverage/protected', 'entrance-rear')).toMatchObject({
      change: 'better',
      from: 'fail',
      to: 'pass',
    });
    expect(told(back, 'capture/view-into-private-zone', 'C09>changing')).toMatchObject({
      change: 'gone',
      from: 'fail',
    });
    expect(back.verdicts).toHaveLength(there.verdicts.length);
    expect(back.unchanged).toBe(there.unchanged);
  });

  test('each hangs on an edit', () => {
    for (const { why, old, new: now } of [...there.verdicts, ...back.verdicts]) {
      expect(why, `${(now ?? old)?.rule} ${(now ?? old)?.subject}`).not.toEqual([]);
    }
  });

  test('a law that only asked for a review and now is not complied with: worse, though another already was not', () => {
    // 另一部法规原本就判不符合，总的结论不变；但国务院令第799号一项由须审查判定变为不符合。
    // Another law is not complied with before and after; that of the State Council goes from review to fail.
    const kept = `sitecam: 1
site: {name: X, categories: [hotel], region: "150102"}
coordinates: metres
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: wc, kind: restroom, rect: [0, 0, 4, 4], public: false}
    openings:
      - {id: d1, kind: door, line: [[1, 4], [1.9, 4]]}
    devices:
      - {id: C1, kind: camera, at: [2, 1], height: 2.6, heading: 0, tilt: 20, hfov: 90, resolution: [1920, 1080], audio: none}
`;
    const [before, after] = [kept, kept.replace(', public: false', '')].map((plan) =>
      lintedWith(plan, { today: '2026-01-01' }, 'plan.yaml'),
    );
    const worse = difference(before, after);
    expect(worse.edits).toMatchObject([{ id: 'wc', keys: [{ key: 'public', from: false, to: undefined }] }]);
    expect(told(worse, 'capture/device-in-private-zone', 'C1>wc')).toMatchObject({
      change: 'worse',
      from: 'fail',
      to: 'fail',
      why: [{ how: 'subject' }],
    });
    expect(diffCode(worse, 'error')).toBe(1);
    const [edit] = worse.verdicts;
    expect(changeText(edit, worse)).toMatchObject({
      zh: '加重：不符合 → 不符合（国务院令第799号第八条第一款第（三）项：须审查判定 → 不符合）',
      en: 'worse: fail → fail (State Council Order 799 Art. 8(1)(3): review → fail)',
    });
    expect(told(difference(after, before), 'capture/device-in-private-zone', 'C1>wc')).toMatchObject({
      change: 'better',
    });
  });

  test('one that is under another id is the same one', () => {
    const renamed = difference(old, judged(text.replaceAll('C03', 'C33')));
    expect(renamed.edits).toMatchObject([{ id: 'C33', was: 'C03', keys: [] }]);
    expect(renamed.verdicts).toEqual([]);
  });

  test('what is waived is neither better nor worse, and no longer waived is worse', () => {
    const path = 'fixtures/sites/ktv/violations.yaml';
    const plain = readFileSync(path, 'utf8');
    const subject = judged(plain, path).verdicts.find(
      ({ rule, outcome }) => rule === 'coverage/criterion' && outcome === 'fail',
    )?.subject;
    const waived = `${plain}\nwaivers:\n  - {rule: coverage/criterion, subject: ${subject}, reason: 另行设计, by: 张三, until: 2030-01-01}\n`;
    const there = difference(judged(plain, path), judged(waived, path));
    expect(told(there, 'coverage/criterion', String(subject))).toMatchObject({
      change: 'waived',
      why: [{ edit: 1, how: 'subject' }],
    });
    expect(there.edits).toMatchObject([
      { of: 'fact', group: 'waiver', path: `waivers[coverage/criterion ${subject}]`, from: undefined },
    ]);
    const back = difference(judged(waived, path), judged(plain, path));
    expect(told(back, 'coverage/criterion', String(subject))).toMatchObject({ change: 'unwaived' });
    expect([diffCode(there, 'warning'), diffCode(back, 'warning'), diffCode(back, 'error')]).toEqual([0, 1, 0]);
  });

  test('a wall on the way hangs together with the view that it ends', () => {
    const hidden = text.replace(
      '    openings:\n',
      '    walls:\n      - {id: w-screen, line: [[3, 6.05], [3, 6.9]], material: opaque}\n    openings:\n',
    );
    const found = difference(old, judged(hidden));
    const ended = told(found, 'capture/view-into-private-zone', 'C03>k1');
    expect(ended).toMatchObject({ change: 'gone', why: [{ edit: 1, how: 'evidence' }] });
  });

  test('a way in without its sign hangs on the sign before the camera that was turned as well', () => {
    const signed = readFileSync('fixtures/rules/signs/approach/pass-before-the-inner-door.yaml', 'utf8')
      .replace(
        '{id: S1, at: [10, 5], heading: 270}',
        '{id: S1, at: [4.5, 0.2], heading: 0}\n      - {id: S2, at: [20, 5], heading: 270}',
      )
      .replace('at: [10.2, 4.9], height: 2.8, heading: 100', 'at: [9.8, 7.8], height: 2.8, heading: 225');
    const by = (plan: string): Report => {
      const result = lint(plan, { pack: loadPack('cn-799-2025'), today: '2026-03-01' });
      if (!result.ok) throw new Error('unreadable');
      return result;
    };
    const turned = signed.replace('heading: 225', 'heading: 215');
    const lost = turned.replace('{id: S1, at: [4.5, 0.2], heading: 0}', '{id: S1, at: [4, 7.9], heading: 0}');
    const found = difference(by(signed), by(lost));
    const number = (id: string) => found.edits.find((edit) => edit.of === 'element' && edit.id === id)?.number;
    expect(found.edits.map((edit) => edit.of === 'element' && edit.id)).toEqual(['C1', 'S1']);
    expect(told(found, 'signs/approach', 'd1')).toMatchObject({
      change: 'worse',
      why: [
        { edit: number('S1'), how: 'rule' },
        { edit: number('C1'), how: 'evidence' },
      ],
    });
    // Those that a verdict is said to rest on are in its evidence.
    const none = difference(by(turned), by(signed.replace(/ {4}signs:[\s\S]*/, '')));
    expect(told(none, 'signs/approach', 'site/signs')?.why.slice(0, 2)).toEqual([
      { edit: none.edits.find((edit) => edit.of === 'element' && edit.id === 'S1')?.number, how: 'evidence' },
      { edit: none.edits.find((edit) => edit.of === 'element' && edit.id === 'S2')?.number, how: 'evidence' },
    ]);
  });
});

describe('exit code', () => {
  test('1 where a verdict that counts is new or worse, as lint counts', () => {
    expect([diffCode(there, 'error'), diffCode(there, 'never'), diffCode(back, 'error')]).toEqual([1, 0, 0]);
    // Reviews that are new count only where they are asked for.
    const fewer = judged(
      text.replace('at: [0.2, 7], height: 2.7, heading: 90', 'at: [2.6, 7], height: 2.7, heading: 90'),
    );
    const moved = difference(old, fewer);
    expect(moved.verdicts.some(({ change, new: now }) => change === 'new' && now?.outcome === 'review')).toBe(true);
    expect([diffCode(moved, 'error'), diffCode(moved, 'review')]).toEqual([0, 1]);
  });

  test('a plan that is new counts all it finds, one that is gone nothing', () => {
    expect([diffCode(difference(undefined, now), 'error'), diffCode(difference(now, undefined), 'error')]).toEqual([
      1, 0,
    ]);
    expect(isEmpty(difference(undefined, old))).toBe(false);
  });
});

describe('areas', () => {
  const byZone = (list: readonly AreaChange[]) => new Map(list.map((one) => [`${one.zone} ${one.level}`, one]));

  test('what one gains the other way round is lost', () => {
    for (const of of ['coverage', 'privacy'] as const) {
      const [a, b] = [byZone(there[of]), byZone(back[of])];
      expect(a.size).toBeGreaterThan(2);
      expect([...b.keys()].sort()).toEqual([...a.keys()].sort());
      for (const [key, one] of a) {
        const other = b.get(key);
        expect(other?.lost).toBeCloseTo(one.gained, 9);
        expect(other?.gained).toBeCloseTo(one.lost, 9);
        expect(other?.seen).toEqual({ old: expect.closeTo(one.seen.new, 9), new: expect.closeTo(one.seen.old, 9) });
      }
    }
  });

  test('gains and losses make up the difference of what is seen', () => {
    for (const { seen, gained, lost } of [...there.coverage, ...there.privacy]) {
      // Up to what is too small to be said.
      expect(Math.abs(seen.new - seen.old - (gained - lost))).toBeLessThan(0.02);
    }
  });

  /** m between samples: a figure is off by less than the length of its outlines times half of this. */
  const STEP = 0.08;

  test('agree with a count of points within 0.15 m² and 2 %', () => {
    for (const [of, world] of [
      ['coverage', 'must'],
      ['privacy', 'may'],
    ] as const) {
      for (const change of there[of]) {
        const counted = sampled(change, world);
        for (const part of ['gained', 'lost'] as const) {
          const tolerance = 0.15 + 0.02 * change[part];
          expect(Math.abs(counted[part] - change[part]), `${of} ${change.zone} ${part}`).toBeLessThan(tolerance);
        }
      }
    }
  });

  test('what is drawn has the areas that are said', () => {
    for (const { outlines, gained, lost } of [...there.coverage, ...there.privacy]) {
      expect(areaOf(outlines.gained)).toBeCloseTo(gained, 1);
      expect(areaOf(outlines.lost)).toBeCloseTo(lost, 1);
    }
  });

  /** Points of the zone that only one of the plans sees. The zones of these edits where something is seen are the same in both. */
  function sampled({ zone: id, level, density }: AreaChange, world: 'must' | 'may') {
    const views = (report: Report, at: number | undefined) =>
      report.site.levels
        .flatMap((one) => one.devices)
        .filter(({ status }) => status !== 'removed')
        .flatMap((device) => [...sightForReport(report).view(device, level, at ?? 0, world)]);
    const [before, after] = [views(old, density.old), views(now, density.new)];
    const zone = now.site.levels.flatMap(({ zones }) => zones).find((one) => one.id === id);
    const points = zone?.region.rings.flat() ?? [];
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    let [gained, lost] = [0, 0];
    for (let x = Math.min(...xs) + STEP / 2; x < Math.max(...xs); x += STEP) {
      for (let y = Math.min(...ys) + STEP / 2; y < Math.max(...ys); y += STEP) {
        if (zone === undefined || !containsPoint(zone.region, [x, y])) continue;
        const [was, is] = [before, after].map((list) => list.some((region) => containsPoint(region, [x, y])));
        if (is && !was) gained += STEP * STEP;
        if (was && !is) lost += STEP * STEP;
      }
    }
    return { gained, lost };
  }

  function areaOf(rings: AreaChange['outlines']['gained']): number {
    // Holes of even-odd rings lie in rings that wind the other way: taken away by being counted with their sign.
    const signed = rings.map((ring) =>
      ring.reduce((sum, [x, y], n) => {
        const [px, py] = ring.at(n - 1) ?? [0, 0];
        return sum + (px * y - x * py) / 2;
      }, 0),
    );
    return Math.abs(signed.reduce((sum, one) => sum + one, 0));
  }
});

describe('what is stated', () => {
  test.each([
    [
      '  categories: [cultural-entertainment-venue]',
      '  categories: [hotel]',
      ['site.categories[hotel]', 'site.categories[cultural-entertainment-venue]'],
    ],
    ['    ceiling: 3.3', '    ceiling: 3.1', ['levels[F1].ceiling']],
    ['name: 敕勒川歌城', 'name: 另一歌城', ['site.name']],
    ['  region: "150104"', '  region: "150102"', ['site.region']],
    ['north: 0', 'north: 12', ['north']],
  ])('%s → %s', (from, to, paths) => {
    const found = difference(old, judged(text.replace(from, to)));
    expect(found.edits.map((edit) => (edit.of === 'fact' ? edit.path : edit.id)).sort()).toEqual([...paths].sort());
  });

  test('categories bear on what they ask for', () => {
    const found = difference(old, judged(text.replace('[cultural-entertainment-venue]', '[hotel]')));
    expect(found.verdicts.length).toBeGreaterThan(0);
    for (const { why } of found.verdicts) expect(why).not.toEqual([]);
  });
});

describe('where an element was and is', () => {
  /** A plan of a button that moves and two that stay, so that the plan isn't shifted as a whole. */
  const among = (unit: string, at: string) =>
    judged(`sitecam: 1
site: {name: 小店, categories: [hotel], region: "150102"}
coordinates: ${unit}
levels:
  - id: F1
    devices:
      - {id: P1, kind: panic-button, at: ${at}}
      - {id: P2, kind: panic-button, at: [0, 0]}
      - {id: P3, kind: panic-button, at: [0, 0]}
`);
  const moved = (old: Report, now: Report) => {
    const compared = difference(old, now);
    return compared.edits.flatMap((edit) => (edit.of === 'element' ? editText(edit, compared).en : []));
  };

  test('is written in the unit of its file', () => {
    const text = 'moved 1.50 m, ';
    expect(moved(among('metres', '[1, 2]'), among('metres', '[2.5, 2]'))).toEqual([`${text}(1, 2) → (2.5, 2)`]);
    expect(moved(among('millimetres', '[1000, 2000]'), among('millimetres', '[2500, 2000]'))).toEqual([
      `${text}(1000, 2000) → (2500, 2000)`,
    ]);
    expect(moved(among('millimetres', '[5001000, 2000]'), among('centimetres', '[500250, 200]'))).toEqual([
      `${text}(5001000, 2000) → (500250, 200)`,
    ]);
  });
});
