// Sentences about a suggestion, put together from the texts.

import { compareWithin } from '../../../base/threshold.js';
import { sheetOf } from '../../../draw/model.js';
import { outcomeWord, verdictsByGroup } from '../../../findings/tally.js';
import { subjectText } from '../../../findings/wording/subject.js';
import { joined } from '../../../i18n/catalogue.js';
import { localizedList, quoted } from '../../../i18n/list.js';
import { type Localized, verbatim } from '../../../i18n/locale.js';
import { metres, percent, plainFigure } from '../../../i18n/number.js';
import { citeTogether, densityLevel } from '../../../law/lookup.js';
import type { Pack } from '../../../law/types.js';
import type { LintVerdict, Report } from '../../../lint/types.js';
import type { Device } from '../../../plan/model.js';
import { bearing } from '../../../plan/read/frame.js';
import { plainText } from '../../../render/escape.js';
import { rules } from '../../../rules/registry.gen.js';
import { unjudgedIn } from '../search-space.js';
import { hangingHeight, OFF_WALLS } from '../space/ceilings.js';
import { OFF_BOTH } from '../space/corners.js';
import type { CameraType, MountKind, Part, Repair, Requirement, SuggestedCamera, Suggestion } from '../types.js';
import {
  capturesPrivately,
  comparisonOf,
  isRejected,
  keptOn,
  levelsOf,
  newFindings,
  partsThatAre,
  type RequirementRow,
  totalsOf,
} from './answer.js';
import { compassOf, partOf, zoneName } from './place.js';
import { t } from './texts.js';

/** Most items of a list that are named. */
const NAMED = 12;

/** Returns a list of which the first items are named. */
function named(items: readonly Localized[]): Localized {
  if (items.length <= NAMED) return localizedList(items);
  return t.more({ items: joined(items.slice(0, NAMED), t.between), n: items.length });
}

function ids(devices: readonly Device[]): Localized {
  const all = devices.map(({ id }) => verbatim(plainText(id)));
  return all.length <= NAMED ? localizedList(all) : t.andOthers({ items: joined(all.slice(0, NAMED), t.between) });
}

/** Returns the name of a level with its id. */
export function levelText({ id, name }: { readonly id: string; readonly name: string | undefined }): Localized {
  const short = plainText(id);
  return name === undefined || name === id ? verbatim(short) : t.levelTitle({ name: plainText(name), id: short });
}

/** Sentences on what a suggestion is for and rests on, in the order in which they are read. */
export interface Premises {
  readonly goal: Localized;
  readonly types: Localized;
  readonly mounting: Localized;
  readonly private: Localized;
  readonly kept: Localized;
  readonly scope: Localized;
}

/** Parts of a suggestion from which its premises are written. */
export type Premised = Pick<Suggestion, 'before' | 'catalogue' | 'goal' | 'objective' | 'kept' | 'levels'>;

/**
 * Returns the sentences on what a suggestion is for and rests on: goal, camera types, mounting, private places, cameras
 * that stay, scope of the proof.
 */
export function premises(suggestion: Premised): Premises {
  const { before, catalogue, goal, objective } = suggestion;
  const kept = keptOn(suggestion);
  const { private: article } = sheetOf(before).articles;
  return {
    goal: t[`objective-${objective}`]({ goal: t[`goal-${goal}`] }),
    types: t.types({
      source: sourceText(suggestion),
      types: joined(
        catalogue.cameras.map((type) => typeText(type, objective === 'price')),
        t.partBetween,
      ),
    }),
    mounting: mountingText(suggestion),
    private: article === undefined ? t.privateNone : t.privateByArticle({ article }),
    kept: kept.length === 0 ? t.keptNone : t.keptSome({ n: kept.length, ids: ids(kept) }),
    scope: t.proofHolds,
  };
}

function sourceText({ catalogue: { from, path, cameras } }: Premised): Localized {
  switch (from) {
    case 'file':
      return t['from-file']({ path: quoted(plainText(path ?? '')) });
    case 'plan':
      return t['from-plan'];
    case 'built-in':
      return t['from-built-in']({ n: cameras.length });
  }
}

