import { TALL } from './law.js';
import type { Ring } from './plane.js';
import type { Device, Lens } from './read.js';
import { EVERY, joined, type Span, type Spans, without } from './spans.js';

/**
 * What a lens has in its picture, pose by pose: by the slopes (m up by m out) that it has in the picture in a direction of
 * the plan. Every heading and tilt is tried, since past straight down the pose that is turned farther away may see more.
 * `drawn` and `sure` pictures are a little narrowed, `perhaps` ones so much widened that what lies between the poses tried
 * is in one of them.
 */
export interface Picture {
  /** In the direction of a unit vector, m east and m north. */
  readonly along: (dx: number, dy: number) => Spans;
  /** px/m at 1 m: the least it may be said to be, or the most. */
  readonly focal: number;
}

export interface Pictures {
  /** Mounted exactly as drawn. */
  readonly drawn: readonly Picture[];
  /** Mounted somehow within its tolerances. */
  readonly sure: readonly Picture[];
  readonly perhaps: readonly Picture[];
}

type Slack = 'sure' | 'perhaps';

const RAD = Math.PI / 180;
/** Degrees by which a picture is narrowed or widened, beside what lies between poses. */
const MARGIN = 0.3;
/** Share by which densities are moved. */
const FINER = 1.02;
/** Degrees between poses that are tried: of few, and of a lens that turns. */
const STEP = { few: 0.5, heading: 0.5, tilt: 1 } as const;
/** Degrees: headings that turn farther are looked up in a table. */
const FEW = 12;
/** A side of a picture is a plane: near its corners, off the axis, it must turn farther to move as far. */
const CORNER = 1.5;

const EVERYWHERE: Picture = { along: () => EVERY, focal: Infinity };
const UNKNOWN: Pictures = { drawn: [], sure: [], perhaps: [EVERYWHERE] };

/** The pictures of a device's largest view. */
export function picturesOf(device: Device): Pictures {
  const { lenses, height } = device;
  if (height === undefined) return UNKNOWN;
  const all = lenses.map((lens) => pictureOf(device, lens, height));
  return {
    drawn: all.flatMap(({ drawn }) => drawn),
    sure: all.flatMap(({ sure }) => sure),
    perhaps: all.flatMap(({ perhaps }) => perhaps),
  };
}

function pictureOf(device: Device, lens: Lens, height: number): Pictures {
  if (lens.ptz !== undefined) return turning(lens);
  if (lens.form === 'fisheye') return fisheye(lens);
  return still(lens, maskedBy(device, lens, height));
}

/** How a pinhole may look: ranges of its pose, degrees, and what it has in its picture. */
interface Sweep {
  readonly headings: Span;
  readonly tilts: Span;
  readonly roll: number;
  /** Degrees across and down. */
  readonly hfov: number;
  readonly vfov: number;
  /** px/m at 1 m, on the axis. */
  readonly focal: number;
  readonly masked?: Masked | undefined;
}

/** Slopes in a direction that a mask hides in a pose: at least (perhaps), or at most (sure); `by` degrees are the margin. */
type Masked = (dx: number, dy: number, heading: number, tilt: number, slack: Slack, by: number) => Spans;

