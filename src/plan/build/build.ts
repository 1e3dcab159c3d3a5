// Building of the site's model from a document that passed the schema.

import { charge, spendBudget } from '../../base/budget.js';
import { distance } from '../../geometry/index.js';
import { namesSomething } from '../../i18n/content.js';
import { isRole, rolesOf } from '../../law/roles.js';
import { didYouMean, hintOf } from '../../source/hint.js';
import { child } from '../../source/place/pointer.js';
import type { SourceFile } from '../../source/types.js';
import { checkDevices, checkDimensions, checkElevations } from '../check/dimensions.js';
import { type DoubtParts, Faults } from '../check/faults.js';
import { faultTexts } from '../check/texts.js';
import { another, deviceLeftOut, openingLeftOut, wallLeftOut, zoneLeftOut } from '../doubts/left-out.js';
import { blockedOpening, misplacedOpenings, unsureOpening, zonesAbout } from '../doubts/opening.js';
import { listLike } from '../like.js';
import type { Designation, Device, Drawing, Level, Opening, Site, Zone } from '../model.js';
import { tellModels } from '../models/tell.js';
import { Stretches } from '../nearby.js';
import type { Fact, Project } from '../project/model.js';
import type { PlanDocument, RawDrawing, RawLevel, RawPoint, RawProject } from '../read/document.js';
import { halfThickness, wallAbout } from '../walls/inside.js';
import { SLIVER } from '../walls/plane.js';
import { deriveWalls, type LevelWalls } from '../walls/walls.js';
import { type BuildContext, placeAt, planPoints } from './context.js';
import { buildDevice, type DeviceTypes } from './device.js';
import { buildOpening, buildSign, buildWall } from './elements.js';
import { Ids } from './ids.js';
import { membershipAmong } from './membership.js';
import { nest } from './nesting.js';
import { NO_EXTENT } from './points.js';
import { buildZone } from './zone.js';

/** The plan format version that this code reads. */
export const PLAN_VERSION = 1;

/**
 * Returns the model of the plan that `document` spells, which passed the schema and the geometry checks. Faults of a
 * plan that can be read all the same are in `Site.faults`.
 */
export function buildSite(document: PlanDocument, files: readonly SourceFile[], context: BuildContext): Site {
  const { faults, frame, pack } = context;
  if (document.sitecam !== PLAN_VERSION) {
    const params = { version: String(document.sitecam) };
    faults.add('plan/unknown-version', 'sitecam', 'version', params, placeAt(context, '', 'sitecam'), { site: true });
  }
  const { site } = document;
  checkCategories(document, context);
  const levels = buildLevels(document, context);
  tellModels(context, Object.keys(document.deviceTypes ?? {}));
  return {
    name: site.name,
    categories: site.categories.map((id, index) => ({ id, place: placeAt(context, '', 'site', 'categories', index) })),
    region: site.region,
    absent: buildAbsent(document, context),
    ...designated(site.designation),
    keepsImportantItems: site.keepsImportantItems,
    ...(site.songAndDance !== undefined && { songAndDance: site.songAndDance }),
    coordinates: context.coordinates,
    origin: frame.origin,
    shift: frame.shift,
    ...(frame.north === 0 ? {} : { north: frame.north }),
    levels,
    waivers: (document.waivers ?? []).map((waiver, index) => ({
      ...waiver,
      document: waiver.document,
      place: placeAt(context, '', 'waivers', index),
    })),
    ...(document.project !== undefined && { project: buildProject(document.project, context) }),
    faults: faults.list,
    ...(faults.doubts.length > 0 && { doubts: faults.doubts }),
    place: placeAt(context, '', 'site'),
    pack,
    files,
  };
}

/** Returns the designation; who gives no document or no authority, or words such as 待定, has stated none. */
function designated(raw: Designation | undefined): Pick<Site, 'designation' | 'designationUnfounded'> {
  if (raw === undefined || [raw.document, raw.by].every(namesSomething)) return { designation: raw };
  return { designation: undefined, designationUnfounded: true };
}

