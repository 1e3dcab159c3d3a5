// Rule plan/device-name-mismatch: a device's name or model means another device than is drawn.

import { devicesOf, mayCaptureAnything } from '../../facts/capture/devices.js';
import { privateZonesById } from '../../facts/capture/private-zones.js';
import type { RuleContext } from '../../facts/context.js';
import { deviceKindName, midSentence, standsIn } from '../../facts/labels.js';
import { catalogue, templatesOf } from '../../i18n/catalogue.js';
import { forQuotes } from '../../i18n/list.js';
import type { Localized } from '../../i18n/locale.js';
import { prohibitionOf } from '../../law/lookup.js';
import { capabilityMeantByName } from '../../law/names/devices.js';
import { kindMeantByName } from '../../law/names/kind-of-name.js';
import type { Device } from '../../plan/model.js';
import { example } from '../example.js';
import { defineRule } from '../rule.js';
import { type Statement, statement } from '../verdict.js';

const t = catalogue('', {
  captures: {
    zh: '设备“{device}”（{kind}）标明不具有{lacks}采集功能，其名称或者型号“{name}”却通常指具有该功能的产品。请补充产品说明，或者更正类型、名称。',
    en: "Device '{device}' ({kind}) is stated to capture no {lacks}, but its name or model '{name}' usually means a product that does. Give the product's description, or correct its kind or name.",
  },
  camera: {
    zh: '设备“{device}”的类型为摄像机，又标明不具有视频采集功能（video: none），两者矛盾。请更正其一，并补充产品说明。',
    en: "Device '{device}' is a camera by its kind and is stated to capture no images (video: none). Correct one of them, and give the product's description.",
  },
  place: {
    zh: '设备“{device}”的名称“{name}”指{named}，图中却画在{stands}。请核对其安装位置，或者区域的类型。',
    en: "The name of device '{device}', '{name}', means {named}, but it is drawn in {stands}. Check where it is mounted, or the kind of that zone.",
  },
});

const IMAGES: Localized = { zh: '视频', en: 'images' };
const SOUND: Localized = { zh: '音频', en: 'sound' };

/** Returns the findings on devices whose name contradicts their capability or their place. */
function check(context: RuleContext): Statement[] {
  return devicesOf(context.site).flatMap((device) => {
    const message = capabilityMessage(device);
    if (message !== undefined) return [mismatchStatement(device, 'open', message)];
    const place = placeMessage(context, device);
    return place === undefined ? [] : [mismatchStatement(device, 'review', place)];
  });
}

function capabilityMessage(device: Device): Statement['message'] | undefined {
  const about = { device: forQuotes(device.id), kind: deviceKindName(device) };
  for (const text of [device.name, device.type]) {
    if (text === undefined) continue;
    const meant = capabilityMeantByName(text);
    const lacks =
      meant.images && device.video === 'none' ? IMAGES : meant.sound && device.audio === 'none' ? SOUND : undefined;
    if (lacks !== undefined) return t.captures({ ...about, lacks, name: forQuotes(text) });
  }
  return device.kind === 'camera' && device.video === 'none' ? t.camera(about) : undefined;
}

/**
 * Returns the message for a capturing device that is named after a private place and stands in none: a camera called
 * 女更衣室.
 */
function placeMessage({ site, pack }: RuleContext, device: Device): Statement['message'] | undefined {
  if (!mayCaptureAnything(device) || device.name === undefined) return undefined;
  const named = kindMeantByName(pack, device.name);
  if (named === undefined || prohibitionOf(pack, named.id)?.regime !== 'room') return undefined;
  if (device.zones.some((id) => privateZonesById(site).has(id))) return undefined;
  return t.place({
    device: forQuotes(device.id),
    name: forQuotes(device.name),
    named: midSentence(named.name),
    stands: standsIn(site, device),
  });
}

function mismatchStatement(device: Device, outcome: 'open' | 'review', message: Statement['message']): Statement {
  return statement({
    subject: device.id,
    outcome,
    message,
    place: device.place,
  });
}

/** Example plan of the page; a test lints it. */
const PLAN = example(
  ['open S1'],
  `
    zones:
      - {id: wc, kind: restroom, name: 女卫生间, rect: [0, 0, 4, 3]}
    openings:
      - {id: d1, kind: door, line: [[1, 3], [1.9, 3]]}
    devices:
      - {id: S1, kind: smoke-detector, name: 针孔摄像机, at: [2, 1], height: 2.9}
`,
);

/** The rule plan/device-name-mismatch. A camera drawn as a smoke detector would escape Art. 9 by its kind. */
export const rule = defineRule({
  id: 'plan/device-name-mismatch',
  level: 'error',
  title: { zh: '设备名称、型号与图中所载不一致', en: 'A device whose name means another' },
  clauses: [],
  waivable: true,
  messages: templatesOf(t),
  docs: {
    zh: `第九条看设备能够采集什么。名称、型号通常指摄像机、拾音器，却标为不具有采集功能的，须先澄清。

- **待补充**：名称或者型号通常指具有视频、音频采集功能的产品（“针孔摄像机”“DS-2CD…”“拾音器”），图中标明不具有；类型为摄像机而写 \`video: none\`。“无拾音”“摄像机电源”等不在此列。
- **须审查判定**：具有采集功能的设备，名称指客房、卫生间、更衣室等，却画在其他部位。“卫生间门口”等不在此列。
- **怎么改**：更正类型、名称或者位置，补充产品说明。

${PLAN}`,
    en: `Art. 9 asks what a device can capture. One whose name or model usually means a camera or a microphone, and which is stated to capture nothing, must be cleared up first.

- **open**: a name or model that usually means a product with image or sound capture, on a device stated to have none; a camera with \`video: none\`. A camera's power supply, or "no audio", is none of these.
- **review**: a device that captures is named after a guest room, restroom, changing room and the like, and is drawn elsewhere.
- **what to do**: correct kind, name or place, and give the product's description.

${PLAN}`,
  },
  check,
});
