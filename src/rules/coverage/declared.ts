// Rule coverage/declared: places that the law names are shown in the plan, or stated to be absent.

import { groupBy } from '../../base/arrays.js';
import type { RuleContext } from '../../facts/context.js';
import { midSentence } from '../../facts/labels.js';
import { isNotMeant, isPrivateThough } from '../../facts/protection/absence-claims.js';
import { isDoubtfulAuthority } from '../../facts/protection/designation.js';
import { roomAround } from '../../facts/protection/parts-of-rooms.js';
import { isPointDevice } from '../../facts/protection/point-devices.js';
import {
  type CategoryStatus,
  categoryStatuses,
  isFoundedAbsence,
  itemNaming,
  itemOf,
  mistakenFor,
  prohibitionOn,
  securityDevices,
  zonesOf,
} from '../../facts/protection/site.js';
import { matchesToken } from '../../facts/protection/tokens.js';
import { CONDITIONS, STATED_NOT } from '../../facts/texts.js';
import { hasUnknownUse, unsettledZones } from '../../facts/unknown-use.js';
import { catalogue, joined, type Text, templatesOf, textOf } from '../../i18n/catalogue.js';
import { dayText } from '../../i18n/day.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import type { MessageParam } from '../../i18n/message.js';
import { cite, penaltyClauses, zoneKind } from '../../law/lookup.js';
import type { Category, ClauseId, Declaration, Pack } from '../../law/types.js';
import type { Absent, Device, Site, Zone } from '../../plan/model.js';
import { defineRule } from '../rule.js';
import type { Outcome, Statement } from '../verdict.js';
import { docs } from './docs/declared.js';
import { deviceList, zoneList } from './wording/labels.js';
import { systemWords } from './wording/system.js';
import { t as phrases } from './wording/texts.js';

