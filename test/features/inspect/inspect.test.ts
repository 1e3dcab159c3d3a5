import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import schema from '../../../schemas/inspect-1.schema.json' with { type: 'json' };
import { surveyDocument } from '../../../src/features/inspect/document.js';
import { surveyRecord } from '../../../src/features/inspect/json.js';
import { type Survey, surveyOf } from '../../../src/features/inspect/survey.js';
import { reportView } from '../../../src/findings/view.js';
import { lintPlan } from '../../../src/lint/lint.js';
import type { Report } from '../../../src/lint/types.js';
import { writeTerminal } from '../../../src/render/writers/terminal.js';
import { pack } from '../../report/build.js';
import { closed } from '../../support/closed.js';
import { fixturePlans, lintedAnew, lintedHostile, lintedPlan, runOf } from '../../support/linted.js';

const ids = (things: readonly { readonly id: string }[] | undefined) => things?.map(({ id }) => id);

/** A plan of levels given as YAML, each by its id. */
function reportOf(levels: Readonly<Record<string, string>>, more = ''): Report {
  const text = `sitecam: 1
site: {name: 楼, categories: [hotel], region: "150102"}
levels:
${Object.entries(levels)
  .map(([id, body], index) => `  - {id: ${id}, elevation: ${index * 4}, ceiling: 3, ${body}}\n`)
  .join('')}${more}`;
  const result = lintPlan('plan.yaml', () => new TextEncoder().encode(text), { pack, today: '2026-11-24' });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  return result;
}

const surveyed = (levels: Readonly<Record<string, string>> | string, level?: string): Survey =>
  surveyOf(reportOf(typeof levels === 'string' ? { F1: levels } : levels), level);

/** Two rooms side by side over a corridor of 10 m, one with a door, and what else is given. */
function house({ zones = [], openings = [], walls = [] }: Partial<Record<'zones' | 'openings' | 'walls', string[]>>) {
  return `zones: [${[
    '{id: hall, kind: corridor, rect: [0, 0, 10, 2]}',
    '{id: a, kind: store, rect: [0, 2, 5, 4]}',
    '{id: b, kind: store, rect: [5, 2, 5, 4]}',
    ...zones,
  ].join(
    ', ',
  )}], openings: [${['{id: da, kind: door, line: [[1, 2], [2, 2]]}', ...openings].join(', ')}], walls: [${walls.join(', ')}]`;
}

describe('what there is', () => {
  it('is counted by kind, and a nested zone is not counted twice', () => {
    const { levels } = surveyed(
      'zones: [{id: r, kind: guest-room, rect: [0, 0, 6, 5]}, {id: wc, kind: restroom, rect: [0, 0, 2, 2]}, {id: q, kind: guest-room, rect: [6, 0, 6, 5]}]',
    );
    expect(levels[0]?.kinds).toEqual([
      { kind: 'guest-room', zones: 2, area: 56 },
      { kind: 'restroom', zones: 1, area: 4 },
    ]);
  });

  it('a room that another one holds on a level above takes nothing of its area below', () => {
    const { levels } = surveyed({
      F1: 'zones: [{id: hall, kind: lobby, levels: [F1, F2], rect: [0, 0, 6, 5]}]',
      F2: 'zones: [{id: wc, kind: restroom, rect: [0, 0, 2, 2]}]',
    });
    expect(levels.map(({ kinds }) => kinds)).toEqual([
      [{ kind: 'lobby', zones: 1, area: 30 }],
      [{ kind: 'restroom', zones: 1, area: 4 }],
    ]);
  });

  it('walls that rooms share count once, without their openings', () => {
    // 10 × 6 round, 10 between rooms and corridor, 4 between the rooms; a door of 1 m.
    expect(surveyed(house({})).levels[0]?.walls).toEqual({ rooms: expect.closeTo(32 + 10 + 4 - 1, 6), drawn: 0 });
  });

  it('walls that are drawn are told from those of rooms, also where both lie on each other', () => {
    const walls = ['{id: w, line: [[2, 4], [4, 4]]}', '{id: same, line: [[5, 2], [5, 6]]}'];
    expect(surveyed(house({ walls })).levels[0]?.walls).toEqual({
      rooms: expect.closeTo(32 + 10 - 1, 6),
      drawn: expect.closeTo(2 + 4, 6),
    });
  });

  it('a level looked at alone has its own alone', () => {
    const levels = { F1: house({}), F2: 'zones: [{id: up, kind: office, rect: [0, 0, 3, 3]}]' };
    const survey = surveyed(levels, 'F2');
    expect(survey.levels.map(({ level }) => level.id)).toEqual(['F2']);
    expect(survey.openings).toEqual([]);
    expect(ids(survey.doorless)).toEqual(['up']);
  });
});

