import { describe, expect, test } from 'vitest';
import { camerasBeside, conflictsOf } from '../../../src/features/conflicts/find.js';
import { tried } from '../../../src/features/conflicts/trial.js';
import type { Conflict, ConflictAnswer, Need } from '../../../src/features/conflicts/types.js';
import type { Report } from '../../../src/lint/types.js';
import { leadersOf } from '../../../src/rules/bases.js';
import { applyEdits } from '../../../src/source/edit/splice.js';
import { expected, linted, NAMES, questionOn, textOf } from './plans.js';

const LONG = process.env.SITECAM_LONG !== undefined;

/** Degrees between headings and between tilts of the poses by which a proof of none is tried. */
const GRID = LONG ? { heading: 1, tilt: 2 } : { heading: 9, tilt: 7 };

const known = new Map<string, { report: Report; conflicts: readonly Conflict[] }>();
function found(name: string) {
  const report = linted(textOf(name));
  const one = known.get(name) ?? { report, conflicts: conflictsOf(report) };
  known.set(name, one);
  return one;
}

const said = ({ device, answer, mask }: Conflict) =>
  [
    device.id,
    answer.is,
    ...(answer.is === 'none' ? [answer.reason.is] : []),
    ...(mask === undefined ? [] : ['mask']),
  ].join(' ');

const findings = ({ verdicts }: Report) =>
  verdicts
    .filter(({ outcome }) => outcome === 'fail' || outcome === 'open' || outcome === 'review')
    .map(({ rule, subject, outcome }) => `${rule} ${subject} ${outcome}`);

describe('plans in which both things are asked of a camera', () => {
  test.each(NAMES)('%s: each camera has the answer that the plan says', (name) => {
    const { conflicts } = found(name);
    expect(conflicts.map(said)).toEqual(expected(textOf(name)).map((words) => words.join(' ')));
    for (const { needs, sees } of conflicts) expect(needs.length + sees.length).toBeGreaterThan(0);
  });

  test.each(NAMES)('%s: a pose or a mask that is proposed lints clean, written into the plan', (name) => {
    const { report, conflicts } = found(name);
    const before = new Set(findings(report));
    for (const { answer, device, sees, needs, criterion, mask } of conflicts) {
      const edits = answer.is === 'pose' ? answer.edits : mask;
      if (edits === undefined) continue;
      expect(sees).not.toEqual([]);
      const after = linted(applyEdits(textOf(name), edits));
      const left = findings(after);
      expect(left.filter((one) => !before.has(one) && !one.startsWith('coverage/criterion'))).toEqual([]);
      expect(left.filter((one) => one.startsWith(`capture/view-into-private-zone ${device.id}>`))).toEqual([]);
      for (const { zone } of needs)
        expect(left.filter((one) => one.startsWith(`coverage/protected ${zone.id} `))).toEqual([]);
      for (const { zone } of criterion?.answer.is === 'pose' ? criterion.needs : []) {
        expect(left.filter((one) => one.startsWith(`coverage/criterion ${zone.id} `))).toEqual([]);
      }
      if (answer.is !== 'pose') continue;
      for (const value of [answer.pose.heading, answer.pose.tilt, answer.pose.hfov ?? 0]) expect(value % 0.5).toBe(0);
    }
  });

  test.each(NAMES)('%s: no pose of a grid refutes a proof of none', (name) => {
    const { report, conflicts } = found(name);
    for (const { device, answer, needs, criterion } of conflicts) {
      const asked: { needs: Conflict['needs']; answer: Conflict['answer'] }[] = [
        { needs, answer },
        ...(criterion === undefined ? [] : [{ needs: criterion.needs, answer: criterion.answer }]),
      ];
      for (const one of asked) {
        if (one.answer.is !== 'none' || one.answer.reason.is === 'inside' || one.answer.reason.is === 'ptz') continue;
        const { trial, poses } = questionOn(report, device.id);
        const [from, to] = poses.headings ?? [0, 359];
        let count = 0;
        for (let heading = from; heading <= to; heading += GRID.heading) {
          for (let tilt = 0; tilt <= 90; tilt += GRID.tilt) {
            const hfov = trial.lens.form === 'varifocal' ? { hfov: 32 + ((count * 7) % 69) } : {};
            const pose = tried(trial, { heading: heading + trial.north, tilt, ...hfov }, one.needs);
            count += 1;
            expect(pose.covers && pose.clear, `${device.id} heading ${heading} tilt ${tilt}`).toBe(false);
          }
        }
        expect(count).toBeGreaterThan(50);
      }
    }
  });
});

