// Rule plan/unzoned-device: capturing devices in a hole of a private place.

import { devicesOf, mayCaptureAnything } from '../../facts/capture/devices.js';
import { holeAround } from '../../facts/capture/undrawn.js';
import type { RuleContext } from '../../facts/context.js';
import { deviceKindName, zoneLabel } from '../../facts/labels.js';
import { catalogue, templatesOf } from '../../i18n/catalogue.js';
import { forQuotes } from '../../i18n/list.js';
import { example } from '../example.js';
import { defineRule } from '../rule.js';
import { type Statement, statement } from '../verdict.js';

const t = catalogue('', {
  hole: {
    zh: '设备“{device}”（{kind}）画在“{zone}”轮廓线之内、由孔洞（holes）挖去的部分，未计入该区域。该孔洞是什么部位，须由审查人核对。',
    en: "Device '{device}' ({kind}) is drawn within the outline of '{zone}', in a hole cut out of it (holes), and so counts as outside. What that hole is, the reviewer must check.",
  },
});

/**
 * Returns a finding for each device that may capture and stands in a hole of a private place that is drawn as another
 * zone. In a hole that is drawn as nothing, capture/unknown-use asks what it is.
 */
function check(context: RuleContext): Statement[] {
  return devicesOf(context.site).flatMap((device): Statement[] => {
    const around = mayCaptureAnything(device) && device.zones.length > 0 ? holeAround(context, device) : undefined;
    if (around === undefined) return [];
    const params = {
      device: forQuotes(device.id),
      kind: deviceKindName(device),
      zone: forQuotes(zoneLabel(around)),
    };
    return [statement({ subject: device.id, outcome: 'review', message: t.hole(params), place: device.place })];
  });
}

/** Example plan of the page; a test lints it. */
const PLAN = example(
  ['review C1'],
  `
    ceiling: 3
    zones:
      - {id: wc, kind: restroom, name: 卫生间, polygon: [[0, 0], [8, 0], [8, 6], [0, 6]], holes: [[[2, 2], [4, 2], [4, 4], [2, 4]]]}
      - {id: core, kind: store, name: 库房, rect: [2, 2, 2, 2]}
    openings:
      - {id: d1, kind: door, line: [[6, 0], [6.9, 0]]}
    devices:
      - {id: C1, kind: camera, at: [3, 3], height: 2.8, heading: 180, tilt: 15, hfov: 90, resolution: [1920, 1080], audio: none}
`,
);

/**
 * The rule plan/unzoned-device, which reports devices that may capture and stand in a hole cut out of a private place,
 * where that hole is drawn as another zone. Only the hole keeps such a device out of the place.
 */
export const rule = defineRule({
  id: 'plan/unzoned-device',
  level: 'warning',
  title: { zh: '设备在隐私区域的孔洞内', en: 'Device in a hole of a private place' },
  waivable: true,
  messages: templatesOf(t),
  docs: {
    zh: `禁止采集的规定问设备装在什么地方。画在涉及个人隐私的区域中挖去的孔洞里的，该孔洞虽画成其他区域，实际是什么部位仍须核对。

- **须审查判定**：具有或者可能具有音视频采集功能的设备，在涉及个人隐私的区域的孔洞内，该孔洞画成了其他区域。
- 不在任何区域内的设备，见 \`capture/unknown-use\`。

${PLAN}`,
    en: `The prohibition of capture asks where a device is installed. A hole cut out of a private place may be drawn as another zone; what it really is still has to be checked.

- **review**: a device that captures sound or image, or may, stands in a hole of a private place that is drawn as another zone.
- For devices in no zone see \`capture/unknown-use\`.

${PLAN}`,
  },
  check,
});
