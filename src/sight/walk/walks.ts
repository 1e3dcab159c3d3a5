// The approaches of a site, and how far people get by each before the first sign.
import { spendBudget } from '../../base/budget.js';
import { containsPoint, coveredArea, interiorPoint } from '../../geometry/index.js';
import type { Opening, Sign, Site, Zone } from '../../plan/model.js';
import type { Scene } from '../scene/scene.js';
import type { Approach, Place, Walking, Walks } from '../types.js';
import { seenIn } from '../view/reach.js';
import { joined, metAt, partsOf, ROUNDING, stretchOf } from './crossing.js';
import { wayOver } from './entry.js';
import { type Border, type Ground, groundOf, type Plot, type Threshold } from './ground.js';
import { type Noticed, noticedFrom } from './notice.js';

/** Plot by its number, counted over all grounds. */
type Node = number;

interface Draft {
  readonly subject: string;
  readonly level: string;
  readonly opening: Opening | undefined;
  zone: Zone;
  readonly met: Set<Sign>;
  readonly starts: Set<Node>;
}

/**
 * Returns the approaches of a site and how far a person gets by each before the first sign.
 *
 * A sign is met by a person who stands where it is noticed from (`noticedFrom`), and by a person who steps over a
 * threshold if it is noticed on the straight way there or with the first step over it (`metAt`). Everywhere else that
 * can be walked to without meeting a sign is where a person may be who has met none. Walls, windows, hatches, counters
 * and rooms closed to the public can't be walked through. One sign more only shrinks that area, so it never makes
 * matters worse.
 */
export function walksOf(site: Site, sceneOf: (level: string) => Scene | undefined, walking: Walking): Walks {
  const scenes = site.levels.flatMap(({ id }) => sceneOf(id) ?? []);
  const sideless: Sign[] = [];
  const hidden: Sign[] = [];
  const noticed = scenes.map((scene) =>
    scene.level.signs
      .filter(({ id, status }) => status !== 'removed' && walking.signs?.has(id) !== false)
      .flatMap((sign): Noticed[] => {
        const found = noticedFrom(scene, sign, walking.radius);
        if (found === undefined) (sign.heading === undefined ? sideless : hidden).push(sign);
        return found === undefined ? [] : [found];
      }),
  );
  const grounds = scenes.map((scene, index) => groundOf(scene, walking, noticed[index] ?? []));
  const map = new Atlas(grounds, noticed, walking);
  const approaches = map.approaches();
  return {
    approaches,
    outdoors: grounds.flatMap(({ scene, side }, index) =>
      scene.zones
        .filter((zone) => zone.public && side(zone) === 'outside' && zone.levels[0] === scene.level.id)
        .map((zone) => ({
          zone,
          level: scene.level.id,
          sign: noticed[index]?.find(({ region }) => seenIn(zone.region, [region]) > 0)?.sign,
        })),
    ),
    cutOff: map.cutOff(),
    sideless,
    hidden: [
      ...hidden,
      ...noticed.flatMap((all, index) => all.filter((one) => !map.isMeetable(index, one)).map(({ sign }) => sign)),
    ],
  };
}

/** All levels of a site as people walk on them. */
class Atlas {
  private readonly firsts: readonly number[];
  private readonly plots: readonly { readonly ground: number; readonly plot: Plot }[];
  private readonly steps: readonly { readonly to: Node; readonly heeded: () => boolean }[][];
  private readonly drafts = new Map<string, Draft>();
  private reached = new Set<Node>();

  constructor(
    private readonly grounds: readonly Ground[],
    private readonly noticed: readonly (readonly Noticed[])[],
    private readonly walking: Walking,
  ) {
    let count = 0;
    this.firsts = grounds.map(({ plots }) => {
      count += plots.length;
      return count - plots.length;
    });
    this.plots = grounds.flatMap(({ plots }, ground) => plots.map((plot) => ({ ground, plot })));
    this.steps = this.plots.map(() => []);
    for (const index of grounds.keys()) this.lay(index);
    this.climb();
    this.reached = this.walk(
      [...this.drafts.values()].flatMap(({ starts }) => [...starts]),
      false,
    );
    this.addLadders();
  }

  approaches(): Approach[] {
    return [...this.drafts.values()].map(({ starts, met, ...draft }) => {
      const order = this.noticed.flat().map(({ sign }) => sign);
      let unmet: readonly Place[] | undefined;
      return {
        ...draft,
        met: order.filter((sign) => met.has(sign)),
        unmet: () => {
          unmet ??= [...this.walk([...(this.unsigned.get(draft.subject) ?? [])], true)]
            .sort((a, b) => a - b)
            .flatMap((node) => this.placeOf(node) ?? []);
          return unmet;
        },
      };
    });
  }

