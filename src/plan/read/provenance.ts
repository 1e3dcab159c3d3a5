// Provenance: the place in a source file of each part of an assembled plan.

import type { Place } from '../../source/types.js';

/** Where in the sources an element of the assembled plan stands, for messages. */
export interface PlacedElement {
  readonly place: Place;
  /**
   * Returns places of parts that don't follow from the element's own place, by pointer below it. Lazy, since most
   * elements are never asked.
   */
  readonly places?: () => Iterable<readonly [pointer: string, place: Place]>;
}

/**
 * Places of the parts of an assembled plan. The plan itself is one document at `path`; parts taken from GeoJSON
 * features are registered with their place, and everything below them keeps its relative pointer.
 */
export class Provenance {
  private readonly known = new Map<string, Place>();
  private readonly lists = new Map<string, readonly PlacedElement[]>();

  constructor(path: string, pointer = '') {
    this.known.set('', { path, pointer });
  }

  /** Registers the place of the part at `pointer`. */
  register(pointer: string, place: Place): void {
    this.known.set(pointer, place);
  }

  /** Registers the places of the items of the list at `pointer`, in order. */
  registerList(pointer: string, items: readonly PlacedElement[]): void {
    this.lists.set(pointer, items);
  }

  /** Returns the place in a source that `pointer` into the assembled plan stands for. */
  placeOf(pointer: string): Place {
    let at = pointer;
    let place = this.placeAt(at);
    if (place !== undefined) return place;
    while (place === undefined) {
      const cut = at.lastIndexOf('/');
      if (cut === -1) throw new Error(`no place for '${pointer}'`);
      at = at.slice(0, cut);
      place = this.placeAt(at);
    }
    const below = this.itemAt(at)?.places;
    for (const [rest, own] of below?.() ?? []) {
      if (isWithin(pointer, at + rest))
        return { path: own.path, pointer: own.pointer + pointer.slice(at.length + rest.length) };
    }
    return { path: place.path, pointer: place.pointer + pointer.slice(at.length) };
  }

  private placeAt(pointer: string): Place | undefined {
    return this.itemAt(pointer)?.place ?? this.known.get(pointer);
  }

  private itemAt(pointer: string): PlacedElement | undefined {
    const cut = pointer.lastIndexOf('/');
    return cut === -1 ? undefined : this.lists.get(pointer.slice(0, cut))?.[Number(pointer.slice(cut + 1))];
  }
}

function isWithin(pointer: string, holder: string): boolean {
  return pointer === holder || pointer.startsWith(`${holder}/`);
}
