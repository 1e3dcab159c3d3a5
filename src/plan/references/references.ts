// Where ids stand in the files of a plan: what bears them, and what refers to it.

import { readValue } from '../../source/parse/parse.js';
import { child } from '../../source/place/pointer.js';
import type { Place, SourceFile } from '../../source/types.js';
import { isRecord, listIn, memberOf, type Unchecked } from '../read/unknown.js';

/** An id as it stands in a file, and the kind of thing it names. */
export interface Mention {
  readonly place: Place;
  readonly id: string;
  readonly is: 'level' | 'opening' | 'element';
}

/** Returns every id in a file and every reference to one, in their order. */
export function mentionsIn(file: SourceFile, isMain: boolean): Mention[] {
  const found: Mention[] = [];
  const add = (pointer: string, holder: Unchecked, key: string, is: Mention['is']): void => {
    const id = memberOf(holder, key);
    if (typeof id === 'string') found.push({ place: { path: file.path, pointer: child(pointer, key) }, id, is });
  };
  const element = (pointer: string, one: Unchecked, is: Mention['is']): void => {
    add(pointer, one, 'id', is);
    add(pointer, one, 'opening', 'opening');
    for (const [index, level] of (listIn(one, 'levels') ?? []).entries()) {
      const place = { path: file.path, pointer: child(pointer, 'levels', index) };
      if (typeof level === 'string') found.push({ place, id: level, is: 'level' });
    }
  };
  const value = recordOf(readValue(file));
  const collection = memberOf(value, 'type') === 'FeatureCollection';
  const base = collection ? '/sitecam' : '';
  const plan = isMain ? (collection ? recordOf(memberOf(value, 'sitecam')) : value) : {};
  for (const [pointer, level] of records(`${base}/levels`, plan, 'levels')) {
    add(pointer, level, 'id', 'level');
    for (const list of ['zones', 'walls', 'openings', 'devices', 'signs']) {
      for (const [at, one] of records(`${pointer}/${list}`, level, list)) {
        element(at, one, list === 'openings' ? 'opening' : 'element');
      }
    }
  }
  for (const [id, keys] of Object.entries(recordOf(memberOf(plan, 'overrides')))) {
    const pointer = child(`${base}/overrides`, id);
    const place = { path: file.path, pointer, key: true as const };
    // An override doesn't say what it is about, so both are taken; ids are unique in the whole plan.
    found.push({ place, id, is: 'element' }, { place, id, is: 'opening' });
    element(pointer, recordOf(keys), 'element');
  }
  for (const [type, keys] of Object.entries(recordOf(memberOf(plan, 'deviceTypes')))) {
    add(child(`${base}/deviceTypes`, type), recordOf(keys), 'opening', 'opening');
  }
  for (const [pointer, feature] of collection ? records('/features', value, 'features') : []) {
    const properties = recordOf(memberOf(feature, 'properties'));
    const is = memberOf(properties, 'element') === 'opening' ? 'opening' : 'element';
    element(`${pointer}/properties`, properties, is);
    add(`${pointer}/properties`, properties, 'level', 'level');
    if (memberOf(properties, 'id') === undefined) add(pointer, feature, 'id', is);
  }
  return found;
}

function recordOf(value: unknown): Unchecked {
  return isRecord(value) ? value : {};
}

/** Returns the objects in the list `key` of `holder`, with their pointers. */
function records(pointer: string, holder: Unchecked, key: string): (readonly [string, Unchecked])[] {
  return (listIn(holder, key) ?? []).map((one, index) => [child(pointer, index), recordOf(one)]);
}
