import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadPack } from '../../src/law/load.js';
import { type Fixes, fixesFor } from '../../src/lint/fixes/fixes.js';
import { improves } from '../../src/lint/fixes/prove.js';
import { lintPlan } from '../../src/lint/lint.js';
import type { LintVerdict, Report } from '../../src/lint/types.js';
import { rules } from '../../src/rules/registry.gen.js';
import type { Evidence } from '../../src/rules/verdict.js';
import { applyEdits } from '../../src/source/edit/splice.js';
import { messageText } from '../support/message-text.js';

const pack = loadPack('nm-2017');

function lint(path: string, given: ReadonlyMap<string, string> = new Map()): Report {
  const read = (name: string) => {
    const text = given.get(name);
    if (text !== undefined) return new TextEncoder().encode(text);
    return existsSync(name) ? readFileSync(name) : undefined;
  };
  const result = lintPlan(path, read, { pack, today: '2026-11-24' });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  return result;
}

const HOTEL = `sitecam: 1
site: {name: 青城宾馆, categories: [hotel], region: "150102"}
coordinates: metres
deviceTypes:
  bullet: {kind: camera, hfov: 40, resolution: [1920, 1080], audio: microphone}
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: wc, kind: restroom, name: 女卫生间, rect: [0, 0, 4, 3]}
      - {id: hall, kind: corridor, name: 走廊, rect: [0, 3, 12, 4]}
    openings:
      - {id: p1, kind: passage, line: [[1, 3], [2, 3]]}
    devices:
`;

/** The hotel with these devices. */
function hotel(...devices: readonly string[]): string {
  return `${HOTEL}${devices.map((device) => `      ${device}\n`).join('')}`;
}

function judged(text: string): { readonly report: Report; readonly fixes: Fixes } {
  const report = lint('plan.yaml', new Map([['plan.yaml', text]]));
  return { report, fixes: fixesFor(report) };
}

/** What is said of a subject by a rule, and what the edits for it are: id of what to do, edited text. */
function ways({ report, fixes }: ReturnType<typeof judged>, rule: string, subject: string): [string, string][] {
  const found = report.verdicts.find((one) => one.rule === rule && one.subject === subject);
  if (found === undefined) throw new Error(`nothing said of ${subject}`);
  const [file] = report.files;
  return (fixes.of.get(found) ?? []).map(({ message, edits }) => [message.id, applyEdits(file.text, edits)]);
}

const INSIDE = 'capture/device-in-private-zone';
const VIEW = 'capture/view-into-private-zone';
const SOUND = 'capture/sound-from-private-zone';

describe('a microphone that can be left out', () => {
  test('is, of a smoke detector in a restroom; comments stay', () => {
    const before = hotel('- {id: S1, kind: smoke-detector, at: [2, 1], height: 3, audio: microphone} # 感烟');
    expect(ways(judged(before), INSIDE, 'S1>wc')).toEqual([
      ['engine/fix-audio', before.replace('height: 3, audio: microphone} # 感烟', 'height: 3, audio: none} # 感烟')],
    ]);
  });

  test('is, of a camera outside whose type has one: only this device, not its type', () => {
    const before = hotel(
      '- id: C1   # 走廊枪机',
      '  kind: camera',
      '  type: bullet',
      '  at: [3, 3.2]',
      '  height: 2.8',
      '  heading: 90',
      '  tilt: 20',
    );
    expect(ways(judged(before), SOUND, 'C1>wc')).toEqual([
      ['engine/fix-audio', before.replace('# 走廊枪机\n', '# 走廊枪机\n        audio: none\n')],
    ]);
  });

  test('or a camera of a detector, or both', () => {
    const detector = (keys: string) => hotel(`- {id: S1, kind: smoke-detector, at: [2, 1], height: 3, ${keys}}`);
    const [seeing, both] = [detector('video: visible, audio: none'), detector('video: visible, audio: microphone')];
    expect(ways(judged(seeing), INSIDE, 'S1>wc')).toEqual([['engine/fix-video', seeing.replace('visible', 'none')]]);
    expect(ways(judged(both), INSIDE, 'S1>wc')).toEqual([
      ['engine/fix-capture', both.replace('visible, audio: microphone', 'none, audio: none')],
    ]);
  });

  test('isn’t where what is to be replaced stands for something said elsewhere', () => {
    const before = hotel(
      '- {id: M0, kind: microphone, at: [11, 6], height: 2.5, audio: &sound microphone}',
      '- {id: S1, kind: smoke-detector, at: [2, 1], height: 3, audio: *sound}',
    );
    expect(ways(judged(before), INSIDE, 'S1>wc')).toEqual([]);
  });

  test('isn’t where the device is for sound, stands there already, or still takes pictures', () => {
    const none = (device: string) => expect(ways(judged(hotel(device)), INSIDE, 'X>wc')).toEqual([]);
    none('- {id: X, kind: microphone, at: [2, 1], height: 2.5}');
    none('- {id: X, kind: smoke-detector, at: [2, 1], height: 3, audio: microphone, status: existing}');
    none('- {id: X, kind: camera, type: bullet, at: [2, 1], height: 2.5, heading: 0, tilt: 20}');
  });
});