describe('what openings join', () => {
  const joins = (body: string) =>
    Object.fromEntries(
      surveyed(body).openings.map(({ opening, zones }) => [
        opening.id,
        ids(zones.map((zone) => zone ?? { id: '' }))?.sort(),
      ]),
    );

  it('two rooms, one, or none', () => {
    const openings = [
      '{id: out, kind: door, line: [[0, 0.5], [0, 1.5]]}',
      '{id: lost, kind: door, line: [[2, 4], [3, 4]]}',
    ];
    expect(joins(house({ openings }))).toEqual({ da: ['a', 'hall'], out: ['', 'hall'], lost: ['', ''] });
  });

  it('the door of an entrance that is not walled in leads in and out, though it cuts no wall', () => {
    const body = `zones: [{id: e, kind: main-entrance, rect: [0, 0, 4, 2]}], openings: [{id: d, kind: door, line: [[1, 0], [2, 0]]}]`;
    expect(joins(body)).toEqual({ d: ['', 'e'] });
  });
});

describe('rooms that nobody gets into', () => {
  const out = '{id: out, kind: door, line: [[0, 0.5], [0, 1.5]]}';

  it('a room without any opening', () => {
    const { doorless, ways } = surveyed(house({ openings: [out] }));
    expect(ids(doorless)).toEqual(['b']);
    expect(ids(ways.unreachable)).toEqual(['b']);
    expect(ids(ways.outward.map(({ opening }) => opening))).toEqual(['out']);
  });

  it.each([
    ['window', ['b']],
    ['door', []],
    ['curtain', []],
    ['glass-door', []],
    ['passage', []],
  ])('a room with no opening but a %s', (kind, unreachable) => {
    const openings = [out, `{id: db, kind: ${kind}, line: [[6, 2], [7, 2]]}`];
    const { doorless, ways } = surveyed(house({ openings }));
    expect(doorless).toEqual([]);
    expect(ids(ways.unreachable)).toEqual(unreachable);
  });

  it('a window that looks out is no way in', () => {
    const { ways } = surveyed(house({ openings: ['{id: w, kind: window, line: [[0, 0.5], [0, 1.5]]}'] }));
    expect([ways.outward, ways.unreachable]).toEqual([[], undefined]);
  });

  it('two rooms joined to each other alone', () => {
    const zones = ['{id: c, kind: store, rect: [5, 6, 5, 4]}'];
    const openings = [out, '{id: bc, kind: door, line: [[6, 6], [7, 6]]}'];
    const { doorless, ways } = surveyed(house({ zones, openings }));
    expect(doorless).toEqual([]);
    expect(ids(ways.unreachable)).toEqual(['b', 'c']);
  });

  it('is told from an entrance where there is one', () => {
    const zones = ['{id: e, kind: main-entrance, rect: [-3, 0, 3, 2]}'];
    const { ways } = surveyed(house({ zones, openings: ['{id: de, kind: door, line: [[0, 0.5], [0, 1.5]]}'] }));
    expect(ids(ways.entrances)).toEqual(['e']);
    expect(ids(ways.unreachable)).toEqual(['b']);
  });

  it('where people come in nowhere it is not told; what hangs together is', () => {
    const { ways } = surveyed(house({}));
    expect(ways.unreachable).toBeUndefined();
    expect(ways.groups.map(ids)).toEqual([['hall', 'a'], ['b']]);
  });

  it('zones without walls are walked over, and into what lies in them', () => {
    const body = `zones: [{id: yard, kind: yard, rect: [0, 0, 9, 9]}, {id: e, kind: main-entrance, rect: [9, 0, 3, 9]},
      {id: lobby, kind: lobby, enclosed: false, rect: [12, 0, 3, 9]}, {id: desk, kind: reception, enclosed: false, rect: [13, 1, 1, 1]}]`;
    expect(surveyed(body).ways).toMatchObject({ unreachable: [], groups: [{ length: 4 }] });
  });

  it('but not through a wall that is drawn between them', () => {
    const body = `zones: [{id: yard, kind: yard, rect: [0, 0, 9, 9]}, {id: lawn, kind: playground, rect: [9, 0, 3, 9]}],
      walls: [{id: w, line: [[9, 0], [9, 9]]}]`;
    expect(ids(surveyed(body).ways.unreachable)).toEqual(['lawn']);
    expect(surveyed(body.replace('[9, 9]]}]', '[9, 5]]}]')).ways.unreachable).toEqual([]);
  });

  const stairs = (id: string, x: number, kind = 'stairs') =>
    `zones: [{id: ${id}, kind: ${kind}, rect: [${x}, 0, 3, 3]}]`;

  it.each([
    ['over each other', 1, 'stairs', 1],
    ['beside each other', 5, 'stairs', 2],
    ['over each other, the upper drawn as a shaft', 1, 'shaft', 1],
    ['and what is no stairs', 0, 'store', 2],
  ])('stairs on two levels that lie %s', (_, x, kind, groups) => {
    expect(surveyed({ F1: stairs('s1', 0), F2: stairs('s2', x, kind) }).ways.groups).toHaveLength(groups);
  });

  it('a shaft over a shaft is no way', () => {
    expect(surveyed({ F1: stairs('s1', 0, 'shaft'), F2: stairs('s2', 0, 'shaft') }).ways.groups).toHaveLength(2);
  });

  it('one zone that spans levels is one', () => {
    const body = {
      F1: 'zones: [{id: s, kind: stairs, rect: [0, 0, 3, 3], levels: [F2]}, {id: a, kind: corridor, rect: [3, 0, 3, 3]}], openings: [{id: d1, kind: door, line: [[3, 1], [3, 2]]}]',
      F2: 'zones: [{id: b, kind: corridor, rect: [3, 0, 3, 3]}], openings: [{id: d2, kind: door, line: [[3, 1], [3, 2]]}]',
    };
    const { ways, doorless } = surveyed(body);
    expect([ways.groups.map((group) => ids(group)?.sort()), doorless]).toEqual([[['a', 'b', 's']], []]);
  });
});

