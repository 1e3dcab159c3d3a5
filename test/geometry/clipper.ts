import { createRequire } from 'node:module';
import type { Clipper2ZFactoryFunction, PathsD } from 'clipper2-wasm/dist/clipper2z.js';
import type { Region, Ring } from '../../src/geometry/index.js';

/** Areas by Clipper2, for comparison. Coordinates are rounded to so many decimals, rings are simple. */
export interface Clipper {
  /** m² of the union of two counter-clockwise rings. */
  union(p: Ring, q: Ring, decimals: number): number;
  /** m² of the target that lies in at least one cover. */
  covered(target: Region, cover: readonly Region[], decimals: number): number;
}

export async function loadClipper(): Promise<Clipper> {
  // The package's types name the factory, but not what the module exports.
  const factory: Clipper2ZFactoryFunction = createRequire(import.meta.url)('clipper2-wasm');
  const clipper = await factory();
  const { NonZero } = clipper.FillRule;
  const paths = (rings: readonly Ring[]): PathsD => {
    const all = new clipper.PathsD();
    for (const ring of rings) {
      const path = clipper.MakePathD(ring.flat());
      all.push_back(path);
      path.delete();
    }
    return all;
  };
  /** The result of an operation; frees what went into it. */
  const of = (p: PathsD, q: PathsD, combine: (p: PathsD, q: PathsD) => PathsD): PathsD => {
    const result = combine(p, q);
    p.delete();
    q.delete();
    return result;
  };
  const area = (result: PathsD): number => {
    const value = clipper.AreaPathsD(result);
    result.delete();
    return value;
  };
  return {
    union: (p, q, decimals) => area(of(paths([p]), paths([q]), (a, b) => clipper.UnionD(a, b, NonZero, decimals))),
    covered(target, cover, decimals) {
      const minus = (a: PathsD, b: PathsD) => of(a, b, (p, q) => clipper.DifferenceD(p, q, NonZero, decimals));
      const whole = () => minus(paths(target.rings), paths(target.shadows));
      const rest = cover.reduce(
        (left, { rings, shadows }) => minus(left, minus(paths(rings), paths(shadows))),
        whole(),
      );
      return area(whole()) - area(rest);
    },
  };
}
