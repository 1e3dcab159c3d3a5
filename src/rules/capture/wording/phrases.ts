// Phrases about doubts, openings, densities and views that several capture rules put into their messages.

import { captureOf, captures } from '../../../facts/capture/bars.js';
import { isCarried, movesByItself } from '../../../facts/capture/moving.js';
import { categoryNames, clearDoorsOrdered, type PrivateZone } from '../../../facts/capture/private-zones.js';
import { type GradedDeviceView, hallsOf, type Lowered, throughGlazing } from '../../../facts/capture/views.js';
import type { GroundContext } from '../../../facts/context.js';
import { citation, EMPTY, fullCitation, midSentence, openingLabel } from '../../../facts/labels.js';
import { conditionState } from '../../../facts/protection/site.js';
import { STATED_NOT } from '../../../facts/texts.js';
import { inItsSource } from '../../../facts/unknown-use.js';
import { joined, type Text } from '../../../i18n/catalogue.js';
import { inQuotes, quoted } from '../../../i18n/list.js';
import type { Localized } from '../../../i18n/locale.js';
import { distinct, pixelDensity, plainFigure } from '../../../i18n/number.js';
import { parameter } from '../../../law/lookup.js';
import type { Category, Pack } from '../../../law/types.js';
import type { Device, Opening } from '../../../plan/model.js';
import type { Crossing, Reach } from '../../../sight/types.js';
import { leaves, t } from './texts.js';

/**
 * Returns, as a sentence, why a person must decide what otherwise would be a fail: `device` takes depth images alone,
 * or the prohibition may not mean `target`. Undefined if there is no such reason.
 */
export function doubt(context: GroundContext, device: Device, target: PrivateZone): Text | undefined {
  const { pack } = context;
  if (!captures(pack, device)) return t.depthImages({ capture: captureOf(pack).words.capture });
  return whyOpen(context, target);
}

/**
 * Returns why `target` may not be one of the places that the item of its prohibition names, as a sentence; undefined if
 * the item surely names it.
 */
export function whyOpen(context: GroundContext, target: PrivateZone): Text | undefined {
  const { prohibition, kind, applies, zone } = target;
  const clause = citation(context.pack, prohibition.clause);
  if (target.unsettled === true) return t.unknownUse({ source: inItsSource(zone), clause });
  if (target.within !== undefined) {
    const whole = citation(context.pack, captureOf(context.pack).prohibition);
    return t.within({ around: midSentence(target.within.name), clause: whole });
  }
  if (!applies) return t.otherCategory({ clause, names: categoryNames(context.pack, prohibition) });
  if (prohibition.basis === 'law') return undefined;
  if (prohibition.basis === 'contested') return t.contested({ kind: midSentence(kind.name), clause });
  const { residual } = captureOf(context.pack).words;
  return t.reading({ kind: midSentence(kind.name), clause, residual });
}

/**
 * Returns, as a sentence, why a room may not be public, where the law forbids capture in public rooms of its kind
 * alone; undefined if there is no doubt, or the law has no such limit. Only for devices that stand in the room: a
 * view from outside it may also be a view into the room around it, which a doubt about the inner room must not
 * excuse.
 */
export function whyNotPublic(
  { pack }: GroundContext,
  { prohibition, perhapsNotPublic }: PrivateZone,
): Text | undefined {
  const words = prohibition.publicOnly?.words;
  if (words === undefined || perhapsNotPublic === undefined) return undefined;
  const limit = t.publicOnly({
    clause: citation(pack, prohibition.clause),
    words: { zh: inQuotes(words.zh, 'zh-CN'), en: inQuotes(words.en, 'en') },
  });
  return perhapsNotPublic === 'stated'
    ? t.statedNotPublic({ limit })
    : t.withinNotPublic({ around: midSentence(perhapsNotPublic.name), limit });
}