describe('what the plan does not say', () => {
  it('zones of kind other, by what their source calls them', () => {
    const body =
      'zones: [{id: x, kind: other, kindUnknown: quarterdeck, rect: [0, 0, 3, 3]}, {id: y, kind: other, rect: [3, 0, 3, 3]}, {id: z, kind: office, rect: [6, 0, 3, 3]}]';
    expect(surveyed(body).untold.map(({ id, kindUnknown }) => [id, kindUnknown])).toEqual([
      ['x', 'quarterdeck'],
      ['y', undefined],
    ]);
  });

  it('open verdicts are put together by why they are open, most first', () => {
    const { open } = surveyOf(reportOf({ F1: house({}) }));
    const report = reportOf({ F1: house({}) });
    const all = report.verdicts.filter(({ outcome }) => outcome === 'open');
    expect(all.length).toBeGreaterThan(0);
    expect(open.flatMap(({ verdicts }) => verdicts)).toHaveLength(all.length);
    const counts = open.map(({ verdicts }) => verdicts.length);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    for (const { rule, verdicts } of open) {
      expect(new Set(verdicts.map((verdict) => `${verdict.rule} ${verdict.message.id}`))).toEqual(
        new Set([`${rule} ${verdicts[0].message.id}`]),
      );
    }
  });

  it('what is open for a fault of the plan has that for its reason, whatever the rule', () => {
    const survey = surveyed(house({ walls: ['{id: w, line: [[1, 4], [2, 4]], height: 300}'] }));
    expect(survey.faults.map(({ rule, verdicts }) => [rule, verdicts.map(({ subject }) => subject)])).toEqual([
      ['plan/impossible-dimension', ['w/height']],
    ]);
    const forFaults = survey.open.filter(({ rule }) => rule === undefined);
    expect(forFaults).toHaveLength(1);
    expect(new Set(forFaults[0]?.verdicts.map(({ rule }) => rule)).size).toBeGreaterThan(1);
  });

  it('what turns on a door off its wall has that for its reason', () => {
    const camera =
      'devices: [{id: C1, kind: camera, at: [1, 1], height: 2.8, heading: 0, tilt: 15, hfov: 90, resolution: [2560, 1440], audio: none}]';
    const rooms = house({
      zones: ['{id: wc, kind: restroom, rect: [0, -3, 5, 3]}', '{id: back, kind: store, rect: [0, -6, 5, 3]}'],
      openings: [
        '{id: dw, kind: door, line: [[1, -3], [2, -3]]}',
        '{id: off, kind: passage, line: [[3, -0.07], [4, -0.07]]}',
      ],
    });
    const { open } = surveyed(`${rooms.replaceAll('\n', ' ')}, ${camera.replace('heading: 0', 'heading: 140')}`);
    const turning = open.filter(({ verdicts }) => verdicts[0].doubt !== undefined);
    expect(turning.map(({ rule, verdicts }) => [rule, verdicts[0].doubt?.by])).toEqual([
      [undefined, ['plan/opening-on-no-wall off']],
    ]);
  });

  it('of one level: what is on another is left out, what is of the whole site stays', () => {
    const lost = house({ openings: ['{id: lost, kind: door, line: [[2, 4], [3, 4]]}'] });
    const levels = { F1: lost, F2: 'zones: [{id: up, kind: office, rect: [0, 0, 3, 3]}]' };
    expect(surveyed(levels, 'F2').faults).toEqual([]);
    expect(surveyed(levels, 'F1').faults).toHaveLength(1);
    const subjects = surveyed(levels, 'F2').open.flatMap(({ verdicts }) => verdicts.map(({ subject }) => subject));
    expect(subjects).toContain('hotel/8(8)/main-entrance');
    expect(subjects).not.toContain('a');
  });
});

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
const valid = ajv.compile(schema);
const strict = ajv.compile({ ...Object(closed(schema)), $id: 'closed' });

