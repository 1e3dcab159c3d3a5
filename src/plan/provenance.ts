import { parent } from '../source/pointer.js';
import type { Place } from '../source/types.js';

/**
 * Where the parts of an assembled plan came from. The plan itself is one document at `path`; parts taken from GeoJSON
 * features are registered with the place they stand at, and everything below them keeps its relative pointer.
 */
export class Provenance {
  private readonly known = new Map<string, Place>();

  constructor(path: string, pointer = '') {
    this.known.set('', { path, pointer });
  }

  register(pointer: string, place: Place): void {
    this.known.set(pointer, place);
  }

  /** The place in a source that `pointer` into the assembled plan stands for. */
  placeOf(pointer: string): Place {
    let rest = '';
    for (let at = pointer; ; ) {
      const place = this.known.get(at);
      if (place !== undefined) return { path: place.path, pointer: place.pointer + rest };
      const up = parent(at);
      if (up === undefined) throw new Error(`no place for '${pointer}'`);
      rest = at.slice(up.pointer.length) + rest;
      at = up.pointer;
    }
  }
}
