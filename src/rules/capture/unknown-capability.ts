// Rule capture/unknown-capability: devices that would be a finding if they captured image or sound.

import {
  captureOf,
  captures,
  prohibitedClauses,
  prohibitsCapture,
  prohibitsSound,
  unstatedCapture,
  viewDuties,
} from '../../facts/capture/bars.js';
import { devicesInOrder, devicesOf } from '../../facts/capture/devices.js';
import {
  devicesPossiblyIn,
  type Inside,
  type PrivateZone,
  placementIn,
  possiblePlaces,
} from '../../facts/capture/private-zones.js';
import { heardBy, mayHear } from '../../facts/capture/sound.js';
import { type GradedDeviceView, levelsInSight, viewsInto } from '../../facts/capture/views.js';
import type { GroundContext, RuleContext } from '../../facts/context.js';
import { deviceKindName, distinctClauses } from '../../facts/labels.js';
import { memoizeByInputs } from '../../facts/memo.js';
import { catalogue, templatesOf, textOf } from '../../i18n/catalogue.js';
import type { Pack } from '../../law/types.js';
import type { Device } from '../../plan/model.js';
import type { Reach } from '../../sight/types.js';
import { example } from '../example.js';
import { defineRule } from '../rule.js';
import { says } from './wording/predicates.js';
import { inPublicPlaces, SCOPE } from './wording/scope.js';
import {
  type CaptureStatement,
  clausesOfKinds,
  idsOnLevels,
  itemsWithoutZones,
  NO_ZONE,
  NO_ZONE_YET,
  pairDependsOn,
  pairSubject,
  passVerdict,
  relatedPlaces,
  relatedZone,
  sightLine,
  zoneParams,
} from './wording/statements.js';

const t = catalogue('', {
  inside: {
    zh: '设备“{device}”（{deviceKind}）设于“{zone}”（{zoneKind}）内，{saying}。',
    en: "Device '{device}' ({deviceKind}) stands in '{zone}' ({zoneKind}) and {saying}.",
  },
  near: {
    zh: '设备“{device}”（{deviceKind}）设于“{zone}”（{zoneKind}）附近且其间无遮挡，{saying}。',
    en: "Device '{device}' ({deviceKind}) stands near '{zone}' ({zoneKind}) with nothing between and {saying}.",
  },
  within: {
    zh: '设备“{device}”（{deviceKind}）设于邻近“{zone}”（{zoneKind}）处，如具有{unsaid}功能则可及该区域，{saying}。',
    en: "Device '{device}' ({deviceKind}) stands where it would reach '{zone}' ({zoneKind}) if it had {unsaid}; {saying}.",
  },
  clear: {
    zh: '图中标明的设备，未发现采集功能不明而设于或者可及“{zone}”（{zoneKind}）的；已核设备{count}台。',
    en: "No device as drawn whose capability is unknown was found in '{zone}' ({zoneKind}) or within reach of it; devices checked: {count}.",
  },
  unsaid: {
    zh: '图中未注明其是否具有{unsaid}功能',
    en: 'the drawing does not say whether it has {unsaid}',
  },
  denied: {
    zh: '图中标明其不采集图像，而其类型、名称或者型号表示其采集图像',
    en: 'the drawing says that it takes no images, which its kind, name or model contradicts',
  },
  noZone: NO_ZONE,
  noZoneYet: NO_ZONE_YET,
  say: {
    zh: '为“{device}”写明 video、audio（none 表示没有），并附产品型号及功能说明。',
    en: "Give '{device}' its video and audio (none where it has none), with the product's model and a description of its functions.",
  },
});

interface Question {
  /** The place as the kind by which the device is in it, sees it or hears it. */
  readonly as: PrivateZone;
  readonly message: 'inside' | 'near' | 'within';
  readonly video: boolean;
  readonly audio: boolean;
  readonly reach?: Reach;
}

