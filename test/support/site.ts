// Builders of small sites in the model. Lengths in m, angles in degrees; headings clockwise from +y of the plan.
import type { Point, Region } from '../../src/geometry/types.js';
import type { Pack } from '../../src/law/types.js';
import type { Device, Level, Opening, Optics, Ptz, Site, Wall, Zone } from '../../src/plan/model.js';

const place = { path: 'plan.yaml', pointer: '' };

/** Returns the corners of a rectangle from its south-west corner, width and depth, m. */
export function rect(x: number, y: number, width: number, depth: number): Point[] {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + depth],
    [x, y + depth],
  ];
}

/** Returns a region of these rings without shadows. */
export function region(...rings: Point[][]): Region {
  return { rings, shadows: [] };
}

/** Returns a zone with this polygon; `more` overrides its defaults. */
export function zone(id: string, polygon: readonly Point[], more: Partial<Zone> = {}): Zone {
  return {
    id,
    kind: 'other',
    spec: undefined,
    name: undefined,
    levels: ['F1'],
    region: { rings: [polygon], shadows: [] },
    enclosed: true,
    public: false,
    publicDeclared: false,
    important: false,
    secondary: false,
    designated: false,
    roles: [],
    valid: undefined,
    kindConfirmed: undefined,
    namedKind: undefined,
    nested: [],
    place,
    ...more,
  };
}

/** Returns an opaque wall on level F1; `more` overrides its defaults. */
export function wall(id: string, line: readonly Point[], more: Partial<Wall> = {}): Wall {
  return { id, level: 'F1', line, height: undefined, thickness: undefined, material: 'opaque', place, ...more };
}

/** Returns an opening on level F1 between two points, m; `more` overrides its defaults. */
export function opening(
  id: string,
  kind: Opening['kind'],
  from: Point,
  to: Point,
  more: Partial<Opening> = {},
): Opening {
  return {
    id,
    level: 'F1',
    kind,
    name: undefined,
    line: [from, to],
    sill: undefined,
    head: undefined,
    thickness: undefined,
    normallyOpen: false,
    film: false,
    fixed: false,
    glazing: undefined,
    place,
    ...more,
  };
}

/** Returns a fully described fixed lens. Its default heading of 90 is +x. */
export function optics(more: Partial<Optics> = {}): Optics {
  return {
    form: 'fixed',
    heading: 90,
    tilt: 0,
    roll: 0,
    hfov: 90,
    vfov: undefined,
    resolution: [1000, 1000],
    varifocal: undefined,
    ptz: undefined,
    ...more,
  };
}

/** Returns a PTZ with hard limits and no stated ranges; `more` overrides its defaults. */
export function ptz(more: Partial<Ptz> = {}): Ptz {
  return { pan: undefined, tilt: undefined, hfov: undefined, limits: 'hard', home: undefined, ...more };
}

/** Returns a camera with zero tolerance at a mount height of 3 m; `more` overrides its defaults. */
export function camera(id: string, at: Point, lens: Partial<Optics> = {}, more: Partial<Device> = {}): Device {
  return {
    id,
    kind: 'camera',
    name: undefined,
    type: undefined,
    level: 'F1',
    at,
    height: 3,
    video: 'visible',
    audio: 'none',
    lenses: [optics(lens)],
    masks: [],
    range: undefined,
    pickup: undefined,
    opening: undefined,
    status: 'planned',
    tolerance: { heading: 0, tilt: 0, position: 0 },
    zones: [],
    standsIn: [],
    place,
    ...more,
  };
}

/** Returns an empty level F1; `parts` fills it. */
export function level(parts: Partial<Level> = {}): Level {
  return {
    id: 'F1',
    name: undefined,
    elevation: 0,
    ceiling: 3.2,
    zones: [],
    walls: [],
    openings: [],
    devices: [],
    signs: [],
    place,
    ...parts,
  };
}

/** A pack without rows: sight reads only parameters from a pack, and has its own defaults. */
export const emptyPack: Pack = {
  id: 'test',
  name: { zh: '', en: '' },
  instruments: [],
  applies: { regions: [] },
  notice: { zh: '', en: '' },
  clauses: [],
  penalties: [],
  zoneKinds: [],
  categories: [],
  prohibitions: [],
  pointProtection: [],
  densityLevels: [],
  criteria: [],
  parameters: {},
};

/** Returns a site of these levels, in metres, without categories, under `emptyPack`. */
export function site(...levels: Level[]): Site {
  return {
    name: 'test',
    categories: [],
    region: undefined,
    absent: [],
    designation: undefined,
    keepsImportantItems: undefined,
    coordinates: 'metres',
    origin: undefined,
    shift: [0, 0],
    levels,
    waivers: [],
    faults: [],
    place,
    pack: emptyPack,
    files: [],
  };
}