function sweep(given: Sweep, slack: Slack): Picture {
  const { headings, tilts, roll, masked } = given;
  const isTable = headings[1] - headings[0] > FEW;
  const [hs, ts] = [isTable ? [0] : stepsOf(headings, STEP.few), stepsOf(tilts, isTable ? STEP.tilt : STEP.few)];
  const gap = (list: readonly number[]) => (list.length < 2 ? 0 : list[1] - list[0]);
  const between = CORNER * 0.5 * Math.hypot(isTable ? STEP.heading : gap(hs), gap(ts));
  const by = slack === 'sure' ? -MARGIN : MARGIN + between;
  const half = (field: number) => Math.tan(Math.min(89.5, Math.max(0.01, field / 2 + by)) * RAD);
  const [th, tv] = [half(given.hfov), half(given.vfov)];
  const corner = Math.hypot(1, Math.tan((given.hfov / 2) * RAD), Math.tan((given.vfov / 2) * RAD));
  // Off the axis a metre that faces the camera is nearer to the picture's plane, and leans against that.
  const focal = slack === 'sure' ? given.focal / FINER : given.focal * FINER * corner ** 2;
  const poses = ts.map((tilt) => ({ tilt, ...leaning(tilt, roll), th, tv }));
  const at = (dx: number, dy: number, heading: number): Spans => {
    const [sin, cos] = [Math.sin(heading * RAD), Math.cos(heading * RAD)];
    const [ahead, right] = [dx * sin + dy * cos, dx * cos - dy * sin];
    const found: Span[] = [];
    for (const pose of poses) {
      const span = spanIn(pose, ahead, right);
      if (span === undefined) continue;
      if (masked === undefined) found.push(span);
      else found.push(...without(span, masked(dx, dy, heading, pose.tilt, slack, Math.abs(by))));
    }
    return joined(found);
  };
  if (!isTable) return { focal, along: remembered((dx, dy) => joined(hs.flatMap((heading) => at(dx, dy, heading)))) };

  // By how far to the right of the heading a direction lies.
  const table = new Map<number, Spans>();
  const entry = (k: number): Spans => {
    const known = table.get(k);
    if (known !== undefined) return known;
    const off = k * STEP.heading * RAD;
    const fresh = at(Math.sin(off), Math.cos(off), 0);
    table.set(k, fresh);
    return fresh;
  };
  const round = 360 / STEP.heading;
  return {
    focal,
    along: remembered((dx, dy) => {
      const azimuth = Math.atan2(dx, dy) / RAD;
      const [from, to] = [(azimuth - headings[1]) / STEP.heading, (azimuth - headings[0]) / STEP.heading];
      const [first, last] = slack === 'sure' ? [Math.ceil(from), Math.floor(to)] : [Math.floor(from), Math.ceil(to)];
      const found: Span[] = [];
      let widest: Span = [0, 0];
      for (let k = first; k <= Math.min(last, first + round - 1); k++)
        for (const span of entry(((k % round) + round) % round)) {
          // Most of them lie in one that is there already.
          if (span[0] >= widest[0] && span[1] <= widest[1]) continue;
          found.push(span);
          if (span[1] - span[0] > widest[1] - widest[0]) widest = span;
        }
      return joined(found);
    }),
  };
}

/** From several places mostly the same directions are asked for. */
function remembered(along: Picture['along']): Picture['along'] {
  const known = new Map<number, Spans>();
  return (dx, dy) => {
    const key = dy < 0 ? dx + 4 : dx;
    const found = known.get(key) ?? along(dx, dy);
    known.set(key, found);
    return found;
  };
}

/** Degrees between directions of which pictures are looked up. */
const GRID = 0.25;

/** What a picture (perhaps) has from any eye up to a distance away, of what is at least so far off. */
export type Spread = (dx: number, dy: number, share: number) => Spans;

/**
 * A picture from eyes apart from the one asked from, of what is at least 1/`share` times as far off as they are apart: by
 * that they see it in another direction, and with another slope. It is looked up in directions that are nearer to each
 * other than what the picture is widened by.
 */
export function spreadOf({ along }: Picture): Spread {
  const grid = new Map<number, Spans>();
  const known = new Map<string, Spans>();
  const entry = (k: number): Spans => {
    const found = grid.get(k) ?? along(Math.cos(k * GRID * RAD), Math.sin(k * GRID * RAD));
    grid.set(k, found);
    return found;
  };
  const round = 360 / GRID;
  return (dx, dy, share) => {
    if (share > 0.5) return EVERY;
    const [azimuth, turn] = [Math.atan2(dy, dx) / RAD, Math.asin(share) / RAD];
    const [first, last] = [Math.floor((azimuth - turn) / GRID), Math.ceil((azimuth + turn) / GRID)];
    const key = `${first} ${last}`;
    const met =
      known.get(key) ??
      joined(Array.from({ length: last - first + 1 }, (_, i) => entry((((first + i) % round) + round) % round)).flat());
    known.set(key, met);
    return joined(
      met.map(
        ([low, high]): Span => [low * (low < 0 ? 1 + share : 1 - share), high * (high > 0 ? 1 + share : 1 - share)],
      ),
    );
  };
}