  cutOff(): Walks['cutOff'] {
    return this.grounds.flatMap(({ scene, side }, ground) => {
      const nodes = [...this.plots.keys()].filter((node) => this.plots[node]?.ground === ground);
      const walked = nodes.filter((node) => {
        const zone = this.plots[node]?.plot.zone;
        return zone?.public === true && side(zone) === 'inside';
      });
      if (walked.length === 0 || walked.some((node) => this.reached.has(node))) return [];
      return [{ level: scene.level.id, places: walked.flatMap((node) => this.placeOf(node) ?? []) }];
    });
  }

  /** True if a person may notice a sign: from just before it, from a zone where people may be, or on coming in. */
  isMeetable(index: number, { sign, before, region }: Noticed): boolean {
    const ground = this.grounds[index];
    if (ground === undefined) return false;
    const { plots, side, zoneAt } = ground;
    if (side(zoneAt(before)) !== 'closed' || [...this.drafts.values()].some(({ met }) => met.has(sign))) return true;
    return plots.some((plot) => {
      if (!plot.noticed || plot.zone === undefined || side(plot.zone) === 'closed') return false;
      const point = interiorPoint(plot.region);
      return point !== undefined && containsPoint(region, point);
    });
  }

  /** By approach, the plots where a person comes in without having met a sign. */
  private readonly unsigned = new Map<string, Set<Node>>();

  private placeOf(node: Node): Place | undefined {
    const found = this.plots[node];
    if (found === undefined) return undefined;
    const { plot, ground } = found;
    const level = this.grounds[ground]?.scene.level.id ?? '';
    return { level, zone: plot.zone, region: plot.region };
  }

  /** Adds the steps over the borders of one ground, and its approaches. */
  private lay(index: number): void {
    const ground = this.grounds[index];
    const first = this.firsts[index];
    if (ground === undefined || first === undefined) return;
    const coming = new Map<Threshold, { subject: string; toLeft: boolean; borders: Border[] }[]>();
    for (const border of ground.borders) {
      const [left, right] = border.plots;
      const way = wayOver(ground, border);
      if (way === 'through') this.join(first + left, first + right, border, ground, index);
      if (way === 'through' || way === undefined) continue;
      const { threshold } = border;
      if (threshold === undefined) continue;
      const toLeft = way.toLeft === threshold.along;
      const known = coming.get(threshold.of) ?? [];
      coming.set(threshold.of, known);
      const same = known.find((one) => one.subject === way.subject && one.toLeft === toLeft);
      if (same !== undefined) same.borders.push(border);
      else known.push({ subject: way.subject, toLeft, borders: [border] });
      if (!this.drafts.has(way.subject)) {
        this.drafts.set(way.subject, {
          subject: way.subject,
          level: ground.scene.level.id,
          opening: threshold.of.opening,
          zone: way.zone,
          met: new Set(),
          starts: new Set(),
        });
      }
    }
    for (const [threshold, all] of coming)
      for (const { subject, toLeft, borders } of all) this.enter(subject, threshold, toLeft, borders, index);
  }

  private join(left: Node, right: Node, { threshold }: Border, ground: Ground, index: number): void {
    const of = threshold?.of;
    const heeded = (toLeft: boolean) => () =>
      of?.opening !== undefined && this.isSigned(ground, of, toLeft === threshold?.along, index);
    this.steps[left]?.push({ to: right, heeded: heeded(false) });
    this.steps[right]?.push({ to: left, heeded: heeded(true) });
  }

  private readonly signed = new Map<Threshold, Map<boolean, boolean>>();

  /** True if everybody who steps over an opening meets a sign there. */
  private isSigned(ground: Ground, of: Threshold, toLeft: boolean, index: number): boolean {
    const known = this.signed.get(of) ?? new Map<boolean, boolean>();
    this.signed.set(of, known);
    const { radius } = this.walking;
    const found =
      known.get(toLeft) ??
      partsOf({ from: 0, to: of.frame.length }, radius).every(
        (part) => metAt(ground, of, part, toLeft, radius, this.noticed[index] ?? []).length > 0,
      );
    known.set(toLeft, found);
    return found;
  }

