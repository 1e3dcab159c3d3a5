// Rule plan/unzoned-view: views into space that is in no zone.

import { compareArea } from '../../base/threshold.js';
import { devicesOf } from '../../facts/capture/devices.js';
import type { RuleContext } from '../../facts/context.js';
import { memoizeOnGroundBy } from '../../facts/memo.js';
import { outlineOfPieces } from '../../geometry/index.js';
import { catalogue, templatesOf } from '../../i18n/catalogue.js';
import { plainFigure, squareMetres } from '../../i18n/number.js';
import { parameter } from '../../law/lookup.js';
import type { Device } from '../../plan/model.js';
import { example } from '../example.js';
import { defineRule } from '../rule.js';
import { type Statement, statement } from '../verdict.js';

const t = catalogue('', {
  undrawn: {
    zh: '设备“{device}”的最大可视范围可及图中未划定区域的空间{area}（达到{limit}平方米，本工具参数），该处是否涉及个人隐私无从审查。请补充划定区域，或者由审查人判定。',
    en: "The largest view of device '{device}' reaches {area} of space that is in no zone ({limit} m² or more, this tool's parameter); whether that involves personal privacy can't be told. Draw its zones, or the reviewer must decide.",
  },
});

/** Returns a finding for each device whose may-see covers undrawn area from the parameter `undrawnArea` (m²) on. */
function check(context: RuleContext): Statement[] {
  return devicesOf(context.site).flatMap((device) => ofDevice(context, device));
}

const ofDevice = memoizeOnGroundBy(({ sight, pack }, device: Device): readonly Statement[] => {
  if (device.video === 'none') return [];
  const limit = parameter(pack, 'undrawnArea');
  const { area, pieces } = sight.undrawn(device);
  if (compareArea({ area, bound: 0, outline: () => outlineOfPieces(pieces) }, limit) === 'below') return [];
  return [
    statement({
      subject: device.id,
      outcome: 'review',
      message: t.undrawn({ device: device.id, area: squareMetres(area), limit: plainFigure(limit) }),
      place: device.place,
      evidence: { level: device.level, ...(pieces.length === 0 ? {} : { uncovered: pieces.slice(0, 1) }) },
      dependsOn: { levels: [device.level], devices: [device.id] },
    }),
  ];
});

/** Example plan of the page; a test lints it. */
const PLAN = example(
  ['review C1'],
  `
    ceiling: 3
    zones:
      - {id: a, kind: lobby, rect: [0, 0, 6, 6]}
      - {id: b, kind: lobby, rect: [10, 0, 6, 6]}
    openings:
      - {id: p1, kind: passage, line: [[6, 2], [6, 4]]}
    devices:
      - {id: C1, kind: camera, at: [1, 3], height: 2.8, heading: 90, tilt: 15, hfov: 90, resolution: [1920, 1080], audio: none}
`,
);

/**
 * The rule plan/unzoned-view, which reports devices whose largest view reaches into space that is in no zone. What
 * nobody drew can't be judged, and isn't therefore harmless.
 */
export const rule = defineRule({
  id: 'plan/unzoned-view',
  level: 'warning',
  title: { zh: '最大可视范围及于未划定区域的空间', en: 'View into space that is in no zone' },
  parameters: ['privacyDensity', 'undrawnArea'],
  waivable: true,
  messages: templatesOf(t),
  docs: {
    zh: `最大可视范围把没有画出的空间视为敞开：没有画出的，不能遮挡视线，也无从知道是否涉及个人隐私。及于楼层范围内未划定区域的空间达到2平方米（本工具参数）的，须审查判定。室外请画为区域（yard）。

${PLAN}`,
    en: `The largest view takes undrawn space as open: what isn't drawn can't hide anything, and nobody knows whether it involves personal privacy. 2 m² of it or more inside the level (this tool's parameter) is for the reviewer. Draw the outdoors as a zone (yard).

${PLAN}`,
  },
  check,
});
