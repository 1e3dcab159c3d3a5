import { Dice } from '../dice.js';
import type { LevelDoc, PlanDoc, XY } from '../document.js';
import { drawPlan } from '../plan.js';
import { drawBuilding } from './building.js';

interface SignDoc {
  readonly id: string;
  readonly at: XY;
  readonly heading?: number;
  readonly height?: number;
}

/** The plan of a seed: as the fuzzers draw it, or a building; with signs on some. */
export function drawn(seed: number): PlanDoc {
  const dice = new Dice(~seed);
  const doc = seed % 2 === 0 ? drawBuilding(dice) : drawPlan(seed).doc;
  for (const level of dice.chance(0.3) ? doc.levels : []) {
    const signs = Array.from({ length: dice.tail(1, 3) }, (_, i): SignDoc => {
      const heading = dice.chance(0.6) ? { heading: dice.pick([0, 90, 180, 270, dice.between(0, 360)]) } : {};
      return { id: `${level.id}s${i}`, at: placeIn(level, dice), ...heading };
    });
    Object.assign(level, { signs });
  }
  return doc;
}

/** What the plan of a seed is called. */
export function nameOf(seed: number): string {
  return `${seed % 2 === 0 ? 'building' : 'fuzzed'}-${seed}`;
}

/** On a line or a corner that is drawn. */
function placeIn({ zones, walls, openings }: LevelDoc, dice: Dice): XY {
  const corners = zones.flatMap(
    ({ rect, polygon }) => polygon ?? (rect === undefined ? [] : [[rect[0], rect[1]] as XY]),
  );
  const middles = [...walls, ...openings].map(({ line: [a, b] }): XY => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]);
  const [x, y] = dice.pick([...corners, ...middles, [0, 0]]);
  return dice.chance(0.5) ? [x, y] : [x + dice.between(-2, 2), y + dice.between(-2, 2)];
}
