import { loadPack } from '../../src/law/load.js';
import type { LevelDoc, OpeningDoc, WallDoc, XY, ZoneDoc } from './document.js';
import type { Ground } from './ground.js';
import { anyRing, hole, written } from './rings.js';

const pack = loadPack('nm-2017');

const KINDS = pack.zoneKinds.map(({ id }) => id);
const PRIVATE = [...new Set(pack.prohibitions.flatMap(({ kinds }) => kinds))];
const COMMON = ['corridor', 'lobby', 'office', 'main-entrance', 'yard', 'polling-hall', 'counter', 'vault', 'other'];
const OPENINGS = ['door', 'door', 'passage', 'curtain', 'glass-door', 'window'];
const NAMES = ['大堂', '女卫生间', '更衣室', '101', '走廊', 'restroom', '库房（原更衣室）', '  ', '投票站'];

/** Names elements one after another; ids are letters and digits. */
export type Namer = (prefix: string) => string;

export function drawZone(ground: Ground, named: Namer): ZoneDoc {
  const { dice } = ground;
  const ring = anyRing(ground);
  const zone: ZoneDoc = {
    id: named('z'),
    kind: dice.pick(
      dice.way<readonly string[]>([
        [5, PRIVATE],
        [3, COMMON],
        [2, KINDS],
      ]),
    ),
  };
  const [[x, y], , [right, top]] = ring;
  const isBox =
    ring.length === 4 && ring[1][1] === y && ring[3][0] === x && ring[1][0] === right && right > x && top > y;
  if (isBox && dice.chance(0.5)) {
    zone.rect = [x, y, right - x, top - y];
    ground.keep(ring);
  } else {
    zone.polygon = written(ground, ring);
    ground.keep(ring.length > 40 ? ring.slice(0, 8) : ring);
  }
  if (dice.chance(0.08)) {
    zone.holes = Array.from({ length: dice.tail(1, 3, 0.5) }, () => written(ground, hole(ground, ring)));
    for (const one of zone.holes) ground.keep(one.slice(0, 8));
  }
  if (dice.chance(0.15)) zone.enclosed = dice.chance(0.5);
  if (dice.chance(0.08)) zone.public = dice.chance(0.5);
  if (dice.chance(0.08)) zone.important = true;
  if (dice.chance(0.04)) zone.secondary = true;
  if (dice.chance(0.03)) zone.designated = true;
  if (dice.chance(0.04)) zone.roles = [dice.pick(KINDS)];
  if (dice.chance(0.1)) zone.name = dice.pick(NAMES);
  if (zone.kind === 'other' && dice.chance(0.3)) zone.kindUnknown = dice.pick(NAMES);
  return zone;
}

export function drawWall(ground: Ground, { openings }: LevelDoc, named: Namer): WallDoc {
  const { dice } = ground;
  const line = dice.way<() => XY[]>([
    [4, () => onAnEdge(ground, ground.miss())],
    [3, () => [ground.spot(), ground.spot()]],
    [2, () => [ground.corner(), ground.corner()]],
    [2, () => stub(ground)],
    [1, () => Array.from({ length: dice.tail(3, dice.chance(0.01) ? 2000 : 9) }, () => ground.spot())],
    [1, () => leaning(ground)],
    [openings.length > 0 ? 2 : 0, () => acrossGap(ground, dice.pick(openings))],
  ])();
  const wall: WallDoc = { id: named('w'), line };
  if (dice.chance(0.3)) wall.height = dice.pick([0.5, 1.2, 1.5, 2, 2.7, 3, 1e-6, 2 * dice.next(), 4]);
  if (dice.chance(0.2)) wall.thickness = dice.pick([0, 0.1, 0.2, 0.5, 2, dice.next()]);
  if (dice.chance(0.2)) wall.material = dice.pick(['clear', 'frosted', 'opaque']);
  return wall;
}

/** A stretch of an edge, `off` m beside it. */
function onAnEdge(ground: Ground, off: number): XY[] {
  const { dice } = ground;
  const edge = ground.edge();
  const from = dice.pick([0, 0, dice.next(), -0.1]);
  const to = dice.pick([1, 1, dice.next(), 1.1]);
  return [ground.along(edge, from, off), ground.along(edge, to, off)];
}

