// The drawing of a level: an SVG that is moved, zoomed and pointed at. Knows nothing of the rest of the page.
import type { DrawnDevice, DrawnFinding, DrawnZone, LevelDrawing } from '../../draw/model.js';
import { patterns } from '../../draw/page/patterns.js';
import {
  type OverlayLayers,
  onPlan,
  onScreen,
  overlayMarkup,
  SCREEN,
  type Viewport,
} from '../../draw/screen/overlay.js';
import { GROUND_UNITS, groundMarkup, groundScale } from '../../draw/screen/tiles.js';
import { type Box, boxOfRings, containsPoint, type Point, type Ring } from '../../geometry/index.js';
import type { Locale } from '../../i18n/locale.js';
import type { Layer, Sight } from './model.js';

/** Selection on a level, drawn over it: zones and device by id, finding by number, what the device sees. */
export interface Lit {
  /** Group of the selected finding, which gives the colour. */
  readonly group: string | undefined;
  readonly zones: readonly string[];
  /** Number of the finding. */
  readonly finding: number | undefined;
  readonly device: string | undefined;
  /** Outlines of what the device sees, by density, the lowest first. */
  readonly bands: readonly (readonly Ring[])[];
  /** True to fade what is not selected. */
  readonly fade: boolean;
}

/** Callbacks of the drawing for presses, hovering, movement and keys. Points are in plan metres. */
export interface MapEvents {
  readonly device: (id: string) => void;
  readonly finding: (n: number) => void;
  readonly nothing: () => void;
  readonly hover: (at: Point | undefined) => void;
  /** The drawing came to rest after somebody moved it. */
  readonly moved: (sight: Sight) => void;
  /** The place of the drawing became wider or narrower. */
  readonly resized: () => void;
  /** A key that the drawing doesn't know. */
  readonly key: (event: KeyboardEvent) => void;
  readonly nameOf: (device: DrawnDevice) => string;
}

/** Time without a movement after which the drawing is laid out again, ms. */
const REST = 90;
/** Least and largest scale, px per metre. */
const LEAST = 0.2;
const MOST = 600;
/** Room round what is fitted in, px; below it stand the scale bar and the legend. */
const ROOM = { side: 44, top: 28, bottom: 62 } as const;
/** Distance from a device within which it is meant, px. */
const NEAR = 14;
/** Movement up to which a press is a click, px. */
const STILL = 5;
/** Zones and walls of a level from which painting it takes longer than a frame. */
const HEAVY = 15_000;
/** Part of the window by which an arrow key moves. */
const STEP = 0.12;
const PREFIX = 'page-';

/** Draws one level of the page in tiles and layers, and moves and zooms it. */
export class PlanMap {
  readonly svg: SVGSVGElement;
  private readonly parts: Readonly<
    Record<'defs' | 'ground' | 'views' | 'lit' | 'heat' | 'overlay' | 'suggested' | 'tools', SVGElement>
  >;
  private drawing: LevelDrawing | undefined;
  private layers: ReadonlySet<Layer> = new Set();
  private lit: Lit = { group: undefined, zones: [], finding: undefined, device: undefined, bands: [], fade: false };
  private port: Viewport = { x: 0, y: 0, perMetre: 1, width: 1, height: 1 };
  /** The window for which symbols and labels were laid out. */
  private laid: Viewport = this.port;
  private resting: ReturnType<typeof setTimeout> | undefined;
  private isHeavy = false;
  private frame = 0;
  private readonly pointers = new Map<number, Point>();
  private pressed: { readonly at: Point; readonly target: EventTarget | null; moved: boolean } | undefined;
  private focused: string | undefined;

