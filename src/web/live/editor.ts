// Changes on the drawing: a device is dragged, turned, moved by keys, copied, removed, added.
import { batch, computed, effect, signal } from '@preact/signals';
import { onPlan, onScreen } from '../../draw/screen/overlay.js';
import type { Point } from '../../geometry/index.js';
import type { Change, DeviceFigures } from '../../live/types.js';
import type { DeviceKind } from '../../plan/model.js';
import { plainText } from '../../render/escape.js';
import type { FiguresData } from '../../report/html/data.js';
import { keyOf, type PlanMap } from '../page/map.js';
import type { Model } from '../page/model.js';
import type { LiveDocument } from './document.js';
import { Heat } from './heat.js';
import { beside, degrees, landing, landingOn, slid, turned, wallBeside } from './snap.js';
import type { LiveSource } from './source.js';

/** Distance of the handle that turns a device, px. */
const HANDLE = 46;
/** Distance from the handle within which it is meant, px. */
const GRIP = 13;

/** What is being changed: a device with its figures so far. */
interface Pending {
  readonly device: string;
  readonly from: FiguresData;
  readonly figures: DeviceFigures;
}

/** An opening that is slid: its line as it is in the files, how far along that (m), and where it was gripped. */
interface Sliding {
  readonly opening: string;
  /** Index of its level. */
  readonly level: number;
  readonly line: readonly [Point, Point];
  readonly by: number;
  readonly grip: number;
}

/** Cameras of a level above which verdicts follow the drop of an opening: all views are worked out anew. */
const MANY = 200;

/** Lets people add, move, turn and change devices and slide openings on the drawing. */
export class Editor {
  readonly isOn = signal(false);
  /** Kind of the device that the next press on the drawing adds. */
  readonly adding = signal<DeviceKind | undefined>(undefined);
  readonly pending = signal<Pending | undefined>(undefined);
  readonly sliding = signal<Sliding | undefined>(undefined);
  readonly heat: Heat;
  /** The changes that are tried, as JSON. */
  readonly tried = computed(() => JSON.stringify(this.changes()));
  private grip: 'body' | 'heading' | 'opening' | undefined;
  /** Devices that are being drawn in the files, each with the one that it is like. */
  private readonly drawing = new Map<string, string>();
  /** Devices that are being removed. */
  private readonly removing = new Set<string>();

  constructor(
    private readonly model: Model,
    private readonly document: LiveDocument,
    private readonly source: LiveSource,
    readonly isReadOnly: boolean,
  ) {
    this.heat = new Heat(model, document, this);
  }

  /** Listens to the drawing; returns what ends that. */
  onMap = (map: PlanMap): (() => void) => {
    const { svg } = map;
    const down = (event: PointerEvent) => {
      if (event.button !== 0 || this.model.measuring.value || (!this.isOn.value && this.adding.value === undefined))
        return;
      const here = map.pointOf(event);
      if (this.adding.value !== undefined) {
        event.stopImmediatePropagation();
        void this.add(onPlan(map.viewport, here));
        return;
      }
      const grip = this.gripAt(map, here, event.target);
      if (grip === undefined) return;
      event.stopImmediatePropagation();
      event.preventDefault();
      svg.focus({ preventScroll: true });
      this.grip = grip;
      svg.setPointerCapture(event.pointerId);
    };
    const over = (event: PointerEvent) => {
      if (this.grip === undefined) return;
      event.stopImmediatePropagation();
      this.dragTo(map, onPlan(map.viewport, map.pointOf(event)), event);
    };
    const up = (event: PointerEvent) => {
      if (this.grip === undefined) return;
      event.stopImmediatePropagation();
      this.grip = undefined;
      if (event.type === 'pointerup') void this.drop();
      else this.cancel();
    };
    const key = (event: KeyboardEvent) => {
      if (this.key(event)) {
        event.stopImmediatePropagation();
        event.preventDefault();
      }
    };
    // Listens first: a pose that is pressed is no press of the device below it.
    const endHeat = this.heat.onMap(map);
    svg.addEventListener('pointerdown', down, true);
    svg.addEventListener('pointermove', over, true);
    svg.addEventListener('pointerup', up, true);
    svg.addEventListener('pointercancel', up, true);
    svg.addEventListener('keydown', key, true);
    const stop = effect(() => this.paint(map));
    // The next press is for what was chosen last.
    const endRuler = effect(() => {
      if (this.adding.value !== undefined) this.model.measuring.value = false;
    });
    const endAdding = effect(() => {
      if (this.model.measuring.value) this.adding.value = undefined;
    });
    // Its keys are the drawing's, wherever it was switched on; but not those of a field in which somebody types.
    const endFocus = effect(() => {
      const { activeElement } = document;
      if (!this.isOn.value || svg.contains(activeElement) || activeElement?.matches('input, textarea')) return;
      svg.focus({ preventScroll: true });
    });
    const repaint = new MutationObserver(() => this.paint(map));
    repaint.observe(svg, { attributes: true, attributeFilter: ['data-moving'] });
    return () => {
      endHeat();
      stop();
      endRuler();
      endAdding();
      endFocus();
      repaint.disconnect();
      svg.removeEventListener('pointerdown', down, true);
      svg.removeEventListener('pointermove', over, true);
      svg.removeEventListener('pointerup', up, true);
      svg.removeEventListener('pointercancel', up, true);
      svg.removeEventListener('keydown', key, true);
    };
  };

