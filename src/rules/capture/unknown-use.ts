// Rule capture/unknown-use: a device captures in a room that isn't settled to involve no privacy.
import { captureOf, prohibitedClauses, prohibitsCapture } from '../../facts/capture/bars.js';
import { devicesInZones } from '../../facts/capture/devices.js';
import { itemSubject } from '../../facts/capture/private-zones.js';
import { lacksOpenings, type WatchedRoom, watchedRooms } from '../../facts/capture/room-watchers.js';
import type { GroundContext, RuleContext } from '../../facts/context.js';
import { midSentence, zoneLabel } from '../../facts/labels.js';
import { memoizeByInputs } from '../../facts/memo.js';
import { OUTCOMES } from '../../facts/rooms/use.js';
import { catalogue, joined, type Text, templatesOf } from '../../i18n/catalogue.js';
import { forQuotes, quoted } from '../../i18n/list.js';
import type { Localized } from '../../i18n/locale.js';
import type { Device, Zone } from '../../plan/model.js';
import { defineRule } from '../rule.js';
import { type Statement, statement } from '../verdict.js';
import { docs } from './docs/unknown-use.js';
import { inPublicPlaces, SCOPE } from './wording/scope.js';
import { t as phrases } from './wording/texts.js';
import { namesOf, undrawnStatements, undrawnText } from './wording/undrawn.js';

