import type { SourceProblem } from '../../source/problem.js';
import type { Mapping } from '../mapping/types.js';
import type { Note } from '../notes.js';
import type { Format, InputFile, RawFeature, SourceLevel } from '../types.js';
import { readCollection, readFeature } from './collection.js';
import type { ReadSource } from './read.js';

/** Reads GeoJSON of any making: each file's features, on the level that they or the mapping name. */
export function readPlain(files: readonly InputFile[], mapping: Mapping, format: Format = 'geojson'): ReadSource {
  const problems: SourceProblem[] = [];
  const notes: Note[] = [];
  const features: RawFeature[] = [];
  const levels = new Map<string, SourceLevel>();
  for (const file of files) {
    const read = readCollection(file);
    if (!read.ok) {
      problems.push(...read.problems);
      continue;
    }
    for (const index of read.collection.features.keys()) {
      const found = readFeature(read.collection, index, { format, system: mapping.coordinates ?? 'wgs84' });
      notes.push(...found.notes);
      if (found.feature === undefined) continue;
      const key = String(
        mapping.keys?.level?.map((name) => found.feature?.properties[name]).find((v) => v !== undefined) ?? '0',
      );
      if (!levels.has(key)) levels.set(key, { key, short: key, name: undefined, ordinal: Number(key) || 0 });
      features.push({ ...found.feature, levels: [key] });
    }
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, source: { name: undefined, levels: [...levels.values()], features, notes } };
}
