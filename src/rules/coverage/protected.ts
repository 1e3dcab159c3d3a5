// Rule coverage/protected: the zones that Art. 8 names have technical security.

import type { RuleContext } from '../../facts/context.js';
import { claimClauses, claimsOn, type ProtectionClaim } from '../../facts/protection/absence-claims.js';
import { isPointDevice } from '../../facts/protection/point-devices.js';
import { type Protection, protectionOf } from '../../facts/protection/protection.js';
import {
  articleOf,
  devicesOn,
  isExisting,
  isPrivateZone,
  itemNaming,
  itemOf,
  mayBeMeant,
  mistakenFor,
  penaltyClauses,
  protectingArticle,
  standings,
  zonesOf,
} from '../../facts/protection/site.js';
import { CONDITIONS } from '../../facts/texts.js';
import { hasUnknownUse, inItsSource, STATE_USE_ADVICE, unsettledZones } from '../../facts/unknown-use.js';
import { catalogue, templatesOf, textOf } from '../../i18n/catalogue.js';
import { forQuotes } from '../../i18n/list.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import { percent } from '../../i18n/number.js';
import { cite, densityLevel, parameter } from '../../law/lookup.js';
import type { Means, Pack } from '../../law/types.js';
import type { Device, Site, Zone } from '../../plan/model.js';
import { defineRule } from '../rule.js';
import type { Outcome, Statement } from '../verdict.js';
import { docs } from './docs/protected.js';
import { deviceList, enumerated, missingList, zoneList, zoneTitle } from './wording/labels.js';
import { systemWords } from './wording/system.js';
import { t as phrases } from './wording/texts.js';