function jsonOf(report: Report): string {
  const input = runOf(report);
  return JSON.stringify(surveyRecord(surveyOf(report), report, { view: reportView(input), tool: '0.1.0' }), null, 2);
}

function textOf(report: Report, locale: 'zh-CN' | 'en', width = 80): string {
  const view = reportView(runOf(report));
  const document = surveyDocument({ survey: surveyOf(report), report, view }, true);
  return writeTerminal([document], { locale, colour: false, width });
}

describe.each([...fixturePlans('sites'), ...fixturePlans('malformed')])('%s', (path) => {
  const report = lintedPlan(path);
  if (!report.ok) return it('is not for looking at', () => expect(report.unreadable.length).toBeGreaterThan(0));

  it('as JSON is what the schema says, all of it described', () => {
    const record: unknown = JSON.parse(jsonOf(report));
    expect([valid(record), valid.errors]).toEqual([true, null]);
    expect([strict(record), strict.errors]).toEqual([true, null]);
  });

  it('each zone is in one group, and out of reach where that holds no way in', () => {
    const { ways } = surveyOf(report);
    const zones = report.site.levels.flatMap((level) => level.zones);
    expect(new Set(ways.groups.flat())).toEqual(new Set(zones));
    for (const group of ways.groups) {
      const inside = group.filter((zone) => ways.unreachable?.includes(zone)).length;
      if (ways.unreachable !== undefined) expect([0, group.length]).toContain(inside);
    }
  });
});

describe('a hostile plan', () => {
  const report = lintedHostile();

  it('gives JSON by the schema, and a text that moves no cursor', () => {
    expect(strict(JSON.parse(jsonOf(report)))).toBe(true);
    for (const locale of ['zh-CN', 'en'] as const) {
      expect(textOf(report, locale)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      expect(textOf(report, locale)).not.toMatch(/^\s*::/m);
    }
  });
});

it('the same plan gives the same bytes', () => {
  const path = 'fixtures/sites/qingcheng-hotel/violations.yaml';
  const [one, other] = [lintedPlan(path), lintedAnew(path)];
  if (!one.ok || !other.ok) throw new Error('unreadable');
  expect(jsonOf(one)).toBe(jsonOf(other));
  expect(textOf(one, 'zh-CN')).toBe(textOf(other, 'zh-CN'));
});