function checkCategories(document: PlanDocument, context: BuildContext): void {
  for (const [index, category] of document.site.categories.entries()) {
    const known = context.pack.categories;
    if (known.some(({ id }) => id === category)) continue;
    const named = known.find(({ name }) => name.zh === category || name.en.toLowerCase() === category.toLowerCase());
    const hint =
      named === undefined
        ? hintOf(
            category,
            known.map(({ id }) => id),
          )
        : didYouMean(named.id);
    const place = placeAt(context, '', 'site', 'categories', index);
    context.faults.add('plan/unknown-category', category, 'category', { category, hint }, place, { site: true });
  }
}

/** Returns the statements that a role is absent. One about an unknown role is a fault and has no effect. */
function buildAbsent({ site }: PlanDocument, context: BuildContext): Site['absent'] {
  return (site.absent ?? []).flatMap((absent, index) => {
    const place = placeAt(context, '', 'site', 'absent', index);
    if (isRole(context.pack, absent.role)) return [{ ...absent, place }];
    const params = { role: absent.role, hint: hintOf(absent.role, rolesOf(context.pack)) };
    const role = placeAt(context, '', 'site', 'absent', index, 'role');
    context.faults.add('plan/unknown-role', `absent/${absent.role}`, 'absent', params, role, {});
    return [];
  });
}

function buildLevels(document: PlanDocument, context: BuildContext): Level[] {
  const ids = new Ids(context.faults);
  const levelIds = new Ids(context.faults);
  const types: DeviceTypes = new Map(Object.entries(document.deviceTypes ?? {}));
  const kept = document.levels.flatMap((raw, index) => {
    const pointer = child('/levels', index);
    const taken = levelIds.take(raw.id, () => ({
      place: placeAt(context, pointer, 'id'),
      taints: { levels: [raw.id] },
    }));
    return taken ? [{ raw, pointer }] : [];
  });
  const unmeasured: Opening[] = [];
  const built = kept.map(({ raw, pointer }) => buildLevel(raw, pointer, types, ids, context, unmeasured));
  const broken = new Set(
    context.faults.list.flatMap(({ rule, subject }) => (rule === 'plan/self-crossing-ring' ? [subject] : [])),
  );
  const drawn = charge('nesting', '', () =>
    nest(
      built.flatMap((level) => level.zones),
      (zone) => !broken.has(zone.id),
      context.faults,
    ),
  );
  spendBudget(4 * built.length * drawn.length);
  const nested = built.map((level) => ({ ...level, zones: drawn.filter((zone) => zone.levels[0] === level.id) }));
  checkZoneLevels(nested, kept, context);
  checkOpenings(nested, kept, context);
  const moving = withAreas(nested, kept, context).map((level) => groundLike(level, context));
  const zones = moving.flatMap((level) => level.zones);
  const peopled = moving.map((level) => {
    const own = unmeasured.filter((opening) => opening.level === level.id);
    return withMembers(level, zones, context, own);
  });
  for (const [index, level] of peopled.entries()) {
    const here = zones.filter((zone) => zone.levels.includes(level.id));
    const low = charge('walls', level.id, () => deriveWalls(level, here)).cuts.filter(
      ({ height }) => height !== undefined,
    );
    const gates = new Set(low.map(({ opening }) => opening.id));
    checkDimensions(level, kept[index].raw, kept[index].pointer, gates, context);
  }
  checkElevations(
    peopled,
    kept.map(({ pointer }) => pointer),
    context,
  );
  checkLeftOut(peopled, zones, kept, context);
  return peopled;
}

/**
 * Leaves open what rests on a device that is left out for its id, if it is drawn wrongly: it may see more than the
 * variant with it shows.
 */