const t = catalogue('', {
  declared: {
    zh: '图中{where}已标明{clause}所涉及的{role}：{zones}。',
    en: 'The plan shows what {clause} speaks of, {role}{where}: {zones}.',
  },
  contrary: {
    zh: '图中{where}标明{clause}所涉及的{role}：{zones}；“{by}”又载明无此部位（{reason}）。二者矛盾，须由审查人核对。',
    en: "The plan shows what {clause} speaks of, {role}{where}: {zones}. But '{by}' states that there is none ({reason}). They contradict each other, and the reviewer must check it.",
  },
  contraryInPart: {
    zh: '图中{where}标明{clause}所涉及的{role}：{zones}；而{claims}。二者矛盾，须由审查人核对。',
    en: 'The plan shows what {clause} speaks of, {role}{where}: {zones}. But {claims}. They contradict each other, and the reviewer must check it.',
  },
  missing: {
    zh: '本场所类别为{category}，{clause}涉及其{role}{reading}；图中{where}未标明{role}{unsettled}，无法判定。请补充标明，或者书面说明无此部位。',
    en: "The site is of category '{category}'; {clause} concerns its {role}{reading}. The plan shows none{where}{unsettled}, so it can't be told. Show it, or state in writing that there is none.",
  },
  missingUnfounded: {
    zh: '本场所类别为{category}，{clause}涉及其{role}{reading}；图中{where}未标明{role}{unsettled}，虽载明无此部位，但未写明理由或者由谁载明，本报告未采用，无法判定。',
    en: "The site is of category '{category}'; {clause} concerns its {role}{reading}. The plan shows none{where}{unsettled}; it states that there is none, but not why or who says so. This report doesn't go by that, and it can't be told.",
  },
  missingPerhaps: {
    zh: '图中{where}未标明{clause}所涉及的{role}{unsettled}；该条是否适用于本场所，须由审查人判定，适用的，须补充标明。',
    en: "The plan doesn't show what {clause} speaks of, {role}{where}{unsettled}. Whether that applies to the site is for the reviewer to judge; if it does, it must be shown.",
  },
  missingPerhapsUnfounded: {
    zh: '图中{where}未标明{clause}所涉及的{role}{unsettled}，虽载明无此部位，但未写明理由或者由谁载明，本报告未采用；该条是否适用于本场所，须由审查人判定，适用的，须补充标明。',
    en: "The plan doesn't show what {clause} speaks of, {role}{where}{unsettled}; it states that there is none, but not why or who says so. This report doesn't go by that. Whether the clause applies to the site is for the reviewer to judge; if it does, the place must be shown.",
  },
  missingInPart: {
    zh: '本场所类别为{category}，{clause}涉及其{role}{reading}；图中{where}未标明{role}{unsettled}，虽载明无{parts}，但未载明有无{rest}，或者载明而未写明理由、由谁载明，无法判定。请补充标明，或者书面说明无此部位。',
    en: "The site is of category '{category}'; {clause} concerns its {role}{reading}. The plan shows none{where}{unsettled}. It states that there is no {parts}, but not so of the {rest}, or not why or who says so; it can't be told. Show it, or state in writing that there is none.",
  },
  absent: {
    zh: '{clause}涉及{category}的{role}；“{by}”载明{where}无此部位（{reason}），本项不适用，请审查人核对。',
    en: "{clause} concerns the {role} of a site of category '{category}'. '{by}' states that there is none{where} ({reason}); this does not apply, and the reviewer may check it.",
  },
  absentSeverally: {
    zh: '{clause}涉及{category}的{role}；{claims}，本项不适用，请审查人核对。',
    en: "{clause} concerns the {role} of a site of category '{category}'. {claims}; this does not apply, and the reviewer may check it.",
  },
  claim: {
    zh: '“{by}”载明{where}无{parts}（{reason}）',
    en: "'{by}' states that there is no {parts}{where} ({reason})",
  },
  comma: { zh: '，', en: ', ' },
  or: { zh: '、', en: ' or ' },
  conditionOpen: {
    zh: '本场所类别为{category}；其是否属于{clause}所列，取决于{condition}，图中未载明，无法判定。',
    en: "The site is of category '{category}'. Whether {clause} names it depends on {condition}, which the plan doesn't state; it can't be told.",
  },
  conditionOpenUnfounded: {
    zh: '本场所类别为{category}；其是否属于{clause}所列，取决于{condition}，图中虽载明，但未写明文件或者由谁确定，本报告未采用，无法判定。',
    en: "The site is of category '{category}'. Whether {clause} names it depends on {condition}. The plan states a designation, but not by what document or not by whom. This report doesn't go by that, and it can't be told.",
  },
  conditionOpenLater: {
    zh: '本场所类别为{category}；其是否属于{clause}所列，取决于{condition}，图中载明的确定日期{date}在审查日{today}之后，本报告未采用，无法判定。',
    en: "The site is of category '{category}'. Whether {clause} names it depends on {condition}. The plan states a designation of {date}, after the day of this report, {today}. This report doesn't go by that, and it can't be told.",
  },
  conditionOut: {
    zh: '图中载明本场所（{category}）{stated}，{clause}不适用，请审查人核对。',
    en: 'The plan states that {stated} ({category}); {clause} does not apply, and the reviewer may check it.',
  },
  conditionContrary: {
    zh: '图中载明本场所（{category}）{stated}，而{against}；是否属于{clause}所列，须由审查人判定。',
    en: 'The plan states that {stated} ({category}), but {against}. Whether {clause} names it is for the reviewer to judge.',
  },
  designated: {
    zh: '图中载明本场所经“{by}”以“{document}”（{date}）确定为治安保卫重点单位，{clause}适用。',
    en: "The plan states that '{by}' designated the site a key unit by '{document}' ({date}); {clause} applies.",
  },
  designatedBy: {
    zh: '图中载明由“{by}”以“{document}”（{date}）确定为治安保卫重点单位；“{by}”是否为旗县级以上人民政府、{clause}是否适用，须由审查人判定。',
    en: "The plan states that '{by}' designated the site a key unit by '{document}' ({date}). Whether '{by}' is a government at banner or county level or above, and {clause} applies, is for the reviewer to judge.",
  },
  perhapsExcepted: {
    zh: '本场所类别为{category}，同时为{other}；是否属于{unless}所称的单位、{clause}是否适用，图中未载明，须由审查人判定。',
    en: "The site is of category '{category}' and also of category '{other}'. Whether it is one of those that {unless} speaks of, and so whether {clause} applies, the plan doesn't state; it is for the reviewer to judge.",
  },
  placeBare: {
    zh: '本场所（{category}）属于{clause}所列场所，图中全部范围未见{system}，按本图施工将不符合{clause}，应当补设。',
    en: "The site ('{category}') is a place listed in {clause}. The plan shows no {system} anywhere; built to this plan it will not comply with {clause}, and some must be added.",
  },
  placeReview: {
    zh: '图中全部范围未见{system}；“{category}”不在{clause}明列的词语之内，本场所是否应当设防，须由审查人判定。',
    en: "The plan shows no {system} anywhere. '{category}' is not among the words of {clause}; whether the site must be protected is for the reviewer to judge.",
  },
  placeOnlyOther: {
    zh: '图中只有类型为“其他”的设备：{devices}；不能看出其是否属于{clause}所要求的{system}，须由审查人判定。',
    en: "The plan shows only devices of kind 'other' ({devices}); whether they are the {system} that {clause} requires is for the reviewer to judge.",
  },
  placeOnlyPoints: {
    zh: '图中全部范围设有的只有{devices}；条文要求安装“{required}”，能否认为本场所（{category}，{clause}）已安装，须由审查人判定。',
    en: "All that the plan shows is {devices}. The law asks for '{required}'; whether the site ({category}, {clause}) is protected with that is for the reviewer to judge.",
  },
  placeEquipped: {
    zh: '图中标明本场所（{category}，{clause}）设有{system}{count}台（套），未发现不符合；{unexamined}。',
    en: 'The plan shows {count} {count|device|devices} of {system} at the site ({category}, {clause}); nothing found that does not comply. {unexamined}.',
  },
  privateShown: { zh: '图中已标明“{role}”：{zones}。', en: "The plan shows the '{role}': {zones}." },
  privateContrary: {
    zh: '图中标明“{role}”：{zones}；“{by}”又载明无此区域（{reason}）。二者矛盾，须由审查人核对。',
    en: "The plan shows the '{role}': {zones}. But '{by}' states that there is none ({reason}). They contradict each other, and the reviewer must check it.",
  },
  privateAbsent: {
    zh: '“{by}”载明无“{role}”（{reason}），本项不适用，请审查人核对。',
    en: "'{by}' states that there is no '{role}' ({reason}); this does not apply, and the reviewer may check it.",
  },
  privateMissing: {
    zh: '{category}通常设有“{role}”，图中未标明，也未说明无此区域{unsettled}。',
    en: "A site of category '{category}' usually has a '{role}'. The plan neither shows one nor states that there is none{unsettled}.",
  },
  privateMissingOpen: {
    zh: '本场所类别为{category}，其“{role}”图中未标明，也未说明无此区域{unsettled}。',
    en: "The site is of category '{category}'. The plan neither shows its '{role}' nor states that there is none{unsettled}.",
  },
  privateMissingUnfounded: {
    zh: '本场所类别为{category}，其“{role}”图中未标明{unsettled}；虽载明无此区域，但未写明理由或者由谁载明，本报告未采用。',
    en: "The site is of category '{category}'. The plan doesn't show its '{role}'{unsettled}; it states that there is none, but not why or who says so. This report doesn't go by that.",
  },
  concerned: { zh: '该类区域为{leads}所列。', en: 'Such a place is listed in {leads}.' },
  notExamined: {
    zh: '未标明的区域未按{leads}审查，须由审查人核对。',
    en: "What isn't shown was not examined under {leads}, and the reviewer must check it.",
  },
  notJudged: {
    zh: '无法按{leads}判定，请补充标明，或者书面说明无此区域。',
    en: "So it can't be judged by {leads}. Show it, or state in writing that there is none.",
  },
  otherItem: {
    zh: '本场所不属于{clause}所列类别，该项不适用。',
    en: 'The site is of none of the categories listed in {clause}; it does not apply.',
  },
  otherInstead: {
    zh: '本场所同时为{other}，按{by}审查，不另按{clause}审查。',
    en: "The site is also of category '{other}' and judged by {by}; it is not judged by {clause} as well.",
  },
  nothingExpected: {
    zh: '所依法规没有要求图中标明的部位，本场所的类别通常也不设有须标明的涉及个人隐私的区域，本项不适用。',
    en: 'The law judged by has no place that the plan must show, and sites of this category usually have no private one; this does not apply.',
  },
  declare: {
    zh: '补充标明{role}（区域类型或者 roles：{tokens}）；确无此部位的，在 site.absent 中载明。',
    en: 'Show the {role} (zone kind or roles: {tokens}); where there is none, state it in site.absent.',
  },
  declareFounded: {
    zh: '补充标明{role}（区域类型或者 roles：{tokens}）；确无此部位的，在 site.absent 中写明理由和由谁载明，“待补充”“待定”“无”等不作数。',
    en: "Show the {role} (zone kind or roles: {tokens}); where there is none, give the reason and who states it in site.absent. Words such as 'TBD' or 'none' don't count.",
  },
  giveFullName: {
    zh: '在 site.name 中写明单位全称；属于中学、小学的，据此判定。',
    en: 'Give the full Chinese name of the unit in site.name; a primary or middle school is judged by it.',
  },
  settleAbsence: {
    zh: '核对后更正其中有误的：确有的，删去 site.absent 中的该项；确无的，更正区域的类型或者 roles。',
    en: 'Check which is right: where there is one, remove the entry of site.absent; where there is none, correct the kind or the roles of the zone.',
  },
  settleCondition: {
    zh: '核对载明的事项和名称，更正其中有误的。',
    en: 'Check what is stated and the name, and correct whichever is wrong.',
  },
  stateDesignation: {
    zh: '在 site.designation 中写明确定文件和由谁确定，“待补充”“待定”“无”等不作数。',
    en: "Give the document and who designated the site in site.designation. Words such as 'TBD' or 'none' don't count.",
  },
  checkDay: {
    zh: '核对 site.designation 的日期；此前已经确定的，写明当时的文件和日期。',
    en: 'Check the date in site.designation. If the site was designated before, give the document and the date of that.',
  },
  stateCondition: { zh: '补充标明{condition}。', en: 'State {condition}.' },
  install: {
    zh: '补设与该场所相应的{system}，并在图中标明。',
    en: 'Add {system} suited to the site, and show it in the plan.',
  },
  nameDevice: {
    zh: '补充标明设备的产品名称和功能，或者按其实际类型标注。',
    en: 'State the product and what it does, or give the device its true kind.',
  },
});

