import type { Mapping } from '../mapping/types.js';
import type { InputFile } from '../types.js';
import { readPlain } from './plain.js';
import type { ReadSource } from './read.js';

/** Whether `file` holds OSM data as GeoJSON: ids of nodes, ways and relations, or the keys of indoor tagging. */
export function isOsm({ bytes }: InputFile): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, 65_536));
  return /"@?id"\s*:\s*"(?:node|way|relation)\/\d+"|"(?:indoor|man_made)"\s*:/.test(head);
}

/** Reads OSM data as GeoJSON. Source: OSM wiki, Simple Indoor Tagging. */
export function readOsm(files: readonly InputFile[], mapping: Mapping): ReadSource {
  return readPlain(files, mapping, 'osm');
}