function checkLeftOut(
  levels: readonly Level[],
  zones: readonly Zone[],
  raw: readonly { readonly raw: RawLevel; readonly pointer: string }[],
  context: BuildContext,
): void {
  const leftOut = context.faults.doubts.flatMap(({ passing }) => passing.devices ?? []);
  if (leftOut.length === 0) return;
  // What is wrong with it is told once it has an id of its own.
  const within = { ...context, faults: new Faults() };
  const drawn = levels.map((level) => ({ ...level, devices: leftOut.filter((device) => device.level === level.id) }));
  checkOpenings(drawn, raw, within);
  for (const [index, level] of withAreas(drawn, raw, within).entries()) {
    if (level.devices.length === 0) continue;
    checkDevices(withMembers(level, zones, within), raw[index].raw, raw[index].pointer, within);
  }
  for (const id of within.faults.list.flatMap(({ taints }) => taints.devices)) context.faults.taint(id);
}

/** Returns the level with its ground as it was before where that is the same: its walls needn't be worked out again. */
function groundLike(level: Level, { before }: BuildContext): Level {
  const was = before?.levels.find(({ id }) => id === level.id);
  if (was === undefined) return level;
  const [zones, walls, openings] = [
    listLike(level.zones, was.zones),
    listLike(level.walls, was.walls),
    listLike(level.openings, was.openings),
  ];
  return { ...level, zones, walls, openings };
}

function buildDrawing({ file, unit, origin = [0, 0], rotation = 0, handles = {}, blocks = {} }: RawDrawing): Drawing {
  const [handleOf, blockOf] = [handles, blocks].map((names) => new Map(Object.entries(names)));
  return { file, unit, origin, rotation, handles: handleOf, blocks: blockOf };
}

/** Budget steps for reading one element of any kind. */
const ELEMENT = 1000;

/** Returns the level as drawn, and adds its openings under 5 mm, which aren't in it, to `unmeasured`. */
function buildLevel(
  raw: RawLevel,
  pointer: string,
  types: DeviceTypes,
  ids: Ids,
  context: BuildContext,
  unmeasured: Opening[],
): Level {
  const each = <R extends { readonly id: string; readonly line?: readonly RawPoint[] }, T>(
    key: string,
    list: readonly R[] | undefined,
    build: (element: R, pointer: string, context: BuildContext) => T,
    leftOut?: (element: T, as: string) => DoubtParts | undefined,
    unmeasured?: T[],
  ): T[] => {
    const built: T[] = [];
    for (const [index, element] of (list ?? []).entries()) {
      const elementPointer = child(pointer, key, index);
      spendBudget(ELEMENT);
      const { id, line } = element;
      const length = line === undefined ? Number.POSITIVE_INFINITY : extentOf(line, elementPointer, context);
      if (length <= NO_EXTENT && unmeasured === undefined) {
        const place = placeAt(context, elementPointer, 'line');
        context.faults.add('plan/no-geometry', id, 'length', { id }, place, { elements: [id] });
        continue;
      }
      const taken = ids.take(element.id, () => ({
        place: placeAt(context, elementPointer, 'id'),
        taints: { levels: [raw.id], devices: key === 'devices' ? [element.id] : [], elements: [element.id] },
      }));
      if (unmeasured !== undefined && length < SLIVER) {
        const as = taken ? id : another(id, ids.count(id));
        const opening = build(element, elementPointer, { ...context, faults: new Faults() });
        unmeasured.push({ ...opening, id: as });
      } else if (taken) built.push(charge('elements', id, () => build(element, elementPointer, context)));
      else if (leftOut !== undefined) {
        // What else is wrong with it is told once it has an id of its own.
        const faults = new Faults();
        const as = another(id, ids.count(id));
        const doubt = leftOut(build(element, elementPointer, { ...context, faults }), as);
        if (doubt !== undefined) context.faults.doubt(doubt);
        // A device that is wrong itself may see more than the variant with it shows.
        if (faults.list.some(({ taints }) => taints.devices.length > 0)) context.faults.taint(as);
      }
    }
    return built;
  };
  return {
    id: raw.id,
    name: raw.name,
    elevation: raw.elevation ?? 0,
    ceiling: raw.ceiling,
    ...(raw.drawing !== undefined && { drawing: buildDrawing(raw.drawing) }),
    zones: each('zones', raw.zones, (zone, p, within) => buildZone(zone, raw.id, p, within), zoneLeftOut),
    walls: each('walls', raw.walls, (wall, p, within) => buildWall(wall, raw.id, p, within), wallLeftOut),
    openings: each(
      'openings',
      raw.openings,
      (opening, p, within) => buildOpening(opening, raw.id, p, within),
      openingLeftOut,
      unmeasured,
    ),
    devices: each(
      'devices',
      raw.devices,
      (device, p, within) => buildDevice(device, raw.id, types, p, within),
      deviceLeftOut,
    ),
    signs: each('signs', raw.signs, (sign, p) => buildSign(sign, raw.id, p, context)),
    place: context.placeOf(pointer),
  };
}