const figure = (value: number | undefined) => value && Math.round(value * 100) / 100 + 0;

function needOf({
  zone,
  clauses,
  level,
  density,
  threshold,
  detectors,
  minus,
  area,
  before,
  others,
  rest,
}: Need): string {
  const parts = rest.map(({ rings, shadows }) => `${rings.length}−${shadows.length}`).join(' ');
  return `${zone.id} ${level} ${density} ${threshold}${detectors ? ' detectors too' : ''} [${clauses.join(' ')}] ${figure(area)} m² less ${minus.length}: ${figure(before)}, without it ${figure(others)}; rest ${parts}`;
}

function answerOf(answer: ConflictAnswer, text: string): string[] {
  switch (answer.is) {
    case 'pose': {
      const { pose, turn, tilt, kept, edits } = answer;
      const after = kept.map(({ need, after }) => `${need.zone.id} ${need.level} ${figure(after)}`);
      const changes = edits?.map(
        ({ from, to, text: now }) => `${JSON.stringify(text.slice(from, to))} → ${JSON.stringify(now)}`,
      );
      return [
        `pose ${JSON.stringify(pose)} turned ${figure(turn)} tilted ${figure(tilt)}`,
        ...after,
        ...(changes ?? ['not written']),
      ];
    }
    case 'none': {
      const { reason, cells } = answer;
      const more =
        reason.is === 'sight'
          ? ` by ${reason.by.map(({ id }) => id).join(' ')} at ${JSON.stringify(reason.sectors.map((sector) => sector.map(figure)))}`
          : '';
      return [`none: ${reason.is}${more}, ${cells > 0 ? 'by cells' : 'at once'}`];
    }
    case 'undecided':
      return [`undecided: ${answer.why}, ${answer.cells > 0 ? 'by cells' : 'at once'}`];
  }
}

function pageOf(title: string, text: string, report: Report, conflicts: readonly Conflict[]): string {
  const lines = conflicts.flatMap(({ device, drawn, north, needs, sees, answer, criterion, mask }) => [
    `${device.id} drawn ${JSON.stringify(drawn)}, north ${north}`,
    ...needs.map((need) => `  needs ${needOf(need)}`),
    ...sees.map(
      ({ zone, clauses, item, outcome, inside, area, ordered, verdict }) =>
        `  sees ${zone.id} by ${verdict.rule}: ${outcome}${inside ? ' inside' : ''}${ordered ? ' ordered' : ''} ${figure(area)} m² [${clauses.join(' ')}] ${item} (${leadersOf(verdict)[0]?.law})`,
    ),
    ...answerOf(answer, text).map((line) => `  ${line}`),
    ...(criterion === undefined
      ? []
      : [
          ...criterion.needs.map((need) => `  wants ${needOf(need)}`),
          ...answerOf(criterion.answer, text).map((line) => `  for these ${line}`),
        ]),
    ...(mask ?? []).map((edit) => `  mask ${JSON.stringify(edit.text)}`),
  ]);
  const { free, needed, mandated } = camerasBeside(report, conflicts);
  return [
    `# ${title}`,
    ...lines,
    `free to turn: ${free}`,
    ...(needed === 0 ? [] : [`something is worse without: ${needed}`]),
    ...(mandated === 0 ? [] : [`ordered by a rule: ${mandated}`]),
  ].join('\n');
}