  constructor(
    private readonly host: HTMLElement,
    private readonly events: MapEvents,
    private readonly locale: Locale,
  ) {
    const make = (name: string, parent: Element, className: string) => {
      const made = document.createElementNS('http://www.w3.org/2000/svg', name) as SVGElement;
      if (className !== '') made.setAttribute('class', className);
      parent.append(made);
      return made;
    };
    this.svg = make('svg', host, 'plan') as SVGSVGElement;
    this.svg.setAttribute('tabindex', '0');
    this.svg.setAttribute('role', 'application');
    this.parts = {
      defs: make('g', this.svg, ''),
      ground: make('g', this.svg, 'ground'),
      views: make('g', this.svg, 'views'),
      lit: make('g', this.svg, 'lit'),
      heat: make('g', this.svg, 'heat-layer'),
      overlay: make('g', this.svg, 'overlay'),
      suggested: make('g', this.svg, 'suggested-layer'),
      tools: make('g', this.svg, 'tool-layer'),
    };
    this.listen();
    new ResizeObserver(() => this.resize()).observe(host);
    this.measure();
  }

  /** Draws another level, or the same one changed. */
  show(drawing: LevelDrawing | undefined, layers: ReadonlySet<Layer>): void {
    const before = this.drawing;
    this.drawing = drawing;
    this.isHeavy = drawing !== undefined && drawing.walls.length + drawing.zones.length > HEAVY;
    this.svg.style.willChange = this.isHeavy ? 'transform' : '';
    this.layers = layers;
    if (before === undefined || !hasSameGround(drawing, before)) {
      this.parts.defs.innerHTML = patterns(PREFIX, { x: 0, y: 0, width: 0, height: 0 }) + BREACH;
      this.parts.ground.innerHTML = drawing === undefined ? '' : groundMarkup(drawing, PREFIX);
    }
    if (drawing?.level.id !== before?.level.id) {
      // Its symbols go, but keys stay the drawing's.
      if (this.parts.overlay.contains(document.activeElement)) this.svg.focus({ preventScroll: true });
      this.parts.overlay.innerHTML = '';
    }
    this.drawViews();
    this.light(this.lit);
  }

  setLayers(layers: ReadonlySet<Layer>): void {
    this.layers = layers;
    this.drawViews();
    this.rest();
  }

  /** Shows what is selected. */
  light(lit: Lit): void {
    this.lit = lit;
    this.svg.classList.toggle('faded', lit.fade);
    this.parts.lit.innerHTML = this.drawing === undefined ? '' : litMarkup(this.drawing, lit);
    this.place();
    this.rest();
  }

  /** Puts what is given in sight: a box of the plan (m), or a point and a scale. */
  look(at: Box | Sight): void {
    if ('perMetre' in at) this.move({ ...this.port, ...at });
    else {
      const [width, height] = [Math.max(at.maxX - at.minX, 1), Math.max(at.maxY - at.minY, 1)];
      const { side, top, bottom } = ROOM;
      const perMetre = Math.min(
        (this.port.width - 2 * side) / width,
        (this.port.height - top - bottom) / height,
        MOST / 4,
      );
      const y = (at.minY + at.maxY) / 2 - (bottom - top) / 2 / perMetre;
      this.move({ ...this.port, x: (at.minX + at.maxX) / 2, y, perMetre });
    }
    this.rest();
  }

  /** Zooms about the middle. */
  zoom(factor: number): void {
    this.zoomAt([this.port.width / 2, this.port.height / 2], factor);
    this.tell();
  }

  get viewport(): Viewport {
    return this.port;
  }

  /** The group for what a tool draws, in px of the window. */
  get tools(): SVGElement {
    return this.parts.tools;
  }

  /** Returns the point of the window (px) at which the pointer is. */
  pointOf(event: MouseEvent): Point {
    const { left, top } = this.host.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  }

  /** The group for what is told of places, below symbols and labels, in px of the window. */
  get heat(): SVGElement {
    return this.parts.heat;
  }

  /** The group for what is suggested, above symbols and labels, in px of the window. */
  get suggested(): SVGElement {
    return this.parts.suggested;
  }

  /** Returns the innermost zone at a point of the plan. */
  zoneAt(point: Point): DrawnZone | undefined {
    return this.drawing?.zones.findLast(({ outline: [outer, ...holes] }) =>
      outer === undefined ? false : containsPoint({ rings: [outer], shadows: holes }, point),
    );
  }

