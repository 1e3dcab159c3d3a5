// Rule capture/sound-from-private-zone: no pickup from outside reaches into a private place.

import { amended } from '../../base/lazy.js';
import { captureOf, prohibitedClauses, prohibitsSound } from '../../facts/capture/bars.js';
import { listenersOf, takesSound } from '../../facts/capture/devices.js';
import { isSealed, type PrivateZone, privateZones, unknownUseTargets } from '../../facts/capture/private-zones.js';
import { type HeardPlace, heardBy, mayHear } from '../../facts/capture/sound.js';
import type { GroundContext, RuleContext } from '../../facts/context.js';
import { distinctClauses, fullCitation, standsIn } from '../../facts/labels.js';
import { memoizeByInputs } from '../../facts/memo.js';
import { STATE_USE_ADVICE } from '../../facts/unknown-use.js';
import { catalogue, joined, templatesOf, textOf } from '../../i18n/catalogue.js';
import { SENTENCE_GAP, verbatim, withChinese } from '../../i18n/locale.js';
import { plainFigure } from '../../i18n/number.js';
import { parameter } from '../../law/lookup.js';
import type { Device } from '../../plan/model.js';
import { example } from '../example.js';
import { defineRule } from '../rule.js';
import { crossed, whyOpen } from './wording/phrases.js';
import { reviewFor, says } from './wording/predicates.js';
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
  sightLine,
  unsettledParams,
  zoneParams,
} from './wording/statements.js';
import { t as phrases } from './wording/texts.js';

const t = catalogue('', {
  heard: {
    zh: '设备“{device}”设于{stands}，不在“{zone}”（{zoneKind}）内，其拾音范围（{pickup}米{origin}）{through}可及该区域{near}。',
    en: "Device '{device}' stands in {stands}, not in '{zone}' ({zoneKind}); its pickup ({pickup} m{origin}){through} reaches that zone{near}.",
  },
  outside: {
    zh: '{prohibition}所称“{capture}”包括音频采集，但对设于区域外的设备未作直接规定。',
    en: "'{capture}' in {prohibition} includes capturing sound, but devices outside are not directly provided for.",
  },
  sealed: {
    zh: '图中“{zone}”（{zoneKind}）四周封闭，未标明任何门窗，区域外设备的拾音范围是否可及该区域不得而知。',
    en: "In the drawing '{zone}' ({zoneKind}) is closed all round, with no door or window marked, so whether devices outside hear into it is unknown.",
  },
  clear: {
    zh: '图中标明的区域外设备，其拾音范围未见可及“{zone}”（{zoneKind}）的；已核图中标明具有音频采集功能的设备{count}台。',
    en: "No pickup of a device outside, as drawn, was found to reach '{zone}' ({zoneKind}); devices checked that are marked as capturing sound: {count}.",
  },
  unsettled: {
    zh: '设备“{device}”设于{stands}，其拾音范围（{pickup}米{origin}）{through}可及“{zone}”；该部位用途未定{source}。',
    en: "Device '{device}' stands in {stands}; its pickup ({pickup} m{origin}){through} reaches '{zone}'. What that is for is unknown{source}.",
  },
  noZone: NO_ZONE,
  noZoneYet: NO_ZONE_YET,
  settleKind: STATE_USE_ADVICE,
  markOpenings: { zh: '请在“{zone}”的四周标明门窗。', en: "Please mark the doors and windows of '{zone}'." },
  noSound: {
    zh: '改用不具有音频采集功能的型号，或者将“{device}”移至距“{zone}”的门窗洞口{pickup}米以外。仅关闭录音的，仍按具有音频采集功能计。',
    en: "Use a model without sound capture, or move '{device}' more than {pickup} m from the openings of '{zone}'. Switching the sound recording off does not make it one.",
  },
});

function judge(context: GroundContext, device: Device, { as: target, reach }: HeardPlace): CaptureStatement {
  const { pack } = context;
  const { zone, zoneKind } = zoneParams(context, target);
  const outside = t.outside({
    prohibition: fullCitation(pack, captureOf(pack).prohibition),
    capture: withChinese(phrases.soundAndImage, captureOf(pack).words.capture.zh),
  });
  const why = whyOpen(context, target);
  const reason = why === undefined ? outside : joined([outside, why], SENTENCE_GAP);
  const pickup = plainFigure(device.pickup ?? parameter(context.pack, 'pickup'));
  const ours = device.pickup === undefined;
  const anchor = target.prohibition.regime === 'anchor';
  return {
    subject: pairSubject(device, target.zone),
    outcome: 'review',
    message: t.heard({
      device: device.id,
      stands: standsIn(context.site, device),
      zone,
      zoneKind,
      pickup,
      origin: ours ? phrases.ownPickup : phrases.markedPickup,
      through: crossed(reach),
      near: anchor ? phrases.surroundings : verbatim(''),
    }),
    says: reviewFor(reason),
    basis: 'reading',
    advice: t.noSound({ device: device.id, zone, pickup }),
    ...restingOn(context, target),
    penalties: [],
    place: device.place,
    related: relatedPlaces(reach, target.zone),
    evidence: sightLine(reach),
    dependsOn: pairDependsOn(device, target.zone),
  };
}

/** Returns the `open` verdicts for a zone of unknown use: its use decides whether it may be heard. */
function ofUnsettled(context: RuleContext, target: PrivateZone): CaptureStatement[] {
  return mayHear(context, target)
    .filter(takesSound)
    .flatMap((device) => {
      const heard = heardBy(context, device, target);
      if (heard === undefined) return [];
      const finding = judge(context, device, heard);
      const params = { ...finding.message.params, ...unsettledParams(context, target) };
      return [
        {
          ...finding,
          outcome: 'open',
          message: textOf(t, 'unsettled', params),
          says: (leads) => says.open({ leads }),
          advice: textOf(t, 'settleKind', params),
        } satisfies CaptureStatement,
      ];
    });
}

