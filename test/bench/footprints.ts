import type { Device, Mask, Optics } from '../../src/plan/model.js';
import { mustFootprint } from '../../src/sight/optics/footprint.js';
import { mayMasked, mustMasked } from '../../src/sight/optics/image-mask.js';
import { mayPoses, mustPose } from '../../src/sight/optics/optics.js';
import { aimed, framed } from '../../src/sight/radial/may-view.js';
import { createScene } from '../../src/sight/scene/scene.js';
import { camera, level, ptz, rect, site, zone } from '../support/site.js';

export interface FootprintFigures {
  readonly name: string;
  /** µs of processor time for the poses and footprints of one lens, and what its masks take. */
  readonly may: number;
  readonly must: number;
  /** Corners of the rings. */
  readonly mayCorners: number;
  readonly mustCorners: number;
}

const LOOSE = { heading: undefined, tilt: undefined, position: 0 };
const EXACT = { heading: 0, tilt: 0, position: 0 };
const MASK: Mask = {
  polygon: [
    [-4, 2],
    [4, 2],
    [4, 5],
    [1, 5],
    [1, 8],
    [-4, 8],
  ],
  permanent: true,
  dynamic: false,
  hiddenAboveZoom: false,
};

const LENSES: readonly (readonly [name: string, lens: Partial<Optics>, more: Partial<Device>])[] = [
  ['dome 98°', { tilt: 25, hfov: 98 }, { height: 2.8 }],
  ['the same without tolerance', { tilt: 25, hfov: 98 }, { height: 2.8, tolerance: EXACT }],
  ['the same rolled by 20°', { tilt: 25, hfov: 98, roll: 20 }, { height: 2.8 }],
  ['bullet 30°', { tilt: 12, hfov: 30 }, { height: 6 }],
  ['fisheye on the ceiling', { form: 'fisheye', tilt: 90, hfov: 180 }, { height: 2.8 }],
  [
    'PTZ of 140°',
    {
      form: 'ptz',
      ptz: ptz({ pan: [20, 160], tilt: [0, 90], hfov: [3, 60], home: { heading: 90, tilt: 15, hfov: 60 } }),
    },
    { height: 4.2 },
  ],
  ['dome with a mask that has a bay', { tilt: 25, hfov: 98 }, { height: 4, masks: [MASK] }],
];

const LEVEL = level({ zones: [zone('hall', rect(0, 0, 42, 42))] });
/** A level of its own for each call: tables are remembered by level. */
const SCENE = createScene(site(LEVEL), LEVEL);

/** Footprints at 62.5 px/m on a level 60 m wide. */
export function footprintFigures(): FootprintFigures[] {
  return LENSES.map(([name, optics, more]) => {
    const device = camera('c', [0, 0], { resolution: [2560, 1440], ...optics }, { tolerance: LOOSE, ...more });
    const [lens] = device.lenses;
    const { height = 0 } = device;
    if (lens === undefined) throw new Error('no lens');
    const limits = { density: 62.5, reach: 60 };
    const slab = { floor: -height, top: 2 - height };
    const view = { eye: device.at, height, reach: limits.reach };
    const may = () => [
      ...mayPoses(device, lens).flatMap((pose) =>
        framed(aimed({ ...SCENE }, pose, slab, limits.density), limits.reach),
      ),
      ...mayMasked(device, lens, { ...view, top: 2 }),
    ];
    const must = () => {
      const pose = mustPose(device, lens);
      const ring = pose === undefined ? [] : mustFootprint(pose, height - 1.5, device.range, limits);
      return [ring, ...mustMasked(device, lens, { ...view, target: 1.5 }).rings];
    };
    const corners = (rings: readonly { readonly length: number }[]) =>
      rings.reduce((sum, ring) => sum + ring.length, 0);
    return {
      name,
      may: perCall(may),
      must: perCall(must),
      mayCorners: corners(may()),
      mustCorners: corners(must()),
    };
  });
}

/** Fastest of some rounds, µs: what else the machine does only adds. */
function perCall(work: () => unknown): number {
  const calls = 5000;
  let fastest = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 8; round++) {
    const { user } = process.cpuUsage();
    for (let i = 0; i < calls; i++) work();
    fastest = Math.min(fastest, (process.cpuUsage().user - user) / calls);
  }
  return fastest;
}
