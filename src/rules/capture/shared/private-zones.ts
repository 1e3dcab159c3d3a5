import { onceFor } from '../../../base/memo.js';
import type { RuleContext } from '../../../facts/context.js';
import { oncePerPlan } from '../../../facts/memo.js';
import type { Point, Region } from '../../../geometry/types.js';
import { along, azimuthOfHeading } from '../../../geometry/vector.js';
import { localizedList } from '../../../i18n/list.js';
import { type Localized, verbatim } from '../../../i18n/locale.js';
import { category, parameter, prohibitionOf } from '../../../law/lookup.js';
import type { ClauseId, Pack, Prohibition, ZoneKind } from '../../../law/types.js';
import type { Device, Site, Zone } from '../../../plan/model.js';
import { type StatedTrack, saidNotAsked } from '../../project/track-of.js';
import { unsettledZones } from '../../unsettled.js';
import { devicesInZones, devicesNear } from './devices.js';
import { midSentence } from './labels.js';

/** A zone where nobody may capture, with the row of the table it is judged by. */
export interface PrivateZone {
  readonly zone: Zone;
  /** The kind it is judged as: its own, or the one its name means until the author settles it. */
  readonly kind: ZoneKind;
  readonly prohibition: Prohibition;
  /** Whether the law surely reaches it, and the site is of a category the item speaks of; where not, a person must decide. */
  readonly applies: boolean;
  /** The plan states, with a document, that the site is no place that the prohibition is about. */
  readonly stated?: StatedTrack;
  /** It lies in a place of this kind, which the law doesn't reach. */
  readonly within?: ZoneKind;
  /** The item is about what is public alone, and this perhaps isn't: the kind of the zone it lies in, or that the plan says so. */
  readonly perhapsNotPublic?: ZoneKind | 'stated';
  /** Its kind couldn't be told: it is looked at as the strictest there is, and whatever is found is open. */
  readonly unsettled?: true;
}

/** From the strictest: a name and a kind that disagree are judged by whichever asks more. */
const STRICTNESS: readonly Prohibition['regime'][] = ['room', 'anchor', 'information', 'reading'];

function judgedAs(pack: Pack, zone: Zone): { kind: ZoneKind; prohibition: Prohibition } | undefined {
  const kinds = [zone.spec, zone.namedKind].filter((kind) => kind !== undefined);
  return kinds
    .flatMap((kind) => {
      const prohibition = prohibitionOf(pack, kind.id);
      return prohibition === undefined ? [] : [{ kind, prohibition }];
    })
    .sort((a, b) => STRICTNESS.indexOf(a.prohibition.regime) - STRICTNESS.indexOf(b.prohibition.regime))[0];
}

/** Every private zone of the site, in the plan's order. */
export const privateZones: (site: Site) => readonly PrivateZone[] = onceFor((site) => {
  const categories = new Set(site.categories.map((each) => each.id));
  const stated = statedOut(site);
  const unreached = unreachedKinds(site);
  const around = zonesAround(site);
  return site.levels
    .flatMap((level) => level.zones)
    .flatMap((zone) => {
      const judged = judgedAs(site.pack, zone);
      if (judged === undefined) return [];
      const asked = judged.prohibition.categories;
      const within = unreached.get(zone.id);
      const perhapsNotPublic = publicDoubt(judged.prohibition, zone, around.get(zone.id) ?? []);
      const named = asked.length === 0 || asked.some((id) => categories.has(id));
      return [
        {
          zone,
          ...judged,
          applies: named && stated === undefined && within === undefined,
          ...(stated !== undefined && { stated }),
          ...(within !== undefined && { within }),
          ...(perhapsNotPublic !== undefined && { perhapsNotPublic }),
        },
      ];
    });
});

/** What the plan states of the site's track, where nothing that the prohibition says is asked on it. */
function statedOut(site: Site): StatedTrack | undefined {
  const { pack } = site;
  const { capture } = pack;
  return capture === undefined ? undefined : saidNotAsked(site, pack, capture.prohibition);
}

