// Rule plan/impossible-optics: optics that no lens can have.
import { example } from '../example.js';
import { faultRule } from './fault.js';

/**
 * The rule plan/impossible-optics, which reports a fault found while the plan is read: optics that no lens can have.
 */
export const rule = faultRule(
  'plan/impossible-optics',
  {
    zh: `视场角、焦距、分辨率等不可能成立的，其可视范围不能计算，与该设备有关的结论待补充。朝向超过一周的，按减去整周后的角度审查，并提出。`,
    en: `Where a field of view, a focal length, a resolution and the like are impossible the views can not be computed, and the verdicts that depend on the device are open. A heading of more than a turn is judged as what is left of it, and said.`,
  },
  example(
    ['fail C1/hfov'],
    `
    ceiling: 3
    zones:
      - {id: lobby, kind: lobby, rect: [0, 0, 8, 6]}
    devices:
      - {id: C1, kind: camera, at: [1, 1], height: 2.8, heading: 45, tilt: 20, hfov: 0, resolution: [1920, 1080], audio: none}
`,
  ),
);
