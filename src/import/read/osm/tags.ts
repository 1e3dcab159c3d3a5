// Tags and ids of OSM elements, in whatever form a program writes them.

import { isRecord, memberOf } from '../../../plan/read/unknown.js';
import { DEEPEST } from '../../../source/parse/json.js';
import { isDeeperThan } from '../../../source/parse/json-keys.js';
import type { Properties, RawFeature, RawShape } from '../../types.js';
import { flattened } from '../collection.js';

/**
 * Returns `feature` with the OSM id as id and its tags as properties, in whatever form they were written; closed
 * outlines become polygons.
 *
 * @param written the feature as the file has it, whose tags may stand beside its properties
 */
export function spelledPlainly(feature: RawFeature, written: unknown): RawFeature {
  const properties = tagsOf(feature.properties, written);
  const id = idOf(feature.id, properties);
  const shapes = isOutline(properties) ? feature.shapes.map(asArea) : feature.shapes;
  return { ...feature, id, properties, shapes };
}

/** True if a closed way with these tags is the area inside it, not a line. */
function isOutline({ indoor, building }: Properties): boolean {
  return /^(?:room|area|corridor|level|column)$/.test(String(indoor)) || (building !== undefined && building !== 'no');
}

/** Returns a closed line as a polygon. Some programs write areas as lines. */
function asArea(shape: RawShape): RawShape {
  if (shape.type !== 'LineString' || shape.line.length < 4) return shape;
  const [first, last] = [shape.line[0], shape.line.at(-1)];
  return first?.[0] === last?.[0] && first?.[1] === last?.[1] ? { type: 'Polygon', rings: [shape.line] } : shape;
}

/**
 * Returns the tags, which stand in the properties (Overpass turbo), in `properties.tags` (osmtogeojson), in the
 * feature's `tags`, or in one text of `"key"=>"value"` pairs (`other_tags` of GDAL).
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

/** Returns the tags in a PostgreSQL hstore text, as GDAL writes them: `"level"=>"0","indoor"=>"room"`. */
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
  if (typeof text !== 'string' || !text.startsWith('{') || isDeeperThan(text, DEEPEST)) return {};
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? flattened(value) : {};
  } catch {
    return {};
  }
}

const KINDS: Readonly<Record<string, string>> = { n: 'node', w: 'way', r: 'relation' };

/**
 * Returns `way/123` from that form, from `w123`, or from a number and a type; else any id there is; undefined if there
 * is none.
 */
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

/** Returns the id for an area number: twice the way's, or twice the relation's plus one (osmium). */
function areaId(number: number): string {
  return number % 2 === 0 ? `way/${number / 2}` : `relation/${(number - 1) / 2}`;
}

/** Returns the value of a tag without surrounding white space; undefined if absent or empty. */
export function tag({ properties }: RawFeature, key: string): string | undefined {
  const text = Object.hasOwn(properties, key) ? String(properties[key]).trim() : '';
  return text === '' ? undefined : text;
}