function stepsOf([from, to]: Span, step: number): number[] {
  const count = Math.ceil((to - from) / step - 1e-9);
  if (count < 1) return [from];
  return Array.from({ length: count + 1 }, (_, i) => from + (i / count) * (to - from));
}

interface Leaning {
  readonly down: number;
  readonly level: number;
  readonly lean: number;
  readonly upright: number;
}

function leaning(tilt: number, roll: number): Leaning {
  return {
    down: Math.sin(tilt * RAD),
    level: Math.cos(tilt * RAD),
    lean: Math.sin(roll * RAD),
    upright: Math.cos(roll * RAD),
  };
}

/** The slopes in one picture in a direction: each of its sides is a plane through the camera, in which height is linear. */
function spanIn(
  { down, level, lean, upright, th, tv }: Leaning & { readonly th: number; readonly tv: number },
  ahead: number,
  right: number,
): Span | undefined {
  // Of the direction (ahead, right, slope): its depth along the axis, and what it is above it.
  const depth = ahead * level;
  const above = ahead * down;
  const [x, y] = [right * upright + above * lean, above * upright - right * lean];
  const [xBy, yBy] = [level * lean, level * upright];
  let low = -1e6;
  let high = 1e6;
  for (let side = 0; side < 5; side++) {
    const still =
      side === 0
        ? th * depth - x
        : side === 1
          ? th * depth + x
          : side === 2
            ? tv * depth - y
            : side === 3
              ? tv * depth + y
              : depth;
    const more =
      side === 0
        ? -th * down - xBy
        : side === 1
          ? xBy - th * down
          : side === 2
            ? -tv * down - yBy
            : side === 3
              ? yBy - tv * down
              : -down;
    if (Math.abs(more) < 1e-12) {
      if (still <= 0) return undefined;
      continue;
    }
    const edge = -still / more;
    if (more > 0) low = Math.max(low, edge);
    else high = Math.min(high, edge);
    if (low >= high) return undefined;
  }
  return [low, high];
}

/** What masks hide: directions from where the camera is drawn, which it carries along however it is mounted. */
function maskedBy({ at }: Device, { heading, tilt, masks }: Lens, height: number): Masked | undefined {
  if (masks === undefined || masks.length === 0 || heading === undefined || tilt === undefined) return undefined;
  const pictures = masks.map((mask) => inPicture(mask, at, height, heading, tilt));
  return (dx, dy, h, t, slack, by) => {
    const [sin, cos] = [Math.sin(by * RAD), Math.cos(by * RAD)];
    const ways = [
      [dx, dy],
      [dx * cos - dy * sin, dx * sin + dy * cos],
      [dx * cos + dy * sin, dy * cos - dx * sin],
    ] as const;
    const moved = (slope: number, sign: number) => slope + sign * by * RAD * CORNER * (1 + slope * slope);
    return pictures.flatMap((corners): Span[] => {
      const met = ways.map(([x, y]) => hiddenIn(corners, x, y, h, t));
      const known = met.filter((span) => span !== undefined);
      if (known.length === 0 || (slack === 'perhaps' && known.length < met.length)) return [];
      const sign = slack === 'sure' ? 1 : -1;
      const of = (a: number, b: number) => (sign * (a - b) < 0 ? a : b);
      const from = known.map(([low]) => low).reduce(of);
      const to = -known.map(([, high]) => -high).reduce(of);
      const span: Span = [moved(from, -sign), moved(to, sign)];
      return span[0] < span[1] ? [span] : [];
    });
  };
}

type Corner = readonly [right: number, above: number, depth: number];

