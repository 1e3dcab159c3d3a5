// Cameras for one zone of a plan: what is offered when drawn protects the zone and intrudes nowhere, or nothing is offered and why.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Solver } from '../../src/features/suggest/solver.js';
import { loadSolver } from '../../src/host/suggest/solver.js';
import type { Report } from '../../src/lint/types.js';
import { createSession } from '../../src/live/session.js';
import { type SuggestInput, suggestFor } from '../../src/live/suggest.js';
import { CORRIDOR } from '../support/corridor.js';

let solve: Solver;
beforeAll(async () => {
  solve = await loadSolver();
});

const bytes = (text: string) => new TextEncoder().encode(text);

function input(plan: string, more: Partial<SuggestInput> = {}): SuggestInput {
  const files = new Map([['plan.yaml', bytes(plan)]]);
  const options = { today: '2026-03-01' };
  return { path: 'plan.yaml', files, options, zone: 'hall', changes: [], catalogue: undefined, ...more };
}

const suggested = (asked: SuggestInput, now: () => number = () => 0) => suggestFor(asked, solve, now);

/** Returns the reports on a plan before and after what is offered is used. */
function used(asked: SuggestInput, { change } = suggested(asked)): { readonly before: Report; readonly after: Report } {
  if (change === undefined) expect.fail('nothing is offered');
  const session = createSession(asked);
  const before = session.update.report ?? expect.fail();
  const made = session.commit([...asked.changes, change]);
  if (!made.ok) expect.fail(made.reason.en);
  return { before, after: made.update.report ?? expect.fail() };
}

const catalogue = (text: string) => ({ path: 'sitecam.suggest.yaml', bytes: bytes(text), isOwn: true });

const outcomes = ({ verdicts }: Report, rule: string, subject?: string) =>
  verdicts
    .filter((one) => one.rule === rule && (subject === undefined || one.subject === subject))
    .map((one) => one.outcome);

const COVERAGE = ['coverage/protected', 'coverage/criterion'] as const;

describe('a corridor that nothing protects', () => {
  test('gets one camera, which when used protects it as the rules ask', () => {
    const asked = input(CORRIDOR);
    const answer = suggested(asked);
    const { cameras, texts, premises } = answer;
    expect(cameras).toMatchObject([{ id: 'N1-01', level: 'F1', number: 1, heading: 90 }]);
    expect(cameras[0].outlines[0].length).toBeGreaterThan(3);
    expect(texts[0].zh).toContain('推荐1台，已证明不能更少');
    expect(texts[1].en).toMatch(/^'走廊': 0\.0% covered as drawn, 9\d\.\d% with what is suggested \(90% asked/);
    expect(premises.map(([label]) => label.en)).toEqual(['types', 'mounting']);
    const { before, after } = used(asked, answer);
    for (const rule of COVERAGE) {
      expect(outcomes(before, rule, 'hall'), rule).not.toContain('pass');
      expect(outcomes(after, rule, 'hall'), rule).toEqual(['pass']);
    }
  });

  test('is told of as plain data, which crosses threads and sockets', () => {
    const answer = suggested(input(CORRIDOR));
    expect(JSON.parse(JSON.stringify(answer))).toEqual(structuredClone(answer));
  });

  test('beside a changing room that stands open gets none that looks into it', () => {
    const open = CORRIDOR.replace('kind: guest-room', 'kind: changing-room').replace(
      '{id: d1, kind: door, line: [[2, 2], [2.9, 2]]}',
      '{id: d1, kind: passage, line: [[2, 2], [4.5, 2]]}',
    );
    const views = (report: Report) =>
      outcomes(report, 'capture/view-into-private-zone').filter((one) => one === 'fail' || one === 'review');
    const { before, after } = used(input(open));
    expect(outcomes(after, 'coverage/protected', 'hall')).toEqual(['pass']);
    expect([...views(before), ...views(after)]).toEqual([]);
    // The camera that serves where the door is shut would see into it.
    const shut = suggested(input(CORRIDOR)).change ?? expect.fail();
    const made = createSession(input(open)).commit([shut]);
    expect(views((made.ok && made.update.report) || expect.fail())).toEqual(['fail']);
  });

  test('with a camera that is tried on the page, and written nowhere, needs none', () => {
    const change = suggested(input(CORRIDOR)).change ?? expect.fail();
    const answer = suggested(input(CORRIDOR, { changes: [change] }));
    expect(answer).toMatchObject({ cameras: [], texts: [{ zh: '“走廊”按原图已达到要求，无须补设。' }] });
    expect(answer).not.toHaveProperty('change');
  });
});

describe('nothing is offered', () => {
  test.each([
    [
      'where no mount is left: that is said, and no proof claimed',
      {},
      'mounting: {noGo: [{zone: hall}]}',
      '没有可以安装摄像机而望见该部位的位置（按上述型号和安装条件），未作推求',
      'no camera can be mounted where it would see this place',
    ],
    [
      'with a file of types that has a fault',
      {},
      'mounting: {noGo: [{zone: lobby}]}',
      '布设条件文件“sitecam.suggest.yaml”不能使用',
      "'sitecam.suggest.yaml' can't be used",
    ],
    [
      'in a guest room',
      { zone: 'r1' },
      '',
      '“客房”没有应当由摄像机覆盖的要求',
      "Nothing asks that cameras cover '客房'",
    ],
    ['in a zone that is gone', { zone: 'h2' }, '', '图中已没有区域“h2”', "no zone 'h2'"],
    [
      'on a plan that cannot be read',
      { files: new Map([['plan.yaml', bytes('levels: ][')]]) },
      '',
      '不能读取',
      "can't be read",
    ],
    ['with a change that cannot be made', { changes: [{ change: 'remove', device: 'C9' }] as const }, '', 'C9', 'C9'],
  ])('%s', (_, more, file, zh, en) => {
    const given = file === '' ? {} : { catalogue: catalogue(file) };
    const { cameras, texts, ...rest } = suggested(input(CORRIDOR, { ...given, ...more }));
    expect(cameras).toEqual([]);
    expect(rest).not.toHaveProperty('change');
    expect(texts.map((text) => text.zh).join('')).toContain(zh);
    expect(texts.map((text) => text.en).join(' ')).toContain(en);
  });

  test('when the time is over before anything is found: it is not decided', () => {
    let ms = 0;
    const late = () => {
      ms += 1e6;
      return ms;
    };
    const { cameras, texts } = suggested(input(CORRIDOR), late);
    expect(cameras).toEqual([]);
    expect(texts.map((text) => text.zh).join('')).toMatch(/未能判定|中止/);
  });
});

test('what the design criterion leaves undone is done for what the law asks, and told so', () => {
  // Few pixels from one end: they detect people in most of the corridor, and observe them in less than half of it.
  const type = 'weak: {kind: camera, form: fixed, hfov: 54, resolution: [320, 180], audio: none}';
  const end = 'mounting: {noGo: [{polygon: [[0.5, -1], [13, -1], [13, 3], [0.5, 3]], level: F1}]}';
  const asked = input(CORRIDOR.replace('levels:', `deviceTypes:\n  ${type}\nlevels:`), { catalogue: catalogue(end) });
  const answer = suggested(asked);
  const { texts, cameras } = answer;
  expect(cameras).toHaveLength(1);
  const told = texts.map((text) => text.zh).join('');
  expect(told).toMatch(/不存在符合要求的布置（已证明）.*应达90%.*以下按法定设防要求推荐.*推荐1台.*应达50%/);
  expect(outcomes(used(asked, answer).after, 'coverage/protected', 'hall')).toEqual(['pass']);
});
