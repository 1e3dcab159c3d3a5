// Rule plan/unzoned-device: capturing devices that stand in no zone.

import { devicesOf, mayCaptureAnything } from '../../facts/capture/devices.js';
import { privateZones } from '../../facts/capture/private-zones.js';
import type { RuleContext } from '../../facts/context.js';
import { deviceKindName, levelLabel } from '../../facts/labels.js';
import { catalogue, templatesOf } from '../../i18n/catalogue.js';
import { forQuotes } from '../../i18n/list.js';
import type { Zone } from '../../plan/model.js';
import { example } from '../example.js';
import { defineRule } from '../rule.js';
import { type Statement, statement } from '../verdict.js';

const t = catalogue('', {
  outside: {
    zh: '设备“{device}”（{kind}）画在“{level}”未划定区域之处，该处是什么场所、是否涉及个人隐私无从审查。请补充划定区域（室外为 yard），或者更正其位置、楼层。',
    en: "Device '{device}' ({kind}) is drawn on '{level}' where no zone is: what place that is, and whether it involves personal privacy, can't be told. Draw the zone (the outdoors as yard), or correct its place or level.",
  },
  hole: {
    zh: '设备“{device}”（{kind}）画在“{zone}”轮廓线之内、由孔洞（holes）挖去的部分，未计入该区域。该孔洞是什么部位，须由审查人核对。',
    en: "Device '{device}' ({kind}) is drawn within the outline of '{zone}', in a hole cut out of it (holes), and so counts as outside. What that hole is, the reviewer must check.",
  },
});

/** Returns a finding for each device that may capture and stands in no zone, or in a hole of a private place. */
function check(context: RuleContext): Statement[] {
  const pierced = privateZones(context.site).filter(({ zone }) => zone.region.shadows.length > 0);
  return devicesOf(context.site).flatMap((device): Statement[] => {
    if (!mayCaptureAnything(device)) return [];
    const params = { device: forQuotes(device.id), kind: deviceKindName(device) };
    const around = pierced.find(({ zone }) => isInHole(context, zone, device));
    const message =
      around !== undefined
        ? t.hole({ ...params, zone: forQuotes(around.zone.name ?? around.zone.id) })
        : device.zones.length === 0
          ? t.outside({ ...params, level: forQuotes(levelLabel(context.site, device.level)) })
          : undefined;
    if (message === undefined) return [];
    return [
      statement({
        subject: device.id,
        outcome: 'review',
        message,
        place: device.place,
      }),
    ];
  });
}

function isInHole(
  { sight }: RuleContext,
  { region: { rings, shadows }, levels }: Zone,
  { at, level }: { readonly at: readonly [number, number]; readonly level: string },
): boolean {
  if (!levels.includes(level)) return false;
  return (
    shadows.some((hole) => sight.holds({ rings: [hole], shadows: [] }, at)) && sight.holds({ rings, shadows: [] }, at)
  );
}

/** Example plan of the page; a test lints it. */
const PLAN = example(
  ['review C1'],
  `
    ceiling: 3
    zones:
      - {id: a, kind: lobby, rect: [0, 0, 6, 6]}
    devices:
      - {id: C1, kind: camera, at: [3, 9], height: 2.8, heading: 180, tilt: 15, hfov: 90, resolution: [1920, 1080], audio: none}
`,
);

/** The rule plan/unzoned-device. Such a device is in no private place only because nobody drew one. */
export const rule = defineRule({
  id: 'plan/unzoned-device',
  level: 'warning',
  title: { zh: '设备不在任何区域内', en: 'Device in no zone' },
  clauses: [],
  waivable: true,
  messages: templatesOf(t),
  docs: {
    zh: `禁止采集的条款问设备装在什么地方。画在未划定区域之处的，或者画在涉及个人隐私的区域中挖去的孔洞里的，图中没有回答。

- **须审查判定**：具有或者可能具有音视频采集功能的设备，不在图中任何区域内，也不在其边界上；或者在涉及个人隐私的区域的孔洞内。
- **怎么改**：补画该处的区域，室外画为 \`yard\`；位置、楼层有误的更正。

${PLAN}`,
    en: `The prohibition of capture asks where a device is installed. Where it is drawn in undrawn space, or in a hole cut out of a private place, the plan doesn't answer.

- **review**: a device that captures sound or image, or may, stands in no zone of the plan nor on the edge of one; or in a hole of a private place.
- **what to do**: draw the zone, the outdoors as \`yard\`; correct its place or level where that is wrong.

${PLAN}`,
  },
  check,
});