/**
 * Returns words that end an advice on a place that stands only for a vote, such as a polling booth: ，或者在投票期间拆除 (or
 * take it down while voting lasts). Empty for other places, such as a box for reports, which hangs all year.
 */
export function orWhileVoting({ pack }: GroundContext, target: PrivateZone): Localized {
  return isForVoting(pack, target) ? t.orWhileVoting : EMPTY;
}

/** True if the place is judged as a kind that a voting room expects. */
function isForVoting(pack: Pack, { kind }: PrivateZone): boolean {
  return pack.zoneKinds.some(({ expects }) => expects?.includes(kind.id) === true);
}

function pane({ kind, normallyOpen, glazing, fixed }: Opening): Localized {
  if (kind === 'passage') return t.gap;
  const leaf = leaves[kind];
  if (normallyOpen || (kind !== 'window' && kind !== 'glass-door')) return t.standsOpen({ leaf });
  if (glazing === 'frosted') return frosted(leaf, fixed);
  return glazing === 'clear' ? t.clear({ leaf }) : t.uncovered({ leaf });
}

function frosted(leaf: Localized, fixed: boolean): Localized {
  return fixed ? t.frostedFixed({ leaf }) : t.frosted({ leaf });
}

function named({ opening, wall, frosted }: Crossing): Localized | undefined {
  if (opening !== undefined) return t.paneOf({ label: openingLabel(opening), nature: pane(opening) });
  return wall === undefined ? undefined : (frosted ? t.frostedWall : t.glazedWall)({ wall });
}

/**
 * Returns the frosted panes and walls that the view comes through: 固定磨砂窗“W2”. Undefined if its sight line crosses none.
 */
export function frostedPanes({ crossings }: Reach): Localized | undefined {
  const names = crossings
    .filter((crossing) => crossing.frosted)
    .flatMap((crossing) => {
      const { opening } = crossing;
      if (opening === undefined) return named(crossing) ?? [];
      return t.frostedPane({ nature: pane(opening), label: openingLabel(opening) });
    });
  return names.length === 0 ? undefined : joined(names, t.and);
}

/**
 * Returns the openings and glazed walls that the view crosses without anything being opened: 经“W2”（常设透明窗）. Empty if there
 * are none. {@link whenOpened} names the others.
 */
export function through(reach: Reach): Localized {
  // Openings that somebody must open first are named by whenOpened.
  const names = reach.crossings.filter(({ standing }) => standing).flatMap((crossing) => named(crossing) ?? []);
  return names.length === 0 ? EMPTY : t.through({ names: joined(names, t.comma) });
}

/** Returns kind and label of an opening: 窗“W2” / window 'W2'. */
export function openingNamed(opening: Opening): Localized {
  return t.openingNamed({ leaf: leaves[opening.kind], label: openingLabel(opening) });
}

/** Returns what must be opened for the view: 门“D3”开启时，. Empty if nothing is closed. */
export function whenOpened(reach: Reach): Localized {
  const closed = reach.crossings.filter((crossing) => !crossing.standing);
  const names = closed.flatMap(({ opening }) => (opening === undefined ? [] : [openingNamed(opening)]));
  return names.length === 0 ? EMPTY : t.whenOpened({ names: joined(names, t.and) });
}

/**
 * Returns the pixel density of the view, px/m: 像素密度84像素/米. It is the upper bound that may-see takes; without a
 * resolution in the plan nothing bounds it, and the phrase says so. The figure has as many digits as it takes to differ
 * from `threshold` (px/m).
 */
export function density(reach: Reach, threshold?: number): Localized {
  const value = reach.density;
  if (value === undefined || !Number.isFinite(value)) return t.unbounded;
  return t.density({ density: pixelDensity(value, threshold) });
}

/**
 * Returns a phrase that adds the zones of unknown use, which may be private places: ，用途未定的区域2处. Empty if `count` is 0.
 */
export function andUnsettled(count: number): Localized {
  return count === 0 ? EMPTY : t.andUnsettled({ n: count });
}

