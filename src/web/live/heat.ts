// Poses of the selected device along its walls: those in which both articles hold, painted on the drawing, to be tried.
import { computed, signal } from '@preact/signals';
import { onScreen } from '../../draw/screen/overlay.js';
import type { Point } from '../../geometry/index.js';
import type { PoseCell } from '../../live/types.js';
import type { PlanMap } from '../page/map.js';
import type { Model } from '../page/model.js';
import type { LiveDocument } from './document.js';
import type { Editor } from './editor.js';
import { overlaid } from './overlay.js';

/** Length of a pose's wedge, px, at most and in metres of the plan; half its angle, degrees. */
const LENGTH = { px: 20, metres: 0.45 } as const;
const HALF = 6;
/** Distance from the tip of a wedge within which it is meant, px. */
const NEAR = 7;

/** What was tried so far. */
interface Tried {
  readonly device: string;
  readonly level: number;
  readonly cells: readonly PoseCell[];
  readonly done: number;
  readonly of: number;
  readonly note: string;
  /** The files that it was tried on. */
  readonly content: object;
}

/** Tries places of the selected device along its walls, in several headings, and paints where it would comply. */
export class Heat {
  private readonly tried = signal<Tried | undefined>(undefined);

  /** What was tried of the selected device on the files as they are; undefined if nothing was. */
  readonly map = computed(() => {
    const tried = this.tried.value;
    const isOfNow = tried?.content === this.document.content.value && tried.device === this.model.device.value;
    return isOfNow ? tried : undefined;
  });

  /** How far the trial is, or what came of it. */
  readonly text = computed(() => {
    const tried = this.map.value;
    if (tried === undefined) return '';
    const { cells, done, of, note } = tried;
    if (done < of) return this.model.words('heat-progress', { done: String(done), of: String(of) });
    const both = cells.filter(isGood).length;
    const one = cells.filter(({ covers, clear }) => covers !== clear).length;
    const text = this.model.words('heat-done', { n: String(cells.length), both: String(both), one: String(one) });
    return note === '' ? text : `${note}${this.model.source.data.locale === 'en' ? ' ' : '。'}${text}`;
  });

  constructor(
    private readonly model: Model,
    private readonly document: LiveDocument,
    private readonly editor: Editor,
  ) {}

  /** Tries the poses of the selected device, or clears what was tried. */
  toggle(): void {
    const device = this.model.device.value;
    if (this.map.value !== undefined) this.clear();
    else if (device !== undefined) void this.run(device);
  }

  clear(): void {
    this.tried.value = undefined;
  }

  /** Paints on the drawing, and tries the pose that is pressed; returns what ends that. */
  onMap = (map: PlanMap): (() => void) => {
    const { svg } = map;
    const down = (event: PointerEvent) => {
      const cell = event.button === 0 && !this.model.measuring.value ? this.cellAt(map, map.pointOf(event)) : undefined;
      if (cell === undefined) return;
      event.stopImmediatePropagation();
      event.preventDefault();
      svg.focus({ preventScroll: true });
      this.editor.isOn.value = true;
      this.editor.change({ at: cell.at, ...(cell.heading !== undefined && { heading: cell.heading }) });
    };
    return overlaid(map, {
      down,
      end: () => this.clear(),
      paint: () => this.paint(map),
      isChanging: () => this.editor.isChanging(),
    });
  };

  private async run(device: string): Promise<void> {
    const content = this.document.content.peek();
    const level = this.model.level.value;
    let tried: Tried = { device, level, cells: [], done: 0, of: 1, note: '', content };
    this.tried.value = tried;
    for (let from: 'first' | 'next' = 'first'; tried.done < tried.of; from = 'next') {
      const told = await this.document.poses(device, from);
      // Another trial began, or this one was cleared, while the worker was at it.
      if (this.map.value !== tried) return;
      if (told === undefined) {
        this.clear();
        return;
      }
      const { cells, done, of, note = '' } = told;
      tried = { ...tried, cells: [...tried.cells, ...cells], done, of, note: note === '' ? tried.note : note };
      this.tried.value = tried;
    }
    this.model.live.value = this.text.value;
  }

  /** Returns what is shown on the level that is open, of the device that is selected. */
  private shown(): readonly PoseCell[] {
    const tried = this.map.value;
    return tried?.level === this.model.level.value ? tried.cells : [];
  }

  private cellAt(map: PlanMap, here: Point): PoseCell | undefined {
    let [best, distance] = [undefined as PoseCell | undefined, NEAR];
    for (const cell of this.shown().filter(isGood)) {
      const [x, y] = tipOf(map, cell, this.north());
      const away = Math.hypot(x - here[0], y - here[1]);
      if (away < distance) [best, distance] = [cell, away];
    }
    return best;
  }

  private north(): number {
    return this.model.drawing.value?.north ?? 0;
  }

  private paint(map: PlanMap): void {
    const cells = this.shown();
    const wedges = (some: readonly PoseCell[]) => some.map((cell) => wedge(map, cell, this.north())).join('');
    const one = wedges(cells.filter(({ covers, clear }) => covers !== clear));
    map.heat.innerHTML =
      cells.length === 0
        ? ''
        : `<path class="heat one" d="${one}"/><path class="heat both" d="${wedges(cells.filter(isGood))}"/>`;
  }
}

function isGood({ covers, clear }: PoseCell): boolean {
  return covers && clear;
}

function lengthOn({ viewport }: PlanMap): number {
  return Math.min(LENGTH.px, LENGTH.metres * viewport.perMetre);
}

function pointAbout([x, y]: Point, degrees: number, away: number): Point {
  const angle = (degrees * Math.PI) / 180;
  return [x + away * Math.sin(angle), y - away * Math.cos(angle)];
}

/** Returns where a pose is pressed: towards the end of its wedge, or where it stands if it has no heading. */
function tipOf(map: PlanMap, { at, heading }: PoseCell, north: number): Point {
  const here = onScreen(map.viewport, [at[0], at[1]]);
  return heading === undefined ? here : pointAbout(here, heading + north, 0.8 * lengthOn(map));
}

function wedge(map: PlanMap, { at, heading }: PoseCell, north: number): string {
  const here = onScreen(map.viewport, [at[0], at[1]]);
  const length = lengthOn(map);
  const text = ([x, y]: Point) => `${x.toFixed(1)} ${y.toFixed(1)}`;
  if (heading === undefined) {
    const r = length / 3;
    return `M${text([here[0] - r, here[1]])}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
  }
  const [from, to] = [-HALF, HALF].map((turn) => pointAbout(here, heading + north + turn, length));
  return `M${text(pointAbout(here, heading + north, length / 3))}L${text(from)}L${text(to)}z`;
}
