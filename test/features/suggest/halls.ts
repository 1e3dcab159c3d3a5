// Random plans with all that hides and lets through: recesses of doors, windows, low walls, pillars, glass, private rooms.

import type { Point } from '../../../src/geometry/types.js';
import { Dice } from '../../fuzz/dice.js';

const tenth = (value: number) => Math.round(value * 10) / 10;

/** Returns the plan of a seed as text: a hall or two with rooms about them, sometimes askew. */
export function drawnHalls(seed: number): string {
  const dice = new Dice(seed);
  const turn = dice.pick([0, 0, 0, 30, 17.3, 45]) * (Math.PI / 180);
  const shift: Point = dice.pick([
    [0, 0],
    [0, 0],
    [123.4, -56.7],
  ]);
  const put = ([x, y]: Point): Point => {
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    return [x * cos - y * sin + shift[0], x * sin + y * cos + shift[1]].map(
      (v) => Math.round(v * 1e4) / 1e4,
    ) as unknown as Point;
  };
  const ring = (points: readonly Point[]) => `[${points.map((point) => `[${put(point).join(', ')}]`).join(', ')}]`;
  const box = (x: number, y: number, w: number, d: number): Point[] => [
    [x, y],
    [x + w, y],
    [x + w, y + d],
    [x, y + d],
  ];
  const [wide, deep] = [tenth(dice.between(3, 10)), tenth(dice.between(2, 6))];
  const zones: string[] = [];
  const walls: string[] = [];
  const openings: string[] = [];
  const notch = dice.chance(0.4) && wide > 4 && deep > 3;
  const hall: Point[] = notch
    ? [
        [0, 0],
        [wide, 0],
        [wide, deep],
        [wide / 2, deep],
        [wide / 2, deep - 1.2],
        [0, deep - 1.2],
      ]
    : box(0, 0, wide, deep);
  const pillar = dice.chance(0.4);
  const [px, py] = [tenth(dice.between(1, wide - 1.5)), tenth(dice.between(0.4, deep - 1.9))];
  const holes = pillar && dice.chance(0.5) ? `, holes: [${ring(box(px, py, 0.5, 0.4))}]` : '';
  if (pillar && holes === '') {
    const around = box(px, py, 0.5, 0.4);
    walls.push(`{id: pillar, line: ${ring([...around, around[0] ?? [0, 0]])}}`);
  }
  zones.push(`{id: hall, kind: corridor, name: 走廊, polygon: ${ring(hall)}${holes}}`);
  if (dice.chance(0.4)) {
    const x = tenth(dice.between(0.8, wide - 0.8));
    const height = dice.pick([0.9, 1.4, 1.6, 2, 2.5]);
    walls.push(
      `{id: low, line: ${ring([
        [x, 0],
        [x + dice.pick([0, 0.5]), tenth(deep / 2)],
      ])}, height: ${height}}`,
    );
  }
  if (dice.chance(0.3)) {
    const y = tenth(dice.between(0.5, deep - 1.5));
    const material = dice.pick(['clear', 'frosted', 'opaque']);
    walls.push(
      `{id: stub, line: ${ring([
        [wide, y],
        [wide - 1, y + dice.pick([0, 0.3])],
      ])}, material: ${material}}`,
    );
  }
  const kinds = ['guest-room', 'restroom', 'changing-room', 'office', 'lobby'];
  const beside: readonly [string, readonly Point[], (t: number) => Point][] = [
    ['south', box(0, -3, wide, 3), (t) => [t * wide, 0]],
    ['east', box(wide, 0, 3, deep), (t) => [wide, t * deep]],
    ['west', box(-3.5, 0, 3.5, notch ? deep - 1.2 : deep), (t) => [0, t * (notch ? deep - 1.2 : deep)]],
  ];
  for (const [n, [id, room, at]] of beside.entries()) {
    if (!dice.chance(0.75)) continue;
    zones.push(`{id: ${id}, kind: ${dice.pick(kinds)}, name: 房间${n}, polygon: ${ring(room)}}`);
    const count = dice.pick([0, 1, 1, 2]);
    for (let i = 0; i < count; i++) {
      const from = dice.between(i / count + 0.05, i / count + 0.2);
      const to = dice.between(from + 0.15, (i + 1) / count - 0.05);
      const kind = dice.pick(['door', 'glass-door', 'window', 'passage', 'curtain']);
      const sill = dice.pick([0.9, 1.2, 1.6, 2]);
      const more = [
        ...(kind === 'window' ? [`sill: ${sill}, head: ${tenth(sill + dice.pick([0.4, 0.8, 1]))}`] : []),
        ...(dice.chance(0.5) ? [`thickness: ${dice.pick([0, 0.1, 0.3, 0.8, 1.2])}`] : []),
        ...(kind === 'window' || kind === 'glass-door' ? [`glazing: ${dice.pick(['clear', 'clear', 'frosted'])}`] : []),
        ...(dice.chance(0.3) ? [`normallyOpen: ${dice.pick(['true', 'false'])}`] : []),
      ];
      const line = `[${[at(from), at(to)].map((point) => `[${put(point).join(', ')}]`).join(', ')}]`;
      openings.push(`{id: o${n}${i}, kind: ${kind}, line: ${line}${more.map((one) => `, ${one}`).join('')}}`);
    }
  }
  const list = (name: string, items: readonly string[]) =>
    items.length === 0 ? '' : `    ${name}:\n${items.map((item) => `      - ${item}\n`).join('')}`;
  return `sitecam: 1
site: {name: 测试, categories: [hotel], region: "150104"}
coordinates: metres
levels:
  - id: F1
    elevation: 0
    ceiling: ${dice.pick([3.2, 3.6, 4])}
${list('zones', zones)}${list('walls', walls)}${list('openings', openings)}`;
}
