// The slopes at which a cone has something in frame, by azimuth: in closed form.
import type { Cone, Span } from './cone.js';
import type { Flat } from './convex.js';

/** Slopes (rise per metre of plan distance) from `low` to `high`; ±∞ where they aren't bounded. */
export interface Slopes {
  readonly low: number;
  readonly high: number;
}

/** A side of a frame: left·x + up·y ≤ by, of points (x, y) of the picture plane; the axis is inside, so by > 0. */
interface Side {
  readonly left: number;
  readonly up: number;
  readonly by: number;
}

/** The frame at one tilt: a direction (cos φ, sin φ, s) is in it if grows·s ≤ along·cos φ − left·sin φ for every side. */
interface Tilted {
  readonly tilt: number;
  readonly along: Float64Array;
  readonly left: Float64Array;
  readonly grows: Float64Array;
}

/** Radians: azimuths nearer than this are one. */
const SAME = 1e-9;
/** Slopes steeper than this count as unbounded. */
const STEEP = 1e6;

/**
 * The band of a cone: for each azimuth, the slopes at which some pose has something in frame.
 *
 * A tilt turns a direction about the camera's level axis. It keeps λ, the angle off the vertical plane of the axis, and
 * changes ω, the angle below the horizon in that plane. For a direction (cos φ, sin φ, s), φ to the left of the
 * heading, tan λ = sin φ/√(cos²φ + s²) and ω = atan2(−s, cos φ). In the picture, the directions of one λ are a branch
 * of a hyperbola. A convex frame that holds its axis meets that branch in one stretch, from ω₀ to ω₁ off the axis. So
 * some tilt of [t₀, t₁] has the direction in frame exactly when ω lies between t₀ + ω₀ and t₁ + ω₁. At one azimuth the
 * band is therefore an interval. It ends where the band of t₀ alone or of t₁ alone ends, or where λ is the greatest in
 * frame.
 *
 * Over a range of headings the extremes of the band are at the ends of the range, or at an azimuth where another of
 * those limits takes over or has an extreme of its own: `critical` lists these azimuths.
 *
 * The band is one interval where the tilts keep to one side of the horizon. Otherwise `at` returns the smallest
 * interval that contains the band; see {@link halves}.
 */
export class Band {
  /** Azimuths off the heading, radians in (−π, π], at which the limits of the band change; ascending. */
  readonly critical: readonly number[];
  private readonly offs: readonly number[];
  private readonly lows: readonly number[];
  private readonly highs: readonly number[];
  private readonly tilted: readonly Tilted[];
  private readonly swing: Span;
  private readonly tilts: Span;
  /** Where λ is the greatest in frame to the left and to the right. */
  private readonly widest: readonly [left: Widest, right: Widest];
  /** True if the point straight below, or straight above, is in frame at some tilt. */
  private readonly below: boolean;
  private readonly above: boolean;
  /** The interval found last. */
  private low = 0;
  private high = 0;

  /** @param cone its frame holds its axis */
  constructor({ frame, tilts, headings }: Cone) {
    const sides = sidesOf(frame);
    this.tilts = tilts;
    this.swing = headings ?? [-Math.PI, Math.PI];
    this.tilted = (tilts[0] === tilts[1] ? [tilts[0]] : tilts).map((tilt) => tiltedBy(sides, tilt));
    this.widest = [widestOf(sides, frame, 1), widestOf(sides, frame, -1)];
    const [up, down] = heightsOf(sides);
    this.below = isBetween(Math.PI / 2, tilts[0] - Math.atan(up), tilts[1] - Math.atan(down));
    this.above = isBetween(-Math.PI / 2, tilts[0] - Math.atan(up), tilts[1] - Math.atan(down));
    const swept = this.swing[1] > this.swing[0];
    this.critical = this.criticalOf(frame, sides, swept);
    const live = swept ? this.critical.filter((off) => this.isLive(off)) : [];
    this.offs = live;
    const slopes = live.map((off) => (this.isLive(off) ? [this.low, this.high] : [0, 0]));
    this.lows = slopes.map(([low]) => low);
    this.highs = slopes.map(([, high]) => high);
  }