  /** Returns what is tried of the selected device. */
  selected(): Pending | undefined {
    const pending = this.pending.value;
    return pending?.device === this.model.device.value ? pending : undefined;
  }

  /** Tries other figures of the selected device. What was tried of another is given up. */
  change(figures: DeviceFigures): void {
    const device = this.model.device.value;
    const before = this.selected();
    const from = before?.from ?? this.model.card.value?.figures;
    if (device === undefined || from === undefined || this.isReadOnly) return;
    this.sliding.value = undefined;
    this.pending.value = { device, from, figures: { ...before?.figures, ...figures } };
    void this.document.attempt(this.changes());
  }

  /** Writes what is being tried. */
  async drop(): Promise<void> {
    const changes = this.changes();
    if (changes.length === 0) return;
    const settle = this.settling();
    const isWritten = await this.document.commit(changes);
    // What can't be written, as an opening of imported geometry, stays a trial until it is given up.
    if (isWritten || this.sliding.value === undefined) settle();
    else void this.document.attempt(changes);
  }

  /** Writes what is being tried, and another change with it. Resolves to true if they were written. */
  async make(change: Change): Promise<boolean> {
    const settle = this.settling();
    const isWritten = await this.document.commit([...this.changes(), change]);
    if (isWritten) settle();
    return isWritten;
  }

  /** Returns a function that ends what is being tried now. What is tried by the time that it is called stays. */
  private settling(): () => void {
    const [pending, sliding] = [this.pending.value, this.sliding.value];
    return () => {
      if (this.pending.value === pending) this.pending.value = undefined;
      if (this.sliding.value === sliding) this.sliding.value = undefined;
    };
  }

  /** Shows the plan as it is in the files again. What is held by the mouse is let go. */
  cancel(): void {
    this.grip = undefined;
    if (this.pending.value === undefined && this.sliding.value === undefined) return;
    this.pending.value = undefined;
    this.sliding.value = undefined;
    void this.document.attempt([]);
  }

  /** Gives up what is being tried; if nothing is, takes back the last change in the files. */
  undo(): void {
    if (this.document.isTried && this.changes().length > 0) this.cancel();
    else void this.document.undo();
  }

  /** Draws a device like the selected one beside it. */
  async copy(): Promise<void> {
    const of = this.model.device.value;
    const figures = this.model.card.value?.figures;
    if (of === undefined || figures === undefined) return;
    const device = this.freeId(of);
    // Each beside the one before, though none of them is drawn yet.
    const away = 0.5 * (1 + [...this.drawing.values()].filter((one) => one === of).length);
    const at: DeviceFigures['at'] = [figures.at[0] + away, figures.at[1]];
    if (await this.draw({ change: 'copy', device, of, at }, of)) this.model.selectDevice(device);
  }

