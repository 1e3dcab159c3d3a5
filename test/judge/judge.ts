import { type Across, acrossTo } from './across.js';
import { hears } from './hearing.js';
import { isInside, openTo } from './inside.js';
import { type Judged, LAWS, type Law } from './law.js';
import { type Area, liesIn } from './plane.js';
import {
  askedOn,
  type Counted,
  countedIn,
  type Marks,
  type MustScene,
  marksOf,
  mustSceneOf,
  protects,
  protectsOn,
} from './protection.js';
import { type Device, type Level, type Plan, planOf, type Zone } from './read.js';
import { type Target, targetsOf, waysOf } from './targets.js';
import { type Look, type Scene, type Sees, sceneOf, viewsOf } from './views.js';

/**
 * The independent judge: reads a plan by itself and says, where it can, what is harmful in it. It shares nothing with what
 * it judges.
 */

/** What is seen of a zone on one of its levels. */
export interface Part {
  readonly level: string;
  /** px/m from which it counts. */
  readonly density: number;
  /** Ids of the places in the zone that what is seen of it leaves out: each is judged by itself. */
  readonly without: readonly string[];
  /** m² that is seen at least, the device mounted as drawn; 0 where it stands in the zone. */
  readonly least: number;
  /** m² that may be seen at most; undefined where nothing bounds it. */
  readonly most: number | undefined;
}

/** Where a device stands to a private zone, what it sees and hears of it. `unsure` is what is too close to call. */
export interface Pair {
  readonly device: string;
  readonly zone: string;
  /** What it is judged as. */
  readonly kind: string;
  /** How that kind is judged; undefined where nobody could tell what the zone is for, or the plan says why it isn't as grave. */
  readonly judged: Judged | undefined;
  /** It lies in another zone. */
  readonly isNested: boolean;
  /** Is judged as a box, whatever else it is. */
  /** Lies in a place of which the law doesn't speak, such as somebody's dwelling: whether it speaks of it, isn't said. */
  readonly isAtHome: boolean;
  readonly isBox: boolean;
  /** Nobody could tell what the zone is for. */
  readonly untold: boolean;
  /** The device is gone, or takes neither pictures nor sound: nothing may be said of it. */
  readonly idle: boolean;
  /** In it or near it in one of the ways it is judged. */
  readonly inside: boolean | undefined;
  /** In it in the way that asks most. */
  readonly within: boolean | undefined;
  /** In it in every way that it is judged: who stands near a box doesn't stand in the room that it also is. */
  readonly throughout: boolean | undefined;
  /** True if a device near an anchor certainly sees or hears something of what is near it. */
  readonly observes: boolean;
  readonly sees: Sees | 'own';
  /** What it sees of the zone level by level. */
  readonly parts: readonly Part[];
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
  /** The law that is asked; without it the regulation. */
  readonly law?: Law;
  /** Whether what devices see of other levels is judged too: of large sites that takes long. */
  readonly across?: boolean;
  /** The GeoJSON document that a level names. */
  readonly file?: (name: string) => unknown;
}

interface Known {
  readonly law: Law;
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

