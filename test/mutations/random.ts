import {
  assign,
  between,
  cameras,
  type Draft,
  lineOf,
  list,
  numbers,
  of,
  pick,
  pointIn,
  push,
  type Random,
  ringOf,
  round,
} from './draft.js';
import { type Collection, isKeys, type Json, type Keys } from './edit.js';

/** Random edits of a flattened plan (metres), such as an author might make, from a seed. Knows nothing of what they mean. */
export interface Mutated {
  readonly document: Keys;
  /** What was done, in a few words. */
  readonly what: string;
}

/** Makes one edit on a level; undefined where there is nothing to make it on. */
type Operation = (draft: Draft) => string | undefined;

export function mutated(document: Keys, seed: number): Mutated {
  const random = numbers(seed);
  const copy = structuredClone(document);
  const levels = list(copy.levels);
  for (;;) {
    const draft = { random, document: copy, level: pick(random, levels) ?? {}, fresh: `new-${seed}` };
    const what = pick(random, OPERATIONS)?.(draft);
    if (what !== undefined) return { document: copy, what: `${String(draft.level.id)}: ${what}` };
  }
}

const KINDS = [
  'restroom',
  'changing-room',
  'guest-room',
  'dwelling',
  'ward',
  'customer-information-area',
  'ballot-box',
  'store',
  'office',
  'corridor',
  'main-entrance',
  'crowd-area',
];

const OPERATIONS: readonly Operation[] = [
  // Devices, of which most are cameras.
  ...times(3, moveDevice),
  ...times(3, turn),
  ...times(5, aim),
  ...times(2, removeDevice),
  ...times(2, addDevice),
  setDevice('tilt', (random) => between(random, -20, 90)),
  setDevice('height', (random) => between(random, 0.5, 5)),
  setDevice('hfov', (random) => between(random, 8, 130)),
  setDevice('resolution', (random) => pick(random, [[640, 480], [1280, 720], [3840, 2160], null]) ?? null),
  setDevice('audio', (random) => pick(random, ['microphone', 'two-way', 'unknown']) ?? null),
  setDevice('audio', (random) => pick(random, ['microphone', 'none']) ?? null),
  setDevice('video', (random) => pick(random, ['none', 'thermal', 'unknown']) ?? null),
  setDevice('status', (random) => pick(random, ['removed', 'existing']) ?? null),
  setDevice('pickup', (random) => between(random, 0.5, 15)),
  // Openings.
  ...times(4, addOpening),
  ...times(2, remove('openings')),
  ...times(2, moveOpening),
  setOpening('kind', (random) => pick(random, ['passage', 'door', 'window', 'glass-door', 'curtain']) ?? null),
  setOpening('kind', () => 'passage'),
  setOpening('normallyOpen', () => true),
  setOpening('glazing', (random) => pick(random, ['clear', 'frosted', 'opaque', null]) ?? null),
  setOpening('film', (random) => pick(random, ['permanent', null]) ?? null),
  setOpening('fixed', (random) => pick(random, [true, null]) ?? null),
  setOpening('sill', (random) => between(random, 0.5, 2.2)),
  setOpening('thickness', (random) => between(random, 0.04, 0.4)),
  // Walls.
  ...times(3, addWall),
  remove('walls'),
  // Zones.
  ...times(
    2,
    setZone('kind', (random) => pick(random, KINDS) ?? null),
  ),
  setZone('enclosed', (random) => random() < 0.5),
  ...times(2, resize),
  ...times(2, remove('zones')),
  moveZone,
  addZone,
];

function times(count: number, operation: Operation): Operation[] {
  return Array.from({ length: count }, () => operation);
}

function remove(name: Collection): Operation {
  return ({ random, level }) => {
    const gone = pick(random, of(level, name));
    if (gone === undefined) return undefined;
    level[name] = of(level, name).filter((one) => one !== gone);
    return `without ${String(gone.id)}`;
  };
}

function setOn(name: Collection, key: string, value: (random: Random) => Json): Operation {
  return ({ random, level }) => {
    const element = pick(random, of(level, name));
    return element === undefined ? undefined : assign(element, key, value(random));
  };
}

function setDevice(key: string, value: (random: Random) => Json): Operation {
  return ({ random, level }) => {
    const element = pick(random, cameras(level));
    return element === undefined ? undefined : assign(element, key, value(random));
  };
}

function setOpening(key: string, value: (random: Random) => Json): Operation {
  return setOn('openings', key, value);
}

function setZone(key: string, value: (random: Random) => Json): Operation {
  return setOn('zones', key, value);
}

function moveDevice({ random, level }: Draft): string | undefined {
  const device = pick(random, of(level, 'devices'));
  const zone = pick(random, of(level, 'zones'));
  if (device === undefined || zone === undefined) return undefined;
  const [x, y] = Array.isArray(device.at) ? device.at.map(Number) : [0, 0];
  const near = [round(x + between(random, -1, 1)), round(y + between(random, -1, 1))];
  return assign(device, 'at', random() < 0.5 ? near : pointIn(random, zone));
}

function turn({ random, level }: Draft): string | undefined {
  const camera = pick(random, cameras(level));
  return camera === undefined ? undefined : assign(camera, 'heading', Math.floor(random() * 360));
}

/** A camera is moved to where it looks at an opening from some metres away. */
function aim({ random, level }: Draft): string | undefined {
  const camera = pick(random, cameras(level));
  const opening = pick(random, of(level, 'openings'));
  if (camera === undefined || opening === undefined) return undefined;
  const [[ax, ay], [bx, by]] = lineOf(opening);
  const [x, y] = [(ax + bx) / 2, (ay + by) / 2];
  const across = Math.atan2(bx - ax, ay - by) + (random() < 0.5 ? Math.PI : 0) + between(random, -0.9, 0.9);
  const far = between(random, 0.8, 8);
  const heading = (90 - ((across + Math.PI) * 180) / Math.PI + between(random, -15, 15) + 720) % 360;
  assign(camera, 'at', [round(x + far * Math.cos(across)), round(y + far * Math.sin(across))]);
  return `${assign(camera, 'heading', Math.round(heading))} at ${JSON.stringify(camera.at)}`;
}