  /** Focuses the symbol of a device. */
  focusDevice(id: string): void {
    this.symbolOf(id)?.focus();
  }

  private symbolOf(id: string): SVGElement | undefined {
    return [...this.parts.overlay.querySelectorAll<SVGElement>('.symbol')].find((one) => one.dataset.device === id);
  }

  private measure(): void {
    const { width, height } = this.host.getBoundingClientRect();
    this.port = { ...this.port, width: Math.max(width, 1), height: Math.max(height, 1) };
  }

  private resize(): void {
    const { width } = this.port;
    this.measure();
    this.place();
    this.rest();
    // Not for a banner above the page, in the middle of a drag.
    if (this.port.width !== width) this.events.resized();
  }

  private move(port: Viewport): void {
    const perMetre = Math.min(MOST, Math.max(LEAST, port.perMetre));
    this.port = { ...port, perMetre };
    if (this.frame !== 0) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.place();
    });
  }

  /** Moves all groups to where the window looks. */
  private place(): void {
    const { drawing, port, laid } = this;
    if (drawing === undefined) return;
    if (this.isHeavy && port !== laid) {
      // What was painted is moved as a picture; the rest is painted when it comes to rest.
      const [left, top] = onScreen(port, onPlan(laid, [0, 0]));
      this.svg.style.transform = `translate(${left}px, ${top}px) scale(${port.perMetre / laid.perMetre})`;
      this.svg.dataset.moving = 'yes';
      return;
    }
    this.svg.style.transform = '';
    const [left, top] = onScreen(port, [drawing.bounds.minX, drawing.bounds.maxY]);
    const ground = `translate(${left} ${top}) scale(${port.perMetre / GROUND_UNITS})`;
    for (const part of [this.parts.ground, this.parts.views, this.parts.lit]) part.setAttribute('transform', ground);
    const ratio = port.perMetre / laid.perMetre;
    const [x, y] = onScreen(port, onPlan(laid, [0, 0]));
    this.parts.overlay.setAttribute('transform', `translate(${x} ${y}) scale(${ratio * SCREEN})`);
    // A frame may come after the drawing was laid out for where it shows it.
    if (port !== laid) this.svg.dataset.moving = 'yes';
  }

  /** Lays out symbols and labels anew once the drawing is at rest. */
  private rest(): void {
    clearTimeout(this.resting);
    this.svg.dataset.moving = 'yes';
    this.resting = setTimeout(() => this.lay(), REST);
  }

  private lay(): void {
    const { drawing, port } = this;
    if (drawing === undefined) return;
    this.laid = port;
    const focused = document.activeElement?.closest<SVGElement>('.symbol')?.dataset.device;
    const layers: OverlayLayers = {
      devices: this.layers.has('devices'),
      findings: this.layers.has('findings'),
      labels: this.layers.has('labels'),
    };
    this.parts.overlay.innerHTML = overlayMarkup(drawing, port, layers, this.locale, this.events.nameOf);
    this.mark();
    const wall = Math.min(4.5, Math.max(1.2, 0.12 * port.perMetre));
    this.svg.style.setProperty('--wall', `${wall}px`);
    const unit = GROUND_UNITS / port.perMetre;
    for (const pattern of this.svg.querySelectorAll<SVGPatternElement>('pattern')) {
      const own = pattern.dataset.own ?? pattern.getAttribute('patternTransform') ?? '';
      pattern.dataset.own = own;
      pattern.setAttribute('patternTransform', `scale(${unit}) ${own}`.trim());
    }
    this.place();
    if (focused !== undefined) (this.symbolOf(focused) ?? this.svg).focus({ preventScroll: true });
    this.svg.dataset.moving = 'no';
  }

  /** Marks what is selected among symbols and numbers, and makes one symbol the stop of the tab key. */
  private mark(): void {
    const { finding, device } = this.lit;
    for (const one of this.parts.overlay.querySelectorAll<SVGElement>('[data-mark]')) {
      one.classList.toggle('on', one.dataset.mark === String(finding));
    }
    const symbols = [...this.parts.overlay.querySelectorAll<SVGElement>('.symbol')];
    for (const one of symbols) {
      const isOn = one.dataset.device === device;
      one.classList.toggle('on', isOn);
      one.setAttribute('aria-pressed', String(isOn));
      if (isOn) {
        const ring = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
        ring.setAttribute('class', 'ring');
        ring.setAttribute('r', '12');
        one.prepend(ring);
      }
    }
    const stop = symbols.find((one) => one.dataset.device === (this.focused ?? device)) ?? symbols[0];
    stop?.setAttribute('tabindex', '0');
    const { drawing } = this;
    const points = drawing === undefined ? [] : witnesses(drawing, this.lit);
    const cross = points
      .map((point) => {
        const [x, y] = onScreen(this.port, point);
        return `M${x / SCREEN - 4} ${y / SCREEN - 4}l8 8m0 -8l-8 8`;
      })
      .join('');
    const witness = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    witness.setAttribute('class', 'witness');
    witness.setAttribute('d', cross);
    this.parts.overlay.append(witness);
  }

  private drawViews(): void {
    const { drawing, layers } = this;
    this.svg.classList.toggle('no-zones', !layers.has('zones'));
    if (drawing === undefined) {
      this.parts.views.innerHTML = '';
      return;
    }
    const scale = groundScale(drawing);
    const must = layers.has('must')
      ? drawing.views.filter(({ world }) => world === 'must').flatMap(({ outlines }) => outlines.map(scale.ring))
      : [];
    const blind = layers.has('remainder') ? drawing.remainders.flatMap(({ outlines }) => outlines.map(scale.ring)) : [];
    this.parts.views.innerHTML =
      `<path class="must" d="${must.join('')}"/>` +
      `<path class="remainder" fill="url(#${PREFIX}remainder)" fill-rule="evenodd" d="${blind.join('')}"/>`;
  }

  private listen(): void {
    const { svg } = this;
    const at = (event: MouseEvent): Point => this.pointOf(event);
    svg.addEventListener(
      'wheel',
      (event) => {
        event.preventDefault();
        this.zoomAt(at(event), Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0016)));
        this.tell();
      },
      { passive: false },
    );
    svg.addEventListener('pointerdown', (event) => {
      if (event.button > 1) return;
      this.pointers.set(event.pointerId, at(event));
      this.pressed = { at: at(event), target: event.target, moved: this.pointers.size > 1 };
    });
    svg.addEventListener('pointermove', (event) => {
      const here = at(event);
      const before = this.pointers.get(event.pointerId);
      if (before === undefined) {
        this.events.hover(onPlan(this.port, here));
        return;
      }
      const pressed = this.pressed;
      if (pressed !== undefined && !pressed.moved) {
        if (Math.hypot(here[0] - pressed.at[0], here[1] - pressed.at[1]) < STILL) return;
        pressed.moved = true;
        svg.setPointerCapture(event.pointerId);
      }
      this.drag(event.pointerId, before, here);
      this.pointers.set(event.pointerId, here);
    });
    const up = (event: PointerEvent) => {
      if (!this.pointers.delete(event.pointerId) || this.pointers.size > 0) return;
      const { pressed } = this;
      this.pressed = undefined;
      if (pressed === undefined) return;
      if (pressed.moved) this.tell();
      else if (event.type === 'pointerup') this.click(pressed.at, pressed.target);
    };
    svg.addEventListener('pointerup', up);
    svg.addEventListener('pointercancel', up);
    svg.addEventListener('pointerleave', () => this.events.hover(undefined));
    svg.addEventListener('dblclick', (event) => {
      event.preventDefault();
      this.zoomAt(at(event), 2);
      this.tell();
    });
    svg.addEventListener('keydown', (event) => this.key(event));
    svg.addEventListener('focusin', (event) => {
      const { target } = event;
      this.focused = target instanceof SVGElement ? target.dataset.device : undefined;
    });
  }

  private drag(id: number, [bx, by]: Point, [hx, hy]: Point): void {
    const { port } = this;
    const other = [...this.pointers].find(([one]) => one !== id)?.[1];
    if (other !== undefined) {
      const before = Math.hypot(bx - other[0], by - other[1]);
      const after = Math.hypot(hx - other[0], hy - other[1]);
      if (before > 0 && after > 0) this.zoomAt([(hx + other[0]) / 2, (hy + other[1]) / 2], after / before);
    }
    const share = other === undefined ? 1 : 0.5;
    this.move({
      ...this.port,
      x: this.port.x - (share * (hx - bx)) / port.perMetre,
      y: this.port.y + (share * (hy - by)) / port.perMetre,
    });
  }

  private zoomAt(point: Point, factor: number): void {
    const { port } = this;
    const perMetre = Math.min(MOST, Math.max(LEAST, port.perMetre * factor));
    const [x, y] = onPlan(port, point);
    const ratio = port.perMetre / perMetre;
    this.move({ ...port, perMetre, x: x + (port.x - x) * ratio, y: y + (port.y - y) * ratio });
  }

  /** Lays the drawing out when it comes to rest, and tells where it is. */
  private tell(): void {
    const { x, y, perMetre } = this.port;
    // As an address writes it, so that the address leads back to the very same.
    const sight = { x: rounded(x), y: rounded(y), perMetre: rounded(perMetre) };
    this.port = { ...this.port, ...sight };
    this.rest();
    this.events.moved(sight);
  }

  private click(at: Point, target: EventTarget | null): void {
    const element = target instanceof Element ? target : undefined;
    const mark = element?.closest<SVGElement>('[data-mark]')?.dataset.mark;
    const device = element?.closest<SVGElement>('[data-device]')?.dataset.device ?? this.deviceNear(at);
    if (mark !== undefined) this.events.finding(Number(mark));
    else if (device !== undefined) this.events.device(device);
    else this.events.nothing();
  }

  /** Returns the device nearest to a point of the window. */
  private deviceNear(point: Point): string | undefined {
    if (!this.layers.has('devices')) return undefined;
    let [nearest, distance] = [undefined as string | undefined, NEAR];
    for (const { id, at } of this.drawing?.devices ?? []) {
      const [x, y] = onScreen(this.port, at);
      const away = Math.hypot(x - point[0], y - point[1]);
      if (away < distance) [nearest, distance] = [id, away];
    }
    return nearest;
  }

  private key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { port } = this;
    const focused = document.activeElement?.closest<SVGElement>('.symbol');
    const way = ARROWS[event.key];
    if (way !== undefined && focused != null) this.stepDevice(focused, way[0] + way[1] > 0 ? 1 : -1);
    else if (way !== undefined) {
      const [dx, dy] = [way[0] * STEP * port.width, way[1] * STEP * port.height];
      this.move({ ...port, x: port.x + dx / port.perMetre, y: port.y - dy / port.perMetre });
      this.tell();
    } else if (event.key === '+' || event.key === '=') this.zoom(1.4);
    else if (event.key === '-') this.zoom(1 / 1.4);
    else if ((event.key === 'Enter' || event.key === ' ') && focused?.dataset.device !== undefined) {
      this.events.device(focused.dataset.device);
    } else {
      this.events.key(event);
      return;
    }
    event.preventDefault();
  }

  private stepDevice(from: SVGElement, by: 1 | -1): void {
    const all = [...this.parts.overlay.querySelectorAll<SVGElement>('.symbol')];
    const next = all[(all.indexOf(from) + by + all.length) % all.length];
    if (next === undefined) return;
    from.setAttribute('tabindex', '-1');
    next.setAttribute('tabindex', '0');
    next.focus();
  }
}

