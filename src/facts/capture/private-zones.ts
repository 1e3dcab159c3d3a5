// Private places of a site, and which devices are inside or near them.
import { listsOf } from '../../base/arrays.js';
import { LENGTH_TOLERANCE } from '../../base/threshold.js';
import type { Point, Region } from '../../geometry/types.js';
import { along, azimuthOfHeading } from '../../geometry/vector.js';
import { localizedList } from '../../i18n/list.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import { category, compareStrictness, kindsOf, parameter, prohibitionOf } from '../../law/lookup.js';
import type { ClauseId, Pack, Prohibition, Threshold, ZoneKind } from '../../law/types.js';
import type { Ground } from '../../plan/ground.js';
import type { Device, Zone } from '../../plan/model.js';
import type { GroundContext, RuleContext } from '../context.js';
import { midSentence } from '../labels.js';
import { memoizeOnGround, memoizeOnGroundBy, memoizePerGround } from '../memo.js';
import { conditionState } from '../protection/site.js';
import { unsettledZones } from '../unknown-use.js';
import { devicesInZones, devicesNear } from './devices.js';

/** A private place: a zone where the law forbids capture, with the prohibition it is judged by. */
export interface PrivateZone {
  /** The zone that is private. */
  readonly zone: Zone;
  /** The kind it is judged as: its own, a role it has as well, or the kind its name means until the author settles it. */
  readonly kind: ZoneKind;
  /** The row of the pack that says what is forbidden there. */
  readonly prohibition: Prohibition;
  /**
   * True if the prohibition certainly applies to the place, so that a breach may be a `fail`. False if a person must
   * decide first: the site is of no category that the item names, or the place lies in a zone that the law doesn't reach
   * (`within`).
   */
  readonly applies: boolean;
  /** Kind of a zone around it that the law doesn't reach; undefined if there is none. */
  readonly within?: ZoneKind;
  /**
   * Why the place may not be public although the item is about public places alone: the kind of the zone around it, or
   * `stated` if the plan says so. Undefined: no doubt.
   */
  readonly perhapsNotPublic?: ZoneKind | 'stated';
  /** Set for a zone of unknown use: it is judged as the strictest kind, and every finding is `open`. */
  readonly unsettled?: true;
  /** The zone as each further private kind that it has: a view into it may be judged more gravely by one of them. */
  readonly alsoAs?: readonly PrivateZone[];
}

/** Outcomes of a device inside, the gravest first: of two prohibitions of one regime the one that says more counts. */
const GRAVITY: readonly Prohibition['inside'][] = ['fail', 'review', 'notApplicable'];

/**
 * Returns the prohibitions on the zone's kind, on the kind its name means and on the roles it has as well, each once, the
 * strictest first. Of two of one regime the graver comes first, then the one that no other law contradicts by asking for
 * clear doors, then the kind's own.
 */
function privateKindsOf(site: Ground, zone: Zone): { kind: ZoneKind; prohibition: Prohibition }[] {
  const { pack, categories } = site;
  const ids = categories.map(({ id }) => id);
  const gravityOf = (prohibition: Prohibition) => {
    const { inside } = prohibition;
    return GRAVITY.indexOf(inside === 'fail' && !speaksOf(prohibition, site) ? 'review' : inside);
  };
  const judged = new Map<Prohibition, ZoneKind>();
  for (const kind of kindsOf(pack, zone)) {
    const prohibition = prohibitionOf(pack, kind.id, ids);
    if (prohibition !== undefined && !judged.has(prohibition)) judged.set(prohibition, kind);
  }
  return [...judged]
    .map(([prohibition, kind]) => ({ kind, prohibition }))
    .sort(
      ({ prohibition: a }, { prohibition: b }) =>
        compareStrictness(a, b) ||
        gravityOf(a) - gravityOf(b) ||
        Number(a.clearDoors !== undefined) - Number(b.clearDoors !== undefined),
    );
}