function typeText({ id, lens, range, price, mounts }: CameraType, withPrice: boolean): Localized {
  const [across, up] = lens.resolution;
  const details = [
    t.field({ hfov: plainFigure(lens.hfov) }),
    t.resolution({ across: plainFigure(across), up: plainFigure(up) }),
    ...(range === undefined ? [] : [t.range({ range: metres(range, 0) })]),
    ...(withPrice ? [t.price({ price: plainFigure(price) })] : []),
    joined(
      mounts.map((mount) => t[`mount-${mount}`]),
      t.between,
    ),
  ];
  return t.type({ id: verbatim(plainText(id)), details: joined(details, t.clauseBetween) });
}

function mountingText({ catalogue: { cameras, mounting }, before, levels }: Premised): Localized {
  const { wall, ceiling, noGo, tilts } = mounting;
  const used = new Set(cameras.flatMap(({ mounts }) => mounts));
  const bare = before.site.levels.filter(
    (level) => levels.includes(level.id) && hangingHeight(level, mounting) === undefined,
  );
  const onWalls = (['wall', 'corner'] as const satisfies readonly MountKind[]).filter((mount) => used.has(mount));
  const parts = [
    ...(onWalls.length === 0
      ? []
      : [
          t.onWalls({
            mounts: joined(
              onWalls.map((mount) => t[`mount-${mount}`]),
              t.between,
            ),
            heights: joined(
              wall.heights.map((height) => verbatim(plainFigure(height))),
              t.orBetween,
            ),
            distance: plainFigure(wall.fromOpenings),
          }),
        ]),
    ...(used.has('corner') ? [t.inCorners({ off: plainFigure(OFF_BOTH) })] : []),
    ...(used.has('ceiling') ? [t.onCeilings({ drop: plainFigure(ceiling.drop), off: plainFigure(OFF_WALLS) })] : []),
    ...(used.has('ceiling') && bare.length > 0 ? [t.noCeilings({ levels: localizedList(bare.map(levelText)) })] : []),
    t.tilts({ low: plainFigure(tilts[0]), high: plainFigure(tilts[1]) }),
    ...(noGo.length === 0 ? [] : [t.noGo({ n: noGo.length })]),
  ];
  return joined([joined(parts, t.partBetween), t.mountingOurs]);
}

/** Returns where a suggested camera stands, in words. */
export function cameraPlace({ zone, device }: SuggestedCamera, { site }: Report): Localized {
  return zone === undefined ? t.noZone : partOf(zone, device.at, site.north);
}

/** Returns how a suggested camera is mounted: 墙面2.7米. */
export function mountText({ mount, device: { height } }: SuggestedCamera): Localized {
  const kind = t[`mount-${mount}`];
  return height === undefined ? kind : t.at({ mount: kind, height: metres(height, 1) });
}

/** Returns what a suggested camera covers by itself: “二层走廊”92.4%、“二层电梯厅”41.0%. */
export function coversText({ covers }: SuggestedCamera): Localized {
  if (covers.length === 0) return t.none;
  const parts = covers.map(({ requirement, share }) =>
    t.coversShare({ zone: zoneName(requirement.zone), share: percent(share, undefined, 1) }),
  );
  return joined(parts, t.between);
}

/** Returns a required share (0–1) as text without trailing zeros: 90%. */
export function shareText(share: number): Localized {
  return verbatim(`${plainFigure(share * 100)}%`);
}

/** Returns the level of detail that is required: 观察级，62.5像素/米. */
export function detailText({ level, density }: Requirement, pack: Pack): Localized {
  return t.atLevel({ name: densityLevel(pack, level).name, density: plainFigure(density) });
}

/** Returns the clauses that name a required place. */
export function basisText({ clauses }: Requirement, pack: Pack): Localized {
  return clauses.length === 0 ? t.none : localizedList(citeTogether(pack, clauses));
}

/**
 * Returns the sentence that states the answer: the number, price or changes of the design found, and what is proved of
 * it; or why there is none.
 *
 * @param scope text that names the types and mounts for which it holds
 */
