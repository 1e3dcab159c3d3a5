// One device's view or hearing of one region, worked out as far as it is read.
import { GRANTS, grantBudget, spendBudget } from '../../base/budget.js';
import { memoize } from '../../base/memo.js';
import { boxOfRegions, coveredArea, coveredPieces, isWiderThan } from '../../geometry/index.js';
import type { Piece, Point, Region, Ring } from '../../geometry/types.js';
import type { Device } from '../../plan/model.js';
import type { Scene } from '../scene/scene.js';
import { stationsOf } from '../sound/path.js';
import type { SoundWay } from '../sound/sound.js';
import type { Reach } from '../types.js';
import type { Passed } from './crossings.js';
import type { View } from './views.js';
import { type Worst, WorstPoint } from './witness.js';

/** m²: a smaller area is a rounding, not a view. */
export const LEAST_AREA = 1e-4;

/**
 * Metres: a region that is nowhere wider is not a view. Walls are welded, which bends them by as much, and regions are
 * not. So slivers of any length lie between a room's edge and the wall that stands for it, and others appear when the
 * plan is turned.
 */
export const THIN = 0.005;

/** Returns the bounding box of a view; memoized, since the view is tested against every place near it. */
export const boxOfView = memoize((view: readonly Region[]) => boxOfRegions(view));

/** Returns the m² of `region` in `view`; 0 if that is nothing but slivers. */
export function seenIn(region: Region, view: readonly Region[]): number {
  return seenOf(region, view).area;
}

/** Returns the area of `region` in `view` and its numerical bound, m²; both 0 if that is nothing but slivers. */
function seenOf(region: Region, view: readonly Region[]): { readonly area: number; readonly bound: number } {
  spendBudget(50 + 4 * view.length);
  const { covered, bound, edges } = coveredArea(region, view, LEAST_AREA, boxOfView(view));
  if (covered < LEAST_AREA) return UNSEEN;
  // A piece that is nowhere wider than w has at most w/2 m² for each metre of its edge.
  const wide = 2 * covered > THIN * edges || coveredPieces(region, view).some((piece) => isWiderThan([piece], THIN));
  return wide ? { area: covered, bound } : UNSEEN;
}

const UNSEEN = { area: 0, bound: 0 };

/** Input from which a reach is worked out. */
export interface ReachInput {
  readonly scene: Scene;
  readonly device: Device;
  readonly region: Region;
  readonly view: View;
  /** Returns the shortest way of sound to a point; absent for sight, which has only the straight line. */
  readonly wayTo?: (point: Point) => SoundWay | undefined;
  /** Returns the px/m at a point seen from `eye`; undefined: not bounded, or no picture. */
  readonly densityAt: (eye: Point, point: Point) => number | undefined;
  /** Returns the largest px/m among the pieces seen; costs a search, so called only when read. */
  readonly largestDensity: (pieces: readonly Piece[]) => number | undefined;
  /** Returns the m² that are reached with every door and curtain closed. */
  readonly standingArea: () => number;
  /**
   * Returns what a line from an eye to a point passes, and from where on it is on the scene's level; absent: from the
   * eye on.
   */
  readonly route?:
    | ((eye: Point, inside: Point) => { readonly way: readonly Passed[]; readonly from: Point })
    | undefined;
}

function cornersOf(rings: readonly Ring[]): number {
  return rings.reduce((sum, ring) => sum + ring.length, 0);
}

/**
 * Returns the evidence of a view or a sound that reaches into a region; undefined if none does.
 *
 * @param known reaches of the same device into the same region at other densities and in other worlds, for reuse: of
 * two such views one lies within the other, so that if their areas are equal, so are their pieces
 */
export function reachOf(input: ReachInput, known: Iterable<Reach | undefined> = []): Reach | undefined {
  const { region, view } = input;
  const { area, bound } = seenOf(region, view);
  if (area === 0) return undefined;
  // Only what is reached grants steps: a plan may have millions of pairs of which nobody learns anything.
  const corners = view.reduce((sum, { rings, shadows }) => sum + cornersOf(rings) + cornersOf(shadows), 0);
  grantBudget(GRANTS.reach + GRANTS.reachCorner * corners);
  const level = input.scene.level.id;
  for (const one of known) {
    const isLike = one instanceof Reached && one.level === level && one.area === area;
    if (isLike) return new Reached(input, area, bound, one);
  }
  return new Reached(input, area, bound);
}

/** A reach. For most it only matters that they exist: the rest is worked out when it is read. */
class Reached implements Reach {
  readonly device: Device;
  readonly level: string;
  private readonly work: Work;
  private largest: { readonly density: number | undefined } | undefined;
  private stands: boolean | undefined;

  constructor(
    private readonly input: ReachInput,
    readonly area: number,
    readonly bound: number,
    like?: Reached,
  ) {
    this.device = input.device;
    this.level = input.scene.level.id;
    this.work = like?.work ?? new Work(input);
  }

  get depth(): number {
    return this.work.found().depth;
  }

  isDeeperThan(by: number): boolean {
    return this.work.isDeeperThan(by);
  }

  get worst(): Reach['worst'] {
    const { point, length, density } = this.work.found();
    return { point, distance: length, density };
  }

  get via(): readonly Point[] {
    const { bends, way } = this.work.found();
    return stationsOf(bends, way);
  }

  get crossings(): Reach['crossings'] {
    return this.work.found().way.map(({ crossing }) => crossing);
  }

  get standing(): boolean {
    this.stands ??= this.input.standingArea() >= this.area - LEAST_AREA;
    return this.stands;
  }

  get density(): number | undefined {
    this.largest ??= { density: this.input.largestDensity(this.work.pieces()) };
    return this.largest.density;
  }

  get pieces(): readonly Piece[] {
    return this.work.pieces();
  }
}

/** Most reaches into a level whose pieces are kept: a large site has a hundred thousand, asked about one after the other. */
const RECENT = 256;

/** The reaches into a level whose pieces were worked out last. */
const recentOn = memoize((_: Scene): { readonly works: Work[]; oldest: number } => ({ works: [], oldest: 0 }));

/** What is worked out of a reach when it is read: the witness point is kept, the pieces while few others are read. */
class Work {
  private seen: readonly Piece[] | undefined;
  private search: WorstPoint | undefined;
  private worst: Worst | undefined;
  /** m that the witness point is deeper than. */
  private deeper = Number.NEGATIVE_INFINITY;

  constructor(private readonly input: ReachInput) {}

  pieces(): readonly Piece[] {
    if (this.seen !== undefined) return this.seen;
    const { scene, region, view } = this.input;
    this.seen = coveredPieces(region, view).filter((piece) => isWiderThan([piece], THIN));
    const recent = recentOn(scene);
    recent.works[recent.oldest]?.forget();
    recent.works[recent.oldest] = this;
    recent.oldest = (recent.oldest + 1) % RECENT;
    return this.seen;
  }

  found(): Worst {
    this.worst ??= this.searched().found();
    return this.worst;
  }

  isDeeperThan(by: number): boolean {
    if (this.worst !== undefined) return this.worst.depth > by;
    if (this.deeper >= by) return true;
    const isDeeper = this.searched().isDeeperThan(by);
    if (isDeeper) this.deeper = by;
    return isDeeper;
  }

  private searched(): WorstPoint {
    this.search ??= new WorstPoint(this.input, this.pieces());
    return this.search;
  }

  private forget(): void {
    this.seen = undefined;
    this.search = undefined;
  }
}
