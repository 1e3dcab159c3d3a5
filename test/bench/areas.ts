import { coveredArea, measure, type Region, uncoveredPieces } from '../../src/geometry/index.js';
import { boxesOverlap, boxOfRegion } from '../../src/geometry/shapes/ring.js';
import { hall, office } from '../geometry/offices.js';

export interface AreaFigures {
  /** Zones measured, and the mean of the views whose box reaches into one, and of those views' vertices. */
  readonly zones: number;
  readonly views: number;
  readonly vertices: number;
  /** µs per zone. */
  readonly measure: number;
  readonly pieces: number;
  /** µs for one view in one zone. */
  readonly single: number;
  /** How the time of one hall grows with the number of views on it: the exponents from 64 to 512, when they hold it. */
  readonly exponent: number;
  readonly piecesExponent: number;
}

/** Areas and uncovered pieces of an office's zones with 3 to 8 views on each, single views, and hundreds on one zone. */
export function areaFigures(turned = 0): AreaFigures {
  const { zones, views } = office(7, 12, 120, 400, turned);
  const jobs = zones
    .map((zone) => ({ zone, cover: views.filter((view) => overlap(zone, view)) }))
    .filter(({ cover }) => cover.length >= 3)
    .map(({ zone, cover }) => ({ zone, cover: cover.slice(0, 8) }));
  const pairs = jobs.flatMap(({ zone, cover }) => cover.map((view) => ({ zone, view: [view] })));
  const count = pairs.length;
  const vertices = pairs.reduce((sum, { view }) => sum + (view[0]?.rings[0]?.length ?? 0), 0);
  const { zone: whole, views: crowd } = hall(5, 60, 512);
  const growth = (work: (cover: readonly Region[]) => unknown): number =>
    Math.log(perItem([crowd], work) / perItem([crowd.slice(0, 64)], work)) / Math.log(512 / 64);
  return {
    zones: jobs.length,
    views: count / jobs.length,
    vertices: vertices / count,
    measure: perItem(jobs, ({ zone, cover }) => measure(zone, cover)),
    pieces: perItem(jobs, ({ zone, cover }) => uncoveredPieces(zone, cover)),
    single: perItem(pairs, ({ zone, view }) => coveredArea(zone, view)),
    exponent: growth((cover) => measure(whole, cover)),
    piecesExponent: growth((cover) => uncoveredPieces(whole, cover)),
  };
}

function overlap(p: Region, q: Region): boolean {
  const [a, b] = [boxOfRegion(p), boxOfRegion(q)];
  return a !== undefined && b !== undefined && boxesOverlap(a, b);
}

/** Fastest of some rounds, µs: what else the machine does only adds. */
function perItem<T>(items: readonly T[], work: (item: T) => unknown): number {
  const rounds: number[] = [];
  const end = performance.now() + 600;
  do {
    const start = performance.now();
    for (const item of items) work(item);
    rounds.push((1000 * (performance.now() - start)) / items.length);
  } while (performance.now() < end || rounds.length < 5);
  return Math.min(...rounds);
}

export default function areas(print: (line: string) => void): void {
  for (const degrees of [0, 17]) {
    const f = areaFigures((degrees * Math.PI) / 180);
    print(
      `areas, ${degrees}°: ${f.zones} zones with ${f.views.toFixed(1)} views of ${f.vertices.toFixed(0)} vertices: ` +
        `measure ${f.measure.toFixed(1)} µs, uncovered pieces ${f.pieces.toFixed(1)} µs a zone; ` +
        `one view ${f.single.toFixed(2)} µs; growth with views on one hall: exponent ${f.exponent.toFixed(2)}, pieces ${f.piecesExponent.toFixed(2)}`,
    );
  }
}
