// Gaps between walls as doubtful elements: hiding a wall stands over them, passing they are as drawn.
import { memoize } from '../../base/memo.js';
import type { RuleContext } from '../../facts/context.js';
import { type Gap, gapsOf } from '../../facts/gaps.js';
import type { Point } from '../../geometry/types.js';
import type { Doubt, Level, Wall } from '../../plan/model.js';
import { fromFrame, lineFrame, segmentsOf } from '../../plan/walls/plane.js';
import { rule } from '../../rules/plan/light-leak.js';
import type { Place } from '../../source/types.js';

/** Metres that the wall over a light leak reaches past it: more than welding moves an end. */
const PAST = 0.006;

/**
 * Returns a doubt for each gap between walls: a light leak, or a wall that ends a little before another. In the hiding
 * variant a wall closes the gap; in the passing one the gap stays as drawn.
 */
export function gapDoubts(context: RuleContext): readonly Doubt[] {
  const levels = new Map(context.site.levels.map((level) => [level.id, level]));
  const placesOn = memoize(placesById);
  return gapsOf(context).flatMap((gap) => {
    const level = levels.get(gap.level);
    if (level === undefined) return [];
    const place = placesOn(level).get(gap.between[0] ?? '') ?? level.place;
    const line = wallOver(gap);
    const wall: Wall = {
      id: gap.subject,
      level: level.id,
      line,
      height: undefined,
      thickness: undefined,
      material: 'opaque',
      place,
    };
    return {
      id: gap.subject,
      rule: rule.id,
      subject: gap.subject,
      title: rule.title,
      levels: [level.id],
      place,
      where: segmentsOf(line),
      hiding: { walls: [wall] },
      passing: {},
    };
  });
}

/** Returns where walls and zones of a level are written, by id; of those that share one the first wall, else zone. */
function placesById({ walls, zones }: Level): ReadonlyMap<string, Place> {
  return new Map([...walls, ...zones].reverse().map(({ id, place }) => [id, place]));
}

/** Returns the line of a wall that closes a gap; over a light leak it goes all round, since its ends may be welded away. */
function wallOver({ is, gap, line }: Gap): readonly Point[] {
  const frame = is === 'leak' ? lineFrame(line) : undefined;
  if (frame === undefined) return [line.a, line.b];
  const half = gap / 2 + PAST;
  const corners = [
    [-PAST, -half],
    [gap + PAST, -half],
    [gap + PAST, half],
    [-PAST, half],
    [-PAST, -half],
  ] as const;
  return corners.map(([s, d]) => fromFrame(frame, s, d));
}
