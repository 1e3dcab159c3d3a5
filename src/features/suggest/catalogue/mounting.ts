// Rules of mounting: where nothing may be mounted, at which heights and tilts, and which devices stay.

import { crossingOf } from '../../../geometry/shapes/crossing.js';
import { ringArea } from '../../../geometry/shapes/ring.js';
import { localizedList } from '../../../i18n/list.js';
import { plainFigure } from '../../../i18n/number.js';
import { cleanRing } from '../../../plan/build/points.js';
import type { Range } from '../../../plan/model.js';
import type { RawPoint } from '../../../plan/read/document.js';
import type { Drawn } from '../../../plan/read/read.js';
import { planText } from '../../../plan/read/texts.js';
import { lengthUnit, unitsPerMetre } from '../../../plan/read/units.js';
import { hintOf, NO_HINT } from '../../../source/hint.js';
import { child } from '../../../source/place/pointer.js';
import { problemOf, type SourceProblem } from '../../../source/problem.js';
import type { Place } from '../../../source/types.js';
import type { Mounting, NoGo } from '../types.js';
import { t } from './texts.js';

/**
 * Rules of mounting as sitecam.suggest.yaml spells them, after the schema's check: m, and tilts in degrees below the
 * horizon; polygons in the coordinates and unit of the plan's main file.
 */
export interface WrittenMounting {
  readonly wall?: { readonly heights?: readonly number[]; readonly 'from-openings'?: number };
  readonly ceiling?: { readonly drop?: number };
  readonly noGo?: readonly WrittenNoGo[];
  readonly tilts?: Range;
}

interface WrittenNoGo {
  readonly wall?: string;
  readonly zone?: string;
  readonly polygon?: readonly RawPoint[];
  readonly level?: string;
}

/** Mounting of cameras for what the user's catalogue leaves out: heights and distances in m, tilts in degrees. */
export const DEFAULT_MOUNTING: Mounting = {
  wall: { heights: [2.7], fromOpenings: 0.35 },
  ceiling: { drop: 0.1 },
  noGo: [],
  tilts: [0, 90],
};

/** Metres: nothing of a plan is farther from its zero. */
const FARTHEST = 100_000;
/** Square metres: a polygon without more has no area. */
const NO_AREA = 1e-6;

type PlaceOf = (...keys: readonly (string | number)[]) => Place;

/**
 * Returns the rules of mounting, with {@link DEFAULT_MOUNTING} for what `written` leaves out, and all that is wrong with
 * them.
 *
 * @param path path of the file that `written` stands in, as shown to people
 * @param drawn the plan, whose ids, unit and ceilings they are checked by
 */
export function mountingOf(
  written: WrittenMounting,
  path: string,
  drawn: Drawn,
): { readonly mounting: Mounting; readonly problems: readonly SourceProblem[] } {
  const { wall, ceiling, tilts, noGo } = DEFAULT_MOUNTING;
  const placeOf: PlaceOf = (...keys) => ({ path, pointer: child('/mounting', ...keys) });
  const barred = (written.noGo ?? []).map((one, index) =>
    noGoOf(one, (...keys) => placeOf('noGo', index, ...keys), drawn),
  );
  return {
    mounting: {
      wall: {
        heights: [...new Set(written.wall?.heights ?? wall.heights)],
        fromOpenings: written.wall?.['from-openings'] ?? wall.fromOpenings,
      },
      ceiling: { drop: written.ceiling?.drop ?? ceiling.drop },
      noGo: [...noGo, ...barred.flatMap((one) => ('noGo' in one ? [one.noGo] : []))],
      tilts: written.tilts ?? tilts,
    },
    problems: [
      ...heightProblems(written, placeOf, drawn),
      ...(written.tilts !== undefined && written.tilts[0] > written.tilts[1]
        ? [problemOf(t.tilts, placeOf('tilts'))]
        : []),
      ...barred.flatMap((one) => ('problem' in one ? [one.problem] : [])),
    ],
  };
}

