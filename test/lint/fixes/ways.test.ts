import { describe, expect, test } from 'vitest';
import { withoutCapture } from '../../../src/lint/fixes/audio.js';
import { withinLimits } from '../../../src/lint/fixes/fixes.js';
import { masked } from '../../../src/lint/fixes/mask.js';
import { smallestTurns } from '../../../src/lint/fixes/turn.js';
import type { Proposal } from '../../../src/lint/fixes/types.js';
import { watcherOf } from '../../../src/lint/fixes/views.js';
import type { LintVerdict, Report } from '../../../src/lint/types.js';
import type { DeviceKind } from '../../../src/plan/model.js';
import { lintedWith } from '../../support/linted-with.js';

const INSIDE = 'capture/device-in-private-zone';
const SOUND = 'capture/sound-from-private-zone';
const VIEW = 'capture/view-into-private-zone';

function plan(devices: readonly string[], more = ''): string {
  return `sitecam: 1
site: {name: 青城宾馆, categories: [hotel], region: "150102"}
coordinates: metres
${more}levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: wc, kind: restroom, name: 女卫生间, rect: [0, 0, 4, 3]}
      - {id: hall, kind: corridor, name: 走廊, rect: [0, 3, 12, 4]}
    openings:
      - {id: p1, kind: passage, line: [[1, 3], [2, 3]]}
    devices:
${devices.map((device) => `      - ${device}\n`).join('')}`;
}

function first(report: Report, rule: string): LintVerdict {
  const found = report.verdicts.find((one) => one.rule === rule && one.outcome !== 'notApplicable');
  if (found === undefined) throw new Error(`nothing said by ${rule}`);
  return found;
}