function rounded(figure: number): number {
  return Number(figure.toFixed(4));
}

/**
 * Returns what a key is called, letters in lower case. Where the keyboard writes another script, a letter is the Latin one
 * of the same place.
 */
export function keyOf({ key, code }: KeyboardEvent): string {
  const [, letter] = /^Key([A-Z])$/.exec(code) ?? [];
  const isForeign = letter !== undefined && !/^\p{Script=Latin}$/u.test(key) && !/^[!-~]$/.test(key);
  return (isForeign ? letter : key).toLowerCase();
}

/** Directions of the arrow keys on the screen: right and down. */
const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Hatch of what is seen of a private place, and of the zone that a finding is about. */
const BREACH = `<pattern id="${PREFIX}breach" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="breach-ground" d="M0 0H7V7H0Z"/><path class="breach-line" d="M0 0V7"/></pattern>`;

/** True if the very same zones, walls and openings are drawn. */
function hasSameGround(drawing: LevelDrawing | undefined, before: LevelDrawing): boolean {
  return (
    drawing !== undefined &&
    drawing.zones === before.zones &&
    drawing.walls === before.walls &&
    drawing.openings === before.openings
  );
}

/** Returns what is selected as markup in ground units. */
function litMarkup(drawing: LevelDrawing, { group, zones, finding, bands, device }: Lit): string {
  const scale = groundScale(drawing);
  const rings = (outlines: readonly Ring[]) => outlines.map(scale.ring).join('');
  const [widest = []] = bands;
  const lit = drawing.zones.filter(({ id }) => zones.includes(id));
  const paths = pathsOf(drawing, finding, device);
  // A device in a private place makes all of it red; one that looks into it, what it sees.
  const isWhole = group === 'fail' && paths.length === 0;
  const secret = drawing.zones
    .filter(({ status, id }) => status === 'private' && !(isWhole && zones.includes(id)))
    .map(({ outline }) => rings(outline));
  const seen =
    widest.length === 0
      ? ''
      : `<clipPath id="${PREFIX}seen"><path clip-rule="evenodd" d="${rings(widest)}"/></clipPath>` +
        `<g class="bands">${bands.map((outlines, n) => `<path class="band band-${n + 1}" fill-rule="evenodd" d="${rings(outlines)}"/>`).join('')}</g>` +
        `<g clip-path="url(#${PREFIX}seen)"><path class="breach" fill="url(#${PREFIX}breach)" d="${secret.join('')}"/></g>` +
        `<path class="reach" d="${rings(widest)}"/>`;
  const lines = paths.map(({ points }) => scale.line(points));
  const hatch = isWhole ? `url(#${PREFIX}breach)` : 'none';
  return [
    seen,
    ...lit.map(
      ({ outline, status }) =>
        `<path class="lit-ground${isWhole ? ` ${status}` : ''}" fill-rule="evenodd" d="${rings(outline)}"/>` +
        `<path class="lit-zone ${group ?? ''}" fill="${hatch}" fill-rule="evenodd" d="${rings(outline)}"/>`,
    ),
    `<path class="sight-line-ground" d="${lines.join('')}"/><path class="sight-line" d="${lines.join('')}"/>`,
  ].join('');
}

function pathsOf(drawing: LevelDrawing, finding: number | undefined, device: string | undefined): DrawnFinding[] {
  return drawing.findings.filter(
    (one) =>
      one.points.length > 1 &&
      (finding === undefined ? device !== undefined && one.device === device : one.number === finding),
  );
}

function witnesses(drawing: LevelDrawing, { finding, device }: Lit): Point[] {
  return pathsOf(drawing, finding, device).flatMap(({ points }) => points.slice(-1));
}

/** Returns the smallest box (m) round some zones and a device, given by id; undefined if none of them is drawn. */
export function boxOf(drawing: LevelDrawing, zones: readonly string[], device: string | undefined): Box | undefined {
  const at = drawing.devices.find(({ id }) => id === device)?.at;
  const rings = drawing.zones.filter(({ id }) => zones.includes(id)).flatMap(({ outline }) => outline);
  return boxOfRings([...rings, ...(at === undefined ? [] : [[at]])]);
}

/** Returns the box (m) of the zones that aren't outdoors; the bounds of the level if there are none. */
export function indoorBox({ zones, bounds }: LevelDrawing): Box {
  return boxOfRings(zones.filter(({ outdoors }) => !outdoors).flatMap(({ outline }) => outline)) ?? bounds;
}