function inPicture(mask: Ring, at: readonly [number, number], height: number, heading: number, tilt: number): Corner[] {
  const [sin, cos] = [Math.sin(heading * RAD), Math.cos(heading * RAD)];
  const [down, level] = [Math.sin(tilt * RAD), Math.cos(tilt * RAD)];
  return mask.map(([px, py]): Corner => {
    const [x, y] = [px - at[0], py - at[1]];
    const ahead = x * sin + y * cos;
    return [x * cos - y * sin, ahead * down - height * level, ahead * level + height * down];
  });
}

/** Where a direction of the plan crosses a convex cone of directions fixed to the camera, in a pose. */
function hiddenIn(corners: readonly Corner[], dx: number, dy: number, heading: number, tilt: number): Span | undefined {
  const [sin, cos] = [Math.sin(heading * RAD), Math.cos(heading * RAD)];
  const [down, level] = [Math.sin(tilt * RAD), Math.cos(tilt * RAD)];
  const turned = corners.map(([right, above, depth]) => {
    const ahead = depth * level + above * down;
    const [x, y] = [right * cos + ahead * sin, ahead * cos - right * sin];
    return { side: dx * y - dy * x, out: dx * x + dy * y, up: above * level - depth * down };
  });
  const slopes = turned.flatMap((q, i) => {
    const p = turned[(i + turned.length - 1) % turned.length];
    if (p.side > 0 === q.side > 0) return [];
    const share = p.side / (p.side - q.side);
    const out = p.out + share * (q.out - p.out);
    return out > 1e-9 ? [(p.up + share * (q.up - p.up)) / out] : [];
  });
  return slopes.length < 2 ? undefined : [Math.min(...slopes), Math.max(...slopes)];
}

function heightOf({ vfov, hfov, resolution }: Lens, field: number): number | undefined {
  const aspect =
    vfov !== undefined && hfov !== undefined
      ? Math.tan((vfov / 2) * RAD) / Math.tan((hfov / 2) * RAD)
      : resolution && resolution[1] / resolution[0];
  return aspect === undefined ? undefined : (2 * Math.atan(Math.tan((field / 2) * RAD) * aspect)) / RAD;
}

function focalOf({ resolution }: Lens, field: number): number {
  return resolution === undefined ? Infinity : resolution[0] / 2 / Math.tan((field / 2) * RAD);
}

const around = (value: number, by: number): Span => [value - by, value + by];

function still(lens: Lens, masked: Masked | undefined): Pictures {
  const { form, heading, tilt, hfov, tolerance, zoom } = lens;
  if (
    (zoom === undefined && (hfov === undefined || form === 'varifocal')) ||
    heading === undefined ||
    tilt === undefined
  )
    return UNKNOWN;
  const set = hfov === undefined ? [] : [hfov];
  const fields = zoom === undefined || (zoom.locked && hfov !== undefined) ? set : [zoom.wide, zoom.tele, ...set];
  const [wide, tele] = [Math.max(...fields), Math.min(...fields)];
  const vfov = heightOf(lens, wide);
  const narrow = heightOf(lens, tele);
  if (vfov === undefined || narrow === undefined) return UNKNOWN;
  const of = (by: number, field: number, down: number, focal: number): Sweep => ({
    headings: around(heading, by * tolerance.heading),
    tilts: around(tilt, by * tolerance.tilt),
    roll: lens.roll,
    hfov: field,
    vfov: down,
    focal,
    masked,
  });
  const zooms = (by: number) =>
    tele === wide
      ? [of(by, wide, vfov, focalOf(lens, wide))]
      : [of(by, wide, vfov, focalOf(lens, wide)), of(by, tele, narrow, focalOf(lens, tele))];
  return {
    drawn: zooms(0).map((one) => sweep(one, 'sure')),
    sure: zooms(1).map((one) => sweep(one, 'sure')),
    perhaps: [sweep(of(1, wide, vfov, focalOf(lens, tele)), 'perhaps')],
  };
}

