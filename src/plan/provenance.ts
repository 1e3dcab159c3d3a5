import type { Place } from '../source/types.js';

/** Places of what an element holds, where they don't follow from its own: pointers below the element. */
export type PlacesBelow = () => Iterable<readonly [pointer: string, place: Place]>;

/**
 * Where the parts of an assembled plan came from. The plan itself is one document at `path`; parts taken from GeoJSON
 * features are registered with the place they stand at, and everything below them keeps its relative pointer.
 */
export class Provenance {
  private readonly known = new Map<string, Place>();
  /** Asked only when something in the element is looked up: of most elements nothing ever is. */
  private readonly below = new Map<string, PlacesBelow>();

  constructor(path: string, pointer = '') {
    this.known.set('', { path, pointer });
  }

  register(pointer: string, place: Place, below?: PlacesBelow): void {
    this.known.set(pointer, place);
    if (below !== undefined) this.below.set(pointer, below);
  }

  /** The place in a source that `pointer` into the assembled plan stands for. */
  placeOf(pointer: string): Place {
    let at = pointer;
    let place = this.known.get(at);
    if (place !== undefined) return place;
    while (place === undefined) {
      const cut = at.lastIndexOf('/');
      if (cut === -1) throw new Error(`no place for '${pointer}'`);
      at = at.slice(0, cut);
      place = this.known.get(at);
    }
    const below = this.below.get(at);
    if (below === undefined) return { path: place.path, pointer: place.pointer + pointer.slice(at.length) };
    this.below.delete(at);
    for (const [rest, own] of below()) this.known.set(at + rest, own);
    return this.placeOf(pointer);
  }
}
