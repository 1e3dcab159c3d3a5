// Rule plan/device-name-mismatch: a device's name or model means another device than is drawn.

import { heardIfItHears, seenBeyond, type WiderReading, widerReadings } from '../../facts/capture/as-named.js';
import {
  captureOf,
  mayCaptureUnder,
  prohibitedClauses,
  prohibitsCapture,
  prohibitsSound,
} from '../../facts/capture/bars.js';
import { meaningsOf } from '../../facts/capture/device-names.js';
import { devicesOf } from '../../facts/capture/devices.js';
import { privateZonesById } from '../../facts/capture/private-zones.js';
import type { RuleContext } from '../../facts/context.js';
import { deviceKindName, distinctClauses, midSentence, standsIn, zoneLabel } from '../../facts/labels.js';
import { publicPlace } from '../../facts/project/track.js';
import { categoryIds, prohibitionOn } from '../../facts/protection/site.js';
import { catalogue, joined, type Text, templatesOf } from '../../i18n/catalogue.js';
import { forQuotes, quoted } from '../../i18n/list.js';
import { type Localized, SENTENCE_GAP } from '../../i18n/locale.js';
import { kindMeantByName } from '../../law/names/kind-of-name.js';
import type { ClauseId, Pack } from '../../law/types.js';
import type { Device, Zone } from '../../plan/model.js';
import { example } from '../example.js';
import { defineRule } from '../rule.js';
import { type Statement, statement } from '../verdict.js';

const t = catalogue('', {
  captures: {
    zh: '设备“{device}”（{kind}）图中标明不采集图像，其名称或者型号“{name}”却表示其采集图像；更正前按可能采集图像审查。',
    en: "Device '{device}' ({kind}) is stated to take no images, but its name or model '{name}' means a product that does. Until that is corrected it is judged as one that may.",
  },
  camera: {
    zh: '设备“{device}”的类型为摄像机，图中又标明不采集图像，两者矛盾；更正前按可能采集图像审查。',
    en: "Device '{device}' is a camera by its kind and is stated to take no images. Until that is corrected it is judged as one that may.",
  },
  sound: {
    zh: '设备“{device}”（{kind}）图中标明不采集声音，其名称或者型号“{name}”却可能表示其采集声音；如采集，则{reach}。',
    en: "Device '{device}' ({kind}) is stated to capture no sound, but its name or model '{name}' may mean a product that does. If it did, it would {reach}.",
  },
  suffix: {
    zh: '设备“{device}”（{kind}）图中标明不采集声音，其型号后缀（“{name}”）可能表示其采集声音；如采集，则{reach}。',
    en: "Device '{device}' ({kind}) is stated to capture no sound, but the suffix of its model ('{name}') may mean that it does. If it did, it would {reach}.",
  },
  soundListed: {
    zh: '设备“{device}”（{kind}）图中标明不采集声音，其名称、型号或者型号后缀（“{name}”）可能表示其采集声音；即使采集，也不及涉及个人隐私的场所和区域。',
    en: "Device '{device}' ({kind}) is stated to capture no sound, but its name, its model or the suffix of that ('{name}') may mean that it does. Even so it would hear into no private place.",
  },
  wider: {
    zh: '设备“{device}”的名称或者型号“{name}”可能表示其为{form}，图中所载可视范围小于该类设备；按{form}计，可及{zones}。',
    en: "The name or model of device '{device}', '{name}', may mean {form}, which sees more than is drawn. Taken as that it would reach {zones}.",
  },
  widerListed: {
    zh: '设备“{device}”的名称或者型号“{name}”可能表示其为{form}，图中所载可视范围小于该类设备；按{form}计，也不及其他涉及个人隐私的场所和区域。',
    en: "The name or model of device '{device}', '{name}', may mean {form}, which sees more than is drawn. Taken as that it would reach no further private place.",
  },
  hidden: {
    zh: '设备“{device}”（{kind}）的名称或者型号“{name}”表示其隐蔽设置。',
    en: "The name or model of device '{device}' ({kind}), '{name}', means that it is hidden.",
  },
  place: {
    zh: '设备“{device}”的名称“{name}”指{named}，图中却画在{stands}；两者可能不一致，请核对其安装位置，或者区域的类型。',
    en: "The name of device '{device}', '{name}', means {named}, but it is drawn in {stands}. The two may not agree: check where it is mounted, or the kind of that zone.",
  },
  saysOpen: { zh: '澄清前，不能按{leads}判定。', en: "Until that is settled it can't be judged by {leads}." },
  saysReview: {
    zh: '是否符合{leads}，须由审查人判定。',
    en: 'Whether it complies with {leads} is for the reviewer to decide.',
  },
  saysPass: {
    zh: '不影响按{leads}所作的判定。',
    en: 'What is judged by {leads} does not hang on it.',
  },
  correct: {
    zh: '请更正“{device}”的名称、型号或者所载功能，并附产品说明书。',
    en: "Correct the name, the model or the stated capability of '{device}', and attach its data sheet.",
  },
  attach: { zh: '请附“{device}”的产品说明书。', en: "Attach the data sheet of '{device}'." },
  check: {
    zh: '请核对“{device}”的名称和安装位置。',
    en: "Check the name of '{device}' and where it is mounted.",
  },
  show: {
    zh: '请说明“{device}”隐蔽设置的理由和拍摄范围；改为明装并设提示标识的，更正名称。',
    en: "Explain why '{device}' is hidden and what it films; if it is mounted in sight, with a sign, correct its name.",
  },
  several: {
    zh: '{facts}以上{n}项，名称、型号与图中所载可能不一致。',
    en: '{facts} In these {n} ways name and model may disagree with the drawing.',
  },
  standsIn: { zh: '设于{zones}内', en: 'stand in {zones}' },
  hears: { zh: '拾音范围可及{zones}', en: 'hear into {zones}' },
  and: { zh: '，', en: ' and ' },
  comma: { zh: '、', en: ', ' },
  more: { zh: '{zones}等{n}处', en: '{zones} and others, {n} in all' },
});