/** Plans in which nothing is looked for, or what is found is written otherwise. */
const VARIED: readonly (readonly [title: string, name: string, ...changes: readonly (readonly [string, string])[]])[] =
  [
    ['without a tilt', 'polling-pose', [', tilt: 20}', '}']],
    ['without a heading', 'polling-pose', ['heading: 140, ', '']],
    ['a heading of its type', 'polling-pose', ['heading: 140, ', ''], ['hfov: 84', 'hfov: 84, heading: 140']],
    [
      'a face terminal',
      'polling-pose',
      ['kind: camera, type: dome', 'kind: face-terminal, type: dome'],
      ['{kind: camera', '{kind: face-terminal'],
    ],
    [
      'two sensors',
      'polling-pose',
      ['heading: 140, tilt: 20', 'form: multi-sensor, sensors: [{heading: 140, tilt: 20}, {heading: 150, tilt: 20}]'],
      ['form: fixed, ', ''],
    ],
    ['a fisheye', 'polling-pose', ['heading: 140, tilt: 20', 'form: fisheye'], ['form: fixed, hfov: 84, ', '']],
    [
      'a turned sheet, written in its north',
      'polling-pose',
      ['north: 0', 'north: 20'],
      ['heading: 140', 'heading: 120'],
    ],
    ['a camera that only watches', 'polling-pose', ['kind: crowd-area', 'kind: store']],
    ['a camera that takes no pictures', 'polling-pose', ['tilt: 20}', 'tilt: 20, video: none}']],
  ];

test('a camera without which a zone that falls short becomes one without protection is not free', () => {
  // 走廊有C1为须审查判定（覆盖不足判定值），撤去C1即为不符合：不得称“撤去不影响设防”。
  // The corridor A is for review with C1, which covers less than the threshold, and fails without it.
  const text = `sitecam: 1
site: {name: 某旅馆, categories: [hotel], region: "150102"}
coordinates: metres
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: A, kind: corridor, rect: [0, 0, 12, 2]}
      - {id: B, kind: corridor, rect: [0, 2, 2, 8]}
      - {id: wc, kind: restroom, rect: [0, -4, 4, 4]}
    openings:
      - {id: p0, kind: passage, line: [[0, 2], [2, 2]]}
      - {id: d-wc, kind: door, line: [[0.5, 0], [1.4, 0]]}
    devices:
      - {id: C1, kind: camera, at: [1, 4.5], heading: 180, height: 2.7, tilt: 15, hfov: 60, resolution: [3840, 2160], audio: none}
`;
  const besideOf = (plan: string) => {
    const report = linted(plan);
    return camerasBeside(report, conflictsOf(report));
  };
  expect(besideOf(text.replace('- {id: B, kind: corridor', '- {id: B, kind: store'))).toEqual({
    free: 0,
    needed: 1,
    mandated: 0,
  });
  // With C2 the corridor A is for review with and without C1, which covers some of it all the same.
  const more =
    '      - {id: C2, kind: camera, at: [0.05, 1.95], heading: 125, height: 2.7, tilt: 40, hfov: 60, resolution: [3840, 2160], audio: none}\n';
  expect(besideOf(text.replace('- {id: B, kind: corridor', '- {id: B, kind: store') + more)).toEqual({
    free: 0,
    needed: 1,
    mandated: 0,
  });
  const other = text
    .replace('{id: A, kind: corridor', '{id: A, kind: store')
    .replace('{id: B, kind: corridor', '{id: B, kind: store');
  expect(besideOf(other)).toEqual({ free: 1, needed: 0, mandated: 0 });
  // That a waiver then has no finding is no loss of coverage.
  const waived =
    'waivers:\n  - {rule: capture/view-into-private-zone, subject: C1>wc, reason: 门常闭, by: 张某, until: 2999-12-31}\n';
  expect(besideOf(other + waived)).toEqual({ free: 1, needed: 0, mandated: 0 });
  const ordered = (document: string) =>
    other.replace('audio: none}', `audio: none, mandatedBy: {rule: 某标准5.3, document: ${document}, by: 分行保卫部}}`);
  expect(besideOf(ordered('2026年第1号函'))).toEqual({ free: 0, needed: 0, mandated: 1 });
  expect(besideOf(ordered('待定'))).toEqual({ free: 1, needed: 0, mandated: 0 });
});

test('what is said of each camera, figure for figure', async () => {
  const pages = [
    ...NAMES.map((name) => {
      const { report, conflicts } = found(name);
      return pageOf(name, textOf(name), report, conflicts);
    }),
    ...VARIED.map(([title, name, ...changes]) => {
      const text = changes.reduce((plan, [was, is]) => plan.replace(was, is), textOf(name));
      const report = linted(text);
      return pageOf(title, text, report, conflictsOf(report));
    }),
  ];
  await expect(`${pages.join('\n\n')}\n`).toMatchFileSnapshot('../../../fixtures/golden/engine/conflicts.txt');
});