/** Kinds that the law doesn't reach, by the ids of the zones that lie in a zone of such a kind. */
function unreachedKinds({ levels, pack }: Site): ReadonlyMap<string, ZoneKind> {
  const zones = levels.flatMap((level) => level.zones);
  return new Map(
    zones.flatMap(({ spec, nested }) =>
      spec !== undefined && prohibitionOf(pack, spec.id)?.inside === 'notApplicable'
        ? nested.map((id) => [id, spec] as const)
        : [],
    ),
  );
}

/** The zones that a zone lies in, by its id. */
function zonesAround({ levels }: Site): ReadonlyMap<string, readonly Zone[]> {
  const around = new Map<string, Zone[]>();
  for (const zone of levels.flatMap((level) => level.zones))
    for (const id of zone.nested) around.set(id, [...(around.get(id) ?? []), zone]);
  return around;
}

/** Why a zone may not be public in the sense of an item that is about such alone. */
function publicDoubt(
  { publicOnly }: Prohibition,
  zone: Zone,
  around: readonly Zone[],
): PrivateZone['perhapsNotPublic'] {
  if (publicOnly === undefined) return undefined;
  const outer = around.find(({ spec }) => spec !== undefined && publicOnly.doubtful.includes(spec.id));
  return outer?.spec ?? (zone.saidNotPublic === true ? 'stated' : undefined);
}

/** Every private zone of the site by its id. */
export const privateZonesById: (site: Site) => ReadonlyMap<string, PrivateZone> = onceFor(
  (site) => new Map(privateZones(site).map((target) => [target.zone.id, target])),
);

/**
 * Zones whose kind couldn't be told, as the strictest rooms that they may be: of Art. 9(2) as a whole, since nobody knows
 * of which item.
 */
export const unsettledTargets: (site: Site) => readonly PrivateZone[] = onceFor((site) => {
  const room = site.pack.prohibitions.find(({ regime }) => regime === 'room');
  if (room === undefined) return [];
  const prohibition = { ...room, clause: room.clause.replace(/\([^()]*\)$/, '') };
  return unsettledZones(site).flatMap((zone) =>
    zone.spec === undefined ? [] : [{ zone, kind: zone.spec, prohibition, applies: true, unsettled: true }],
  );
});

/** What a device may stand in, see or hear into: private zones, and zones that may be. */
export const targetsById: (site: Site) => ReadonlyMap<string, PrivateZone> = onceFor(
  (site) => new Map([...privateZones(site), ...unsettledTargets(site)].map((target) => [target.zone.id, target])),
);

/** Names of the categories the item speaks of: 银行、保险机构、证券机构. */
export function categoryNames(pack: Pack, prohibition: Prohibition): Localized {
  return localizedList(prohibition.categories.map((id) => midSentence(category(pack, id)?.name ?? verbatim(id))));
}

/** Items of the prohibition, each once, in the pack's order. */
export function items(pack: Pack): readonly ClauseId[] {
  return [...new Set(pack.prohibitions.map((row) => row.clause))];
}

/** `nm-2017/9.2(1)` → `9.2(1)`: the subject of what is said of an item as a whole. */
export function itemSubject(id: ClauseId): string {
  return id.slice(id.indexOf('/') + 1);
}

/** How a device stands to a private zone it isn't outside of. */
export interface Inside {
  /** m to the anchor; undefined for rooms and areas, which one is in or not. */
  readonly distance: number | undefined;
}

/** m ahead of a device, tried in turn until it is clear of the wall it is on. */
const AHEAD = [0.06, 0.12, 0.25, 0.5];

/**
 * Where a device on a wall looks out from: a point at its foot belongs to both sides of the wall, and its heading says
 * which is meant. `by` is how far it was moved, m.
 */