function heightProblems(written: WrittenMounting, placeOf: PlaceOf, { document }: Drawn): SourceProblem[] {
  const ceilings = document.levels.map((level) => level.ceiling ?? Number.POSITIVE_INFINITY);
  const highest = Math.max(...ceilings);
  const heights = (written.wall?.heights ?? []).flatMap((value, index) => {
    const place = placeOf('wall', 'heights', index);
    const height = plainFigure(value);
    if (value <= 0) return [problemOf(t.height({ height }), place)];
    if (value < highest) return [];
    return [problemOf(t.aboveCeilings({ height, ceiling: plainFigure(highest) }), place)];
  });
  const drop = written.ceiling?.drop;
  if (drop === undefined || drop < highest) return heights;
  const params = { drop: plainFigure(drop), ceiling: plainFigure(highest) };
  return [...heights, problemOf(t.drop(params), placeOf('ceiling', 'drop'))];
}

function noGoOf(
  { wall, zone, polygon, level }: WrittenNoGo,
  placeOf: PlaceOf,
  drawn: Drawn,
): { readonly noGo: NoGo } | { readonly problem: SourceProblem } {
  const { levels } = drawn.document;
  if (polygon === undefined && level !== undefined) return { problem: problemOf(t.levelAlone, placeOf('level')) };
  if (wall !== undefined) {
    const ids = levels.flatMap(({ walls = [] }) => walls.map(({ id }) => id));
    if (ids.includes(wall)) return { noGo: { wall } };
    return { problem: problemOf(t.unknownWall({ id: wall, hint: hintOf(wall, ids) }), placeOf('wall')) };
  }
  if (zone !== undefined) {
    const ids = levels.flatMap(({ zones = [] }) => zones.map(({ id }) => id));
    if (ids.includes(zone)) return { noGo: { zone } };
    return { problem: problemOf(t.unknownZone({ id: zone, hint: hintOf(zone, ids) }), placeOf('zone')) };
  }
  const ids = levels.map(({ id }) => id);
  if (level === undefined) return { problem: problemOf(t.noLevel({ levels: localizedList(ids) }), placeOf('polygon')) };
  if (!ids.includes(level))
    return { problem: problemOf(t.unknownLevel({ id: level, hint: hintOf(level, ids) }), placeOf('level')) };
  return polygonOf(polygon ?? [], level, placeOf, drawn);
}

/** Returns a polygon in plan metres. Its numbers are those of the plan's main file, in its unit. */
function polygonOf(
  points: readonly RawPoint[],
  level: string,
  placeOf: PlaceOf,
  { document, context }: Drawn,
): { readonly noGo: NoGo } | { readonly problem: SourceProblem } {
  const isDegrees = document.coordinates === 'wgs84';
  const off = points.findIndex(([x, y]) => isDegrees && !(Math.abs(x) <= 180 && Math.abs(y) <= 90));
  if (off !== -1) {
    const [x, y] = points[off];
    return { problem: problemOf(planText.degrees({ x, y, hint: NO_HINT }), placeOf('polygon', off)) };
  }
  const by = unitsPerMetre(lengthUnit(document.coordinates) ?? 'metres');
  const polygon = cleanRing(
    points.map(([x, y]) => context.frame.toPlan(isDegrees ? 'wgs84' : 'metres', [x / by, y / by])),
  );
  if (polygon.some(([x, y]) => Math.hypot(x, y) > FARTHEST)) return { problem: problemOf(t.far, placeOf('polygon')) };
  if (polygon.length < 3 || ringArea(polygon) < NO_AREA) return { problem: problemOf(t.flat, placeOf('polygon')) };
  if (crossingOf(polygon) !== undefined) return { problem: problemOf(t.crossing, placeOf('polygon')) };
  return { noGo: { polygon, level } };
}
