// The views of devices that were asked about last: those of a whole large site don't fit into memory.
import type { Device } from '../../plan/model.js';
import type { View } from './views.js';

/** Most corners of views that are kept, about 100 MB; the views of one device are kept however many they have. */
const MOST = 1_000_000;

interface Kept {
  readonly views: Map<string, View>;
  corners: number;
}

/** Views by device and name, those of the devices asked about last. */
export class RecentViews {
  private readonly devices = new Map<Device, Kept>();
  private corners = 0;
  private last: Device | undefined;

  /** Returns the view of that name, worked out by `make` if it isn't kept. */
  find(device: Device, name: string, make: () => View): View {
    const own = this.of(device);
    const known = own.views.get(name);
    if (known !== undefined) return known;
    const view = make();
    this.keep(device, own, name, view);
    return view;
  }

  /** Takes over those views of a device that `others` keeps under such names. */
  take(device: Device, others: RecentViews, isTaken: (name: string) => boolean): void {
    for (const [name, view] of others.devices.get(device)?.views ?? []) {
      if (isTaken(name)) this.keep(device, this.of(device), name, view);
    }
  }

  private keep(device: Device, own: Kept, name: string, view: View): void {
    const corners = view.reduce((sum, { rings }) => sum + rings.reduce((all, ring) => all + ring.length, 0), 0);
    own.views.set(name, view);
    own.corners += corners;
    this.corners += corners;
    if (this.corners > MOST) this.forget(device);
  }

  private of(device: Device): Kept {
    const own: Kept = this.devices.get(device) ?? { views: new Map<string, View>(), corners: 0 };
    if (this.last !== device) {
      this.devices.delete(device);
      this.devices.set(device, own);
      this.last = device;
    }
    return own;
  }

  /** Forgets the views of devices, from the one asked about longest ago, as far as there are too many. */
  private forget(but: Device): void {
    for (const [device, { corners }] of this.devices) {
      if (this.corners <= MOST || device === but) return;
      this.devices.delete(device);
      this.corners -= corners;
    }
  }
}
