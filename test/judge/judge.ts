import { type Across, acrossTo } from './across.js';
import { hears } from './hearing.js';
import { isInside } from './inside.js';
import { DOUBTED, PRIVATE, type Regime } from './law.js';
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
import { type Device, type Level, planOf, type Zone } from './read.js';
import { regimeOf, type Target, targetsOf } from './targets.js';
import { type Look, type Scene, type Sees, sceneOf, viewsOf } from './views.js';

/**
 * The independent judge: reads a plan by itself and says, where it can, what is harmful in it. It shares nothing with what
 * it judges.
 */

/** Where a device stands to a private zone, what it sees and hears of it. `unsure` is what is too close to call. */
export interface Pair {
  readonly device: string;
  readonly zone: string;
  /** What it is judged as. */
  readonly kind: string;
  /** How that kind is judged; undefined where nobody could tell what the zone is for, or the plan says why it isn't as grave. */
  readonly regime: Regime | undefined;
  /** Nobody could tell what the zone is for. */
  readonly untold: boolean;
  /** The device is gone, or takes neither pictures nor sound: nothing may be said of it. */
  readonly idle: boolean;
  /** In it or near it in one of the ways it is judged. */
  readonly inside: boolean | undefined;
  /** In it in the way that asks most. */
  readonly within: boolean | undefined;
  /** True if a device near an anchor certainly sees or hears something of what is near it. */
  readonly observes: boolean;
  readonly sees: Sees | 'own';
  /** Ids of the places in the zone that what is seen of it leaves out: each is judged by itself. */
  readonly without: readonly string[];
  /** m² that it sees of the zone at least, mounted as drawn; 0 where it stands in it. */
  readonly least: number;
  /** m² that it may see of the zone at most; undefined where nothing bounds it. */
  readonly most: number | undefined;
  readonly hears: boolean | undefined;
  /** The zone is on another level. */
  readonly across: boolean;
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
  /** Pairs of a device and a private zone on another level of which the plan says too little to judge them. */
  readonly elsewhere: number;
}

export interface Terms {
  /** Whether what is looked at is looked at again. */
  readonly keep?: boolean;
  /** Whether what devices see of other levels is judged too: of large sites that takes long. */
  readonly across?: boolean;
  /** The GeoJSON document that a level names. */
  readonly file?: (name: string) => unknown;
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