const FORM_NAMES = catalogue('form', {
  ptz: { zh: '可以转动的云台摄像机', en: 'a camera that turns' },
  allRound: { zh: '鱼眼或者全景摄像机', en: 'a fisheye or panoramic camera' },
  several: { zh: '多目摄像机', en: 'a camera with several lenses' },
  zoom: { zh: '可以变焦的摄像机', en: 'a camera that zooms' },
});

/** One thing that a device's name or model says against what is drawn. */
interface Contradiction {
  readonly outcome: 'open' | 'review' | 'pass';
  readonly fact: Text;
  readonly advice?: Text;
  readonly clauses: readonly ClauseId[];
  /** Those of `clauses` that make a place private. */
  readonly places?: readonly ClauseId[];
}

/** Outcomes, the gravest first. */
const GRAVITY = ['open', 'review', 'pass'] as const;

/** Returns one verdict for each device whose name or model contradicts what is drawn. */
function check(context: RuleContext): Statement[] {
  const { pack, site } = context;
  if (pack.capture?.publicPlacesOnly === true && publicPlace(site, pack).is === 'no') return [];
  return devicesOf(site).flatMap((device) => {
    const all = contradictions(context, device);
    const gravest = GRAVITY.flatMap((outcome) => [all.filter((one) => one.outcome === outcome)]).find(
      ({ length }) => length > 0,
    );
    return gravest === undefined ? [] : [verdictOn(context, device, gravest)];
  });
}

const SAYS = { open: t.saysOpen, review: t.saysReview, pass: t.saysPass };

function verdictOn({ site }: RuleContext, device: Device, all: readonly Contradiction[]): Statement {
  const [{ outcome, advice, fact }] = all;
  const decided = distinctClauses(all.flatMap((one) => one.clauses.filter((id) => one.places?.includes(id) !== true)));
  const places = distinctClauses(all.flatMap((one) => one.places ?? [])).filter((id) => !decided.includes(id));
  return statement({
    subject: device.id,
    outcome,
    message:
      all.length === 1
        ? fact
        : t.several({
            n: all.length,
            facts: joined(
              all.map((one) => one.fact),
              SENTENCE_GAP,
            ),
          }),
    says: (leads) => SAYS[outcome]({ leads }),
    ...(advice && { advice }),
    clauses: [...decided, ...places],
    decides: decided,
    places,
    basis: 'reading',
    place: device.place,
    // What a device would reach hangs on every level.
    dependsOn: { levels: site.levels.map(({ id }) => id), devices: [device.id] },
  });
}