/**
 * Returns the level with its devices placed in their zones. Adds faults for openings on no wall or without width,
 * openings that lead against a wall, and devices drawn inside a wall.
 *
 * @param unmeasured the level's openings under 5 mm, which aren't in it
 */
function withMembers(
  level: Level,
  all: readonly Zone[],
  context: BuildContext,
  unmeasured: readonly Opening[] = [],
): Level {
  const zones = all.filter((zone) => zone.levels.includes(level.id));
  const walls: LevelWalls = deriveWalls(level, zones);
  const standing = new Stretches(walls.faces, halfThickness);
  const misplaced = misplacedOpenings([...walls.uncut, ...unmeasured], level, zones, standing);
  const uncut = new Set(walls.uncut);
  for (const opening of [...uncut, ...unmeasured]) {
    const { id, place } = opening;
    const doubt = misplaced.get(opening);
    const elements = doubt === undefined ? [id, ...zonesAbout(opening, zones)] : [];
    if (!uncut.has(opening)) context.faults.add('plan/no-geometry', id, 'width', { id }, place, { elements });
    else context.faults.add('plan/opening-on-no-wall', id, 'none', { id }, place, { elements });
    if (doubt !== undefined) context.faults.doubt(doubt);
  }
  for (const blind of walls.blind) {
    const { opening, against, is } = blind;
    const blockers = is === 'zone' ? zones : level.walls;
    const { room, across } = faultTexts['plan/opening-blocked'].texts;
    const related = blockers
      .filter(({ id }) => id === against)
      .map(({ place }) => ({ place, caption: is === 'zone' ? room : across }));
    const params = { id: opening.id, against };
    const message = is === 'zone' ? 'blocked' : 'wall';
    const subject = `${opening.id}/${against}`;
    context.faults.add('plan/opening-blocked', subject, message, params, opening.place, {}, related);
    if (walls.blind.find((one) => one.opening === opening) === blind) {
      context.faults.doubt(blockedOpening(opening, walls.blind, level));
    }
  }
  for (const opening of level.openings) {
    if (opening.unsure !== true || opening.kind !== 'passage') continue;
    context.faults.add('plan/unsure-opening', opening.id, 'gap', { id: opening.id }, opening.place, {});
    context.faults.doubt(unsureOpening(opening));
  }
  const membershipOf = membershipAmong(zones, standing);
  const devices = level.devices.map((device): Device => ({ ...device, ...membershipOf(device) }));
  for (const device of devices) {
    const about = device.status === 'removed' ? undefined : wallAbout(device, standing, zones);
    if (about === undefined) continue;
    const params = { id: device.id, wall: about.join('/') };
    context.faults.add('plan/device-in-wall', device.id, 'wall', params, device.place, { devices: [device.id] });
  }
  return { ...level, devices };
}

/** Returns how far a line reaches from its first point, in metres. */
function extentOf(line: readonly RawPoint[], pointer: string, context: BuildContext): number {
  const [first, ...others] = planPoints(context, `${pointer}/line`, line);
  return others.reduce((most, point) => Math.max(most, distance(first, point)), 0);
}