  /** Adds to an approach the borders of one threshold by which people come in. */
  private enter(
    subject: string,
    threshold: Threshold,
    toLeft: boolean,
    borders: readonly Border[],
    index: number,
  ): void {
    const ground = this.grounds[index];
    const draft = this.drafts.get(subject);
    if (ground === undefined || draft === undefined) return;
    const unsigned = this.unsigned.get(subject) ?? new Set<Node>();
    this.unsigned.set(subject, unsigned);
    const { radius } = this.walking;
    const stretches = borders.map((border) => ({ border, ...stretchOf(border.segment, threshold) }));
    for (const whole of joined(stretches)) {
      for (const part of partsOf(whole, radius)) {
        const met = metAt(ground, threshold, part, toLeft, radius, this.noticed[index] ?? []);
        for (const sign of met) draft.met.add(sign);
        for (const { border, from, to } of stretches) {
          if (to <= part.from + ROUNDING || from >= part.to - ROUNDING) continue;
          const onLeft = toLeft === border.threshold?.along;
          const plot = border.plots[onLeft ? 0 : 1];
          const node = (this.firsts[index] ?? 0) + plot;
          draft.starts.add(node);
          if (met.length === 0) unsigned.add(node);
        }
      }
    }
  }

  /** Returns all plots that people get to from some plots; if `heeding`, without meeting a sign. */
  private walk(starts: readonly Node[], heeding: boolean): Set<Node> {
    const isOut = (node: Node) => heeding && this.plots[node]?.plot.noticed === true;
    const seen = new Set(starts.filter((node) => !isOut(node)));
    for (const node of seen) {
      for (const { to, heeded } of this.steps[node] ?? []) {
        if (seen.has(to) || isOut(to) || (heeding && heeded())) continue;
        seen.add(to);
      }
    }
    spendBudget(20 * seen.size);
    return seen;
  }

  private readonly flights: Node[][] = [];

  /**
   * Adds steps from level to level: within a zone that spans several, and by stairs and lifts drawn over each other.
   */
  private climb(): void {
    const ladders = this.grounds.flatMap(({ scene, side }, ground) =>
      scene.zones
        .filter((zone) => side(zone) === 'inside' && (this.walking.ladders.has(zone.kind) || zone.levels.length > 1))
        .map((zone) => ({ zone, ground, nodes: this.nodesOf(ground, zone) })),
    );
    const flightOf = new Map(ladders.map((ladder) => [ladder, new Set([ladder])]));
    for (const [i, one] of ladders.entries()) {
      for (const other of ladders.slice(i + 1)) {
        if (one.ground === other.ground || !isOver(one.zone, other.zone, this.walking.ladders)) continue;
        for (const from of one.nodes) {
          for (const to of other.nodes) {
            this.steps[from]?.push({ to, heeded: () => false });
            this.steps[to]?.push({ to: from, heeded: () => false });
          }
        }
        const both = new Set([...(flightOf.get(one) ?? []), ...(flightOf.get(other) ?? [])]);
        for (const each of both) flightOf.set(each, both);
      }
    }
    for (const flight of new Set(flightOf.values())) {
      const all = [...flight];
      if (all.some(({ zone }) => this.walking.ladders.has(zone.kind) && zone.public))
        this.flights.push(all.flatMap(({ nodes }) => nodes));
    }
  }

  private nodesOf(ground: number, zone: Zone): Node[] {
    const first = this.firsts[ground] ?? 0;
    return [...(this.grounds[ground]?.plots.entries() ?? [])].flatMap(([index, plot]) =>
      plot.zone?.id === zone.id ? [first + index] : [],
    );
  }

  /** Adds approaches for stairs and lifts that no other leads to: they come from a level that isn't drawn. */
  private addLadders(): void {
    for (const nodes of this.flights) {
      const [first] = nodes;
      const found = first === undefined ? undefined : this.plots[first];
      if (first === undefined || found?.plot.zone === undefined || nodes.some((node) => this.reached.has(node)))
        continue;
      const { zone } = found.plot;
      const level = this.grounds[found.ground]?.scene.level.id ?? '';
      const starts = new Set(nodes);
      this.drafts.set(zone.id, { subject: zone.id, level, opening: undefined, zone, met: new Set(), starts });
      this.unsigned.set(zone.id, starts);
      this.reached = new Set([...this.reached, ...this.walk(nodes, false)]);
    }
  }
}

/** m²: zones that overlap by less only touch. */
const OVER = 0.1;

function isOver(a: Zone, b: Zone, ladders: ReadonlySet<string>): boolean {
  if (a.id === b.id) return true;
  if (!ladders.has(a.kind) || !ladders.has(b.kind)) return false;
  return coveredArea(a.region, [b.region]).covered > OVER;
}
