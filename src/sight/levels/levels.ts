// Views from level to level; may-see only, since must-see never leaves a level.
import { spendBudget } from '../../base/budget.js';
import { containsPoint } from '../../geometry/index.js';
import type { Point } from '../../geometry/types.js';
import type { Device, Site } from '../../plan/model.js';
import type { MayWorld, World } from '../scene/barriers.js';
import type { Scene } from '../scene/scene.js';
import type { Unsaid } from '../types.js';
import type { Passed } from '../view/crossings.js';
import { bandOf, type View, viewOf } from '../view/views.js';
import { framed, type Question, ridesTo, routeOf, unframedLooks, unsaidOf } from './device.js';
import type { LevelLook, Target } from './paths.js';
import { jointsOf, lieInEachOther, slabsOf } from './slabs.js';
import type { Ladder, Storey, Tower } from './stack.js';
import { type Obstacles, obstaclesOf } from './upright.js';

/** Fact missing from the plan, without which a view of another level is only an upper bound. */
export type { Unsaid } from '../types.js';

/**
 * Views from level to level. May-see only: must-see never leaves a level.
 *
 * A line from the eye, at height H, to a point at plan distance D and height t on another level passes the last plane
 * between the levels, at height z, at plan distance c = D·(z − H)/(t − H). There it is in a hole: where no floor and no
 * ceiling lies, and where everything that stands before lets the eye see at that one height, which is worked out
 * exactly, plane by plane. On its ray in plan, let that stretch of the hole run from a ≤ c to f ≥ c. Then
 * - past f the line is on the other level, whatever c is: walls that stand there hide it. A wall between a and f hides
 *   only what it would hide if the line had passed the plane before it, and a wall before a hides nothing;
 * - D = c·(t − H)/(z − H) ≤ k·f and ≥ k′·a, with the largest k and the least k′ of all heights that count.
 *
 * So the point is among those that the eye sees past f in plan, no farther than k·f, by whatever line to whatever
 * height of the band. An upper bound; and if nothing lower than the ceiling stands past f, the least one, since the
 * line through f itself is one of them.
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

  /** Returns every result under names that begin with `begin`. */
  of(device: Device, begin: string): T[] {
    return [...(this.known.get(device) ?? [])].flatMap(([name, { what }]) => (name.startsWith(begin) ? [what] : []));
  }
}

/**
 * Returns the views between the levels of a site.
 *
 * @param target height that must be seen, m: may-see takes 0–2 m, or up to this if it is higher
 */
export function createLevels(site: Site, sceneOf: (level: string) => Scene | undefined, target: number): Levels {
  const pairOf = pairsOf(site, sceneOf, bandOf(target)[1]);
  const looks = new Known<readonly LevelLook[]>();
  const ladders = new Known<Ladder>();
  const unframed = (question: Question, pair: Pair, density: number): readonly LevelLook[] => {
    const { device, other, world, index } = question;
    return looks.find(device, `${other.level.id} ${world} ${index}`, density, () =>
      unframedLooks(question, pair.target, density, (name, make) => ladders.find(device, name, density, make)),
    );
  };
  return {
    view(device, level, world, density) {
      spendBudget(500);
      const pair = pairOf(device.level, level);
      if (pair === undefined || pair.clash) return [];
      const { own, other } = pair;
      if (ridesTo(device, own, level)) return viewOf(other, device, world, { density, target });
      return device.lenses.flatMap((lens, index) => {
        const question = { device, lens, index, world, own, other, band: pair.target.band };
        return framed(question, density, () => unframed(question, pair, density));
      });
    },
    route(device, level, world) {
      const pair = pairOf(device.level, level);
      return (eye, inside) => {
        if (pair === undefined) return { way: [], from: eye };
        const known = looks.of(device, `${level} ${world} `).flat();
        const through = known.find((look) => look.eye === eye && containsPoint(look, inside));
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
      obstacles: remembered((world: World): Obstacles => obstaclesOf(scene, world)),
    };
  });
  const tower = remembered((_: 'all'): Tower => {
    const scenes = levels.flatMap(({ id }) => sceneOf(id) ?? []);
    const joints = remembered((__: 'joints') => scenes.flatMap((scene) => jointsOf({ levels, sceneOf }, scene)));
    return { storeys: scenes.map(storeyOf), joints: () => joints('joints') };
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