  /** Writes a new device that is like another, in place of what is being tried. Resolves to true if it was written. */
  private async draw(change: Extract<Change, { change: 'copy' | 'add' }>, like: string): Promise<boolean> {
    this.drawing.set(change.device, like);
    const settle = this.settling();
    try {
      const isWritten = await this.document.commit([change]);
      if (isWritten) settle();
      return isWritten;
    } finally {
      this.drawing.delete(change.device);
    }
  }

  async remove(): Promise<void> {
    const device = this.model.device.value;
    if (device === undefined || this.removing.has(device)) return;
    this.removing.add(device);
    const settle = this.settling();
    try {
      if (!(await this.document.commit([{ change: 'remove', device }]))) return;
      settle();
      if (this.model.device.value === device) this.model.selectDevice(undefined);
    } finally {
      this.removing.delete(device);
    }
  }

  private async add(at: Point): Promise<void> {
    const { model } = this;
    const kind = this.adding.value;
    const level = model.plan.value?.levels[model.level.value]?.id;
    if (kind === undefined || level === undefined) return;
    this.adding.value = undefined;
    const landed = landing(at, model.drawing.value?.walls ?? [], false);
    const place: DeviceFigures['at'] = [landed.at[0], landed.at[1]];
    // Like one of its kind, if there is one: of a device that says only where it is, nothing can be judged.
    const like = model.drawing.value?.devices.find((one) => one.kind === kind && one.status !== 'removed')?.id;
    const device = this.freeId(like ?? `${level}-0`);
    const change: Extract<Change, { change: 'copy' | 'add' }> =
      like === undefined
        ? {
            change: 'add',
            device,
            level,
            kind,
            at: place,
            ...(landed.away !== undefined && { heading: this.fromNorth(landed.away) }),
          }
        : { change: 'copy', device, of: like, at: place };
    if (await this.draw(change, like ?? device)) {
      batch(() => {
        model.selectDevice(device);
        this.isOn.value = true;
      });
    }
  }

  /** Returns an id that no device has, in the manner of another. */
  private freeId(like: string): string {
    const taken = new Set([...this.source.devices, ...this.drawing.keys()]);
    const [, head = `${like}-`, digits = '1'] = /^(.*?)(\d+)$/.exec(like) ?? [];
    for (let n = Number(digits) + 1; ; n += 1) {
      const id = `${head}${String(n).padStart(digits.length, '0')}`;
      if (!taken.has(id)) return id;
    }
  }

  /** Returns the changes that are tried. */
  changes(): Change[] {
    const { pending, sliding } = this;
    if (sliding.value !== undefined) {
      const { opening, by } = sliding.value;
      return by === 0 ? [] : [{ change: 'slide', opening, by }];
    }
    if (pending.value === undefined) return [];
    const { device, figures } = pending.value;
    return [{ change: 'set', device, ...figures }];
  }

  /** Returns a heading of the drawing (degrees clockwise from +y) as degrees from true north. */
  private fromNorth(heading: number): number {
    return (((heading - (this.model.drawing.value?.north ?? 0)) % 360) + 360) % 360;
  }

  private onDrawing(heading: number): number {
    return (heading + (this.model.drawing.value?.north ?? 0)) % 360;
  }

  /** Returns where the selected device stands, and its heading on the drawing, as tried. */
  private pose(): { readonly at: Point; readonly heading: number | undefined } | undefined {
    const pending = this.selected();
    const from = pending?.from ?? this.model.card.value?.figures;
    if (from === undefined || this.model.device.value === undefined) return undefined;
    const { at = from.at, heading = from.heading } = pending?.figures ?? {};
    return { at, heading: heading === undefined ? undefined : this.onDrawing(heading) };
  }

