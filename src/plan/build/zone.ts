// Building of zones and the check of their rings.

import { crossingOf, type Region, type Ring } from '../../geometry/index.js';
import { namesSomething } from '../../i18n/content.js';
import { zoneKind } from '../../law/lookup.js';
import { kindMeantByName } from '../../law/names/kind-of-name.js';
import { isRole, rolesOf } from '../../law/roles.js';
import type { Pack, ZoneKind } from '../../law/types.js';
import { hintOf } from '../../source/hint.js';
import { nearest } from '../../source/suggest.js';
import { pointText } from '../check/coordinates.js';
import { crossingDoubt, isHoleOf } from '../doubts/outline.js';
import type { Zone } from '../model.js';
import type { RawPoint, RawZone } from '../read/document.js';
import { type BuildContext, placeAt, planPoints } from './context.js';
import { zoneKindHint } from './kinds.js';
import { cleanRing } from './points.js';

/** The zone kind that says nothing about the use. */
const UNTOLD = 'other';

/**
 * Returns the zone that `raw`, at JSON pointer `pointer` of the plan, declares on the level with the id `level`. Its
 * list `nested`, the zones that lie in it, is still empty.
 */
export function buildZone(raw: RawZone, level: string, pointer: string, context: BuildContext): Zone {
  const levels = [...new Set([level, ...(raw.levels ?? [])])];
  const spec = zoneKind(context.pack, raw.kind);
  const at = (...path: (string | number)[]) => placeAt(context, pointer, ...path);
  if (spec === undefined) {
    const hint = zoneKindHint(raw.kind, context.pack);
    const params = { id: raw.id, kind: raw.kind, hint };
    context.faults.add('plan/unknown-kind', raw.id, 'zone', params, at('kind'), { levels });
  }
  const isSettled = raw.kind !== UNTOLD;
  if (raw.kindUnknown !== undefined && isSettled && spec !== undefined) {
    const params = { id: raw.id, kind: raw.kind };
    context.faults.add('plan/unknown-kind', raw.id, 'settled', params, at('kindUnknown'), { levels });
  }
  for (const [index, role] of (raw.roles ?? []).entries()) {
    if (isRole(context.pack, role)) continue;
    const params = { id: raw.id, role, hint: hintOf(role, rolesOf(context.pack)) };
    context.faults.add('plan/unknown-role', raw.id, 'zone', params, at('roles', index), { levels });
  }
  const region = regionOf(raw, pointer, context);
  const isPublic = spec?.public ?? false;
  const zone: Zone = {
    id: raw.id,
    kind: raw.kind,
    spec,
    name: raw.name,
    levels,
    region,
    enclosed: raw.enclosed ?? spec?.enclosed ?? true,
    public: raw.public ?? isPublic,
    publicDeclared: raw.public !== undefined && raw.public !== isPublic,
    ...(raw.public === true && { saidPublic: true as const }),
    ...(raw.public === false && { saidNotPublic: true as const }),
    important: raw.important ?? false,
    secondary: raw.secondary ?? false,
    designated: raw.designated ?? false,
    roles: raw.roles ?? [],
    valid: raw.valid,
    kindUnknown: isSettled ? undefined : raw.kindUnknown,
    kindConfirmed: confirmed(raw),
    ...(raw.kindConfirmed !== undefined && confirmed(raw) === undefined && { kindUnfounded: true as const }),
    namedKind: namedKind(raw, context),
    nested: [],
    place: context.placeOf(pointer),
    ...kindPlace(pointer, context),
  };
  checkRings(zone, pointer, context);
  return zone;
}

/** Returns the place of the kind if an override states it; {} if it stands with the zone. */
function kindPlace(pointer: string, context: BuildContext): Pick<Zone, 'kindPlace'> {
  const [zone, kind] = [context.placeOf(pointer), placeAt(context, pointer, 'kind')];
  return kind.path === zone.path && kind.pointer === `${zone.pointer}/kind` ? {} : { kindPlace: kind };
}

/** Returns what the author says of the kind; who gives no reason or no name, or words such as 待定, has said nothing. */
function confirmed({ kindConfirmed }: RawZone): RawZone['kindConfirmed'] {
  const isSaid = [kindConfirmed?.reason, kindConfirmed?.by].every((text = '') => namesSomething(text));
  return isSaid ? kindConfirmed : undefined;
}

function namedKind(raw: RawZone, { pack, categories }: BuildContext): ZoneKind | undefined {
  if (raw.name === undefined || confirmed(raw) !== undefined) return undefined;
  const meant = kindMeantByName(pack, raw.name, raw.kind, categories);
  return meant === undefined || meant.id === raw.kind ? undefined : meant;
}

/**
 * Returns the id of the zone kind that has `word` as a name or synonym, or else the id nearest in spelling; undefined
 * if nothing is near.
 */
export function kindMeant(word: string, pack: Pack): string | undefined {
  const lower = word.toLowerCase();
  const called = pack.zoneKinds.find(({ name, synonyms }) =>
    [name.zh, name.en, ...synonyms.zh, ...synonyms.en].some((other) => other.toLowerCase() === lower),
  );
  return (
    called?.id ??
    nearest(
      word,
      pack.zoneKinds.map((kind) => kind.id),
    )
  );
}

function regionOf(raw: RawZone, pointer: string, context: BuildContext): Region {
  const ring = (points: readonly RawPoint[], ...path: (string | number)[]): Ring =>
    cleanRing(planPoints(context, [pointer, ...path].join('/'), points));
  const outer = raw.polygon === undefined ? ring(rectPoints(raw), 'rect') : ring(raw.polygon, 'polygon');
  return { rings: [outer], shadows: (raw.holes ?? []).map((hole, index) => ring(hole, 'holes', index)) };
}

/** Returns the corners of `rect`, counter-clockwise from the south-west one; [] if the zone has no `rect`. */
export function rectPoints({ rect }: RawZone): RawPoint[] {
  if (rect === undefined) return [];
  const [x, y, width, depth] = rect;
  return [
    [x, y],
    [x + width, y],
    [x + width, y + depth],
    [x, y + depth],
  ];
}

/**
 * Adds a fault for each ring that crosses itself and each hole outside of its outline. Their walls and the extent of the
 * zone are doubtful; if most of a private zone is, its levels are tainted.
 */
function checkRings(zone: Zone, pointer: string, context: BuildContext): void {
  const { id, region, levels } = zone;
  const [outer] = region.rings;
  const at = (...path: readonly (string | number)[]) => placeAt(context, pointer, ...path);
  const rings: readonly (readonly [Ring, readonly (string | number)[]])[] = [
    [outer, ['polygon']],
    ...region.shadows.map((hole, index) => [hole, ['holes', index]] as const),
  ];
  const crossed = rings.flatMap(([ring, path]) => {
    const crossing = crossingOf(ring);
    return crossing === undefined ? [] : [{ crossing, path }];
  });
  const strays = region.shadows.flatMap((hole, index) => (isHoleOf(hole, outer) ? [] : [index]));
  if (crossed.length + strays.length === 0) return;
  const doubt = crossingDoubt(zone, context.pack);
  const taints = doubt === undefined ? { levels } : {};
  for (const { crossing, path } of crossed) {
    const point = pointText({ coordinates: context.coordinates, shift: context.frame.shift }, crossing);
    const params = { id, point };
    context.faults.add('plan/self-crossing-ring', id, 'crossing', params, at(...path), taints);
  }
  for (const index of strays) {
    context.faults.add('plan/self-crossing-ring', id, 'hole', { id }, at('holes', index), taints);
  }
  if (doubt !== undefined) context.faults.doubt(doubt);
}
