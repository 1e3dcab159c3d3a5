// Large sites as plans in JSON, the same for the same parameters: what an ordinary large client submits, and more of it.

/** What a plan holds beside its zones. Metres, degrees clockwise from +y. */
type Element = Readonly<Record<string, unknown>>;

interface Level {
  readonly id: string;
  readonly elevation: number;
  readonly ceiling: number;
  readonly zones: readonly Element[];
  readonly walls: readonly Element[];
  readonly openings: readonly Element[];
  readonly devices: readonly Element[];
}

/** Parameters of a housing compound. */
export interface Compound {
  /** Number of PTZ on poles. */
  readonly ptz: number;
  /** Number of buildings of twelve rooms; absent: three for each two PTZ. */
  readonly buildings?: number;
  /** m: the way between two buildings; absent: 16. */
  readonly gap?: number;
  /** True if windows have a sill of 0.9 m and a head of 2.3 m; else they reach from floor to ceiling. */
  readonly sills: boolean;
  /** True if the cameras turn within hard limits of 120°, not all round. */
  readonly limits: boolean;
}

/** m: a building, and the way between two. */
const BUILDING = { width: 36, depth: 12, gap: 16 } as const;
/** m: rooms along each long side of a building, a window to each. */
const ROOM = 6;

/**
 * Returns a compound of two-room-deep buildings in rows, a yard around them and PTZ on poles in the ways between, which see
 * the windows of dwellings.
 */
export function compoundOf(compound: Compound): string {
  const { ptz, sills, limits, gap = BUILDING.gap } = compound;
  const buildings = compound.buildings ?? Math.ceil((3 * ptz) / 2);
  const columns = Math.max(1, Math.round(Math.sqrt(buildings / 2)));
  const [dx, dy] = [BUILDING.width + gap, BUILDING.depth + gap];
  const place = (n: number) => [gap + (n % columns) * dx, gap + Math.floor(n / columns) * dy] as const;
  const window = sills ? { sill: 0.9, head: 2.3 } : {};
  const zones: Element[] = [];
  const openings: Element[] = [];
  for (let n = 0; n < buildings; n += 1) {
    const [x, y] = place(n);
    for (let m = 0; m < BUILDING.width / ROOM; m += 1) {
      for (const side of [0, 1]) {
        const id = `b${n}-${m}-${side}`;
        const left = x + m * ROOM;
        const outer = side === 0 ? y : y + BUILDING.depth;
        const rect = [left, y + (side * BUILDING.depth) / 2, ROOM, BUILDING.depth / 2];
        zones.push({ id, kind: 'dwelling', name: `${n + 1}号楼${m + 1}${side === 0 ? '南' : '北'}室`, rect });
        const line = (from: number, to: number) => [
          [left + from, outer],
          [left + to, outer],
        ];
        openings.push({ id: `w${id}`, kind: 'window', line: line(1, 2.6), ...window });
        openings.push({ id: `d${id}`, kind: 'door', line: line(4, 5) });
      }
    }
  }
  const rows = Math.ceil(buildings / columns);
  const site = [columns * dx + gap, rows * dy + gap];
  zones.push({ id: 'yard', kind: 'yard', name: '院落', rect: [0, 0, ...site] });
  const devices = Array.from({ length: ptz }, (_, n) => {
    const [x, y] = place(Math.floor((n * buildings) / ptz));
    return { id: `P${n + 1}`, type: 'ptz', at: [x + (n % 5) * 7, y - gap / 2], height: 5 };
  });
  const pan = limits ? [30, 150] : [0, 360];
  const range = { pan, tilt: [0, 60], hfov: [3, 60], limits: 'hard', home: { heading: 90, tilt: 15, hfov: 60 } };
  const ptzType = { kind: 'camera', form: 'ptz', ptz: range, resolution: [2560, 1440], audio: 'none' };
  return planOf('residential-area', [{ ...ground(), zones, openings, devices }], { ptz: ptzType });
}

/**
 * Returns one open hall with so many corners of pillars, and a restroom beside it.
 *
 * @param cameras at the pillars, all looking north; absent: one for each 25 pillars
 */