function clearOfWall({ sight }: RuleContext, device: Device): { readonly point: Point; readonly by: number } {
  const { at, level } = device;
  const heading = device.lenses[0]?.heading;
  // On the wall itself a rounding decides whether it is in any zone at all.
  const belongs = (point: Point): boolean => {
    const here = sight.zonesAt(level, point);
    return here.length > 0 && here.every((zone) => device.zones.includes(zone.id));
  };
  if (heading !== undefined && device.zones.length > 0 && !belongs(at)) {
    for (const by of AHEAD) {
      const point = along(at, azimuthOfHeading(heading), by);
      if (belongs(point)) return { point, by };
    }
  }
  return { point: at, by: 0 };
}

/** Near the anchor with an open line to it, whatever the heading. */
function nearAnchor(context: RuleContext, device: Device, zone: Zone): Inside | undefined {
  if (!zone.levels.includes(device.level)) return undefined;
  const radius = parameter(context.pack, 'nearRadius');
  const near = context.sight.nearTo(device.level, device.at, zone, radius);
  const { point, by } = clearOfWall(context, device);
  if (by === 0) return near;
  return context.sight.nearTo(device.level, point, zone, radius + by) === undefined ? undefined : near;
}

/**
 * Whether the device is in the private zone: in its polygon, whatever is nested there (only holes free a point), or,
 * for a ballot box and the like, near it with an open line. Undefined: outside.
 */
export function insideOf(context: RuleContext, device: Device, target: PrivateZone): Inside | undefined {
  const { zone, prohibition } = target;
  const held = device.zones.includes(zone.id);
  if (prohibition.regime !== 'anchor') return held ? { distance: undefined } : undefined;
  return held ? { distance: 0 } : nearAnchor(context, device, zone);
}

/** Devices of which `insideOf` may say that they are in the private zone, or near it. */
export function mayBeInside({ site, pack }: RuleContext, { zone, prohibition }: PrivateZone): readonly Device[] {
  if (prohibition.regime !== 'anchor') return devicesInZones(site).get(zone.id) ?? [];
  return devicesNear(site, zone, parameter(pack, 'nearRadius') + Math.max(...AHEAD));
}

/** How strictly views into a place are judged: a weaker one laid over a stricter one must not excuse it. */
const VIEW_STRICTNESS = { room: 2, reading: 1, information: 0, anchor: 0 } as const;

/** The zone's region less the private zones nested in it that are judged as strictly: a view goes to the innermost. */
export function ownRegion(context: RuleContext, target: PrivateZone): Region {
  const strictness = VIEW_STRICTNESS[target.prohibition.regime];
  // What may be private doesn't take a view from what is.
  const others = target.unsettled === true ? targetsById(context.site) : privateZonesById(context.site);
  const nested = target.zone.nested
    .flatMap((id) => others.get(id) ?? [])
    .filter((other) => VIEW_STRICTNESS[other.prohibition.regime] >= strictness)
    .map((other) => other.zone);
  return context.sight.regionOf(target.zone, nested);
}

/**
 * Whether an enclosed zone has no opening at all in the drawing: a room has a door somewhere, so what is seen or
 * heard through it can't be told.
 */
export function isSealed(context: RuleContext, zone: Zone): boolean {
  return zone.enclosed && !opened(context).has(zone.id);
}

/** Zones out of which some opening leads: it joins a place in them to one that isn't. */
const opened = oncePerPlan(({ site, sight }): ReadonlySet<string> => {
  const around = new Map<string, string[]>();
  for (const zone of site.levels.flatMap((level) => level.zones)) {
    for (const id of zone.nested) {
      const known = around.get(id);
      if (known === undefined) around.set(id, [zone.id]);
      else known.push(zone.id);
    }
  }
  const holding = (zone: Zone | undefined) => (zone === undefined ? [] : [zone.id, ...(around.get(zone.id) ?? [])]);
  const found = new Set<string>();
  for (const opening of site.levels.flatMap((level) => level.openings)) {
    const [one, other] = sight.joins(opening).map(holding);
    for (const id of one ?? []) if (other?.includes(id) !== true) found.add(id);
    for (const id of other ?? []) if (one?.includes(id) !== true) found.add(id);
  }
  return found;
});
