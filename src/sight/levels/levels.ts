// Views from level to level; may-see only, since must-see never leaves a level.
import { spendBudget } from '../../base/budget.js';
import { memoize, memoizeByName, once } from '../../base/memo.js';
import { boxOf, boxOfRegion, boxOfRings, containsPoint, grow, ringOfBox } from '../../geometry/index.js';
import type { Box, Point } from '../../geometry/types.js';
import type { Device, Site } from '../../plan/model.js';
import type { MayWorld, World } from '../scene/barriers.js';
import { boxesOf } from '../scene/box-index.js';
import type { Scene } from '../scene/scene.js';
import type { Unsaid } from '../types.js';
import type { Passed } from '../view/crossings.js';
import { bandOf, type View, viewOf } from '../view/views.js';
import { ridesTo, routeOf, seenFrom, unsaidOf } from './device.js';
import { type Arrivals, arrivalsAt, isThrough, type LevelLook, type Target } from './paths.js';
import { jointsOf, lieInEachOther, slabsOf } from './slabs.js';
import type { Exits, Storey, Tower } from './stack.js';
import { type Obstacles, obstaclesOf } from './upright.js';

/** Fact missing from the plan, without which a view of another level is only an upper bound. */
export type { Unsaid } from '../types.js';

/**
 * Answers what a device may see of levels other than its own. May-see only: must-see never leaves a level.
 *
 * What is seen of another level is the plan projection of all points (x, y, z), z from its floor to the height below
 * which something seen counts (at most its ceiling, if the eye is above that), that are in frame in some pose of the
 * lens and free of every wall, sill, lintel, floor and ceiling of every storey on the way. A wall stands from its floor
 * to its ceiling and no farther: where a line is still below its floor, or above its ceiling, the wall doesn't hide.
 *
 * A line from above passes the plane of that level's ceiling, a line from below the plane of its floor, and it must do
 * so in a hole. Which lines get that far is worked out exactly, plane by plane. The near and the far edge of each hole,
 * as seen from the eye, are two gates for the kernel of may-see, like a sill and a lintel. A wall of the level that
 * lines meet before they are through the hole is a gate, too: they pass over or under it. So frame, hole, sills and
 * lintels all hold at one height. The walls of each level are tested by themselves: where those of several levels
 * beside each other hide only together, the view is an upper bound.
 */
export interface Levels {
  /** Returns the may-see of a device on another level; [] if it sees nothing there. */
  view(device: Device, level: string, world: MayWorld, density: number): View;
  /** Returns the function that tells what a sight line to a point of another level passes. */
  route(device: Device, level: string, world: MayWorld): Route;
  /** Returns the metres by which the other level's floor is above the device's own; 0 if the device moves there. */
  rise(device: Device, level: string): number;
  /**
   * Returns the fact missing from the plan without which the device's views on another level are no more than an
   * upper bound; undefined: none is missing.
   */
  unsaid(device: Device, level: string): Unsaid | undefined;
}

/**
 * Function of an eye and a seen point: what the line between them passes, and from where on it is on the other level.
 */
export type Route = (eye: Point, inside: Point) => { readonly way: readonly Passed[]; readonly from: Point };

/** Most eyes of which it is remembered how they see one level: a device of uncertain place has nine. */
const RECENT = 16;

/** m: elevations closer than this are the same. */
const SAME = 0.01;

/** Two levels, one looked at from the other. */
interface Pair {
  readonly own: Scene;
  readonly other: Scene;
  /** True if one level lies in the other. */
  readonly clash: boolean;
  readonly target: Target;
}

interface Kept<T> {
  readonly density: number;
  readonly what: T;
}

/** Results remembered by device and name at the coarsest density they were asked for: good for every finer one too. */
class Known<T> {
  private readonly known = new WeakMap<Device, Map<string, Kept<T>>>();

  find(device: Device, name: string, density: number, make: () => T): T {
    const kept = this.at(device, name);
    if (kept !== undefined && kept.density <= density) return kept.what;
    const what = make();
    this.keep(device, name, density, what);
    return what;
  }

  at(device: Device, name: string): Kept<T> | undefined {
    return this.known.get(device)?.get(name);
  }

  /** Keeps a result unless there is one of a coarser density. */
  keep(device: Device, name: string, density: number, what: T): void {
    const own = this.known.get(device) ?? new Map<string, Kept<T>>();
    this.known.set(device, own);
    if (!((own.get(name)?.density ?? Number.POSITIVE_INFINITY) < density)) own.set(name, { density, what });
  }
}

/**
 * Returns the views between the levels of a site.
 *
 * @param target height that must be seen, m: may-see takes 0–2 m, or up to this if it is higher
 */