describe('a camera that looks into a restroom', () => {
  const camera =
    '- {id: C1, kind: camera, type: bullet, audio: none, at: [1.5, 6.8], height: 2.8, heading: 180, tilt: 30}';

  test('is turned by the least that helps, or masked', () => {
    const found = judged(hotel(camera));
    const [turn, mask] = ways(found, VIEW, 'C1>wc');
    expect(turn?.[0]).toMatch(/^engine\/fix-(?:left|right)$/);
    const heading = Number(/heading: (\d+)/.exec(turn?.[1] ?? '')?.[1]);
    const nearer = heading > 180 ? heading - 1 : heading + 1;
    const still = judged(hotel(camera.replace('heading: 180', `heading: ${nearer}`)));
    const left = still.report.verdicts.filter(
      ({ subject, outcome }) => /^C1(?:>wc)?$/.test(subject) && outcome !== 'pass',
    );
    expect(left.map(({ rule }) => rule).filter((rule) => rule === VIEW || rule === 'plan/sliver-view')).toHaveLength(1);
    expect(mask?.[0]).toBe('engine/fix-mask');
    expect(mask?.[1]).toMatch(/tilt: 30, masks: \[\{polygon: \[\[.*\]\], permanent: true\}\]\}/);
    const [, polygon = ''] = /masks: \[\{polygon: (\[\[.*\]\])/.exec(mask?.[1] ?? '') ?? [];
    const numbers = polygon.match(/-?\d+(?:\.\d+)?/g) ?? [];
    expect(numbers.length).toBeGreaterThanOrEqual(8);
    // Nobody sets a mask to the micrometre.
    expect(numbers.filter((number) => /\.\d{3}/.test(number))).toEqual([]);
    // A sector about the camera's foot: the two corners of an arc are as far from it.
    const far = [0, 2, 4, 6].map((i) => Math.hypot(Number(numbers[i]) - 1.5, Number(numbers[i + 1]) - 6.8));
    expect(Math.abs(far[0] - far[1])).toBeLessThan(0.015);
    expect(Math.abs(far[2] - far[3])).toBeLessThan(0.015);
    expect(far[2]).toBeGreaterThan(far[1]);
    // Straight before the camera, where the passage is.
    expect(Math.abs((Number(numbers[0]) + Number(numbers[2])) / 2 - 1.5)).toBeLessThan(0.0051);
    expect(Math.abs((Number(numbers[4]) + Number(numbers[6])) / 2 - 1.5)).toBeLessThan(0.0051);
  });

  test('through a closed door it is turned until it only grazes, which is no finding', () => {
    const closed = (device: string) => hotel(device).replace('id: p1, kind: passage', 'id: p1, kind: door');
    const found = judged(closed(camera));
    expect(found.report.verdicts.find(({ subject }) => subject === 'C1>wc')?.outcome).toBe('review');
    const turned = ways(found, VIEW, 'C1>wc').find(([id]) => /fix-(left|right)/.test(id));
    const after = judged(turned?.[1] ?? '').report.verdicts.find(
      ({ rule, subject }) => rule === VIEW && subject === 'wc',
    );
    expect([after?.outcome, after?.evidence?.grazes]).toEqual(['pass', 1]);
  });

  test('a mask goes beside those that are there', () => {
    const with1 = camera.replace(
      'tilt: 30',
      'tilt: 30, masks: [{polygon: [[9, 3], [9, 4], [10, 3]], permanent: true}]',
    );
    const mask = ways(judged(hotel(with1)), VIEW, 'C1>wc').find(([id]) => id === 'engine/fix-mask');
    expect(mask?.[1]).toMatch(/masks: \[\{polygon: \[\[9, 3\].*permanent: true\}, \{polygon: .*permanent: true\}\]\}/);
  });

  test('stays where it covers what must be covered: a turn that costs coverage is none', () => {
    const entrance =
      '      - {id: entrance, kind: main-entrance, name: 主要出入口, rect: [0.2, 3, 2.4, 2]}\n    openings';
    const text = hotel(camera).replace('    openings', entrance);
    const found = judged(text);
    for (const [, edited] of ways(found, VIEW, 'C1>wc')) {
      const after = judged(edited).report;
      const fails = (report: Report) => report.verdicts.filter(({ rule }) => rule.startsWith('coverage/'));
      const outcomes = (report: Report) => fails(report).map(({ rule, subject, outcome }) => [rule, subject, outcome]);
      expect(outcomes(after)).toEqual(outcomes(found.report));
    }
  });

  test('one that stands in the restroom is to be moved: no edit takes the place of that', () => {
    const inside = camera.replace('at: [1.5, 6.8]', 'at: [1.5, 1]');
    const { fixes } = judged(hotel(inside));
    expect(fixes.of.size).toBe(0);
  });
});

describe('an edit that settles one finding', () => {
  const { report } = judged(
    hotel(
      '- {id: C1, kind: camera, type: bullet, audio: none, at: [1.5, 6.8], height: 2.8, heading: 180, tilt: 30}',
    ).replace(
      '    openings',
      '      - {id: entrance, kind: main-entrance, name: 主要出入口, rect: [0.2, 3, 2.4, 2]}\n    openings',
    ),
  );
  const like = (change: (evidence: Evidence) => Evidence): Report => ({
    ...report,
    verdicts: report.verdicts.map((one) =>
      one.evidence === undefined ? one : { ...one, evidence: change(one.evidence) },
    ),
  });
  const seeing = (more: number) =>
    like(({ sightLine, ...rest }) => ({
      ...rest,
      ...(sightLine && { sightLine: { ...sightLine, area: (sightLine.area ?? 0) + more } }),
    }));
  const covering = (less: number) =>
    like(({ coverage, ...rest }) => ({
      ...rest,
      ...(coverage && { coverage: { ...coverage, fraction: coverage.fraction - less } }),
    }));

  test('is none where another then sees more than a rounding, or covers less by more than a tenth', () => {
    expect(report.verdicts.filter(({ outcome }) => outcome === 'fail').map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['coverage/criterion', VIEW]),
    );
    expect([-1, 0, 0.005, 0.02].map((more) => improves(report, seeing(more), []))).toEqual([true, true, true, false]);
    expect([-0.2, 0, 0.09, 0.11].map((less) => improves(report, covering(less), []))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  test('nor where what it is to settle stays', () => {
    const view = report.verdicts.filter(({ rule, outcome }) => rule === VIEW && outcome === 'fail');
    expect(view).toHaveLength(1);
    expect(improves(report, report, view)).toBe(false);
    expect(improves(report, { ...report, verdicts: report.verdicts.filter((one) => !view.includes(one)) }, view)).toBe(
      true,
    );
  });
});

describe('a preset outside the limits of its mount', () => {
  const dome = (home: string) =>
    hotel(
      `- {id: P1, kind: camera, form: ptz, at: [11, 6], height: 2.8, resolution: [1920, 1080], audio: none, ptz: {pan: [350, 90], tilt: [10, 60], hfov: [4, 60], limits: hard, home: ${home}}}`,
    );

  test.each([
    ['heading', '{heading: 330, tilt: 20, hfov: 60}', 'heading: 330', 'heading: 350'],
    ['heading', '{heading: 100.5, tilt: 20, hfov: 60}', 'heading: 100.5', 'heading: 90'],
    ['tilt', '{heading: 0, tilt: 70, hfov: 60}', 'tilt: 70', 'tilt: 60'],
    ['tilt', '{heading: 0, tilt: 5, hfov: 60}', 'tilt: 5', 'tilt: 10'],
    ['hfov', '{heading: 0, tilt: 20, hfov: 70}', 'hfov: 70', 'hfov: 60'],
    ['hfov', '{heading: 0, tilt: 20, hfov: 3}', 'hfov: 3', 'hfov: 4'],
  ])('is put at the nearer one: %s of %s', (key, home, was, is) => {
    const before = dome(home);
    expect(ways(judged(before), 'plan/home-outside-limits', `P1/ptz.home.${key}`)).toEqual([
      ['engine/fix-limit', before.replace(home, home.replace(was, is))],
    ]);
  });
});

/** Every way for every finding that has one, in both languages, and what each edit writes in place of what. */
function pageOf(report: Report, { of, tried, untried }: Fixes): string {
  const lines = report.verdicts.flatMap((verdict) =>
    (of.get(verdict) ?? []).map(({ message, edits }) => {
      const texts = edits.map(({ path, from, to, text }) => {
        const file = report.files.find((one) => one.path === path);
        return `  ${JSON.stringify(file?.text.slice(from - 12, from))} ${JSON.stringify(file?.text.slice(from, to))} → ${JSON.stringify(text)}`;
      });
      const said = (['zh-CN', 'en'] as const).map((locale) => messageText(rules, verdict.rule, message, locale));
      return [`${verdict.outcome} ${verdict.rule} ${verdict.subject}: ${said.join(' | ')}`, ...texts].join('\n');
    }),
  );
  return `${[`tried ${tried}, untried ${untried}`, ...lines].join('\n')}\n`;
}

const PAGES = '../../fixtures/golden/engine/fixes';

describe('what is written, character for character', () => {
  const looks = (keys: string) =>
    hotel(`- {id: C1, kind: camera, audio: none, resolution: [1920, 1080], height: 2.8, ${keys}}`);
  const fixed = (heading: number) => looks(`hfov: 40, tilt: 30, at: [1.5, 6.8], heading: ${heading}`);
  const degrees = ([x, y]: readonly number[]) => [111.7 + x / 84_000, 40.8 + y / 111_000];
  const rect = (id: string, kind: string, [x, y, w, d]: readonly number[]) => ({
    type: 'Feature',
    properties: { element: 'zone', level: 'F1', id, kind },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [x, y],
          [x + w, y],
          [x + w, y + d],
          [x, y + d],
          [x, y],
        ].map(degrees),
      ],
    },
  });
  const geojson = JSON.stringify(
    {
      type: 'FeatureCollection',
      sitecam: {
        version: 1,
        site: { name: '测试', categories: ['hotel'] },
        origin: [111.7, 40.8],
        levels: [{ id: 'F1', ceiling: 3 }],
      },
      features: [
        rect('wc', 'restroom', [0, 0, 4, 3]),
        rect('hall', 'corridor', [0, 3, 12, 4]),
        {
          type: 'Feature',
          properties: { element: 'opening', level: 'F1', id: 'p1', kind: 'passage' },
          geometry: {
            type: 'LineString',
            coordinates: [
              [1, 3],
              [2, 3],
            ].map(degrees),
          },
        },
        {
          type: 'Feature',
          properties: {
            element: 'device',
            level: 'F1',
            id: 'C1',
            kind: 'camera',
            audio: 'none',
            resolution: [1920, 1080],
            height: 2.8,
            hfov: 40,
            tilt: 30,
            heading: 180,
          },
          geometry: { type: 'Point', coordinates: degrees([1.5, 6.8]) },
        },
      ],
    },
    undefined,
    1,
  );
  const far = hotel(
    '- {id: C1, kind: camera, type: bullet, audio: none, at: [1.5, 6.8], height: 2.8, heading: 180, tilt: 30}',
  )
    .replace(/rect: \[(\d+), (\d+)/g, (_, x, y) => `rect: [${523_000 + Number(x)}, ${4_512_000 + Number(y)}`)
    .replace('[[1, 3], [2, 3]]', '[[523001, 4512003], [523002, 4512003]]')
    .replace('[1.5, 6.8]', '[523001.5, 4512006.8]');
  const plans: readonly (readonly [title: string, text: string, path?: string])[] = [
    ...[180, 180.5, 150, 200].map((heading) => [`heading ${heading}`, fixed(heading)] as const),
    [
      'varifocal',
      looks(
        'form: varifocal, varifocal: {hfov: [28, 40], locked: true}, hfov: 40, tilt: 30, at: [1.5, 6.8], heading: 180',
      ),
    ],
    [
      'ptz',
      looks(
        'form: ptz, at: [1.5, 6.8], heading: 180, tilt: 30, hfov: 40, ptz: {pan: [170, 190], tilt: [25, 35], hfov: [30, 40], limits: hard}',
      ),
    ],
    ['a fisheye', looks('form: fisheye, at: [1.5, 4.5]')],
    [
      'two sensors',
      looks(
        'form: multi-sensor, at: [1.5, 6.8], sensors: [{heading: 180, tilt: 30, hfov: 40}, {heading: 90, tilt: 30, hfov: 40}]',
      ),
    ],
    [
      'with its tolerances',
      looks('hfov: 40, tilt: 30, at: [1.5, 6.8], heading: 180, tolerance: {heading: 1, tilt: 1}'),
    ],
    ['without a tilt', looks('hfov: 40, at: [1.5, 6.8], heading: 180')],
    ['without a height', fixed(180).replace('height: 2.8, ', '')],
    ['lower than people', fixed(180).replace('height: 2.8', 'height: 1.9')],
    ['from aside', fixed(180).replace('[1.5, 6.8]', '[3.5, 5]').replace('heading: 180', 'heading: 225')],
    ['along the wall', fixed(180).replace('[1.5, 6.8]', '[11.5, 3.4]').replace('heading: 180', 'heading: 270')],
    ['a face terminal', fixed(180).replace('C1, kind: camera', 'C1, kind: face-terminal')],
    [
      'an intercom',
      fixed(180)
        .replace('C1, kind: camera', 'C1, kind: intercom')
        .replace('audio: none', 'video: visible, audio: none'),
    ],
    [
      'a heading from the type',
      fixed(180)
        .replace(', heading: 180', ', type: t')
        .replace('  bullet:', '  t: {kind: camera, heading: 180}\n  bullet:'),
    ],
    [
      'masks of the type',
      fixed(180)
        .replace('heading: 180', 'heading: 180, type: t')
        .replace(
          '  bullet:',
          '  t: {kind: camera, masks: [{polygon: [[9, 3], [9, 4], [10, 3]], permanent: true}]}\n  bullet:',
        ),
    ],
    ['a turned drawing', fixed(150).replace('coordinates', 'north: 30\ncoordinates')],
    ['on a national grid', far],
    ['in degrees', geojson, 'plan.geojson'],
    [
      'two rooms',
      fixed(180).replace(
        '    openings:',
        '      - {id: wc2, kind: restroom, rect: [4, 0, 4, 3]}\n    openings:\n      - {id: p2, kind: passage, line: [[4.5, 3], [5.5, 3]]}',
      ),
    ],
    [
      'in one, and into another',
      fixed(180)
        .replace('[1.5, 6.8]', '[1.5, 2.8]')
        .replace('[0, 0, 4, 3]', '[0, 1.5, 4, 1.5]')
        .replace(
          '    openings:',
          '      - {id: wc2, kind: restroom, rect: [0, -3, 4, 4.5]}\n    openings:\n      - {id: p2, kind: passage, line: [[1, 1.5], [2, 1.5]]}',
        ),
    ],
    [
      'two rooms in one view',
      fixed(180)
        .replace('[1.5, 6.8]', '[3.4, 6.8]')
        .replace('hfov: 40, tilt', 'hfov: 70, tilt')
        .replace(
          '    openings:',
          '      - {id: wc2, kind: restroom, rect: [4, 0, 4, 3]}\n    openings:\n      - {id: p2, kind: passage, line: [[4.5, 3], [5.5, 3]]}',
        ),
    ],
    [
      'rooms all round',
      fixed(203)
        .replace('[1.5, 6.8]', '[6, 5]')
        .replace('hfov: 40, tilt', 'hfov: 84, tilt')
        .replace('[[1, 3], [2, 3]]', '[[3, 3], [3.9, 3]]')
        .replace(
          '    openings:',
          `      - {id: e, kind: restroom, rect: [12, 3, 4, 4]}
      - {id: n, kind: restroom, rect: [0, 7, 12, 3]}
      - {id: w, kind: restroom, rect: [-4, 3, 4, 4]}
      - {id: s, kind: restroom, rect: [4, 0, 8, 3]}
    openings:
      - {id: pe, kind: passage, line: [[12, 3.2], [12, 6.8]]}
      - {id: pn, kind: passage, line: [[0.2, 7], [11.8, 7]]}
      - {id: pw, kind: passage, line: [[0, 3.2], [0, 6.8]]}
      - {id: ps, kind: passage, line: [[5.5, 3], [6.5, 3]]}`,
        ),
    ],
    [
      'of which the sound is heard, too',
      fixed(180).replace('audio: none', 'audio: microphone').replace('[1.5, 6.8]', '[1.5, 3.5]'),
    ],
    [
      'a slow dome',
      looks(
        'form: ptz, at: [1.5, 6.8], heading: 180, tilt: 30, hfov: 40, ptz: {pan: [178, 182], tilt: [29, 31], hfov: [38, 40], limits: hard}, tolerance: {heading: 0.2, tilt: 0.2}',
      ),
    ],
    [
      'a faulty plan',
      fixed(180).replace('    openings:', '      - {id: odd, kind: nonsense, rect: [20, 0, 4, 3]}\n    openings:'),
    ],
    ['an installed camera', fixed(180).replace('audio: none', 'audio: none, status: existing')],
  ];

  test('of small plans', async () => {
    const page = plans.map(([title, text, path = 'plan.yaml']) => {
      const report = lint(path, new Map([[path, text]]));
      return `# ${title}\n${pageOf(report, fixesFor(report))}`;
    });
    await expect(page.join('\n')).toMatchFileSnapshot(`${PAGES}.txt`);
  });
});

test('of many findings the worst are tried, and the others counted', () => {
  const cameras = Array.from(
    { length: 23 },
    (_, n) => `- {id: S${n}, kind: smoke-detector, at: [${(1 + n / 10).toFixed(1)}, 1], height: 3, audio: microphone}`,
  );
  const { fixes, report } = judged(hotel(...cameras));
  expect([fixes.tried, fixes.untried, fixes.of.size]).toEqual([20, 3, 20]);
  const inOrder = report.verdicts.filter(({ rule, outcome }) => rule === INSIDE && outcome === 'fail');
  expect([...fixes.of.keys()]).toEqual(inOrder.slice(0, 20));
  // What is open or for review is asked for as well, and what passes is not.
  const outcomes = ['open', 'review', 'pass', 'notApplicable'] as const;
  const verdicts = inOrder.slice(0, 6).map((one, n) => ({ ...one, outcome: outcomes[n] ?? one.outcome }));
  const { tried, untried } = fixesFor({ ...report, verdicts });
  expect([tried, untried]).toEqual([4, 0]);
});

const SITES = [
  ...[
    'bank-branch',
    'boarding-school',
    'hospital-outpatient',
    'ktv',
    'museum',
    'polling-station',
    'qingcheng-hotel',
  ].map((site) => `fixtures/sites/${site}/violations.yaml`),
  'fixtures/sites/residential-compound/violations.geojson',
];

const BAD: readonly string[] = ['review', 'open', 'fail'];
const weight = ({ outcome, tainted }: LintVerdict) => BAD.indexOf(tainted?.outcome ?? outcome);
const named = (report: Report) => {
  const all = new Map<string, number>();
  for (const one of report.verdicts) {
    const name = `${one.rule} ${one.subject}`;
    all.set(name, Math.max(all.get(name) ?? -1, weight(one)));
  }
  return all;
};

describe.each(SITES)('%s', (path) => {
  test('each edit gives a plan that lints without the finding and without a worse one', {
    timeout: 60_000,
  }, async () => {
    const report = lint(path);
    const fixes = fixesFor(report);
    expect(fixes.tried).toBeGreaterThan(0);
    await expect(pageOf(report, fixes)).toMatchFileSnapshot(`${PAGES}.${path.split('/')[2]}.txt`);
    const before = named(report);
    for (const [verdict, ways] of fixes.of) {
      for (const { edits } of ways) {
        const edited = new Map(
          report.files.map((file) => [
            file.path,
            applyEdits(
              file.text,
              edits.filter((edit) => edit.path === file.path),
            ),
          ]),
        );
        const after = named(lint(path, edited));
        expect(after.get(`${verdict.rule} ${verdict.subject}`) ?? -1).toBe(-1);
        const worse = [...after].filter(([name, bad]) => bad > (before.get(name) ?? -1));
        expect(worse).toEqual([]);
      }
    }
  });
});