/** True if the item speaks of sites of one of the site's categories, or of all. */
function speaksOf({ categories: asked }: Prohibition, { categories }: Ground): boolean {
  return asked.length === 0 || categories.some(({ id }) => asked.includes(id));
}

/**
 * Returns every private place of the site, in the plan's order. A zone of unknown use is among them only if one of
 * its roles is private.
 */
export const privateZones: (site: Ground) => readonly PrivateZone[] = memoizeOnGround((site) => {
  const unreached = unreachedKinds(site);
  const around = zonesAround(site);
  return site.levels
    .flatMap((level) => level.zones)
    .flatMap((zone) => {
      const [main, ...others] = privateKindsOf(site, zone).map((judged): PrivateZone => {
        const within = unreached.get(zone.id);
        const perhapsNotPublic = publicDoubt(judged.prohibition, zone, around.get(zone.id) ?? []);
        return {
          zone,
          ...judged,
          applies: speaksOf(judged.prohibition, site) && within === undefined,
          ...(within !== undefined && { within }),
          ...(perhapsNotPublic !== undefined && { perhapsNotPublic }),
        };
      });
      if (main === undefined) return [];
      return [others.length === 0 ? main : { ...main, alsoAs: others }];
    });
});

/** Returns, by zone id, the kind of the zone around it if the law doesn't reach places of that kind. */
function unreachedKinds({ levels, pack }: Ground): ReadonlyMap<string, ZoneKind> {
  const zones = levels.flatMap((level) => level.zones);
  return new Map(
    zones.flatMap(({ spec, nested }) =>
      spec !== undefined && prohibitionOf(pack, spec.id)?.inside === 'notApplicable'
        ? nested.map((id) => [id, spec] as const)
        : [],
    ),
  );
}

/** Returns the zones in which each zone lies, by the id of the inner zone. Zones that lie in no other have no entry. */
export const zonesAround = memoizeOnGround(
  ({ levels }: Ground): ReadonlyMap<string, readonly Zone[]> =>
    listsOf(levels.flatMap(({ zones }) => zones.flatMap((zone) => zone.nested.map((id) => [id, zone] as const)))),
);

/**
 * Returns why a zone may not be public in the sense of an item that is about public places alone; undefined: no doubt.
 */
function publicDoubt(
  { publicOnly }: Prohibition,
  zone: Zone,
  around: readonly Zone[],
): PrivateZone['perhapsNotPublic'] {
  if (publicOnly === undefined) return undefined;
  const outer = around.find(({ spec }) => spec !== undefined && publicOnly.doubtful.includes(spec.id));
  return outer?.spec ?? (zone.saidNotPublic === true ? 'stated' : undefined);
}

/** Returns every private place of the site by zone id. */
export const privateZonesById: (site: Ground) => ReadonlyMap<string, PrivateZone> = memoizeOnGround(
  (site) => new Map(privateZones(site).map((target) => [target.zone.id, target])),
);

/**
 * Returns the zones of unknown use as private places of the strictest kind. They are judged by the prohibition as a whole,
 * since nobody knows by which item. Empty if the pack forbids capture in no rooms.
 */
export const unknownUseTargets: (site: Ground) => readonly PrivateZone[] = memoizeOnGround((site) => {
  const room = site.pack.prohibitions.find(({ regime }) => regime === 'room');
  if (room === undefined) return [];
  const prohibition = { ...room, clause: room.clause.replace(/\([^()]*\)$/, '') };
  return unsettledZones(site).flatMap((zone) =>
    zone.spec === undefined ? [] : [{ zone, kind: zone.spec, prohibition, applies: true, unsettled: true }],
  );
});

/**
 * Returns all private places, then all zones that may be one: what a device may stand in, see or hear into. A zone of
 * unknown use with a private role, such as one that holds a writing place, is in it twice: as the private place that
 * it certainly is, and as the one that it may be.
 */
export const possiblePlaces: (site: Ground) => readonly PrivateZone[] = memoizeOnGround((site) => [
  ...privateZones(site),
  ...unknownUseTargets(site),
]);

