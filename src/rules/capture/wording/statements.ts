// Parts of verdicts that the capture rules share: subjects, evidence, passes, message values.

import { isSameList } from '../../../base/equality.js';
import { lazily } from '../../../base/lazy.js';
import { memoize } from '../../../base/memo.js';
import {
  asEachKind,
  itemSubject,
  items,
  type PrivateZone,
  privateZones,
  unknownUseTargets,
} from '../../../facts/capture/private-zones.js';
import type { GroundContext } from '../../../facts/context.js';
import { citation, distinctClauses, midSentence, openingLabel, zoneLabel } from '../../../facts/labels.js';
import { inItsSource } from '../../../facts/unknown-use.js';
import { type Text, textOf } from '../../../i18n/catalogue.js';
import { forQuotes } from '../../../i18n/list.js';
import type { Localized } from '../../../i18n/locale.js';
import type { Message } from '../../../i18n/message.js';
import type { ClauseId } from '../../../law/types.js';
import { type Ground, groundOf } from '../../../plan/ground.js';
import type { Device, Site, Zone } from '../../../plan/model.js';
import type { Reach } from '../../../sight/types.js';
import type { Evidence, Related, Statement } from '../../verdict.js';
import { says } from './predicates.js';
import { t } from './texts.js';

/** A statement of a capture rule; `lint` adds the rule's id. */
export type CaptureStatement = Statement;

/**
 * Returns the sight line as evidence, for a reviewer to lay a ruler on: device, points where it crosses openings (or a
 * sound bends), witness point.
 */
export function sightLine(reach: Reach): Evidence {
  const { device, worst } = reach;
  return {
    level: reach.level,
    ...(reach.level === device.level ? {} : { from: device.level }),
    sightLine: {
      device: device.id,
      points: [device.at, ...reach.via, worst.point],
      openings: reach.crossings.flatMap(({ opening, wall }) => opening?.id ?? wall ?? []),
      distance: worst.distance,
      ...(worst.density === undefined ? {} : { density: worst.density }),
      area: reach.area,
      depth: reach.depth,
    },
  };
}

/** Returns the zone's place with a caption that names it. */
export function relatedZone(zone: Zone): Related {
  return { place: zone.place, caption: t.zone({ label: zoneLabel(zone) }) };
}

/** Returns the places of the openings that a sight line crosses, from the device on, then of the zone. */
export function relatedPlaces(reach: Reach, zone: Zone): Related[] {
  const openings = reach.crossings.flatMap(({ opening }) => (opening === undefined ? [] : [opening]));
  return [
    ...openings.map((opening) => ({ place: opening.place, caption: t.by({ label: openingLabel(opening) }) })),
    relatedZone(zone),
  ];
}

/** Returns the subject of a verdict on a device and a zone: `device>zone`. */
export function pairSubject(device: Device, zone: Zone): string {
  return `${device.id}>${zone.id}`;
}

/** Returns what a verdict on a device and a zone depends on: both their levels, and the device. */
export function pairDependsOn(device: Device, zone: Zone): CaptureStatement['dependsOn'] {
  return { levels: [...new Set([device.level, ...zone.levels])], devices: [device.id] };
}

/**
 * Returns a function that gives the ids of devices for a zone: those of `listOf` that are on one of the zone's
 * levels, or for which `alsoOn` returns one of these levels. The result is the same list object for zones on the same
 * levels, under all packs, and for sites on one ground as long as the ids are the same.
 */
export function idsOnLevels(
  listOf: (site: Site) => readonly Device[],
  alsoOn: (context: GroundContext, device: Device) => readonly string[] = () => [],
): (context: GroundContext & { readonly site: Site }, zone: Zone) => readonly string[] {
  const before = memoize((_: Ground['levels']) => new Map<string, readonly string[]>());
  const known = memoize((_: readonly Device[]) => memoize((__: Ground) => new Map<string, readonly string[]>()));
  return (context, { levels }) => {
    const devices = listOf(context.site);
    const ground = groundOf(context.site);
    const lists = known(devices)(ground);
    const name = levels.join('\0');
    const found = lists.get(name);
    if (found !== undefined) return found;
    const isOn = (device: Device): boolean =>
      levels.includes(device.level) || alsoOn(context, device).some((level) => levels.includes(level));
    const ids = devices.filter(isOn).map(({ id }) => id);
    const last = before(ground.levels).get(name);
    const list = last !== undefined && isSameList(last, ids) ? last : ids;
    before(ground.levels).set(name, list);
    lists.set(name, list);
    return list;
  };
}