export function conclusion(
  suggestion: Suggestion,
  rows: readonly RequirementRow[],
  scope: Localized = t.scope,
): Localized {
  const { parts } = suggestion;
  const kept = keptOn(suggestion);
  if (isRejected(suggestion)) return rejection(suggestion);
  if (rows.length === 0) return nothingText(suggestion);
  if (parts.length === 0) return t.metAlready({ n: rows.length });
  const solved = parts.filter(({ cost }) => cost !== undefined);
  if (solved.length === parts.length)
    return joined([answer(suggestion, parts, scope), kept.length === 0 ? t.nothing : t.stays({ n: kept.length })]);
  const counts = (['impossible', 'undecided', 'stopped'] as const).flatMap((is) => {
    const n = partsThatAre(suggestion, is).filter(({ cost }) => cost === undefined).length;
    return n === 0 ? [] : [t[`${is}Parts`]({ n })];
  });
  return joined([
    t.incomplete({ counts: joined(counts, t.clauseBetween) }),
    ...(solved.length === 0 ? [] : [t.otherParts({ n: solved.length }), answer(suggestion, solved, scope)]),
  ]);
}

function nothingText(suggestion: Suggestion): Localized {
  const { required: article } = sheetOf(suggestion.before).articles;
  const levels = localizedList(levelsOf(suggestion).map(levelText));
  return article === undefined ? t.nothingAskedAtAll({ levels }) : t.nothingAsked({ article, levels });
}

/** Returns what is suggested for parts that have a design. That nothing less will do is said of all parts alone. */
function answer({ objective, repairs, parts: all }: Suggestion, parts: readonly Part[], scope: Localized): Localized {
  const { cameras, cost, bound } = totalsOf(parts);
  const added = parts
    .flatMap((part) => part.cameras)
    .filter(({ device }) => repairs.every(({ to }) => to?.id !== device.id)).length;
  const n = { count: cost, price: cameras, change: repairs.length + added }[objective];
  const values = { n: plainFigure(n), cost: plainFigure(cost), bound: plainFigure(bound), scope };
  if (totalsOf(all).isProved) return t[`proved-${objective}`](values);
  if (bound <= 0) return t[`bare-${objective}`](values);
  if (bound >= cost) return t[`even-${objective}`](values);
  const from = plainFigure(bound);
  const open = bound >= cost - 1 ? verbatim(from) : t.numbers({ from, to: plainFigure(cost - 1) });
  return objective === 'count' ? t['gap-count']({ ...values, open }) : t[`gap-${objective}`](values);
}

function rejection({ before, after, refused, met }: Suggestion): Localized {
  const short = met.filter(({ isMet }) => !isMet).map(({ requirement }) => requirement.zone);
  const unjudged = unjudgedIn(after ?? before);
  if (refused === undefined && short.length > 0 && short.every(({ id }) => unjudged.has(id)))
    return t.rejectedUnjudged({ zones: named(short.map(zoneName)) });
  if (after !== undefined) return t.rejectedShort({ zones: named(short.map(zoneName)) });
  if (refused !== undefined) return t.rejected;
  const { fail, open, review } = verdictsByGroup(before);
  return t.rejectedBefore({ fail: fail.length, open: open.length, review: review.length });
}

/** Allowance for the rounding of a share. */
const ROUNDING = 1e-9;

/** Returns a sentence for each part that has no design: none exists, or it isn't decided. */
export function shortfalls(suggestion: Suggestion): { readonly part: Part; readonly text: Localized }[] {
  const { pack } = suggestion.before;
  return suggestion.parts.flatMap((part) => {
    const { conclusion, requirements } = part;
    if (conclusion.is === 'stopped') {
      const zones = named(requirements.map(({ zone }) => zoneName(zone)));
      return part.cost === undefined ? [{ part, text: t.stoppedPart({ zones }) }] : [];
    }
    if (conclusion.is !== 'impossible' && conclusion.is !== 'undecided') return [];
    const { requirement, most } = conclusion;
    const values = {
      zone: zoneName(requirement.zone),
      most: percent(most, requirement.share, 1),
      share: shareText(requirement.share),
      at: detailText(requirement, pack),
    };
    if (conclusion.is === 'undecided') {
      const isMountless = compareWithin(most, requirement.share, ROUNDING) === 'below';
      return [{ part, text: isMountless ? t.mountless(values) : t.undecided(values) }];
    }
    const by = named(conclusion.by.map(zoneName));
    const why = conclusion.by.length === 0 ? t.impossibleAll : t.impossibleBy({ zones: by });
    return [{ part, text: t.impossible({ ...values, why }) }];
  });
}