const t = catalogue('', {
  protected: {
    zh: '图中标明“{zone}”（{standing}）设有{system}：{devices}；未发现不符合，{unexamined}。',
    en: "The plan shows that '{zone}' ({standing}) has {system}: {devices}. Nothing found that does not comply. {unexamined}.",
  },
  bare: {
    zh: '“{zone}”属于{clauses}所列部位{reading}，图中未见设于或者作用于该部位的{system}，按本图不符合{article}，应当补设。',
    en: "'{zone}' is one of the places listed in {clauses}{reading}. The plan shows no {system} in it or acting on it; built to this plan it does not comply with {article}, and some must be added.",
  },
  bareExisting: {
    zh: '“{zone}”属于{clauses}所列部位{reading}，图中未标明已安装设于或者作用于该部位的{system}，涉嫌不符合{article}，应当补设。',
    en: "'{zone}' is one of the places listed in {clauses}{reading}. The plan shows no {system} installed in it or acting on it; it appears not to comply with {article}, and some must be added.",
  },
  bareUnsettled: {
    zh: '图中未见设于或者作用于“{zone}”的{system}；该部位是否属于{clauses}所列，因图中未载明（{condition}），无法判定。',
    en: "The plan shows no {system} in '{zone}' or acting on it. Whether it is one of the places listed in {clauses} can't be told, since the plan doesn't say ({condition}).",
  },
  bareReview: {
    zh: '图中未见设于或者作用于“{zone}”的{system}；“{category}”不在{clauses}明列的词语之内，该部位是否应当设防，须由审查人判定。',
    en: "The plan shows no {system} in '{zone}' or acting on it. '{category}' is not among the words of {clauses}; whether it must be protected is for the reviewer to judge.",
  },
  suggested: {
    zh: '“{zone}”为本工具建议设防部位，不在{clauses}明列的部位之内；图中未见设于或者作用于该部位的{system}，是否需要设防，须由审查人判定。',
    en: "'{zone}' is a place that sitecam suggests protecting; {clauses} does not list it. The plan shows no {system} in it or acting on it; whether it needs some is for the reviewer to judge.",
  },
  partly: {
    zh: '图中标明设于或者作用于“{zone}”（{standing}）的{system}：{devices}；其作用面积占该部位的{fraction}，未达到{threshold}（本工具判定值，非法定）；设防是否足够，须由审查人判定。',
    en: "The {system} in '{zone}' ({standing}) or acting on it ({devices}) acts on {fraction} of it, below {threshold} (sitecam's figure, not the law's); whether that is enough is for the reviewer to judge.",
  },
  atThreshold: {
    zh: '图中标明设于或者作用于“{zone}”（{standing}）的{system}：{devices}；其作用面积占该部位的{fraction}，与{threshold}（本工具判定值，非法定）之差在计算误差以内，须由审查人判定。',
    en: "The {system} in '{zone}' ({standing}) or acting on it ({devices}) acts on {fraction} of it, which differs from {threshold} (sitecam's figure, not the law's) by less than the numerical bound; it is for the reviewer to judge.",
  },
  lacking: {
    zh: '“{zone}”（{standing}）设有的{system}是否足够，取决于图中未载明的{missing}，无法判定。',
    en: "Whether the {system} of '{zone}' ({standing}) is enough hangs on what the plan leaves out: {missing}. It can't be told.",
  },
  onlyPoints: {
    zh: '设于“{zone}”（{standing}）的只有{devices}；条文要求安装“{required}”，单个设备能否认为该部位已安装，须由审查人判定。',
    en: "Only {devices} stand in '{zone}' ({standing}) or on its doors. The law asks for '{required}'; whether a single device is enough is for the reviewer to judge.",
  },
  onlyOther: {
    zh: '设于“{zone}”（{standing}）的只有类型为“其他”的设备：{devices}；图中不能看出其是否属于{system}，须由审查人判定。',
    en: "Only devices of kind 'other' stand in '{zone}' ({standing}): {devices}. The plan doesn't show whether they count as {system}; that is for the reviewer to judge.",
  },
  privateBare: {
    zh: '“{zone}”（{standing}）属于禁止安装具有音视频采集功能的技防系统的场所或者区域；图中未见不采集音视频的技防产品或者技防系统（如入侵探测器、出入口识读装置），如何设防须由审查人判定。',
    en: "'{zone}' ({standing}) is a place where systems that capture sound or images may not be installed. The plan shows no protection that captures nothing (such as an intrusion detector or an access reader); how to protect it is for the reviewer to judge.",
  },
  mislabelled: {
    zh: '区域“{zone}”（{standing}）的名称与所标类型不一致，似为“{kind}”；更正或者书面说明前，不将其计入{article}的设防，无法判定。',
    en: "The name of zone '{zone}' ({standing}) doesn't agree with its kind and reads like '{kind}'. Until that is corrected or explained it is not counted as protected under {article}; it can't be told.",
  },
  emptyZone: {
    zh: '“{zone}”（{standing}）除去禁止采集音视频的区域后没有剩余部分，本项不适用。',
    en: "Nothing of '{zone}' ({standing}) is left once the areas where capture is banned are taken out; this does not apply.",
  },
  unsettled: {
    zh: '“{zone}”（{standing}）用途未定{source}，是否属于禁止采集音视频的场所或者区域不得而知，因而不能判定{article}所要求的设防是否具备：{outcomes}。',
    en: "What '{zone}' ({standing}) is for is unknown{source}, and so whether it is a place where capture is banned. Whether it has the protection that {article} requires can't be told: {outcomes}.",
  },
  unsettledZones: {
    zh: '图中有{count}处区域用途未定，其中{bare}处未见足够的技防产品或者技防系统：{zones}；是否属于{article}所列部位，用途认定前无法判定。',
    en: "The plan has {count} zones of unknown use, of which {bare} show no sufficient technical security: {zones}. Whether {article} lists them can't be told until their uses are.",
  },
  settleKind: STATE_USE_ADVICE,
  settleKinds: {
    zh: '逐处认定用途，在图中写明其类型（例如在 overrides 中）；类型表见 schema。',
    en: 'Find out what each is for and state its kind in the plan (for example in overrides); the kinds are in the schema.',
  },
  noZone: {
    zh: '图中没有{article}所列的部位，本项在图中载明事项范围内不适用；应当标明而未标明的，见“coverage/declared”。',
    en: "The plan shows none of the places listed in {article}; this does not apply within what it states. For what it should show, see 'coverage/declared'.",
  },
  install: {
    zh: '在“{zone}”补设与该部位相应的{system}，并在图中标明。',
    en: "Add {system} suited to '{zone}', and show it in the plan.",
  },
  installSilent: {
    zh: '在“{zone}”设不采集音视频的技防产品（入侵探测器、出入口识读装置、门磁开关、紧急报警装置等），并在图中标明。',
    en: "Give '{zone}' protection that captures nothing (intrusion detector, access reader, door contact, panic button), and show it in the plan.",
  },
  extend: {
    zh: '补设设备或者调整位置、角度，使其作用于“{zone}”的大部分；摄像机请标明朝向、俯角、视场角和录像分辨率。',
    en: "Add devices or move and turn them so that they act on most of '{zone}'; give cameras their heading, tilt, field of view and recorded resolution.",
  },
  stateFigures: { zh: '请写明{missingKeys}。', en: 'State {missingKeys}.' },
  name: {
    zh: '标明设备的产品名称和功能，或者按其实际类型标注。',
    en: 'Name the product and what it does, or give the device its true kind.',
  },
  settle: {
    zh: '更正“{zone}”的类型或者名称，或者以 kindConfirmed 书面说明。',
    en: "Correct the kind or the name of '{zone}', or explain it with kindConfirmed.",
  },
  condition: { zh: '补充标明{condition}。', en: 'State {condition}.' },
});

