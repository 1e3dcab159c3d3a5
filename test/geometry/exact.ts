import type { Region, Ring } from '../../src/geometry/index.js';

/**
 * Areas in rational arithmetic, for comparison: no rounding but that of each trapezoid to 2^-300 of a square unit. Slow.
 * Written apart from the code under test; only the thought is the same, that between two cuts edges are ordered.
 */
export function exactMeasure(target: Region, cover: readonly Cover[]): { readonly area: number; covered: number } {
  const regions: readonly Cover[] = [target, ...cover];
  const edges = regions.flatMap((region, index) => [
    ...region.rings.flatMap((ring, i) => edgesOf(ring, index, `${index} ring ${i}`, 'ring')),
    ...region.shadows.flatMap((ring, i) => edgesOf(ring, index, `${index} shadow ${i}`, 'shadow')),
    ...edgesOf(region.within ?? [], index, `${index} within`, 'within'),
  ]);
  const cuts = cutsOf(edges);
  let area = 0n;
  let covered = 0n;
  for (let k = 0; k + 1 < cuts.length; k += 1) {
    const [left, right] = [cuts[k], cuts[k + 1]];
    const middle: Ratio = { n: left.n * right.d + right.n * left.d, d: 2n * left.d * right.d };
    const width: Ratio = { n: right.n * left.d - left.n * right.d, d: left.d * right.d };
    // y at the middle, times the middle's denominator and the edge's own width.
    const across = edges
      .filter((e) => !less(left, { n: e.ax, d: 1n }) && !less({ n: e.bx, d: 1n }, right))
      .map((edge) => {
        const dx = edge.bx - edge.ax;
        const n = edge.ay * dx * middle.d + (middle.n - edge.ax * middle.d) * (edge.by - edge.ay);
        return { edge, y: { n, d: dx * middle.d } };
      })
      .sort((p, q) => compare(p.y, q.y));
    const odd = new Map<string, Edge>();
    across.forEach(({ edge, y }, i) => {
      if (!odd.delete(edge.ring)) odd.set(edge.ring, edge);
      const above = across[i + 1]?.y;
      if (above === undefined) return;
      const inside = regions.map(({ within }, region) => {
        const kinds = [...odd.values()].filter((e) => e.region === region).map(({ kind }) => kind);
        return (
          kinds.includes('ring') && !kinds.includes('shadow') && (within === undefined || kinds.includes('within'))
        );
      });
      if (!inside[0]) return;
      const height: Ratio = { n: above.n * y.d - y.n * above.d, d: above.d * y.d };
      const trapezoid = ((width.n * height.n) << FINE) / (width.d * height.d);
      area += trapezoid;
      if (inside.slice(1).includes(true)) covered += trapezoid;
    });
  }
  return { area: toNumber(area), covered: toNumber(covered) };
}

/** Coordinates are whole multiples of 2^-SCALE: exact for doubles from 2^-147 up. */
const SCALE = 200;
const FINE = 300n;

/** A region, of which only what lies in `within` is meant. */
export interface Cover extends Region {
  readonly within?: Ring | undefined;
}

type Kind = 'ring' | 'shadow' | 'within';

interface Ratio {
  readonly n: bigint;
  readonly d: bigint;
}

interface Edge {
  readonly ax: bigint;
  readonly ay: bigint;
  readonly bx: bigint;
  readonly by: bigint;
  readonly region: number;
  readonly ring: string;
  readonly kind: Kind;
}

function edgesOf(ring: Ring, region: number, name: string, kind: Kind): Edge[] {
  return ring.flatMap((p, i) => {
    const q = ring[(i + 1) % ring.length];
    const [[ax, ay], [bx, by]] = p[0] < q[0] ? [p, q] : [q, p];
    return ax === bx
      ? []
      : [{ ax: toInteger(ax), ay: toInteger(ay), bx: toInteger(bx), by: toInteger(by), region, ring: name, kind }];
  });
}

function cutsOf(edges: readonly Edge[]): Ratio[] {
  const cuts: Ratio[] = edges.flatMap((e) => [
    { n: e.ax, d: 1n },
    { n: e.bx, d: 1n },
  ]);
  edges.forEach((p, i) => {
    for (const q of edges.slice(i + 1)) {
      if (p.bx <= q.ax || q.bx <= p.ax) continue;
      const [pdx, pdy, qdx, qdy] = [p.bx - p.ax, p.by - p.ay, q.bx - q.ax, q.by - q.ay];
      const cross = pdx * qdy - pdy * qdx;
      if (cross === 0n) continue;
      const sign = cross < 0n ? -1n : 1n;
      const t = ((q.ax - p.ax) * qdy - (q.ay - p.ay) * qdx) * sign;
      const x = { n: p.ax * cross * sign + t * pdx, d: cross * sign };
      const within = [p, q].every((e) => less({ n: e.ax, d: 1n }, x) && less(x, { n: e.bx, d: 1n }));
      if (within) cuts.push(x);
    }
  });
  return cuts.sort(compare).filter((x, i, all) => i === 0 || less(all[i - 1], x));
}

function compare(p: Ratio, q: Ratio): number {
  const difference = p.n * q.d - q.n * p.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function less(p: Ratio, q: Ratio): boolean {
  return p.n * q.d < q.n * p.d;
}

function toInteger(x: number): bigint {
  return BigInt(Math.trunc(x * 2 ** SCALE));
}

function toNumber(area: bigint): number {
  const places = BigInt(2 * SCALE) + FINE;
  return Number(area >> (places - 80n)) / 2 ** 80;
}