  /** Returns the slopes in frame at an azimuth (radians) in some pose; undefined if none is. */
  at(azimuth: number): Slopes | undefined {
    const [first, last] = this.swing;
    const turn = 2 * Math.PI;
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    // The offsets from the headings are [azimuth − last, azimuth − first], by the turn.
    const whole = last - first >= turn - SAME;
    if (!whole) {
      if (this.isLive(azimuth - first)) [low, high] = [this.low, this.high];
      if (last > first && this.isLive(azimuth - last))
        [low, high] = [Math.min(low, this.low), Math.max(high, this.high)];
    }
    for (let i = 0; i < this.offs.length; i += 1) {
      const before = this.offs[i] - (azimuth - last);
      if (!whole && before - turn * Math.floor(before / turn) > last - first) continue;
      low = Math.min(low, this.lows[i]);
      high = Math.max(high, this.highs[i]);
    }
    return low <= high ? { low, high } : undefined;
  }

  /** Returns the azimuths at which the band's limits change, radians, in no order. */
  knots(): number[] {
    const [first, last] = this.swing;
    const ends = last > first ? [first, last] : [first];
    return this.critical.flatMap((off) => ends.map((end) => end + off));
  }

  /** True if something is in frame at an azimuth off one heading; leaves the slopes in `low` and `high`. */
  private isLive(off: number): boolean {
    const [cos, sin] = [Math.cos(off), Math.sin(off)];
    let low = this.below ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    let high = this.above ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    for (const { along, left, grows } of this.tilted) {
      let least = Number.NEGATIVE_INFINITY;
      let most = Number.POSITIVE_INFINITY;
      for (let i = 0; i < grows.length; i += 1) {
        const room = along[i] * cos - left[i] * sin;
        const by = grows[i];
        if (by > FLAT) most = Math.min(most, room / by);
        else if (by < -FLAT) least = Math.max(least, room / by);
        else if (room < 0) most = Number.NEGATIVE_INFINITY;
      }
      if (least > most) continue;
      low = Math.min(low, least);
      high = Math.max(high, most);
    }
    if (this.tilts[1] > this.tilts[0]) {
      const { tangent, off: angle } = this.widest[sin >= 0 ? 0 : 1];
      const square = (sin * sin) / (tangent * tangent) - cos * cos;
      if (square > 0) {
        const slope = Math.sqrt(square);
        if (isBetween(Math.atan2(-slope, cos) - angle, this.tilts[0], this.tilts[1])) {
          low = Math.min(low, slope);
          high = Math.max(high, slope);
        }
        if (isBetween(Math.atan2(slope, cos) - angle, this.tilts[0], this.tilts[1])) {
          low = Math.min(low, -slope);
          high = Math.max(high, -slope);
        }
      }
    }
    this.low = low < -STEEP ? Number.NEGATIVE_INFINITY : low;
    this.high = high > STEEP ? Number.POSITIVE_INFINITY : high;
    // Straight down alone, or straight up, is at no distance: a picture whose edge it is sees nothing behind it.
    return low <= high && high > Number.NEGATIVE_INFINITY && low < Number.POSITIVE_INFINITY;
  }

  /** True if a slope is where the band ends at an azimuth. */
  private isLimit(off: number, slope: number): boolean {
    const near = 1e-6 * (1 + Math.abs(slope));
    return this.isLive(off) && (Math.abs(this.low - slope) <= near || Math.abs(this.high - slope) <= near);
  }

  private criticalOf(frame: Flat, sides: readonly Side[], swept: boolean): number[] {
    const [t0, t1] = this.tilts;
    const found: number[] = [];
    const add = (x: number, y: number) => {
      if (Math.abs(x) + Math.abs(y) > SAME) found.push(Math.atan2(y, x));
    };
    for (const { tilt, along, left, grows } of this.tilted) {
      const [c, s] = [Math.cos(tilt), Math.sin(tilt)];
      for (let i = 0; i < frame.length; i += 2) add(c + frame[i + 1] * s, frame[i]);
      for (let i = 0; swept && i < sides.length; i += 1) {
        // The slope of a side is the greatest, or the least, where its plane rises or falls most.
        if (Math.abs(grows[i]) <= FLAT) continue;
        const most = Math.hypot(along[i], left[i]) / grows[i];
        const off = Math.atan2(-left[i], along[i]);
        if (this.isLimit(off, most)) add(along[i], -left[i]);
        if (this.isLimit(off + Math.PI, -most)) add(-along[i], left[i]);
      }
    }
    if (t1 > t0) {
      const steps = Math.ceil((t1 - t0) / STEP);
      for (const { x, y, tangent } of this.widest) {
        for (let i = 0; i <= steps; i += 1) {
          const tilt = t0 + ((t1 - t0) * i) / steps;
          add(Math.cos(tilt) + y * Math.sin(tilt), x);
        }
        add(1, Math.sign(x) * tangent);
      }
    }
    const sorted = found.sort((p, q) => p - q);
    return sorted.filter((off, i) => i === 0 || off - sorted[i - 1] > SAME);
  }
}