/** Returns the places of `possiblePlaces` by zone id; of a zone that is there twice, first the one that it certainly is. */
export const possiblePlacesById: (site: Ground) => ReadonlyMap<string, readonly PrivateZone[]> = memoizeOnGround(
  (site) => listsOf(possiblePlaces(site).map((target) => [target.zone.id, target] as const)),
);

/** Returns each zone of `possiblePlaces` once, by zone id; of one that is there twice, the place that it may be. */
export const possiblePrivateZones: (site: Ground) => ReadonlyMap<string, PrivateZone> = memoizeOnGround(
  (site) => new Map(possiblePlaces(site).map((target) => [target.zone.id, target])),
);

/** Returns the names of the categories of site that the prohibition's item names, as a list: 银行、保险机构、证券机构. */
export function categoryNames(pack: Pack, prohibition: Prohibition): Localized {
  return localizedList(prohibition.categories.map((id) => midSentence(category(pack, id)?.name ?? verbatim(id))));
}

/** Returns the clause ids of the items of the law that forbid capture somewhere, each once, in the pack's order. */
export function items(pack: Pack): readonly ClauseId[] {
  return [...new Set(pack.prohibitions.map((row) => row.clause))];
}

/**
 * Returns the subject of a verdict on an item of the law as a whole: the clause id without its law, such as `9.2(3)`.
 */
export function itemSubject(id: ClauseId): string {
  return id.slice(id.indexOf('/') + 1);
}

/**
 * Returns one private place for each private kind that the zone of `target` has, the strictest first: the same zone,
 * each time judged as that kind.
 */
export function asEachKind(target: PrivateZone): readonly PrivateZone[] {
  return [target, ...(target.alsoAs ?? [])];
}

/** Returns what `of` gives for the strictest of the place's kinds for which it gives anything; undefined if for none. */
export function firstOfKinds<T>(target: PrivateZone, of: (one: PrivateZone) => T | undefined): T | undefined {
  for (const one of asEachKind(target)) {
    const given = of(one);
    if (given !== undefined) return given;
  }
  return undefined;
}

/** True if one of the place's kinds is a ballot box or the like, the near area of which is protected as well. */
export function isAnchor(target: PrivateZone): boolean {
  return asEachKind(target).some(({ prohibition }) => prohibition.regime === 'anchor');
}

/**
 * How a device is in a private place, or near an anchor (a ballot box or the like): by which of its kinds, and how
 * near.
 */
export interface Inside {
  /** The place as the kind by which the device is in it or near it: a room that is a ballot box as well has two. */
  readonly as: PrivateZone;
  /** m to the anchor. Undefined for rooms and areas, which a device is either in or not. */
  readonly distance: number | undefined;
}

/** m ahead of a device, tried in turn until the point is clear of the wall the device is on. */
const AHEAD = [0.06, 0.12, 0.25, 0.5];

/**
 * Returns the point that a device on a wall looks out from. The point where it is drawn belongs to both sides of the
 * wall, and its heading says which side is meant. `by` is how far the point was moved, m.
 */
function clearOfWall({ sight }: GroundContext, device: Device): { readonly point: Point; readonly by: number } {
  const { at, level } = device;
  const heading = device.lenses[0]?.heading;
  // On the wall itself a rounding decides whether it is in any zone at all.
  const belongs = (point: Point): boolean => {
    const here = sight.zonesAt(level, point);
    // One that looks out from the building's edge is in no zone.
    if (device.zones.length === 0) return here.length === 0;
    return here.length > 0 && here.every((zone) => device.zones.includes(zone.id));
  };
  if (heading !== undefined && !belongs(at)) {
    for (const by of AHEAD) {
      const point = along(at, azimuthOfHeading(heading), by);
      if (belongs(point)) return { point, by };
    }
  }
  return { point: at, by: 0 };
}

/**
 * Returns the m from a device near the anchor with an open line to it, whatever its heading; undefined if it isn't near
 * or has no such line.
 */