/** Returns what must be known of a device in the zone; undefined if the known facts already decide. */
function askedInside(pack: Pack, device: Device, { as, distance }: Inside): Question | undefined {
  const video = device.video === 'unknown';
  const audio = device.audio === 'unknown' && prohibitsSound(pack);
  if (captures(pack, device) || !(video || audio)) return undefined;
  return { as, message: distance === undefined ? 'inside' : 'near', video, audio };
}

/** Returns what must be known of a device outside; undefined unless that capability would make a finding. */
function askedOutside(
  context: GroundContext,
  device: Device,
  target: PrivateZone,
  views: readonly GradedDeviceView[],
): Question | undefined {
  const view = device.video === 'unknown' ? views.find((each) => each.device === device) : undefined;
  const seen = view?.grade.is === 'finding' ? { as: view.target, reach: view.grade.reach } : undefined;
  const heard =
    device.audio === 'unknown' && prohibitsSound(context.pack) ? heardBy(context, device, target) : undefined;
  const place = seen ?? heard;
  if (place === undefined) return undefined;
  return { ...place, message: 'within', video: seen !== undefined, audio: heard !== undefined };
}

function judge(context: GroundContext, device: Device, question: Question): CaptureStatement {
  const { as: target, reach, message, video, audio } = question;
  const { zone } = target;
  const unsaid = unstatedCapture(context.pack, video, audio);
  const params = {
    ...zoneParams(context, target),
    device: device.id,
    deviceKind: deviceKindName(device),
    unsaid,
    saying: video && device.imagesDenied === true ? t.denied : t.unsaid({ unsaid }),
  };
  return {
    subject: pairSubject(device, zone),
    outcome: 'open',
    message: textOf(t, message, params),
    says: (leads) => says.open({ leads }),
    basis: target.prohibition.basis,
    advice: t.say({ device: device.id }),
    ...(message === 'within' ? restingOn(context, target, audio) : { clauses: clausesOf(context, target) }),
    penalties: [],
    place: device.place,
    related: reach === undefined ? [relatedZone(zone)] : relatedPlaces(reach, zone),
    ...(reach === undefined ? {} : { evidence: sightLine(reach) }),
    dependsOn: pairDependsOn(device, zone),
  };
}

/**
 * Returns the duty that a device outside would breach, and the item that makes the place private: the item prohibits
 * installing in the place alone.
 */
function restingOn(
  context: GroundContext,
  target: PrivateZone,
  audio: boolean,
): Pick<CaptureStatement, 'clauses' | 'decides' | 'places'> {
  const { clause, viewClauses } = target.prohibition;
  const decides = audio ? [captureOf(context.pack).duty] : viewClauses.slice(0, 1);
  return {
    clauses: distinctClauses([...decides, ...clausesOf(context, target)]),
    decides,
    places: decides.includes(clause) ? [] : [clause],
  };
}

function clausesOf({ pack }: GroundContext, target: PrivateZone) {
  return distinctClauses([target.prohibition.clause, captureOf(pack).prohibition]);
}

/** Returns devices of unknown capability that may be in the zone or near it, see into it, or hear out of it. */
function candidates(context: RuleContext, target: PrivateZone, views: readonly GradedDeviceView[]): readonly Device[] {
  const isUnknown = (device: Device) =>
    device.video === 'unknown' || (prohibitsSound(context.pack) && device.audio === 'unknown');
  const found = [
    ...views.map(({ device }) => device),
    ...mayHear(context, target),
    ...devicesPossiblyIn(context, target),
  ].filter(isUnknown);
  return found.length === 0 ? found : devicesInOrder(context.site, found);
}

const statementsOn = memoizeByInputs(statementsBy);

function statementsBy(
  context: GroundContext,
  target: PrivateZone,
  unknown: readonly Device[],
  views: readonly GradedDeviceView[],
  devices: readonly string[],
): readonly CaptureStatement[] {
  const findings = unknown.flatMap((device) => {
    const inside = placementIn(context, device, target);
    const question =
      inside === undefined ? askedOutside(context, device, target, views) : askedInside(context.pack, device, inside);
    return question === undefined ? [] : [judge(context, device, question)];
  });
  if (findings.length > 0 || target.unsettled === true) return findings;
  const message = () => {
    const { zone, zoneKind } = zoneParams(context, target);
    return t.clear({ zone, zoneKind, count: String(devices.length) });
  };
  const clauses = clausesOfKinds(target, (one) => clausesOf(context, one));
  return [passVerdict(target, devices, message, clauses)];
}

