import { isEnclosedKind } from './law.js';
import { edgesOfArea, type Stretch } from './plane.js';
import type { Level, Zone } from './read.js';
import type { Band, Screen, Slack } from './screens.js';
import { common, EVERY, joined, type Span, type Spans } from './spans.js';
import type { Scene } from './views.js';

/**
 * What a sight line passes from one level to another: walls and openings of the levels on the way, each only as high as its
 * own storey, and the planes of ceilings and floors, each in a hole. All heights are above the floor of the level looked at.
 */
export interface Across {
  readonly sure: readonly Screen[];
  readonly perhaps: readonly Screen[];
  /** m by which the floor looked at is above the device's own. */
  readonly rise: number;
  /** Slopes in a direction of the plan by which all planes on the way are passed in holes. */
  readonly passes: (slack: Slack, eye: readonly [number, number], dx: number, dy: number) => Spans;
}

/** m by which holes are taken smaller or larger. */
const EDGE = 0.02;
/** m: planes closer than this are one. */
const SAME = 0.01;

/** How a device `height` m above the floor of `from` looks to `to`; undefined where the plan says too little to tell. */
export function acrossTo(
  levels: readonly Level[],
  scenes: (level: Level) => Scene,
  from: Level,
  to: Level,
  height: number | undefined,
): Across | undefined {
  if (height === undefined || levels.some(({ ceiling }) => ceiling === undefined)) return undefined;
  const eye = from.elevation + height;
  const top = ({ elevation, ceiling }: Level) => elevation + (ceiling ?? 0);
  // Storeys that lie in each other, and a device above the ceiling of its own, aren't modelled here.
  const apart = (a: Level, b: Level) => top(a) <= b.elevation + SAME || top(b) <= a.elevation + SAME;
  if (!levels.every((a) => levels.every((b) => a === b || apart(a, b))) || eye >= top(from)) return undefined;
  const up = to.elevation >= eye;
  const [low, high] = up ? [eye, to.elevation] : [top(to), eye];
  const between = (plane: number) => plane > low - SAME && plane < high + SAME;
  const planes = levels.flatMap((level) => [
    ...(between(top(level)) ? [planeOf(level, levels, top(level) - eye, false)] : []),
    ...(between(level.elevation) ? [planeOf(level, levels, level.elevation - eye, true)] : []),
  ]);
  const within = levels.filter(
    (level) => top(level) > Math.min(low, to.elevation) && level.elevation < Math.max(high, top(to)),
  );
  // Walls of what spans levels go on to the next floor; that much more may be there, or not.
  const wallTop = (level: Level, slack: Slack) => {
    const above = levels.map(({ elevation }) => elevation).filter((floor) => floor > level.elevation);
    return slack === 'sure' && above.length > 0 ? Math.min(...above) : top(level);
  };
  const standing = (slack: Slack) =>
    within.flatMap((level) =>
      scenes(level)[slack].map((screen) => storeyed(screen, level, to.elevation, wallTop(level, slack))),
    );
  return {
    sure: standing('sure'),
    perhaps: standing('perhaps'),
    rise: to.elevation - from.elevation,
    passes(slack, [x, y], dx, dy) {
      let spans = EVERY;
      for (const { drop, open, shut, shafts } of planes) {
        const holes =
          slack === 'sure'
            ? // What lies in a hole, and leads on nowhere, has a floor or a ceiling of its own.
              common(along(open, x, y, dx, dy, EDGE), left(along(shut, x, y, dx, dy, -EDGE)))
            : joined([...left(along(shut, x, y, dx, dy, EDGE)), ...along(shafts, x, y, dx, dy, -EDGE)]);
        spans = common(
          spans,
          holes.map(([near, far]): Span => (drop > 0 ? [drop / far, drop / near] : [drop / near, drop / far])),
        );
        if (spans.length === 0) return spans;
      }
      return spans;
    },
  };
}

/** The floor or the ceiling of a level. */
interface Plane {
  /** m above the eye. */
  readonly drop: number;
  /** Edges of each zone that certainly leads on through it, and of each that certainly doesn't. */
  readonly open: readonly (readonly Stretch[])[];
  readonly shut: readonly (readonly Stretch[])[];
  /** Of shafts that are drawn above, which may go down through it. */
  readonly shafts: readonly (readonly Stretch[])[];
}

function planeOf(level: Level, levels: readonly Level[], drop: number, isFloor: boolean): Plane {
  const elevation = (id: string) => levels.find((one) => one.id === id)?.elevation ?? 0;
  const leadsOn = (zone: Zone) =>
    zone.levels.some((id) => (isFloor ? elevation(id) < level.elevation : elevation(id) > level.elevation));
  // Over what has no walls may be the sky, and nobody drew what is beside all zones.
  const isOpen = (zone: Zone) =>
    leadsOn(zone) ||
    ['yard', 'shaft'].includes(zone.kind) ||
    !(isFloor || (zone.enclosed ?? isEnclosedKind(zone.kind)));
  const above = levels.filter((other) => other.elevation > level.elevation).flatMap(({ zones }) => zones);
  return {
    drop,
    open: level.zones.filter(leadsOn).map(edgesOfArea),
    shut: level.zones.filter((zone) => !isOpen(zone)).map(edgesOfArea),
    shafts: isFloor ? [] : above.filter(({ kind }) => kind === 'shaft').map(edgesOfArea),
  };
}

/** Stretches of a ray in some zones, each shorter by `by` m at either end. */
function along(
  zones: readonly (readonly Stretch[])[],
  x: number,
  y: number,
  dx: number,
  dy: number,
  by: number,
): Spans {
  const found: Span[] = [];
  for (const edges of zones) {
    const met: number[] = [];
    for (const { a, b } of edges) {
      const p = dx * (a[1] - y) - dy * (a[0] - x);
      const q = dx * (b[1] - y) - dy * (b[0] - x);
      if (p > 0 === q > 0) continue;
      const t = p / (p - q);
      met.push((a[0] + t * (b[0] - a[0]) - x) * dx + (a[1] + t * (b[1] - a[1]) - y) * dy);
    }
    met.sort((one, other) => one - other);
    for (let i = 0; i + 1 < met.length; i += 2) {
      const [from, to] = [Math.max(met[i] + by, 1e-9), met[i + 1] - by];
      if (from < to) found.push([from, to]);
    }
  }
  return joined(found);
}

/** A screen that stands from the floor of its storey to its top alone, m above the site's zero. */
function storeyed(
  { a, b, below, above, pass, bands, gate, side }: Screen,
  level: Level,
  zero: number,
  end: number,
): Screen {
  const floor = level.elevation - zero;
  const ceiling = floor + (level.ceiling ?? 0);
  const top = end - zero;
  const own = (bands ?? [{ below, above, pass }]).flatMap((band): Band[] => {
    const free = {
      below: Math.max(floor, band.below + floor),
      above: Math.min(ceiling, band.above + floor),
      pass: band.pass,
    };
    return free.below < free.above ? [free] : [];
  });
  return {
    a,
    b,
    below: -Infinity,
    above: Infinity,
    pass: 'standing',
    ...(gate && { gate }),
    ...(side && { side }),
    bands: [
      { below: -Infinity, above: floor, pass: 'standing' },
      ...own,
      { below: top, above: Infinity, pass: 'standing' },
    ],
  };
}

/** What of a ray is in none of some stretches in order. */
function left(taken: Spans): Span[] {
  const ends = [0, ...taken.flat(), Infinity];
  return Array.from({ length: ends.length / 2 }, (_, i): Span => [ends[2 * i], ends[2 * i + 1]]).filter(
    ([from, to]) => from < to,
  );
}