export function hallOf(corners: number, cameras?: number): string {
  const pillars = Math.round(corners / 4);
  const each = cameras === undefined ? 25 : pillars / cameras;
  const columns = Math.ceil(Math.sqrt(pillars));
  const side = 8 * (columns + 1);
  const at = (n: number) => [8 * ((n % columns) + 1), 8 * (Math.floor(n / columns) + 1)] as const;
  const walls = Array.from({ length: pillars }, (_, n) => {
    const [x, y] = at(n);
    const [a, b] = [
      [x, y],
      [x + 0.6, y],
    ];
    const line = [a, b, [x + 0.6, y + 0.6], [x, y + 0.6], a];
    return { id: `p${n}`, line };
  });
  const devices = Array.from({ length: Math.ceil(pillars / each) }, (_, n) => {
    const [x, y] = at(Math.floor(each * n));
    return { id: `C${n + 1}`, type: 'fixed', at: [x + 0.3, y + 0.62], heading: 0, tilt: 20, height: 3.5 };
  });
  const zones = [
    { id: 'hall', kind: 'waiting-hall', name: '候车大厅', rect: [0, 0, side, side] },
    { id: 'wc', kind: 'restroom', name: '卫生间', rect: [side, 0, 6, 8] },
  ];
  const openings = [
    { id: 'd-wc', kind: 'door', line: pair([side, 3], [side, 4]) },
    { id: 'd-main', kind: 'glass-door', line: pair([4, 0], [8, 0]) },
  ];
  return planOf('station', [{ ...ground(), ceiling: 6, zones, walls, openings, devices }], { fixed: FIXED });
}

/** Returns a tower of so many equal floors: 16 guest rooms along a corridor, four cameras on each. */
export function towerOf(floors: number): string {
  return planOf(
    'hotel',
    Array.from({ length: floors }, (_, n) => floorOf(n, 0)),
    { fixed: FIXED },
  );
}

/** Returns so many towers of six floors beside each other, levels of their own. */
export function blockOf(towers: number): string {
  const levels = Array.from({ length: 6 }, (_, n): Level => {
    const parts = Array.from({ length: towers }, (_one, m) => floorOf(n, 45 * m, `t${m}-`));
    const all = <K extends 'zones' | 'walls' | 'openings' | 'devices'>(key: K) => parts.flatMap((part) => part[key]);
    return {
      ...level(n),
      zones: all('zones'),
      walls: all('walls'),
      openings: all('openings'),
      devices: all('devices'),
    };
  });
  return planOf('hotel', levels, { fixed: FIXED });
}

const FIXED: Element = { kind: 'camera', hfov: 98, resolution: [2560, 1440], audio: 'none' };

function floorOf(n: number, x: number, prefix = ''): Level {
  const id = (name: string) => `${prefix}f${n}-${name}`;
  const rooms = Array.from({ length: 16 }, (_, m) => ({ m, left: x + 5 * (m % 8), north: m >= 8 }));
  const zones = [
    { id: id('way'), kind: 'corridor', name: `${n + 1}层走廊`, rect: [x, 6, 40, 2] },
    ...rooms.map(({ m, left, north }) => ({
      id: id(`r${m}`),
      kind: 'guest-room',
      name: `${n + 1}${String(m + 1).padStart(2, '0')}`,
      rect: [left, north ? 8 : 0, 5, 6],
    })),
  ];
  const openings = rooms.map(({ m, left, north }) => ({
    id: id(`d${m}`),
    kind: 'door',
    line: pair([left + 3.5, north ? 8 : 6], [left + 4.4, north ? 8 : 6]),
  }));
  const devices = [0, 1, 2, 3].map((m) => ({
    id: id(`c${m}`),
    type: 'fixed',
    at: [x + 0.2 + 13 * m, 7],
    heading: m === 3 ? 270 : 90,
    tilt: 20,
    height: 2.7,
  }));
  return { ...level(n), zones, openings, devices };
}

function ground(): Level {
  return level(0);
}

function level(n: number): Level {
  return { id: `F${n + 1}`, elevation: 4 * n, ceiling: 3, zones: [], walls: [], openings: [], devices: [] };
}

function pair(a: readonly number[], b: readonly number[]) {
  return [a, b];
}

function planOf(category: string, levels: readonly Level[], deviceTypes: Readonly<Record<string, Element>>): string {
  const site = { name: '大型场所', categories: [category], region: '150102' };
  return JSON.stringify({ sitecam: 1, site, coordinates: 'metres', levels, deviceTypes });
}