type MessageId = keyof typeof t & string;

/** The judgement of one zone, before place and clauses are added. */
interface Finding {
  readonly outcome: Outcome;
  readonly id: MessageId;
  readonly advice?: MessageId;
  readonly devices: readonly Device[];
  readonly shown?: Protection;
  /** Devices of which the plan leaves out a figure that decides. */
  readonly lacking?: readonly Device[];
  /** Only for a zone of unknown use: the judgements if it is no private place, and if it is one. */
  readonly either?: readonly [Finding, Finding];
}

/**
 * The rule coverage/protected (Art. 8). It states one verdict for each zone that must be protected, with the clauses of
 * all categories merged.
 */
export const rule = defineRule({
  id: 'coverage/protected',
  level: 'error',
  title: { zh: '应当设防的部位设有技防产品或者技防系统', en: 'Places that must be protected have technical security' },
  clauses: [...Array.from({ length: 12 }, (_, index) => `nm-2017/8(${index + 1})`), 'nm-2017/8', 'nm-2017/23'],
  clausesIn: ({ protects, categories }) => [
    ...new Set([...categories.flatMap(({ clause }) => clause ?? []), ...(protects === undefined ? [] : [protects])]),
  ],
  parameters: ['protectedFraction', 'pointRoomArea', 'nothingArea', 'nearRadius', 'targetHeight', 'mustTunnel'],
  appliesTo: ({ protects }) => protects !== undefined,
  waivable: false,
  messages: templatesOf(t),
  check,
  docs,
});

function check(context: RuleContext): readonly Statement[] {
  const { site } = context;
  const verdicts = [
    ...zonesOf(site).flatMap((zone) => {
      const claims = claimsOn(site, zone);
      return claims.length === 0 ? [] : [verdictOn(context, zone, claims)];
    }),
    ...unsettledOf(context),
  ];
  return verdicts.length > 0 ? verdicts : [nothingNamed(context)];
}

function verdictOn(context: RuleContext, zone: Zone, claims: readonly ProtectionClaim[]): Statement {
  const { site, pack } = context;
  const finding = inTense(site, judge(context, zone, claims));
  const clauses = claimClauses(claims);
  const params = { ...paramsOf(context, zone, claims), ...figuresOf(context, finding) };
  return {
    subject: zone.id,
    outcome: finding.outcome,
    message: textOf(t, finding.id, params),
    ...(finding.advice === undefined ? {} : { advice: textOf(t, finding.advice, params) }),
    clauses,
    penalties: finding.outcome === 'fail' ? penaltyClauses(pack, clauses) : [],
    place: zone.place,
    related: finding.devices.map(({ place, id }) => ({
      place,
      caption: phrases.device({ id }),
    })),
    ...(finding.shown === undefined ? {} : { evidence: evidenceOf(context, zone, finding.shown) }),
    dependsOn: { levels: zone.levels, devices: dependsOn(site, zone, finding) },
  };
}

function judge(context: RuleContext, zone: Zone, claims: readonly ProtectionClaim[]): Finding {
  const { pack } = context;
  if (mistakenFor(pack, zone) !== undefined) {
    return { outcome: 'open', id: 'mislabelled', advice: 'settle', devices: [] };
  }
  if (hasUnknownUse(context.site, zone)) return judgeUnsettled(context, zone, claims);
  return judgeAs(context, zone, claims, isPrivateZone(pack, zone));
}

/** Judges a zone of unknown use both as a private place and as none; `open` if the outcomes differ. */
function judgeUnsettled(context: RuleContext, zone: Zone, claims: readonly ProtectionClaim[]): Finding {
  // A law that bans capture nowhere judges both alike.
  if (context.pack.prohibitions.length === 0) return judgeAs(context, zone, claims, false);
  const [open, silent] = [judgeAs(context, zone, claims, false), judgeAs(context, zone, claims, true)];
  if (open.outcome === silent.outcome) return open.outcome === 'pass' ? silent : open;
  return { outcome: 'open', id: 'unsettled', advice: 'settleKind', devices: open.devices, either: [open, silent] };
}