type MessageId = keyof typeof t & string;

/** Returns the clauses that the rule may cite by the pack. */
function clausesIn(pack: Pack): ClauseId[] {
  const { protects, categories, prohibitions, capture } = pack;
  const named = protects === undefined ? [] : [...categories.flatMap(({ clause }) => clause ?? []), protects];
  return [
    ...new Set([
      ...named,
      ...(capture === undefined ? [] : [capture.prohibition]),
      ...prohibitions.map((row) => row.clause),
      ...penaltyClauses(pack, named),
    ]),
  ];
}

/**
 * The rule coverage/declared. A place that an item of the law speaks of must be in the drawing; otherwise
 * nobody can tell whether it is protected, and the verdict is `open`.
 */
export const rule = defineRule({
  id: 'coverage/declared',
  level: 'error',
  title: { zh: '条文所列的部位已在图中标明', en: 'Places that the law names are shown' },
  clausesIn,
  waivable: false,
  messages: templatesOf(t),
  check,
  docs,
});

function check(context: RuleContext): readonly Statement[] {
  const categories = categoryStatuses(context.site);
  const said = [...categories.flatMap((status) => verdictsOn(context, status)), ...otherItems(context, categories)];
  return said.length > 0 ? said : [nothingExpected(context)];
}

function verdictsOn(context: RuleContext, status: CategoryStatus): Statement[] {
  const privates = expectedPrivate(context, status);
  const condition = conditionOf(context, status);
  if (status.state !== 'in') return [...condition, ...privates];
  const declarations = status.category.declared.flatMap((declaration) => declared(context, status, declaration));
  return [...condition, ...declarations, ...wholePlace(context, status), ...privates];
}

