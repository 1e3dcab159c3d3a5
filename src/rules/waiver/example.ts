// Example plan with a waiver, for the pages of the waiver rules.
import { example } from '../example.js';

/**
 * Returns the example plan of a hotel with one waiver, as a yaml block for a rule's page. Its corridor is watched from
 * one end only, so the design criterion finds it wanting.
 *
 * @param expected the verdict that {@link example} marks the plan with, such as `fail entrance`
 * @param waiver id of the rule, subject, and last day (YYYY-MM-DD) of the waiver; `reason`: why it was given, absent: a
 * sound reason
 */
export function waived(
  expected: string,
  waiver: { readonly rule: string; readonly subject: string; readonly until: string; readonly reason?: string },
): string {
  return example(
    [expected],
    `
sitecam: 1
site: {name: 某宾馆, categories: [hotel]}
coordinates: metres
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: way, kind: corridor, name: 走廊, rect: [0, 0, 40, 2]}
    devices:
      - {id: C1, kind: camera, audio: none, at: [0.1, 1], height: 2.6, heading: 90, tilt: 15, hfov: 90, resolution: [1920, 1080]}
waivers:
  - {rule: ${waiver.rule}, subject: ${waiver.subject}, reason: ${waiver.reason ?? '待二期工程增设'}, by: 张某, until: ${waiver.until}}`,
  );
}
