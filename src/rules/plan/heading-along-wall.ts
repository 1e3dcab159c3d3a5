// Rule plan/heading-along-wall: devices whose heading doesn't show on which side of their wall they are.

import type { RuleContext } from '../../facts/context.js';
import { catalogue, templatesOf } from '../../i18n/catalogue.js';
import { example } from '../example.js';
import { defineRule } from '../rule.js';
import { type Statement, statement } from '../verdict.js';

const t = catalogue('', {
  along: {
    zh: '设备“{id}”位于墙上（5厘米以内），其朝向与墙面平行（相差不足1度），看不出安装在墙的哪一面。最大可视范围按两面均可能计，最小可视范围按均不可见计；请把设备画在墙的一面，或者改正朝向。',
    en: "Device '{id}' is on a wall (within 5 cm) and heads along it (within 1°), so which face it is mounted on can't be told. The largest view takes both sides, the smallest none; draw it on one face, or correct its heading.",
  },
});

/** Returns a finding for each device on a wall whose heading runs along it. */
function check({ site, sight }: RuleContext): Statement[] {
  return site.levels.flatMap((level) =>
    level.devices
      .filter((device) => device.status !== 'removed' && sight.mounting(device) === 'along-wall')
      .map(
        ({ id, place }): Statement =>
          statement({
            subject: id,
            outcome: 'review',
            message: t.along({ id }),
            place,
            dependsOn: { levels: [level.id], devices: [id] },
          }),
      ),
  );
}

const PLAN = example(
  ['review c1'],
  `
    ceiling: 3
    zones:
      - {id: hall, kind: corridor, name: 走廊, rect: [0, 0, 8, 2]}
      - {id: lobby, kind: lobby, name: 大堂, rect: [0, 2, 8, 6]}
    openings:
      - {id: d1, kind: door, line: [[1, 2], [2, 2]]}
    devices:
      - {id: c1, kind: camera, at: [5, 2], height: 2.8, heading: 90, tilt: 20, hfov: 90, resolution: [2560, 1440], audio: none}
`,
);

/**
 * The rule plan/heading-along-wall, which reports devices mounted on a wall whose heading runs along that wall, so
 * that it doesn't say on which side they are. May-see of such a device takes every side where a zone is drawn, and
 * must-see none.
 */
export const rule = defineRule({
  id: 'plan/heading-along-wall',
  level: 'warning',
  title: { zh: '朝向与所在墙面平行', en: 'Heading along the wall it is on' },
  parameters: ['onWall'],
  waivable: true,
  messages: templatesOf(t),
  docs: {
    zh: `墙上的设备归朝向所指的一面。朝向与墙面平行的，看不出是哪一面：隐私按两面判，覆盖按两面都不计。

**怎么改**：设备画在所朝一面，离墙线几厘米；或者改正朝向。

${PLAN}`,
    en: `A device on a wall belongs to the side its heading points to. One that heads along the wall doesn't say which: privacy takes both, coverage neither.

**What to do**: draw the device a few centimetres off the wall's line on its side, or correct its heading.

${PLAN}`,
  },
  check,
});
