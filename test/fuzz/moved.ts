import { moved } from '../support/transform.js';
import type { PlanDoc } from './document.js';
import { said } from './lint.js';
import { MOTIONS } from './motions.js';
import { drawPlan } from './plan.js';
import type { Fault, Tally } from './run.js';
import { certain, hasOddBearing, told } from './same.js';
import { shrunk } from './shrink.js';

/** Faults of which a smaller plan is looked for. */
const SHRUNK = 12;

/**
 * The plan of a seed as people draw: near zero, with its coordinates on a grid of millimetres. Without `north`, which a
 * plan in degrees can't have.
 */
function drawnOnGrid(seed: number): PlanDoc {
  const { north: _, ...doc } = drawPlan(seed).doc;
  const [x0, y0] = cornerOf(doc);
  const onGrid = (metres: number): number => Math.round(metres * 1000) / 1000;
  return moved(doc, {
    move: ([x, y]) => [onGrid(x - x0), onGrid(y - y0)],
    bearing: (heading) => heading,
    mirrored: false,
  });
}

function cornerOf({ levels }: PlanDoc): readonly [x: number, y: number] {
  const [zone] = levels.flatMap(({ zones }) => zones);
  const [x, y] = zone?.polygon?.[0] ?? zone?.rect ?? [0, 0];
  return [Math.floor(x ?? 0), Math.floor(y ?? 0)];
}

/**
 * Lays the plans of the seeds from `from` up to but not `to` in all motions, and tells which verdicts change. Each is a
 * fault: nothing on a grid of millimetres lies within a tolerance of the limit of a tolerance.
 */
export function runMotions(from: number, to: number, tally: Tally): void {
  for (let seed = from; seed < to; seed += 1) {
    const doc = drawnOnGrid(seed);
    tally.plans += 1;
    if (hasOddBearing(doc)) continue;
    const drawn = certain(said(doc));
    if (drawn.some((line) => line.startsWith('unreadable'))) continue;
    tally.readable += 1;
    for (const [motion, move] of Object.entries(MOTIONS)) {
      tally.asked[motion] = (tally.asked[motion] ?? 0) + 1;
      const other = certain(said(move(doc)));
      // A plan of a few centimetres is refused in other units, as one whose unit is wrong; in metres that isn't asked.
      if (other.some((line) => line.startsWith('unreadable metres/'))) continue;
      const changed = told(drawn, other);
      if (changed.length > 0) tally.faults.push(faultOf(seed, motion, doc, changed, tally.faults.length < SHRUNK));
    }
  }
}

function faultOf(seed: number, check: string, doc: PlanDoc, changed: readonly string[], isSmaller: boolean): Fault {
  const move = MOTIONS[check];
  const rules = rulesIn(changed);
  const alike = (one: PlanDoc): boolean =>
    move !== undefined &&
    rulesIn(told(certain(said(one)), certain(said(move(one))))).some((rule) => rules.includes(rule));
  return { seed, check, said: changed.join('\n'), plan: JSON.stringify(isSmaller ? shrunk(doc, alike) : doc) };
}

function rulesIn(changed: readonly string[]): string[] {
  return [...new Set(changed.map((line) => line.split(' ')[1] ?? ''))];
}
