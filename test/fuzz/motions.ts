import type { Point } from '../../src/geometry/types.js';
import { unproject } from '../../src/plan/read/frame.js';
import { type Motion, moved } from '../support/transform.js';
import type { PlanDoc, XY } from './document.js';

/** Along the plane, not rounded: of multiples of a power of 2 the sums are exact. */
export function shifted([dx, dy]: Point): Motion {
  return { move: ([x, y]) => [x + dx, y + dy], bearing: (heading) => heading, mirrored: false };
}

/** Counter-clockwise about the origin, to the last digit a double has. */
export function spun(degrees: number): Motion {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return {
    move: ([x, y]) => [cos * x - sin * y, sin * x + cos * y],
    bearing: (heading) => (((heading - degrees) % 360) + 360) % 360,
    mirrored: false,
  };
}

/** About the y axis. */
const REFLECTED: Motion = {
  move: ([x, y]) => [-x, y],
  bearing: (heading) => (360 - heading) % 360,
  mirrored: true,
};

/** One motion after another. */
function then(first: Motion, second: Motion): Motion {
  return {
    move: (point) => second.move(first.move(point)),
    bearing: (heading) => second.bearing(first.bearing(heading)),
    mirrored: first.mirrored !== second.mirrored,
  };
}

const HOHHOT: XY = [111.67, 40.82];

/** As many decimals of a degree as the README asks for: a ninth of a millimetre. */
const DECIMALS = 1e9;

function inDegrees(doc: PlanDoc): PlanDoc {
  const move = (point: Point): XY => {
    const [longitude, latitude] = unproject(point, HOHHOT);
    return [Math.round(longitude * DECIMALS) / DECIMALS, Math.round(latitude * DECIMALS) / DECIMALS];
  };
  const { north: _, ...written } = moved(doc, { move, bearing: (heading) => heading, mirrored: false });
  return { ...written, coordinates: 'wgs84', origin: HOHHOT };
}

function inMillimetres(doc: PlanDoc): PlanDoc {
  const move = ([x, y]: Point): XY => [x * 1000, y * 1000];
  return { ...moved(doc, { move, bearing: (heading) => heading, mirrored: false }), coordinates: 'millimetres' };
}

const by = (motion: Motion) => (doc: PlanDoc) => moved(doc, motion);

/** Ways to lay a plan, and to write it, that change no verdict: the promise of the README. */
export const MOTIONS: Readonly<Record<string, (doc: PlanDoc) => PlanDoc>> = {
  'a shift': by(shifted([12.345, -67.891])),
  'a far shift': by(shifted([-4321.987, 876.543])),
  'a quarter turn': by(spun(90)),
  'a turn by 17°': by(spun(17)),
  'a turn by 123.456° and a shift': by(then(spun(123.456), shifted([31.7, 0.003]))),
  'a mirror': by(REFLECTED),
  'a mirror, turned by 31.4°': by(then(REFLECTED, spun(31.4))),
  millimetres: inMillimetres,
  degrees: inDegrees,
  'degrees, turned by 7.7°': (doc) => inDegrees(moved(doc, spun(7.7))),
};