/**
 * Judges a zone of known use. With `silent`, capture is banned in the zone, so only devices that capture nothing count.
 */
function judgeAs(context: RuleContext, zone: Zone, claims: readonly ProtectionClaim[], silent: boolean): Finding {
  const found = protectionOf(context, zone, silent, claims[0]?.category.means);
  const finding = judgeBy(context, found, claims, silent);
  if (finding.outcome !== 'fail' && finding.outcome !== 'review') return finding;
  const lacking = found.lacking(parameter(context.pack, 'protectedFraction'));
  if (lacking.length === 0) return finding;
  const devices = [...new Set([...lacking, ...finding.devices])];
  return { outcome: 'open', id: 'lacking', advice: 'stateFigures', devices, lacking };
}

/** Judges by what the plan states of the devices. */
function judgeBy(
  { pack }: RuleContext,
  found: Protection,
  claims: readonly ProtectionClaim[],
  silent: boolean,
): Finding {
  if (found.whole.length > 0) return { outcome: 'pass', id: 'protected', devices: acting(found), shown: found };
  const isBare = acting(found).length === 0;
  // Where capture is banned nothing that captures can be required, so a lack of protection is a question, not a fail.
  if (silent && isBare) return { outcome: 'review', id: 'privateBare', advice: 'installSilent', devices: [] };
  if (found.coverage.area <= parameter(pack, 'nothingArea'))
    return { outcome: 'notApplicable', id: 'emptyZone', devices: [] };
  return isBare ? judgeBare(claims[0]) : judgeCovered(pack, found);
}

function judgeBare({ named, bare }: ProtectionClaim): Finding {
  if (!named) return { outcome: 'review', id: 'suggested', advice: 'install', devices: [] };
  switch (bare) {
    case 'fail':
      return { outcome: 'fail', id: 'bare', advice: 'install', devices: [] };
    case 'open':
      return { outcome: 'open', id: 'bareUnsettled', advice: 'condition', devices: [] };
    case 'review':
      return { outcome: 'review', id: 'bareReview', advice: 'install', devices: [] };
  }
}

/** Chooses the message for a site that is installed already: it speaks of what is, not of what would be built. */
function inTense(site: Site, finding: Finding): Finding {
  return finding.id === 'bare' && isExisting(site) ? { ...finding, id: 'bareExisting' } : finding;
}

function judgeCovered(pack: Pack, found: Protection): Finding {
  const devices = acting(found);
  const { fraction, bound } = found.coverage;
  const threshold = parameter(pack, 'protectedFraction');
  const shown = { devices, shown: found };
  if (devices.every(({ kind }) => kind === 'other')) {
    return { outcome: 'review', id: 'onlyOther', advice: 'name', devices };
  }
  if (found.covering.length === 0 && devices.every((device) => isPointDevice(device) || device.kind === 'other')) {
    return { outcome: 'review', id: 'onlyPoints', advice: 'extend', devices };
  }
  if (bound > 0 && Math.abs(fraction - threshold) <= bound) {
    return { outcome: 'review', id: 'atThreshold', advice: 'extend', ...shown };
  }
  return fraction >= threshold
    ? { outcome: 'pass', id: 'protected', ...shown }
    : { outcome: 'review', id: 'partly', advice: 'extend', ...shown };
}

/** Returns all devices that protect the zone in any way, each once. */
function acting({ whole, covering, standing }: Protection): Device[] {
  return [...new Set([...whole, ...covering, ...standing])];
}

function paramsOf({ pack }: RuleContext, zone: Zone, claims: readonly ProtectionClaim[]) {
  const { category, basis, named } = claims[0];
  const spoken = claimClauses(claims.filter((claim) => claim.named === named));
  const clauses = enumerated(spoken.map((clause) => cite(pack, clause)));
  return {
    zone: zoneTitle(zone),
    id: forQuotes(zone.id),
    clauses,
    standing: named ? clauses : phrases.suggested({ clauses }),
    article: cite(pack, articleOf(spoken[0])),
    reading: basis === 'law' ? verbatim('') : phrases.protectedReading,
    category: category.name,
    ...systemWords(pack, category),
    condition: CONDITIONS[category.condition ?? 'designation'],
    source: inItsSource(zone),
    kind: mistakenFor(pack, zone)?.name ?? verbatim(''),
  };
}

