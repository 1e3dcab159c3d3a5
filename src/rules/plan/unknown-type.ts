// Rule plan/unknown-type: device types that `deviceTypes` of the plan doesn't define.
import { example } from '../example.js';
import { faultRule } from './fault.js';

/**
 * The rule plan/unknown-type, which reports a fault found while the plan is read: device types that `deviceTypes` of
 * the plan doesn't define.
 */
export const rule = faultRule(
  'plan/unknown-type',
  {
    zh: `设备的型号（type）须在 \`deviceTypes\` 中定义，否则其参数不明，与该设备有关的结论待补充。`,
    en: `The type of a device must be defined in \`deviceTypes\`; without it its parameters are unknown and the verdicts that depend on it are open.`,
  },
  example(
    ['fail C1'],
    `
    ceiling: 3
    zones:
      - {id: lobby, kind: lobby, rect: [0, 0, 8, 6]}
    devices:
      - {id: C1, kind: camera, type: dome-4mp, at: [1, 1], height: 2.8, heading: 45, tilt: 20, hfov: 90, resolution: [1920, 1080], audio: none}
`,
  ),
);