/**
 * Returns the clauses that `of` gives for the place as each of its private kinds, each clause once. A place that is
 * private in several ways passes by all of these clauses, so its pass cites them all.
 */
export function clausesOfKinds(target: PrivateZone, of: (one: PrivateZone) => readonly ClauseId[]): ClauseId[] {
  return distinctClauses(asEachKind(target).flatMap(of));
}

/**
 * Returns the pass of one private place. It cites `clauses` and depends on the devices `checked`, by id; `grazes` is the
 * number of views that graze the place. The message is made when it is read: a large site has tens of thousands of passes.
 */
export function passVerdict(
  target: PrivateZone,
  checked: readonly string[],
  message: () => Message,
  clauses: readonly ClauseId[],
  grazes = 0,
): CaptureStatement {
  const { zone } = target;
  const settled = {
    subject: zone.id,
    outcome: 'pass' as const,
    clauses,
    penalties: NONE,
    place: zone.place,
    related: NOTHING_ELSE,
    says: saysPass,
    ...(grazes === 0 ? {} : { evidence: { level: zone.levels[0], grazes } }),
    dependsOn: { levels: zone.levels, devices: checked },
  };
  return lazily(settled, ['message'], { message });
}

const NONE: readonly ClauseId[] = [];
const NOTHING_ELSE: readonly Related[] = [];

function saysPass(leads: Localized): Text {
  return says.pass({ leads });
}

/**
 * Returns one `notApplicable` for each item on private places that no zone of the drawing falls under, except the items in
 * `but`. The message is the rule's text `noZone`, with the value `citation`. If there are zones of unknown use, one of
 * them may be such a zone; then it is `noZoneYet`, with `citation` and their `count`.
 */
export function itemsWithoutZones(
  context: GroundContext,
  texts: Readonly<Record<'noZone' | 'noZoneYet', unknown>>,
  but: ReadonlySet<ClauseId> = new Set(),
): CaptureStatement[] {
  const { site, pack } = context;
  const { length: count } = unknownUseTargets(site);
  const drawn = new Set(
    privateZones(site)
      .flatMap(asEachKind)
      .map(({ prohibition }) => prohibition.clause),
  );
  return items(pack)
    .filter((item) => !drawn.has(item) && !but.has(item))
    .map((item) => ({
      subject: itemSubject(item),
      outcome: 'notApplicable',
      message: textOf(texts, count === 0 ? 'noZone' : 'noZoneYet', { citation: citation(pack, item), count }),
      clauses: [item],
      penalties: [],
      place: site.categories[0]?.place ?? site.place,
      related: [],
      dependsOn: { levels: site.levels.map((level) => level.id), devices: [] },
    }));
}

/** Message template for an item on private places that no zone of the drawing falls under. */
export const NO_ZONE = {
  zh: '图中未标明{citation}所列的场所或者区域，该项在本图范围内不适用。',
  en: 'The drawing shows no place or area listed in {citation}; the item does not apply within this drawing.',
} as const;

/** Message template that takes the place of {@link NO_ZONE} while the drawing has zones of unknown use. */
export const NO_ZONE_YET = {
  zh: '图中未标明{citation}所列的场所或者区域；另有{count}处区域用途未定，其中有无此类场所或者区域不得而知，见“capture/unknown-use”。',
  en: "The drawing shows no place or area listed in {citation}, but has {count} of unknown use, of which any may be one; see 'capture/unknown-use'.",
} as const;

/**
 * Returns the message values of an `open` verdict on a device and a zone of unknown use: `zone` (its label) and `id`,
 * both to stand in quotes, `source` (its use as the plan writes it), `citation` of the item.
 */
export function unsettledParams({ pack }: GroundContext, { zone, prohibition }: PrivateZone) {
  return {
    zone: forQuotes(zoneLabel(zone)),
    id: forQuotes(zone.id),
    source: inItsSource(zone),
    citation: citation(pack, prohibition.clause),
  };
}

/**
 * Returns the message values that every verdict on a device and a private place uses: `zone` (its label, to stand in
 * quotes), `zoneKind` (to stand inside a sentence), `citation` of the item.
 */
export function zoneParams(context: GroundContext, target: PrivateZone) {
  return {
    zone: forQuotes(zoneLabel(target.zone)),
    zoneKind: target.unsettled === true ? t.useUnknown : midSentence(target.kind.name),
    citation: citation(context.pack, target.prohibition.clause),
  };
}