/** Returns the verdict on one role (`category/item/role`) of a category. */
function statement(
  context: RuleContext,
  { category, place }: CategoryStatus,
  role: string,
  outcome: Outcome,
  id: MessageId,
  params: Readonly<Record<string, MessageParam>>,
  more: Partial<Statement> & { readonly adviceId?: MessageId; readonly clause?: ClauseId } = {},
): Statement {
  const { adviceId, clause = itemNaming(category), ...rest } = more;
  const values = {
    category: category.name,
    clause: cite(context.pack, clause),
    ...systemWords(context.pack, category),
    ...params,
  };
  return {
    subject: `${category.id}/${itemOf(clause)}/${role}`,
    outcome,
    message: textOf(t, id, values),
    ...(adviceId === undefined ? {} : { advice: textOf(t, adviceId, values) }),
    clauses: [clause],
    penalties: outcome === 'fail' ? penaltyClauses(context.pack, [clause]) : [],
    place,
    related: [],
    dependsOn: { levels: [], devices: [] },
    ...rest,
  };
}

function conditionOf(context: RuleContext, status: CategoryStatus): Statement[] {
  const { condition } = status.category;
  if (condition === undefined) return [];
  const { designation } = context.site;
  if (status.state === 'unknown') {
    const { designationUnfounded, designationLater: later } = context.site;
    const params = { condition: CONDITIONS[condition] };
    if (condition === 'designation' && later !== undefined) {
      const on = { ...params, date: dayText(later.date), today: dayText(context.today) };
      return [statement(context, status, condition, 'open', 'conditionOpenLater', on, { adviceId: 'checkDay' })];
    }
    const isUnfounded = condition === 'designation' && designationUnfounded === true;
    const [id, adviceId] = isUnfounded
      ? (['conditionOpenUnfounded', 'stateDesignation'] as const)
      : (['conditionOpen', 'stateCondition'] as const);
    return [statement(context, status, condition, 'open', id, params, { adviceId })];
  }
  if (status.state === 'contrary' && status.against !== undefined) {
    const params = { stated: STATED_NOT[condition], against: status.against };
    return [
      statement(context, status, condition, 'review', 'conditionContrary', params, { adviceId: 'settleCondition' }),
    ];
  }
  if (status.state === 'out')
    return [statement(context, status, condition, 'notApplicable', 'conditionOut', { stated: STATED_NOT[condition] })];
  const { unlessAs } = status;
  if (unlessAs !== undefined) {
    const params = { other: unlessAs.name, unless: cite(context.pack, itemNaming(unlessAs)) };
    return [statement(context, status, condition, 'review', 'perhapsExcepted', params, { adviceId: 'giveFullName' })];
  }
  if (condition !== 'designation' || designation === undefined) return [];
  const [outcome, id] = isDoubtfulAuthority(designation)
    ? (['review', 'designatedBy'] as const)
    : (['pass', 'designated'] as const);
  return [statement(context, status, condition, outcome, id, { ...designation })];
}

