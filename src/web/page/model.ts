// What the page shows, as signals: the plan, what is selected, layers, filters; and what people do to it.
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { LevelDrawing, TitleBlock } from '../../draw/model.js';
import { type PackedLevel, pointsIn, unpacked } from '../../draw/packed.js';
import type { Ring } from '../../geometry/index.js';
import { verbatim } from '../../i18n/locale.js';
import {
  CARD_UNITS,
  type CardData,
  type FindingData,
  type GroupName,
  type PageData,
  type PlanData,
  type SheetData,
} from '../../report/html/data.js';
import { type Words, wordsOf } from './words.js';

/**
 * Layers that can be hidden. `must`: what all devices certainly see; `remainder`: blind areas. Walls and openings are
 * always there.
 */
export const LAYERS = ['zones', 'must', 'remainder', 'devices', 'findings', 'labels'] as const;
/** A layer that can be hidden. */
export type Layer = (typeof LAYERS)[number];
/** Layers at first: must-see of all devices, and blind areas, hide what people look for. */
const AT_FIRST: readonly Layer[] = ['zones', 'devices', 'findings', 'labels'];

/** The part of a level in sight: the point of the plan in the middle (m), and px per metre. */
export interface Sight {
  readonly x: number;
  readonly y: number;
  readonly perMetre: number;
}

/**
 * Where the page gets its data from. Levels, cards and texts are loaded when they are first shown. `n` is the index of a
 * plan, `level` that of its level, both from 0; `device` is an id.
 */
export interface Source {
  readonly data: PageData;
  plan(n: number): PlanData | undefined;
  level(n: number, level: number): PackedLevel | undefined;
  card(n: number, device: string): CardData | undefined;
  /** Returns the cards of all devices of plan `n`, as far as the page has them. */
  cards(n: number): readonly CardData[];
  /** Returns the sections of the report's text on plan `n`, or on all plans together, by their names. */
  record(n: number | undefined): readonly (readonly [name: string, section: HTMLElement])[];
}

/** State of the page that its address (after #) names: plan by index from 0, level and device by id, finding by number. */
export interface Place {
  readonly plan?: number | undefined;
  readonly level?: string | undefined;
  readonly finding?: number | undefined;
  readonly device?: string | undefined;
  readonly world?: 'must' | 'may' | undefined;
  readonly layers?: readonly Layer[] | undefined;
  readonly sight?: Sight | undefined;
}

/** The state of the page: what it shows now, such as the plan, the level, the selection and the layers. */
export class Model {
  readonly words: Words;
  /** Index of the plan that is open; undefined: the list of plans. */
  readonly open = signal<number | undefined>(undefined);
  readonly plan = signal<PlanData | undefined>(undefined);
  readonly level = signal(0);
  readonly drawing = signal<LevelDrawing | undefined>(undefined);
  readonly finding = signal<number | undefined>(undefined);
  readonly device = signal<string | undefined>(undefined);
  readonly card = signal<CardData | undefined>(undefined);
  readonly world = signal<'must' | 'may'>('may');
  readonly layers = signal<ReadonlySet<Layer>>(new Set(AT_FIRST));
  /** Groups that are listed; empty: all. */
  readonly groups = signal<ReadonlySet<GroupName>>(new Set());
  readonly query = signal('');
  /** Row of the table of clauses whose findings are listed. */
  readonly clause = signal<string | undefined>(undefined);
  /** What is in sight, once it was moved; undefined: what the page chooses. */
  readonly sight = signal<Sight | undefined>(undefined);
  /** True while the ruler is out: presses and keys on the drawing are its own then. */
  readonly measuring = signal(false);
  /** True if what is shown is an older plan than the files hold. */
  readonly stale = signal(false);
  /** True once somebody selected something: the rest fades then. */
  readonly chosen = signal(false);
  /** Told what is looked at, where the source works it out; set by such a page. */
  looking: ((looking: { readonly level: number; readonly device: string | undefined }) => void) | undefined;
  /** What screen readers are told. */
  readonly live = signal('');