  private gripAt(map: PlanMap, here: Point, target: EventTarget | null): typeof this.grip {
    const pose = this.pose();
    const symbol = target instanceof Element ? target.closest<SVGElement>('[data-device]') : null;
    if (pose !== undefined) {
      const at = onScreen(map.viewport, pose.at);
      const handle = handleOf(at, pose.heading);
      if (handle !== undefined && Math.hypot(handle[0] - here[0], handle[1] - here[1]) < GRIP) return 'heading';
      if (Math.hypot(at[0] - here[0], at[1] - here[1]) < GRIP) return 'body';
    }
    const id = symbol?.dataset.device;
    if (id === undefined) return this.gripOpening(map, here);
    // A device that isn't selected yet is selected by the press, and dragged by the next.
    if (id !== this.model.device.value) this.model.selectDevice(id);
    return undefined;
  }

  /** Grips the opening at a point of the window (px), if there is one. */
  private gripOpening(map: PlanMap, here: Point): 'opening' | undefined {
    const openings = this.model.drawing.value?.openings ?? [];
    const found = openings.find(({ line }) => {
      const [from, to] = [onScreen(map.viewport, line[0]), onScreen(map.viewport, line[1])];
      const { along, off, length } = beside(here, from, to);
      return length > 0 && along > 0 && along < length && Math.abs(off) < GRIP / 2;
    });
    if (found === undefined) return undefined;
    if (this.pending.value !== undefined) this.cancel();
    const known = this.sliding.value?.opening === found.id ? this.sliding.value : undefined;
    const { line, by } = known ?? { line: found.line, by: 0 };
    const grip = beside(onPlan(map.viewport, here), line[0], line[1]).along - by;
    this.sliding.value = { opening: found.id, level: this.model.level.value, line, by, grip };
    return 'opening';
  }

  private slideTo(at: Point, event: MouseEvent): void {
    const sliding = this.sliding.value;
    if (sliding === undefined) return;
    const { line, grip } = sliding;
    const by = slid(beside(at, line[0], line[1]).along - grip, event.altKey);
    this.sliding.value = { ...sliding, by };
    const cameras = this.model.drawing.value?.devices.filter(({ kind }) => kind === 'camera').length ?? 0;
    if (cameras <= MANY) void this.document.attempt(this.changes());
  }

  private dragTo(map: PlanMap, at: Point, event: MouseEvent): void {
    if (this.grip === 'opening') {
      this.slideTo(at, event);
      return;
    }
    const pose = this.pose();
    if (pose === undefined) return;
    if (this.grip === 'heading') {
      const heading = turned(degrees(at[0] - pose.at[0], at[1] - pose.at[1]), event.altKey);
      this.change({ heading: this.fromNorth(heading) });
      return;
    }
    const walls = this.model.drawing.value?.walls ?? [];
    const from = this.selected()?.from ?? this.model.card.value?.figures;
    // With Shift a device stays on the wall on which it hangs.
    const held = event.shiftKey ? wallBeside(pose.at, walls) : undefined;
    const landed = held === undefined ? landing(at, walls, event.altKey) : landingOn(at, held);
    const figures: DeviceFigures = { at: [landed.at[0], landed.at[1]] };
    // From wall to wall a device keeps its heading relative to the wall that it hangs on.
    const before = from && landing(from.at, walls, false).away;
    const heading =
      landed.away === undefined || before === undefined || from?.heading === undefined
        ? undefined
        : (from.heading + landed.away - before + 360) % 360;
    this.change(heading === undefined ? figures : { ...figures, heading });
    this.paint(map);
  }

  /** True if something is being changed, or measured, that Escape gives up first. */
  isChanging(): boolean {
    const { measuring } = this.model;
    return measuring.value || [this.pending, this.adding, this.sliding].some(({ value }) => value !== undefined);
  }

