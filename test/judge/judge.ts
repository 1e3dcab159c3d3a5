import { hears } from './hearing.js';
import { isInside } from './inside.js';
import { PRIVATE } from './law.js';
import type { Area } from './plane.js';
import {
  askedOn,
  type Counted,
  countedIn,
  type Marks,
  type MustScene,
  marksOf,
  mustSceneOf,
  protects,
} from './protection.js';
import { type Device, type Level, type Plan, planOf } from './read.js';
import { type Target, targetsOf } from './targets.js';
import { type Look, type Scene, type Sees, sceneOf, viewsOf } from './views.js';

/**
 * The independent judge: reads a plan by itself and says, where it can, what is harmful in it. It shares nothing with what
 * it judges.
 */

/** Where a device stands to a private zone, what it sees and hears of it. `unsure` is what is too close to call. */
export interface Pair {
  readonly device: string;
  readonly zone: string;
  readonly kind: string;
  readonly inside: boolean | undefined;
  /** True if a device near an anchor certainly sees or hears something of what is near it. */
  readonly observes: boolean;
  readonly sees: Sees | 'own';
  /** m² that it sees of the zone at least, mounted as drawn; 0 where it stands in it. */
  readonly least: number;
  /** m² that it may see of the zone at most; undefined where nothing bounds it. */
  readonly most: number | undefined;
  readonly hears: boolean | undefined;
  readonly video: string;
  readonly audio: string;
}

export interface Place {
  readonly zone: string;
  readonly named: boolean;
  readonly is: ReturnType<typeof protects>;
}

export interface Judgement {
  /** By `device>zone`. */
  readonly pairs: ReadonlyMap<string, Pair>;
  readonly places: ReadonlyMap<string, Place>;
  /** Pairs of a device and a private zone on another level, which aren't judged. */
  readonly elsewhere: number;
}

interface Known {
  readonly scene: Scene;
  readonly must: MustScene;
  readonly targets: readonly Target[];
  readonly pairs: Map<string, readonly Pair[]>;
  readonly counted: Map<string, Counted>;
  readonly marks: Map<string, Marks>;
}

/** Judges plans that have most of their levels and devices in common: what is the same is looked at once. */
export class Judge {
  readonly #known = new Map<string, Known>();

  /** @param keep whether what is looked at is looked at again */
  judge(document: unknown, keep = false): Judgement {
    const plan = planOf(document);
    const pairs = new Map<string, Pair>();
    const places = new Map<string, Place>();
    for (const level of plan.levels) {
      const known = this.#of(level, keep);
      for (const device of level.devices) {
        for (const pair of pairsOf(known, device)) pairs.set(`${pair.device}>${pair.zone}`, pair);
      }
      for (const { zone, named } of askedOn(level, plan.categories)) {
        const counted = remembered(known.counted, zone.id, () => countedIn(level, zone));
        const marks = (device: Device) =>
          remembered(known.marks, `${zone.id} ${JSON.stringify(device)}`, () =>
            marksOf(known.must, device, counted.points),
          );
        places.set(zone.id, { zone: zone.id, named, is: protects(known.must, zone, counted, level.devices, marks) });
      }
    }
    return { pairs, places, elsewhere: elsewhereIn(plan) };
  }

  #of(level: Level, keep: boolean): Known {
    const { devices: _, ...rest } = level;
    const key = JSON.stringify(rest);
    const found = this.#known.get(key);
    if (found !== undefined) return found;
    const scene = sceneOf(level);
    const fresh: Known = {
      scene,
      must: mustSceneOf(level, scene),
      targets: targetsOf(level),
      pairs: new Map(),
      counted: new Map(),
      marks: new Map(),
    };
    if (keep) this.#known.set(key, fresh);
    return fresh;
  }
}

function remembered<T>(map: Map<string, T>, key: string, make: () => T): T {
  const found = map.get(key);
  if (found !== undefined) return found;
  const fresh = make();
  map.set(key, fresh);
  return fresh;
}

function pairsOf(known: Known, device: Device): readonly Pair[] {
  return remembered(known.pairs, JSON.stringify(device), () => look(known, device));
}

function look({ scene, targets }: Known, device: Device): Pair[] {
  if (device.removed || (device.video === 'none' && device.audio === 'none')) return [];
  const inside = new Map(targets.map((target) => [target, isInside(scene, device, target)]));
  const outside = targets.filter((target) => inside.get(target) !== true);
  const rings = outside.filter(({ regime }) => regime === 'anchor').map((target) => ringOf(target, 3.1));
  const nearby = targets
    .filter((target) => target.regime === 'anchor' && inside.get(target) === true)
    .map((target) => ringOf(target, INSCRIBED));
  const views =
    device.video === 'none'
      ? new Map<Target, Look>()
      : viewsOf(scene, device, [...outside, ...[...rings, ...nearby].map(({ ring }) => ring)]);
  return targets.map((target) => {
    const own = inside.get(target);
    const ring = rings.find((one) => one.target === target)?.ring;
    const near = ring === undefined ? 'nothing' : (views.get(ring)?.sees ?? 'nothing');
    const itself = views.get(target)?.sees ?? 'nothing';
    return {
      device: device.id,
      zone: target.zone.id,
      kind: target.zone.kind,
      inside: own,
      observes: observes(device, nearby.find((one) => one.target === target)?.ring, views),
      sees:
        own === true
          ? 'own'
          : itself === 'nothing' && near !== 'nothing'
            ? 'unsure'
            : own === undefined && itself !== 'nothing'
              ? 'unsure'
              : itself,
      least: own === false ? (views.get(target)?.least ?? 0) : 0,
      most: own === false ? views.get(target)?.most : undefined,
      hears: own === true || device.audio === 'none' ? false : hears(scene, device, target),
      video: device.video,
      audio: device.audio,
    };
  });
}

function observes(device: Device, ring: Target | undefined, views: ReadonlyMap<Target, Look>): boolean {
  if (ring === undefined) return false;
  const seen = views.get(ring)?.sees ?? 'nothing';
  return device.audio === 'microphone' || device.audio === 'two-way' || (seen !== 'nothing' && seen !== 'unsure');
}

/** m: a box that is wider than an anchor by so much on every side lies within 3 m of it, its corners too. */
const INSCRIBED = 2.1;

/** The box that is wider than an anchor by `by` m on every side. */
function ringOf(target: Target, by: number): { readonly target: Target; readonly ring: Target } {
  const xs = target.zone.ring.map(([x]) => x);
  const ys = target.zone.ring.map(([, y]) => y);
  const [left, right, low, high] = [
    Math.min(...xs) - by,
    Math.max(...xs) + by,
    Math.min(...ys) - by,
    Math.max(...ys) + by,
  ];
  const area: Area = {
    ring: [
      [left, low],
      [right, low],
      [right, high],
      [left, high],
    ],
    holes: [],
  };
  return { target, ring: { ...target, zone: { ...target.zone, ...area }, nested: [], step: 0.25 } };
}

function elsewhereIn({ levels }: Plan): number {
  const captures = (level: Level) =>
    level.devices.filter(({ removed, video, audio }) => !removed && (video !== 'none' || audio !== 'none')).length;
  const rooms = (level: Level) => level.zones.filter(({ kind }) => PRIVATE[kind] !== undefined).length;
  return levels.reduce(
    (sum, level) => sum + captures(level) * levels.reduce((n, other) => n + (other === level ? 0 : rooms(other)), 0),
    0,
  );
}
