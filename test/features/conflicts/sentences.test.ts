// What is said of design criteria beside a conflict.
import { expect, test } from 'vitest';
import { conflictsOf } from '../../../src/features/conflicts/find.js';
import { conflictText } from '../../../src/features/conflicts/sentences.js';
import { linted, textOf } from './plans.js';

// C1照图已达到B的设计指标，但与A不能同时达到：只证明了两者不能兼得，不得称B“无论朝向何处均不能达到”；两处的级别不同，各自注明。
// As drawn C1 meets the criterion of B. What is proved is that no pose meets it together with that of A, at another level.
const PLAN = `sitecam: 1
site: {name: 某旅馆, categories: [hotel], region: "150102"}
coordinates: metres
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: A, kind: corridor, rect: [0, 0, 12, 2]}
      - {id: B, kind: main-entrance, rect: [0, 2, 2, 3], enclosed: true}
      - {id: wc, kind: restroom, rect: [0, 5, 2, 4]}
    openings:
      - {id: p0, kind: passage, line: [[0, 2], [2, 2]]}
      - {id: d-wc, kind: door, line: [[0.5, 5], [1.4, 5]]}
    devices:
      - {id: C1, kind: camera, at: [1, 0.05], heading: 0, height: 2.7, tilt: 12, hfov: 80, resolution: [3840, 2160], audio: none}
`;

test('criteria that no one pose meets together are told as that, each at its own level', () => {
  const report = linted(PLAN);
  const [conflict] = conflictsOf(report);
  const { criterion } = conflictText(conflict, report.pack);
  expect(criterion?.en).toBe(
    "(not the regulation's) 'A' 2.13% as drawn, 90% set (observe, 62.5 px/m); 'B' 100.00% as drawn, 95% set (recognise, 125 px/m). From this mounting point no one pose meets all that must be watched and the design criteria together (proved); whether it meets one of them alone is not what was proved.",
  );
  expect(criterion?.zh).toContain('没有一个姿态能同时达到应当覆盖的要求和设计指标（已证明）');
});

test('a criterion that no pose meets by itself is told as that', () => {
  const report = linted(textOf('ktv-high-window'));
  const [conflict] = conflictsOf(report);
  const { criterion } = conflictText(conflict, report.pack);
  expect(criterion?.zh).toMatch(/“通道P2”[^”]*在该安装点，本机无论朝向何处均不能达到（已证明）。$/);
  expect(criterion?.en).toMatch(/From this mounting point no pose meets it \(proved\)\.$/);
});

test('why a conflict isn’t decided is told by its own reason', () => {
  const report = linted(PLAN);
  const [conflict] = conflictsOf(report);
  const because = (why: 'device' | 'resolution' | 'effort' | 'others') =>
    conflictText({ ...conflict, answer: { is: 'undecided', why, cells: 7 } }, report.pack).answer.zh;
  expect(because('device')).toContain('鱼眼、多镜头、云台、人脸终端等须另行判断');
  expect(because('resolution')).toMatch(/细分至[\d.]+°（本工具设定）仍有姿态/);
  expect(because('effort')).toContain('见 --limit work');
  expect(because('others')).toContain('均引起其他新的问题');
});
