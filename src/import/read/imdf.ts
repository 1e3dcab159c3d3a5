import type { SourceProblem } from '../../source/problem.js';
import { nameOf } from '../names.js';
import type { InputFile, RawFeature, Source, SourceLevel } from '../types.js';
import { type RawCollection, readCollection, readFeature } from './collection.js';
import type { ReadSource } from './read.js';

/** The files of an IMDF archive that a plan is made of. Source: Apple, Indoor Mapping Data Format 1.0.0. */
const PARTS = ['venue', 'level', 'unit', 'opening'] as const;

/** Whether these are the files of an IMDF archive. */
export function isImdf(files: readonly InputFile[]): boolean {
  return ['level', 'unit'].every((part) => fileOf(files, part) !== undefined);
}

/** Reads an IMDF archive: its levels, units and openings. Heights and devices are no part of IMDF. */
export function readImdf(files: readonly InputFile[]): ReadSource {
  const problems: SourceProblem[] = [];
  const collections = new Map<string, RawCollection>();
  for (const part of PARTS) {
    const file = fileOf(files, part);
    if (file === undefined) continue;
    const read = readCollection(file);
    if (read.ok) collections.set(part, read.collection);
    else problems.push(...read.problems);
  }
  if (problems.length > 0) return { ok: false, problems };
  const notes: Source['notes'][number][] = [];
  const of = (part: (typeof PARTS)[number]): RawFeature[] => {
    const collection = collections.get(part);
    return (collection?.features ?? []).flatMap((_, index) => {
      if (collection === undefined) return [];
      const { feature, notes: said } = readFeature(collection, index, { format: 'imdf', system: 'wgs84' });
      notes.push(...said);
      return feature === undefined ? [] : [{ ...feature, properties: { feature_type: part, ...feature.properties } }];
    });
  };
  const levels = of('level').map(levelOf);
  const features = [...of('unit'), ...of('opening')].map((feature) => {
    const level = feature.properties.level_id;
    return level === undefined ? feature : { ...feature, levels: [String(level)] };
  });
  const [venue] = of('venue');
  const name = venue === undefined ? undefined : nameOf(venue.properties, ['name']);
  return { ok: true, source: { name, levels, features, notes } };
}

function levelOf(feature: RawFeature): SourceLevel {
  const { ordinal } = feature.properties;
  return {
    key: feature.id ?? '',
    short: nameOf(feature.properties, ['short_name']),
    name: nameOf(feature.properties, ['name']),
    ordinal: typeof ordinal === 'number' ? ordinal : 0,
  };
}

function fileOf(files: readonly InputFile[], part: string): InputFile | undefined {
  return files.find(({ path }) => path.split('/').at(-1) === `${part}.geojson`);
}
