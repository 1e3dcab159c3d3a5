import { apart, distance, type Point, type Stretch } from './plane.js';
import type { Device } from './read.js';
import type { Screen } from './screens.js';

/** m: this near to a wall a device is on it, give or take. */
const ON_WALL = 0.05;
const ABOUT = 0.004;

/** The walls of a level before openings are cut, and what stands of them. */
interface Around {
  readonly walls: readonly Stretch[];
  readonly sure: readonly Screen[];
}

/**
 * Where a device looks from. On a wall it looks out on the side of its heading, from its foot on the wall or from where it
 * is drawn; where no side is meant, or it may be on a wall or not, from every place in question.
 */
export function eyesOf({ walls, sure }: Around, { at, lens }: Device): { eyes: readonly Point[]; doubtful: boolean } {
  const near = walls.filter((wall) => apart(at, wall) < ON_WALL + ABOUT);
  if (near.length === 0) return { eyes: [at], doubtful: false };
  const perhaps = near.some((wall) => apart(at, wall) > ON_WALL - ABOUT || !standsBy(sure, at, wall));
  const azimuth = ((90 - (lens.heading ?? 0)) * Math.PI) / 180;
  const aim: Point = [Math.cos(azimuth), Math.sin(azimuth)];
  const tilt = lens.tilt ?? (lens.form === 'fisheye' ? 90 : 0);
  const sided = lens.heading !== undefined && tilt < 78;
  const ahead = (
    side: 1 | -1,
    among: readonly Stretch[] = near,
  ): { point: Point; isThere: boolean; along: boolean } => {
    let [x, y] = at;
    let isThere = true;
    let along = false;
    for (const { a, b } of [...among, ...among]) {
      const long = distance(a, b);
      const normal: Point = [(a[1] - b[1]) / long, (b[0] - a[0]) / long];
      const towards = aim[0] * normal[0] + aim[1] * normal[1];
      if (Math.abs(towards) < 0.03) along = true;
      const out = (sided ? Math.sign(towards) : 1) * side;
      const off = out * ((x - a[0]) * normal[0] + (y - a[1]) * normal[1]);
      if (out * ((at[0] - a[0]) * normal[0] + (at[1] - a[1]) * normal[1]) < 1e-9) isThere = false;
      x += out * normal[0] * (0.002 - off);
      y += out * normal[1] * (0.002 - off);
    }
    return { point: [x, y], isThere, along };
  };
  const front = ahead(1);
  const clear = sided && !front.along && !perhaps;
  if (clear) return { eyes: front.isThere ? [front.point, at] : [front.point], doubtful: false };
  const feet = [near, ...near.map((wall) => [wall])].flatMap((among) => [
    ahead(1, among).point,
    ahead(-1, among).point,
  ]);
  return { eyes: [...feet, at], doubtful: true };
}

/** Whether something of a wall stands where a device may hang on it, and no opening. */
function standsBy(screens: readonly Screen[], at: Point, wall: Stretch): boolean {
  const long = distance(wall.a, wall.b);
  return screens.some(({ a, b, below, side }) => {
    if (below < Infinity || side !== undefined || apart(at, { a, b }) > ON_WALL - ABOUT) return false;
    const sine = (wall.b[0] - wall.a[0]) * (b[1] - a[1]) - (wall.b[1] - wall.a[1]) * (b[0] - a[0]);
    return Math.abs(sine) < 0.05 * long * distance(a, b);
  });
}
