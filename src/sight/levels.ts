import { holds } from '../geometry/index.js';
import type { Point, Region } from '../geometry/types.js';
import type { Device, Site } from '../plan/model.js';
import type { World } from './barriers.js';
import type { Passed } from './crossings.js';
import { type Obstacles, obstaclesOf } from './levels-beyond.js';
import { framed, type Question, ridesTo, routeOf, type Unsaid, unframedLooks, unsaidOf } from './levels-device.js';
import { bridgedWalls, lieInEachOther, NO_SLABS, type Slabs, slabsOf } from './levels-slabs.js';
import type { LevelLook, Target } from './levels-ways.js';
import type { Scene } from './scene.js';
import { bandOf, type View, viewOf } from './views.js';

export type { Unsaid } from './levels-device.js';

/**
 * Views from level to level. May-see only: must-see never leaves a level.
 *
 * A line from the eye, at height H, to a point at plan distance D and height t on another level passes the last plane
 * between the levels, at height z, at plan distance c = D·(z − H)/(t − H): in a hole of it, that is where no floor and no
 * ceiling lies, and where its own level lets the eye see at that height. On its ray in plan, let that stretch of the hole
 * end at f ≥ c. Then
 * - past f the line is on the other level, whatever c is: what stands there hides it. What stands before f may stand
 *   before c, and is left out;
 * - D = c·(t − H)/(z − H) ≤ k·f, with the largest k of all heights that count.
 * So the point is among those that the eye sees past f in plan, no further than k·f, of whatever line to whatever height
 * of the band. An upper bound; and where nothing lower than the ceiling stands past f, the least one, since the line
 * through f itself is one of them.
 */
export interface Levels {
  /** May-see of a device on another level; [] where it sees nothing there. */
  view(device: Device, level: string, world: 'may' | 'standing', density: number): View;
  /** What a line of sight to a point of another level passes, and from where on it is on that level. */
  route(device: Device, level: string): Route;
  /** m by which the other level's floor is above the device's own; 0 where the device moves there. */
  rise(device: Device, level: string): number;
  /** What the plan would have to say for the device's views on another level to be told; undefined: it says enough. */
  unsaid(device: Device, level: string): Unsaid | undefined;
}

export type Route = (eye: Point, inside: Point) => { readonly way: readonly Passed[]; readonly from: Point };

/** m: elevations nearer to each other than this are the same. */
const SAME = 0.01;

/** Two levels, one looked at from the other. */
interface Pair {
  readonly own: Scene;
  readonly other: Scene;
  /** One lies in the other. */
  readonly clash: boolean;
  readonly target: Target;
}

interface Kept {
  readonly range: number;
  readonly looks: readonly LevelLook[];
}

/** @param target height that must be seen, m: may-see takes 0–2 m, or up to this where it is higher */
export function createLevels(site: Site, sceneOf: (level: string) => Scene | undefined, target: number): Levels {
  const pairOf = pairsOf(site, sceneOf, bandOf(target)[1]);
  const kept = new WeakMap<Device, Map<string, Kept>>();
  const leftBy = new WeakMap<Device, Map<string, readonly Region[]>>();
  /** Everything a lens sees of a level whatever its frame, as far as it was asked for. */
  const unframed = (question: Question, pair: Pair, range: number): readonly LevelLook[] => {
    const { device, other, world, index } = question;
    const own = kept.get(device) ?? new Map<string, Kept>();
    kept.set(device, own);
    const name = `${other.level.id} ${world} ${index}`;
    const known = own.get(name);
    if (known !== undefined && known.range >= range) return known.looks;
    const left = leftBy.get(device) ?? new Map<string, readonly Region[]>();
    leftBy.set(device, left);
    const looks = unframedLooks(question, pair.target, range, (where, find) => {
      const region = left.get(where) ?? find();
      left.set(where, region);
      return region;
    });
    own.set(name, { range, looks });
    return looks;
  };
  return {
    view(device, level, world, density) {
      const pair = pairOf(device.level, level);
      if (pair === undefined || pair.clash) return [];
      const { own, other } = pair;
      if (ridesTo(device, own, level)) return viewOf(other, device, world, { density, target });
      return device.lenses.flatMap((lens, index) => {
        const question = { device, lens, index, world, own, other, band: pair.target.band };
        return framed(question, density, (range) => unframed(question, pair, range));
      });
    },
    route(device, level) {
      const pair = pairOf(device.level, level);
      return (eye, inside) => {
        if (pair === undefined) return { way: [], from: eye };
        const looks = [...(kept.get(device) ?? [])].flatMap(([name, one]) =>
          name.startsWith(`${level} `) ? one.looks : [],
        );
        const through = looks.find((look) => look.eye === eye && holds(look, inside));
        return routeOf(pair.own, pair.other, eye, inside, through);
      };
    },
    rise(device, level) {
      const pair = pairOf(device.level, level);
      if (pair === undefined || ridesTo(device, pair.own, level)) return 0;
      return pair.other.level.elevation - pair.own.level.elevation;
    },
    unsaid(device, level) {
      const pair = pairOf(device.level, level);
      if (pair === undefined) return undefined;
      const { own, other, clash, target: at } = pair;
      if (clash) return { what: 'elevation' };
      return ridesTo(device, own, level)
        ? undefined
        : unsaidOf(device, own, other, site.levels, at.slabsOf(other.level.id));
    },
  };
}

function pairsOf(
  { levels }: Site,
  sceneOf: (level: string) => Scene | undefined,
  band: number,
): (own: string, other: string) => Pair | undefined {
  const slabs = remembered((scene: Scene): Slabs => slabsOf({ levels, sceneOf }, scene));
  const obstacles = remembered((scene: Scene) => remembered((world: World): Obstacles => obstaclesOf(scene, world)));
  const scenes = remembered((_: 'all') => levels.flatMap(({ id }) => sceneOf(id) ?? []));
  const bridged = remembered((scene: Scene) => bridgedWalls({ levels, sceneOf }, scene));
  const slabsAt = (level: string): Slabs => {
    const scene = sceneOf(level);
    return scene === undefined ? NO_SLABS : slabs(scene);
  };
  const pairFrom = remembered((own: Scene) =>
    remembered((other: Scene): Pair => {
      const obstaclesIn = obstacles(other);
      return {
        own,
        other,
        clash: Math.abs(own.level.elevation - other.level.elevation) < SAME && lieInEachOther(own, other),
        target: {
          scene: other,
          levels,
          scenes: () => scenes('all'),
          slabsOf: slabsAt,
          obstaclesOf: obstaclesIn,
          bridged: () => bridged(own),
          band,
        },
      };
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
