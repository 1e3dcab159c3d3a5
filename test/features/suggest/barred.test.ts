// Rooms in which lint finds any camera, wherever it looks: none is suggested there, and what can be done elsewhere is.

import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import schema from '../../../schemas/suggestion-1.schema.json' with { type: 'json' };
import { checkCertificate } from '../../../src/features/suggest/certificate/check.js';
import { certifying } from '../../../src/features/suggest/certificate/make.js';
import { suggestionDocument } from '../../../src/features/suggest/report/document.js';
import { suggestionRecord } from '../../../src/features/suggest/report/json.js';
import { suggesting } from '../../../src/features/suggest/suggest.js';
import { loadSolver } from '../../../src/host/suggest/solver.js';
import { writeTerminal } from '../../../src/render/writers/terminal.js';
import { judged } from './suggestions.js';
import { textOf } from './tiny.js';

const solver = loadSolver();

function last<T>(steps: Generator<unknown, T, void>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

async function suggested(text: string, privacy: 'strict' | 'fails' = 'strict') {
  const { report, catalogue } = judged('plan.yaml', text);
  const found = last(
    suggesting(report, {
      ...{ catalogue, levels: ['F1'], goal: 'criterion', related: false, objective: 'count', privacy },
      ...{ solve: await solver, withPrice: false, effort: 20_000, isOver: () => false },
    }),
  );
  const { suggestion, proved = expect.fail('nothing is proved') } = found;
  const certificate = last(certifying(suggestion, proved, { version: '0.2.0', related: false, privacy }));
  expect(checkCertificate(report, JSON.parse(JSON.stringify(certificate)), catalogue).faults).toEqual([]);
  const zones = suggestion.parts.flatMap(({ cameras }) => cameras.flatMap(({ device }) => device.zones));
  return { ...found, zones };
}

/** A corridor that opens wide on a room of a kind and name that don't say what it is for. */
const BESIDE = textOf({
  zones: [
    '{id: hall, kind: corridor, name: 走廊, rect: [0, 0, 8, 2]}',
    '{id: room, kind: office, name: 房间1, rect: [0, 2, 8, 4]}',
  ],
  walls: [],
  openings: ['{id: way, kind: passage, line: [[0.2, 2], [7.8, 2]]}'],
});

/** Two corridors: one has a door, the other no way in. */
const SEALED = textOf({
  zones: [
    '{id: hall, kind: corridor, name: 走廊, rect: [0, 0, 6, 2]}',
    '{id: shut, kind: corridor, name: 北走廊, rect: [0, 4, 6, 2]}',
  ],
  walls: [],
  openings: ['{id: out, kind: door, line: [[0, 0.5], [0, 1.4]]}'],
});

describe('no camera is suggested in a room', () => {
  test('whose use only a reviewer can tell, unless what a reviewer decides is allowed', async () => {
    const strict = await suggested(BESIDE);
    expect(strict.edits).toBeDefined();
    expect(new Set(strict.zones)).toEqual(new Set(['hall']));
    expect(strict.suggestion.barred).toEqual([]);
    const { proved } = await suggested(BESIDE, 'fails');
    expect(proved?.space.roots.some(({ mount }) => mount.zones.includes('room'))).toBe(true);
  });

  test('of which no way in is drawn: it is told why, and the other corridor has its camera', async () => {
    const { suggestion, edits, zones } = await suggested(SEALED);
    expect(edits).toBeUndefined();
    expect(suggestion.refused).toBeUndefined();
    expect(zones).toEqual(['hall']);
    expect(suggestion.met.map(({ requirement, isMet }) => [requirement.zone.id, isMet])).toEqual([
      ['hall', true],
      ['shut', false],
    ]);
    expect(suggestion.barred.map(({ id }) => id)).toEqual(['shut']);
    const said = writeTerminal([suggestionDocument(suggestion)], { locale: 'zh-CN', colour: false }).replace(/\s/g, '');
    expect(said).toContain('“北走廊”内未选位：其用途未能认定，或者未画门窗洞口');
    const record = suggestionRecord(suggestion, '0.2.0', '2026-03-01');
    expect(record.barred.zones).toEqual(['shut']);
    const valid = new Ajv({ strict: false }).compile(schema);
    expect(valid(JSON.parse(JSON.stringify(record))), JSON.stringify(valid.errors)).toBe(true);
  });
});

test('where there is nowhere to mount a camera from which a zone is seen, that is the reason, and nothing is called proved', async () => {
  const { suggestion, edits } = await suggested(
    textOf({
      zones: [
        '{id: hall, kind: corridor, name: 走廊, rect: [0, 0, 6, 2]}',
        '{id: bare, kind: corridor, name: 连廊, rect: [0, 6, 6, 2], enclosed: false}',
      ],
      walls: [],
      openings: ['{id: out, kind: door, line: [[0, 0.5], [0, 1.4]]}'],
    }),
  );
  expect(edits).toBeUndefined();
  const [, part] = suggestion.parts;
  expect([part?.conclusion.is, part?.cells]).toEqual(['undecided', 0]);
  const said = (locale: 'zh-CN' | 'en') =>
    writeTerminal([suggestionDocument(suggestion)], { locale, colour: false }).replace(/\s/g, '');
  expect(said('zh-CN')).toContain('“连廊”：没有可以安装摄像机而望见该部位的位置');
  expect(said('zh-CN')).toContain('1个部分未能判定');
  expect(said('zh-CN')).not.toContain('不存在符合要求的布置（已证明）');
  expect(said('en')).toContain("'连廊':nocameracanbemountedwhereitwouldseethisplace");
  expect(said('en')).not.toContain('(proved).');
  const record = suggestionRecord(suggestion, '0.2.0', '2026-03-01');
  const valid = new Ajv({ strict: false }).compile(schema);
  expect(valid(JSON.parse(JSON.stringify(record))), JSON.stringify(valid.errors)).toBe(true);
});

test('where the only zone has a fault, nothing is called met', async () => {
  // 唯一的走廊图上有差错（d1不在任何边界上），其设防无法判定，又无摄像机：不得称“已达到全部要求”。
  // The only corridor is bare, and a door that lies on no wall keeps it from being judged.
  const { suggestion, edits } = await suggested(
    textOf({
      zones: ['{id: A, kind: corridor, rect: [0, 0, 12, 8]}'],
      walls: [],
      openings: ['{id: d0, kind: door, line: [[1, 0], [2, 0]]}', '{id: d1, kind: door, line: [[6, 4], [7, 4]]}'],
    }),
  );
  expect(edits).toBeUndefined();
  expect(suggestion.met.map(({ isMet }) => isMet)).toEqual([false]);
  const said = writeTerminal([suggestionDocument(suggestion)], { locale: 'zh-CN', colour: false }).replace(/\s/g, '');
  expect(said).toContain('因图纸差错，“A”是否达到要求无法判定，不作推荐，图纸未改');
  expect(said).not.toContain('已达到全部');
  expect(suggestionRecord(suggestion, '0.2.0', '2026-03-01').answer.accepted).toBe(false);
});