/**
 * Returns the verdicts on one declaration. Where the law speaks of passages, each level with rooms people stay in must
 * show one.
 */
function declared(context: RuleContext, status: CategoryStatus, declaration: Declaration): Statement[] {
  const levels = declaration.perLevelWithRooms === true ? levelsWithRooms(context.site) : [];
  const on = levels.length === 0 ? [undefined] : levels;
  const shown = on.map((level) => zonesDeclaring(context, status, declaration, level));
  // Stated to be absent while only some levels show it, it is absent on the others.
  const isEverywhere = shown.every((zones) => zones.length > 0);
  return on.map((level, n) => {
    const zones = shown[n] ?? [];
    const contrary = isEverywhere ? contraryTo(context.site, declaration, zones) : [];
    return declaredOn(context, status, declaration, level, zones, contrary);
  });
}

function zonesDeclaring(
  context: RuleContext,
  { category }: CategoryStatus,
  declaration: Declaration,
  level: string | undefined,
): Zone[] {
  return zonesOf(context.site).filter(
    (zone) => declares(context, zone, declaration, level) && !isNotMeant(category, zone),
  );
}

function levelsWithRooms(site: Site): string[] {
  // A zone of unknown use may be a room.
  const rooms = zonesOf(site).filter((zone) => zone.spec?.room === true || hasUnknownUse(site, zone));
  return site.levels.map(({ id }) => id).filter((id) => rooms.some(({ levels }) => levels.includes(id)));
}

function declaredOn(
  context: RuleContext,
  status: CategoryStatus,
  declaration: Declaration,
  level: string | undefined,
  zones: readonly Zone[],
  contrary: readonly Absent[],
): Statement {
  const { site } = context;
  const role = level === undefined ? declaration.role : `${declaration.role}@${level}`;
  const params = {
    role: declaration.name,
    where: whereOf(site, level),
    reading: declaration.basis === 'law' ? verbatim('') : phrases.declaredReading,
    tokens: verbatim(declaration.anyOf.join(', ')),
  };
  const [claim] = contrary;
  if (claim !== undefined) {
    const { by, reason, role: one } = claim;
    const isPart = declaration.anyOf.length > 1 && declaration.anyOf.includes(one);
    const against = isPart ? zones.filter((zone) => contrary.some((each) => matchesToken(zone, each.role))) : zones;
    const both = { ...params, zones: zoneList(against) };
    const rest = { adviceId: 'settleAbsence', ...contradicting(against, contrary) } as const;
    if (!isPart) return statement(context, status, role, 'review', 'contrary', { ...both, by, reason }, rest);
    const claims = claimsOf(context, contrary, params);
    return statement(context, status, role, 'review', 'contraryInPart', { ...both, claims }, rest);
  }
  if (zones.length > 0)
    return statement(
      context,
      status,
      role,
      'pass',
      'declared',
      { ...params, zones: zoneList(zones) },
      restingOn(zones),
    );
  const { claimed, rest: unclaimed } = absences(site, declaration);
  if (unclaimed.length === 0) return absentStatement(context, status, role, claimed, params);
  const said = { ...params, unsettled: unsettledHere(site, level) };
  const absent = absence(site, declaration.role);
  if (claimed.length > 0 && status.unlessAs === undefined) {
    const parts = { parts: partNames(context, rolesOf(claimed)), rest: partNames(context, unclaimed) };
    const more = { adviceId: 'declareFounded', related: claimed.map(claimPlace) } as const;
    return statement(context, status, role, 'open', 'missingInPart', { ...said, ...parts }, more);
  }
  const adviceId = absent === undefined ? 'declare' : 'declareFounded';
  const rest = { adviceId, ...unfoundedAt(absent) } as const;
  const [outcome, plain, unfounded] =
    status.unlessAs === undefined
      ? (['open', 'missing', 'missingUnfounded'] as const)
      : (['review', 'missingPerhaps', 'missingPerhapsUnfounded'] as const);
  return statement(context, status, role, outcome, absent === undefined ? plain : unfounded, said, rest);
}

