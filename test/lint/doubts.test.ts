import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isDoubtful } from '../../src/lint/doubts/judge.js';
import { meetingWith } from '../../src/lint/doubts/meeting.js';
import { countsForExit } from '../../src/lint/exit.js';
import { lint } from '../../src/lint/lint.js';
import type { LintVerdict, Report } from '../../src/lint/types.js';
import { createSight } from '../../src/sight/sight.js';

/**
 * fixtures/doubts/<fault>/<decided|open|undecided>-<case>.yaml|geojson: a plan with a fault of one element. Its first
 * comments, or `expected` in GeoJSON, say verdicts:
 * `# => OUTCOME RULE SUBJECT` decided, and the fault bears on no figure of it;
 * `… despite ID` decided, with the note that both variants give it;
 * `# => open RULE SUBJECT by ID ID` open, naming these elements alone;
 * `# => undecided RULE SUBJECT` open as it rests on a faulty part.
 */
const FIXTURES = join(import.meta.dirname, '../../fixtures/doubts');
const TODAY = '2026-06-30';

const plans = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.(yaml|geojson)$/.test(path))
  .sort();

function expected(text: string): string[] {
  if (text.startsWith('{')) return JSON.parse(text).expected;
  return [...text.matchAll(/^# => (.+)$/gm)].map(([, line]) => line);
}

function judged(path: string): Report {
  const text = readFileSync(join(FIXTURES, path), 'utf8');
  const result = lint(text, { today: TODAY, path: basename(path) });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  return result;
}

const NOTE =
  /^(?:图中)?(.+)(?:有误（.+），按有、无|处图中未画门，按门、按敞口)两种情形(?:判定结果相同|均未发现不符合)。$/;

function told(verdict: LintVerdict): string {
  const { outcome, rule, subject, doubt, tainted, says } = verdict;
  const name = `${rule} ${subject}`;
  const ids = (text: string) => [...text.matchAll(/“([^”]+)”/g)].map(([, id]) => id);
  if (doubt !== undefined) {
    const { zh } = verdict.message as { zh?: string };
    return `${outcome} ${name} by ${ids(String(zh).replace(/按有墙.*|处按门为.*|因编号重复未予审查.*/, '')).join(' ')}`;
  }
  if (tainted !== undefined) return `undecided ${name}`;
  const note = says.flatMap(({ zh }) => NOTE.exec(zh)?.[1] ?? []);
  return note.length === 0 ? `${outcome} ${name}` : `${outcome} ${name} despite ${ids(note[0]).join(' ')}`;
}

describe('a fault of one drawn element', () => {
  test.each(plans)('%s', (path) => {
    const lines = expected(readFileSync(join(FIXTURES, path), 'utf8'));
    expect(lines.length).toBeGreaterThan(0);
    const verdicts = judged(path).verdicts.map(told);
    for (const line of lines) {
      const [, rule, subject] = line.split(' ');
      expect(verdicts.filter((one) => one.split(' ').slice(1, 3).join() === [rule, subject].join())).toEqual([line]);
    }
    const [start] = basename(path).split('-');
    const faults = judged(path).site.faults.length + (dirname(path) === 'gap' ? 1 : 0);
    expect(faults).toBeGreaterThan(0);
    if (start === 'decided') expect(verdicts.filter((one) => / by |^undecided/.test(one))).toEqual([]);
    if (start === 'open') expect(verdicts.filter((one) => one.startsWith('undecided'))).toEqual([]);
  });
});

/** A camera in a hall beside a restroom, with `count` narrow passages 7 cm off the wall between them. */
function manyPassages(count: number): string {
  const passages = Array.from({ length: count }, (_, n) => {
    const y = 0.4 + 0.14 * n;
    return `{id: p${n}, kind: passage, line: [[7.93, ${y.toFixed(2)}], [7.93, ${(y + 0.1).toFixed(2)}]]}`;
  });
  return `sitecam: 1
site: {name: 示例, categories: [hotel], region: "150102"}
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: hall, kind: corridor, name: 走廊, rect: [0, 0, 8, 4]}
      - {id: wc, kind: restroom, name: 卫生间, rect: [8, 0, 3, 4]}
      - {id: store, kind: store, name: 库房, rect: [8, 4, 3, 3]}
    openings:
      - {id: d0, kind: door, line: [[9, 4], [10, 4]]}
      - {id: d9, kind: door, line: [[1, 0], [2, 0]]}
${passages.map((one) => `      - ${one}`).join('\n')}
    devices:
      - {id: C1, kind: camera, at: [2, 2], height: 2.8, heading: 90, tilt: 15, hfov: 90, resolution: [2560, 1440], audio: none}
`;
}

function viewIn(plan: string): LintVerdict | undefined {
  const result = lint(plan, { today: TODAY });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  const isView = ({ rule, subject }: LintVerdict) => rule === 'capture/view-into-private-zone' && subject === 'C1>wc';
  return result.verdicts.find(isView);
}

describe('many faults', () => {
  test('up to twenty are told of by name', () => {
    const verdict = viewIn(manyPassages(20));
    expect(verdict?.doubt).toMatchObject({ hiding: 'pass', passing: 'fail' });
    expect(verdict?.doubt?.by).toHaveLength(20);
    expect(verdict?.tainted).toBeUndefined();
  });

  test('of more, the verdict is undecided as a whole', () => {
    const verdict = viewIn(manyPassages(24));
    expect(verdict).toMatchObject({ outcome: 'open' });
    expect(verdict?.doubt).toBeUndefined();
    expect(verdict?.tainted?.by.length).toBeGreaterThan(20);
  });
});

describe('a verdict that turns on a doubtful element', () => {
  test('counts for the exit code as any open verdict, and has no penalty', () => {
    const report = judged('opening-on-no-wall/open-into-a-restroom.yaml');
    const verdict = report.verdicts.find(({ doubt }) => doubt !== undefined);
    expect(verdict && countsForExit(verdict, 'error')).toBe(true);
    expect(verdict?.bases.flatMap(({ penalties }) => penalties)).toEqual([]);
    expect(report.summary.undecided).toBe(0);
  });

  test('says so in both languages', () => {
    const report = judged('opening-on-no-wall/open-into-a-restroom.yaml');
    const verdict = report.verdicts.find(({ subject, doubt }) => subject === 'C1>wc' && doubt !== undefined);
    expect(verdict?.message).toMatchObject({
      zh: '“d1”按有墙为“未发现不符合”、按无墙为“不符合”，更正后再判。',
      en: "With a wall at 'd1': 'nothing found'; without: 'fail'. It can't be told until that is corrected.",
    });
    expect(verdict?.advice).toMatchObject({
      zh: '更正“d1”（门窗洞口不在墙上），再行审查。',
      en: "Correct 'd1' (Opening on no wall), then lint again.",
    });
  });

  test('says of devices left out for their ids what holds without and with them', () => {
    const report = judged('duplicate-id/open-harmless-device.yaml');
    expect(report.verdicts.find(({ doubt }) => doubt !== undefined)?.message).toMatchObject({
      zh: '“d9”因编号重复未予审查：不计入为“不适用”、计入为“不符合”，更正后再判。',
      en: "Not judged, since an id is used twice: 'd9'. Left out: 'not applicable'; counted: 'fail'. It can't be told until that is corrected.",
    });
  });

  test('points at the wall that ends before another', () => {
    const verdict = judged('gap/open-wall-ends-before.yaml').verdicts.find(({ doubt }) => doubt !== undefined);
    expect(verdict?.related.at(-1)?.place.pointer).toBe('/levels/0/walls/0');
  });

  test('of one that both variants give, the figures are those of the worse', () => {
    const area = (path: string) =>
      judged(path).verdicts.find(({ subject, rule }) => subject === 'C1>wc' && rule.startsWith('capture/view'))
        ?.evidence?.sightLine?.area ?? 0;
    const text = readFileSync(join(FIXTURES, 'opening-on-no-wall/decided-seen-anyway.yaml'), 'utf8');
    const placed = viewIn(text.replaceAll('7.93', '8'))?.evidence?.sightLine?.area ?? 0;
    expect(area('opening-on-no-wall/decided-seen-anyway.yaml')).toBeCloseTo(placed, 6);
  });
});

test('a plan is judged in variants if it has a doubt, or a gap between walls', () => {
  const isJudgedTwice = (text: string) => {
    const report = lint(text, { today: TODAY });
    if (!report.ok) throw new Error(JSON.stringify(report.unreadable));
    const { site, pack } = report;
    return isDoubtful({ site, sight: createSight(site), pack, today: TODAY });
  };
  const [doubt, gap] = ['opening-on-no-wall/open-into-a-restroom.yaml', 'gap/open-wall-ends-before.yaml'].map((path) =>
    readFileSync(join(FIXTURES, path), 'utf8'),
  );
  expect(isJudgedTwice(doubt)).toBe(true);
  expect(isJudgedTwice(doubt.replaceAll('7.93', '8'))).toBe(false);
  expect(isJudgedTwice(gap)).toBe(true);
  expect(isJudgedTwice(gap.replace('3.85', '4'))).toBe(false);
});

// 三百台设备同一编号：每台只看其附近的疑点，不逐一看全部疑点。
// Devices of one id are as many doubts as devices: to look at all of them for each took seconds of 3000.
test('what a device meets is found without a look at every doubt', () => {
  const devices = Array.from({ length: 300 }, (_, n) => `{id: A, kind: smoke-detector, at: [${1 + 4 * n}, 1]}`);
  const report = lint(
    `sitecam: 1
site: {name: 示例, categories: [hotel], region: "150102"}
coordinates: metres
levels:
  - id: F1
    zones: [{id: hall, kind: corridor, rect: [0, 0, 1300, 2]}]
    devices: [${devices.join(', ')}]
`,
    { today: TODAY, path: 'plan.yaml' },
  );
  if (!report.ok) throw new Error(JSON.stringify(report.unreadable));
  const { site } = report;
  let looks = 0;
  const counted = (site.doubts ?? []).map(
    (doubt) =>
      new Proxy(doubt, {
        get: (target, key, receiver) => {
          looks++;
          return Reflect.get(target, key, receiver);
        },
      }),
  );
  expect(counted.length).toBe(299);
  const meet = meetingWith(createSight(site), counted, 1);
  const [device] = site.levels.flatMap((level) => level.devices);
  const met = counted.map(({ where: [at] }) => meet({ ...device, at: at.a }).length);
  expect(new Set(met)).toEqual(new Set([1]));
  expect(looks).toBeLessThan(20 * counted.length);
});