export function createLevels(site: Site, sceneOf: (level: string) => Scene | undefined, target: number): Levels {
  const pairOf = pairsOf(site, sceneOf, bandOf(target)[1]);
  const exits = new Known<Exits | undefined>();
  // Rules ask for one level at many densities in a row; all that there ever were would take too much room.
  const recent = new Map<Exits, { readonly target: Target; readonly arrivals: Arrivals }>();
  const arrivalsOf = (from: Exits, target: Target): Arrivals => {
    const known = recent.get(from);
    if (known?.target === target) return known.arrivals;
    if (recent.size >= RECENT) recent.clear();
    const arrivals = arrivalsAt(from, target);
    recent.set(from, { target, arrivals });
    return arrivals;
  };
  const looks = new Known<readonly LevelLook[]>();
  return {
    view(device, level, world, density) {
      spendBudget(500);
      const pair = pairOf(device.level, level);
      if (pair === undefined || pair.clash) return [];
      const { own, other } = pair;
      if (ridesTo(device, own, level)) return viewOf(other, device, world, { density, target });
      const found = device.lenses.flatMap((lens, index) =>
        seenFrom({ device, lens, index, world, own, other }, pair.target, density, {
          exits: (name, make) => exits.find(device, name, density, make),
          arrivals: arrivalsOf,
        }),
      );
      if (found.length > 0) looks.keep(device, `${level} ${world}`, density, found);
      return found;
    },
    route(device, level, world) {
      const pair = pairOf(device.level, level);
      return (eye, inside) => {
        if (pair === undefined) return { way: [], from: eye };
        const seen = looks.at(device, `${level} ${world}`)?.what ?? [];
        const through = seen.find((look) => look.eye === eye && isThrough(look, inside) && containsPoint(look, inside));
        return routeOf(pair.own, pair.other, eye, inside, through);
      };
    },
    rise(device, level) {
      const pair = pairOf(device.level, level);
      if (pair === undefined || ridesTo(device, pair.own, level)) return 0;
      return pair.other.level.elevation - pair.own.level.elevation;
    },
    unsaid(device, level) {
      spendBudget(100);
      const pair = pairOf(device.level, level);
      if (pair === undefined) return undefined;
      const { own, other, clash, target: at } = pair;
      if (clash) return { what: 'elevation' };
      return ridesTo(device, own, level) ? undefined : unsaidOf(device, own, other, at);
    },
  };
}

/** m round everything on the site: no device is moved farther away. */
const AROUND = 20;

const NOWHERE = { minX: 0, minY: 0, maxX: 0, maxY: 0 };

function pairsOf(
  { levels }: Site,
  sceneOf: (level: string) => Scene | undefined,
  band: number,
): (own: string, other: string) => Pair | undefined {
  const storeyOf = memoize((scene: Scene): Storey => {
    const { elevation, ceiling } = scene.level;
    const slabs = once(() => slabsOf({ levels, sceneOf }, scene));
    const drawn = once(() => boxesOf(drawnOn(scene), (box) => box));
    return {
      scene,
      floor: elevation,
      top: ceiling === undefined ? undefined : elevation + ceiling,
      slabs,
      drawn,
      obstacles: memoizeByName((world: World): Obstacles => obstaclesOf(scene, world, grow(tower().bounds, AROUND))),
    };
  });
  const tower = once((): Tower => {
    const scenes = levels.flatMap(({ id }) => sceneOf(id) ?? []);
    const bounds = scenes.map((scene) => ringOfBox(scene.bounds));
    const joints = once(() => scenes.flatMap((scene) => jointsOf({ levels, sceneOf }, scene)));
    return {
      storeys: scenes.map(storeyOf),
      bounds: boxOfRings(bounds) ?? NOWHERE,
      joints,
    };
  });
  const pairFrom = memoize((own: Scene) =>
    memoize((other: Scene): Pair => {
      spendBudget(2000);
      const clash = Math.abs(own.level.elevation - other.level.elevation) < SAME && lieInEachOther(own, other);
      return { own, other, clash, target: { storey: storeyOf(other), tower: tower(), band } };
    }),
  );
  return (from, to) => {
    const [own, other] = [sceneOf(from), sceneOf(to)];
    return own === undefined || other === undefined || own === other ? undefined : pairFrom(own)(other);
  };
}

/** m by which what ends at the line of a zone may come into it by rounding: too little to count. */
const BESIDE = 1e-6;
/** m about a sign or a device. */
const ABOUT = 0.1;

/** Returns the boxes of the zones, the signs and the devices of a level. */
function drawnOn({ zones, level: { signs, devices } }: Scene): Box[] {
  const places = [...signs, ...devices].map(({ at }) => ({ box: boxOf([at]), by: ABOUT }));
  const regions = zones.map(({ region }) => ({ box: boxOfRegion(region), by: -BESIDE }));
  return [...regions, ...places].flatMap(({ box, by }) => (box === undefined ? [] : [grow(box, by)]));
}