/** All round below its own height where it looks straight down; where it doesn't, only that it may see everything. */
function fisheye({ tilt = 90, hfov, vfov, resolution, tolerance }: Lens): Pictures {
  if (hfov === undefined || tilt < 85) return UNKNOWN;
  // Off the axis by no more than half the field: as far below the camera as that asks at this distance.
  const cone = (half: number, focal: number): Picture => {
    const spans: Spans = [[-1e6, -Math.cos(half * RAD) / Math.sin(half * RAD)]];
    return { along: () => spans, focal };
  };
  const [least, most] =
    resolution === undefined ? [Infinity, Infinity] : [Math.min(...resolution), Math.max(...resolution)];
  const field = hfov * RAD;
  const slant = Math.abs(90 - tilt) + tolerance.tilt;
  // Which side of the picture the circle fills, the plan doesn't say.
  const down = vfov ?? (resolution === undefined ? (hfov * 16) / 9 : (hfov * resolution[1]) / resolution[0]);
  const corner = Math.hypot(hfov, down) / 2 + slant + MARGIN;
  const inner = Math.min(89.9, Math.min(hfov, vfov ?? hfov) / 2 - slant - MARGIN);
  // With a field down the plan gives both sides of the picture.
  const sharp = resolution === undefined || vfov === undefined ? least / field : perRadian(resolution, hfov, vfov);
  const sure = slant > 5 || inner < 10 ? [] : [cone(inner, sharp / FINER)];
  return {
    drawn: sure,
    sure,
    perhaps: corner >= 179 ? [EVERYWHERE] : [cone(corner, (most / Math.min(field, down * RAD)) * FINER * 1.3)],
  };
}

/** px per radian of the coarser side. */
function perRadian([across, down]: readonly [number, number], hfov: number, vfov: number): number {
  return Math.min(across / (hfov * RAD), down / (vfov * RAD));
}

/** Every pose within its hard limits, at either end of its zoom; where they are software it may look anywhere. */
function turning(lens: Lens): Pictures {
  const { ptz: limits, tolerance } = lens;
  const home = still({ ...lens, ptz: undefined }, undefined);
  // Where the plan doesn't say how far it zooms, that may be any.
  const fields = limits?.hfov;
  if (fields === undefined || lens.resolution === undefined)
    return { drawn: home.drawn, sure: home.sure, perhaps: [EVERYWHERE] };
  const known = [...fields, ...(lens.hfov === undefined ? [] : [lens.hfov])];
  const [tele, wide] = [Math.min(...known), Math.max(...known)];
  const hard = limits?.hard === true;
  const pan = hard ? limits.pan : undefined;
  const tilt = hard ? limits.tilt : undefined;
  const span = pan && ((((pan[1] - pan[0]) % 360) + 360) % 360 || 360);
  const of = (by: number, tilts: readonly [number, number], [field, zoom]: readonly [number, number]): Sweep => ({
    headings:
      pan === undefined || span === undefined || span + 2 * by * tolerance.heading >= 360
        ? [0, 360]
        : [pan[0] - by * tolerance.heading, pan[0] + span + by * tolerance.heading],
    tilts: [tilts[0] - by * tolerance.tilt, tilts[1] + by * tolerance.tilt],
    roll: lens.roll,
    hfov: field,
    vfov: heightOf(lens, field) ?? 0,
    focal: focalOf(lens, zoom),
  });
  const views = (by: number) => [wide, tele].map((field) => sweep(of(by, tilt ?? [0, 89], [field, field]), 'sure'));
  return {
    drawn: [...home.drawn, ...views(0)],
    sure: [...home.sure, ...views(1)],
    perhaps: [
      ...home.perhaps.filter((one) => one !== EVERYWHERE),
      sweep(of(1, tilt ?? [-90, 90], [wide, tele]), 'perhaps'),
    ],
  };
}

/** Whether a point `r` m away is seen by some slope of the spans, over at least `least` m and no farther than `farthest` m. */
export function shows(spans: Spans, r: number, height: number, least: number, farthest: number): boolean {
  const [floor, top] = [-height / r, (TALL - height) / r];
  for (const [from, to] of spans) {
    const [low, high] = [Math.max(from, floor), Math.min(to, top)];
    // Nearest where it is level.
    if ((high - low) * r >= least && r * Math.hypot(1, Math.max(low, Math.min(high, 0))) <= farthest) return true;
  }
  return false;
}