/** Returns the openings that a sound passes: 经“D1”. Empty if it passes none. */
export function crossed(reach: Reach): Localized {
  const names = reach.crossings.flatMap(({ opening }) =>
    opening === undefined ? [] : [quoted(openingLabel(opening))],
  );
  return names.length === 0 ? EMPTY : t.through({ names: joined(names, t.and) });
}

/**
 * Returns the area of the view in m²: 0.65平方米. It has as many digits as it takes to differ from the parameter
 * `viewArea` (m²), the least area with which a view counts.
 */
export function area({ pack }: GroundContext, reach: Reach): Localized {
  return t.area({ area: distinct(reach.area, parameter(pack, 'viewArea'), 2) });
}

/** Returns why a view lowered to a review isn't certain to be meant. */
function reasonOf(lowered: Lowered, context: GroundContext, target: PrivateZone): Text {
  if (lowered === 'tolerance') return t.byTolerance;
  return lowered === 'frosted' ? t.frostedOnly : elsewhere(context, target);
}

/** Returns where a device stands that isn't near a box or writing place in the sense of the item. */
function elsewhere({ site, pack }: GroundContext, target: PrivateZone): Text {
  if (!isForVoting(pack, target)) return t.farOff({ radius: plainFigure(parameter(pack, 'nearRadius')) });
  return hallsOf(site, target.zone).length > 0 ? t.otherRoom : t.noPolling;
}

/**
 * Returns, as a sentence, why a person must decide on a view: its figures are at a threshold, only the mounting
 * tolerance or frosted glass makes it, another law orders clear doors, the device moves, or the place may not be
 * meant, and so on. Undefined if there is no such reason. Whether the clauses themselves leave the view to a person
 * isn't asked here.
 */
export function reasonFor(context: GroundContext, { device, target, grade }: GradedDeviceView): Text | undefined {
  if (grade.is === 'finding' && grade.atThreshold) return t.atThreshold;
  const lowered = grade.is === 'finding' && grade.lowered ? [reasonOf(grade.lowered, context, target)] : [];
  const [first, second] = [...lowered, ...clearDoors(context, target, grade.reach)];
  if (first !== undefined) return second === undefined ? first : t.twoReasons({ first, second });
  if (isCarried(context.site, device)) return t.carried;
  if (movesByItself(context.site, device)) return t.movesByItself;
  // A view is of pictures alone: another rule judges what the device hears.
  return doubt(context, { ...device, audio: 'none' }, target);
}

/** Returns that another law orders the clear door or window that shows the room; empty if none does. */
function clearDoors(context: GroundContext, { prohibition }: PrivateZone, reach: Reach): Text[] {
  const clear = prohibition.clearDoors;
  if (clear === undefined || !clearDoorsOrdered(context, prohibition) || !throughGlazing(reach)) return [];
  const params = {
    contrary: statedContrary(context, clear.condition),
    clause: fullCitation(context.pack, clear.reference),
    law: captureOf(context.pack).words.law,
  };
  return [t.clearDoors(params)];
}

/**
 * Returns the contradiction that leaves open whether another law applies to the site: 图中载明本场所不是歌舞娱乐场所，而场所名称为“…”。. Empty
 * if there is none.
 */
function statedContrary({ site }: GroundContext, condition: Category['condition']): Localized {
  const { against } = conditionState(site, condition);
  if (condition === undefined || against === undefined) return EMPTY;
  return t.contrary({ stated: STATED_NOT[condition], against });
}

/**
 * True if opaque film on a window may end the view, since the view comes through the glass of that window. False
 * where a law orders clear doors. False too for a view only through what can be opened, such as a glass door: film
 * doesn't help while that stands open.
 */
export function filmHelps(context: GroundContext, { target, grade }: GradedDeviceView): boolean {
  if (clearDoorsOrdered(context, target.prohibition)) return false;
  return grade.reach.crossings.some(({ opening, glazing }) => glazing && opening?.kind === 'window');
}