/**
 * True if `zone` shows the declared place on `level` (any level if undefined). A zone whose name means a private kind
 * shows nothing until that is settled, a private place is none of the public ones, and a part of a private room none of
 * the site's.
 */
function declares({ pack, site }: RuleContext, zone: Zone, { anyOf }: Declaration, level: string | undefined): boolean {
  if (level !== undefined && !zone.levels.includes(level)) return false;
  if (mistakenFor(pack, zone) !== undefined) return false;
  const levels = level === undefined ? zone.levels : [level];
  return anyOf.some(
    (token) =>
      matchesToken(zone, token) &&
      !isPrivateThough(pack, zone, token) &&
      roomAround(site, zone, token, levels) === undefined,
  );
}

/** Returns the author's statement that the site has no such place, with a reason if any has one; undefined: none. */
function absence({ absent }: Site, role: string): Absent | undefined {
  const all = absent.filter((candidate) => candidate.role === role);
  return all.find(isFoundedAbsence) ?? all[0];
}

/** The statements of absence on the places of one declaration. */
interface Absences {
  /** Statements with a reason and an author, at most one for each role. */
  readonly claimed: readonly Absent[];
  /** Roles without such a statement. */
  readonly rest: readonly string[];
}

/**
 * Returns the statements of absence on what the clause speaks of. Where it may be several kinds of place each must be
 * stated to be absent: who has no store may still sell. A role that is none of these kinds stands for all of them.
 */
function absences(site: Site, { role, anyOf }: Declaration): Absences {
  const roles = anyOf.includes(role) ? anyOf : [role];
  const claimed = roles.flatMap((one) => foundedAbsence(site, one) ?? []);
  return { claimed, rest: roles.filter((one) => claimed.every((absent) => absent.role !== one)) };
}

/** Returns the names of kinds of place in one phrase; of a role that is no kind, the role itself. */
function partNames({ pack }: RuleContext, roles: readonly string[]): Localized {
  const names = roles.map((role) => midSentence(zoneKind(pack, role)?.name ?? verbatim(role)));
  return joined(names, t.or);
}

function rolesOf(claimed: readonly Absent[]): readonly string[] {
  return claimed.map(({ role }) => role);
}

function claimPlace({ place }: Absent): NonNullable<Statement['related']>[number] {
  return { place, caption: phrases.statement };
}

/** Returns the author's statements that the site has no such places as some of `zones` are. */
function contraryTo(site: Site, declaration: Declaration, zones: readonly Zone[]): readonly Absent[] {
  const isShown = ({ role }: Absent) =>
    !declaration.anyOf.includes(role) || zones.some((zone) => matchesToken(zone, role));
  return absences(site, declaration).claimed.filter(isShown);
}

/** Returns the author's statement that the site has no such place, if it gives a reason and says who states it. */
function foundedAbsence(site: Site, role: string): Absent | undefined {
  const absent = absence(site, role);
  return absent !== undefined && isFoundedAbsence(absent) ? absent : undefined;
}

/** Returns what a verdict on zones rests on that are stated to be absent. */
function contradicting(zones: readonly Zone[], claimed: readonly Absent[]): Pick<Statement, 'related' | 'dependsOn'> {
  const { related, dependsOn } = restingOn(zones);
  return { related: [...related, ...claimed.map(claimPlace)], dependsOn };
}

/** Returns a trace to a statement of absence that isn't gone by; nothing if there is none. */
function unfoundedAt(absent: Absent | undefined): Partial<Statement> {
  return absent === undefined ? {} : { related: [claimPlace(absent)] };
}