/** Returns what the plan states of its project, each fact with its place. */
function buildProject(raw: RawProject, context: BuildContext): Project {
  return {
    phase: raw.phase,
    facts: factsIn(raw, '', '/project', context),
    tracks: (raw.tracks ?? []).map((track, index) => ({
      ...track,
      place: placeAt(context, '/project', 'tracks', index),
    })),
    place: context.placeOf('/project'),
  };
}

function factsIn(value: unknown, path: string, pointer: string, context: BuildContext): Fact[] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return [{ path, value, place: context.placeOf(pointer) }];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value) && value.every((item) => typeof item === 'string'))
    return value.length === 0 ? [] : [{ path, value, place: context.placeOf(pointer) }];
  return Object.entries(value).flatMap(([key, member]) =>
    factsIn(member, path === '' ? key : `${path}.${key}`, child(pointer, key), context),
  );
}

/**
 * Adds a fault for each level that a zone says it spans and that doesn't exist. It may mean any level that the zone
 * doesn't name: one may look through the zone from there.
 */
function checkZoneLevels(
  levels: readonly Level[],
  raw: readonly { readonly raw: RawLevel; readonly pointer: string }[],
  context: BuildContext,
): void {
  const ids = levels.map(({ id }) => id);
  for (const { raw: level, pointer } of raw) {
    for (const [z, zone] of (level.zones ?? []).entries()) {
      for (const [index, reference] of (zone.levels ?? []).entries()) {
        if (ids.includes(reference)) continue;
        const params = { id: zone.id, reference, hint: hintOf(reference, ids) };
        const place = context.placeOf(child(pointer, 'zones', z, 'levels', index));
        const subject = `${zone.id}/${reference}`;
        const meant = ids.filter((other) => other === level.id || !zone.levels?.includes(other));
        context.faults.add('plan/unknown-reference', subject, 'level', params, place, { levels: meant });
      }
    }
  }
}

/** Adds a fault for each opening that a device says it guards and that doesn't exist. */
function checkOpenings(
  levels: readonly Level[],
  raw: readonly { readonly raw: RawLevel; readonly pointer: string }[],
  context: BuildContext,
): void {
  const ids = new Set(levels.flatMap((level) => level.openings.map(({ id }) => id)));
  for (const [index, level] of levels.entries()) {
    for (const { id, opening, status } of level.devices) {
      // What is taken away may have guarded a door that is gone, too.
      if (opening === undefined || ids.has(opening) || status === 'removed') continue;
      const params = { id, reference: opening, hint: hintOf(opening, ids) };
      const device = (raw[index].raw.devices ?? []).findIndex((one) => one.id === id);
      const place = context.placeOf(child(raw[index].pointer, 'devices', device, 'opening'));
      context.faults.add('plan/unknown-reference', `${id}/opening`, 'opening', params, place, { devices: [id] });
    }
  }
}

/**
 * Returns the levels with only those zones in the areas of moving devices that exist. Adds a fault for each other one.
 */
function withAreas(
  levels: readonly Level[],
  raw: readonly { readonly raw: RawLevel; readonly pointer: string }[],
  context: BuildContext,
): Level[] {
  const ids = new Set(levels.flatMap((level) => level.zones.map(({ id }) => id)));
  const within = (device: Device, index: number): Device => {
    const { id, mobile } = device;
    const area = mobile?.area;
    if (mobile === undefined || area === undefined || area.every((zone) => ids.has(zone))) return device;
    const at = (raw[index].raw.devices ?? []).findIndex((one) => one.id === id);
    const pointer = child(raw[index].pointer, 'devices', at, 'mobile', 'area');
    for (const [n, reference] of area.entries()) {
      if (ids.has(reference)) continue;
      const params = { id, reference, hint: hintOf(reference, ids) };
      const place = placeAt(context, pointer, n);
      context.faults.add('plan/unknown-reference', `${id}/area/${reference}`, 'area', params, place, { devices: [id] });
    }
    return { ...device, mobile: { ...mobile, area: area.filter((zone) => ids.has(zone)) } };
  };
  return levels.map((level, index) => ({
    ...level,
    devices: level.devices.map((device) => within(device, index)),
  }));
}