const t = catalogue('', {
  lodging: {
    zh: '“{zone}”图中标为{kind}，未写明是否用于接待旅客住宿；{where}。',
    en: "The drawing marks '{zone}' as {kind} and doesn't say whether travellers are lodged in it; {where}.",
  },
  unstated: {
    zh: '“{zone}”图中标为“{kind}”，未写明用途；{where}。',
    en: "The drawing marks '{zone}' as '{kind}' and doesn't say what it is for; {where}.",
  },
  public: {
    zh: '“{zone}”图中标为“{kind}”，标明为公共区域，未写明用途；{where}。',
    en: "The drawing marks '{zone}' as '{kind}', open to the public, and doesn't say what it is for; {where}.",
  },
  stated: {
    zh: '“{zone}”图中标为“{kind}”，载明用途为“{reason}”（{by}）；{where}。',
    en: "The drawing marks '{zone}' as '{kind}' and states its use as '{reason}' ({by}); {where}.",
  },
  doubtful: {
    zh: '“{zone}”图中标为{kind}，名称与所标用途可能不一致；{where}。',
    en: "The drawing marks '{zone}' as {kind}, with which its name may not agree; {where}.",
  },
  unproven: {
    zh: '“{zone}”图中标为{kind}，名称不能印证所标用途；{where}。',
    en: "The drawing marks '{zone}' as {kind}, which its name doesn't bear out; {where}.",
  },
  unnamed: {
    zh: '“{zone}”图中标为{kind}，未写房间名称；{where}。',
    en: "The drawing marks '{zone}' as {kind} and gives it no name; {where}.",
  },
  script: {
    zh: '“{zone}”的名称未使用汉字，本工具不能识读；图中标为{kind}，{where}。',
    en: "The name of '{zone}' isn't in Chinese characters and this tool can't read it; the drawing marks it as {kind}, and {where}.",
  },
  notJudged: { zh: '无法按{leads}判定。', en: "It can't be judged by {leads}." },
  untilStated: {
    zh: '用途写明前不能认定其不涉及个人隐私，无法按{leads}判定。',
    en: "Until its use is stated it can't be taken to involve no privacy, and can't be judged by {leads}.",
  },
  untilNamed: {
    zh: '写明名称前不能印证所标用途，无法按{leads}判定。',
    en: "Without a name nothing bears out its use, and it can't be judged by {leads}.",
  },
  forReviewer: {
    zh: '是否属于{leads}所列的场所和区域，须由审查人判定。',
    en: 'Whether it is one of the places listed in {leads} is for the reviewer to decide.',
  },
  onSite: {
    zh: '是否属于{leads}所列的场所和区域，请当面核实。',
    en: 'Please check on site whether it is one of the places listed in {leads}.',
  },
  clear: {
    zh: '“{zone}”（{kind}）内设有采集设备{count}台；其类型和名称未表示其涉及个人隐私。',
    en: "Devices that capture stand in '{zone}' ({kind}): {count}; neither its kind nor its name says that it involves privacy.",
  },
  asNamed: {
    zh: '“{zone}”图中标为“{kind}”，其内设有采集设备{count}台；按其名称所指的用途，未发现其涉及个人隐私。',
    en: "The drawing marks '{zone}' as '{kind}'; devices that capture stand in it: {count}. By what its name says it is for, nothing says that it involves privacy.",
  },
  nameless: {
    zh: '“{zone}”（{kind}）未写名称，其内设有采集设备{count}台；所标类型未表示其涉及个人隐私。',
    en: "'{zone}' ({kind}) has no name; devices that capture stand in it: {count}. Its kind doesn't say that it involves privacy.",
  },
  confirmed: {
    zh: '“{zone}”的名称与所标类型（{kind}）可能不一致，图中载明“{reason}”（{by}）；其内设有采集设备{count}台，用途须当面核实。',
    en: "The name of '{zone}' may not agree with its kind ({kind}); the plan states '{reason}' ({by}). Devices that capture stand in it: {count}; its use must be checked on site.",
  },
  sealed: {
    zh: '“{zone}”图中四周封闭，未标明任何门窗洞口；{where}。其最大可视范围、拾音范围可及何处无法判定，该房间的用途也无从核对。',
    en: "The drawing closes '{zone}' all round, with no door, window or passage; {where}. How far views and sound reach out of it can't be told, nor its use checked.",
  },
  none: {
    zh: '图中未见采集设备设于任何区域内。',
    en: 'No device that captures stands in any zone of the drawing.',
  },
  drawOpenings: { zh: '请补画“{zone}”的门窗洞口。', en: "Please draw the doors and windows of '{zone}'." },
  stateLodging: {
    zh: '请写明“{zone}”是否用于接待旅客住宿。',
    en: "Please state whether travellers are lodged in '{zone}'.",
  },
  stateUse: { zh: '请写明“{zone}”的用途。', en: "Please state what '{zone}' is for." },
  stateName: { zh: '请写明“{zone}”的房间名称。', en: "Please give '{zone}' its name." },
  addChinese: {
    zh: '请为“{zone}”加注汉字名称，或者当面核实其用途。',
    en: "Please add a name in Chinese to '{zone}', or check its use on site.",
  },
  explain: {
    zh: '{advice}在 kindConfirmed 中写明理由和由谁说明的才作数，“待补充”“待定”“无”等不作数。',
    en: "{advice} A kindConfirmed counts if it gives the reason and who states it; words such as 'TBD' or 'none' don't.",
  },
  checkUse: { zh: '请当面核实“{zone}”的用途。', en: "Please check on site what '{zone}' is for." },
});

const ADVICE = {
  lodging: t.stateLodging,
  unstated: t.stateUse,
  stated: t.checkUse,
  public: t.stateUse,
  doubtful: t.checkUse,
  unproven: t.checkUse,
  unnamed: t.stateName,
  script: t.addChinese,
} as const;

const SAYS = {
  lodging: t.notJudged,
  unstated: t.untilStated,
  stated: t.forReviewer,
  public: t.forReviewer,
  doubtful: t.forReviewer,
  unproven: t.onSite,
  unnamed: t.untilNamed,
  script: t.forReviewer,
} as const;

const PASSES = {
  kind: t.clear,
  part: t.clear,
  name: t.asNamed,
  unnamed: t.nameless,
} as const;

function paramsOf(zone: Zone) {
  const { reason = '', by = '' } = zone.kindConfirmed ?? {};
  return {
    zone: forQuotes(zoneLabel(zone)),
    kind: zone.spec === undefined ? zone.kind : midSentence(zone.spec.name),
    reason: forQuotes(reason),
    by,
  };
}

