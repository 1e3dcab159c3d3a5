// Changes to what is drawn: which are the least, which cameras may move, and what is said of one that lint refuses.

import { expect, test } from 'vitest';
import { changing } from '../../../src/features/suggest/change.js';
import { suggestionDocument } from '../../../src/features/suggest/report/document.js';
import { loadSolver } from '../../../src/host/suggest/solver.js';
import { writeTerminal } from '../../../src/render/writers/terminal.js';
import { judged } from './suggestions.js';

const solver = loadSolver();

async function changed(text: string) {
  const { report, catalogue } = judged('plan.yaml', text);
  const steps = changing(report, {
    ...{ catalogue, levels: ['F1'], goal: 'criterion', related: false, objective: 'count', privacy: 'strict' },
    ...{ solve: await solver, withPrice: false, effort: 20_000, isOver: () => false },
  });
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  const { suggestion, edits } = step.value;
  return {
    repairs: suggestion.repairs.map(({ device, change }) => `${device.id} ${change}`),
    edits,
    said: writeTerminal([suggestionDocument(suggestion)], { locale: 'zh-CN', colour: false }),
  };
}

const planOf = (...devices: readonly string[]) => `sitecam: 1
site: {name: 小旅店, categories: [hotel], region: "150102"}
coordinates: metres
deviceTypes:
  dome: {kind: camera, form: fixed, height: 2.7, hfov: 98, resolution: [2560, 1440], audio: none}
levels:
  - id: F1
    elevation: 0
    ceiling: 3
    zones:
      - {id: passage, kind: corridor, name: 走廊, rect: [0, 4, 12, 2]}
      - {id: room-1, kind: guest-room, rect: [0, 0, 12, 4]}
    openings:
      - {id: d-1, kind: door, line: [[4, 4], [4.9, 4]]}
    devices:
${devices.map((device) => `      - {kind: camera, type: dome, ${device}}\n`).join('')}`;

/** A camera in the middle of the corridor: however it is turned, it covers too little. */
const MIDDLE = 'id: C1, at: [6, 4.04], heading: 0, tilt: 30';

// C1照图可及客房，须改；转动一次即可，不能更小。
// C1 sees into the room as drawn and must change; one turn is the least.
test('a change as small as those that must be is told as the least', async () => {
  const { repairs, said } = await changed(
    planOf('id: C1, at: [0.04, 5], heading: 90, tilt: 30', 'id: C2, at: [11.96, 5], heading: 270, tilt: 30'),
  );
  expect(repairs).toEqual(['C1 turn']);
  expect(said).toContain('推荐改动1处，改动量1，已证明不能更小（');
});

test('a camera moves to where it covers more, and whether less would do is not told', async () => {
  const { repairs, said } = await changed(planOf(MIDDLE));
  expect(repairs).toEqual(['C1 move']);
  expect(said).toContain('推荐改动1处，改动量3；能否更小，未作证明。');
});

test('a camera that may stand a little off its place is not moved as if it stood exactly there', async () => {
  const { repairs, edits } = await changed(planOf(`${MIDDLE}, tolerance: {position: 0.05}`));
  expect(repairs).not.toContain('C1 move');
  expect(edits).toBeDefined();
});

// 全图仅有的一台摄像机可及卫生间，取消后全图未见技防设备，不符合第八条第（十）项：不予采纳，并列明该项。
// Without its only camera, which sees into the restroom, the plan shows no device at all.
test('of a change that lint refuses it is told what for', async () => {
  const { repairs, edits, said } = await changed(`sitecam: 1
site: {name: 某医院, categories: [hospital], region: "150102"}
coordinates: metres
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: store, kind: store, rect: [0, 4, 12, 2]}
      - {id: wc, kind: restroom, rect: [12, 4, 4, 2]}
    openings:
      - {id: p, kind: passage, line: [[12, 4.2], [12, 5.8]]}
    devices:
      - {id: C1, kind: camera, form: ptz, height: 2.7, hfov: 98, resolution: [2560, 1440], audio: none, at: [6, 5]}
`);
  expect([repairs, edits]).toEqual([['C1 remove'], undefined]);
  expect(said).toContain('- 不符合：hospital/8(10)/place');
});