function nearAnchor(context: GroundContext, device: Device, zone: Zone): number | undefined {
  if (!zone.levels.includes(device.level)) return undefined;
  // At the radius, it is near.
  const radius = parameter(context.pack, 'nearRadius') + LENGTH_TOLERANCE;
  const near = context.sight.nearTo(device.level, device.at, zone, radius)?.distance;
  const { point, by } = clearOfWall(context, device);
  if (by === 0) return near;
  return context.sight.nearTo(device.level, point, zone, radius + by) === undefined ? undefined : near;
}

/**
 * Returns how a device is in a private place or, if that is an anchor (a ballot box or the like), near it. Of the
 * private kinds of the place, the strictest by which the device is in it or near it decides. Undefined if it is
 * neither.
 */
export function placementIn(context: GroundContext, device: Device, target: PrivateZone): Inside | undefined {
  return firstOfKinds(target, (one) => placementAs(context, device, one));
}

/**
 * Returns the placement of a device in the place, judged only as the kind of `target`, whichever others its zone has;
 * undefined if the device is outside. A device is in the place if it stands in the zone's polygon, even in a zone
 * nested there (only a hole lies outside). For a ballot box or the like it is enough to be near, with an open line to
 * it.
 */
export function placementAs(context: GroundContext, device: Device, target: PrivateZone): Inside | undefined {
  const { zone, prohibition } = target;
  const held = device.zones.includes(zone.id);
  if (prohibition.regime !== 'anchor') return held ? { as: target, distance: undefined } : undefined;
  const distance = held ? 0 : nearAnchor(context, device, zone);
  return distance === undefined ? undefined : { as: target, distance };
}

/**
 * Returns the devices for which `placementIn` returns a placement, and perhaps others: a cheap upper bound, in the plan's
 * order.
 */
export function devicesPossiblyIn({ site, pack }: RuleContext, target: PrivateZone): readonly Device[] {
  const { zone } = target;
  if (!isAnchor(target)) return devicesInZones(site).get(zone.id) ?? [];
  return devicesNear(site, zone, parameter(pack, 'nearRadius') + Math.max(...AHEAD) + LENGTH_TOLERANCE);
}

/**
 * True if another law orders doors that one can see through for this kind of room on such a site, or may: the
 * condition on which that law applies isn't known to be unmet.
 */
export function clearDoorsOrdered({ site }: GroundContext, { clearDoors }: Prohibition): boolean {
  if (clearDoors === undefined || conditionState(site, clearDoors.condition).state === 'out') return false;
  return site.categories.some((category) => clearDoors.categories.includes(category.id));
}

/**
 * True if a view of some device into the place can be a `fail`; false if every such view is at most for review.
 * `glazing`: the view goes through glass; `closed`: a door or curtain must be opened for it first.
 */
export function canFail(
  context: GroundContext,
  { applies, prohibition, zone }: PrivateZone,
  { glazing, closed }: { readonly glazing: boolean; readonly closed: boolean },
): boolean {
  const { regime, sureNames } = prohibition;
  if (!applies || (regime === 'information' && closed)) return false;
  if (sureNames?.some((word) => zone.name?.includes(word)) === false) return false;
  return !(glazing && clearDoorsOrdered(context, prohibition));
}

/** Returns the density in px/m below which no view counts into a room that a prohibition (a row of `pack`) covers. */
export function leastDensityInto(pack: Pack, { standing, glazing = [] }: Prohibition): number {
  return Math.min(parameter(pack, 'privacyDensity'), ...[...standing, ...glazing].map(({ from }) => from));
}

/** How a view gets into a place: with nothing in between, through glass, or through what must be opened first. */
const WAYS = ['open', 'glazing', 'closed'] as const;

