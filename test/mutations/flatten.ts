import { COLLECTIONS, type Documents, isKeys, type Json, type Keys, keysOf } from './edit.js';

/**
 * The documents of a site as one, in metres and in the YAML spelling: levels hold their zones, walls, openings and devices
 * themselves. What is in WGS 84 is laid on a plane at its origin, so that a metre may be a few parts in a thousand off.
 */
export function flattened({ main, files }: Documents): Keys {
  const plan = structuredClone(files[main]);
  const geo = keysOf(plan.sitecam);
  const head = geo === undefined ? plan : { ...geo, sitecam: geo.version ?? 1 };
  const project = head.coordinates === 'wgs84' ? planeAt(head.origin) : (at: Json) => at;
  const features = Array.isArray(plan.features) ? plan.features.filter(isKeys) : [];
  const levels = Array.isArray(head.levels) ? head.levels.filter(isKeys) : [];
  const flat = levels.map(({ geometry, ...level }) => {
    const file = typeof geometry === 'string' ? files[geometry]?.features : undefined;
    const own = features.filter((feature) => keysOf(feature.properties)?.level === level.id);
    const drawn = Array.isArray(file) ? file.filter(isKeys) : [];
    return [...own, ...drawn].reduce((all, feature) => put(all, feature, project), structuredClone(level));
  });
  const { origin: _, version: __, features: ___, type: ____, comment: _____, ...rest } = head;
  return { ...rest, coordinates: 'metres', levels: flat };
}

function put(level: Keys, { properties, geometry }: Keys, project: (at: Json) => Json): Keys {
  const { element, level: _, ...keys } = keysOf(properties) ?? {};
  const name = COLLECTIONS.find((one) => one === `${String(element)}s`);
  const coordinates = keysOf(geometry)?.coordinates;
  if (name === undefined || !Array.isArray(coordinates)) throw new Error(`no element of a plan: ${String(element)}`);
  const known = level[name];
  const list = Array.isArray(known) ? known : [];
  return { ...level, [name]: [...list, { ...keys, ...masks(keys, project), ...shape(name, coordinates, project) }] };
}

function shape(name: string, coordinates: Json[], project: (at: Json) => Json): Keys {
  if (name === 'devices' || name === 'signs') return { at: project(coordinates) };
  if (name !== 'zones') return { line: coordinates.map(project) };
  const [ring, ...holes] = coordinates.map((one) => (Array.isArray(one) ? one.slice(0, -1).map(project) : one));
  return holes.length === 0 ? { polygon: ring } : { polygon: ring, holes };
}

function masks({ masks: drawn }: Keys, project: (at: Json) => Json): Keys {
  if (!Array.isArray(drawn)) return {};
  const ring = (polygon: Json) => (Array.isArray(polygon) ? polygon.map(project) : polygon);
  return { masks: drawn.filter(isKeys).map((mask) => ({ ...mask, polygon: ring(mask.polygon) })) };
}

function planeAt(origin: Json): (at: Json) => Json {
  const [lon, lat] = Array.isArray(origin) ? origin.map(Number) : [0, 0];
  const metre = (6371008.8 * Math.PI) / 180;
  const millimetres = (x: number) => Math.round(x * 1000) / 1000;
  return (at) => {
    const [x, y] = Array.isArray(at) ? at.map(Number) : [0, 0];
    return [millimetres((x - lon) * metre * Math.cos((lat * Math.PI) / 180)), millimetres((y - lat) * metre)];
  };
}