const devicesOn = idsOnLevels(devicesOf, levelsInSight);

function ofZone(context: RuleContext, target: PrivateZone): readonly CaptureStatement[] {
  const views = viewsInto(context, target);
  const unknown = candidates(context, target, views);
  return statementsOn(context, target, unknown, views, devicesOn(context, target.zone));
}

function check(context: RuleContext): CaptureStatement[] {
  return [
    ...possiblePlaces(context.site).flatMap((target) => ofZone(context, target)),
    ...itemsWithoutZones(context, t),
  ];
}

/** Example plans of the page; a test lints them. */
const PLANS = [
  example(
    ['open C1>wc'],
    `
    zones:
      - {id: wc, kind: restroom, name: 女卫生间, rect: [0, 0, 4, 3]}
      - {id: hall, kind: corridor, name: 走廊, rect: [0, 3, 12, 2]}
    openings:
      - {id: d1, kind: door, line: [[1, 3], [1.9, 3]]}
    devices:
      - {id: C1, kind: camera, at: [3, 4.9], height: 2.8, heading: 90, tilt: 20, hfov: 90, resolution: [1920, 1080]}
`,
  ),
  example(
    ['pass wc'],
    `
sitecam: 1
site: {name: Example, categories: [hotel], region: "150102"}
coordinates: metres
levels:
  - id: F1
    zones:
      - {id: wc, kind: restroom, name: Restroom, rect: [0, 0, 4, 3]}
      - {id: hall, kind: corridor, name: Corridor, rect: [0, 3, 12, 2]}
    openings:
      - {id: d1, kind: door, line: [[1, 3], [1.9, 3]]}
    devices:
      - {id: C1, kind: camera, at: [3, 4.9], height: 2.8, heading: 90, tilt: 20, hfov: 90, resolution: [1920, 1080], audio: none}
`,
  ),
].join('\n\n');

/**
 * The rule capture/unknown-capability. It states `open` where the plan doesn't say whether a device captures image or
 * sound, and the verdict on a private place depends on that.
 */
export const rule = defineRule({
  id: 'capture/unknown-capability',
  level: 'error',
  title: {
    zh: '设于或者可及涉及个人隐私的场所和区域的设备，须注明采集功能',
    en: 'What a device in or within reach of a private place can capture must be said',
  },
  parameters: ['privacyDensity', 'viewArea', 'viewDepth', 'grazeDepth', 'grazeFraction', 'pickup', 'nearRadius'],
  clausesIn: (pack) => [...viewDuties(pack), ...prohibitedClauses(pack)],
  appliesTo: prohibitsCapture,
  waivable: false,
  messages: { ...templatesOf(t), ...SCOPE },
  docs: {
    zh: `有的法规看设备是否具有音视频采集功能，有的只看图像采集。图中没有写明的，不能当作没有：摄像机默认音频不明，对讲设备默认视频不明，“其他”两者均不明。

- **待补充**：功能不明的设备设于该区域内；或者设于区域外，如果具有该功能就会可及该区域。用途未定的区域（\`kindUnknown\`）也在其列。
- 已知功能足以判定的，不再追问。
- **怎么改**：写明 \`video\`、\`audio\`，并附产品型号。

${PLANS}`,
    en: `One law asks whether a device has sound or image capture, another for image capture alone. What the drawing doesn't say isn't taken as absent: a camera's sound, an intercom's video and both of any other device are unknown by default.

- **open**: a device of unknown capability in the zone; or outside, where it would reach the zone if it had it. Zones of unknown use (\`kindUnknown\`) are among them.
- Where what is known decides already, nothing is asked.
- **what to do**: write \`video\` and \`audio\`, with the product's model.

${PLANS}`,
  },
  check: inPublicPlaces(check),
});
