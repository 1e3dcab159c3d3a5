// Rule plan/home-outside-limits: home presets that lie outside the pan or tilt limits of their PTZ.
import { example } from '../example.js';
import { faultRule } from './fault.js';

/**
 * The rule plan/home-outside-limits, which reports a fault found while the plan is read: home presets that lie outside
 * the pan or tilt limits of their PTZ.
 */
export const rule = faultRule(
  'plan/home-outside-limits',
  {
    zh: `云台的默认预置位应当在其限位之内。超出的，两者均计入最大可视范围，与该设备有关的结论待补充。`,
    en: `The home preset of a PTZ lies within its limits. Otherwise both count as seen, and the verdicts that depend on the device are open.`,
  },
  example(
    ['fail P1/ptz.home.heading'],
    `
    ceiling: 3
    zones:
      - {id: lobby, kind: lobby, rect: [0, 0, 8, 6]}
    devices:
      - {id: P1, kind: camera, form: ptz, at: [1, 1], height: 2.8, resolution: [1920, 1080], audio: none, ptz: {pan: [0, 90], tilt: [0, 60], hfov: [4, 60], limits: hard, home: {heading: 180, tilt: 20, hfov: 60}}}
`,
  ),
);