  judge(document: unknown, { keep = false, across: isAcross = false, file }: Terms = {}): Judgement {
    const plan = planOf(document, file);
    const pairs = new Map<string, Pair>();
    let elsewhere = 0;
    const places = new Map<string, Place>();
    for (const level of plan.levels) {
      const known = this.#of(level, keep);
      for (const device of level.devices) {
        const own = pairsOf(known, device);
        const others = plan.levels
          .filter((other) => isAcross && other !== level)
          .flatMap((other) => {
            const across = acrossTo(plan.levels, (one) => this.#of(one, keep).scene, level, other, device.height);
            const { targets } = this.#of(other, keep);
            if (across === undefined)
              elsewhere +=
                device.video === 'none' || device.removed ? 0 : targets.filter(({ isMain }) => isMain).length;
            return lookAcross(known.scene, device, targets, across);
          });
        for (const pair of [...own, ...others]) {
          const key = `${pair.device}>${pair.zone}`;
          pairs.set(key, worse(pairs.get(key), pair));
        }
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
    return { pairs, places, elsewhere };
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
  const main = targets.filter(({ isMain }) => isMain);
  if (isIdle(device)) return main.map((target) => nothingOf(device, target));
  const inside = new Map(targets.map((target) => [target, isInside(scene, device, target)]));
  const outside = targets.filter((target) => inside.get(target) !== true);
  const rings = outside.filter(({ regime }) => regime === 'anchor').map((target) => ringOf(target, 3.1));
  const nearby = main
    .filter((target) => target.regime === 'anchor' && inside.get(target) === true)
    .map((target) => ringOf(target, INSCRIBED));
  const views =
    device.video === 'none'
      ? new Map<Target, Look>()
      : viewsOf(scene, device, [...outside, ...[...rings, ...nearby].map(({ ring }) => ring)]);
  const seesOf = (target: Target): Pair['sees'] => {
    const own = inside.get(target);
    if (own === true) return 'own';
    const itself = views.get(target)?.sees ?? 'nothing';
    const ring = rings.find((one) => one.target === target)?.ring;
    const near = ring === undefined ? 'nothing' : (views.get(ring)?.sees ?? 'nothing');
    if (own === undefined && itself !== 'nothing') return 'unsure';
    return itself === 'nothing' && near !== 'nothing' ? 'unsure' : itself;
  };
  const hearsOf = (target: Target) =>
    inside.get(target) === true || device.audio === 'none' ? false : hears(scene, device, target);
  return main.map((target) => {
    const ways = targets.filter(({ zone }) => zone === target.zone);
    const own = inside.get(target);
    return {
      ...nothingOf(device, target),
      inside: inAny(ways.map((one) => inside.get(one))),
      within: own,
      observes: observes(device, nearby.find((one) => one.target === target)?.ring, views),
      sees: inEveryWay(seesOf, targets, target),
      least: own === false ? (views.get(target)?.least ?? 0) : 0,
      most: own === false ? views.get(target)?.most : undefined,
      hears: inAny(ways.map(hearsOf)),
    };
  });
}

function inAny(answers: readonly (boolean | undefined)[]): boolean | undefined {
  return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
}

/** What is seen of a zone in whichever way it is judged it is seen most; that it certainly fails, the first alone says. */
function inEveryWay(seesOf: (target: Target) => Pair['sees'], targets: readonly Target[], main: Target): Pair['sees'] {
  const others = targets
    .filter(({ zone, isMain }) => zone === main.zone && !isMain)
    .map(seesOf)
    .map((sees) => (sees === 'standing' ? 'counts' : sees));
  return [seesOf(main), ...others].reduce((most, sees) => (surer(sees, most) ? sees : most));
}

/** What a device sees of private zones of another level; what it hears of them isn't judged here. */
function lookAcross(scene: Scene, device: Device, targets: readonly Target[], across: Across | undefined): Pair[] {
  const main = targets.filter(({ isMain }) => isMain);
  if (isIdle(device)) return main.map((target) => nothingOf(device, target));
  if (device.video === 'none') return [];
  const open = device.position > 0 ? undefined : across;
  const views = open === undefined ? undefined : viewsOf(scene, device, targets, open);
  // Near an anchor nobody looks for from another level, but may be seen.
  const seesOf = (target: Target): Sees => {
    const sees = views?.get(target)?.sees ?? 'nothing';
    return open === undefined || (target.regime === 'anchor' && sees === 'nothing') ? 'unsure' : sees;
  };
  return main.map((target): Pair => {
    const sees = inEveryWay(seesOf, targets, target);
    const least = views?.get(target)?.least ?? 0;
    // What levels beside each other hide together sitecam bounds from above alone.
    return { ...nothingOf(device, target), sees, least, most: undefined, across: true };
  });
}

/** How sure it is that something is seen from outside, the surest last. */
const SURENESS: readonly Pair['sees'][] = ['nothing', 'own', 'unsure', 'opened', 'counts', 'standing'];

function surer(one: Pair['sees'], other: Pair['sees']): boolean {
  return SURENESS.indexOf(one) > SURENESS.indexOf(other);
}

/** A device and a zone that is on several levels: what is seen of it on whichever it is seen most. */
function worse(known: Pair | undefined, other: Pair): Pair {
  if (known === undefined) return other;
  const sees = surer(other.sees, known.sees) ? other.sees : known.sees;
  return { ...known, sees, least: Math.max(known.least, other.least), most: undefined };
}

function isIdle({ removed, video, audio }: Device): boolean {
  return removed || (video === 'none' && audio === 'none');
}

function nothingOf(device: Device, { zone, regime, nested }: Target): Pair {
  return {
    device: device.id,
    zone: zone.id,
    kind: kindOf(zone),
    regime: zone.untold || zone.closed || device.moves ? undefined : regime,
    untold: zone.untold,
    idle: isIdle(device),
    across: false,
    inside: false,
    within: false,
    observes: false,
    sees: 'nothing',
    without: nested.map(({ id }) => id),
    least: 0,
    most: 0,
    hears: false,
    video: device.removed ? 'none' : device.video,
    audio: device.removed ? 'none' : device.audio,
  };
}

/** The kind that a zone is judged as: of those that ask most the one of which the least is open to doubt. */
function kindOf(zone: Zone): string {
  const { kind, named, roles } = zone;
  const kinds = [kind, named, ...roles].flatMap((one) => (one === undefined ? [] : one));
  const strictest = kinds.filter((one) => PRIVATE[one] === regimeOf(zone));
  return strictest.find((one) => !DOUBTED.has(one)) ?? strictest[0] ?? kind;
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
