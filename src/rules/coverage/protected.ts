// Rule coverage/protected: the zones that the law names are protected.

import { groupBy } from '../../base/arrays.js';
import type { RuleContext } from '../../facts/context.js';
import { claimClauses, claimsOn, isNotMeant, type ProtectionClaim } from '../../facts/protection/absence-claims.js';
import { isPointDevice } from '../../facts/protection/point-devices.js';
import { compareCoverage, type Protection, protectionOf } from '../../facts/protection/protection.js';
import {
  type CategoryStatus,
  canBeMeant,
  categoryStatuses,
  devicesOn,
  isExisting,
  isPrivateZone,
  itemNaming,
  itemOf,
  mistakenFor,
  protectingArticle,
  zonesOf,
} from '../../facts/protection/site.js';
import { CONDITIONS } from '../../facts/texts.js';
import { hasUnknownUse, inItsSource, STATE_USE_ADVICE, unsettledZones } from '../../facts/unknown-use.js';
import { catalogue, templatesOf, textOf } from '../../i18n/catalogue.js';
import { forQuotes } from '../../i18n/list.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import { percent } from '../../i18n/number.js';
import { cite, densityLevel, parameter, penaltyClauses } from '../../law/lookup.js';
import type { Means, Pack } from '../../law/types.js';
import type { Device, Site, Zone } from '../../plan/model.js';
import { defineRule } from '../rule.js';
import type { Outcome, Statement } from '../verdict.js';
import { docs } from './docs/protected.js';
import { deviceList, missingList, zoneList, zoneTitle } from './wording/labels.js';
import { systemWords } from './wording/system.js';
import { t as phrases } from './wording/texts.js';