function absentStatement(
  context: RuleContext,
  status: CategoryStatus,
  role: string,
  claimed: readonly Absent[],
  params: Readonly<Record<string, MessageParam>> & { readonly where: Localized },
): Statement {
  const related = claimed.map(claimPlace);
  const [[{ by, reason }], ...others] = bySpeaker(claimed);
  if (others.length === 0)
    return statement(context, status, role, 'notApplicable', 'absent', { ...params, by, reason }, { related });
  const severally = { ...params, claims: claimsOf(context, claimed, params) };
  return statement(context, status, role, 'notApplicable', 'absentSeverally', severally, { related });
}

/** Groups statements of absence: what the same person says for the same reason is one claim. */
function bySpeaker(claimed: readonly Absent[]) {
  return [...groupBy(claimed, ({ by, reason }) => JSON.stringify([by, reason])).values()];
}

/** Returns the statements of absence in words, each with who says it of which kinds of place, and why. */
function claimsOf(
  context: RuleContext,
  claimed: readonly Absent[],
  { where }: { readonly where: Localized },
): Localized {
  const said = bySpeaker(claimed).map((same) => {
    const [{ by, reason }] = same;
    return t.claim({ where, by, reason, parts: partNames(context, rolesOf(same)) });
  });
  return joined(said, t.comma);
}

function restingOn(zones: readonly Zone[]): Pick<Statement, 'related' | 'dependsOn'> {
  return {
    related: zones.map(({ id, place }) => ({
      place,
      caption: phrases.zone({ id }),
    })),
    dependsOn: { levels: [...new Set(zones.flatMap(({ levels }) => levels))], devices: [] },
  };
}

/**
 * Returns the verdict on a category that the law names as a whole (item 10): with nothing installed anywhere it fails,
 * whatever its zones are.
 */
function wholePlace(context: RuleContext, status: CategoryStatus): Statement[] {
  const { category } = status;
  if (category.wholePlace !== true) return [];
  const { site } = context;
  const devices = securityDevices(site);
  return [placeStatement(context, status, category, devices)];
}

function placeStatement(
  context: RuleContext,
  status: CategoryStatus,
  { bare }: Category,
  devices: readonly Device[],
): Statement {
  const dependsOn = { levels: [], devices: devices.map(({ id }) => id) };
  if (devices.length === 0) {
    const [outcome, id] = bare === 'fail' ? (['fail', 'placeBare'] as const) : (['review', 'placeReview'] as const);
    return statement(context, status, 'place', outcome, id, {}, { adviceId: 'install' });
  }
  if (devices.every(({ kind }) => kind === 'other')) {
    const params = { devices: deviceList(devices) };
    return statement(context, status, 'place', 'review', 'placeOnlyOther', params, {
      adviceId: 'nameDevice',
      dependsOn,
    });
  }
  if (!devices.some(protectsPlace)) {
    const params = { devices: deviceList(devices.filter(({ kind }) => kind !== 'other')) };
    return statement(context, status, 'place', 'review', 'placeOnlyPoints', params, {
      adviceId: 'install',
      dependsOn,
    });
  }
  const params = { count: String(devices.length) };
  return statement(context, status, 'place', 'pass', 'placeEquipped', params, { dependsOn });
}

/**
 * True if a place as a whole counts as protected with this device alone: any that sees, detects, bars a way or searches.
 * A panic button only calls for help, and of an intercom nobody knows more.
 */
function protectsPlace({ kind, video }: Device): boolean {
  if (kind === 'panic-button' || kind === 'other') return false;
  return isPointDevice({ kind }) || kind === 'intrusion-detector' || (video !== 'none' && video !== 'unknown');
}

/** Returns which clauses list such a place. */
function listed(leads: Localized): Text {
  return t.concerned({ leads });
}