/** Says which devices capture in the room, and which see into it. */
function whereFrom(inside: readonly Device[], outside: readonly Device[]): Localized {
  const parts = [
    ...(inside.length === 0 ? [] : [phrases.standInIt({ devices: namesOf(inside) })]),
    ...(outside.length === 0 ? [] : [phrases.seeIntoIt({ devices: namesOf(outside) })]),
  ];
  return joined(parts, phrases.semicolon);
}

const statementOn = memoizeByInputs(judge);

function judge(
  context: GroundContext,
  use: WatchedRoom['use'],
  inside: readonly Device[],
  outside: readonly Device[],
): Statement {
  const { zone } = use;
  const { prohibition } = captureOf(context.pack);
  const params = paramsOf(zone);
  const devices = [...inside, ...outside];
  const about = {
    subject: zone.id,
    clauses: [prohibition],
    place: zone.place,
    dependsOn: {
      levels: [...new Set([...zone.levels, ...devices.map(({ level }) => level)])],
      devices: devices.map(({ id }) => id),
    },
  };
  const where = whereFrom(inside, outside);
  if (inside.length > 0 && lacksOpenings(context, use)) {
    return statement({
      ...about,
      outcome: 'open',
      message: t.sealed({ ...params, where }),
      says: (leads) => t.notJudged({ leads }),
      advice: t.drawOpenings(params),
      related: devices.map((device) => ({ place: device.place, caption: quoted(device.id) })),
    });
  }
  if (use.settledBy !== undefined) {
    const values = { ...params, count: inside.length };
    const message: Text = use.settledBy === 'confirmed' ? t.confirmed(values) : PASSES[use.settledBy](values);
    return statement({ ...about, outcome: 'pass', message });
  }
  const { doubt } = use;
  const advice = ADVICE[doubt](params);
  return statement({
    ...about,
    outcome: OUTCOMES[doubt],
    message: t[doubt]({ ...params, where }),
    says: (leads) => SAYS[doubt]({ leads }),
    advice: zone.kindUnfounded === true ? t.explain({ advice }) : advice,
    related: devices.map((device) => ({ place: device.place, caption: quoted(device.id) })),
  });
}

function check(context: RuleContext): Statement[] {
  const { site, pack } = context;
  const { prohibition } = captureOf(pack);
  const rooms = watchedRooms(context);
  const found = [
    ...rooms.map(({ use, inside, outside }) => statementOn(context, use, inside, outside)),
    ...undrawnStatements(context),
  ];
  if (found.length > 0) return found;
  // What a device in a zone is decides whether it captures; one whose place is a fault is told there.
  const devices = [...devicesInZones(site).values()].flat();
  const dependsOn = { levels: site.levels.map(({ id }) => id), devices: [...new Set(devices.map(({ id }) => id))] };
  const about = { subject: itemSubject(prohibition), clauses: [prohibition], place: site.place, dependsOn };
  return [statement({ ...about, outcome: 'notApplicable', message: t.none })];
}

/**
 * The rule capture/unknown-use, which reports rooms where something captures and nobody settled that they aren't
 * private, and devices that capture where nothing is drawn. The law's list of private places ends with an open item
 * (other places that involve privacy), so no list of words for rooms can be complete.
 */
export const rule = defineRule({
  id: 'capture/unknown-use',
  level: 'error',
  title: {
    zh: '设有采集设备的房间，其用途应当写明且不涉及个人隐私',
    en: 'A device that captures stands in a room whose use is settled and involves no privacy',
  },
  clausesIn: (pack) => prohibitedClauses(pack).slice(0, 1),
  appliesTo: prohibitsCapture,
  parameters: ['privacyDensity', 'viewArea', 'viewDepth', 'grazeDepth', 'grazeFraction', 'personHeight', 'mayTunnel'],
  waivable: false,
  messages: { ...templatesOf(t, undrawnText), ...SCOPE },
  docs,
  check: inPublicPlaces(check),
});
