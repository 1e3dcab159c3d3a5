// Reads OSM data in GeoJSON.

import type { SourceProblem } from '../../../source/problem.js';
import type { Mapping } from '../../mapping/types.js';
import type { Note } from '../../notes.js';
import { namedByPlace, type Storeys } from '../../support/place-ids.js';
import type { InputFile, RawFeature, ReadSource } from '../../types.js';
import { readFeature, readImportCollection } from '../collection.js';
import { buildingOf } from './building.js';
import { onStoreys, osmParts } from './storeys.js';
import { spelledPlainly, tag } from './tags.js';

/**
 * True if the file holds OSM data as GeoJSON, by its first 64 KiB: ids of nodes, ways or relations, or keys of indoor
 * tagging.
 */
export function isOsm({ bytes }: InputFile): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, 65_536));
  return /"(?:@?id|@osmId)"\s*:\s*"(?:node|way|relation)\/\d+"|"(?:indoor|man_made)"\s*:|\\"indoor\\"\s*=>/.test(head);
}

/** Reads OSM data that is given as GeoJSON files of one building. Source: OSM wiki, Simple Indoor Tagging. */
export function readOsm(files: readonly InputFile[], mapping: Mapping): ReadSource {
  const problems: SourceProblem[] = [];
  const notes: Note[] = [];
  const features: RawFeature[] = [];
  const seen = new Set<string>();
  for (const file of files) {
    const read = readImportCollection(file);
    if (!read.ok) {
      problems.push(...read.problems);
      continue;
    }
    for (const [index, written] of read.collection.features.entries()) {
      const found = readFeature(read.collection, index, { format: 'osm', system: mapping.coordinates ?? 'wgs84' });
      notes.push(...found.notes);
      if (found.feature === undefined) continue;
      const feature = levelled(spelledPlainly(found.feature, written), mapping.keys?.level ?? []);
      const key = JSON.stringify([feature.id, feature.properties, feature.shapes]);
      if (feature.id === undefined || !seen.has(key)) features.push(feature);
      seen.add(key);
    }
  }
  if (problems.length > 0) return { ok: false, problems };
  // Ids of copies on other levels and of glass walls are made of those of their features.
  const named = namedByPlace(features, mapping, storeysOf(features));
  const { parts, others, notes: left } = osmParts(named, mapping);
  const indoors = parts.flatMap(({ feature }) => (tag(feature, 'indoor') === undefined ? [] : [feature]));
  const building = buildingOf(named, indoors);
  const placed = onStoreys(parts, named, building);
  const source = {
    name: building.name,
    levels: placed.levels,
    features: placed.features,
    others: [...others, ...placed.others],
  };
  return { ok: true, source: { ...source, notes: [...notes, ...placed.notes, ...left] } };
}

/** Returns the storeys of features as their tags write them: by number, then by text. */
function storeysOf(features: readonly RawFeature[]): Storeys {
  const levelOf = (feature: RawFeature) => tag(feature, 'level') ?? '';
  const order = [...new Set(features.map(levelOf))].sort(
    (a, b) => (Number.parseFloat(a) || 0) - (Number.parseFloat(b) || 0) || (a < b ? -1 : 1),
  );
  return { levelOf, order };
}

/** Returns the feature with its level under `level`, if the mapping names another key for it. */
function levelled(feature: RawFeature, keys: readonly string[]): RawFeature {
  const key = keys.find((name) => tag(feature, name) !== undefined);
  const level = key === undefined ? undefined : feature.properties[key];
  return level === undefined ? feature : { ...feature, properties: { ...feature.properties, level } };
}