/** Returns the outcomes of views into the place by pixel density, as grave as they can be for a view of that way. */
function outcomesOf(
  context: GroundContext,
  place: PrivateZone,
  way: (typeof WAYS)[number],
): readonly Pick<Threshold, 'from' | 'outcome'>[] {
  const { prohibition } = place;
  const { standing, glazing = standing, closed } = prohibition;
  const byDensity = closed === 'as-standing';
  if (way === 'closed' && !byDensity) {
    return [{ from: leastDensityInto(context.pack, prohibition), outcome: 'review' }];
  }
  const rows = way === 'glazing' && !byDensity ? glazing : standing;
  if (canFail(context, place, { glazing: way === 'glazing', closed: way === 'closed' })) return rows;
  return rows.map(({ from }) => ({ from, outcome: 'review' }));
}

/** True if every view is judged at least as gravely as one into `inner`, by any of its kinds, as it is as one into `outer`. */
function isAsGrave(context: GroundContext, inner: PrivateZone, outer: PrivateZone): boolean {
  // A view of a box may be for the reviewer because of where the device stands.
  if (inner.prohibition.regime === 'anchor' && outer.prohibition.regime !== 'anchor') return false;
  return WAYS.every((way) => {
    const rows = asEachKind(inner).flatMap((one) => outcomesOf(context, one, way));
    return outcomesOf(context, outer, way).every(({ from, outcome }) =>
      rows.some((row) => row.from <= from && (row.outcome === 'fail' || outcome === 'review')),
    );
  });
}

/** How strictly the regimes judge what is captured of a place, higher is stricter. */
const STRICTNESS = { room: 2, reading: 1, information: 0, anchor: 0 } as const;

/** Returns the private places nested in `target` that are judged by a regime at least as strict. */
const strictlyNested = memoizeOnGroundBy(({ site }, target: PrivateZone): readonly PrivateZone[] => {
  const strictness = STRICTNESS[target.prohibition.regime];
  // A place that may be private takes nothing from one that is.
  const others = target.unsettled === true ? possiblePrivateZones(site) : privateZonesById(site);
  return target.zone.nested
    .flatMap((id) => others.get(id) ?? [])
    .filter((other) => STRICTNESS[other.prohibition.regime] >= strictness);
});

const gravelyNested = memoizeOnGroundBy((context, target: PrivateZone): readonly PrivateZone[] =>
  strictlyNested(context, target).filter((inner) => isAsGrave(context, inner, target)),
);

/**
 * Returns the zone's region on a level, less the private places nested in it there: what is captured counts for the
 * innermost place. Left out are only places that are judged at least as strictly as this one and, for views, at least
 * as gravely: a weaker place that is drawn over a stricter one excuses nothing. Gravity doesn't matter for sound,
 * which always goes to the reviewer.
 */
export function exclusiveRegion(
  context: GroundContext,
  target: PrivateZone,
  level: string,
  captured: 'view' | 'sound',
): Region {
  const nested = (captured === 'view' ? gravelyNested : strictlyNested)(context, target);
  // A zone on several levels has all of its floor where a place in it doesn't go.
  const here = nested.filter(({ zone }) => zone.levels.includes(level));
  return context.sight.regionOf(
    target.zone,
    here.map(({ zone }) => zone),
  );
}

/**
 * True if the zone is enclosed and no opening in the drawing leads out of it. A room has a door somewhere, so what is
 * seen or heard through that can't be decided.
 */
export function isSealed(context: GroundContext, zone: Zone): boolean {
  return zone.enclosed && !opened(context).has(zone.id);
}

/** Ids of the zones that some opening leads out of: it joins a place inside to one that isn't. */
const opened = memoizePerGround(({ site, sight }): ReadonlySet<string> => {
  const around = zonesAround(site);
  const holding = (zone: Zone | undefined) => (zone ? [zone, ...(around.get(zone.id) ?? [])].map(({ id }) => id) : []);
  const found = new Set<string>();
  for (const opening of site.levels.flatMap((level) => level.openings)) {
    const [one, other] = sight.joins(opening).map(holding);
    for (const id of one ?? []) if (other?.includes(id) !== true) found.add(id);
    for (const id of other ?? []) if (one?.includes(id) !== true) found.add(id);
  }
  return found;
});
