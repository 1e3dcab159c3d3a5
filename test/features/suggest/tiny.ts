// Small random plans of which zones must be watched: a corridor, perhaps a lobby and an entrance, perhaps a guest room.

import type { Dice } from '../../fuzz/dice.js';

/** What a small plan has. */
export interface Tiny {
  readonly zones: readonly string[];
  readonly walls: readonly string[];
  readonly openings: readonly string[];
}

const tenth = (value: number) => Math.round(value * 10) / 10;

export function tinyPlan(dice: Dice): Tiny {
  const [wide, deep] = [tenth(dice.between(2.5, 7)), tenth(dice.between(2, 4.5))];
  const zones = [`{id: hall, kind: corridor, name: 走廊, rect: [0, 0, ${wide}, ${deep}]}`];
  const walls: string[] = [];
  const openings: string[] = [];
  const between = (id: string, x: number) => {
    const kind = dice.pick(['door', 'passage', 'passage', 'glass-door', '']);
    if (kind === '') return;
    const from = tenth(dice.between(0.4, deep - 1.3));
    const to = tenth(dice.between(from + 0.8, deep - 0.1));
    const more = kind === 'door' && dice.chance(0.3) ? ', normallyOpen: true' : '';
    openings.push(`{id: ${id}, kind: ${kind}, line: [[${x}, ${from}], [${x}, ${to}]]${more}}`);
  };
  if (dice.chance(0.5)) {
    zones.push(
      `{id: lobby, kind: elevator-lobby, name: 电梯厅, rect: [${wide}, 0, ${tenth(dice.between(2, 5))}, ${deep}]}`,
    );
    between('to-lobby', wide);
  }
  if (dice.chance(0.4)) {
    const far = tenth(dice.between(2, 4));
    zones.push(`{id: entrance, kind: main-entrance, name: 正门, rect: [${-far}, 0, ${far}, ${deep}]}`);
    between('to-entrance', 0);
  }
  if (dice.chance(0.5)) {
    zones.push(`{id: room, kind: guest-room, name: 客房, rect: [0, ${deep}, ${wide}, 3]}`);
    const from = tenth(dice.between(0.2, wide - 1.2));
    const kind = dice.pick(['door', 'glass-door', 'window', 'passage']);
    const more =
      kind === 'window' ? ', glazing: clear, sill: 0.9, head: 1.9' : kind === 'glass-door' ? ', glazing: clear' : '';
    openings.push(`{id: to-room, kind: ${kind}, line: [[${from}, ${deep}], [${tenth(from + 0.9)}, ${deep}]]${more}}`);
  }
  // Lint can't judge a room without any way in.
  if (openings.length === 0) {
    const from = tenth(dice.between(0.2, wide - 1.2));
    openings.push(`{id: out, kind: door, line: [[${from}, 0], [${tenth(from + 0.9)}, 0]]}`);
  }
  if (dice.chance(0.5)) {
    const x = tenth(dice.between(1, wide - 1));
    const [y, to] = dice.pick([
      [0, tenth(deep / 2)],
      [tenth(deep / 3), deep],
    ]);
    const more = dice.chance(0.3) ? ', height: 1.2' : '';
    walls.push(`{id: screen, line: [[${x}, ${y}], [${x}, ${to}]]${more}}`);
  }
  return { zones, walls, openings };
}

/** Returns the text of a plan of one level. */
export function textOf({ zones, walls, openings }: Tiny): string {
  const list = (name: string, items: readonly string[]) =>
    items.length === 0 ? '' : `    ${name}:\n${items.map((item) => `      - ${item}\n`).join('')}`;
  return `sitecam: 1
site: {name: 测试, categories: [hotel], region: "150104"}
coordinates: metres
levels:
  - id: F1
    elevation: 0
    ceiling: 3.6
${list('zones', zones)}${list('walls', walls)}${list('openings', openings)}`;
}
