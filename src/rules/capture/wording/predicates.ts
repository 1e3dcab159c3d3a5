// What follows by the clauses from what a device captures: predicates that capture rules share.

import { captureOf, isOfImages } from '../../../facts/capture/bars.js';
import { type Installed, installedBy } from '../../../facts/capture/register.js';
import type { GroundContext } from '../../../facts/context.js';
import { EMPTY, fullCitation } from '../../../facts/labels.js';
import { catalogue, type Text, textOf } from '../../../i18n/catalogue.js';
import type { Localized } from '../../../i18n/locale.js';
import { clause } from '../../../law/lookup.js';
import type { ClauseId, Pack } from '../../../law/types.js';
import type { Device } from '../../../plan/model.js';
import { meaningAt } from '../../../plan/project/names.js';

/**
 * Predicates that follow the fact in verdicts on capture. `leads` cites the clauses that decide with one outcome, `item`
 * the item that lists the place, and `words` quotes it. `register` says why a device counts as installed, or is empty.
 */
export const says = catalogue('says', {
  insidePlanned: {
    zh: '{zoneKind}属于{leads}所列禁止安装的场所和区域，按本图施工将不符合该规定。',
    en: 'By {leads} it must not be installed in such a place ({zoneKind}): built as drawn it will not comply.',
  },
  insideInstalled: {
    zh: '{register}{zoneKind}属于{leads}所列禁止安装的场所和区域，涉嫌不符合该规定。',
    en: '{register}By {leads} it must not be installed in such a place ({zoneKind}): it appears not to comply.',
  },
  nearPlanned: {
    zh: '该处属于{leads}所列“{words}”，按本图施工将不符合该规定。',
    en: "It is one of the places listed in {leads} ('{words}'): built as drawn it will not comply.",
  },
  nearInstalled: {
    zh: '{register}该处属于{leads}所列“{words}”，涉嫌不符合该规定。',
    en: "{register}It is one of the places listed in {leads} ('{words}'): it appears not to comply.",
  },
  viewPlanned: {
    zh: '{zoneKind}为{item}所列场所；按本图施工将不符合{leads}。',
    en: '{item} lists such a place ({zoneKind}); built as drawn it will not comply with {leads}.',
  },
  viewInstalled: {
    zh: '{register}{zoneKind}为{item}所列场所；涉嫌不符合{leads}。',
    en: '{register}{item} lists such a place ({zoneKind}); it appears not to comply with {leads}.',
  },
  unlistedViewPlanned: {
    zh: '条文未列举{zoneKind}，按本工具的理解属于{item}所称的场所和区域；按本图施工将不符合{leads}。',
    en: "The text doesn't name such a place ({zoneKind}); by this tool's reading {item} means it. Built as drawn it will not comply with {leads}.",
  },
  unlistedViewInstalled: {
    zh: '{register}条文未列举{zoneKind}，按本工具的理解属于{item}所称的场所和区域；涉嫌不符合{leads}。',
    en: "{register}The text doesn't name such a place ({zoneKind}); by this tool's reading {item} means it. It appears not to comply with {leads}.",
  },
  review: {
    zh: '是否符合{leads}，须由审查人判定。',
    en: 'Whether it complies with {leads} is for the reviewer to decide.',
  },
  reviewFor: {
    zh: '{reason}是否符合{leads}，须由审查人判定。',
    en: '{reason} Whether it complies with {leads} is for the reviewer to decide.',
  },
  belongs: {
    zh: '是否属于{leads}所列“{words}”，须由审查人判定。',
    en: "Whether it is one of the places listed in {leads} ('{words}') is for the reviewer to decide.",
  },
  open: { zh: '无法按{leads}判定。', en: "So it can't be judged by {leads}." },
  pass: { zh: '未发现不符合{leads}。', en: 'Nothing was found that does not comply with {leads}.' },
  otherwise: {
    zh: '{item}禁止在该场所安装，对本情形未作直接规定。',
    en: '{item} prohibits installing there and does not directly provide for this.',
  },
});

const t = catalogue('installed', {
  planned: { zh: '设备“{device}”', en: "Device '{device}'" },
  stated: { zh: '图中标明已安装的设备“{device}”', en: "Device '{device}', marked as installed," },
  byPhase: {
    zh: '图中载明项目处于{phase}阶段，未逐台标明是否已安装，按已安装审查；',
    en: "The plan states the phase '{phase}' and not of each device whether it is installed; it is judged as installed. ",
  },
});

/**
 * Returns the device's id as the start of a sentence, with a note if the plan marks it as installed: 图中标明已安装的设备“C1”.
 */
export function deviceAtStart({ site }: GroundContext, device: Device): Text {
  return (installedBy(site, device) === 'stated' ? t.stated : t.planned)({ device: device.id });
}

/**
 * Returns a function that makes the predicate of a failure from `leads`, the citation of the clauses that decide so. A
 * planned device will not comply if built as drawn; of an installed one, a drawing supports only a suspicion (涉嫌不符合).
 *
 * @param on how the device captures the place: from inside, from near it, by a view into it (`view`), or by a view into
 * a place that the clause doesn't name and means only by our reading (`unlistedView`)
 * @param params values of the predicate in {@link says} besides `leads` and `register`
 */
export function failure(
  { site }: GroundContext,
  device: Device,
  on: 'inside' | 'near' | 'view' | 'unlistedView',
  params: Readonly<Record<string, Localized>>,
): (leads: Localized) => Text {
  const installed = installedBy(site, device);
  if (installed === undefined) return (leads) => textOf(says, `${on}Planned`, { ...params, leads });
  const phase = meaningAt('phase', site.project?.phase ?? '');
  const register = installed === 'by-phase' ? t.byPhase({ phase }) : EMPTY;
  return (leads) => textOf(says, `${on}Installed`, { ...params, register, leads });
}

/**
 * Returns the parts of a failing statement that only an installed device has: `existing`, and as `duties` the clause
 * that orders a report at once, if one of the clauses by which it fails (`decided`) is about images. {} if the device
 * is only planned.
 */
export function whereInstalled(
  { site, pack }: GroundContext,
  device: Device,
  decided: readonly ClauseId[],
): { readonly existing?: true; readonly duties?: readonly ClauseId[] } {
  const installed: Installed | undefined = installedBy(site, device);
  if (installed === undefined) return {};
  const duty = captureOf(pack).images?.reporting;
  const isDue = duty !== undefined && decided.some((id) => isOfImages(pack, id));
  return { existing: true, ...(isDue && { duties: [duty] }) };
}

/** Returns the text of clause `item` without its final 。 or ；, to quote. */
export function itemWords(pack: Pack, item: ClauseId): Localized {
  const { text } = clause(pack, item);
  return { zh: text.zh.replace(/[；。;]$/, ''), en: text.en.replace(/[;.]$/, '') };
}

/**
 * Returns a function that makes the predicate of a review from `leads`, the citation of the clauses that decide so. It
 * begins with `reason`, unless that is `EMPTY`.
 */
export function reviewFor(reason: Localized): (leads: Localized) => Text {
  return (leads) => (reason === EMPTY ? says.review({ leads }) : says.reviewFor({ reason, leads }));
}

/** Returns the sentence that clause `item` prohibits installing in the place and doesn't speak of devices outside it. */
export function unprovided({ pack }: GroundContext, item: ClauseId): Text {
  return says.otherwise({ item: fullCitation(pack, item) });
}
