// Areas seen in two plans: how many m² are gained and lost, and the outlines of both.
import { coveredPieces, measure, type Region, type Ring, uncoveredPieces } from '../../../geometry/index.js';
import { type Map2, mapped } from './shapes.js';

/** A zone on one level: the region to be seen (`target`) and the regions seen (`cover`). */
export interface AreaView {
  readonly target: Region;
  readonly cover: readonly Region[];
}

/** The area view of a plan that doesn't have the zone. */
export const UNSEEN: AreaView = { target: { rings: [], shadows: [] }, cover: [] };

/** m² of the region and of what is seen of it before and after, and m² that only one of the plans sees. */
export interface Gain {
  readonly area: { readonly old: number; readonly new: number };
  readonly seen: { readonly old: number; readonly new: number };
  readonly gained: number;
  readonly lost: number;
}

/** Returns the same area view in the other plan's metres. */
export function areaViewIn({ target, cover }: AreaView, map: Map2): AreaView {
  return { target: mapped(target, map), cover: cover.map((region) => mapped(region, map)) };
}

/**
 * Returns how much more and how much less is seen, by slabs. Of the part that both zones share, with O and N what is
 * seen of it: |O ∩ N| = |O| + |N| − |O ∪ N|, three figures that are each exact but for rounding. So a comparison the
 * other way round gives the same figures swapped.
 *
 * @param isSame true if both targets are the same region
 */
export function gainOf(old: AreaView, now: AreaView, isSame: boolean): Gain {
  const [before, after] = [measure(old.target, old.cover), measure(now.target, now.cover)];
  const shared = isSame ? [now.target] : coveredPieces(now.target, [old.target]).map(regionOf);
  const both = shared.reduce((sum, part) => sum + seenByBoth(part, old.cover, now.cover), 0);
  return {
    area: { old: before.area, new: after.area },
    seen: { old: before.covered, new: after.covered },
    gained: Math.max(0, after.covered - both),
    lost: Math.max(0, before.covered - both),
  };
}

function seenByBoth(part: Region, old: readonly Region[], now: readonly Region[]): number {
  if (old.length === 0 || now.length === 0) return 0;
  const covered = (cover: readonly Region[]) => measure(part, cover).covered;
  return covered(old) + covered(now) - covered([...old, ...now]);
}

/** m²: a piece smaller than this isn't drawn. */
const DRAWN = 0.005;

/** Returns what is seen in `now` and not in `old`, as rings to draw, even-odd. */
export function onlyIn(now: AreaView, old: AreaView): readonly Ring[] {
  const before = coveredPieces(old.target, old.cover).map(regionOf);
  return coveredPieces(now.target, now.cover)
    .flatMap((piece) => uncoveredPieces(regionOf(piece), before))
    .flatMap(({ area, outline }) => (area < DRAWN ? [] : outline));
}

function regionOf({ outline: [outer, ...holes] }: { readonly outline: readonly Ring[] }): Region {
  return { rings: outer === undefined ? [] : [outer], shadows: holes };
}