  judge(
    document: unknown,
    { keep = false, law = LAWS['nm-2017'], across: isAcross = false, file }: Terms = {},
  ): Judgement {
    const plan = deafened(planOf(document, file), law);
    const pairs = new Map<string, Pair>();
    let elsewhere = 0;
    const places = new Map<string, Place>();
    for (const level of plan.levels) {
      const known = this.#of(level, law, keep);
      for (const device of level.devices) {
        const own = pairsOf(known, device);
        const others = plan.levels
          .filter((other) => isAcross && other !== level)
          .flatMap((other) => {
            const across = acrossTo(plan.levels, (one) => this.#of(one, law, keep).scene, level, other, device.height);
            const there = this.#of(other, law, keep);
            if (across === undefined)
              elsewhere +=
                device.video === 'none' || device.removed ? 0 : there.targets.filter(({ isMain }) => isMain).length;
            return lookAcross(known.scene, device, there, across);
          });
        for (const pair of [...own, ...others]) {
          const key = `${pair.device}>${pair.zone}`;
          pairs.set(key, worse(pairs.get(key), pair));
        }
      }
      for (const { zone, named } of law === LAWS['nm-2017'] ? askedOn(level, plan.categories) : []) {
        const counted = remembered(known.counted, zone.id, () => countedIn(level, zone));
        const marks = (device: Device) =>
          remembered(known.marks, `${zone.id} ${JSON.stringify(device)}`, () =>
            marksOf(known.must, device, counted.points),
          );
        const own = protects(known.must, zone, counted, level.devices, marks);
        places.set(zone.id, { zone: zone.id, named, is: protectsOn(places.get(zone.id)?.is, own) });
      }
    }
    return { pairs, places, elsewhere };
  }

  #of(level: Level, law: Law, keep: boolean): Known {
    const { devices: _, ...rest } = level;
    const key = `${law.id} ${JSON.stringify(rest)}`;
    const found = this.#known.get(key);
    if (found !== undefined) return found;
    const scene = sceneOf(level);
    const fresh: Known = {
      law,
      scene,
      must: mustSceneOf(level, scene),
      targets: targetsOf(level, law),
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

function look({ scene, targets, law }: Known, device: Device): Pair[] {
  const main = targets.filter(({ isMain }) => isMain);
  if (isIdle(device)) return main.map((target) => nothingOf(device, target, scene.level, law));
  const inside = new Map(targets.map((target) => [target, isInside(scene, device, target)]));
  const outside = targets.filter((target) => inside.get(target) !== true);
  const rings = outside.filter(({ regime }) => regime === 'anchor').map((target) => ringOf(target, 3.1));
  const nearby = main
    .filter((target) => target.regime === 'anchor' && inside.get(target) === true)
    .map((target) => {
      const { ring } = ringOf(target, INSCRIBED);
      return { target, ring: { ...ring, isOpen: openTo(scene, target) } };
    });
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
      ...nothingOf(device, target, scene.level, law),
      inside: inAny(ways.filter(({ judged }) => judged.inside !== undefined).map((one) => inside.get(one))),
      within: own,
      throughout: inEach(ways.map((one) => inside.get(one))),
      observes: observes(device, nearby.find((one) => one.target === target)?.ring, views),
      sees: inEveryWay(seesOf, targets, target),
      parts: [
        partOf(
          target,
          scene.level,
          own === false ? (views.get(target)?.least ?? 0) : 0,
          own === false ? (views.get(target)?.most ?? (device.video === 'none' ? 0 : undefined)) : undefined,
        ),
      ],
      hears: inAny(ways.map(hearsOf)),
    };
  });
}

function inAny(answers: readonly (boolean | undefined)[]): boolean | undefined {
  return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
}

function inEach(answers: readonly (boolean | undefined)[]): boolean | undefined {
  return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;
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
function lookAcross(
  scene: Scene,
  device: Device,
  { targets, law, scene: { level } }: Known,
  across: Across | undefined,
): Pair[] {
  const main = targets.filter(({ isMain }) => isMain);
  if (isIdle(device)) return main.map((target) => nothingOf(device, target, level, law));
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
    return {
      ...nothingOf(device, target, level, law),
      sees,
      parts: [partOf(target, level, least, undefined)],
      across: true,
    };
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
  // What stands in a place doesn't see it from outside, whichever of its levels it sees.
  const sees = known.throughout !== true && surer(other.sees, known.sees) ? other.sees : known.sees;
  return { ...known, sees, parts: [...known.parts, ...other.parts] };
}

function isIdle({ removed, video, audio }: Device): boolean {
  return removed || (video === 'none' && audio === 'none');
}

/** What takes no pictures is nothing to a law that is about pictures alone. */
function deafened(plan: Plan, { sound }: Law): Plan {
  if (sound) return plan;
  const deaf = (device: Device): Device => ({ ...device, audio: 'none' });
  return { ...plan, levels: plan.levels.map((level) => ({ ...level, devices: level.devices.map(deaf) })) };
}

function partOf({ density, nested }: Target, { id }: Level, least: number, most: number | undefined): Part {
  return { level: id, density, without: nested.map((one) => one.id), least, most };
}

function nothingOf(device: Device, target: Target, level: Level, law: Law): Pair {
  const { zone, judged } = target;
  return {
    device: device.id,
    zone: zone.id,
    kind: kindOf(zone, law),
    judged: zone.untold || zone.closed || device.moves ? undefined : judged,
    isNested: level.zones.some((other) => other !== zone && liesIn(zone, other)),
    isAtHome: level.zones.some((other) => {
      const outer = law.places[other.kind];
      return other !== zone && outer !== undefined && outer.inside === undefined && liesIn(zone, other);
    }),
    isBox: judged.regime === 'anchor',
    untold: zone.untold,
    idle: isIdle(device),
    across: false,
    inside: false,
    within: false,
    throughout: false,
    observes: false,
    sees: 'nothing',
    parts: [partOf(target, level, 0, 0)],
    hears: false,
    video: device.removed ? 'none' : device.video,
    audio: device.removed ? 'none' : device.audio,
  };
}

/** The kind that a zone is judged as: of those that ask most the one of which the least is open to doubt. */
function kindOf(zone: Zone, law: Law): string {
  const { kind, named, roles } = zone;
  const [main] = waysOf(zone, law);
  return [kind, named, ...roles].find((one) => one !== undefined && law.places[one] === main) ?? kind;
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
  return { target, ring: { ...target, zone: { ...target.zone, ...area }, nested: [], doubted: [], step: 0.25 } };
}