const t = catalogue('', {
  shown: {
    zh: '图中标明“{zone}”设有{system}：{devices}。',
    en: "The plan shows that '{zone}' has {system}: {devices}.",
  },
  protected: {
    zh: '对照{leads}{reading}，未发现不符合；{unexamined}。',
    en: 'Against {leads}{reading}, nothing is found that does not comply. {unexamined}.',
  },
  none: {
    zh: '图中未见设于或者作用于“{zone}”的{system}。',
    en: "The plan shows no {system} in '{zone}' or acting on it.",
  },
  noneInstalled: {
    zh: '图中未标明已安装设于或者作用于“{zone}”的{system}。',
    en: "The plan shows no {system} installed in '{zone}' or acting on it.",
  },
  bare: {
    zh: '该部位属于{leads}所列{reading}，按本图施工将不符合{leads}，应当补设。',
    en: 'It is one of the places that {leads} {leads|lists|list}{reading}. Built to this plan it will not comply with {leads}; some must be added.',
  },
  bareExisting: {
    zh: '该部位属于{leads}所列{reading}，涉嫌不符合{leads}，应当补设。',
    en: 'It is one of the places that {leads} {leads|lists|list}{reading}. It appears not to comply with {leads}; some must be added.',
  },
  bareUnsettled: {
    zh: '该部位是否属于{leads}所列，取决于{condition}，图中未载明，无法判定。',
    en: "Whether it is one of the places that {leads} {leads|lists|list} depends on {condition}, which the plan doesn't state; it can't be told.",
  },
  bareReview: {
    zh: '“{category}”不在{leads}明列的词语之内；该部位是否应当设防，须由审查人判定。',
    en: "'{category}' is not among the words of {leads}; whether it must be protected is for the reviewer to judge.",
  },
  contested: {
    zh: '按本工具对{leads}的理解，该部位可以属于其所列；是否属于、是否应当设防，须由审查人判定。',
    en: 'By a reading of {leads} it may be one of the places listed; whether it is, and must be protected, is for the reviewer to judge.',
  },
  wholePlace: {
    zh: '{leads}所列为{category}{places}，未再列明部位；图中该场所已设有{system}，场所是否已按要求安装，须由审查人判定。',
    en: '{leads} {leads|lists|list} {category}{places} and {leads|names|name} no part of it. The plan shows {system} elsewhere on the site; whether the place is protected as required is for the reviewer to judge.',
  },
  wholePlaceBare: {
    zh: '{leads}所列为{category}{places}，未再列明部位；该部位是否应当设防，须由审查人判定。',
    en: '{leads} {leads|lists|list} {category}{places} and {leads|names|name} no part of it; whether this part must be protected is for the reviewer to judge.',
  },
  notMeant: { zh: '“{zone}”为{because}。', en: "'{zone}' is {because}." },
  notMeantBy: {
    zh: '按本工具对{leads}的理解，不适用；图中写明该区域公共开放（public: true）的除外。',
    en: 'By a reading of {leads} it does not apply, unless the plan says that the zone is public (public: true).',
  },
  suggested: {
    zh: '该部位为本工具建议设防部位，不在{leads}明列的部位之内；是否需要设防，须由审查人判定。',
    en: 'It is a place that sitecam suggests protecting; {leads} {leads|does|do} not list it. Whether it needs protection is for the reviewer to judge.',
  },
  partly: {
    zh: '图中标明设于或者作用于“{zone}”的{system}：{devices}；其作用面积占该部位的{fraction}，未达到{threshold}（本工具判定值，非法定）。',
    en: "The {system} in '{zone}' or acting on it ({devices}) acts on {fraction} of it, below {threshold} (sitecam's figure, not the law's).",
  },
  atThreshold: {
    zh: '图中标明设于或者作用于“{zone}”的{system}：{devices}；其作用面积占该部位的{fraction}，与{threshold}（本工具判定值，非法定）之差在本工具容差以内。',
    en: "The {system} in '{zone}' or acting on it ({devices}) acts on {fraction} of it, which differs from {threshold} (sitecam's figure, not the law's) by no more than sitecam's tolerance.",
  },
  enough: {
    zh: '对照{leads}{reading}，设防是否足够，须由审查人判定。',
    en: 'Whether that is enough under {leads}{reading} is for the reviewer to judge.',
  },
  lacking: {
    zh: '“{zone}”设有的{system}作用于该部位多大面积，取决于图中未载明的{missing}。',
    en: "How much of '{zone}' its {system} acts on hangs on what the plan leaves out: {missing}.",
  },
  hangs: {
    zh: '是否已按{leads}{reading}设防，无法判定。',
    en: "Whether it is protected as {leads} {leads|asks|ask}{reading} can't be told.",
  },
  onlyPoints: {
    zh: '设于“{zone}”的只有{devices}。',
    en: "Only {devices} stand in '{zone}' or on its doors.",
  },
  single: {
    zh: '对照{leads}{reading}，条文要求安装“{required}”，单个设备能否认为该部位已安装，须由审查人判定。',
    en: "Under {leads}{reading} the law asks for '{required}'; whether a single device is enough is for the reviewer to judge.",
  },
  onlyOther: {
    zh: '设于“{zone}”的只有类型为“其他”的设备：{devices}；图中不能看出其是否属于{system}。',
    en: "Only devices of kind 'other' stand in '{zone}': {devices}. The plan doesn't show whether they count as {system}.",
  },
  unclear: {
    zh: '是否已按{leads}{reading}设防，须由审查人判定。',
    en: 'Whether it is protected as {leads} {leads|asks|ask}{reading} is for the reviewer to judge.',
  },
  privateBare: {
    zh: '“{zone}”属于禁止采集音视频的场所或者区域；图中未见不采集音视频的防护设备（如入侵探测器、出入口识读装置）。',
    en: "'{zone}' is a place where systems that capture sound or images may not be installed. The plan shows no protection that captures nothing (such as an intrusion detector or an access reader).",
  },
  takenOut: {
    zh: '“{zone}”除去禁止采集音视频的区域（选举箱、意见箱等的附近，或者其中的此类房间）后没有剩余部分；图中未见不采集音视频的防护设备（如入侵探测器、出入口识读装置）。',
    en: "Nothing of '{zone}' is left once the areas where capture is banned are taken out (near a ballot box, an opinion box or the like, or such rooms in it). The plan shows no protection that captures nothing (such as an intrusion detector or an access reader).",
  },
  how: {
    zh: '按{leads}{reading}如何设防，须由审查人判定。',
    en: 'How to protect it as {leads} {leads|asks|ask}{reading} is for the reviewer to judge.',
  },
  mislabelled: {
    zh: '区域“{zone}”的名称与所标类型可能不一致，似为“{kind}”。',
    en: "The name of zone '{zone}' may not agree with its kind and reads like '{kind}'.",
  },
  uncounted: {
    zh: '更正或者书面说明前，不将其计入{leads}{reading}的设防，无法判定。',
    en: "Until that is corrected or explained it is not counted as protected under {leads}{reading}; it can't be told.",
  },
  inRoom: {
    zh: '“{zone}”在“{around}”（{aroundKind}）之内，后者属于或者可能属于禁止采集音视频的场所，其中的摄像机不计；图中未见足以作用于该部位的其他防护设备。',
    en: "'{zone}' lies in '{around}' ({aroundKind}), which is, or may be, a place where capture is banned. Cameras don't count there, and the plan shows no other protection that acts on enough of it.",
  },
  partOfRoom: {
    zh: '该部位只是该房间的内部部分，还是{leads}所列的部位，须由审查人判定。',
    en: 'Whether it is only a part of that room or one of the places that {leads} {leads|lists|list} is for the reviewer to judge.',
  },
  emptyZone: {
    zh: '“{zone}”在图中几乎没有面积。',
    en: "In the plan '{zone}' has next to no area.",
  },
  applies: { zh: '{leads}{reading}不适用。', en: '{leads}{reading} {leads|does|do} not apply.' },
  unsettled: {
    zh: '“{zone}”用途未定{source}，是否属于禁止采集音视频的场所或者区域不得而知。',
    en: "What '{zone}' is for is unknown{source}, and so whether it is a place where capture is banned.",
  },
  either: {
    zh: '不能判定{leads}{reading}所要求的设防是否具备：{outcomes}。',
    en: "Whether it has the protection that {leads}{reading} {leads|requires|require} can't be told: {outcomes}.",
  },
  unsettledZones: {
    zh: '图中有{count}处区域用途未定，其中{bare}处未见足够的防护设备：{zones}。',
    en: 'The plan has {count} {count|zone|zones} of unknown use, of which {bare} {bare|shows|show} no sufficient protection: {zones}.',
  },
  unlisted: {
    zh: '是否属于{leads}所列部位，用途认定前无法判定。',
    en: "Whether {leads} {leads|lists|list} them can't be told until their uses are.",
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
    zh: '在“{zone}”设不采集音视频的设备（入侵探测器、出入口识读装置、门磁开关、紧急报警装置等），并在图中标明。',
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
  drawShared: {
    zh: '核对“{zone}”是否供“{around}”以外的人通行；供公用的，应画在“{around}”之外。',
    en: "Check whether others than those of '{around}' use '{zone}'; if it is shared, draw it outside '{around}'.",
  },
  condition: { zh: '补充标明{condition}。', en: 'State {condition}.' },
});

type MessageId = keyof typeof t & string;

/** The judgement of one zone by one claim or several alike, before place and clauses are added. */
interface Finding {
  readonly outcome: Outcome;
  /** What the drawing shows. */
  readonly fact: MessageId;
  /** What follows from it by the clauses. */
  readonly says: MessageId;
  readonly advice?: MessageId;
  readonly devices: readonly Device[];
  readonly shown?: Protection;
  /** Devices of which the plan leaves out a figure that decides. */
  readonly lacking?: readonly Device[];
  /** Only for a zone of unknown use: the judgements if it is no private place, and if it is one. */
  readonly either?: readonly [Finding, Finding];
}

/**
 * The rule coverage/protected. For each zone that must be protected it decides, clause by clause, whether the zone's
 * devices meet what the clause demands.
 */
export const rule = defineRule({
  id: 'coverage/protected',
  level: 'error',
  title: { zh: '应当设防的部位已经设防', en: 'Places that must be protected have technical security' },
  clausesIn: (pack) => {
    const { protects, categories } = pack;
    const clauses = [
      ...categories.flatMap(({ clause }) => clause ?? []),
      ...(protects === undefined ? [] : [protects]),
    ];
    return [...new Set([...clauses, ...penaltyClauses(pack, clauses)])];
  },
  parameters: ['protectedFraction', 'pointRoomArea', 'nothingArea', 'nearRadius', 'targetHeight', 'mustTunnel'],
  appliesTo: ({ protects }) => protects !== undefined,
  waivable: false,
  messages: templatesOf(t),
  check,
  docs,
});

function check(context: RuleContext): readonly Statement[] {
  const { site } = context;
  const statements = [
    ...zonesOf(site).flatMap((zone) => [
      ...statementsOn(context, zone, claimsOn(site, zone)),
      ...categoryStatuses(site).flatMap((status) => notMeantBy(zone, status) ?? []),
    ]),
    ...unsettledOf(context),
  ];
  return statements.length > 0 ? statements : [nothingNamed(context)];
}

/** Returns one statement for all claims of which the same is said, the gravest first. */
function statementsOn(context: RuleContext, zone: Zone, claims: readonly ProtectionClaim[]): Statement[] {
  const { site, pack } = context;
  const judged = claims.map((claim) => ({ claim, finding: inTense(site, judge(context, zone, claim)) }));
  const alike = groupBy(judged, ({ claim, finding }) => [finding.fact, finding.says, ...wordsKey(claim)].join('\0'));
  return [...alike.values()].map((same) => {
    const [{ claim, finding }] = same;
    const clauses = claimClauses(same.map((one) => one.claim));
    const params = { ...paramsOf(context, zone, claim), ...figuresOf(context, finding) };
    return {
      subject: zone.id,
      outcome: finding.outcome,
      message: textOf(t, finding.fact, params),
      says: (leads) => textOf(t, finding.says, { ...params, leads }),
      ...(finding.advice === undefined ? {} : { advice: textOf(t, finding.advice, params) }),
      clauses,
      basis: claim.basis,
      penalties: finding.outcome === 'fail' ? penaltyClauses(pack, clauses) : [],
      ...(finding.says === 'bareExisting' && { existing: true as const }),
      place: zone.place,
      related: finding.devices.map(({ place, id }) => ({ place, caption: phrases.device({ id }) })),
      ...(finding.shown === undefined ? {} : { evidence: evidenceOf(context, zone, finding.shown) }),
      dependsOn: { levels: zone.levels, devices: dependsOn(site, zone, finding) },
    };
  });
}

/** Returns the statement on a zone that the category's item doesn't mean, though its kind is public. */
function notMeantBy(zone: Zone, status: CategoryStatus): Statement | undefined {
  const { category } = status;
  if (category.notMeant === undefined || !canBeMeant(status) || !isNotMeant(category, zone)) return undefined;
  return {
    subject: zone.id,
    outcome: 'notApplicable',
    message: t.notMeant({ zone: zoneTitle(zone), because: category.notMeant.because }),
    says: (leads) => t.notMeantBy({ leads }),
    clauses: [itemNaming(category)],
    basis: 'reading',
    penalties: [],
    place: zone.place,
    related: [],
    dependsOn: { levels: zone.levels, devices: [] },
  };
}

/** Returns what the sentences on two claims must have in common to be one. */
function wordsKey({ basis, named, bare, category }: ProtectionClaim): readonly string[] {
  const { means, condition, name } = category;
  return [basis, String(named), means?.name.zh ?? '', condition ?? '', bare === 'review' && named ? name.zh : ''];
}

function judge(context: RuleContext, zone: Zone, claim: ProtectionClaim): Finding {
  const { pack } = context;
  if (mistakenFor(pack, zone) !== undefined) {
    return { outcome: 'open', fact: 'mislabelled', says: 'uncounted', advice: 'settle', devices: [] };
  }
  if (hasUnknownUse(context.site, zone)) return judgeUnsettled(context, zone, claim);
  if (claim.around !== undefined) return judgePart(context, zone, claim);
  return judgeAs(context, zone, claim, isPrivateZone(pack, zone));
}

/**
 * Judges a zone that may be no more than a part of a room where capture is banned: no camera there protects it, and without
 * other protection it is for the reviewer whether the law means it at all.
 */
function judgePart(context: RuleContext, zone: Zone, claim: ProtectionClaim): Finding {
  const finding = judgeAs(context, zone, claim, true);
  if (finding.outcome === 'pass' || finding.outcome === 'notApplicable') return finding;
  return { outcome: 'review', fact: 'inRoom', says: 'partOfRoom', advice: 'drawShared', devices: [] };
}

/** Judges a zone of unknown use both as a private place and as none; `open` if the outcomes differ. */
function judgeUnsettled(context: RuleContext, zone: Zone, claim: ProtectionClaim): Finding {
  // A law that bans capture nowhere judges both alike.
  if (context.pack.prohibitions.length === 0) return judgeAs(context, zone, claim, false);
  const [open, silent] = [judgeAs(context, zone, claim, false), judgeAs(context, zone, claim, true)];
  if (open.outcome === silent.outcome) return open.outcome === 'pass' ? silent : open;
  const { devices } = open;
  return { outcome: 'open', fact: 'unsettled', says: 'either', advice: 'settleKind', devices, either: [open, silent] };
}

/**
 * Judges a zone of known use. With `silent`, capture is banned in the zone, so only devices that capture nothing count.
 */
function judgeAs(context: RuleContext, zone: Zone, claim: ProtectionClaim, silent: boolean): Finding {
  const { pack } = context;
  const found = protectionOf(context, zone, silent, claim.category.means);
  const isEmpty = found.coverage.area <= parameter(pack, 'nothingArea');
  if (isEmpty && !silent && found.whole.length === 0) return judgeTakenOut(context, zone, claim);
  const finding = judgeBy(context, found, claim, silent);
  if (finding.outcome !== 'fail' && finding.outcome !== 'review') return finding;
  const lacking = found.lacking(parameter(context.pack, 'protectedFraction'));
  if (lacking.length === 0) return finding;
  const devices = [...new Set([...lacking, ...finding.devices])];
  return { outcome: 'open', fact: 'lacking', says: 'hangs', advice: 'stateFigures', devices, lacking };
}

/**
 * Judges a zone of which nothing is left once the areas where capture is banned are taken out: it must be protected all
 * the same, by devices that capture nothing.
 */
function judgeTakenOut(context: RuleContext, zone: Zone, claim: ProtectionClaim): Finding {
  const finding = judgeAs(context, zone, claim, true);
  return finding.fact === 'privateBare' ? { ...finding, fact: 'takenOut' } : finding;
}

/** Judges by what the plan states of the devices. */
function judgeBy({ pack }: RuleContext, found: Protection, claim: ProtectionClaim, silent: boolean): Finding {
  if (found.whole.length > 0) return passing(found);
  if (found.coverage.area <= parameter(pack, 'nothingArea'))
    return { outcome: 'notApplicable', fact: 'emptyZone', says: 'applies', devices: [] };
  const isBare = acting(found).length === 0;
  // Where capture is banned nothing that captures can be required, so a lack of protection is a question, not a fail.
  if (silent && isBare)
    return { outcome: 'review', fact: 'privateBare', says: 'how', advice: 'installSilent', devices: [] };
  return isBare ? judgeBare(claim) : judgeCovered(pack, found);
}

function passing(found: Protection): Finding {
  return { outcome: 'pass', fact: 'shown', says: 'protected', devices: acting(found), shown: found };
}

function judgeBare({ named, bare, basis, part, category }: ProtectionClaim): Finding {
  const none = { fact: 'none', devices: [] } as const;
  if (basis === 'contested') {
    const says = part ? 'wholePlace' : category.wholePlace === true ? 'wholePlaceBare' : 'contested';
    return { ...none, outcome: 'review', says, advice: 'install' };
  }
  if (!named) return { ...none, outcome: 'review', says: 'suggested', advice: 'install' };
  switch (bare) {
    case 'fail':
      return { ...none, outcome: 'fail', says: 'bare', advice: 'install' };
    case 'open':
      return { ...none, outcome: 'open', says: 'bareUnsettled', advice: 'condition' };
    case 'review':
      return { ...none, outcome: 'review', says: 'bareReview', advice: 'install' };
  }
}

/** Chooses the words for a site that is installed already: they speak of what is, not of what would be built. */
function inTense(site: Site, finding: Finding): Finding {
  return finding.says === 'bare' && isExisting(site)
    ? { ...finding, fact: 'noneInstalled', says: 'bareExisting' }
    : finding;
}

function judgeCovered(pack: Pack, found: Protection): Finding {
  const devices = acting(found);
  const shown = { devices, shown: found };
  if (devices.every(({ kind }) => kind === 'other')) {
    return { outcome: 'review', fact: 'onlyOther', says: 'unclear', advice: 'name', devices };
  }
  if (found.covering.length === 0 && devices.every((device) => isPointDevice(device) || device.kind === 'other')) {
    return { outcome: 'review', fact: 'onlyPoints', says: 'single', advice: 'extend', devices };
  }
  const side = compareCoverage(found.coverage, parameter(pack, 'protectedFraction'));
  if (side === 'above') return passing(found);
  const fact = side === 'at' ? 'atThreshold' : 'partly';
  return { outcome: 'review', fact, says: 'enough', advice: 'extend', ...shown };
}

/** Returns all devices that protect the zone in any way, each once. */
function acting({ whole, covering, standing }: Protection): Device[] {
  return [...new Set([...whole, ...covering, ...standing])];
}

function paramsOf({ pack }: RuleContext, zone: Zone, { category, basis, named, around }: ProtectionClaim) {
  return {
    ...(around && { around: zoneTitle(around), aroundKind: around.spec?.name ?? verbatim(around.kind) }),
    zone: zoneTitle(zone),
    id: forQuotes(zone.id),
    reading:
      basis === 'law'
        ? verbatim('')
        : named || basis === 'contested'
          ? phrases.protectedReading
          : phrases.suggestedReading,
    category: category.name,
    places: category.placeWords ?? verbatim(''),
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
  const asking = categoryStatuses(site).filter((one) => canBeMeant(one) && one.category.named.length > 0);
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
  };
  const levels = [...new Set(bare.flatMap((zone) => zone.levels))];
  return [
    {
      // Not the article alone: a zone may have that id, and be judged by this rule too.
      subject: `${itemOf(protectingArticle(pack))}/unknown-use`,
      outcome: 'open',
      message: t.unsettledZones(params),
      says: (leads) => t.unlisted({ leads }),
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
  return compareCoverage(coverage, parameter(context.pack, 'protectedFraction')) === 'above' ? 'pass' : 'open';
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