/** Hardly any length. */
function stub(ground: Ground): XY[] {
  const [x, y] = ground.spot();
  const length = ground.dice.pick([1e-7, 1e-6, 1e-4, 0.001, 0.005, 0.02, 0.3]);
  return ground.dice.chance(0.5)
    ? [
        [x, y],
        [x + length, y],
      ]
    : [
        [x, y],
        [x + length * ground.dice.between(-1, 1), y + length],
      ];
}

/** As good as upright, or as good as level. */
function leaning(ground: Ground): XY[] {
  const [x, y] = ground.spot();
  const [far, little] = [ground.length(), ground.sliver()];
  return ground.dice.chance(0.5)
    ? [
        [x, y],
        [x + little, y + far],
      ]
    : [
        [x, y],
        [x + far, y + little],
      ];
}

function acrossGap(ground: Ground, { line: [a, b] }: OpeningDoc): XY[] {
  const part = ground.dice.pick([0, 0.5, 1, ground.dice.next()]);
  return [ground.along([a, b], part, ground.length() / 3), ground.along([a, b], part, -ground.length() / 3)];
}

export function drawOpening(ground: Ground, { openings }: LevelDoc, named: Namer): OpeningDoc {
  const { dice } = ground;
  const line = dice.way<() => XY[]>([
    [8, () => onPart(ground, 0.2, 0.6, 0)],
    [3, () => onPart(ground, 0.1, 0.9, ground.miss())],
    [1.5, () => onPart(ground, 0, dice.next(), 0)],
    [1.5, () => onPart(ground, 0, 1, 0)],
    [1, () => onPart(ground, -0.2, 1.2, 0)],
    [1, () => turnedOff(ground)],
    [0.7, () => stub(ground)],
    [1, () => [ground.spot(), ground.spot()]],
    [openings.length > 0 ? 1.5 : 0, () => onAnother(ground, dice.pick(openings))],
  ])();
  const opening: OpeningDoc = { id: named('d'), kind: dice.pick(OPENINGS), line };
  if (dice.chance(0.25)) opening.normallyOpen = dice.chance(0.7);
  if (dice.chance(0.15)) opening.glazing = dice.pick(['clear', 'frosted', 'opaque']);
  if (dice.chance(0.15)) opening.film = 'permanent';
  if (dice.chance(0.2)) opening.fixed = dice.chance(0.7);
  if (dice.chance(0.15)) opening.thickness = dice.pick([0, 0.1, 0.24, 0.5, 1.5, dice.next()]);
  if (dice.chance(opening.kind === 'window' ? 0.4 : 0.05))
    opening.sill = dice.pick([0, 0.3, 0.9, 1.5, 2.2, dice.next()]);
  if (dice.chance(0.15)) opening.head = (opening.sill ?? 0) + dice.pick([2, 1.5, 0.5, 2.4, 1e-6]);
  ground.gaps.push([opening.line[0], opening.line[1]]);
  return opening;
}

function onPart(ground: Ground, low: number, high: number, off: number): XY[] {
  const edge = ground.edge();
  const [from, to] = ground.dice.chance(0.5) ? [low, high] : [low, low + (high - low) * ground.dice.next()];
  return [ground.along(edge, from, off), ground.along(edge, to, off)];
}

/** At about the largest angle at which an opening still belongs to a wall. */
function turnedOff(ground: Ground): XY[] {
  const edge = ground.edge();
  const [a, b] = [ground.along(edge, 0.3), ground.along(edge, 0.7)];
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  const degrees = ground.dice.pick([1, 5, 9.99, 10, 10.01, 45, 90]);
  return [a, ground.along([a, b], Math.cos((degrees * Math.PI) / 180), length * Math.sin((degrees * Math.PI) / 180))];
}

/** Over, in, or end to end with one that is there. */
function onAnother(ground: Ground, { line: [a, b] }: OpeningDoc): XY[] {
  const { dice } = ground;
  const off = dice.chance(0.5) ? 0 : ground.miss();
  const [from, to] = dice.pick([
    [0, 1],
    [0.5, 1.5],
    [1, 2],
    [0.2, 0.8],
    [1, 0],
  ]);
  return [ground.along([a, b], from, off), ground.along([a, b], to, off)];
}