  readonly listed: ReadonlySignal<readonly FindingData[]> = computed(() => {
    const groups = this.groups.value;
    const query = this.query.value.trim().toLowerCase();
    const clause = this.clause.value;
    return (this.plan.value?.findings ?? []).filter(
      (one) =>
        (groups.size === 0 || groups.has(one.group)) &&
        (clause === undefined || one.keys.includes(clause)) &&
        (query === '' || searchable(one).includes(query)),
    );
  });
  readonly selected: ReadonlySignal<FindingData | undefined> = computed(() =>
    this.plan.value?.findings.find(({ n }) => n === this.finding.value),
  );

  /** True if the selected device stands on the level that is open. */
  readonly isDeviceDrawn: ReadonlySignal<boolean> = computed(
    () => this.drawing.value?.devices.some(({ id }) => id === this.device.value) === true,
  );

  /** Outlines of what the selected device sees in the chosen world, by density; [] where its level isn't the one that is open. */
  readonly bands: ReadonlySignal<readonly (readonly Ring[])[]> = computed(() => {
    const card = this.card.value;
    const drawing = this.drawing.value;
    if (card === undefined || drawing === undefined || card.level !== this.level.value) return [];
    const points = pointsIn([drawing.bounds.minX, drawing.bounds.minY], CARD_UNITS);
    const isMay = this.world.value === 'may';
    let before: readonly Ring[] = [];
    return card.bands
      .map(([, , , must, may]) => {
        const given = isMay ? may : must;
        before = given === 0 ? before : given.map(points);
        return before;
      })
      .filter((outlines) => outlines.length > 0);
  });

  constructor(readonly source: Source) {
    this.words = wordsOf(source.data);
  }

  /** Shows a place: an address that was opened, or the first of a plan. */
  show(place: Place): void {
    batch(() => {
      const { plans } = this.source.data;
      const n = plans.length === 1 ? 0 : place.plan;
      this.openPlan(n !== undefined && n < plans.length ? n : undefined);
      const plan = this.plan.value;
      if (plan === undefined) return;
      if (place.layers !== undefined) this.layers.value = new Set(place.layers);
      if (place.world !== undefined) this.world.value = place.world;
      const isChosen = place.finding !== undefined || place.device !== undefined;
      if (place.finding !== undefined) this.selectFinding(place.finding);
      else if (!isChosen && place.level === undefined) this.selectFinding(worst(plan)?.n);
      const level = plan.levels.findIndex(({ id }) => id === place.level);
      if (level !== -1) this.openLevel(level);
      if (place.device !== undefined) this.selectDevice(place.device);
      this.sight.value = place.sight;
      this.chosen.value = isChosen;
    });
  }

  /** Returns the place that is shown. */
  get place(): Place {
    const plan = this.plan.value;
    const layers = [...this.layers.value];
    return {
      ...(this.source.data.plans.length > 1 && { plan: this.open.value }),
      level: plan?.levels[this.level.value]?.id,
      finding: this.finding.value,
      device: this.device.value,
      ...(this.world.value === 'must' && { world: 'must' as const }),
      ...(layers.join() === AT_FIRST.join() ? {} : { layers }),
      sight: this.sight.value,
    };
  }

  openPlan(n: number | undefined): void {
    batch(() => {
      this.open.value = n;
      this.plan.value = n === undefined ? undefined : this.source.plan(n);
      this.clear();
      this.groups.value = new Set();
      this.query.value = '';
      this.clause.value = undefined;
      const first = this.plan.value && (worst(this.plan.value)?.levels[0] ?? 0);
      this.openLevel(first ?? 0);
    });
  }

  openLevel(level: number): void {
    batch(() => {
      const drawing = this.drawingAt(level);
      if (drawing === undefined) this.looking?.({ level, device: this.device.value });
      const stays = this.level.value === level && this.drawing.value?.level.id === drawing?.level.id;
      this.level.value = level;
      this.drawing.value = drawing;
      if (!stays) this.sight.value = undefined;
      if (this.card.value !== undefined && this.card.value.level !== level) this.selectDevice(undefined);
    });
  }

  /** Selects a finding, with its level and its device; undefined selects none. */
  selectFinding(n: number | undefined): void {
    batch(() => {
      const found = this.plan.value?.findings.find((one) => one.n === n);
      this.finding.value = found?.n;
      if (found === undefined) return;
      if (found.levels.length > 0 && !found.levels.includes(this.level.value)) this.openLevel(found.levels[0] ?? 0);
      this.selectDevice(found.device);
      this.chosen.value = true;
      this.sight.value = undefined;
      this.live.value = this.words('selected', { n: found.n, verdict: found.verdict, head: found.head });
    });
  }

