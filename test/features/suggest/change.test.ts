// Changes to what is drawn: which are the least, which cameras may move, and what is said of one that lint refuses.

import { expect, test } from 'vitest';
import { changing } from '../../../src/features/suggest/change.js';
import type { Task } from '../../../src/features/suggest/design/master.js';
import { finish, seedsOf } from '../../../src/features/suggest/design/part.js';
import { repairing } from '../../../src/features/suggest/design/repair.js';
import { suggestionDocument } from '../../../src/features/suggest/report/document.js';
import { rootsOf } from '../../../src/features/suggest/space/space.js';
import { loadSolver } from '../../../src/host/suggest/solver.js';
import { writeTerminal } from '../../../src/render/writers/terminal.js';
import { cameraType, catalogueOf, contextsOf, fieldOf, lintedText, sceneOn } from './scenes.js';
import { innOf, judged } from './suggestions.js';
import { textOf } from './tiny.js';

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

const planOf = (...devices: readonly string[]) =>
  innOf({ devices: devices.map((device) => `      - {kind: camera, type: dome, ${device}}\n`).join('') });

// 保留的两台已达到要求，无须改动：改动量0，不能更小。
// What stays does all that is asked: no change is the least.
test('no change where none is needed is told as the least', async () => {
  const { repairs, said } = await changed(
    planOf(
      'id: C1, at: [0.04, 4.04], heading: 57, tilt: 29, status: existing',
      'id: C2, at: [11.96, 5.96], heading: 236, tilt: 29, status: existing',
    ),
  );
  expect(repairs).toEqual([]);
  expect(said).toContain('改动量0，已证明不能更小（');
});

// 摄像机位置有容差的，移位后按型号新画即失去该容差，不得视同移位。
// A camera drawn anew of a type has no tolerance of place, so one that has can't be moved.
test('a camera moves to where it covers more, but for one that may stand a little off its place', async () => {
  const type = cameraType('eye', 100);
  const changes = async (more: string) => {
    const report = lintedText(`${textOf({
      zones: ['{id: hall, kind: corridor, name: 走廊, rect: [0, 0, 3, 2]}'],
      walls: [],
      openings: ['{id: out, kind: door, line: [[0, 0.5], [0, 1.4]]}'],
    })}    devices:
      - {id: C1, kind: camera, at: [1.5, 0.04], height: 2.7, hfov: 100, resolution: [2560, 1440], audio: none${more}}
`);
    const contexts = contextsOf(report);
    const [level] = contexts[0].site.levels;
    const scene = sceneOn(contexts, level, catalogueOf([type]));
    const field = fieldOf(scene, await solver);
    const { requirements, atoms, mounts, catalogue } = scene;
    const task: Task = {
      requirements: requirements.map((_, n) => n),
      atoms: atoms.map((_, n) => n),
      needed: new Map(requirements.map(({ share, area }, n) => [n, share * area])),
      kept: new Float64Array(atoms.length),
      beyond: new Map(),
    };
    const pool = seedsOf(field, rootsOf(contexts, mounts, catalogue, atoms));
    const drawn = report.site.levels.flatMap(({ devices }) => devices);
    const { options = [] } = finish(repairing(field, task, drawn, pool));
    return options.map(({ change }) => change);
  };
  expect(await changes('')).toEqual(['move']);
  expect(await changes(', tolerance: {position: 0.05}')).toEqual(['keep', 'add']);
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
  expect(said).toContain('照此改图后重新审查未获通过，不作推荐，图纸未改');
  expect(said).toContain('- 不符合：hospital/8(10)/place');
  expect(said).not.toContain('应当由摄像机覆盖的部位');
});

// 原图没有摄像机，新增一台：其单台覆盖与全部布置达到的覆盖率是同一个数。
// The only camera covers all that is covered.
test('a camera that is added is listed with the share that it covers', async () => {
  const { repairs, said } = await changed(innOf({ devices: '      - {id: A1, kind: panic-button, at: [6, 5.96]}\n' }));
  expect(repairs).toEqual([]);
  expect(said).toMatch(/N1-01 .*“走廊”94\.9%\n/);
  expect(said).toMatch(/passage“走廊” .* 94\.9% +达到\n/);
});

// 转动的改动量1，新增的10：转动即可达到的，不新增。
// A turn is the smaller change: no camera is added where one that is drawn need only look elsewhere.
test('a camera that looks the wrong way is turned', async () => {
  const { repairs, said } = await changed(planOf('id: C1, at: [0.1, 4.3], heading: 0, tilt: 29'));
  expect(repairs).toEqual(['C1 turn']);
  expect(said).toMatch(/C1：朝向由0°改为\d+(\.\d)?°。/);
  expect(said).toContain('推荐改动1处，改动量1');
});

// 由中间移到一端，型号不变：不改写视场角等未变的参数。
// Moved from the middle to one end, of the same type: what stays the same isn't written.
test('a camera that is moved gets its new place and pose, and no field that it has by its type', async () => {
  const { repairs, edits = [] } = await changed(planOf('id: C1, at: [6, 4.1], heading: 0, tilt: 29'));
  expect(repairs).toEqual(['C1 move']);
  expect(edits.map(({ text }) => text).join(' ')).not.toContain('hfov');
  expect(edits.length).toBeGreaterThan(0);
});

// 设于两墙交角、朝向沿墙的，图中看不出在墙的哪一侧：转动即替其选定一侧，故不转动。
// Where a corner's camera looks along a wall nobody can say on which side it stands, and a turn would choose one.
test('a camera that looks along a wall from a corner is moved, and not turned to either side of it', async () => {
  const { repairs } = await changed(`sitecam: 1
site: {name: 小旅店, categories: [hotel], region: "150102"}
coordinates: metres
deviceTypes:
  dome: {kind: camera, form: fixed, height: 2.7, hfov: 98, resolution: [2560, 1440], audio: none}
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: passage, kind: corridor, rect: [0, 4, 6, 2]}
      - {id: wc, kind: restroom, rect: [0, 0, 6, 4]}
      - {id: other, kind: corridor, rect: [0, 6, 6, 2]}
    openings:
      - {id: p, kind: passage, line: [[2, 4], [4, 4]]}
      - {id: d, kind: door, line: [[6, 6.5], [6, 7.4]]}
    devices:
      - {id: C1, kind: camera, type: dome, at: [0, 6], heading: 179.9, tilt: 30}
`);
  expect(repairs).toEqual(['C1 move']);
});