describe('what a device is left without', () => {
  const KINDS: readonly DeviceKind[] = [
    'camera',
    'face-terminal',
    'intercom',
    'microphone',
    'intrusion-detector',
    'panic-button',
    'access-reader',
    'door-contact',
    'metal-detector',
    'smoke-detector',
    'other',
  ];
  const CAPTURES = [
    ['none', 'none'],
    ['none', 'microphone'],
    ['none', 'two-way'],
    ['none', 'unknown'],
    ['visible', 'none'],
    ['thermal', 'microphone'],
    ['depth', 'none'],
    ['unknown', 'none'],
  ] as const;
  const STATUS = ['planned', 'existing'] as const;
  const devices = KINDS.flatMap((kind) =>
    CAPTURES.flatMap(([video, audio]) =>
      STATUS.map((status) => ({ id: `${kind}-${video}-${audio}-${status}`, kind, video, audio, status })),
    ),
  );
  const report = lintedWith(
    plan(
      devices.map(({ id, kind, video, audio, status }) => {
        return `{id: ${id}, kind: ${kind}, at: [2, 1], height: 2.5, video: ${video}, audio: ${audio}, status: ${status}}`;
      }),
    ),
  );
  const like = first(report, 'capture/device-in-private-zone');
  const ways = (rule: string, subject: string) =>
    withoutCapture({ ...like, rule, subject }, report).map(({ message, edits }) => `${message.id} ${edits.length}`);
  const SENSING = /^(?:intrusion|panic|access|door|metal|smoke)-/;
  const hears = (id: string) => /-(?:microphone|two-way)-/.test(id) && !/^(?:microphone|intercom|other)-/.test(id);
  const sees = (id: string) => SENSING.test(id) && /-(?:visible|thermal)-/.test(id);

  test('inside: the sound of what is there for something else, the pictures of what senses', () => {
    for (const { id, status } of devices) {
      const [audio, video] = [hears(id), sees(id)];
      const what = audio && video ? 'capture 2' : audio ? 'audio 1' : 'video 1';
      const expected = status === 'existing' || !(audio || video) ? [] : [`engine/fix-${what}`];
      expect(ways(INSIDE, `${id}>wc`), id).toEqual(expected);
    }
  });

  test('outside: the sound alone', () => {
    for (const { id, status } of devices) {
      const expected = status === 'existing' || !hears(id) ? [] : ['engine/fix-audio 1'];
      expect(ways(SOUND, `${id}>wc`), id).toEqual(expected);
    }
  });

  test('nothing for what no device is named in, or another rule says', () => {
    const id = 'smoke-detector-thermal-microphone-planned';
    expect(ways(INSIDE, `${id}>wc`)).toHaveLength(1);
    expect([ways(INSIDE, 'wc'), ways(INSIDE, id), ways(INSIDE, 'gone>wc'), ways(VIEW, `${id}>wc`)]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });
});

describe('a preset outside its limits', () => {
  const ptz = (keys: string) =>
    `{id: P1, kind: camera, form: ptz, at: [11, 6], height: 2.8, audio: none, ptz: {limits: hard, ${keys}}}`;
  const clipped = (device: string, more = '') => {
    const report = lintedWith(plan([device], more));
    return report.verdicts
      .filter(({ rule }) => rule === 'plan/home-outside-limits')
      .flatMap((verdict) =>
        withinLimits(verdict, report).map(({ message: { params }, edits }) => {
          return `${params.key} ${params.from} → ${params.to}: ${edits.map(({ text }) => text).join()}`;
        }),
      );
  };
  const home = (heading: number, tilt = 20, hfov = 30) => `home: {heading: ${heading}, tilt: ${tilt}, hfov: ${hfov}}`;

  test('is put at the nearer one', () => {
    const at = (heading: number) => clipped(ptz(`pan: [350, 90], ${home(heading)}`));
    expect([at(350), at(90), at(0)]).toEqual([[], [], []]);
    expect(at(349)).toEqual(['ptz.home.heading 349 → 350: 350']);
    expect(at(91)).toEqual(['ptz.home.heading 91 → 90: 90']);
    // Half way: where it has gone too far.
    expect([at(219), at(220), at(221)]).toEqual([
      ['ptz.home.heading 219 → 90: 90'],
      ['ptz.home.heading 220 → 90: 90'],
      ['ptz.home.heading 221 → 350: 350'],
    ]);
    expect(clipped(ptz(`pan: [10.1, 20.3], ${home(25.7)}`))).toEqual(['ptz.home.heading 25.7 → 20.3: 20.3']);
  });

  test('as its file counts headings', () => {
    const north = 'north: 30\n';
    expect(clipped(ptz(`pan: [350, 90], ${home(349)}`), north)).toEqual(['ptz.home.heading 349 → 350: 350']);
    expect(clipped(ptz(`pan: [350, 90], ${home(91)}`), north)).toEqual(['ptz.home.heading 91 → 90: 90']);
  });

  test('of tilt and of field at either end', () => {
    const at = (tilt: number, hfov: number) => clipped(ptz(`tilt: [10, 60], hfov: [4, 60], ${home(0, tilt, hfov)}`));
    expect([at(10, 4), at(60, 60)]).toEqual([[], []]);
    expect(at(9, 4)).toEqual(['ptz.home.tilt 9 → 10: 10']);
    expect(at(61, 60)).toEqual(['ptz.home.tilt 61 → 60: 60']);
    expect(at(60, 61)).toEqual(['ptz.home.hfov 61 → 60: 60']);
    expect(at(10, 3.5)).toEqual(['ptz.home.hfov 3.5 → 4: 4']);
    expect(at(9, 3)).toEqual(['ptz.home.tilt 9 → 10: 10', 'ptz.home.hfov 3 → 4: 4']);
  });
});

/** The first three, which are looked for one after the other. */
function* some(proposals: Iterable<Proposal>): Generator<Proposal> {
  let count = 0;
  for (const one of proposals) {
    yield one;
    count += 1;
    if (count === 3) return;
  }
}

/** What is proposed, as it is written. */
function told(proposals: Iterable<Proposal>): string[] {
  return [...some(proposals)].map(({ message: { id, params }, edits, settles }) => {
    const on = settles.map(({ rule, subject }) => `${rule.split('/')[1]} ${subject}`).join(', ');
    return `${id}${params.degrees === undefined ? '' : ` ${params.degrees}`}: ${edits.map(({ text }) => text).join()} for ${on}`;
  });
}

describe('a camera that sees a restroom', () => {
  const camera = (keys: string) => `{id: C1, kind: camera, audio: none, resolution: [1920, 1080], ${keys}}`;
  const plain = 'height: 2.8, hfov: 40, tilt: 30, at: [1.5, 6.8], heading: 180';
  const CASES: readonly (readonly [title: string, keys: string, more?: string])[] = [
    ['as it is', plain],
    ['rolled', `${plain}, roll: 25`],
    ['rolled the other way', `${plain}, roll: -25`],
    ['from on high', plain.replace('2.8', '6').replace('tilt: 30', 'tilt: 45')],
    ['a hair above people', plain.replace('2.8', '2.01')],
    ['as high as people', plain.replace('2.8', '2')],
    ['wide', plain.replace('hfov: 40', 'hfov: 110')],
    ['near', plain.replace('6.8', '3.4').replace('hfov: 40', 'hfov: 90')],
    [
      'in the passage, too near for a mask',
      plain.replace('6.8', '3.02').replace('hfov: 40', 'hfov: 120').replace('tilt: 30', 'tilt: 60'),
    ],
    [
      'far',
      plain.replace('[1.5, 6.8]', '[1.5, 40]').replace('tilt: 30', 'tilt: 3').replace('hfov: 40', 'hfov: 10'),
      'far',
    ],
    ['over north', plain.replace('[1.5, 6.8]', '[1.5, -4]').replace('heading: 180', 'heading: 0'), 'south'],
    ['with wide tolerances', `${plain}, tolerance: {heading: 8, tilt: 6}`],
    ['without any', `${plain}, tolerance: {heading: 0, tilt: 0}`],
    [
      'a dome',
      `height: 2.8, at: [1.5, 6.8], form: ptz, ptz: {pan: [179, 181], tilt: [29.5, 30.5], hfov: [38, 40], limits: hard}, tolerance: {heading: 0.1, tilt: 0.1}`,
    ],
    [
      'a dome mounted exactly',
      `height: 2.8, at: [1.5, 6.8], form: ptz, ptz: {pan: [179, 181], tilt: [29.5, 30.5], hfov: [38, 40], limits: hard}, tolerance: {heading: 0, tilt: 0}`,
    ],
    [
      'zooming with masks in its picture',
      `${plain}, form: varifocal, varifocal: {hfov: [38, 42], locked: false}, tolerance: {heading: 0, tilt: 0}`,
    ],
    ['locked', `${plain}, form: varifocal, varifocal: {hfov: [28, 90], locked: true}`],
    ['zooming', `${plain}, form: varifocal, varifocal: {hfov: [28, 90], locked: false}`],
    ['an intercom', plain.replace('height', 'video: visible, height')],
    ['a quarter of a degree', plain.replace('heading: 180', 'heading: 180.25')],
    ['past north', plain.replace('heading: 180', 'heading: 539.5')],
  ];

  test('has found of it what is not settled, and is none of which another rule speaks or a fault', () => {
    const report = lintedWith(plan([camera(plain)]));
    const verdict = first(report, VIEW);
    const of = (change: Partial<LintVerdict>, more: readonly LintVerdict[] = []) => {
      const one = { ...verdict, ...change };
      return watcherOf(one, { ...report, verdicts: [one, ...more] })?.findings.map(({ outcome }) => outcome);
    };
    for (const outcome of ['fail', 'open', 'review'] as const) expect(of({ outcome })).toEqual([outcome]);
    expect(of({ outcome: 'pass' })).toEqual([]);
    expect(
      of({}, [
        { ...verdict, outcome: 'review' },
        { ...verdict, subject: 'C2>wc' },
        { ...verdict, rule: SOUND },
      ]),
    ).toEqual(['fail', 'review']);
    expect(of({}, [{ ...verdict, rule: INSIDE }])).toBeUndefined();
    expect(of({}, [{ ...verdict, rule: INSIDE, outcome: 'pass' }])).toEqual(['fail']);
    expect(of({ rule: SOUND })).toBeUndefined();
    expect(of({ subject: 'gone>wc' })).toBeUndefined();
    expect(of({ place: { ...verdict.place, pointer: '/levels/0/zones/0' } })).toBeUndefined();
    expect(of({ tainted: { outcome: 'fail', message: verdict.message, by: [] } })).toBeUndefined();
  });

  test('is masked by the narrowest sector that hides all of it, the wider the less sure its place is', () => {
    /** Of the edge that is nearer to the camera. */
    const width = (position: number) => {
      const keys =
        'height: 2.8, hfov: 28, tilt: 41, at: [1.6, 6.4], heading: 183, tolerance: {heading: 2.3, tilt: 0.5, position: ';
      const report = lintedWith(plan([camera(`${keys}${position}}`)]));
      const verdict = first(report, VIEW);
      const watcher = watcherOf(verdict, report);
      if (watcher === undefined) return expect.fail('nobody watches');
      const [mask] = masked(verdict, watcher, report).flatMap(({ edits }) => edits.map(({ text }) => text));
      const [, ...ends] = /polygon: \[\[([\d.]+), ([\d.]+)\], \[([\d.]+), ([\d.]+)\]/.exec(mask ?? '') ?? [];
      const [x = 0, y = 0, u = 0, v = 0] = ends.map(Number);
      return Math.hypot(u - x, v - y);
    };
    for (const [position, metres] of [
      [0, 1.25],
      [0.04, 1.39],
      [0.07, 1.52],
      [0.2, 0],
    ] as const)
      expect(width(position), `${position}`).toBeCloseTo(metres, 1);
  });

  test('is masked or turned, figure for figure', async () => {
    const pages = CASES.map(([title, keys, more]) => {
      const text = plan([camera(keys)])
        .replace('rect: [0, 3, 12, 4]', more === 'far' ? 'rect: [0, 3, 12, 40]' : 'rect: [0, 3, 12, 4]')
        .replace(/- \{id: wc.*\n/, (zone) =>
          more === 'south' ? `${zone}      - {id: yard, kind: yard, rect: [0, -5, 12, 5]}\n` : zone,
        )
        .replace('[[1, 3], [2, 3]]', more === 'south' ? '[[1, 0], [2, 0]]' : '[[1, 3], [2, 3]]');
      const report = lintedWith(text);
      const verdict = first(report, VIEW);
      const watcher = watcherOf(verdict, report);
      if (watcher === undefined) return `# ${title}\n${verdict.outcome}: nothing`;
      return [
        `# ${title}`,
        ...told(masked(verdict, watcher, report)),
        ...told(smallestTurns(verdict, watcher, report)),
      ].join('\n');
    });
    await expect(`${pages.join('\n\n')}\n`).toMatchFileSnapshot('../../../fixtures/golden/engine/fixes.ways.txt');
  });
});