function expectedPrivate(context: RuleContext, status: CategoryStatus): Statement[] {
  return status.category.expectedPrivate.flatMap(({ kind, missing }) => {
    const { pack, site } = context;
    const clause = prohibitionOn(site, kind)?.clause;
    if (clause === undefined) return [];
    // Each law bars the kind by an item of its own, and there is or isn't such a place for all of them.
    const fact = `${status.category.id}//${kind}`;
    const name = zoneKind(pack, kind)?.name ?? verbatim(kind);
    const params = { role: name, where: verbatim(''), tokens: verbatim(kind) };
    // A role beside another kind is judged as the private place that it names, but doesn't show that such a place is drawn.
    const zones = zonesOf(site).filter((zone) => zone.kind === kind || zone.namedKind?.id === kind);
    const shown = zones.length > 0 ? zones : zonesOf(site).filter(({ roles }) => roles.includes(kind));
    const contrary = shown.length > 0 ? foundedAbsence(site, kind) : undefined;
    if (contrary !== undefined) {
      const { by, reason } = contrary;
      const both = { ...params, zones: zoneList(shown), by, reason };
      const rest = {
        clause,
        fact,
        says: listed,
        adviceId: 'settleAbsence',
        ...contradicting(shown, [contrary]),
      } as const;
      return [statement(context, status, kind, 'review', 'privateContrary', both, rest)];
    }
    if (zones.length > 0) {
      const found = { ...params, zones: zoneList(zones) };
      const rest = { clause, fact, says: listed, ...restingOn(zones) };
      return [statement(context, status, kind, 'pass', 'privateShown', found, rest)];
    }
    const absent = absence(site, kind);
    if (absent !== undefined && isFoundedAbsence(absent)) {
      const { by, reason, place } = absent;
      const rest = { clause, fact, says: listed, related: [{ place, caption: phrases.statement }] };
      return [statement(context, status, kind, 'notApplicable', 'privateAbsent', { ...params, by, reason }, rest)];
    }
    const isOpen = missing === 'open';
    const said = { ...params, unsettled: unsettledHere(site) };
    const says = (leads: Localized) => (isOpen ? t.notJudged : t.notExamined)({ leads });
    const id = absent !== undefined ? 'privateMissingUnfounded' : isOpen ? 'privateMissingOpen' : 'privateMissing';
    const adviceId = absent === undefined ? 'declare' : 'declareFounded';
    const rest = { clause, fact, says, adviceId, ...unfoundedAt(absent) } as const;
    return [statement(context, status, kind, missing, id, said, rest)];
  });
}

/**
 * Returns one `notApplicable` for each item of the protecting article that names none of the site's categories: silence would read as a
 * pass.
 */
function otherItems({ site, pack }: RuleContext, categories: readonly CategoryStatus[]): Statement[] {
  if (pack.protects === undefined) return [];
  const ours = new Set(categories.map(({ category }) => category.clause));
  return [...new Set(pack.categories.flatMap(({ clause }) => clause ?? []))]
    .filter((clause) => !ours.has(clause))
    .map((clause) => ({
      subject: itemOf(clause),
      outcome: 'notApplicable',
      message: otherMessage(pack, site, clause, categories),
      clauses: [clause],
      penalties: [],
      place: site.categories[0]?.place ?? site.place,
      related: [],
      dependsOn: { levels: [], devices: [] },
    }));
}

/** Returns why the item isn't judged: it names none of the site's categories, or one that another of them leaves out. */
function otherMessage(pack: Pack, site: Site, clause: ClauseId, judged: readonly CategoryStatus[]): Text {
  const params = { clause: cite(pack, clause) };
  const left = pack.categories.filter(
    (row) => row.clause === clause && site.categories.some(({ id }) => id === row.id),
  );
  const instead = judged.find(({ category }) => left.some(({ except }) => except?.includes(category.id)));
  if (instead === undefined) return t.otherItem(params);
  return t.otherInstead({ ...params, other: instead.category.name, by: cite(pack, itemNaming(instead.category)) });
}

/**
 * Returns the one `notApplicable` of a site for which the law names no place to show and whose categories usually have
 * no private place.
 */
function nothingExpected({ site, pack }: RuleContext): Statement {
  const clauses = pack.capture === undefined ? [] : [pack.capture.prohibition];
  return {
    subject: 'site',
    outcome: 'notApplicable',
    message: t.nothingExpected,
    clauses,
    penalties: [],
    place: site.categories[0]?.place ?? site.place,
    related: [],
    dependsOn: { levels: [], devices: [] },
  };
}

/**
 * Returns a note that counts the zones of unknown use, on `level` if given, that may be the missing place:
 * （另有3处区域用途未定，可能属于此类）; empty if there are none.
 */
function unsettledHere(site: Site, level?: string): Localized {
  const { length } = unsettledZones(site).filter(({ levels }) => level === undefined || levels.includes(level));
  return length === 0 ? verbatim('') : phrases.unsettled({ n: length });
}

function whereOf(site: Site, level: string | undefined): Localized {
  if (level === undefined) return verbatim('');
  return phrases.onLevel({ level: site.levels.find(({ id }) => id === level)?.name ?? level });
}
