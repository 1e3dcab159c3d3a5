// The views that devices had when they were last asked about: those of a whole large site, as objects, don't fit into memory.
import type { Point, Ring } from '../../geometry/types.js';
import type { Device } from '../../plan/model.js';
import type { Look, View } from './views.js';

/** Most corners of views that are kept at hand, about 5 MB; the views of one device are kept however many they have. */
const AT_HAND = 50_000;

/** Most corners of views that are kept as plain numbers, about 80 MB. */
const PACKED = 5_000_000;

interface Entry {
  readonly corners: number;
  /** Undefined: only the numbers are kept. */
  view: View | undefined;
  /** Undefined: the view was always at hand. */
  packed: PackedView | undefined;
}

interface Kept {
  readonly views: Map<string, Entry>;
  /** Corners of views that are at hand. */
  atHand: number;
  /** Corners of views of which the numbers are kept. */
  packed: number;
}

/**
 * Cache of views by device and a name that the caller makes up (of level, world and density). Views of the devices asked
 * about last are kept as they are, those of earlier ones as plain numbers, from which a view is restored in a fraction of
 * the time that working it out takes; the oldest are dropped.
 */
export class RecentViews {
  /** In the order in which they were asked about. */
  private readonly devices = new Map<Device, Kept>();
  /** Those of them that have views at hand, in the same order. */
  private readonly ready = new Set<Device>();
  private atHand = 0;
  private packed = 0;
  private last: Device | undefined;

  /** Returns the view of that name, worked out by `make` if it isn't kept. */
  find(device: Device, name: string, make: () => View): View {
    const own = this.of(device);
    const known = own.views.get(name);
    if (known !== undefined) return known.view ?? this.unpack(device, own, known);
    const view = make();
    this.keep(device, own, name, view);
    return view;
  }

  /** Takes over those views of a device that `others` keeps under such names. */
  take(device: Device, others: RecentViews, isTaken: (name: string) => boolean): void {
    for (const [name, { view, packed }] of others.devices.get(device)?.views ?? []) {
      const known = view ?? (packed && unpacked(packed));
      if (known !== undefined && isTaken(name)) this.keep(device, this.of(device), name, known);
    }
  }

  private keep(device: Device, own: Kept, name: string, view: View): void {
    const corners = view.reduce((sum, { rings }) => sum + rings.reduce((all, ring) => all + ring.length, 0), 0);
    own.views.set(name, { corners, view, packed: undefined });
    this.count(device, own, corners);
  }

  private unpack(device: Device, own: Kept, entry: Entry): View {
    // An empty view would read as a pass.
    if (entry.packed === undefined) throw new Error('a view is kept neither at hand nor as numbers');
    const view = unpacked(entry.packed);
    entry.view = view;
    this.count(device, own, entry.corners);
    return view;
  }

  /** Counts corners of a view that is now at hand, and packs those of other devices as far as there are too many. */
  private count(device: Device, own: Kept, corners: number): void {
    own.atHand += corners;
    this.atHand += corners;
    this.ready.add(device);
    for (const other of this.ready) {
      if (this.atHand <= AT_HAND || other === device) break;
      this.ready.delete(other);
      this.pack(other);
    }
    if (this.packed > PACKED) this.forget(device);
  }

  private of(device: Device): Kept {
    const own: Kept = this.devices.get(device) ?? { views: new Map<string, Entry>(), atHand: 0, packed: 0 };
    if (this.last !== device) {
      this.devices.delete(device);
      this.devices.set(device, own);
      if (this.ready.delete(device)) this.ready.add(device);
      this.last = device;
    }
    return own;
  }

  private pack(device: Device): void {
    const own = this.devices.get(device);
    if (own === undefined) return;
    for (const entry of own.views.values()) {
      if (entry.view === undefined) continue;
      if (entry.packed === undefined) {
        entry.packed = packedView(entry.view);
        own.packed += entry.corners;
        this.packed += entry.corners;
      }
      entry.view = undefined;
    }
    this.atHand -= own.atHand;
    own.atHand = 0;
  }

  /** Forgets the views of devices, from the one asked about longest ago, as far as there are too many. */
  private forget(but: Device): void {
    for (const [device, { atHand, packed }] of this.devices) {
      if (this.packed <= PACKED || device === but) return;
      this.devices.delete(device);
      this.ready.delete(device);
      this.atHand -= atHand;
      this.packed -= packed;
    }
  }
}

/** A view as numbers. */
interface PackedView {
  /** For each look how many rings and how many shadows it has, then how many corners each of these has. */
  readonly counts: Uint32Array;
  /** The coordinates: for each look its eye, then the corners of its rings and of its shadows. */
  readonly numbers: Float64Array;
}

function packedView(view: View): PackedView {
  const lists = view.flatMap(({ rings, shadows }) => [...rings, ...shadows]);
  const counts = new Uint32Array(2 * view.length + lists.length);
  const numbers = new Float64Array(2 * lists.reduce((sum, { length }) => sum + length, view.length));
  let [count, number] = [0, 0];
  const add = ([x, y]: Point): void => {
    numbers[number] = x;
    numbers[number + 1] = y;
    number += 2;
  };
  for (const { eye, rings, shadows } of view) {
    counts[count] = rings.length;
    counts[count + 1] = shadows.length;
    count += 2;
    add(eye);
    for (const some of [rings, shadows]) {
      for (const ring of some) {
        counts[count] = ring.length;
        count += 1;
        for (const corner of ring) add(corner);
      }
    }
  }
  return { counts, numbers };
}

function unpacked({ counts, numbers }: PackedView): View {
  let [count, number] = [0, 0];
  const point = (): Point => {
    number += 2;
    return [numbers[number - 2], numbers[number - 1]];
  };
  const rings = (length: number): Ring[] =>
    Array.from({ length }, () => {
      const corners: Point[] = [];
      for (let left = counts[count]; left > 0; left -= 1) corners.push(point());
      count += 1;
      return corners;
    });
  const view: Look[] = [];
  while (count < counts.length) {
    const [ofRings, ofShadows] = [counts[count], counts[count + 1]];
    count += 2;
    const eye = point();
    view.push({ eye, rings: rings(ofRings), shadows: rings(ofShadows) });
  }
  return view;
}