function outcomesOf({ either }: Finding): Localized {
  if (either === undefined) return verbatim('');
  const [open, silent] = either.map(({ outcome }) => phrases[outcome]);
  return phrases.either({ open, silent });
}

function figuresOf({ pack }: RuleContext, finding: Finding) {
  const { devices, shown, lacking = [] } = finding;
  const threshold = parameter(pack, 'protectedFraction');
  return {
    devices: deviceList(devices),
    missing: missingList(lacking, { keys: false }),
    missingKeys: missingList(lacking, { keys: true }),
    outcomes: outcomesOf(finding),
    fraction: percent(shown?.coverage.fraction ?? 0, threshold),
    threshold: percent(threshold, undefined, 0),
  };
}

function evidenceOf({ pack }: RuleContext, zone: Zone, { coverage }: Protection): Statement['evidence'] {
  return {
    level: zone.levels[0],
    coverage: {
      fraction: coverage.fraction,
      threshold: parameter(pack, 'protectedFraction'),
      area: coverage.area,
      covered: coverage.covered,
      level: densityLevel(pack, 'detect').id,
    },
    uncovered: coverage.uncovered,
  };
}

/**
 * Returns one `open` for the zones of unknown use that no category names as drawn and that aren't protected: each may
 * be a place that a category names.
 */
function unsettledOf(context: RuleContext): Statement[] {
  const { site, pack } = context;
  const asking = standings(site).filter((one) => mayBeMeant(one) && one.category.named.length > 0);
  const zones = unsettledZones(site).filter((zone) => !claimsOn(site, zone).some(({ named }) => named));
  // A zone must be protected by the means of whichever category may name it.
  const systems = [...new Set(asking.map(({ category }) => category.means))];
  const bare = zones.filter((zone) => systems.some((means) => protectionOutcome(context, zone, means) !== 'pass'));
  if (asking.length === 0 || bare.length === 0) return [];
  const clauses = [...new Set(asking.map(({ category }) => itemNaming(category)))];
  const params = {
    count: String(zones.length),
    bare: String(bare.length),
    zones: zoneList(bare),
    article: enumerated(clauses.map((clause) => cite(pack, clause))),
  };
  const levels = [...new Set(bare.flatMap((zone) => zone.levels))];
  return [
    {
      // Not the article alone: a zone may have that id, and be judged by this rule too.
      subject: `${itemOf(protectingArticle(pack))}/unknown-use`,
      outcome: 'open',
      message: t.unsettledZones(params),
      advice: t.settleKinds,
      clauses,
      penalties: [],
      place: bare[0]?.place ?? site.place,
      related: [],
      dependsOn: { levels, devices: devicesOn(site, levels) },
    },
  ];
}

/** Returns `pass` if a zone of unknown use is protected whatever its use; else `open`. */
function protectionOutcome(context: RuleContext, zone: Zone, means: Means | undefined): Outcome {
  const { whole, coverage } = protectionOf(context, zone, context.pack.prohibitions.length > 0, means);
  if (whole.length > 0) return 'pass';
  return coverage.fraction - coverage.bound > parameter(context.pack, 'protectedFraction') ? 'pass' : 'open';
}

/**
 * Returns the ids of the devices that the verdict depends on. A pass rests on the devices that protect the zone; any
 * other outcome also on every device nearby, which might protect it if set right.
 */
function dependsOn(site: Site, zone: Zone, { outcome, devices }: Finding): readonly string[] {
  // A device that acts on the zone is on its levels, or linked to one of its doors.
  if (outcome !== 'pass' && devices.every(({ level }) => zone.levels.includes(level)))
    return devicesOn(site, zone.levels);
  const nearby = outcome === 'pass' ? [] : devicesOn(site, zone.levels);
  return [...new Set([...devices.map(({ id }) => id), ...nearby])];
}

function nothingNamed({ site, pack }: RuleContext): Statement {
  const article = protectingArticle(pack);
  return {
    subject: itemOf(article),
    outcome: 'notApplicable',
    message: t.noZone({ article: cite(pack, article) }),
    clauses: [article],
    penalties: [],
    place: site.categories[0]?.place ?? site.place,
    related: [],
    dependsOn: { levels: site.levels.map(({ id }) => id), devices: [] },
  };
}
