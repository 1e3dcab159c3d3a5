// Views from level to level; may-see only, since must-see never leaves a level.
import { append } from '../../base/arrays.js';
import { spendBudget } from '../../base/budget.js';
import { boxOfRings, containsPoint, grow, ringOfBox } from '../../geometry/index.js';
import type { Point } from '../../geometry/types.js';
import type { Device, Site } from '../../plan/model.js';
import type { MayWorld, World } from '../scene/barriers.js';
import type { Scene } from '../scene/scene.js';
import type { Unsaid } from '../types.js';
import type { Passed } from '../view/crossings.js';
import { bandOf, type View, viewOf } from '../view/views.js';
import { ridesTo, routeOf, seenFrom, unsaidOf } from './device.js';
import type { LevelLook, Target } from './paths.js';
import { jointsOf, lieInEachOther, slabsOf } from './slabs.js';
import type { Exits, Storey, Tower } from './stack.js';
import { type Obstacles, obstaclesOf } from './upright.js';

/** Fact missing from the plan, without which a view of another level is only an upper bound. */
export type { Unsaid } from '../types.js';

/**
 * Views from level to level. May-see only: must-see never leaves a level.
 *
 * What is seen of another level is the plan projection of all points (x, y, z) with z between its floor and the height
 * that counts there (no higher than its ceiling, where that is looked under) that are in frame in some pose of the lens
 * and free of every wall, sill, lintel, floor and ceiling of every storey on the way. A wall stands from its floor to its
 * ceiling and no farther: a line that is above that, or still below, passes it.
 *
 * A line that comes from above passes the plane of that level's ceiling, one from below that of its floor, and there it
 * is in a hole. Which lines come so far is worked out plane by plane, exactly. Of the holes that they pass, the near and
 * the far edge as seen from the eye are two gates for the kernel of may-see, like a sill and a lintel, and so are walls of
 * the level that they meet before they are through. So frame, hole, sills and lintels all hold at one height. An upper
 * bound where levels beside each other hide something together: each is passed by itself.
 */
export interface Levels {
  /** Returns the may-see of a device on another level; [] if it sees nothing there. */
  view(device: Device, level: string, world: MayWorld, density: number): View;
  /** Returns the function that tells what a sight line to a point of another level passes. */
  route(device: Device, level: string, world: MayWorld): Route;
  /** Returns the metres by which the other level's floor is above the device's own; 0 if the device moves there. */
  rise(device: Device, level: string): number;
  /**
   * Returns the fact missing from the plan without which the device's views on another level are only a bound;
   * undefined: none is missing.
   */
  unsaid(device: Device, level: string): Unsaid | undefined;
}

/**
 * Function of an eye and a seen point: what the line between them passes, and from where on it is on the other level.
 */
export type Route = (eye: Point, inside: Point) => { readonly way: readonly Passed[]; readonly from: Point };

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

/**
 * Results remembered by device and name at a density: good for every finer one too, computed again for a coarser one.
 */
class Known<T> {
  private readonly known = new WeakMap<Device, Map<string, Kept<T>>>();

  find(device: Device, name: string, density: number, make: () => T): T {
    const own = this.known.get(device) ?? new Map<string, Kept<T>>();
    this.known.set(device, own);
    const kept = own.get(name);
    if (kept !== undefined && kept.density <= density) return kept.what;
    const what = make();
    own.set(name, { density, what });
    return what;
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
  /** Looks by device, and by level and world: those at every density that was asked for. */
  const looks = new WeakMap<Device, Map<string, LevelLook[]>>();
  const looksOf = (device: Device, level: string, world: MayWorld): LevelLook[] => {
    const own = looks.get(device) ?? new Map<string, LevelLook[]>();
    looks.set(device, own);
    const found = own.get(`${level} ${world}`) ?? [];
    own.set(`${level} ${world}`, found);
    return found;
  };
  return {
    view(device, level, world, density) {
      spendBudget(500);
      const pair = pairOf(device.level, level);
      if (pair === undefined || pair.clash) return [];
      const { own, other } = pair;
      if (ridesTo(device, own, level)) return viewOf(other, device, world, { density, target });
      const found = device.lenses.flatMap((lens, index) =>
        seenFrom({ device, lens, index, world, own, other }, pair.target, density, (name, make) =>
          exits.find(device, name, density, make),
        ),
      );
      if (found.length > 0) append(looksOf(device, level, world), found);
      return found;
    },
    route(device, level, world) {
      const pair = pairOf(device.level, level);
      return (eye, inside) => {
        if (pair === undefined) return { way: [], from: eye };
        const through = looksOf(device, level, world).find((look) => look.eye === eye && containsPoint(look, inside));
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
  const storeyOf = remembered((scene: Scene): Storey => {
    const { elevation, ceiling } = scene.level;
    const slabs = remembered((_: 'slabs') => slabsOf({ levels, sceneOf }, scene));
    return {
      scene,
      floor: elevation,
      top: ceiling === undefined ? undefined : elevation + ceiling,
      slabs: () => slabs('slabs'),
      obstacles: remembered((world: World): Obstacles => obstaclesOf(scene, world, grow(tower('all').bounds, AROUND))),
    };
  });
  const tower = remembered((_: 'all'): Tower => {
    const scenes = levels.flatMap(({ id }) => sceneOf(id) ?? []);
    const bounds = scenes.map((scene) => ringOfBox(scene.bounds));
    const joints = remembered((__: 'joints') => scenes.flatMap((scene) => jointsOf({ levels, sceneOf }, scene)));
    return {
      storeys: scenes.map(storeyOf),
      bounds: boxOfRings(bounds) ?? NOWHERE,
      joints: () => joints('joints'),
    };
  });
  const pairFrom = remembered((own: Scene) =>
    remembered((other: Scene): Pair => {
      spendBudget(2000);
      const clash = Math.abs(own.level.elevation - other.level.elevation) < SAME && lieInEachOther(own, other);
      return { own, other, clash, target: { storey: storeyOf(other), tower: tower('all'), band } };
    }),
  );
  return (from, to) => {
    const [own, other] = [sceneOf(from), sceneOf(to)];
    return own === undefined || other === undefined || own === other ? undefined : pairFrom(own)(other);
  };
}

function remembered<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, { readonly value: V }>();
  return (key) => {
    const found = known.get(key) ?? { value: make(key) };
    known.set(key, found);
    return found.value;
  };
}
