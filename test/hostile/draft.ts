/** Anything of a plan, as JSON has it. */
export type Value = Readonly<Record<string, unknown>>;

export const SITE = { name: 's', categories: ['hotel'], region: '150102' };

const PICTURE = { height: 2.7, resolution: [1920, 1080] };

export const TYPES = {
  c: { kind: 'camera', ...PICTURE, tilt: 20, hfov: 90, audio: 'none' },
  m: { kind: 'camera', ...PICTURE, tilt: 20, hfov: 90, audio: 'microphone' },
  p: {
    kind: 'camera',
    ...PICTURE,
    form: 'ptz',
    ptz: { pan: [0, 360], tilt: [0, 90], hfov: [2.4, 60] },
    audio: 'microphone',
  },
  u: { kind: 'camera' },
};

/** Numbers that look like chance and are the same every time. */
export function chance(): () => number {
  let state = 12345;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

/** To the centimetre. */
export function cm(value: number): number {
  return Math.round(value * 100) / 100;
}

export interface Lists {
  readonly zones?: readonly Value[];
  readonly walls?: readonly Value[];
  readonly openings?: readonly Value[];
  readonly devices?: readonly Value[];
}

export function planOf(levels: readonly Value[], more: Value = {}): Value {
  return { sitecam: 1, site: SITE, coordinates: 'metres', levels, deviceTypes: TYPES, ...more };
}

export function oneLevel(lists: Lists, more: Value = {}): Value {
  return planOf([{ id: 'F', ceiling: 3, ...lists }], more);
}

/** As many items as there is room for: the largest plan of at most so many bytes that `make` gives. */
export function filled(bytes: number, make: (count: number) => Value): string {
  let [count, text] = [1, JSON.stringify(make(1))];
  const more = JSON.stringify(make(101)).length - text.length;
  count = Math.max(1, Math.floor((100 * (bytes - text.length)) / Math.max(more, 1)));
  for (text = JSON.stringify(make(count)); text.length > bytes && count > 1; text = JSON.stringify(make(count))) {
    count = Math.min(count - 1, Math.floor((count * bytes) / text.length));
  }
  return text;
}

export function list<T>(count: number, make: (n: number) => T): T[] {
  return Array.from({ length: count }, (_, n) => make(n));
}

export const hall = (side: number): Value => ({ id: 'h', kind: 'lobby', rect: [0, 0, side, side] });

export const toilet = (x: number, y: number, side: number): Value => ({
  id: 'z',
  kind: 'restroom',
  rect: [x, y, side, side],
  enclosed: false,
});

/** Devices all over a hall. */
export function scattered(count: number, type: string, side: number): Value[] {
  const next = chance();
  return list(count, (n) => ({
    id: `d${n}`,
    type,
    at: [cm(1 + next() * (side - 2)), cm(1 + next() * (side - 2))],
    heading: n % 360,
  }));
}

export function circle(corners: number, radius: number, x = 60, y = 60): [number, number][] {
  return list(corners, (n) => {
    const turn = (n / corners) * 2 * Math.PI;
    return [round4(x + radius * Math.cos(turn)), round4(y + radius * Math.sin(turn))];
  });
}

export function star(corners: number, radius: number): [number, number][] {
  return list(corners, (n) => {
    const [turn, far] = [(n / corners) * 2 * Math.PI, n % 2 === 0 ? radius : radius / 2];
    return [round4(60 + far * Math.cos(turn)), round4(60 + far * Math.sin(turn))];
  });
}

function round4(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