/** Returns the sentence on what the proof consists of; undefined if nothing is proved. */
export function proofText({ parts }: Suggestion): Localized | undefined {
  const { cells } = totalsOf(parts);
  const proved = parts.filter((part) => part.cells > 0 && (part.bound > 0 || part.conclusion.is === 'impossible'));
  return proved.length === 0 ? undefined : t.proof({ parts: proved.length, cells });
}

/**
 * Returns the sentence on how many more cameras, or what price, the ban on capture costs; undefined if that isn't
 * known.
 */
export function privacyText({ before, privacy, objective }: Suggestion): Localized | undefined {
  if (privacy === undefined) return undefined;
  const article = sheetOf(before).articles.private ?? t.privacyRules;
  const { least, most } = privacy;
  if (objective === 'price') {
    const [low, high] = [plainFigure(least), plainFigure(most)];
    if (least !== most) return t.privacyPriceBetween({ article, least: low, most: high });
    return most === 0 ? t.privacyPriceNothing({ article }) : t.privacyPriceExact({ article, price: high });
  }
  if (least !== most) return t.privacyBetween({ article, least, most });
  return most === 0 ? t.privacyNothing({ article }) : t.privacyExact({ article, n: most });
}

/**
 * Returns how the suggestion compares with the cameras that are drawn; undefined if there is nothing to compare (see
 * `comparisonOf`).
 */
export function comparisonText(suggestion: Suggestion, rows: readonly RequirementRow[]): Localized | undefined {
  const comparison = comparisonOf(suggestion, rows);
  if (comparison === undefined) return undefined;
  const { drawn, suggested, short, elsewhere, intruding } = comparison;
  // A change replaces nothing: what becomes of the cameras drawn is listed by itself.
  if (drawn === 0) return suggestion.objective === 'change' ? undefined : t.drawnNone;
  const n = Math.abs(drawn - suggested);
  const zones = named(
    short.map(({ requirement: { zone, share }, drawn: before }) =>
      t.drawnZone({ zone: zoneName(zone), before: percent(before, share, 1), share: shareText(share) }),
    ),
  );
  return joined([
    drawn > suggested
      ? t.drawnFewer({ drawn, n })
      : drawn < suggested
        ? t.drawnMore({ drawn, n })
        : t.drawnSame({ drawn }),
    ...(elsewhere.length === 0 ? [] : [t.drawnElsewhere({ n: elsewhere.length, ids: ids(elsewhere) })]),
    ...(short.length === 0 ? [] : [t.drawnShort({ zones })]),
    ...(intruding.length === 0 ? [] : [t.drawnPrivate({ ids: ids(intruding) })]),
  ]);
}

/** Returns the sentence on the cameras that a whole design replaces; undefined if there are none. */
export function replacedText(suggestion: Suggestion): Localized | undefined {
  const { replaced, parts } = suggestion;
  if (replaced.length === 0 || !totalsOf(parts).isComplete || isRejected(suggestion)) return undefined;
  return t.replaced({ n: replaced.length, ids: ids(replaced) });
}

/**
 * Returns the sentence on cameras that stay though they have findings on capture, which the suggestion leaves as they
 * are; undefined if there are none.
 */
export function keptPrivateText(suggestion: Suggestion): Localized | undefined {
  const judged = suggestion.after ?? suggestion.before;
  const intruding = keptOn(suggestion).filter((device) => capturesPrivately(judged, device));
  return intruding.length === 0 ? undefined : t.keptPrivate({ ids: ids(intruding) });
}

/**
 * Returns the sentence on zones that are required only because the plan as drawn protects them; undefined if there
 * are none.
 */
export function asDrawnText({ met }: Suggestion): Localized | undefined {
  const zones = met.flatMap(({ requirement }) => (requirement.asDrawn === true ? [zoneName(requirement.zone)] : []));
  return zones.length === 0 ? undefined : t.asDrawn({ zones: named(zones) });
}

/** Returns the sentence on required zones in which lint would report any camera; undefined if there are none. */
export function barredText({ barred }: Suggestion): Localized | undefined {
  return barred.length === 0 ? undefined : t.barred({ zones: named(barred.map(zoneName)) });
}