/** A side that grows by less than this is upright. */
const FLAT = 1e-12;

/** True if an angle lies between two others that are less than two turns apart, by the turn. */
function isBetween(angle: number, from: number, to: number): boolean {
  const turn = 2 * Math.PI;
  const past = angle - from + SAME;
  return past - turn * Math.floor(past / turn) <= to - from + 2 * SAME;
}

function tiltedBy(sides: readonly Side[], tilt: number): Tilted {
  const [c, s] = [Math.cos(tilt), Math.sin(tilt)];
  return {
    tilt,
    along: Float64Array.from(sides, ({ up, by }) => by * c - up * s),
    left: Float64Array.from(sides, ({ left }) => left),
    grows: Float64Array.from(sides, ({ up, by }) => up * c + by * s),
  };
}

/** Returns how far a frame reaches up and down from its axis. */
function heightsOf(sides: readonly Side[]): readonly [up: number, down: number] {
  let [most, least] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { up, by } of sides) {
    if (up > FLAT) most = Math.min(most, by / up);
    else if (up < -FLAT) least = Math.max(least, by / up);
  }
  return [most, least];
}

/** Radians of tilt from one azimuth to the next at which the greatest λ is followed. */
const STEP = (4 * Math.PI) / 180;

/**
 * Splits a cone at the horizon, so that the band of each part is one interval at every azimuth. Returns the cone itself
 * if its tilts don't cross the horizon.
 */
export function halves(cone: Cone): readonly Cone[] {
  const [low, high] = cone.tilts;
  if (low >= -SAME || high <= SAME) return [cone];
  return [
    { ...cone, tilts: [low, 0] },
    { ...cone, tilts: [0, high] },
  ];
}

function sidesOf(frame: Flat): Side[] {
  const n = frame.length;
  const sides: Side[] = [];
  for (let i = 0; i < n; i += 2) {
    const [ax, ay, bx, by] = [frame[i], frame[i + 1], frame[(i + 2) % n], frame[(i + 3) % n]];
    const length = Math.hypot(bx - ax, by - ay);
    if (length === 0) continue;
    // The frame runs counter-clockwise in axes left, up as seen from behind: its inside is to the left of each side.
    const [left, up] = [(by - ay) / length, (ax - bx) / length];
    sides.push({ left, up, by: left * ax + up * ay });
  }
  return sides;
}

/** Where a frame's λ is greatest on one side: its tangent, the point of the picture plane, and how far below the axis. */
interface Widest {
  readonly tangent: number;
  /** Radians. */
  readonly off: number;
  readonly x: number;
  readonly y: number;
}

function widestOf(sides: readonly Side[], frame: Flat, sign: number): Widest {
  let best: Widest = { tangent: 0, off: 0, x: 0, y: 0 };
  const consider = (x: number, y: number) => {
    const tangent = (sign * x) / Math.hypot(1, y);
    if (tangent > best.tangent) best = { tangent, off: -Math.atan(y), x, y };
  };
  for (let i = 0; i < frame.length; i += 2) consider(frame[i], frame[i + 1]);
  for (const { left, up, by } of sides) {
    if (left * sign <= 1e-12) continue;
    // Where the hyperbola of one λ touches the side.
    const y = -up / by;
    const x = (by - up * y) / left;
    if (sides.every((side) => side.left * x + side.up * y <= side.by + 1e-12)) consider(x, y);
  }
  return best;
}