  /** Selects a device; a selected finding that isn't about it is selected no longer. */
  selectDevice(id: string | undefined): void {
    batch(() => {
      const n = this.open.value;
      this.device.value = id;
      this.card.value = id === undefined || n === undefined ? undefined : this.source.card(n, id);
      if (id === undefined) return;
      if (this.card.value === undefined) this.looking?.({ level: this.level.value, device: id });
      this.chosen.value = true;
      const found = this.selected.value;
      if (found !== undefined && found.device !== id) this.finding.value = undefined;
      const level = this.card.value?.level;
      if (level !== undefined && level !== this.level.value && found?.levels.includes(this.level.value) !== true) {
        this.openLevel(level);
      }
    });
  }

  /** Returns the levels whose drawings the page has, in their order. */
  drawings(): LevelDrawing[] {
    return (this.plan.value?.levels ?? []).flatMap((_, level) => this.drawingAt(level) ?? []);
  }

  /** Returns the drawing of a level; undefined if the page doesn't have it, or there is no such level. */
  private drawingAt(level: number): LevelDrawing | undefined {
    const n = this.open.value;
    const { levels = [], sheet } = this.plan.value ?? {};
    const data = n === undefined || levels[level] === undefined ? undefined : this.source.level(n, level);
    return data && sheet && unpacked(data, titleBlock(sheet));
  }

  /** Takes what the source has now of what is shown. A finding keeps its selection under another number. */
  refresh(): void {
    batch(() => {
      const n = this.open.value;
      if (n === undefined) return;
      const id = this.selected.value?.id;
      const open = this.plan.value?.levels[this.level.value]?.id;
      this.plan.value = this.source.plan(n);
      this.finding.value = this.plan.value?.findings.find((one) => one.id === id)?.n;
      const device = this.device.value;
      if (device !== undefined) this.card.value = this.source.card(n, device);
      // Levels may have come or gone: the one that was open is another then, or none.
      const { levels = [] } = this.plan.value ?? {};
      const at = levels.findIndex((level) => level.id === open);
      const level = at === -1 ? Math.min(this.level.value, Math.max(0, levels.length - 1)) : at;
      if (level === this.level.value) this.drawing.value = this.drawingAt(level);
      else this.openLevel(level);
    });
  }

  /** Selects nothing. */
  clear(): void {
    batch(() => {
      this.finding.value = undefined;
      this.device.value = undefined;
      this.card.value = undefined;
      this.chosen.value = false;
    });
  }

  /** Selects the next finding of the list, or the one before. */
  step(by: 1 | -1): void {
    const list = this.listed.value;
    const at = list.findIndex(({ n }) => n === this.finding.value);
    const next = at === -1 ? (by === 1 ? 0 : list.length - 1) : at + by;
    if (list[next] !== undefined) this.selectFinding(list[next].n);
  }

  toggleLayer(layer: Layer): void {
    this.layers.value = toggled(this.layers.value, layer, LAYERS);
  }

  toggleGroup(group: GroupName): void {
    this.groups.value = toggled(this.groups.value, group);
  }
}

function toggled<T>(set: ReadonlySet<T>, one: T, order?: readonly T[]): ReadonlySet<T> {
  const all = set.has(one) ? [...set].filter((other) => other !== one) : [...set, one];
  return new Set(order === undefined ? all : order.filter((other) => all.includes(other)));
}

/** Returns the finding that a page opens with: the first that has a place on a level, else the first. */
function worst({ findings }: PlanData): FindingData | undefined {
  const [first] = findings;
  return findings.find(({ levels, group }) => levels.length > 0 && group === first?.group) ?? first;
}

function searchable({ n, head, title, text, spot, rest }: FindingData): string {
  return [n, head, title, text, spot, ...rest.map(({ subject }) => subject)].join('\n').toLowerCase();
}

function titleBlock({ site, law, textVersion, required, private: secret, pack, today }: SheetData): TitleBlock {
  const article = (text: string | 0) => (text === 0 ? undefined : verbatim(text));
  return {
    site,
    law: verbatim(law),
    textVersion: verbatim(textVersion),
    articles: { required: article(required), private: article(secret) },
    pack,
    today,
  };
}