/** Returns the sentence on zones of unknown use; undefined if there are none. */
export function unknownUseText({ unknownUse }: Suggestion): Localized | undefined {
  return unknownUse === 0 ? undefined : t.unknownUse({ n: unknownUse });
}

/** Returns a change to a device that is drawn: C2-03：俯角由35°改为61.5°。 */
export function repairText({ device, to }: Repair, { site }: Report): Localized {
  const changes = to === undefined ? [t.removed] : changesOf(device, to, site.north ?? 0);
  return t.repair({ id: verbatim(plainText(device.id)), changes: joined(changes, t.clauseBetween) });
}

function changesOf(device: Device, to: Device, north: number): Localized[] {
  const [before, after] = [device.lenses[0], to.lenses[0]];
  const degrees = (value: number | undefined) => (value === undefined ? undefined : verbatim(`${plainFigure(value)}°`));
  const written = (heading: number | undefined) =>
    heading === undefined ? undefined : degrees(bearing(Math.round((heading - north) * 1e4) / 1e4));
  const height = (value: number | undefined) => (value === undefined ? undefined : metres(value));
  const name = (type: string | undefined) => (type === undefined ? undefined : quoted(plainText(type)));
  const [dx, dy] = [to.at[0] - device.at[0], to.at[1] - device.at[1]];
  const distance = Math.hypot(dx, dy);
  return [
    ...change(t.typeHead, name(device.type), name(to.type)),
    ...(distance < 0.005 ? [] : [t.moved({ direction: compassOf([dx, dy], north), distance: metres(distance) })]),
    ...change(t.height, height(device.height), height(to.height)),
    ...change(t.heading, written(before?.heading), written(after?.heading)),
    ...change(t.tilt, degrees(before?.tilt), degrees(after?.tilt)),
    ...change(t.hfov, degrees(before?.hfov), degrees(after?.hfov)),
  ];
}

function change(what: Localized, from: Localized | undefined, to: Localized | undefined): Localized[] {
  if (to === undefined || from?.zh === to.zh) return [];
  return [from === undefined ? t.now({ what, to }) : t.fromTo({ what, from, to })];
}

/** Returns a finding in short: 不符合：N2-01>r201“201”，摄像机可及…. */
export function verdictText(verdict: LintVerdict, { site }: Report): Localized {
  const { rule, subject } = verdict;
  const title = rules.find(({ id }) => id === rule)?.title ?? verbatim(rule);
  return t.verdict({ outcome: outcomeWord(verdict), subject: subjectText(subject, site), title });
}

/** Returns a short text for each finding on signs that becomes due with the design. */
export function signTexts(suggestion: Suggestion): Localized[] {
  const { after, signs } = suggestion;
  if (after === undefined) return [];
  const found = newFindings(suggestion, after).signs;
  return found.length > 0
    ? found.map((verdict) => verdictText(verdict, after))
    : signs.map((one) => verbatim(plainText(one)));
}

/**
 * Returns the sentence on the lint of the plan as suggested; undefined if nothing is suggested, or if lint didn't
 * accept it.
 */
export function relintText(suggestion: Suggestion): Localized | undefined {
  const { before, after, signs } = suggestion;
  if (after === undefined) return undefined;
  const { others } = newFindings(suggestion, after);
  const [now, then] = [verdictsByGroup(after), verdictsByGroup(before)];
  const fresh =
    others.length > 0 ? t.newFindings({ n: others.length }) : signs.length > 0 ? t.nothingNewButSigns : t.nothingNew;
  return t.relint({
    fail: now.fail.length,
    open: now.open.length,
    review: now.review.length,
    failBefore: then.fail.length,
    openBefore: then.open.length,
    reviewBefore: then.review.length,
    grazes: after.summary.grazes,
    fresh,
  });
}

/**
 * Returns the findings that remain, each in short: those that the plan as suggested has and the plan as drawn hasn't,
 * and those for which lint didn't accept it.
 */
export function remainingTexts(suggestion: Suggestion): Localized[] {
  const judged = suggestion.after ?? suggestion.refused;
  if (judged === undefined) return [];
  return newFindings(suggestion, judged).others.map((verdict) => verdictText(verdict, judged));
}