  /** Handles a key; true if it was one of ours. */
  private key(event: KeyboardEvent): boolean {
    if (event.key === 'Escape' && !this.model.measuring.value && this.isChanging()) {
      this.adding.value = undefined;
      this.cancel();
      return true;
    }
    const turn = TURNS[event.key];
    // Many keyboards write brackets with AltGr, which on Windows is Ctrl and Alt.
    const isWritten = turn !== undefined && event.altKey;
    if (event.metaKey || (event.ctrlKey && !isWritten)) return false;
    const letter = event.altKey ? '' : keyOf(event);
    if (letter === 'e' && !this.isReadOnly) {
      this.isOn.value = !this.isOn.value;
      return true;
    }
    const pose = this.pose();
    if (!this.isOn.value || this.model.measuring.value || pose === undefined) return false;
    // A step starts from what the files say, not from what an undo or Escape takes away and is still shown.
    const caughtUp = this.document.catchUp();
    if (caughtUp !== undefined && (STEPS.has(event.key) || letter === 'd')) {
      const device = this.model.device.value;
      void caughtUp.then(() => this.model.device.value === device && this.key(event));
      return true;
    }
    const arrow = ARROWS[event.key];
    if (arrow !== undefined) {
      const step = event.shiftKey ? 1 : event.altKey ? 0.01 : 0.1;
      this.change({ at: [pose.at[0] + arrow[0] * step, pose.at[1] + arrow[1] * step] });
      return true;
    }
    if (turn !== undefined) {
      const by = event.shiftKey ? 15 * Math.sign(turn) : turn;
      if (pose.heading === undefined) {
        this.document.tell(this.model.words('no-heading', { id: plainText(this.model.device.value ?? '') }));
      } else this.change({ heading: this.fromNorth((pose.heading + by + 360) % 360) });
      return true;
    }
    if (event.key === 'Enter' && this.pending.value !== undefined) void this.drop();
    else if (REMOVES.has(event.key)) void this.remove();
    else if (letter === 'd') void this.copy();
    else return false;
    return true;
  }

  /** Returns the opening that is slid, where it is slid to. */
  private slidMarkup(map: PlanMap): string {
    const sliding = this.sliding.value;
    if (sliding?.level !== this.model.level.value) return '';
    const [a, b] = sliding.line;
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    const [dx, dy] = [((b[0] - a[0]) / length) * sliding.by, ((b[1] - a[1]) / length) * sliding.by];
    const ends = sliding.line.map(([x, y]) => onScreen(map.viewport, [x + dx, y + dy]).join(' '));
    return `<path class="slid" d="M${ends.join('L')}"/>`;
  }

  /** Draws the handles of the selected device, and where it is dragged to. */
  private paint(map: PlanMap): void {
    const pose = this.pose();
    map.svg.classList.toggle('editing', this.isOn.value);
    map.svg.classList.toggle('adding', this.adding.value !== undefined);
    if (this.model.measuring.value) return;
    const sliding = this.slidMarkup(map);
    if (!this.isOn.value || pose === undefined || this.model.card.value?.level !== this.model.level.value) {
      map.tools.innerHTML = sliding;
      return;
    }
    const at = onScreen(map.viewport, pose.at);
    const handle = handleOf(at, pose.heading);
    const line = handle === undefined ? '' : `<path class="grip-line" d="M${at.join(' ')}L${handle.join(' ')}"/>`;
    const knob = handle === undefined ? '' : `<circle class="grip" cx="${handle[0]}" cy="${handle[1]}" r="7"/>`;
    map.tools.innerHTML = `${sliding}${line}<circle class="grip-body" cx="${at[0]}" cy="${at[1]}" r="${GRIP}"/>${knob}`;
  }
}

function handleOf([x, y]: Point, heading: number | undefined): Point | undefined {
  if (heading === undefined) return undefined;
  const angle = (heading * Math.PI) / 180;
  return [x + HANDLE * Math.sin(angle), y - HANDLE * Math.cos(angle)];
}

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** Degrees by which keys turn. With Shift, brackets are braces on many keyboards; on others braces need no Shift. */
const TURNS: Readonly<Record<string, number>> = { '[': -1, ']': 1, '{': -15, '}': 15 };

/** The key above Enter of a Mac without a key Delete is Backspace. */
const REMOVES: ReadonlySet<string> = new Set(['Delete', 'Backspace']);

/** Keys that change the selected device, or write the change. */
const STEPS: ReadonlySet<string> = new Set([...Object.keys(ARROWS), ...Object.keys(TURNS), ...REMOVES, 'Enter']);