/** Returns the duty by which a pickup from outside is judged, and the item that makes the place private. */
function restingOn({ pack }: GroundContext, { prohibition: { clause } }: PrivateZone) {
  const { prohibition, duty } = captureOf(pack);
  return { clauses: distinctClauses([duty, clause, prohibition]), decides: [duty], places: [clause] };
}

function sealed(context: GroundContext, target: PrivateZone): CaptureStatement {
  const { zone, zoneKind } = zoneParams(context, target);
  return {
    subject: target.zone.id,
    outcome: 'open',
    message: t.sealed({ zone, zoneKind }),
    says: (leads) => says.open({ leads }),
    advice: t.markOpenings({ zone }),
    ...restingOn(context, target),
    penalties: [],
    place: target.zone.place,
    related: [],
    dependsOn: { levels: target.zone.levels, devices: [] },
  };
}

const statementsOn = memoizeByInputs(statementsBy);

function statementsBy(
  context: GroundContext,
  target: PrivateZone,
  near: readonly Device[],
  listeners: readonly string[],
): readonly CaptureStatement[] {
  const findings = near.flatMap((device) => {
    const heard = heardBy(context, device, target);
    return heard === undefined ? [] : [judge(context, device, heard)];
  });
  if (isSealed(context, target.zone)) return [...findings, sealed(context, target)];
  if (findings.length > 0) return findings;
  const message = () => {
    const { zone, zoneKind } = zoneParams(context, target);
    return t.clear({ zone, zoneKind, count: String(listeners.length) });
  };
  const clauses = clausesOfKinds(target, (one) => restingOn(context, one).clauses);
  const { decides } = restingOn(context, target);
  const places = clausesOfKinds(target, (one) => restingOn(context, one).places);
  return [amended(passVerdict(target, listeners, message, clauses), { decides, places })];
}

const listenersOn = idsOnLevels(listenersOf);

function ofZone(context: RuleContext, target: PrivateZone): readonly CaptureStatement[] {
  const near = mayHear(context, target).filter(takesSound);
  return statementsOn(context, target, near, listenersOn(context, target.zone));
}

function check(context: RuleContext): CaptureStatement[] {
  return [
    ...privateZones(context.site).flatMap((target) => ofZone(context, target)),
    ...unknownUseTargets(context.site).flatMap((target) => ofUnsettled(context, target)),
    ...itemsWithoutZones(context, t),
  ];
}

/** Example plans of the page; a test lints them. */
const PLANS = [
  example(
    ['review M1>r101'],
    `
    zones:
      - {id: r101, kind: guest-room, name: "101", rect: [0, 0, 4, 5]}
      - {id: hall, kind: corridor, name: 走廊, rect: [0, 5, 12, 2]}
    openings:
      - {id: d1, kind: door, line: [[1, 5], [1.9, 5]]}
    devices:
      - {id: M1, kind: microphone, at: [1.5, 6], height: 2.5}
`,
  ),
  example(
    ['pass r101'],
    `
sitecam: 1
site: {name: Example, categories: [hotel], region: "150102"}
coordinates: metres
levels:
  - id: F1
    zones:
      - {id: r101, kind: guest-room, name: "101", rect: [0, 0, 4, 5]}
      - {id: hall, kind: corridor, name: Corridor, rect: [0, 5, 12, 2]}
    openings:
      - {id: d1, kind: door, line: [[1, 5], [1.9, 5]]}
    devices:
      - {id: M1, kind: microphone, at: [11, 6], height: 2.5}
`,
  ),
].join('\n\n');

/**
 * The rule capture/sound-from-private-zone, which reports microphones outside a private place whose pickup distance
 * reaches into it. Laws that forbid installing in the place don't speak of this, so a person must decide.
 */
export const rule = defineRule({
  id: 'capture/sound-from-private-zone',
  level: 'error',
  title: {
    zh: '区域外设备的拾音范围不宜及于涉及个人隐私的场所和区域',
    en: 'No pickup of a device outside from a place that involves personal privacy',
  },
  clausesIn: (pack) => [...prohibitedClauses(pack), captureOf(pack).duty],
  appliesTo: prohibitsSound,
  parameters: ['pickup', 'nearRadius'],
  waivable: false,
  messages: { ...templatesOf(t), ...SCOPE },
  docs: {
    zh: `所禁止的采集包括音频采集。区域外的拾音器经门窗洞口（按开启计）可及区域内的，条例未作直接规定，由审查人判定。
声音按绕过墙角、门框的最短路径计，不穿墙；不到顶的隔断不阻隔。拾音范围默认5米（本工具参数），可以用 \`pickup\` 写明。

- **须审查判定**：拾音范围可及。
- **待补充**：封闭区域未标明任何门窗；可及用途未定的区域（\`kindUnknown\`）。
- **怎么改**：改用不具有音频采集功能的型号，或者移远。

${PLANS}`,
    en: `What is prohibited includes capturing sound. A microphone outside whose pickup reaches in through openings (taken as open) is not directly provided for: a person decides.
Sound takes the shortest way round corners and door frames and doesn't go through walls; what doesn't reach the ceiling doesn't stop it. The pickup is 5 m (this tool's parameter) unless \`pickup\` says otherwise.

- **review**: the pickup reaches in.
- **open**: an enclosed zone with no door or window marked; a zone of unknown use (\`kindUnknown\`) that is reached.
- **what to do**: use a model without sound capture, or move it away.

${PLANS}`,
  },
  check: inPublicPlaces(check),
});