function contradictions(context: RuleContext, device: Device): Contradiction[] {
  const { pack } = context;
  const found = [
    images(context, device),
    sound(context, device),
    ...widerReadings(device).map((reading) => wider(context, device, reading)),
    hidden(context, device),
  ].filter((one) => one !== undefined);
  // What is to be captured where is asked once it is clear what the device is.
  const settled = found.every(({ outcome }) => outcome !== 'open');
  const place = settled && mayCaptureUnder(pack, device) ? placed(context, device) : undefined;
  return place === undefined ? found : [...found, place];
}

function about(device: Device) {
  return { device: forQuotes(device.id), kind: deviceKindName(device) };
}

/** Returns what is said against a device that is stated to take no images. */
function images({ pack }: RuleContext, device: Device): Contradiction | undefined {
  if (device.imagesDenied !== true) return undefined;
  const name = meaningsOf(device).get('images');
  const fact = name === undefined ? t.camera(about(device)) : t.captures({ ...about(device), name: forQuotes(name) });
  return { outcome: 'open', fact, advice: t.correct(about(device)), clauses: [captureOf(pack).prohibition] };
}

/** Returns what is said against a device that is stated to capture no sound, if the law asks about sound. */
function sound(context: RuleContext, device: Device): Contradiction | undefined {
  const { pack } = context;
  const meant = meaningsOf(device);
  const name = meant.get('sound') ?? meant.get('soundSuffix');
  if (name === undefined || device.audio !== 'none' || !prohibitsSound(pack)) return undefined;
  // Where the catalogue says what this very model hears, plan/model-differs compares that.
  if (name === device.model && device.modelUse?.alias === false && device.modelUse.record.audio !== undefined)
    return undefined;
  const { inside, outside } = heardIfItHears(context, device);
  const params = { ...about(device), name: forQuotes(name) };
  const { prohibition, duty } = captureOf(pack);
  if (inside.length + outside.length === 0) {
    return { outcome: 'pass', fact: t.soundListed(params), clauses: [prohibition] };
  }
  const parts = [
    ...(inside.length === 0 ? [] : [t.standsIn({ zones: labels(inside) })]),
    ...(outside.length === 0 ? [] : [t.hears({ zones: labels(outside) })]),
  ];
  const reached = { ...params, reach: joined(parts, t.and) };
  const clauses = [...(inside.length === 0 ? [] : [prohibition]), ...(outside.length === 0 ? [] : [duty])];
  return meant.has('sound')
    ? { outcome: 'open', fact: t.sound(reached), advice: t.correct(about(device)), clauses }
    : { outcome: 'open', fact: t.suffix(reached), advice: t.attach(about(device)), clauses };
}

/** Returns what is said against a device whose name means one that sees more. */
function wider(context: RuleContext, device: Device, { meaning, called, device: named }: WiderReading): Contradiction {
  const { pack, site } = context;
  const params = { ...about(device), name: forQuotes(called), form: FORM_NAMES[meaning] };
  const { duty } = captureOf(pack);
  const zones = seenBeyond(context, device, named);
  if (zones.length === 0) return { outcome: 'pass', fact: t.widerListed(params), clauses: [duty] };
  const items = zones.flatMap(({ id }) => privateZonesById(site).get(id)?.prohibition.clause ?? []);
  const places = items.filter((id) => id !== duty);
  return {
    outcome: 'open',
    fact: t.wider({ ...params, zones: labels(zones) }),
    advice: t.correct(about(device)),
    clauses: [duty, ...places],
    places,
  };
}

function hidden({ pack }: RuleContext, device: Device): Contradiction | undefined {
  const name = meaningsOf(device).get('hidden');
  if (name === undefined || !mayCaptureUnder(pack, device)) return undefined;
  const fact = t.hidden({ ...about(device), name: forQuotes(name) });
  return { outcome: 'review', fact, advice: t.show(about(device)), clauses: [captureOf(pack).duty] };
}

/** Returns what is said against a device that is named after a private place and stands in none: a camera called 女更衣室. */
function placed({ site, pack }: RuleContext, device: Device): Contradiction | undefined {
  if (device.name === undefined) return undefined;
  const named = kindMeantByName(pack, device.name, undefined, categoryIds(site));
  const prohibition = named && prohibitionOn(site, named.id);
  if (named === undefined || prohibition?.regime !== 'room') return undefined;
  if (device.zones.some((id) => privateZonesById(site).has(id))) return undefined;
  const fact = t.place({
    device: forQuotes(device.id),
    name: forQuotes(device.name),
    named: midSentence(named.name),
    stands: standsIn(site, device),
  });
  return { outcome: 'review', fact, advice: t.check(about(device)), clauses: [prohibition.clause] };
}