function removeDevice(draft: Draft): string | undefined {
  return remove('devices')(draft);
}

function addDevice({ random, level, document, fresh }: Draft): string | undefined {
  const zone = pick(random, of(level, 'zones'));
  const types = Object.keys(isKeys(document.deviceTypes) ? document.deviceTypes : {});
  const type = pick(random, types);
  if (zone === undefined || type === undefined) return undefined;
  const element = {
    id: fresh,
    type,
    kind:
      isKeys(document.deviceTypes) && isKeys(document.deviceTypes[type])
        ? (document.deviceTypes[type].kind ?? 'camera')
        : 'camera',
    at: pointIn(random, zone),
    height: between(random, 1.2, 3),
    heading: Math.floor(random() * 360),
    tilt: between(random, 0, 50),
  };
  return push(level, 'devices', element);
}

/** On an edge of a zone, a few centimetres off it at times. */
function addOpening({ random, level, fresh }: Draft): string | undefined {
  const zone = pick(random, of(level, 'zones'));
  if (zone === undefined) return undefined;
  const ring = ringOf(zone);
  const i = Math.floor(random() * ring.length);
  const [[ax, ay], [bx, by]] = [ring[i], ring[(i + 1) % ring.length]];
  const long = Math.hypot(bx - ax, by - ay);
  const wide = Math.min(long, between(random, 0.6, 2.5));
  const from = random() * (long - wide);
  const off = random() < 0.15 ? between(random, -0.12, 0.12) : 0;
  const at = (t: number) => [
    round(ax + (t / long) * (bx - ax) - (off * (by - ay)) / long),
    round(ay + (t / long) * (by - ay) + (off * (bx - ax)) / long),
  ];
  const kind = pick(random, ['door', 'door', 'passage', 'window', 'glass-door']) ?? 'door';
  const glazing: Keys =
    kind === 'window' || kind === 'glass-door' ? { glazing: pick(random, ['clear', 'frosted']) ?? 'clear' } : {};
  return push(level, 'openings', { id: fresh, kind, line: [at(from), at(from + wide)], ...glazing });
}

function moveOpening({ random, level }: Draft): string | undefined {
  const opening = pick(random, of(level, 'openings'));
  if (opening === undefined) return undefined;
  const [[ax, ay], [bx, by]] = lineOf(opening);
  const long = Math.hypot(bx - ax, by - ay);
  const [ux, uy] = [(bx - ax) / long, (by - ay) / long];
  const along = between(random, -1.5, 1.5);
  const off = random() < 0.3 ? between(random, -0.2, 0.2) : 0;
  const at = (x: number, y: number) => [round(x + along * ux - off * uy), round(y + along * uy + off * ux)];
  return assign(opening, 'line', [at(ax, ay), at(bx, by)]);
}

function addWall({ random, level, fresh }: Draft): string | undefined {
  const zone = pick(random, of(level, 'zones'));
  if (zone === undefined) return undefined;
  const [x, y] = pointIn(random, zone);
  const long = between(random, 0.5, 5);
  const angle = random() < 0.6 ? (Math.floor(random() * 4) * Math.PI) / 2 : random() * 2 * Math.PI;
  const end = [round(x + long * Math.cos(angle)), round(y + long * Math.sin(angle))];
  const height: Keys = random() < 0.4 ? { height: between(random, 0.5, 2.5) } : {};
  const material: Keys = random() < 0.2 ? { material: pick(random, ['clear', 'frosted']) ?? 'clear' } : {};
  return push(level, 'walls', { id: fresh, line: [[x, y], end], ...height, ...material });
}

/** One side of a rectangle is moved. */
function resize({ random, level }: Draft): string | undefined {
  const zone = pick(
    random,
    of(level, 'zones').filter(({ rect }) => Array.isArray(rect)),
  );
  if (zone === undefined || !Array.isArray(zone.rect)) return undefined;
  const [x, y, width, depth] = zone.rect.map(Number);
  const by = between(random, -1, 0.4);
  const sides = [
    [x - by, y, width + by, depth],
    [x, y - by, width, depth + by],
    [x, y, width + by, depth],
    [x, y, width, depth + by],
  ];
  const rect = pick(random, sides)?.map(round) ?? zone.rect;
  return rect.some((value, i) => i > 1 && Number(value) < 0.2) ? undefined : assign(zone, 'rect', rect);
}

function moveZone({ random, level }: Draft): string | undefined {
  const zone = pick(
    random,
    of(level, 'zones').filter(({ rect }) => Array.isArray(rect)),
  );
  if (zone === undefined || !Array.isArray(zone.rect)) return undefined;
  const [x, y, width, depth] = zone.rect.map(Number);
  const [dx, dy] = [between(random, -2, 2), between(random, -2, 2)];
  return assign(zone, 'rect', [round(x + dx), round(y + dy), width, depth]);
}

/** A small zone inside another. */
function addZone({ random, level, fresh }: Draft): string | undefined {
  const zone = pick(random, of(level, 'zones'));
  if (zone === undefined) return undefined;
  const [x, y] = pointIn(random, zone);
  const rect = [x, y, between(random, 0.4, 1.5), between(random, 0.4, 1.5)];
  return push(level, 'zones', { id: fresh, kind: pick(random, KINDS) ?? 'other', rect });
}
