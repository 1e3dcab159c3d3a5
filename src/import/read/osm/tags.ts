import { isRecord, memberOf } from '../../../plan/read/unknown.js';
import type { Properties, RawFeature, RawShape } from '../../types.js';
import { flattened } from '../collection.js';

/** What an OSM element is called in GeoJSON, and its tags, however the program that wrote them spells them. */
export function spelledPlainly(feature: RawFeature, written: unknown): RawFeature {
  const properties = tagsOf(feature.properties, written);
  const id = idOf(feature.id, properties);
  const shapes = isOutline(properties) ? feature.shapes.map(asArea) : feature.shapes;
  return { ...feature, id, properties, shapes };
}

/** Whether a closed way so tagged is what it goes round, not a line. */
function isOutline({ indoor, building }: Properties): boolean {
  return /^(?:room|area|corridor|level|column)$/.test(String(indoor)) || (building !== undefined && building !== 'no');
}

/** Not every program that writes OSM as GeoJSON knows which closed ways are areas. */
function asArea(shape: RawShape): RawShape {
  if (shape.type !== 'LineString' || shape.line.length < 4) return shape;
  const [first, last] = [shape.line[0], shape.line.at(-1)];
  return first?.[0] === last?.[0] && first?.[1] === last?.[1] ? { type: 'Polygon', rings: [shape.line] } : shape;
}

/**
 * Tags stand in the properties themselves (Overpass turbo), in `properties.tags` (osmtogeojson), in `tags` of the feature, or
 * as one text of `"key"=>"value"` pairs (`other_tags` of GDAL).
 */
function tagsOf(properties: Properties, written: unknown): Properties {
  const beside = isRecord(written) ? memberOf(written, 'tags') : undefined;
  const nested = Object.entries(properties).flatMap(([key, value]) =>
    key.startsWith('tags.') ? [[key.slice('tags.'.length), value] as const] : [],
  );
  const { other_tags, all_tags } = properties;
  return {
    ...properties,
    ...pairs(other_tags ?? all_tags),
    ...jsonTags(properties.tags),
    ...(isRecord(beside) ? flattened(beside) : {}),
    ...Object.fromEntries(nested),
  };
}

/** PostgreSQL's hstore, as GDAL writes tags: `"level"=>"0","indoor"=>"room"`. */
function pairs(text: Properties[string] | undefined): Properties {
  if (typeof text !== 'string') return {};
  const unescaped = (part: string): string => part.replace(/\\(.)/gs, '$1');
  return Object.fromEntries(
    [...text.matchAll(/"((?:[^"\\]|\\.)*)"\s*=>\s*"((?:[^"\\]|\\.)*)"/gs)].map(([, key = '', value = '']) => [
      unescaped(key),
      unescaped(value),
    ]),
  );
}

function jsonTags(text: Properties[string] | undefined): Properties {
  if (typeof text !== 'string' || !text.startsWith('{')) return {};
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? flattened(value) : {};
  } catch {
    return {};
  }
}

const KINDS: Readonly<Record<string, string>> = { n: 'node', w: 'way', r: 'relation' };

/** `way/123`, whether it is written so, as `w123`, or as a number beside the type; else whatever id there is. */
function idOf(own: string | undefined, properties: Properties): string | undefined {
  const texts = [own, properties['@id'], properties.id, properties.full_id, properties['@osmId']].flatMap((id) =>
    id === undefined ? [] : [String(id)],
  );
  for (const text of texts) {
    if (/^(?:node|way|relation)\/-?\d+$/.test(text)) return text;
    const [, kind = '', number = ''] = /^([nwra])(\d+)$/.exec(text) ?? [];
    if (kind === 'a') return areaId(Number(number));
    if (kind !== '') return `${KINDS[kind]}/${number}`;
  }
  const type = [properties['@type'], properties.osm_type, properties.type].find((t) =>
    /^(?:node|way|relation)$/.test(String(t)),
  );
  const number = [own, properties['@id'], properties.osm_id, properties.osm_way_id, properties.id].find((id) =>
    /^-?\d+$/.test(String(id)),
  );
  return type !== undefined && number !== undefined ? `${type}/${number}` : texts[0];
}

/** Areas are numbered twice their way, or twice their relation and one (osmium). */
function areaId(number: number): string {
  return number % 2 === 0 ? `way/${number / 2}` : `relation/${(number - 1) / 2}`;
}

/** A tag as text without white space about it; undefined where it is absent or empty. */
export function tag({ properties }: RawFeature, key: string): string | undefined {
  const text = Object.hasOwn(properties, key) ? String(properties[key]).trim() : '';
  return text === '' ? undefined : text;
}