/** Names beyond these are counted. */
const MOST_NAMED = 4;

function labels(zones: readonly Zone[]): Localized {
  const names = zones.slice(0, MOST_NAMED).map((zone) => quoted(zoneLabel(zone)));
  const first = joined(names, t.comma);
  return zones.length > MOST_NAMED ? t.more({ zones: first, n: zones.length }) : first;
}

/** Example plan of the page; a test lints it. */
const PLAN = example(
  ['open S1', 'open C1', 'review C2'],
  `
    ceiling: 3
    zones:
      - {id: wc, kind: restroom, name: 女卫生间, rect: [0, 0, 4, 3]}
      - {id: hall, kind: corridor, name: 走廊, rect: [0, 3, 12, 2]}
    openings:
      - {id: p1, kind: passage, line: [[1, 3], [1.9, 3]]}
    devices:
      - {id: S1, kind: smoke-detector, name: 针孔摄像机, at: [2, 1], height: 2.9}
      - {id: C1, kind: camera, name: 走廊高速球, type: cam, at: [2, 4.9], heading: 90}
      - {id: C2, kind: camera, name: 走廊隐蔽摄像机, type: cam, at: [6, 4.9], heading: 90}
deviceTypes:
  cam: {kind: camera, height: 2.8, tilt: 20, hfov: 60, resolution: [1920, 1080], audio: none}
`,
);

/** Returns the clauses that the rule may cite by the pack. */
function clausesIn(pack: Pack): ClauseId[] {
  return pack.capture === undefined ? [] : distinctClauses([...prohibitedClauses(pack), pack.capture.duty]);
}

/**
 * The rule plan/device-name-mismatch, which reports devices whose name or model means something else than what is
 * drawn. A camera drawn as a smoke detector, or a PTZ as a fixed camera, would escape the law by its kind.
 */
export const rule = defineRule({
  id: 'plan/device-name-mismatch',
  level: 'error',
  title: { zh: '设备名称、型号与图中所载不一致', en: 'A device whose name means another' },
  clausesIn,
  appliesTo: prohibitsCapture,
  parameters: ['privacyDensity', 'viewArea', 'viewDepth', 'grazeDepth', 'grazeFraction', 'pickup'],
  waivable: false,
  messages: templatesOf(t, FORM_NAMES),
  docs: {
    zh: `禁止采集的条款看设备能够采集什么。名称、型号表示其采集得更多的，须先澄清；不影响判定的矛盾只列出，不作为问题。

- **待补充**：名称或者型号表示其采集图像（“针孔摄像机”“可视门铃”“人脸”“DS-2CD…”），图中标明不采集，或者类型为摄像机而标明不采集，更正前按可能采集图像审查；表示其采集声音（“拾音器”“对讲”、型号后缀 -U、-LU），图中标明不采集，而设于涉及个人隐私的场所和区域或者拾音范围可及；表示其为云台、鱼眼、全景、多目、变焦，按此可及涉及个人隐私或者用途未定的区域，而图中所载的不可及。
- **须审查判定**：名称表示其隐蔽设置（“镜后”“隐蔽”“伪装”）；具有采集功能的设备，名称指客房、卫生间、更衣室等，却画在其他部位。
- **未发现不符合**：有矛盾，但不影响判定。
- “无拾音”“摄像机电源”“卫生间门口”“机器人展区”等不在此列。
- **怎么改**：更正类型、名称、功能或者位置，附产品说明书。

${PLAN}`,
    en: `Where the law bars capturing, it asks what a device can capture. One whose name or model means more than is stated must be cleared up first; a contradiction that changes no verdict is listed, and no finding.

- **open**: a name or model that means images ("pinhole camera", "video doorbell", DS-2CD…) on a device stated to take none, or a camera by kind stated to take none: until corrected it is judged as one that may. One that means sound (a pickup, an intercom, a model suffix -U or -LU) on a device stated to capture none that stands in a private place or would hear into one. One that means a PTZ, fisheye, panoramic, multi-sensor or zoom camera that would reach a private place, or one of unknown use, which the device as drawn does not.
- **review**: a name that means a hidden device; a device that captures is named after a guest room, restroom, changing room and the like, and is drawn elsewhere.
- **pass**: there is a contradiction, but it changes no verdict.
- A camera's power supply, "no audio", the display area of robots are none of these.
- **what to do**: correct kind, name, capability or place, and attach the data sheet.

${PLAN}`,
  },
  check,
});
